#include "intake/item.h"

namespace concord {

std::string_view name_of(Fate fate) {
  switch (fate) {
    case Fate::read:
      return "read";
    case Fate::skipped:
      return "skipped";
    case Fate::refused:
      break;
  }
  return "refused";
}

void IntakeCounts::count(Fate fate, const std::string& reason) {
  ++seen;
  if (fate == Fate::read) {
    ++read;
    return;
  }
  ++(fate == Fate::skipped ? skipped : refused);
  ++reasons[std::string(name_of(fate)) + ": " + reason];
}

void IntakeCounts::add(const IntakeCounts& other) {
  seen += other.seen;
  read += other.read;
  skipped += other.skipped;
  refused += other.refused;
  for (const auto& [reason, count] : other.reasons) reasons[reason] += count;
}

bool IntakeCounts::adds_up() const {
  std::uint64_t told = 0;
  for (const auto& [reason, count] : reasons) told += count;
  return seen == read + skipped + refused && told == skipped + refused;
}

}  // namespace concord
