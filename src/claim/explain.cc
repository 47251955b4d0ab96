#include "claim/explain.h"

#include <optional>

#include "claim/clause.h"
#include "claim/passes.h"
#include "claim/stages.h"
#include "claim/tree.h"
#include "language/labels.h"
#include "reading/factuality.h"
#include "text/fold.h"

namespace concord {
namespace {

std::string names(const Reading& reading, const std::vector<std::uint32_t>& entities) {
  std::string list;
  for (const std::uint32_t one : entities) {
    if (!list.empty()) list += ", ";
    const Entity& entity = reading.entities[one];
    list += entity.kind == EntityKind::agreement ? entity.name : entity.id;
  }
  return list.empty() ? "-" : list;
}

std::string line(const std::string& label, const std::string& words) {
  return "  " + label + std::string(label.size() < 10 ? 10 - label.size() : 1, ' ') + words + "\n";
}

// Each word with its number, class, relation and the number of its head: "2:Kenya PROPN nsubj<5".
std::string tree_line(const Tree& tree, const Reading& reading, const Report& report,
                      TokenSpan sentence) {
  std::string words;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const std::uint32_t parent = tree.parent(i);
    const SyntaxWord& word = tree.word(i);
    words += (words.empty() ? "" : "  ") + std::to_string(i - sentence.begin + 1) + ":" +
             std::string(report.words(reading.token(i).span)) + " " +
             std::string(word_class_name(word.word_class)) + " " +
             std::string(relation_name(word.relation));
    if (parent != kNone) words += "<" + std::to_string(parent - sentence.begin + 1);
  }
  return line("tree", words);
}

// Whether each act's word happened, by the sieve over the tree, and the steps that led there. The
// claims' own rules do not rest on it: who reads both sees where they differ.
class SieveLines {
 public:
  SieveLines(const Report& report, const Reading& reading, const Lexicon& lexicon,
             const Sentence& sentence)
      : begin_(sentence.tokens.begin) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
      forms_.push_back(report.words(reading.token(i).span));
    tree_ = lexicon.parser->parse(std::span(&forms_, 1)).front();
    reader_.emplace(forms_, tree_, lexicon.veridicality);
  }

  std::string of(std::uint32_t token) const {
    const Factuality factuality = reader_->sift(token - begin_);
    std::string path;
    for (const FactualityStep& step : factuality.path)
      path += (path.empty() ? "" : " > ") + step.name;
    const char* what = factuality.value >= 1    ? "happened"
                       : factuality.value <= -1 ? "did not happen"
                                                : "open";
    return line("sieve", "\"" + std::string(forms_[token - begin_]) + "\" " + what + ": " + path);
  }

 private:
  std::uint32_t begin_;
  Forms forms_;
  Syntax tree_;
  std::optional<FactualityReader> reader_;
};

}  // namespace

std::string explain(const Report& report, const Reading& reading, const Lexicon& lexicon) {
  std::string out;
  Discourse discourse = open_discourse(report, reading, lexicon.world);
  const auto words = [&](TokenSpan span) {
    return one_line(report.words(bytes_of(reading, span)));
  };
  for (const Sentence& sentence : reading.sentences) {
    out += words(sentence.tokens) + "\n";
    const SentenceView view(report, reading, lexicon.acts, sentence, discourse);
    if (!view.tree.empty()) out += tree_line(view.tree, reading, report, sentence.tokens);
    for (const Label& label : reading.labels) {
      if (!sentence.tokens.contains(label.words.begin)) continue;
      std::string what = "\"" + words(label.words) + "\"";
      for (const StandingLabel& told : label.tells)
        what += told.act ? " " + lexicon.acts.acts[*told.act].name : " told";
      out += line("label", what);
    }
    for (const Chunk& chunk : view.chunks) {
      std::string what = "\"" + words(chunk.tokens) + "\"";
      if (chunk.is_actor()) what += " actors " + names(reading, chunk.actors);
      if (!chunk.agreements.empty()) what += " agreements " + names(reading, chunk.agreements);
      out += line("chunk", what);
    }
    for (const Chunk& person : view.persons) {
      out +=
          line("person", "\"" + words(person.tokens) + "\" for " + names(reading, person.actors));
    }
    std::optional<SieveLines> sieve;  // parsed anew, with base forms, where there is an act
    for (const FoundAct& act : find_acts(report, reading, lexicon, sentence, discourse)) {
      const auto stage = stage_after(act);
      std::string what =
          "\"" + words({std::min(act.begin, act.words.begin), act.words.end}) + "\" " +
          act.act->name + "/" + (act.turned_by.empty() ? "done" : act.turned_by) + " -> " +
          (stage ? std::string(name_of(*stage)) : "nothing") + (act.denied ? " denied" : "");
      what += ", parties " + names(reading, act.parties) + ", agreements " +
              names(reading, act.agreements);
      if (act.time != nullptr) what += ", time " + act.time->value;
      out += line("act", what);
      if (!sieve) sieve.emplace(report, reading, lexicon, sentence);
      if (!view.tree.empty()) out += sieve->of(view.tree.head_of(act.words));
    }
  }
  for (const Claim& claim : extract_claims(report, reading, lexicon)) {
    if (!is_likely(claim)) continue;
    out += line("likely", claim.agreement + ", party " + claim.party.value_or("-") + ", " +
                              std::string(name_of(claim.stage)) +
                              (claim.polarity == Polarity::denied ? " denied" : "") + ": \"" +
                              one_line(report.words(claim.evidence.front().span)) + "\"");
  }
  return out;
}

}  // namespace concord
