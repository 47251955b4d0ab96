#include "publish/quotes.h"

#include <algorithm>
#include <map>

#include "publish/tables.h"
#include "publish/words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace concord {
namespace {

Citation cited(const Account& account, const Quote& quote) {
  const CodePointMap map(account.report.text);
  Citation citation;
  const std::string& path = account.report.path;
  citation.report = path.substr(path.find_last_of('/') + 1);
  citation.title = account.report.title;
  citation.outlet = account.report.outlet;
  citation.published = account.report.published;
  citation.said_by = quote.speaker;
  citation.exact = account.report.words(quote.words);
  citation.start = map.code_point(quote.words.begin);
  citation.end = map.code_point(quote.words.end);
  return citation;
}

std::string where(const SpokenQuote& quote) {
  constexpr std::size_t kPrintsShown = 3;
  std::vector<std::string> prints;
  for (const Citation& c : quote.citations) {
    if (prints.size() == kPrintsShown) {
      prints.push_back(counted(quote.citations.size() - kPrintsShown, "more report"));
      break;
    }
    prints.push_back((c.outlet.empty() ? c.report : c.outlet) +
                     (c.published.empty() ? "" : ", " + date_words(c.published)));
  }
  std::string out = quote.citations.front().said_by.channel;
  if (!quote.occasion.empty()) out += (out.empty() ? "" : ", ") + quote.occasion;
  if (!quote.date.empty()) out += (out.empty() ? "" : ", ") + date_words(quote.date);
  return (out.empty() ? "" : out + "; ") + "in " + listed(prints);
}

}  // namespace

std::vector<SpokenQuote> quotes_of(const std::vector<Account>& accounts,
                                   const std::string& speaker) {
  const std::string wanted = folded_name(speaker);
  std::map<std::pair<std::string, std::string>, SpokenQuote> by_words;
  std::map<std::string, int> counts;
  for (const Account& account : accounts) {
    for (const Quote& quote : account.findings.quotes) {
      const std::string name = folded_name(quote.speaker.name);
      if (!wanted.empty() && name.find(wanted) == std::string::npos) continue;
      const std::string words = one_line(account.report.words(quote.words));
      SpokenQuote& one = by_words[{name, folded_name(words)}];
      if (one.citations.empty()) ++counts[name];
      if (one.citations.empty())
        one = {quote.speaker.name, quote.speaker.role, words, quote.date, quote.occasion, {}};
      if (one.role.empty()) one.role = quote.speaker.role;
      one.citations.push_back(cited(account, quote));
    }
  }
  std::vector<SpokenQuote> quotes;
  for (auto& [key, quote] : by_words) {
    std::ranges::stable_sort(quote.citations, {}, &Citation::published);
    quotes.push_back(std::move(quote));
  }
  std::ranges::stable_sort(quotes, [&](const SpokenQuote& a, const SpokenQuote& b) {
    const std::string x = folded_name(a.speaker), y = folded_name(b.speaker);
    if (x.empty() != y.empty()) return y.empty();
    if (x != y) return counts[x] != counts[y] ? counts[x] > counts[y] : x < y;
    const Citation &first = a.citations.front(), &second = b.citations.front();
    if (first.published != second.published) return first.published < second.published;
    if (first.report != second.report) return first.report < second.report;
    return first.start < second.start;
  });
  return quotes;
}

std::string quotes_page(const std::vector<SpokenQuote>& quotes, const Style& style) {
  std::string out, last = "-";
  for (const SpokenQuote& quote : quotes) {
    const std::string name = folded_name(quote.speaker);
    if (name != last) {
      const std::string role = quote.role.empty() ? "" : " (" + quote.role + ")";
      out += (out.empty() ? "" : "\n") +
             style.bold(quote.speaker.empty() ? "Speaker not named"
                                              : capitalized(quote.speaker) + role) +
             "\n";
    }
    last = name;
    out += paragraph("\u201c" + quote.words + "\u201d", style.width, "   ", "  ");
    for (const std::string& line : wrapped(where(quote), style.width > 6 ? style.width - 6 : 0))
      out += "      " + style.dim(line) + "\n";
  }
  return out;
}

}  // namespace concord
