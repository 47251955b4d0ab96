// Which reports are another's account, with the passages that show it.
#include <algorithm>
#include <map>

#include "record/fold.h"
#include "text/utf8.h"

namespace concord {
namespace {

constexpr std::size_t kPassagesShown = 3;

std::uint32_t count_words(std::string_view text) {
  std::uint32_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return words;
}

void add_passages(const Account& own, const Account& original, Retelling& retelling) {
  auto passages = shared_passages(own.report, original.report, false, built_in_story_words());
  std::ranges::stable_sort(passages, std::greater{},
                           [](const TextPassage& p) { return p.a.size(); });
  const CodePointMap map(own.report.text);
  for (const TextPassage& passage : passages) {
    const std::string_view words = own.report.words(passage.a);
    retelling.shared_words += count_words(words);
    if (retelling.passages.size() == kPassagesShown) continue;
    Citation citation;
    citation.report = retelling.report;
    citation.title = own.report.title;
    citation.outlet = own.report.outlet;
    citation.published = own.report.published;
    citation.exact = words;
    citation.start = map.code_point(passage.a.begin);
    citation.end = map.code_point(passage.a.end);
    retelling.passages.push_back(std::move(citation));
  }
}

}  // namespace

std::vector<Retelling> retellings_among(const std::vector<Account>& accounts,
                                        const std::vector<std::string>& reports) {
  std::vector<Retelling> out;
  std::map<std::string, const Account*> by_digest;
  for (const Account& account : accounts) by_digest.emplace(account.report.digest, &account);
  for (const Account& account : accounts) {
    if (account.origin.kind == OriginKind::own) continue;
    const std::string name = report_name(account);
    if (!std::ranges::binary_search(reports, name)) continue;
    Retelling one;
    one.report = name;
    one.outlet = account.report.outlet;
    one.kind = account.origin.kind;
    one.of_outlet = account.origin.source;
    if (const auto original = by_digest.find(account.origin.source); original != by_digest.end()) {
      one.of = report_name(*original->second);
      one.of_outlet = original->second->report.outlet;
      add_passages(account, *original->second, one);
    }
    out.push_back(std::move(one));
  }
  std::ranges::stable_sort(out, {}, &Retelling::report);
  return out;
}

}  // namespace concord
