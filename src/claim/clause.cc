#include "claim/clause.h"

#include <algorithm>

namespace concord {
namespace {

constexpr std::uint32_t kReach = 9;  // tokens before an act that can turn it

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

class ClauseReader {
 public:
  ClauseReader(const Report& report, const Reading& reading, const Lexicon& lexicon,
               const Sentence& sentence, Discourse& discourse)
      : report_(report),
        reading_(reading),
        acts_(lexicon.acts),
        all_(sentence.tokens),
        title_(report.blocks[sentence.block].kind == BlockKind::title),
        discourse_(discourse) {
    const auto first = std::ranges::lower_bound(reading.mentions, all_.begin, {},
                                                [](const Mention& m) { return m.tokens.begin; });
    for (auto it = first; it != reading.mentions.end() && it->tokens.begin < all_.end; ++it) {
      mentions_.push_back(*it);
    }
  }

  std::vector<FoundAct> read() {
    std::vector<FoundAct> found = triggers();
    if (!found.empty() && low(all_.end - 1) == "?") found.clear();
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::uint32_t next = i + 1 < found.size() ? found[i + 1].words.begin : all_.end;
      const std::uint32_t before = i > 0 ? found[i - 1].words.end : all_.begin;
      turn(found[i]);
      found[i].agreement = object_of(found[i], before, next);
      found[i].parties = parties_of(found[i], before, next,
                                    i > 0 ? found[i - 1].parties : std::vector<std::uint32_t>{});
      found[i].time = time_of(found[i], before, next);
      if (!found[i].parties.empty()) discourse_.parties = found[i].parties;
    }
    remember();
    return found;
  }

 private:
  std::string_view low(std::uint32_t i) const {
    return all_.contains(i) ? reading_.lower(i) : std::string_view();
  }
  const Entity& entity(const Mention& mention) const { return reading_.entities[mention.entity]; }
  bool is_actor(const Mention& m) const {
    const EntityKind kind = entity(m).kind;
    return kind == EntityKind::state || kind == EntityKind::body ||
           ((kind == EntityKind::person || kind == EntityKind::office) && !entity(m).party.empty());
  }

  std::vector<FoundAct> triggers() {
    std::vector<FoundAct> found;
    for (std::uint32_t i = all_.begin; i < all_.end;) {
      const auto hit = acts_.phrases.longest([&](std::uint32_t t) { return low(t); }, i, all_.end);
      if (!hit || inside_name({i, i + hit->length})) {
        ++i;
        continue;
      }
      const ActPhrase& phrase = acts_.forms[hit->value];
      if (phrase.form != ActForm::noun && i > all_.begin &&
          is_any(low(i - 1), {"the", "a", "an", "his", "her", "of", "some"})) {  // "the left won"
        ++i;
        continue;
      }
      FoundAct act;
      act.words = {i, i + hit->length};
      act.act = &acts_.acts[phrase.act];
      act.form = phrase.form;
      act.denied = act.act->denied;
      if (asserts(act)) found.push_back(std::move(act));
      i += hit->length;
    }
    return found;
  }

  // "accession" and "joining" only name the act that another word asserts ("is considering
  // joining"); "being signed" and "to be ratified" do not tell it done.
  static bool asserts(const FoundAct& act) {
    if (act.form == ActForm::noun) return act.act->nominal;
    return act.form != ActForm::gerund || act.act->stage == Stage::considering;
  }

  // "Economic Partnership Agreement" holds no act.
  bool inside_name(TokenSpan words) const {
    return std::ranges::any_of(mentions_, [&](const Mention& m) {
      return m.tokens.overlaps(words) && m.form == MentionForm::name;
    });
  }

  // The turning words before the act, outermost denial included; the condition after it.
  void turn(FoundAct& act) const {
    const std::uint32_t from = act.words.begin - std::min(act.words.begin - all_.begin, kReach);
    bool infinitive = false;
    if (low(act.words.begin - 1) == "be" && act.form == ActForm::past) act.form = ActForm::base;
    for (std::uint32_t i = act.words.begin; i > from;) {
      --i;
      if (is_any(low(i), {";", ",", "that", "which", "who", "but", "while", "because"}) &&
          act.words.begin - i > 1) {
        break;
      }
      if (low(i) == "to") infinitive = true;
      const auto hit =
          acts_.factuality.longest([&](std::uint32_t t) { return low(t); }, i, act.words.begin);
      if (!hit) continue;
      const Effect effect = acts_.effects[hit->value];
      if (effect == Effect::denied) {
        act.denied = true;
      } else if (act.effect == Effect::nothing && act.form != ActForm::past) {
        act.effect = effect;
      } else if (effect == Effect::refused || effect == Effect::denied_plan) {
        act.effect = effect;
      }
    }
    const std::string_view before = low(act.words.begin - 1);
    if (act.form == ActForm::base && act.effect == Effect::nothing) {
      if (title_ && before == "to")
        act.effect = Effect::planned;
      else if (!act.denied)
        act.effect = first_to(act) ? Effect::nothing
                     : infinitive  ? Effect::nothing_asserted
                                   : act.effect;
    }
    embed(act);
    act.first = first_to(act);
    find_condition(act);
  }

  // "hopes that A will join", "denied that it will leave": the word that governs the whole clause.
  void embed(FoundAct& act) const {
    for (std::uint32_t i = all_.begin; i + 2 < act.words.begin; ++i) {
      if (low(i + 1) != "that") continue;
      const auto hit = acts_.factuality.longest([&](std::uint32_t t) { return low(t); }, i, i + 2);
      if (!hit || hit->length != 2) continue;
      const Effect effect = acts_.effects[hit->value];
      if (effect == Effect::denied)
        act.denied = true;
      else if (act.effect == Effect::planned)
        act.effect = effect;
    }
  }

  bool first_to(const FoundAct& act) const {
    for (std::uint32_t i = act.words.begin; i > all_.begin && act.words.begin - i < 9; --i) {
      if (low(i - 1) == "first") return true;
      if (is_any(low(i - 1), {",", ";"})) return false;
    }
    return false;
  }

  void find_condition(FoundAct& act) const {
    for (std::uint32_t i = all_.begin; i < all_.end; ++i) {
      const bool opens = is_any(low(i), {"if", "unless", "provided", "until", "once"}) ||
                         (low(i) == "depends" || low(i) == "conditional" || low(i) == "hinges");
      if (!opens) continue;
      const bool after = i >= act.words.end;
      if (!after && i + 1 < act.words.begin && low(i) != "if") continue;
      if (after) {
        if (low(i) == "until" || low(i) == "once") {
          if (act.effect == Effect::nothing) continue;
        }
        act.conditional = act.form != ActForm::past;
        act.condition = {i, all_.end - (low(all_.end - 1) == "." ? 1u : 0u)};
      } else if (low(i) == "if") {
        act.effect = Effect::nothing_asserted;
      }
      return;
    }
  }

  // The agreement: the next one named, or the last one in the clause, or the one spoken of.
  std::uint32_t object_of(const FoundAct& act, std::uint32_t before, std::uint32_t next) const {
    const bool bodies = act.act->object == ActObject::any;
    const auto fits = [&](const Mention& m) {
      const Entity& e = entity(m);
      return e.kind == EntityKind::agreement ||
             ((bodies || act.act->object == ActObject::none) && e.acceded &&
              m.form != MentionForm::capital && bodies);
    };
    for (const Mention& m : mentions_) {  // "left the Soviet Union": its object is no agreement
      const bool own = act.act->leaving && m.tokens.begin >= act.words.end &&
                       m.tokens.begin <= act.words.end + 1;
      if (own && is_actor(m) && !entity(m).acceded) return kNone;
    }
    for (const Mention& m : mentions_) {
      if (m.tokens.begin >= act.words.begin && m.tokens.begin < next && fits(m)) return m.entity;
    }
    for (auto it = mentions_.rbegin(); it != mentions_.rend(); ++it) {
      if (it->tokens.end <= act.words.begin && it->tokens.begin >= before && fits(*it))
        return it->entity;
    }
    for (const Mention& m : mentions_) {
      if (m.tokens.begin >= act.words.begin && fits(m)) return m.entity;
    }
    for (auto it = mentions_.rbegin(); it != mentions_.rend(); ++it) {
      if (it->tokens.end <= act.words.begin && fits(*it)) return it->entity;
    }
    if (bodies && discourse_.body != kNone && discourse_.agreement == kNone) return discourse_.body;
    return discourse_.agreement;
  }

  bool is_party(const Mention& m, const FoundAct& act) const {
    if (!is_actor(m) || m.entity == act.agreement) return false;
    if (m.form == MentionForm::capital && m.tokens.begin > all_.begin &&
        is_any(low(m.tokens.begin - 1), {"in", "at", "from", "near", "to", "outside"})) {
      return false;
    }
    return m.form != MentionForm::adjective || leads_government(m);
  }

  // "Kazakhstan's government", "the Kazakh president", "Hungary's parliament", "Turkish lawmakers".
  bool leads_government(const Mention& m) const {
    const std::uint32_t at = m.tokens.end + (low(m.tokens.end) == "'s");
    for (std::uint32_t i = at; i < at + 3; ++i) {
      if (is_any(low(i),
                 {"government", "president", "parliament", "minister",    "prime",    "foreign",
                  "senate",     "lawmakers", "cabinet",    "authorities", "leaders",  "king",
                  "officials",  "ministry",  "state",      "house",       "congress", "assembly",
                  "leader",     "people",    "voters",     "side",        "republic"})) {
        return true;
      }
    }
    return false;
  }

  // Whether a mention can be the subject: not behind "with", "of" ...
  bool is_free(const Mention& m) const {
    if (m.tokens.begin == all_.begin) return true;
    std::uint32_t i = m.tokens.begin - 1;
    if (low(i) == "the" && i > all_.begin) --i;
    if (is_any(low(i), {"with", "of", "in", "for", "from", "between", "against", "to", "unlike",
                        "by", "after", "like", "than", "without", "on", "at"})) {
      return false;
    }
    return true;
  }

  std::vector<std::uint32_t> parties_of(const FoundAct& act, std::uint32_t before,
                                        std::uint32_t next,
                                        const std::vector<std::uint32_t>& earlier) const {
    std::vector<std::uint32_t> parties;
    const bool noun = act.form == ActForm::noun;
    const bool passive =
        act.form == ActForm::past &&
        is_any(low(act.words.begin - 1), {"was", "were", "been", "is", "are", "be"});
    if (act.act->object == ActObject::own) return {};
    if (passive && low(act.words.end) == "by") {
      collect_list(act.words.end + 1, next, act, parties);
      return with_sides(act, parties);
    }
    const std::string_view last = low(act.words.end - 1);
    if (last == "are" || last == "were" || last == "include") {  // "the signatories are A and B"
      collect_list(act.words.end, all_.end, act, parties);
      return with_sides(act, parties);
    }
    // The nearest list of actors to the left, in this clause, else in the sentence before the act.
    for (auto it = mentions_.rbegin(); it != mentions_.rend(); ++it) {
      if (it->tokens.end > act.words.begin || it->tokens.begin < before) continue;
      if (!is_party(*it, act)) continue;
      const bool owner = it->possessive && (noun || leads_government(*it) || infinitive_noun(*it));
      if (it->possessive && !owner) continue;
      if (!is_free(*it) && !(noun && owner)) continue;
      collect_left(it, act, parties);
      break;
    }
    if (parties.empty() && noun) collect_list(act.words.end, next, act, parties);
    if (act.first || parties.empty()) followed_by(act, next, parties);
    if (parties.empty() && !earlier.empty()) parties = earlier;
    if (parties.empty() && pronoun_subject(act, before)) parties = discourse_.parties;
    if (!passive || parties.empty()) followed_by(act, next, parties);
    return with_sides(act, parties);
  }

  // "Kazakhstan's decision to join"
  bool infinitive_noun(const Mention& m) const {
    return is_any(low(m.tokens.end + 1), {"decision", "plan", "bid", "intention", "refusal",
                                          "application", "accession", "entry"});
  }

  bool pronoun_subject(const FoundAct& act, std::uint32_t before) const {
    for (std::uint32_t i = before; i < act.words.begin; ++i) {
      if (is_any(low(i), {"it", "they", "both", "country", "nation", "which", "two", "three",
                          "kingdom", "republic", "neither", "he", "she", "its", "government"})) {
        return true;
      }
    }
    return false;
  }

  using Reverse = std::vector<Mention>::const_reverse_iterator;
  // "A, B and C": from its last member leftwards.
  void collect_left(Reverse from, const FoundAct& act, std::vector<std::uint32_t>& parties) const {
    std::uint32_t at = from->tokens.begin;
    parties.push_back(from->entity);
    for (auto it = from + 1; it != mentions_.rend(); ++it) {
      if (!joined(it->tokens.end, at) || !is_party(*it, act) || !is_free(*it)) break;
      parties.insert(parties.begin(), it->entity);
      at = it->tokens.begin;
    }
  }

  // Whether only list marks stand between two tokens.
  bool joined(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (!is_any(low(i), {",", "and", "the", "&", "or", "nor", "then", "later", "as", "well"}))
        return false;
    }
    return to > from;
  }

  // The list of actors that begins at a token or soon after it.
  void collect_list(std::uint32_t from, std::uint32_t to, const FoundAct& act,
                    std::vector<std::uint32_t>& parties) const {
    std::uint32_t at = from;
    for (const Mention& m : mentions_) {
      if (m.tokens.begin < from || m.tokens.begin >= to || m.entity == act.agreement ||
          !is_actor(m))
        continue;
      const bool starts = parties.empty() && m.tokens.begin <= from + 4;
      if (!starts && !joined(at, m.tokens.begin)) break;
      parties.push_back(m.entity);
      at = m.tokens.end;
    }
  }

  // "..., followed by Morocco"; "four countries signed it: A, B and C".
  void followed_by(const FoundAct& act, std::uint32_t next,
                   std::vector<std::uint32_t>& parties) const {
    for (std::uint32_t i = act.words.end; i < std::max(next, act.words.end); ++i) {
      const bool followed =
          low(i) == "followed" && (low(i + 1) == "by" || low(i + 2) == "by" || low(i + 3) == "by");
      const bool list =
          is_any(low(i), {":", "\xE2\x80\x94", "\xE2\x80\x93", "namely"}) && parties.empty();
      if (!followed && !list) continue;
      std::vector<std::uint32_t> more;
      std::uint32_t at = i + 1;
      while (followed && low(at) != "by") ++at;
      collect_list(followed ? at + 1 : at, all_.end, act, more);
      for (const std::uint32_t one : more) {
        if (std::ranges::find(parties, one) == parties.end()) parties.push_back(one);
      }
      return;
    }
  }

  // A two-way deal's sides are its parties.
  std::vector<std::uint32_t> with_sides(const FoundAct& act,
                                        std::vector<std::uint32_t> parties) const {
    if (act.agreement == kNone) return parties;
    for (const std::uint32_t side : reading_.entities[act.agreement].members) {
      if (std::ranges::find(parties, side) == parties.end()) parties.push_back(side);
    }
    // "signed a trade agreement with China"
    return parties;
  }

  const Time* time_of(const FoundAct& act, std::uint32_t before, std::uint32_t next) const {
    const Time* best = nullptr;
    for (const Time& time : reading_.times) {
      if (time.tokens.begin < all_.begin || time.tokens.end > all_.end || time.value.empty() ||
          time.duration)
        continue;
      if (time.tokens.begin >= act.words.end && time.tokens.begin < next) return &time;
      if (time.tokens.end <= act.words.begin && time.tokens.begin >= before) best = &time;
    }
    return best;
  }

  void remember() {
    for (const Mention& m : mentions_) {
      if (entity(m).kind == EntityKind::agreement) discourse_.agreement = m.entity;
      if (entity(m).acceded && m.form != MentionForm::capital) discourse_.body = m.entity;
    }
    if (discourse_.parties.empty() || std::ranges::none_of(mentions_, [&](const Mention& m) {
          return std::ranges::find(discourse_.parties, m.entity) != discourse_.parties.end();
        })) {
      for (const Mention& m : mentions_) {
        if (entity(m).kind == EntityKind::state && is_free(m) && !m.possessive &&
            m.form == MentionForm::name) {
          discourse_.parties = {m.entity};
          break;
        }
      }
    }
  }

  const Report& report_;
  const Reading& reading_;
  const Acts& acts_;
  TokenSpan all_;
  bool title_;
  Discourse& discourse_;
  std::vector<Mention> mentions_;
};

}  // namespace

std::vector<FoundAct> find_acts(const Report& report, const Reading& reading,
                                const Lexicon& lexicon, const Sentence& sentence,
                                Discourse& discourse) {
  return ClauseReader(report, reading, lexicon, sentence, discourse).read();
}

}  // namespace concord
