// The tables: which agreements, who stands where, what happened when.
#include "publish/tables.h"

#include <algorithm>

#include "publish/retellings.h"
#include "publish/words.h"
#include "record/dates.h"

namespace concord {
namespace {

std::string others_cell(const PartyStatus& p) {
  Cells words;
  for (const Dissent& d : p.dissent) {
    words.push_back(cell_words(d.stage, d.polarity) + " (" + std::to_string(d.reports.size()) +
                    ")");
  }
  return listed(words, ", ");
}

// The words of a condition as far as they fit a cell; `why` has them whole.
std::string opening(const std::string& text) {
  const auto lines = wrapped(text, 48);
  return lines.front() + (lines.size() > 1 ? " \u2026" : "");
}

std::string standing_with_rest(const PartyStatus& p) {
  std::string words = standing_cell(p);
  if (p.pending) words += "; " + pending_words(p) + " to come";
  if (!p.condition.empty() && p.stage == Stage::conditional) words += ": " + opening(p.condition);
  for (const Dissent& d : p.not_yet) words += "; " + cell_words(d.stage, d.polarity);
  return words;
}

// What is moving comes first, then what is settled.
bool is_settled(const PartyStatus& p) {
  const bool done = is_done(p.stage) && p.polarity == Polarity::affirmed;
  return done && !p.disputed && p.dissent.empty();
}

// Bound is green, on the way is yellow, out is red.
std::string paint_standing(const Style& style, std::size_t column, const std::string& text) {
  if (column == 0) return style.bold(text);
  if (column != 1) return text;
  for (const char* over :
       {"left", "leaving", "refused", "suspended", "not ", "disputed", "ended"}) {
    if (text.starts_with(over)) return style.red(text);
  }
  for (const char* done : {"joined", "signed", "ratified", "in force"}) {
    if (text.starts_with(done)) return style.green(text);
  }
  return style.yellow(text);
}

}  // namespace

std::string agreements_table(const std::vector<AgreementRow>& rows, const Style& style) {
  std::vector<Cells> cells;
  for (const AgreementRow& row : rows) {
    cells.push_back(
        {row.name, std::to_string(row.reports), date_words(row.latest), listed(row.aliases, ", ")});
  }
  return table({"Agreement", "Reports", "Latest", "Also called"}, cells, style);
}

std::string status_table(const AgreementStatus& status, const Style& style) {
  std::string out = style.bold(status.agreement) + "\n";
  out += status.as_of.empty() ? "No report is dated" : "As of " + date_words(status.as_of);
  if (status.known_by != status.as_of) out += ", as known by " + date_words(status.known_by);
  out += ": " + counted(status.reports.size(), "report") + ", " +
         counted(static_cast<std::size_t>(status.independent_sources), "independent source") +
         "\n\n";
  if (status.parties.empty()) return out + "Nothing is told of any party by that day.\n";
  std::vector<const PartyStatus*> parties;
  for (const PartyStatus& p : status.parties) parties.push_back(&p);
  std::ranges::stable_sort(parties, {}, [](const PartyStatus* p) {
    return p->party.empty() ? 2 : is_settled(*p) ? 1 : 0;
  });
  const bool copies = std::ranges::any_of(status.parties, [](const PartyStatus& p) {
    return static_cast<std::size_t>(p.independent_sources) != p.reports.size();
  });
  std::vector<Cells> rows;
  for (const PartyStatus* p : parties) {
    rows.push_back({p->party.empty() ? "(the agreement)" : p->party_name, standing_with_rest(*p),
                    date_words(p->since), std::to_string(p->independent_sources),
                    copies ? std::to_string(p->reports.size()) : "", listed(p->said_by, ", "),
                    others_cell(*p)});
  }
  out += table({"Party", "Standing", "Since", "Sources", "Reports", "Said by", "Others say"}, rows,
               style, paint_standing);
  if (copies) out += style.dim("\nSources are independent: copies and digests count once.") + "\n";
  out += retellings_page(status.retellings, false, style);
  return out;
}

std::string timeline_page(const Timeline& timeline, const Style& style) {
  std::vector<Cells> rows;
  for (const TimelineEntry& entry : timeline.entries) {
    const std::string date =
        entry.date.empty() ? (entry.planned ? "ahead" : "undated") : date_words(entry.date);
    rows.push_back({date, capitalized(entry.what) + (entry.planned ? " (planned)" : ""),
                    std::to_string(entry.independent_sources)});
  }
  const std::string head = style.bold(timeline.agreement) + "\n\n";
  if (rows.empty()) return head + "No step is told by that day.\n";
  return head + table({"Date", "What", "Sources"}, rows, style);
}

}  // namespace concord
