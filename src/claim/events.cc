// Events: a trigger word of data/en/events.toml, then who, where and when beside it.
//
//   Reis | hosted | the leaders of A and B | at the palace | on Thursday            host
//   A | held | a call | with B                  a noun; "held" is light, its subject takes part
//   A | is set to | visit | Paris | in May      planned; a place, not a participant
//   A signing ceremony | will be held soon      a rite: of the agreement last spoken of
//   the pact, | brokered | by A in 2020          a making: when the agreement of its sentence was
//   made
//
// What may have happened, was refused or called off is no event.
#include <algorithm>

#include "claim/happening_cast.h"
#include "claim/happening_region.h"
#include "claim/happenings.h"
#include "claim/passes.h"
#include "reading/times_tense.h"

namespace concord {
namespace {

constexpr std::uint32_t kLightReach = 7;  // "held | a rare and very long phone | call"

class EventReader {
 public:
  EventReader(const Scene& scene, const std::vector<Player>& cast,
              const AgreementInView& agreements)
      : scene_(scene), table_(scene.lexicon.happenings.events), cast_(cast), view_(agreements) {}

  // The event that trigger `number` tells, if it tells one.
  std::optional<Event> read(const std::vector<Trigger>& triggers, std::size_t number) const {
    const Trigger& at = triggers[number];
    Telling told{at, at.begin, {}, {}, {}, false, false};
    told.region =
        read_region(scene_, table_, cast_, at, at.end,
                    number + 1 < triggers.size() ? triggers[number + 1].begin : scene_.all.end);
    switch (at.row->op) {
      case HappeningOp::noun:
      case HappeningOp::trip:
        read_noun(told, at.row->op == HappeningOp::trip);
        break;
      case HappeningOp::rite:
        read_rite(told);
        break;
      case HappeningOp::making:
        read_making(told);
        break;
      default:
        read_verb(told, at.row->op);
    }
    if (told.untold) return std::nullopt;
    return finish(told);
  }

 private:
  struct Telling {
    const Trigger& at;
    std::uint32_t begin;  // of the verb group, or of the noun with what stands before it
    Region region;
    std::vector<const Player*> players;
    std::string place;
    bool planned;
    bool untold;
  };

  void add(Telling& told, const Player* player) const {
    if (player == nullptr) return;
    for (const Player& one : cast_) {
      const bool known =
          std::ranges::any_of(told.players, [&](const Player* p) { return p->key == one.key; });
      if (one.list == player->list && !known) told.players.push_back(&one);
    }
  }

  const Player* subject_before(std::uint32_t end) const {
    return concord::subject_before(scene_, cast_, end);
  }

  void read_verb(Telling& told, HappeningOp op) const {
    const Turn turn = turn_of(scene_, told.at.begin, told.at.form);
    told.begin = turn.begin;
    told.planned = turn.planned;
    told.untold = turn.untold || (told.at.form == ActForm::base && !turn.planned &&
                                  !turn.controlled && !did_before(told.at.begin));
    for (const Player& player : cast_) {  // "invited Levi | to visit"
      const bool asked = player.tokens.end == turn.begin && player.link == kNone;
      if (turn.controlled && asked) told.untold = true;
    }
    if (op == HappeningOp::vote) return read_vote(told);
    const bool relative = scene_.is(turn.begin - 1, Role::relative);
    add(told, subject_before(relative ? turn.begin - 1 : turn.begin));
    if (turn.passive && op == HappeningOp::travel) told.untold = true;
    if (op == HappeningOp::travel) {
      std::uint32_t end = 0;
      told.place = place_name_at(scene_, told.at.end, end);
      told.untold =
          told.untold || told.place.empty() || told.players.empty() || !goes(*told.players.front());
      if (!told.untold) {
        told.region = read_region(scene_, table_, cast_, told.at, end, told.region.end);
        for (const Player* player : told.region.partners)
          if (player->link != kNone && scene_.any(player->link, {"with", "alongside"}))
            add(told, player);
      }
      return;
    }
    for (const Player* player : told.region.partners) add(told, player);
    if (op == HappeningOp::host && told.region.partners.empty()) told.untold = true;
    accompany(told);
  }
  // "did not meet" is turned before; "did meet", and "Xi, Modi meet" in headlines.
  bool did_before(std::uint32_t i) const {
    return scene_.is(i - 1, Role::do_) || scene_.title || scene_.low(i - 1) == "to";
  }
  static bool goes(const Player& player) { return player.person || player.tokens.size() > 1; }

  // "In addition to Kenya, ...", "..., together with Uganda": takes part wherever it stands.
  void accompany(Telling& told) const {
    for (const Player& player : cast_) {
      if (player.link == kNone || player.link < scene_.all.begin + 1) continue;
      const bool beside =
          scene_.any(player.link, {"alongside", "including"}) ||
          (scene_.low(player.link) == "to" && scene_.low(player.link - 1) == "addition") ||
          (scene_.low(player.link) == "with" && scene_.any(player.link - 1, {"together", "along"}));
      if (beside && player.link < told.region.end) add(told, &player);
    }
  }

  void read_noun(Telling& told, bool trip) const {
    const std::uint32_t noun = told.at.begin;
    told.untold = scene_.any(told.at.end, {"for", "on", "-"}) && told.at.row->kind == "call";
    told.untold = told.untold || (scene_.low(noun - 1) == "in" && scene_.is(noun, Role::talks)) ||
                  scene_.is(noun - 1, Role::naming);  // "accession talks": a stage, not a meeting
    std::uint32_t i = noun_phrase_begin(told);
    told.begin = i;
    if (scene_.words_before(table_, "void", i) > 0 || void_after(told)) told.untold = true;
    if (scene_.words_before(table_, "ahead", i) > 0) told.planned = true;
    const std::uint32_t light = light_before(i);
    if (light < i) {
      const Turn turn = turn_of(scene_, light, form_of_light(light));
      told.planned = told.planned || turn.planned;
      told.untold = told.untold || turn.untold;
      told.begin = turn.begin;
      if (scene_.low(i - 1) != "of") add(told, subject_before(turn.begin));
    } else if (scene_.is(i - 1, Role::be) || (trip && scene_.any(i - 1, {"on", "during"}))) {
      add(told, subject_before(i - 1));  // "is on a visit to", "during a visit to Oslo, A said"
      if (told.players.empty()) add(told, subject_after(told.region.end));
    }
    for (const Player* player : told.region.partners) add(told, player);
    if (!trip) {
      other_side(told);
      accompany(told);
    }
    if (trip) {
      told.place = told.region.goal;
      told.untold =
          told.untold || told.place.empty() || told.players.empty() || !goes(*told.players.front());
    }
    if (will_be(told)) told.planned = true;
  }

  // "signed it after talks with Chile", "during talks with Chile, Levi said": who speaks of its
  // partner alone is the other side.
  void other_side(Telling& told) const {
    const bool one_side = std::ranges::all_of(told.region.partners, [&](const Player* partner) {
      return partner->link != kNone && scene_.low(partner->link) == "with";
    });
    const bool alone =
        !told.players.empty() && std::ranges::all_of(told.players, [&](const Player* player) {
          return player->link != kNone && player->link >= told.at.end;
        });
    if (!one_side || !alone || told.region.partners.empty()) return;
    const Player* subject = subject_before(told.begin);
    add(told, subject != nullptr ? subject : subject_after(told.region.end));
  }

  // "a visit to Oslo, | Levi | said"
  const Player* subject_after(std::uint32_t from) const {
    if (scene_.low(from - 1) != ",") return nullptr;
    for (const Player& player : cast_) {
      if (player.tokens.begin == from && player.link == kNone) return &player;
    }
    return nullptr;
  }

  // Back over the words that describe the noun, to its owner, which takes part: "A's first call".
  std::uint32_t noun_phrase_begin(Telling& told) const {
    std::uint32_t i = told.at.begin;
    for (int n = 0; n < 6 && i > scene_.all.begin; ++n) {
      const Player* owner = owner_ending(i);
      if (owner != nullptr) {
        add(told, owner);
        return owner->tokens.begin;
      }
      if (scene_.words_before(table_, "ahead", i) > 0) told.planned = true;
      if (scene_.is(i - 1, Role::determiner | Role::owner)) return i - 1;
      const bool describes = scene_.word(i - 1) && !scene_.is(i - 1, Role::preposition | Role::be |
                                                                         Role::have | Role::list);
      const bool mark = scene_.any(i - 1, {"-", "\"", "\xE2\x80\x9C"});
      if ((!describes && !mark) || scene_.words_before(table_, "light", i) > 0 ||
          scene_.words_before(table_, "void", i) > 0)
        return i;
      --i;
    }
    return i;
  }
  const Player* owner_ending(std::uint32_t i) const {
    for (const Player& player : cast_) {
      const std::uint32_t end =
          player.tokens.end + (scene_.low(player.tokens.end) == "'s" ? 1u : 0u);
      if (end == i && (player.possessive || player.attribute)) return &player;
      if (end == i && player.person && scene_.any(player.tokens.begin - 1, {"-"})) return &player;
    }
    return nullptr;
  }

  std::uint32_t light_before(std::uint32_t noun) const {
    for (std::uint32_t i = noun; i > scene_.all.begin && noun - i < kLightReach; --i) {
      const std::uint32_t n = scene_.words_before(table_, "light", i);
      if (n > 0) return i - n;
      const bool quoted = scene_.any(i - 1, {"\"", "\xE2\x80\x9C"});
      if ((!scene_.word(i - 1) && !quoted) || scene_.is(i - 1, Role::preposition)) break;
    }
    return noun;
  }
  ActForm form_of_light(std::uint32_t i) const {
    const std::string_view word = scene_.low(i);
    if (word.ends_with("ed") || scene_.is(i, Role::past)) return ActForm::past;
    if (word.ends_with("ing")) return ActForm::gerund;
    return word.ends_with('s') ? ActForm::present : ActForm::base;
  }

  // "will be held", "is scheduled", "due in May" after the noun and its partners.
  bool will_be(const Telling& told) const {
    for (std::uint32_t i = told.at.end; i < told.region.end + 3; ++i) {
      if (scene_.any(i, {"will", "would"}) || scene_.is(i, Role::slated)) return true;
      if (scene_.is(i, Role::due) && scene_.is(i - 1, Role::be)) return true;
    }
    return false;
  }
  bool void_after(const Telling& told) const {
    for (std::uint32_t i = told.at.end; i < told.region.end + 3; ++i) {
      if (scene_.is(i, Role::be) && (scene_.words_at(table_, "void", i + 1) > 0)) return true;
    }
    return false;
  }

  void read_rite(Telling& told) const {
    const Entity* agreement = view_.last();
    if (agreement == nullptr) {
      told.untold = true;
      return;
    }
    const bool noun = told.at.form == ActForm::noun;
    const Turn turn = turn_of(scene_, told.at.begin, told.at.form);
    if (!noun) {
      told.planned = true;
      told.untold = turn.untold || !turn.planned;
      return;
    }
    const bool signing = !scene_.is(told.at.begin, Role::rite);
    const std::uint32_t i = noun_phrase_begin(told);
    told.players.clear();
    if (scene_.words_before(table_, "void", i) > 0 || void_after(told)) told.untold = true;
    const TokenSpan words = {told.at.begin, told.at.end};
    told.planned = told.planned || will_be(told) ||
                   looks_ahead(scene_.lexicon, scene_.reading, scene_.all, words,
                               scene_.title ? Tense::headline : Tense::news);
    // "before signing": a gerund; "the signing", "its signing" a noun. A ceremony that is no
    // signing has its agreement in its sentence.
    if (told.at.end - told.at.begin == 1 && signing &&
        (!scene_.is(i, Role::determiner | Role::owner) || scene_.capital(told.at.end))) {
      told.untold = true;
    }
    if (!signing && view_.here() == nullptr) told.untold = true;
  }

  void read_making(Telling& told) const {
    const Turn turn = turn_of(scene_, told.at.begin, told.at.form);
    const Time* time = told.region.time;
    told.untold =
        turn.untold || turn.planned || view_.here() == nullptr || time == nullptr || time->vague;
  }

  void read_vote(Telling& told) const {
    const Player* subject = subject_before(told.begin);
    const bool house = subject != nullptr && legislates(subject->tokens);
    told.untold = told.untold || !house || view_.here() == nullptr;
    add(told, subject);
  }
  bool legislates(TokenSpan tokens) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (scene_.is(i, Role::legislature)) return true;
    }
    return false;
  }

  std::optional<Event> finish(const Telling& told) const {
    Event event;
    event.kind = told.at.row->kind;
    event.planned = told.planned;
    for (const Player* player : told.players) event.participants.push_back(player->name);
    const bool goes_to = event.kind == "visit";
    event.place = !told.place.empty() || goes_to ? told.place : told.region.place;
    if (event.place.empty() && !goes_to) event.place = opening_place();
    give_date(told, event);
    const bool rite = is_any(event.kind, {"ceremony", "vote", "conclusion"});
    if (const Entity* agreement = rite ? view_.last() : view_.here()) {
      event.agreement = agreement->name;
      event.agreement_id = agreement->id;
    }
    if (!rite && !goes_to && event.participants.size() < 2 &&
        (event.participants.empty() || event.place.empty())) {
      return std::nullopt;
    }
    event.evidence = {sentence_evidence(scene_.report, scene_.reading, told.at.begin)};
    return event;
  }

  // "In Geneva, ...", "On the sidelines of the assembly in New York, ...".
  std::string opening_place() const {
    if (!scene_.is(scene_.all.begin, Role::preposition)) return {};
    std::string place;
    for (std::uint32_t i = scene_.all.begin; i < scene_.all.begin + 14; ++i) {
      if (scene_.low(i) == "," || scene_.time_at(i) != nullptr) return place;
      std::uint32_t end = 0;
      if (place.empty() && scene_.low(i) != "to") place = place_at(scene_, i, end);
    }
    return {};
  }

  void give_date(const Telling& told, Event& event) const {
    const Time* time = told.region.time;
    for (const Time& one : scene_.reading.times) {  // "voted on the pact on Tuesday"
      const bool after = event.kind == "vote" && one.tokens.begin >= told.at.end;
      if (time == nullptr && after && scene_.all.contains(one.tokens) && !one.duration &&
          !one.named)
        time = &one;
    }
    if (time == nullptr) {
      for (const Time& one : scene_.reading.times) {
        if (!scene_.all.contains(one.tokens) || one.tokens.begin >= told.at.begin) continue;
        if (one.duration || one.since || one.until || when_said(one)) continue;
        time = &one;
      }
    }
    if (time == nullptr && event.kind == "ceremony") {
      for (const Time& one : scene_.reading.times) {
        if (scene_.all.contains(one.tokens) && one.vague) time = &one;
      }
    }
    if (time == nullptr) return;
    event.date_words = scene_.text(time->tokens);
    const std::string& published = scene_.report.published;
    const std::string known = published.substr(0, time->value.size());
    const bool past = !time->vague && !published.empty() && time->value < known;
    if (event.planned && past) {
      event.date_words.clear();
      return;
    }
    if (time->vague && scene_.lexicon.time_words.vague.contains(event.date_words))
      event.planned = true;  // "soon"
    if (!time->vague) event.date = time->value;
    if (!time->vague && !published.empty() && time->value > known) event.planned = true;
  }
  // "said on Thursday that": the day of the saying.
  bool when_said(const Time& time) const {
    for (std::uint32_t back = 1; back < 4; ++back) {
      const std::uint32_t i = time.tokens.begin - back;
      if (time.tokens.begin < scene_.all.begin + back) return false;
      if (scene_.says(i)) return true;
    }
    return false;
  }

  const Scene& scene_;
  const HappeningTable& table_;
  const std::vector<Player>& cast_;
  const AgreementInView& view_;
};

}  // namespace

std::vector<Found<Event>> find_events(const Report& report, const Reading& reading,
                                      const Lexicon& lexicon) {
  std::vector<Found<Event>> found;
  const std::vector<PersonName> persons = find_person_names(reading);
  AgreementInView agreements(reading);
  for (const Sentence& sentence : reading.sentences) {
    agreements.move_to(sentence.tokens);
    const Scene scene(report, reading, lexicon, sentence);
    const std::vector<Trigger> triggers = triggers_in(scene, lexicon.happenings.events);
    if (triggers.empty()) continue;
    const std::vector<Player> cast = cast_of(scene, persons);
    const EventReader reader(scene, cast, agreements);
    for (std::size_t i = 0; i < triggers.size(); ++i) {
      auto event = reader.read(triggers, i);
      if (!event) continue;
      found.push_back({*std::move(event), triggers[i].row->name, triggers[i].span()});
    }
  }
  return found;
}

std::vector<Event> extract_events(const Report& report, const Reading& reading,
                                  const Lexicon& lexicon) {
  return merge_events(find_events(report, reading, lexicon), reading);
}

}  // namespace concord
