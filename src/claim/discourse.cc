// The discourse before a report's first sentence: what its layout and its names tell.
#include <algorithm>
#include <map>
#include <sstream>

#include "claim/matter.h"
#include "reading/block_opening.h"
#include "text/fold.h"

namespace concord {
namespace {

// Of the mentions that make an agreement the main one.
constexpr double kInHeadline = 2.0;
constexpr double kInLead = 1.5;
constexpr double kAsHeadline = 4.0;  // "What is Pelindaba?": by one word, which nothing else has
constexpr double kTreaty = 3.0;
constexpr double kBody = 2.0;

bool in_headline(const Report& report, const Reading& reading, std::uint32_t sentence) {
  return report.blocks[reading.sentences[sentence].block].kind == BlockKind::title;
}

double prominence(const Report& report, const Reading& reading, const Mention& mention) {
  const std::uint32_t sentence = reading.token(mention.tokens.begin).sentence;
  if (in_headline(report, reading, sentence)) return kInHeadline;
  const std::uint32_t first =
      sentence > 0 && reading.sentences[sentence - 1].dateline ? sentence - 1 : sentence;
  const bool lead = first == 0 || in_headline(report, reading, first - 1);
  return lead ? kInLead : 1.0;
}

using BareWords = std::map<std::string_view, double>;

// "What is | Pelindaba |, and why did it take so long?": how much a report tells by each
// capitalised word that no name holds, most in a headline.
BareWords told_by_bare_words(const Report& report, const Reading& reading) {
  std::vector<bool> named(reading.tokens.size(), false);
  for (const Mention& one : reading.mentions) {
    for (std::uint32_t i = one.tokens.begin; i < one.tokens.end; ++i) named[i] = true;
  }
  BareWords told;
  for (std::uint32_t i = 0; i < reading.tokens.size(); ++i) {
    if (named[i] || !reading.token(i).capital) continue;
    const bool headline = in_headline(report, reading, reading.token(i).sentence);
    told[reading.lower(i)] += headline ? kAsHeadline : 1;
  }
  return told;
}

// How much of that is told of a treaty, by the words that its title has to itself.
double called_by_word(const BareWords& bare, const World& world, const Entity& treaty) {
  double told = 0;
  std::istringstream words(treaty.name);
  for (std::string word; words >> word;) {
    const std::string name = folded_name(word);
    const bool own = word[0] >= 'A' && word[0] <= 'Z' && !world.agreement_words.contains(name);
    const auto found = own ? bare.find(name) : bare.end();
    if (found != bare.end()) told += found->second;
  }
  return told;
}

// "agreement": what is called by its noun alone.
bool is_nameless(const Reading& reading, std::uint32_t agreement) {
  if (agreement == kNone) return false;
  const std::string& name = reading.entities[agreement].name;
  return name.find(' ') == std::string::npos && folded_name(name) == name;
}

// The agreement that a report names most and first: what a headline's "sign pact" means.
std::uint32_t main_agreement(const Report& report, const Reading& reading, const World& world,
                             const BareWords& bare, const std::set<std::uint32_t>& sources,
                             bool bodies) {
  std::vector<double> weight(reading.entities.size(), 0);
  std::uint32_t best = kNone;
  for (const Mention& mention : reading.mentions) {
    if (mention.entity >= weight.size()) continue;
    const Entity& entity = reading.entities[mention.entity];
    if (entity.kind != EntityKind::agreement && !(bodies && entity.acceded)) continue;
    if (mention.form == MentionForm::adjective || mention.form == MentionForm::capital) continue;
    if (sources.contains(mention.entity) || is_landmark(reading, mention)) continue;
    weight[mention.entity] += prominence(report, reading, mention) *
                              (entity.kind == EntityKind::agreement ? kTreaty : kBody);
  }
  for (std::uint32_t i = 0; i < weight.size(); ++i) {
    const Entity& entity = reading.entities[i];
    if (weight[i] > 0 && entity.kind == EntityKind::agreement)
      weight[i] += called_by_word(bare, world, entity) * kTreaty;
    if (weight[i] > 0 && (best == kNone || weight[i] > weight[best])) best = i;
  }
  return best;
}

// What a headline's act is about: the text that the report opens with, though it may speak more of
// an older one ("Eighteen years ago they signed the Algiers Agreement ...").
std::uint32_t news_treaty(const Report& report, const Reading& reading, std::uint32_t main) {
  const Mention* first = nullptr;
  for (const Mention& mention : reading.mentions) {
    if (reading.entities[mention.entity].kind != EntityKind::agreement) continue;
    const std::uint32_t sentence = reading.token(mention.tokens.begin).sentence;
    if (in_headline(report, reading, sentence) || is_landmark(reading, mention)) continue;
    if (first == nullptr || mention.tokens.begin < first->tokens.begin) first = &mention;
  }
  if (first == nullptr) return main;
  const std::uint32_t opening = reading.token(first->tokens.begin).sentence;
  const bool beside = std::ranges::any_of(reading.mentions, [&](const Mention& mention) {
    return mention.entity == main && reading.token(mention.tokens.begin).sentence == opening;
  });
  return beside ? main : first->entity;
}

// The state in whose capital the report was filed: whose "parliament" it tells of.
std::uint32_t home_of(const Report& report, const Reading& reading, const World& world) {
  const auto hit = world.phrases.exact(folded_name(report.dateline));
  if (!hit || world.names[*hit].kind != NameKind::state) return kNone;
  if (world.names[*hit].form != NameForm::capital) return kNone;
  const std::string& code = world.states[world.names[*hit].row].code;
  for (std::uint32_t i = 0; i < reading.entities.size(); ++i) {
    const Entity& entity = reading.entities[i];
    if (entity.kind == EntityKind::state && entity.id == code) return i;
  }
  return kNone;
}

// The state named most often; kNone where two are.
std::uint32_t most_named(const Reading& reading) {
  constexpr int kMentionsMin = 3;
  std::map<std::uint32_t, int> counts;
  for (const Mention& mention : reading.mentions) {
    if (reading.entities[mention.entity].kind == EntityKind::state) ++counts[mention.entity];
  }
  std::uint32_t best = kNone;
  int most = kMentionsMin - 1;
  for (const auto& [state, count] : counts) {
    if (count == most) best = kNone;
    if (count <= most) continue;
    best = state;
    most = count;
  }
  return best;
}

// The sentences that are a paragraph and ask: "Who has ratified?"
std::vector<std::uint32_t> questions_of(const Reading& reading) {
  std::vector<std::uint32_t> questions;
  std::uint32_t begin = 0;  // of the block
  for (std::uint32_t n = 0; n < reading.sentences.size(); ++n) {
    const std::uint32_t block = reading.sentences[n].block;
    if (n > 0 && reading.sentences[n - 1].block != block) begin = n;
    const bool last = n + 1 == reading.sentences.size() || reading.sentences[n + 1].block != block;
    if (begin == n && last && reading.lower(reading.sentences[n].tokens.end - 1) == "?")
      questions.push_back(n);
  }
  return questions;
}

// In an interview, which asks and asks: whom its first lines introduce.
std::uint32_t first_named(const Reading& reading, const std::vector<std::uint32_t>& questions) {
  constexpr std::size_t kQuestionsMin = 3;
  for (const Mention& mention : reading.mentions) {
    const bool ahead = questions.size() >= kQuestionsMin &&
                       reading.token(mention.tokens.begin).sentence < questions.front();
    if (!ahead) return kNone;
    const bool state = reading.entities[mention.entity].kind == EntityKind::state;
    if (state && mention.form != MentionForm::capital) return mention.entity;
  }
  return kNone;
}

// The one state that the headline names, or kNone.
std::uint32_t named_in_headline(const Report& report, const Reading& reading) {
  std::uint32_t one = kNone;
  for (const Mention& mention : reading.mentions) {
    const bool state = reading.entities[mention.entity].kind == EntityKind::state;
    if (!state || !in_headline(report, reading, reading.token(mention.tokens.begin).sentence))
      continue;
    if (one != kNone && one != mention.entity) return kNone;
    one = mention.entity;
  }
  return one;
}

bool in_capitals(const Reading& reading, TokenSpan sentence) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const bool small = reading.lower(i).size() == 1 || reading.lower(i) == "'s";  // "A", a mark
    if (!small && !reading.token(i).all_capitals) return false;
  }
  return sentence.size() > 1;
}

// "Auckland: Britain signed ...", "STUCK. Brussels has been ...": a label opens the sentence, or is
// one.
bool opens_with_label(const Reading& reading, TokenSpan sentence) {
  constexpr std::uint32_t kLabelWordsMax = 4;
  if (sentence.size() <= kLabelWordsMax + 1 && in_capitals(reading, sentence)) return true;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (reading.lower(i) == ":") return i > sentence.begin && i + 1 < sentence.end;
    if (i >= sentence.begin + kLabelWordsMax || !reading.token(i).capital) return false;
  }
  return false;
}

// Fills the items of a digest, by their first sentences; none where fewer than three paragraphs
// have one. Where lines in capitals head them ("OMAN RATIFIES OCEAN TREATY"), labels open none.
void find_items(const Report& report, const Reading& reading, Discourse& discourse) {
  constexpr std::size_t kItemsMin = 3;
  std::vector<std::uint32_t> headed;
  for (std::uint32_t n = 1; n < reading.sentences.size(); ++n) {
    const Sentence& sentence = reading.sentences[n];
    if (sentence.block == reading.sentences[n - 1].block) continue;
    const bool title = report.blocks[sentence.block].kind == BlockKind::title;
    if (title || sentence.dateline || names_speaker(reading, n) || has_label(reading, n)) continue;
    const bool alone =
        n + 1 < reading.sentences.size() && reading.sentences[n + 1].block != sentence.block;
    if (alone && in_capitals(reading, sentence.tokens)) headed.push_back(n);
    if (opens_with_label(reading, sentence.tokens)) discourse.items.push_back(n);
  }
  discourse.headed = headed.size() >= kItemsMin;
  if (discourse.headed) discourse.items = std::move(headed);
  if (discourse.items.size() < kItemsMin) discourse.items.clear();
}

// "according to the Asian Development Bank", "the WTO said": here a body only says so.
bool is_source(const Reading& reading, const Mention& body) {
  constexpr std::uint32_t kReach = 4;  // "the agency's chief, Ana Ruiz, said"
  return std::ranges::any_of(reading.attributions, [&](const Attribution& said) {
    if (said.speaker != body.entity || said.content.overlaps(body.tokens)) return false;
    return body.tokens.begin <= said.cue.end + kReach && said.cue.begin <= body.tokens.end + kReach;
  });
}

// "a letter to the secretary-general of | the UN |", in a headline also "Gambia tells | the UN |
// that it will stay in the court": here a body is only who hears of it.
bool is_hearer(const Report& report, const Reading& reading, const Mention& body) {
  constexpr std::uint32_t kOfficeMax = 3;  // words of an office
  std::uint32_t at = body.tokens.begin;
  while (at > 0 && reading.is(at - 1, Role::determiner)) --at;
  const bool headline = in_headline(report, reading, reading.token(at).sentence);
  if (headline && at > 0 && reading.is(at - 1, Role::informs)) return true;
  if (at == 0 || reading.lower(at - 1) != "of") return false;
  bool office = false;
  for (std::uint32_t i = at - 1; i > 0 && i + kOfficeMax >= at - 1 && !office; --i)
    office = reading.is(i - 1, Role::depositary | Role::leader);
  return office;
}

// The bodies that only say or hear what others do.
std::set<std::uint32_t> sources_of(const Report& report, const Reading& reading) {
  const auto beside = [&](const Mention& one) {
    return is_source(reading, one) || is_hearer(report, reading, one);
  };
  std::set<std::uint32_t> sources;
  for (const Mention& mention : reading.mentions) {
    if (reading.entities[mention.entity].acceded && beside(mention)) sources.insert(mention.entity);
  }
  for (const Mention& mention : reading.mentions) {
    if (!beside(mention)) sources.erase(mention.entity);
  }
  return sources;
}

}  // namespace

Discourse open_discourse(const Report& report, const Reading& reading, const World& world) {
  Discourse discourse;
  discourse.home = home_of(report, reading, world);
  discourse.own = most_named(reading);
  discourse.sources = sources_of(report, reading);
  const BareWords bare = told_by_bare_words(report, reading);
  discourse.main = main_agreement(report, reading, world, bare, discourse.sources, true);
  if (discourse.main == kNone)
    discourse.main = main_agreement(report, reading, world, bare, {}, true);
  discourse.main_treaty = main_agreement(report, reading, world, bare, {}, false);
  if (is_nameless(reading, discourse.main_treaty) && discourse.main != kNone &&
      reading.entities[discourse.main].acceded)
    discourse.main_treaty = discourse.main;  // that of the body, rather than "the agreement"
  discourse.news_treaty = news_treaty(report, reading, discourse.main_treaty);
  find_items(report, reading, discourse);
  if (discourse.own == kNone) discourse.own = first_named(reading, questions_of(reading));
  if (discourse.own == kNone) discourse.own = named_in_headline(report, reading);
  for (const Mention& mention : reading.mentions) {
    const std::uint32_t sentence = reading.token(mention.tokens.begin).sentence;
    discourse.named.try_emplace(mention.entity, sentence);
    const Entity& entity = reading.entities[mention.entity];
    const bool joined = entity.kind == EntityKind::agreement || entity.acceded;
    if (joined && in_headline(report, reading, sentence) && mention.form == MentionForm::name)
      discourse.headline.push_back(mention.entity);
    auto& states = discourse.headline_states;
    const bool state = entity.kind == EntityKind::state && in_headline(report, reading, sentence);
    if (state && std::ranges::find(states, mention.entity) == states.end())
      states.push_back(mention.entity);
  }
  const std::uint32_t main = discourse.main;
  discourse.main_in_headline =
      main != kNone && (std::ranges::find(discourse.headline, main) != discourse.headline.end() ||
                        called_by_word(bare, world, reading.entities[main]) >= kAsHeadline);
  discourse.matter = matter_of(report, reading, discourse);
  return discourse;
}

}  // namespace concord
