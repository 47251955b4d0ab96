#include "report/report.h"

#include <array>
#include <utility>

namespace concord {
namespace {

constexpr std::array<std::string_view, 14> kStages = {
    "considering", "conditional", "negotiating", "announced", "agreed",   "signed",   "ratified",
    "party",       "suspended",   "withdrawing", "withdrawn", "rejected", "in_force", "terminated"};
constexpr std::array<std::string_view, 2> kPolarities = {"affirmed", "denied"};
constexpr std::array<std::string_view, 3> kCertainties = {"certain", "probable", "possible"};
constexpr std::array<std::string_view, 6> kModes = {"",         "ratification", "acceptance",
                                                    "approval", "accession",    "succession"};
constexpr std::array<std::string_view, 2> kSections = {"title", "body"};
constexpr std::array<std::string_view, 7> kBlocks = {
    "title", "standfirst", "heading", "paragraph", "list_item", "quote", "caption"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::vector<const Report*> pointers_to(const std::vector<Report>& reports) {
  std::vector<const Report*> pointers;
  for (const Report& report : reports) pointers.push_back(&report);
  return pointers;
}

std::string_view name_of(Stage stage) { return kStages[static_cast<std::size_t>(stage)]; }
std::string_view name_of(Polarity p) { return kPolarities[static_cast<std::size_t>(p)]; }
std::string_view name_of(Certainty c) { return kCertainties[static_cast<std::size_t>(c)]; }
std::string_view name_of(RatificationMode mode) { return kModes[static_cast<std::size_t>(mode)]; }
std::string_view name_of(Section section) { return kSections[static_cast<std::size_t>(section)]; }
std::string_view name_of(BlockKind kind) { return kBlocks[static_cast<std::size_t>(kind)]; }

std::optional<Stage> stage_of(std::string_view name) { return find<Stage>(kStages, name); }
std::optional<Polarity> polarity_of(std::string_view name) {
  return find<Polarity>(kPolarities, name);
}
std::optional<Certainty> certainty_of(std::string_view name) {
  return find<Certainty>(kCertainties, name);
}
std::optional<RatificationMode> ratification_mode_of(std::string_view name) {
  return find<RatificationMode>(kModes, name);
}

bool is_likely(const Claim& claim) { return claim.rule.starts_with(kLikely); }

bool is_done(Stage stage) {
  switch (stage) {
    case Stage::signed_:
    case Stage::ratified:
    case Stage::party:
    case Stage::withdrawn:
    case Stage::in_force:
    case Stage::terminated:
      return true;
    default:
      return false;
  }
}

}  // namespace concord
