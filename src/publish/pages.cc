// The pages of sentences: why a party stands where it does, and where the sources differ.
#include <algorithm>
#include <map>

#include "publish/retellings.h"
#include "publish/tables.h"
#include "publish/words.h"
#include "text/fold.h"

namespace concord {
namespace {

// Who printed a sentence, when, and who said it.
std::string source_words(const Citation& c) {
  std::string source = c.outlet.empty() ? c.report : c.outlet + " (" + c.report + ")";
  if (!c.published.empty()) source += ", " + date_words(c.published);
  if (c.section == Section::title) source += ", headline";
  if (!c.said_by.name.empty()) {
    source += "; said by " + c.said_by.name;
    if (!c.said_by.channel.empty()) source += " (" + c.said_by.channel + ")";
  }
  return source;
}

// Each sentence once, in the order of publication, with the reports that print it: of many copies
// the first ones.
std::string citations(std::vector<Citation> list, const Style& style) {
  constexpr std::size_t kPrintsShown = 3;
  std::ranges::stable_sort(list, {}, &Citation::published);
  std::vector<std::string> sentences;
  std::map<std::string, std::vector<std::string>> prints;
  for (const Citation& citation : list) {
    const std::string sentence = one_line(citation.exact);
    auto& sources = prints[sentence];
    if (sources.empty()) sentences.push_back(sentence);
    const std::string source = source_words(citation);
    if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
  }
  std::string out;
  for (const std::string& sentence : sentences) {
    out += paragraph(sentence, style.width, "  | ");
    auto sources = prints[sentence];
    if (sources.size() > kPrintsShown) {
      const std::size_t more = sources.size() - kPrintsShown;
      sources.resize(kPrintsShown);
      sources.push_back("and " + counted(more, "more report"));
    }
    for (const std::string& source : sources) {
      for (const std::string& line : wrapped(source, style.width > 6 ? style.width - 6 : 0))
        out += "      " + style.dim(line) + "\n";
    }
  }
  return out;
}

std::string support_words(const PartyStatus& p) {
  return counted(static_cast<std::size_t>(p.independent_sources), "independent source") +
         (static_cast<std::size_t>(p.independent_sources) == p.reports.size()
              ? ""
              : " in " + counted(p.reports.size(), "report"));
}

// The first sentence that carries an answer, cut to one line; a headline only where no sentence
// does.
std::string short_quote(const Answer& answer, std::size_t width) {
  const Citation* best = nullptr;
  for (const Citation& citation : answer.evidence) {
    const bool better =
        best == nullptr || (best->section == Section::title && citation.section == Section::body);
    if (better) best = &citation;
  }
  if (best == nullptr) return "";
  const auto lines = wrapped(one_line(best->exact), width > 30 ? width - 12 : 60);
  return "| " + lines.front() + (lines.size() > 1 ? " \u2026" : "");
}

}  // namespace

std::string why_page(const AgreementStatus& agreement, const PartyStatus& p, const Style& style) {
  const std::string name = name_of(p, agreement);
  std::string head = capitalized(with_article(name));
  if (!p.party.empty()) head += " and " + with_article(agreement.agreement);
  std::string line = capitalized(standing_cell(p));
  if (!p.since.empty()) line += " since " + date_words(p.since);
  line += ", on " + support_words(p);
  if (p.pending) line += "; still to come: " + pending_words(p);
  std::string out = style.bold(head) + "\n" + paragraph(line + ".", style.width, "");
  out += "\n" + style.bold("Decided by: ") + p.rule + "\n" +
         paragraph(rule_words(p.rule), style.width, "  ") + "\n" + style.bold("For it") + "\n" +
         citations(p.evidence, style);
  if (p.pending) {
    out += "\n" + style.bold("Still to come: ") + pending_words(p) + "\n" +
           citations(p.pending->evidence, style);
  }
  for (const Dissent& d : p.not_yet) {
    out += "\n" + style.bold("Not so far: ") + cell_words(d.stage, d.polarity) + "\n" +
           citations(d.evidence, style);
  }
  for (const Dissent& d : p.dissent) {
    out += "\n" + style.bold("Others say: ") + cell_words(d.stage, d.polarity) + "\n" +
           citations(d.evidence, style);
  }
  if (!p.retellings.empty()) {
    out += "\n" + style.bold("Retold, and so not counted") + "\n" +
           retellings_page(p.retellings, true, style);
  }
  return out;
}

std::string comparison_page(const Comparison& comparison, const Style& style) {
  std::string out = style.bold(comparison.agreement + ": where the sources differ") + "\n";
  if (comparison.questions.empty())
    out += "\nThey do not differ on anything that the record holds.\n";
  Outlets outlets;
  for (const Question& question : comparison.questions) {
    for (const Answer& answer : question.answers) outlets.add(answer.evidence);
  }
  std::size_t number = 0;
  for (const Question& question : comparison.questions) {
    out += "\n" + style.bold(std::to_string(++number) + ". " + question.question) + "\n";
    for (const Answer& answer : question.answers) {
      out += paragraph(capitalized(answer.value), style.width, "     ", "   - ");
      std::string holders = listed(outlets.names(answer.reports), ", ");
      const auto sources = static_cast<std::size_t>(answer.independent_sources);
      if (sources != answer.reports.size())
        holders += " (" + counted(sources, "independent source") + ")";
      out += paragraph(holders, style.width, "       ");
      if (!answer.said_by.empty() && question.kind != "announcer")
        out += paragraph("said by " + listed(answer.said_by, ", "), style.width, "       ");
      out += "       " + style.dim(short_quote(answer, style.width)) + "\n";
    }
  }
  if (!comparison.retellings.empty()) {
    out += "\n" + style.bold("Who retells whom") + "\n" +
           retellings_page(comparison.retellings, false, style);
  }
  return out;
}

}  // namespace concord
