#include "publish/tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/fold.h"

namespace concord {
namespace {

using Cells = std::vector<std::string>;

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string table(const Cells& head, const std::vector<Cells>& rows) {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < head.size(); ++i) {
    widths.push_back(width(head[i]));
    for (const Cells& row : rows) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string out;
  const auto put = [&](const Cells& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i] + (i + 1 < row.size() ? std::string(widths[i] - width(row[i]) + 2, ' ') : "");
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  };
  put(head);
  Cells rule;
  for (const std::size_t w : widths) rule.push_back(std::string(w, '-'));
  put(rule);
  for (const Cells& row : rows) put(row);
  return out;
}

std::string joined(const Cells& values, const char* mark = ", ") {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : mark) + value;
  return out;
}

std::string stage_words(Stage stage, Polarity polarity = Polarity::affirmed) {
  std::string words(name_of(stage));
  std::ranges::replace(words, '_', ' ');
  return polarity == Polarity::denied ? "not " + words : words;
}

std::string stage_of_party(const PartyStatus& p) {
  const bool denied = !p.evidence.empty() && std::ranges::all_of(p.evidence, [](const Citation& c) {
    return c.polarity == Polarity::denied;
  });
  return (p.disputed ? "disputed: " : "") +
         stage_words(p.stage, denied ? Polarity::denied : Polarity::affirmed);
}

std::string sources(int independent, std::size_t reports) {
  return fmt::format("{} of {}", independent, reports);
}

std::string pending_words(const PartyStatus& p) {
  if (!p.pending) return "";
  const std::string when = p.pending->words.empty() ? p.pending->date : p.pending->words;
  return p.pending->what + (when.empty() ? "" : " " + when);
}

std::string dissent_words(const PartyStatus& p) {
  Cells words;
  for (const Dissent& d : p.dissent) {
    words.push_back(stage_words(d.stage, d.polarity) + fmt::format(" ({})", d.reports.size()));
  }
  return joined(words);
}

std::string citation_line(const Citation& c) {
  const std::string who =
      c.said_by.name.empty()
          ? ""
          : ", " + c.said_by.name + (c.said_by.channel.empty() ? "" : " on " + c.said_by.channel);
  return fmt::format("  \"{}\"\n      {}{}{}{}\n", one_line(c.exact),
                     c.outlet.empty() ? c.report : c.outlet + ", " + c.report,
                     c.published.empty() ? "" : ", " + c.published, who,
                     c.section == Section::title ? " (headline)" : "");
}

std::string party_label(const PartyStatus& p, const std::string& agreement) {
  return p.party.empty() ? agreement : p.party_name;
}

}  // namespace

std::vector<SpokenQuote> quotes_of(const std::vector<Account>& accounts,
                                   const std::string& speaker) {
  std::vector<SpokenQuote> quotes;
  const std::string wanted = folded_name(speaker);
  for (const Account& account : accounts) {
    for (const Quote& quote : account.findings.quotes) {
      if (!wanted.empty() && folded_name(quote.speaker.name).find(wanted) == std::string::npos)
        continue;
      const std::string& path = account.report.path;
      quotes.push_back({quote.speaker.name, one_line(account.report.words(quote.words)),
                        path.substr(path.find_last_of('/') + 1), account.report.outlet,
                        quote.speaker.channel});
    }
  }
  return quotes;
}

std::string agreements_table(const std::vector<AgreementRow>& rows) {
  std::vector<Cells> cells;
  for (const AgreementRow& row : rows) cells.push_back({row.name, fmt::format("{}", row.reports)});
  return table({"Agreement", "Reports"}, cells);
}

std::string status_table(const AgreementStatus& status) {
  std::vector<Cells> rows;
  for (const PartyStatus& p : status.parties) {
    rows.push_back({party_label(p, "(the agreement)"), stage_of_party(p), p.since,
                    sources(p.independent_sources, p.reports.size()), joined(p.said_by),
                    pending_words(p), dissent_words(p)});
  }
  return fmt::format("{}   as of {}: {} reports, {} independent sources\n\n", status.agreement,
                     status.as_of.empty() ? "an unknown day" : status.as_of, status.reports.size(),
                     status.independent_sources) +
         table({"Party", "Stage", "Since", "Sources", "Said by", "Pending", "Others say"}, rows);
}

std::string why_page(const AgreementStatus& agreement, const PartyStatus& p) {
  std::string out = fmt::format(
      "{} towards {}: {}{}\nDecided by the rule: {}\n\nFor it ({} independent of {} reports):\n",
      party_label(p, "The agreement"), agreement.agreement, stage_of_party(p),
      p.since.empty() ? "" : " since " + p.since, p.rule, p.independent_sources, p.reports.size());
  for (const Citation& c : p.evidence) out += citation_line(c);
  if (p.pending) {
    out += "\nStill to come: " + pending_words(p) + "\n";
    for (const Citation& c : p.pending->evidence) out += citation_line(c);
  }
  for (const Dissent& d : p.dissent) {
    out += "\nAgainst it, " + stage_words(d.stage, d.polarity) + ":\n";
    for (const Citation& c : d.evidence) out += citation_line(c);
  }
  return out;
}

std::string comparison_page(const Comparison& comparison) {
  std::string out = comparison.agreement + ": where the sources differ\n";
  if (comparison.questions.empty())
    out += "\nThey do not differ on anything that the record holds.\n";
  for (const Question& question : comparison.questions) {
    out += "\n" + question.question + "\n";
    for (const Answer& answer : question.answers) {
      out += "  " + answer.value + ": " + joined(answer.reports) +
             (answer.said_by.empty() ? "" : " (said by " + joined(answer.said_by) + ")") + "\n";
    }
  }
  return out;
}

std::string timeline_page(const Timeline& timeline) {
  std::vector<Cells> rows;
  for (const TimelineEntry& entry : timeline.entries) {
    rows.push_back({entry.date.empty() ? "undated" : entry.date,
                    entry.what + (entry.planned ? " (planned)" : ""),
                    sources(entry.independent_sources, entry.reports.size())});
  }
  return timeline.agreement + "\n\n" + table({"Date", "What", "Sources"}, rows);
}

std::string quotes_page(const std::vector<SpokenQuote>& quotes) {
  std::string out;
  for (const SpokenQuote& q : quotes) {
    out += fmt::format(
        "\"{}\"\n    {}{}, in {}\n", q.words, q.speaker.empty() ? "speaker unknown" : q.speaker,
        q.channel.empty() ? "" : " on " + q.channel, q.outlet.empty() ? q.report : q.outlet);
  }
  return out;
}

std::string reading_page(const ReadReport& read) {
  const Report& report = read.report;
  std::string out =
      fmt::format("{}\n{}{}{}\n", report.title.empty() ? report.path : report.title,
                  report.outlet.empty() ? "outlet unknown" : report.outlet,
                  report.published.empty() ? ", date unknown" : ", " + report.published, "");
  for (const Claim& claim : read.findings.claims) {
    const std::string by = claim.said_by.name.empty() ? "" : ", says " + claim.said_by.name;
    out += fmt::format(
        "  {}: {} / {}{}{}\n", claim.agreement, claim.party ? claim.party_name : "the agreement",
        stage_words(claim.stage, claim.polarity), claim.date.empty() ? "" : " " + claim.date, by);
    for (const Evidence& evidence : claim.evidence)
      out += "      \"" + one_line(report.words(evidence.span)) + "\"\n";
  }
  if (read.findings.claims.empty()) out += "  no claim on an agreement\n";
  return out + "\n";
}

std::string brief_page(const AgreementStatus& status, const Comparison& comparison,
                       const Timeline& timeline) {
  std::vector<std::string> notes;
  const auto note = [&](const Citation& c) {
    const std::string text =
        fmt::format("{}{}: \"{}\"", c.outlet.empty() ? c.report : c.outlet + " (" + c.report + ")",
                    c.published.empty() ? "" : ", " + c.published, one_line(c.exact));
    auto found = std::ranges::find(notes, text);
    if (found == notes.end()) found = notes.insert(notes.end(), text);
    return fmt::format("[{}]", found - notes.begin() + 1);
  };
  const auto cited = [&](const std::vector<Citation>& citations) {
    std::string marks;
    for (std::size_t i = 0; i < citations.size() && i < 4; ++i) marks += note(citations[i]);
    return marks;
  };
  std::string out = fmt::format(
      "# {}\n\nAs of {}. {} reports, {} independent sources.\n\n## Where the parties stand\n\n",
      status.agreement, status.as_of, status.reports.size(), status.independent_sources);
  for (const PartyStatus& p : status.parties) {
    out += fmt::format("- **{}**: {}{}{}. {}\n", party_label(p, "The agreement itself"),
                       stage_of_party(p), p.since.empty() ? "" : " since " + p.since,
                       p.pending ? "; pending: " + pending_words(p) : "", cited(p.evidence));
    for (const Dissent& d : p.dissent) {
      out +=
          fmt::format("  - others: {}. {}\n", stage_words(d.stage, d.polarity), cited(d.evidence));
    }
  }
  out += "\n## Where the sources differ\n\n";
  if (comparison.questions.empty()) out += "Nothing that the record holds.\n";
  for (const Question& question : comparison.questions) {
    out += "**" + question.question + "**\n\n";
    for (const Answer& answer : question.answers)
      out += "- " + answer.value + " " + cited(answer.evidence) + "\n";
    out += "\n";
  }
  out += "## What happened when\n\n| date | what | |\n|---|---|---|\n";
  for (const TimelineEntry& entry : timeline.entries) {
    out += fmt::format("| {} | {} | {} |\n", entry.date.empty() ? "undated" : entry.date,
                       entry.what, cited(entry.evidence));
  }
  out += "\n## Sources\n\n";
  for (std::size_t i = 0; i < notes.size(); ++i) out += fmt::format("{}. {}\n", i + 1, notes[i]);
  return out;
}

}  // namespace concord
