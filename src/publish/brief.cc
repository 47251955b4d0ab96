// The brief: a page of Markdown made only of the record's cells. Every sentence ends in the numbers
// of the reports behind it, and the reports are listed at the end with the sentences they lent.
#include <algorithm>
#include <iterator>
#include <set>

#include "publish/tables.h"
#include "publish/words.h"
#include "text/fold.h"

namespace concord {
namespace {

// The numbered reports, in the order in which the page first cites them.
class Sources {
 public:
  // "[1][3]": each report once.
  std::string cite(const std::vector<Citation>& citations) {
    std::set<std::size_t> numbers;
    for (const Citation& citation : citations) numbers.insert(number_of(citation));
    std::string marks;
    for (const std::size_t number : numbers) marks += "[" + std::to_string(number) + "]";
    return marks;
  }

  std::string list() const {
    std::string out;
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      const Cited& one = sources_[i];
      out += "[" + std::to_string(i + 1) + "] " + one.label + "\n";
      for (const std::string& words : one.words) out += "    > " + words + "\n";
      out += "\n";
    }
    return out;
  }

 private:
  struct Cited {
    std::string report, label;
    std::vector<std::string> words;
  };

  static std::string label_of(const Citation& c) {
    std::string label = c.outlet.empty() ? "Outlet not named" : c.outlet;
    if (!c.title.empty()) label += ", \u201c" + one_line(c.title) + "\u201d";
    label += c.published.empty() ? ", not dated" : ", " + date_words(c.published);
    return label + " (" + c.report + ")";
  }

  std::size_t number_of(const Citation& citation) {
    auto found = std::ranges::find(sources_, citation.report, &Cited::report);
    if (found == sources_.end())
      found = sources_.insert(found, {citation.report, label_of(citation), {}});
    const std::string words = one_line(citation.exact);
    if (std::ranges::find(found->words, words) == found->words.end()) found->words.push_back(words);
    return static_cast<std::size_t>(found - sources_.begin()) + 1;
  }

  std::vector<Cited> sources_;
};

bool is_settled(const PartyStatus& p) {
  return is_done(p.stage) && p.polarity == Polarity::affirmed && p.dissent.empty() &&
         p.not_yet.empty() && !p.disputed;
}

// ", according to Trump"
std::string speakers(const std::vector<std::string>& said_by) {
  return said_by.empty() ? "" : ", according to " + listed(said_by);
}

// "One report says that it has joined [3]."
std::string dissent_sentence(const Dissent& d, Sources& sources) {
  std::vector<Citation> theirs;  // not of a report that plans and words it loosely
  std::ranges::copy_if(d.evidence, std::back_inserter(theirs), [&](const Citation& c) {
    return std::ranges::find(d.reports, c.report) != d.reports.end();
  });
  const std::string who =
      d.reports.size() == 1 ? "One report says" : counted(d.reports.size(), "report") + " say";
  return " " + who + " that it " + standing_words(d.stage, d.polarity) + speakers(d.said_by) + " " +
         sources.cite(theirs) + ".";
}

// "Kazakhstan is announced to be joining, since 6 Nov 2025 [1][4]. Still to come is ... [1]."
std::string party_sentences(const PartyStatus& p, const AgreementStatus& agreement,
                            Sources& sources) {
  std::string out = "**" + capitalized(with_article(name_of(p, agreement))) + "** ";
  out += p.stage == Stage::announced && p.polarity == Polarity::affirmed
             ? "is announced to be joining"
             : standing_words(p.stage, p.polarity);
  if (p.disputed) out += ", as some hold";
  if (!p.condition.empty() && p.stage == Stage::conditional)
    out += ": \u201c" + p.condition + "\u201d";
  if (!p.since.empty()) out += ", since " + date_words(p.since);
  out += speakers(p.said_by) + " " + sources.cite(p.evidence) + ".";
  if (p.pending)
    out += " Still to come: " + pending_words(p) + " " + sources.cite(p.pending->evidence) + ".";
  for (const Dissent& d : p.not_yet)
    out += " It " + standing_words(d.stage, d.polarity) + " " + sources.cite(d.evidence) + ".";
  for (const Dissent& d : p.dissent) out += dissent_sentence(d, sources);
  return out + "\n\n";
}

std::string cell(std::string text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string parties(const AgreementStatus& status, Sources& sources) {
  std::string moving, settled;
  for (const PartyStatus& p : status.parties) {
    if (!is_settled(p)) moving += party_sentences(p, status, sources);
  }
  for (const PartyStatus& p : status.parties) {
    if (!is_settled(p)) continue;
    settled += "| " + cell(p.party.empty() ? "(the agreement)" : p.party_name) + " | " +
               cell_words(p.stage, p.polarity) + " | " + date_words(p.since) + " | " +
               sources.cite(p.evidence) + " |\n";
  }
  const std::string head = "| Party | Standing | Since | Sources |\n|---|---|---|---|\n";
  return (moving.empty() ? "" : "## In motion\n\n" + moving) +
         (settled.empty() ? "" : "## Settled\n\n" + head + settled + "\n");
}

std::string differences(const Comparison& comparison, Sources& sources) {
  if (comparison.questions.empty()) return "";
  std::string out = "## Where the sources differ\n\n";
  for (const Question& question : comparison.questions) {
    out += "**" + question.question + "**\n\n";
    for (const Answer& answer : question.answers) {
      Outlets outlets;
      outlets.add(answer.evidence);
      out += "- " + capitalized(answer.value) + ": " + listed(outlets.names(answer.reports)) + " " +
             sources.cite(answer.evidence) + ".\n";
    }
    out += "\n";
  }
  return out;
}

std::string steps(const Timeline& timeline, Sources& sources) {
  std::string dated, undated;
  for (const TimelineEntry& entry : timeline.entries) {
    std::string& rows = entry.date.empty() ? undated : dated;
    rows += "| " +
            (entry.date.empty() ? (entry.planned ? "ahead" : "undated") : date_words(entry.date)) +
            " | " + cell(capitalized(entry.what)) + (entry.planned ? " (planned)" : "") + " | " +
            sources.cite(entry.evidence) + " |\n";
  }
  if (dated.empty() && undated.empty()) return "";
  return "## What happened when\n\n| Date | What | Sources |\n|---|---|---|\n" + dated + undated +
         "\n";
}

}  // namespace

std::string brief_page(const AgreementStatus& status, const Comparison& comparison,
                       const Timeline& timeline) {
  Sources sources;
  std::string out = "# " + status.agreement + "\n\n";
  if (!status.aliases.empty()) out += "Also called " + listed(status.aliases) + ".\n\n";
  out +=
      (status.as_of.empty() ? "Not dated" : "As of " + date_words(status.as_of)) + ", from " +
      counted(status.reports.size(), "report") + " by " +
      counted(static_cast<std::size_t>(status.independent_sources), "independent source") +
      ". The numbers lead to the reports at the end, with the sentences that carry each cell.\n\n";
  out += parties(status, sources);
  out += differences(comparison, sources);
  out += steps(timeline, sources);
  return out + "## Sources\n\n" + sources.list();
}

}  // namespace concord
