#include "claim/candidates.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "claim/candidate_features.h"
#include "claim/standings.h"
#include "claim/tree.h"
#include "language/labels.h"

namespace concord {
namespace {

constexpr std::size_t kAgreementsMax = 6;                  // of a report: the most spoken of
constexpr std::size_t kCandidatesMax = 4000;               // of a report
constexpr int kSentencesBefore = 2, kSentencesBehind = 1;  // in reach of a step
constexpr std::size_t kPathMax = 4;
constexpr long kFar = 10;  // sentences

using Id = Standings::Id;

class CandidateFinder {
 public:
  CandidateFinder(const Reading& reading, const InMind& in_mind,
                  std::span<const ReadSentence> sentences, const std::vector<Claim>& claims)
      : reading_(reading), in_mind_(in_mind), sentences_(sentences), claimed_(claims) {
    for (const Entity& entity : reading.entities) {
      agreement_ids_.push_back(claimed_.agreement(entity.id));
      party_ids_.push_back(claimed_.party(entity.party.empty() ? entity.id : entity.party));
    }
    count_mentions();
    choose_agreements();
  }

  std::vector<ClaimCandidate> find() {
    for (std::size_t n = 0; n < sentences_.size(); ++n) {
      for (const Chunk& chunk : sentences_[n].chunks) {
        for (const std::uint32_t one : chunk.agreements) last_named_[agreement_id(one)] = n;
      }
      if (chosen_.empty() || is_full()) break;
      const std::vector<Near> near = steps_near(n);
      for (const Chunk& chunk : sentences_[n].chunks) look_at(n, chunk, false, near);
      for (const Chunk& person : sentences_[n].persons) look_at(n, person, true, near);
    }
    return std::move(found_);
  }

 private:
  // A step, seen from a sentence.
  struct Near {
    const ToldStep* step;
    std::size_t sentence;
  };

  Id agreement_id(std::uint32_t entity) const { return agreement_ids_[entity]; }
  Id party_id(std::uint32_t entity) const { return party_ids_[entity]; }

  void note(std::uint32_t agreement) {
    if (agreement_mentions_.try_emplace(agreement_id(agreement), 0).second)
      known_.push_back(agreement);
  }

  void count_mentions() {
    for (const ReadSentence& sentence : sentences_) {
      for (const Chunk& chunk : sentence.chunks) {
        for (const std::uint32_t one : chunk.agreements) {
          note(one);
          ++agreement_mentions_[agreement_id(one)];
        }
        for (const std::uint32_t one : chunk.actors) ++party_mentions_[party_id(one)];
      }
      for (const ToldStep& step : sentence.steps) {
        for (const std::uint32_t one : step.act.agreements) note(one);
      }
    }
  }

  void choose_agreements() {
    const auto weight = [&](std::uint32_t one) {
      const Id id = agreement_id(one);
      return claimed_.on(id) * 2 + agreement_mentions_[id];
    };
    chosen_ = known_;
    std::ranges::stable_sort(chosen_, std::ranges::greater{}, weight);
    if (chosen_.size() > kAgreementsMax) chosen_.resize(kAgreementsMax);
  }

  std::vector<Near> steps_near(std::size_t n) const {
    std::vector<Near> near;
    const std::size_t first = n < kSentencesBefore ? 0 : n - kSentencesBefore;
    for (std::size_t i = first; i < sentences_.size() && i <= n + kSentencesBehind; ++i) {
      for (const ToldStep& step : sentences_[i].steps) near.push_back({&step, i});
    }
    return near;
  }

  // The step that speaks for all of its kind: told here, nearest to the party, or nearest before.
  const Near& nearest(const std::vector<Near>& near, const Near& kind, std::size_t n,
                      const Chunk& chunk) const {
    const Near* best = &kind;
    const auto distance = [&](const Near& one) {
      const long sentences = std::abs(static_cast<long>(one.sentence) - static_cast<long>(n));
      const long words = std::abs(static_cast<long>(one.step->act.words.begin) -
                                  static_cast<long>(chunk.tokens.begin));
      return std::pair(sentences, words);
    };
    for (const Near& one : near) {
      const bool same =
          one.step->stage == kind.step->stage && one.step->polarity == kind.step->polarity;
      if (same && distance(one) < distance(*best)) best = &one;
    }
    return *best;
  }

  bool is_full() const { return found_.size() >= kCandidatesMax; }

  void look_at(std::size_t n, const Chunk& chunk, bool person, const std::vector<Near>& near) {
    if (chunk.actors.empty()) return;
    std::set<std::pair<Stage, Polarity>> seen;
    for (const Near& kind : near) {
      if (!seen.insert({kind.step->stage, kind.step->polarity}).second) continue;
      const Near& step = nearest(near, kind, n, chunk);
      for (const std::uint32_t party : chunk.actors) {
        for (std::size_t rank = 0; rank < chosen_.size(); ++rank)
          propose(n, chunk, person, party, step, rank);
      }
    }
  }

  void propose(std::size_t n, const Chunk& chunk, bool person, std::uint32_t party,
               const Near& near, std::size_t rank) {
    const std::uint32_t agreement = chosen_[rank];
    if (is_full() || !in_mind_.may_mean(agreement, sentences_[n].number)) return;
    const Standing standing{agreement_id(agreement), party_id(party), near.step->stage,
                            near.step->polarity};
    const bool itself = reading_.entities[agreement].id == reading_.entities[party].id ||
                        reading_.entities[agreement].id == reading_.entities[party].party;
    const std::vector<std::uint32_t>& named =
        near.step->act.agreements;  // an act that names one is about no other
    if (!named.empty() && !is_object(near.step->act, standing.agreement)) return;
    if (itself || claimed_.contains(standing) || is_read(n, party, near.step->stage)) return;
    CandidateFeatures features;
    features.set_step(name_of(near.step->stage));
    features.gate("denied", near.step->polarity == Polarity::denied ? 1 : 0);
    describe_party(n, chunk, person, party, features);
    describe_sentence(n, features);
    describe_step(n, chunk, party, near, features);
    describe_agreement(n, near, rank, features);
    describe_standing(n, chunk, standing, features);
    found_.push_back({agreement, party, near.step, sentences_[near.sentence].number,
                      sentences_[n].number, chunk.tokens.begin, features.rows()});
  }

  // "Peru ratified the Lima Pact, [Chile] the Oslo Convention": whether the rules know towards what
  // the sentence tells the party's step.
  bool is_read(std::size_t n, std::uint32_t party, Stage stage) {
    return std::ranges::any_of(sentences_[n].steps, [&](const ToldStep& step) {
      return step.stage == stage && step.asserted && !step.act.agreements.empty() &&
             is_party(step.act, party);
    });
  }

  // How the sentence names the party.
  void describe_party(std::size_t n, const Chunk& chunk, bool person, std::uint32_t party,
                      CandidateFeatures& to) {
    const ReadSentence& sentence = sentences_[n];
    const Entity& entity = reading_.entities[party];
    const TokenSpan all = reading_.sentences[sentence.number].tokens;
    to.tell_count("listed", static_cast<long>(chunk.actors.size()));
    if (person) to.add("person");
    if (!person && &chunk == &sentence.chunks.front()) to.add("first");
    if (!person && &chunk == &sentence.chunks.back()) to.add("last");
    if (chunk.preposition != kNone) to.add("behind preposition");
    if (chunk.possessive) to.add("possessive");
    if (chunk.government) to.add("government");
    if (chunk.anaphor) to.add("anaphor");
    if (!chunk.agreements.empty()) to.tell("is agreement");
    if (entity.kind != EntityKind::state) to.tell("no state");
    const bool opens = chunk.tokens.begin == all.begin;
    to.tell("word before", opens ? "" : reading_.lower(chunk.tokens.begin - 1));
    to.tell("word behind", chunk.tokens.end >= all.end ? "" : reading_.lower(chunk.tokens.end));
    to.count("named", party_mentions_[party_id(party)]);
    to.count("party's agreements", Standings::size(claimed_.agreements_of_party, party_id(party)));
    const Tree tree(reading_, all);
    if (tree.empty()) {
      to.add("no tree");
      return;
    }
    std::uint32_t head = tree.head_of(chunk.tokens);
    to.add("relation", relation_name(tree.word(head).relation));
    const auto is_beside = [&](std::uint32_t token) {
      const Dependency relation = tree.word(token).relation;
      return relation == Dependency::conj || relation == Dependency::appos ||
             relation == Dependency::flat;
    };
    while (is_beside(head) && tree.parent(head) != kNone) head = tree.parent(head);
    to.add("relation of list", relation_name(tree.word(head).relation));
    const std::uint32_t governor = tree.parent(head);  // "Chile and Peru are only [associates]"
    to.tell("governor", governor == kNone ? "" : reading_.lower(governor));
  }

  // The sentence that names it.
  void describe_sentence(std::size_t n, CandidateFeatures& to) {
    const ReadSentence& sentence = sentences_[n];
    const TokenSpan all = reading_.sentences[sentence.number].tokens;
    std::set<std::uint32_t> named;
    std::set<Id> agreements;
    for (const Chunk& chunk : sentence.chunks) {
      named.insert(chunk.actors.begin(), chunk.actors.end());
      for (const std::uint32_t one : chunk.agreements) agreements.insert(agreement_id(one));
    }
    to.tell_count("actors", static_cast<long>(named.size()));
    to.count("agreements here", static_cast<long>(agreements.size()));
    to.count("steps", static_cast<long>(sentence.steps.size()));
    to.count("words", static_cast<long>(all.size()));
    to.count("place", static_cast<long>(10 * n / sentences_.size()));
    if (sentence.title) to.add("title");
    for (std::uint32_t i = all.begin; i < all.end; ++i) {
      if (!is_any(reading_.lower(i), {"not", "n't", "n\xE2\x80\x99t", "no", "never", "neither",
                                      "nor", "none", "without"}))
        continue;
      to.tell("negation");
      break;
    }
    const std::string_view last = reading_.lower(all.end - 1);
    if (last == "?") to.add("question");
    if (!is_any(last, {".", "!", "?", "\"", "\xE2\x80\x9D"})) to.add("no stop");
  }

  // The step, and how it stands to the party.
  void describe_step(std::size_t n, const Chunk& chunk, std::uint32_t party, const Near& near,
                     CandidateFeatures& to) {
    const FoundAct& act = near.step->act;
    const bool does = is_party(act, party);
    to.tell("distance in sentences", near.sentence == n       ? "0"
                                     : near.sentence > n      ? "+1"
                                     : n - near.sentence == 1 ? "-1"
                                                              : "-2");
    to.tell("act", act.act->name);
    to.add("turned", act.turned_by);
    if (does) to.tell("its doer");
    if (act.agreements.empty()) to.tell("of no agreement");
    if (!near.step->asserted) to.tell("not asserted");
    if (act.time != nullptr) to.add("dated");
    if (act.by_crowd) to.tell("by crowd");
    if (act.passive) to.add("passive");
    if (act.form == ActForm::noun) to.add("noun");
    to.count("doers", static_cast<long>(act.parties.size()));
    long companions = 0;
    for (const std::uint32_t other : chunk.actors) {
      if (other != party && is_party(act, other)) ++companions;
    }
    to.count("companions do it", companions);
    long others = 0;
    for (const ToldStep& other : sentences_[n].steps) others += is_party(other.act, party) ? 1 : 0;
    to.gate("does something here", others > 0 ? 1 : 0);
    if (near.sentence == n) describe_way(n, chunk, act, to);
  }

  // What stands between the party and the act.
  void describe_way(std::size_t n, const Chunk& chunk, const FoundAct& act, CandidateFeatures& to) {
    const bool behind = chunk.tokens.begin >= act.words.end;
    const std::uint32_t from = behind ? act.words.end : chunk.tokens.end;
    const std::uint32_t end = behind ? chunk.tokens.begin : act.words.begin;
    const long distance = end > from ? static_cast<long>(end - from) : 0;
    to.tell_count("distance", behind ? distance + 1 : -distance - 1);
    long commas = 0, stops = 0, ands = 0, turns = 0, clauses = 0;
    for (std::uint32_t i = from; i < end; ++i) {
      const std::string_view word = reading_.lower(i);
      commas += word == "," ? 1 : 0;
      stops += is_any(word, {";", ":"}) ? 1 : 0;
      ands += word == "and" ? 1 : 0;
      turns += is_any(word, {"but", "while", "although", "though"}) ? 1 : 0;
      clauses += is_any(word, {"which", "that", "who", "when", "after", "because", "if", "since"});
    }
    to.count("commas between", commas);
    to.count("stops between", stops);
    to.count("ands between", ands);
    to.count("turns between", turns);
    to.count("clauses between", clauses);
    long acts = 0, actors = 0;
    for (const ToldStep& other : sentences_[n].steps)
      acts += from <= other.act.words.begin && other.act.words.begin < end ? 1 : 0;
    for (const Chunk& other : sentences_[n].chunks)
      actors += from <= other.tokens.begin && other.tokens.end <= end && other.is_actor() ? 1 : 0;
    to.count("acts between", acts);
    to.count("actors between", actors);
    const Tree tree(reading_, reading_.sentences[sentences_[n].number].tokens);
    if (tree.empty()) return;
    const std::string path =
        tree.path(tree.head_of(act.words), tree.head_of(chunk.tokens), kPathMax, true);
    to.tell("path", path);
    to.add("relation of act", relation_name(tree.word(tree.head_of(act.words)).relation));
  }

  // How much the agreement is in mind.
  void describe_agreement(std::size_t n, const Near& near, std::size_t rank,
                          CandidateFeatures& to) {
    const Id id = agreement_id(chosen_[rank]);
    to.gate("rank", static_cast<long>(rank));
    to.gate("agreements", static_cast<long>(known_.size()));
    to.count("claims on it", claimed_.on(id));
    to.count("share", claimed_.all == 0 ? 0 : 10 * claimed_.on(id) / claimed_.all);
    to.count("named so often", agreement_mentions_[id]);
    const auto last = last_named_.find(id);
    to.count("named before", last == last_named_.end()
                                 ? kFar + 1
                                 : std::min(kFar, static_cast<long>(n - last->second)) + 1);
    const bool latest =
        last != last_named_.end() && std::ranges::all_of(last_named_, [&](const auto& other) {
          return other.second <= last->second;
        });
    to.gate("latest", latest ? 1 : 0);
    if (last != last_named_.end() && last->second == n) to.tell("agreement here");
    to.gate("of this agreement", is_object(near.step->act, id) ? 1 : 0);
    long any = 0;
    for (const ToldStep& step : sentences_[n].steps) any += is_object(step.act, id) ? 1 : 0;
    to.count("any act of it", any);
    for (const int off : {-2, -1, 1}) describe_neighbour(n, off, near, id, to);
    if (last != last_named_.end() && last->second == n && near.sentence == n)
      describe_object(n, near.step->act, id, to);
  }

  void describe_neighbour(std::size_t n, int off, const Near& near, Id agreement,
                          CandidateFeatures& to) {
    const long at = static_cast<long>(n) + off;
    if (at < 0 || at >= static_cast<long>(sentences_.size())) return;
    const std::string_view where = off == 1 ? "behind" : off == -1 ? "before" : "two before";
    for (const ToldStep& step : sentences_[static_cast<std::size_t>(at)].steps) {
      if (step.stage != near.step->stage || step.polarity != near.step->polarity) continue;
      to.add("same step told", where);
      if (is_object(step.act, agreement)) to.tell("same step of it told", where);
      if (step.act.by_crowd) to.tell("same step of a crowd told", where);
      break;
    }
  }

  // How the act stands to the agreement, where its sentence names it.
  void describe_object(std::size_t n, const FoundAct& act, Id agreement, CandidateFeatures& to) {
    const Tree tree(reading_, reading_.sentences[sentences_[n].number].tokens);
    for (const Chunk& chunk : sentences_[n].chunks) {
      const bool is_it = std::ranges::any_of(
          chunk.agreements, [&](std::uint32_t one) { return agreement_id(one) == agreement; });
      if (!is_it) continue;
      to.count("distance of agreement",
               static_cast<long>(chunk.tokens.begin) - static_cast<long>(act.words.begin));
      if (!tree.empty())
        to.add("path of agreement",
               tree.path(tree.head_of(act.words), tree.head_of(chunk.tokens), kPathMax, true));
      return;
    }
  }

  // What is claimed of them already.
  void describe_standing(std::size_t n, const Chunk& chunk, const Standing& standing,
                         CandidateFeatures& to) {
    const auto step = std::tuple(standing.agreement, standing.stage, standing.polarity);
    const auto pair = claimed_.of_pair.find({standing.agreement, standing.party});
    if (pair != claimed_.of_pair.end()) {
      to.tell("stands already");
      for (const auto& [stage, polarity] : pair->second) {
        to.add("stands", name_of(stage));
        if (stage == standing.stage) to.tell("the contrary is told");
      }
    }
    to.gate("others stand so", Standings::size(claimed_.parties, step));
    if (claimed_.own.contains(step)) to.tell("the agreement itself does");
    long companions = 0, here = 0;
    const auto others = claimed_.parties.find(step);
    const auto stands = [&](std::uint32_t one) {
      return others != claimed_.parties.end() && party_id(one) != standing.party &&
             others->second.contains(party_id(one));
    };
    for (const std::uint32_t one : chunk.actors) companions += stands(one) ? 1 : 0;
    for (const Chunk& other : sentences_[n].chunks) {
      for (const std::uint32_t one : other.actors) here += stands(one) ? 1 : 0;
    }
    to.tell_count("companions stand so", companions);
    if (companions > 0 && companions + 1 == static_cast<long>(chunk.actors.size()))
      to.tell("all companions stand so");
    to.count("others here stand so", here);
    to.tell_count("so of other agreements",
                  Standings::size(claimed_.agreements,
                                  std::tuple(standing.party, standing.stage, standing.polarity)));
  }

  bool is_party(const FoundAct& act, std::uint32_t party) {
    return std::ranges::any_of(act.parties,
                               [&](std::uint32_t one) { return party_id(one) == party_id(party); });
  }
  bool is_object(const FoundAct& act, Id agreement) {
    return std::ranges::any_of(act.agreements,
                               [&](std::uint32_t one) { return agreement_id(one) == agreement; });
  }

  const Reading& reading_;
  const InMind& in_mind_;
  std::span<const ReadSentence> sentences_;
  Standings claimed_;
  std::vector<Id> agreement_ids_, party_ids_;  // by entity
  std::map<Id, long> agreement_mentions_, party_mentions_;
  std::vector<std::uint32_t> known_;   // one entity an agreement, in the order of the text
  std::vector<std::uint32_t> chosen_;  // of these the most spoken of, first
  std::map<Id, std::size_t> last_named_;
  std::vector<ClaimCandidate> found_;
};

}  // namespace

std::vector<ClaimCandidate> find_candidates(const Reading& reading, const InMind& in_mind,
                                            std::span<const ReadSentence> sentences,
                                            const std::vector<Claim>& claims) {
  return CandidateFinder(reading, in_mind, sentences, claims).find();
}

}  // namespace concord
