#include "publish/words.h"

#include <algorithm>
#include <array>

#include "record/dates.h"

namespace concord {
namespace {

std::string simple_date(const std::string& edtf) {
  constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (!is_day_month_or_year(edtf) || edtf.size() < 7) return edtf;
  const auto month = static_cast<std::size_t>((edtf[5] - '0') * 10 + (edtf[6] - '0') - 1);
  const std::string month_year = std::string(kMonths[month]) + " " + edtf.substr(0, 4);
  if (edtf.size() == 7) return month_year;
  return (edtf[8] == '0' ? "" : std::string(1, edtf[8])) + edtf[9] + " " + month_year;
}

}  // namespace

std::string date_words(const std::string& edtf) {
  if (edtf.ends_with('~')) return "about " + simple_date(edtf.substr(0, edtf.size() - 1));
  const std::size_t slash = edtf.find('/');
  if (slash == std::string::npos) return simple_date(edtf);
  const std::string from = simple_date(edtf.substr(0, slash));
  const std::string to = simple_date(edtf.substr(slash + 1));
  if (from.empty() || from == "..") return "by " + to;
  if (to.empty() || to == "..") return "from " + from;
  return from + " to " + to;
}

std::string listed(const std::vector<std::string>& words, const char* last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out += (i == 0 ? "" : i + 1 == words.size() ? last : ", ") + words[i];
  return out;
}

std::string counted(std::size_t number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string name_of(const PartyStatus& party, const AgreementStatus& agreement) {
  return party.party.empty() ? agreement.agreement : party.party_name;
}

std::string standing_cell(const PartyStatus& party) {
  if (!party.disputed) return cell_words(party.stage, party.polarity);
  return "disputed: " + cell_words(party.stage, party.polarity);
}

std::string pending_words(const PartyStatus& party) {
  if (!party.pending) return "";
  const Pending& pending = *party.pending;
  if (!pending.words.empty()) return pending.what + " " + pending.words;
  if (pending.date.empty()) return pending.what;
  return pending.what + (pending.date.size() == 10 ? " on " : " in ") + date_words(pending.date);
}

std::string rule_words(const std::string& rule) {
  if (rule == "only_value") return "No source holds anything else.";
  if (rule == "latest")
    return "The latest date decides: what was so before, or has no date, gives way to it.";
  if (rule == "planned_is_not_done")
    return "Planned is not done: some say that it is done, but the act is still told to lie ahead, "
           "so it counts as announced until it is over.";
  if (rule == "body_over_headline") return "Within one report its text outranks its headline.";
  if (rule == "own_word")
    return "A party's own word about itself outranks what others say about it.";
  if (rule == "independent_origins")
    return "More independent sources hold it; copies and digests of one account count once.";
  if (rule == "disputed")
    return "No rule decides: independent sources stand against each other, so both are shown.";
  return rule;
}

void Outlets::add(const std::vector<Citation>& citations) {
  for (const Citation& citation : citations) {
    if (!citation.outlet.empty()) outlet_of_[citation.report] = citation.outlet;
  }
}

std::string Outlets::name(const std::string& report) const {
  const auto found = outlet_of_.find(report);
  if (found == outlet_of_.end()) return report;
  const auto same = std::ranges::count_if(
      outlet_of_, [&](const auto& other) { return other.second == found->second; });
  return same == 1 ? found->second : found->second + " (" + report + ")";
}

std::vector<std::string> Outlets::names(const std::vector<std::string>& reports) const {
  std::vector<std::string> names;
  for (const std::string& report : reports) names.push_back(name(report));
  return names;
}

}  // namespace concord
