// A report tells of one event in several sentences. Two tellings are one event when their kind is
// the same, nothing they say differs, and the ones who take part in the one are among the other's:
//
//   President Reis receives his neighbours in Brasilia today. Reis met the heads of Chile and Peru.
#include <algorithm>
#include <map>

#include "claim/happenings.h"

namespace concord {
namespace {

constexpr std::uint32_t kNearBytes = 400;  // two sentences of news

bool agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a.starts_with(b) || b.starts_with(a);
}

bool same_place(const std::string& a, const std::string& b) {
  return agree(a, b) || a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

using Names = std::vector<std::string>;

bool has(const Names& names, const std::string& one) {
  return std::ranges::find(names, one) != names.end();
}

// Persons' names to the name of the state that they speak for.
std::map<std::string, std::string> states_of_persons(const Reading& reading) {
  std::map<std::string, std::string> states;
  for (const Entity& person : reading.entities) {
    if (person.kind != EntityKind::person || person.party.empty()) continue;
    for (const Entity& state : reading.entities) {
      if (state.kind == EntityKind::state && state.id == person.party)
        states[person.name] = state.name;
    }
  }
  return states;
}

class Merger {
 public:
  explicit Merger(const Reading& reading) : state_of_(states_of_persons(reading)) {}

  bool same(const Event& a, const Event& b) const {
    if (a.kind != b.kind || a.planned != b.planned || !agree(a.date, b.date)) return false;
    if (a.kind == "ceremony" || a.kind == "vote") {
      const bool words =
          a.date_words == b.date_words || a.date_words.empty() || b.date_words.empty();
      return a.agreement_id == b.agreement_id && words && agree(a.place, b.place) &&
             (a.kind == "ceremony" || a.participants == b.participants);
    }
    if (a.kind == "visit") return a.place == b.place && a.participants == b.participants;
    const bool thin = a.participants.size() < 2 || b.participants.size() < 2;
    const bool stated =
        (!a.place.empty() && a.place == b.place) || (!a.date.empty() && a.date == b.date);
    if (thin && !stated && !near(a, b)) return false;
    return same_place(a.place, b.place) &&
           (within(a.participants, b.participants) || within(b.participants, a.participants));
  }

  void join(Event& into, const Event& more) const {
    for (const std::string& one : more.participants) {
      if (has(into.participants, one) || stands_for(into.participants, one)) continue;
      const std::string* state = state_of(one);
      const auto known =
          state == nullptr ? into.participants.end() : std::ranges::find(into.participants, *state);
      if (known != into.participants.end()) {
        *known = one;  // the leader's name says more
      } else {
        into.participants.push_back(one);
      }
    }
    if (into.place.empty()) into.place = more.place;
    if (more.date.size() > into.date.size()) {
      into.date = more.date;
      into.date_words = more.date_words;
    }
    if (into.date_words.empty()) into.date_words = more.date_words;
    if (into.agreement.empty()) {
      into.agreement = more.agreement;
      into.agreement_id = more.agreement_id;
    }
    for (const Evidence& one : more.evidence) {
      if (std::ranges::find(into.evidence, one) == into.evidence.end())
        into.evidence.push_back(one);
    }
  }

 private:
  const std::string* state_of(const std::string& person) const {
    const auto found = state_of_.find(person);
    return found == state_of_.end() ? nullptr : &found->second;
  }
  // Whether one of `names` is a person who speaks for the state.
  bool stands_for(const Names& names, const std::string& state) const {
    return std::ranges::any_of(names, [&](const std::string& name) {
      const std::string* one = state_of(name);
      return one != nullptr && *one == state;
    });
  }
  // A leader is among "the leaders of ...", and the other way round.
  bool within(const Names& few, const Names& many) const {
    return std::ranges::all_of(few, [&](const std::string& one) {
      const std::string* state = state_of(one);
      return has(many, one) || (state != nullptr && has(many, *state)) || stands_for(many, one);
    });
  }
  // A telling with one participant says too little to be matched from afar.
  static bool near(const Event& a, const Event& b) {
    const std::uint32_t end = a.evidence.back().span.end;
    return b.evidence.front().span.begin < end + kNearBytes;
  }

  std::map<std::string, std::string> state_of_;
};

}  // namespace

std::vector<Event> merge_events(std::vector<Found<Event>> found, const Reading& reading) {
  const Merger merger(reading);
  std::vector<Event> events;
  for (Found<Event>& one : found) {
    const auto known = std::ranges::find_if(
        events, [&](const Event& event) { return merger.same(event, one.noun); });
    if (known == events.end()) {
      events.push_back(std::move(one.noun));
    } else {
      merger.join(*known, one.noun);
    }
  }
  std::erase_if(events, [](const Event& event) {  // a telling too thin to stand alone
    return (event.kind == "meeting" || event.kind == "call") && event.participants.size() < 2;
  });
  return events;
}

void AgreementInView::move_to(TokenSpan sentence) {
  if (here_ != kNone) last_ = here_;
  here_ = body_ = kNone;
  for (; mention_ < reading_.mentions.size() &&
         reading_.mentions[mention_].tokens.begin < sentence.end;
       ++mention_) {
    const std::uint32_t entity = reading_.mentions[mention_].entity;
    if (reading_.entities[entity].kind == EntityKind::agreement) here_ = entity;
    const Mention& mention = reading_.mentions[mention_];
    const bool named = mention.form == MentionForm::name && !mention.possessive;
    if (reading_.entities[entity].acceded && named) body_ = entity;
  }
}

}  // namespace concord
