// Who is listed under a label that tells a standing (reading/standing_labels.cc).
//
//   GONE                               ON STRIKE: [Peru] and, since May, [Chile]
//   [Oman]. Notice given in May.       Who is left? Six states, among them [Chad].
#include <algorithm>

#include "claim/name_lists.h"
#include "reading/block_opening.h"

namespace concord {
namespace {

class StandingLists {
 public:
  StandingLists(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts)
      : view_(view),
        reading_(view.reading),
        discourse_(discourse),
        sentence_(view.reading.token(view.all.begin).sentence),
        acts_(acts) {}

  bool run() {
    const Label* label = label_above();
    give_fragments(view_, discourse_, label == nullptr ? kNone : agreement_of(*label), acts_);
    if (label == nullptr) return false;
    const bool here = label->sentence == sentence_;
    if (label->names_before && (!here || has_verbs(*label))) return false;
    const std::uint32_t from =
        here && !label->names_before ? label->words.end + 1 : view_.all.begin;
    const Chunk* first = first_listed(view_, from);
    if (first != nullptr && describes_noun(*first)) return false;
    const std::uint32_t about = first == nullptr ? kNone : agreement_of(*label);
    // "Left: Peru's president", not "Signed: Peru's president"
    if (here && first == nullptr && is_officer(from) && !tells_of_signing(*label)) {
      std::erase_if(acts_, [&](const FoundAct& act) { return act.words.begin < from; });
      return true;
    }
    if (about == kNone) return false;
    const std::uint32_t colon = first->tokens.end;  // "Niger: to join in 2026"
    const bool tells = low(colon) == ":" && std::ranges::any_of(acts_, [&](const FoundAct& act) {
                         return act.words.begin > colon && !act.parties.empty();
                       });
    if (tells && !label->names_before) return false;
    if (label->names_before) {
      const Time* time = time_in(label->words);
      give(*label, *first, about, first->actors, time);
      return true;
    }
    if (here) std::erase_if(acts_, [&](const FoundAct& act) { return act.words.begin < from; });
    for (const Chunk& chunk : view_.chunks) {
      if (&chunk == first ||
          (chunk.tokens.begin > first->tokens.end && is_listed(view_, chunk, from)))
        give(*label, chunk, about, from);
    }
    return true;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "Who is missing? The | Oslo | weekly names ..."
  bool describes_noun(const Chunk& chunk) const {
    if (view_.tree.empty()) return false;
    const std::uint32_t noun = chunk.tokens.end;
    const bool then = view_.time_at(noun) != nullptr && !low(noun).ends_with("ly");  // "weekly"
    if (!view_.all.contains(noun) || then || view_.is_finite(noun)) return false;
    const WordClass kind = view_.tree.word(noun).word_class;
    const bool small = view_.is_mark(noun) || view_.reading.token(noun).capital ||
                       view_.is(noun, Role::adverb | Role::preposition | Role::list);
    return !small && (kind == WordClass::noun || kind == WordClass::adj);
  }

  bool is_officer(std::uint32_t i) const {
    const Chunk* chunk = view_.chunk_at(i + (view_.is(i, Role::determiner) ? 1 : 0));
    return chunk != nullptr && (chunk->government || chunk->legislature);
  }

  bool tells_of_signing(const Label& label) const {
    return std::ranges::any_of(label.tells, [&](const StandingLabel& one) {
      return one.act && view_.acts.acts[*one.act].stage == Stage::signed_;
    });
  }

  // The last label above the sentence or at its head, where what it heads goes on here.
  const Label* label_above() const {
    auto next = std::ranges::upper_bound(reading_.labels, sentence_, {}, &Label::sentence);
    if (next == reading_.labels.begin()) return nullptr;
    --next;
    const bool itself = next->sentence == sentence_ && next->alone;
    if (itself && next == reading_.labels.begin()) return nullptr;
    if (itself) --next;
    return reaches(*next) ? &*next : nullptr;
  }

  // "Ghana: signed, not ratified": read by its verbs.
  bool has_verbs(const Label& label) const {
    return std::ranges::any_of(acts_, [&](const FoundAct& act) {
      return act.words.begin >= label.words.begin && !act.parties.empty() &&
             !act.agreements.empty() && act.effect != Effect::nothing_asserted;
    });
  }

  // To the end of its own block or of the one that it heads, and over lines that follow. An answer
  // is what stands right behind the question.
  bool reaches(const Label& label) const {
    const auto block = [&](std::uint32_t n) { return reading_.sentences[n].block; };
    std::uint32_t next = label.sentence + 1;
    while (next < sentence_ && names_speaker(reading_, next)) ++next;  // "A:"
    if (label.asks && next < sentence_) return false;
    if (block(sentence_) == block(label.sentence)) return true;
    if (!label.heads && !label.asks) return false;
    for (std::uint32_t n = label.sentence + 1; n <= sentence_; ++n) {
      const bool behind = block(n) == block(label.sentence) + 1;
      if (!behind && !is_line(n)) return false;
    }
    return true;
  }

  // The first mention that begins at a token or behind it.
  std::vector<Mention>::const_iterator mention_from(std::uint32_t i) const {
    return std::ranges::lower_bound(reading_.mentions, i, {},
                                    [](const Mention& one) { return one.tokens.begin; });
  }

  // "- Peru (May)", "Peru", "Peru (the text has not gone to the Senate)": a line of a list.
  bool is_line(std::uint32_t n) const {
    constexpr std::uint32_t kWordsMax = 8;
    const TokenSpan line = reading_.sentences[n].tokens;
    if (is_bullet(reading_.lower(line.begin))) return true;
    const auto one = mention_from(line.begin);
    if (one == reading_.mentions.end() || one->tokens.begin != line.begin) return false;
    const bool aside =
        reading_.lower(one->tokens.end) == "(" && reading_.lower(line.end - 1) == ")";
    return aside || line.size() < kWordsMax;
  }

  // The agreement that the label or a heading above it names; else the report's, where labels stand
  // in lines of their own; else the one spoken of.
  std::uint32_t agreement_of(const Label& label) const {
    if (label.about != kNone) return label.about;
    const std::uint32_t last = discourse_.told.agreement;
    const bool again = std::ranges::all_of(label.tells, [](const StandingLabel& one) {
      return !one.act && one.effect == Effect::denied;
    });
    if (label.asks && again && last != kNone && is_open(last)) return last;  // "Who is missing?"
    const bool opens = label.words.begin == reading_.sentences[label.sentence].tokens.begin &&
                       (label.sentence == 0 || reading_.sentences[label.sentence - 1].block !=
                                                   reading_.sentences[label.sentence].block);
    const bool scorecard = label.heads || label.asks || opens;
    const bool told = discourse_.told.agreement != kNone;
    if (!scorecard && spoken_here(label) != kNone) return spoken_here(label);
    if (!scorecard) return told ? discourse_.told.agreement : discourse_.main;
    if (discourse_.headed_by != kNone) return discourse_.headed_by;
    if (discourse_.matter != kNone) return discourse_.matter;
    return told ? discourse_.told.agreement : discourse_.main;
  }

  // The last one spoken of in the paragraph before the label.
  std::uint32_t spoken_here(const Label& label) const {
    const auto block = [&](std::uint32_t n) { return reading_.sentences[n].block; };
    for (auto one = discourse_.spoken.rbegin(); one != discourse_.spoken.rend(); ++one) {
      if (block(one->sentence) != block(label.sentence)) break;
      if (one->sentence < label.sentence) return one->agreement;
    }
    return kNone;
  }

  void give(const Label& label, const Chunk& chunk, std::uint32_t about, std::uint32_t from) {
    if (is_deal_of_others(reading_, about, chunk.actors)) return;
    for (const auto& [parties, time] : parts_of(chunk, from))
      give(label, chunk, about, parties, time);
  }

  void give(const Label& label, const Chunk& chunk, std::uint32_t about, const Entities& parties,
            const Time* time) {
    for (StandingLabel told : label.tells) {
      if (!told.act && told.effect == Effect::wanted && !is_open(about)) continue;
      const bool over = told.effect == Effect::ended;  // "Who is left?"
      if (over) told.effect = is_joined(about) ? Effect::denied : Effect::nothing;
      FoundAct act = act_implied(view_, ImpliedAct::membership, {about}, parties);
      if (told.act) act.act = act.row = &view_.acts.acts[*told.act];
      if (told.dated && time != nullptr) act.act = act.row = &view_.acts.acts[*told.dated];
      const bool members = over && told.effect == Effect::nothing;
      if (!told.act && !members) act.act = act.row = step_told(label, about, *act.act);
      const bool dated = told.dated && time != nullptr;
      act.effect = told.effect == Effect::denied || dated ? Effect::nothing : told.effect;
      act.denied = told.effect == Effect::denied && !dated;
      if (act.effect == Effect::planned) act.turned_by = "will";
      if (act.effect == Effect::wanted && act.act->leaving)
        act.certainty = Certainty::possible;  // "Oman has left. Who is next?"
      act.words = chunk.tokens;
      act.begin = chunk.tokens.begin;
      act.time = time;
      acts_.push_back(std::move(act));
    }
  }

  // Whether the last step that a party took was towards an agreement, and not out of it.
  bool is_joined(std::uint32_t about) const {
    const Told* last = nullptr;
    for (const auto& [party, deed] : discourse_.deeds) {
      const bool stays = deed.act->lasting;  // "Chad left. Niger remains a member. Who is left?"
      if (deed.agreement == about && !stays && (last == nullptr || deed.sentence > last->sentence))
        last = &deed;
    }
    const auto enters = [](Stage stage) {
      return stage == Stage::party || stage == Stage::ratified || stage == Stage::signed_;
    };
    return last != nullptr && enters(last->act->stage);
  }

  // "Who is next?": to join a body or what has a name of its own, not "the trade deal".
  bool is_open(std::uint32_t about) const {
    const Entity& agreement = reading_.entities[about];
    const char first = agreement.name.empty() ? 'a' : agreement.name[0];
    const auto doers = discourse_.doers.find(about);
    if (doers != discourse_.doers.end() && doers->second.size() == 2) return false;
    return agreement.acceded || !(first >= 'a' && first <= 'z');
  }

  // "The treaty needs sixty | ratifications |": whether what leads to the label names any.
  bool counts_ratifications(const Label& label) const {
    constexpr std::uint32_t kSentencesBack = 60;
    const std::uint32_t first = label.sentence - std::min(label.sentence, kSentencesBack);
    const auto word = [&](std::uint32_t t) { return reading_.lower(t); };
    for (std::uint32_t i = reading_.sentences[first].tokens.begin; i < label.words.begin; ++i) {
      if (!reading_.opens(i, Opens::act)) continue;
      const auto hit = view_.acts.phrases.longest(word, i, label.words.begin);
      const bool ratifies =
          hit && view_.acts.acts[view_.acts.forms[hit->value].act].stage == Stage::ratified;
      if (ratifies) return true;
    }
    return false;
  }

  // The step that was told before it of who signed, ratified or joined: of a scorecard the one that
  // the report opens with ("Late arrivals", "Holdouts").
  const Act* step_told(const Label& label, std::uint32_t about, const Act& membership) const {
    const bool scorecard = label.heads && !label.asks;
    const bool next = label.tells.front().effect == Effect::wanted;
    const bool text = reading_.entities[about].kind == EntityKind::agreement;
    const FoundAct ratified = act_implied(view_, ImpliedAct::ratification, {}, {});
    const Act* step = text && counts_ratifications(label) ? ratified.act : &membership;
    for (const Spoken& one : discourse_.spoken) {
      const bool told =
          one.agreement == about && one.act != nullptr && one.sentence < label.sentence;
      if (!told || one.act->approval) continue;                    // "approved Oman's accession"
      if (one.act->leaving && next && !scorecard) step = one.act;  // "Oman has left. Who is next?"
      if (one.act->stage != Stage::signed_ && one.act->stage != Stage::ratified &&
          one.act->stage != Stage::party)
        continue;
      step = one.act;
      if (scorecard) break;
    }
    return step;
  }

  const Time* time_of(const Chunk& chunk, std::uint32_t from) const {
    const Time* behind = time_behind(chunk);
    return behind != nullptr ? behind : time_ahead(chunk, from);
  }

  // "Italy (2016)", "Peru, in May", "Oman since 2017"
  const Time* time_behind(const Chunk& chunk) const {
    std::uint32_t i = after_bare_verb(view_, chunk.tokens.end);
    if (low(i) == "(") {
      for (++i; view_.all.contains(i) && low(i) != ")"; ++i) {
        const Time* time = view_.time_at(i);
        if (time != nullptr && !in_act(i)) return time;
        if (view_.is(i, Role::be | Role::have)) break;  // "Chad (a bill | was | tabled in May)"
      }
      return nullptr;
    }
    if (low(i) == "," || low(i) == "-") ++i;
    if (is_any(low(i), {"both", "all"})) ++i;
    if (view_.is(i, Role::preposition | Role::adverb) && view_.time_at(i) == nullptr) ++i;
    return view_.time_at(i);
  }

  // "and, in 2022, | Chad": before it, between commas.
  const Time* time_ahead(const Chunk& chunk, std::uint32_t from) const {
    const std::uint32_t comma = chunk.tokens.begin - (low(chunk.tokens.begin - 1) == "the" ? 2 : 1);
    if (comma <= from || low(comma) != ",") return nullptr;
    const Time* time = view_.time_at(comma - 1);
    if (time == nullptr) return nullptr;
    const std::uint32_t before =
        time->tokens.begin - (view_.is(time->tokens.begin - 1, Role::preposition) ? 2 : 1);
    const bool list = view_.is_mark(before) || view_.is(before, Role::list);
    return before < from || (list && low(before) != "(") ? time : nullptr;
  }

  using Part = std::pair<Entities, const Time*>;

  // "Angola (2020), Ghana (in May) and, since June, Chad and Mali": each with the time behind it,
  // that of the one it is joined to, or one told before it.
  std::vector<Part> parts_of(const Chunk& chunk, std::uint32_t from) const {
    const bool timed = std::ranges::any_of(
        view_.times, [&](const Time* time) { return chunk.tokens.contains(time->tokens.begin); });
    std::vector<Mention> names;
    for (auto one = mention_from(chunk.tokens.begin);
         timed && one != reading_.mentions.end() && chunk.tokens.contains(one->tokens.begin);
         ++one) {
      if (std::ranges::find(chunk.actors, one->entity) != chunk.actors.end()) names.push_back(*one);
    }
    if (!timed || names.size() != chunk.actors.size())
      return {{chunk.actors, time_of(chunk, from)}};
    std::vector<Part> parts;
    const Time* ahead = nullptr;
    std::vector<bool> own;
    for (std::size_t n = 0; n < names.size(); ++n) {
      Chunk name = chunk;
      name.tokens = names[n].tokens;
      const Time* behind = time_behind(name);
      if (const Time* told = time_ahead(name, from)) ahead = told;
      const bool of_next = behind != nullptr && n + 1 < names.size() && !in_brackets(*behind) &&
                           low(behind->tokens.end) == ",";  // "Chad and, in May, | Mali"
      own.push_back(behind != nullptr && !of_next);
      parts.push_back({{names[n].entity}, own.back() ? behind : ahead});
    }
    for (std::size_t n = parts.size() - 1; n > 0; --n) {
      Part& before = parts[n - 1];
      const bool joined = view_.joined(names[n - 1].tokens.end, names[n].tokens.begin);
      if (before.second != nullptr || !joined || !own[n]) continue;
      before.second = parts[n].second;  // "Chad and Mali (2016)"
      own[n - 1] = true;
    }
    return parts;
  }
  const Time* time_in(TokenSpan words) const {
    const auto time = std::ranges::find_if(
        view_.times, [&](const Time* one) { return words.contains(one->tokens.begin); });
    return time == view_.times.end() ? nullptr : *time;
  }
  bool in_brackets(const Time& time) const {
    std::uint32_t i = time.tokens.end;
    while (view_.all.contains(i) && !is_any(low(i), {"(", ")", ";"})) ++i;
    return low(i) == ")";
  }

  bool in_act(std::uint32_t i) const {
    return std::ranges::any_of(acts_, [&](const FoundAct& act) {
      return act.words.end <= i && i < act.words.end + 3 && act.form != ActForm::noun;
    });
  }

  const SentenceView& view_;
  const Reading& reading_;
  const Discourse& discourse_;
  const std::uint32_t sentence_;
  std::vector<FoundAct>& acts_;
};

}  // namespace

bool read_standing_lists(const SentenceView& view, const Discourse& discourse,
                         std::vector<FoundAct>& acts) {
  return StandingLists(view, discourse, acts).run();
}

}  // namespace concord
