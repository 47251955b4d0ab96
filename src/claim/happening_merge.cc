// A report tells of one event in several sentences. Two tellings are one event when their kind is
// the same, nothing they say differs, and the ones who take part in the one are among the other's:
//
//   A meeting with Central Asian leaders is held today at the White House. Trump met with the
//   heads of ...
#include <algorithm>

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

bool within(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  return std::ranges::all_of(few, [&](const std::string& one) {
    return std::ranges::find(many, one) != many.end();
  });
}

// A telling with one participant says too little to be matched from afar.
bool near(const Event& a, const Event& b) {
  const std::uint32_t end = a.evidence.back().span.end;
  return b.evidence.front().span.begin < end + kNearBytes;
}

bool same(const Event& a, const Event& b) {
  if (a.kind != b.kind || a.planned != b.planned || !agree(a.date, b.date)) return false;
  if (a.kind == "ceremony" || a.kind == "vote") {
    const bool words = a.date_words == b.date_words || a.date_words.empty() || b.date_words.empty();
    return a.agreement_id == b.agreement_id && words && agree(a.place, b.place) &&
           (a.kind == "ceremony" || a.participants == b.participants);
  }
  if (a.kind == "visit") return a.place == b.place && a.participants == b.participants;
  const bool thin = a.participants.size() < 2 || b.participants.size() < 2;
  const bool stated = (!a.place.empty() && a.place == b.place) || (!a.date.empty() && a.date == b.date);
  if (thin && !stated && !near(a, b)) return false;
  return same_place(a.place, b.place) && (within(a.participants, b.participants) ||
                                          within(b.participants, a.participants));
}

void join(Event& into, const Event& more) {
  for (const std::string& one : more.participants) {
    if (std::ranges::find(into.participants, one) == into.participants.end())
      into.participants.push_back(one);
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
    if (std::ranges::find(into.evidence, one) == into.evidence.end()) into.evidence.push_back(one);
  }
}

}  // namespace

std::vector<Event> merge_events(std::vector<Found<Event>> found) {
  std::vector<Event> events;
  for (Found<Event>& one : found) {
    const auto known = std::ranges::find_if(
        events, [&](const Event& event) { return same(event, one.noun); });
    if (known == events.end()) {
      events.push_back(std::move(one.noun));
    } else {
      join(*known, one.noun);
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
    const bool named = reading_.mentions[mention_].form == MentionForm::name;
    if (reading_.entities[entity].acceded && named) body_ = entity;
  }
}

}  // namespace concord
