#include "language/names.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/limits.h"
#include "language/name_echo.h"
#include "language/name_features.h"

namespace concord {
namespace {

constexpr std::array<std::string_view, 3> kTypes = {"PER", "ORG", "LOC"};

bool opens(std::size_t label) {  // the name goes on after a word of this label
  return label > 0 && label < kNameLabels && (label - 1) % 4 < 2;
}

// Best labels of a sentence by their scores (a row of kNameLabels a word): Viterbi's path. It
// starts and ends at kNameLabels, no word.
std::vector<std::uint8_t> best_path(const std::vector<std::int32_t>& scores,
                                    const FollowTable& follows) {
  constexpr std::size_t kNone = kNameLabels;
  const std::size_t words = scores.size() / kNameLabels;
  std::vector<std::uint8_t> from((words + 1) * kLabelStates);
  std::array<std::int64_t, kLabelStates> best;
  std::array<std::int64_t, kLabelStates> next;
  best.fill(kForbidden);
  best[kNone] = 0;
  for (std::size_t word = 0; word <= words; ++word) {
    next.fill(kForbidden);
    for (std::size_t to = 0; to < kLabelStates; ++to) {
      if ((to == kNone) != (word == words)) continue;
      for (std::size_t label = 0; label < kLabelStates; ++label) {
        const std::int64_t score = best[label] + follows[label * kLabelStates + to];
        if (score <= next[to]) continue;
        next[to] = score;
        from[word * kLabelStates + to] = static_cast<std::uint8_t>(label);
      }
      if (to != kNone) next[to] += scores[word * kNameLabels + to];
    }
    best = next;
  }
  std::vector<std::uint8_t> path(words);
  std::size_t label = kNone;
  for (std::size_t word = words; word > 0; --word) {
    label = from[word * kLabelStates + label];
    path[word - 1] = static_cast<std::uint8_t>(label);
  }
  return path;
}

}  // namespace

std::string_view name_type_name(NameType type) { return kTypes[static_cast<std::size_t>(type)]; }

std::optional<NameType> find_name_type(std::string_view name) {
  const auto found = std::ranges::find(kTypes, name);
  if (found == kTypes.end()) return std::nullopt;
  return static_cast<NameType>(found - kTypes.begin());
}

std::string name_tag(std::span<const Name> names, std::uint32_t word) {
  for (const Name& name : names) {
    if (!name.words.contains(word)) continue;
    return (word == name.words.begin ? "B-" : "I-") + std::string(name_type_name(name.type));
  }
  return "O";
}

bool may_follow(std::size_t from, std::size_t to) {
  const bool goes_on = to > 0 && to < kNameLabels && ((to - 1) % 4 == 1 || (to - 1) % 4 == 2);
  if (opens(from) != goes_on) return false;
  return !goes_on || (from - 1) / 4 == (to - 1) / 4;
}

std::vector<std::uint8_t> labels_of(std::span<const Name> names, std::size_t words) {
  std::vector<std::uint8_t> labels(words, 0);
  for (const Name& name : names) {
    for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) {
      const bool first = i == name.words.begin;
      const bool last = i + 1 == name.words.end;
      const NamePart part = first && last ? NamePart::only
                            : first       ? NamePart::first
                            : last        ? NamePart::last
                                          : NamePart::inner;
      labels[i] = static_cast<std::uint8_t>(label_of(name.type, part));
    }
  }
  return labels;
}

std::vector<Name> names_of(std::span<const std::uint8_t> labels) {
  std::vector<Name> names;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == 0) continue;
    const auto type = static_cast<NameType>((labels[i] - 1) / 4);
    const auto part = static_cast<NamePart>((labels[i] - 1) % 4);
    if (part == NamePart::first || part == NamePart::only) {
      names.push_back({{i, i + 1}, type});
    } else {
      names.back().words.end = i + 1;
    }
  }
  return names;
}

Result<NameFinder> NameFinder::load(std::string_view bytes, const std::string& name) {
  NameFinder finder;
  CONCORD_TRY(finder.model_, load_name_model(bytes, name));
  return finder;
}

std::vector<std::vector<Name>> NameFinder::find(std::span<const Forms> document,
                                                std::span<const Syntax> syntax) const {
  std::vector<std::vector<Name>> names;
  names.reserve(document.size());
  for (std::size_t begin = 0; begin < document.size();) {
    std::size_t end = begin;
    for (std::size_t words = 0; end < document.size() && words < kNameDocumentWordsMax; ++end) {
      words += document[end].size();
    }
    auto found =
        find_in_part(document.subspan(begin, end - begin), syntax.subspan(begin, end - begin));
    std::ranges::move(found, std::back_inserter(names));
    begin = end;
  }
  return names;
}

std::vector<std::vector<Name>> NameFinder::find_in_part(std::span<const Forms> document,
                                                        std::span<const Syntax> syntax) const {
  const NameDocument seen(document, syntax, model_.phrases);
  std::vector<std::vector<Name>> names(document.size());
  std::vector<std::int32_t> scores;
  FeatureKeys keys;
  std::vector<const std::int8_t*> rows;
  for (std::size_t s = 0; s < document.size(); ++s) {
    scores.assign(seen.words(s) * kNameLabels, 0);
    for (std::size_t word = 0; word < seen.words(s); ++word) {
      seen.features(s, word, keys);
      rows.clear();
      for (const std::uint64_t key : keys) {
        const std::int8_t* row = model_.row(key);
        if (!row) continue;
        __builtin_prefetch(row);
        rows.push_back(row);
      }
      std::array<std::int32_t, kNameColumns> sums{};
      for (const std::int8_t* row : rows) {
        for (std::size_t j = 0; j < kNameColumns; ++j) sums[j] += row[j];
      }
      std::copy_n(sums.begin(), kNameLabels, &scores[word * kNameLabels]);
    }
    names[s] = names_of(best_path(scores, model_.follows));
  }
  echo_names(document, names);
  return names;
}

}  // namespace concord
