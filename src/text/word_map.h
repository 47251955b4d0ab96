// A table of words, asked thousands of times a report: one look at memory an answer.
//
//   WordMap<int> months;  months["nov"] = 11;  months.find("nov")->second == 11
//   WordSet nouns;        nouns.insert("statement");  nouns.contains("remarks")
//
// How: most words asked for are not there, and a byte of the word's hash at its place says so: of
// thousands of words these bytes stay in the nearest caches. Where the byte is the same, the first
// eight and the last eight bytes and the length tell words of up to sixteen bytes apart. Filled
// once, then read.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concord {

// Equal words have equal keys; keys of words of up to 16 bytes tell them apart.
struct WordKey {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  std::uint64_t size = 0;

  explicit WordKey(std::string_view word) : size(word.size()) {
    const char* data = word.data();
    if (size >= 8) {
      std::memcpy(&head, data, 8);
      std::memcpy(&tail, data + size - 8, 8);
    } else if (size >= 4) {
      std::memcpy(&head, data, 4);
      std::memcpy(&tail, data + size - 4, 4);
    } else if (size > 0) {  // the first, middle and last byte are all there are
      const auto byte = [data](std::size_t i) {
        return std::uint64_t{static_cast<unsigned char>(data[i])};
      };
      head = byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
    }
  }
  bool operator==(const WordKey&) const = default;

  std::uint64_t hash() const {
    const std::uint64_t mixed = (head ^ (tail << 23 | tail >> 41) ^ size) * 0x9e3779b97f4a7c15u;
    return mixed ^ mixed >> 29;
  }
};

template <typename Value>
class WordMap {
 public:
  using Entry = std::pair<std::string, Value>;
  using Entries = std::vector<Entry>;

  // In the order in which they were added.
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }

  auto find(std::string_view word) const { return entries_.begin() + number_of(word); }
  bool contains(std::string_view word) const { return find(word) != end(); }

  // The value of the word; a new one, and true, where there was none.
  std::pair<Value*, bool> try_emplace(std::string_view word, Value value = {}) {
    const auto known = static_cast<std::size_t>(number_of(word));
    if (known < entries_.size()) return {&entries_[known].second, false};
    entries_.emplace_back(word, std::move(value));
    if (entries_.size() * 2 > marks_.size()) {
      grow();
    } else {
      settle(entries_.size() - 1);
    }
    return {&entries_.back().second, true};
  }
  Value& operator[](std::string_view word) { return *try_emplace(word).first; }

 private:
  static constexpr std::uint8_t kFree = 0;
  static std::uint8_t mark_of(std::uint64_t hash) {
    return static_cast<std::uint8_t>(hash >> 56 | 0x80);
  }

  // The entry's number; that past the last for a word that is not there.
  std::ptrdiff_t number_of(std::string_view word) const {
    const auto past = static_cast<std::ptrdiff_t>(entries_.size());
    if (marks_.empty()) return past;
    const WordKey key(word);
    const std::uint64_t hash = key.hash();
    const std::uint8_t mark = mark_of(hash);
    const std::size_t mask = marks_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      if (marks_[at] == kFree) return past;
      if (marks_[at] != mark) continue;
      const std::string& known = entries_[numbers_[at]].first;
      if (WordKey(known) == key && (word.size() <= 16 || known == word)) return numbers_[at];
    }
  }

  void settle(std::size_t entry) {
    const std::uint64_t hash = WordKey(entries_[entry].first).hash();
    const std::size_t mask = marks_.size() - 1;
    std::size_t at = hash & mask;
    while (marks_[at] != kFree) at = (at + 1) & mask;
    marks_[at] = mark_of(hash);
    numbers_[at] = static_cast<std::uint32_t>(entry);
  }

  // At least half of the places stay free.
  void grow() {
    marks_.assign(marks_.empty() ? 16 : marks_.size() * 2, kFree);
    numbers_.resize(marks_.size());
    for (std::size_t entry = 0; entry < entries_.size(); ++entry) settle(entry);
  }

  Entries entries_;
  std::vector<std::uint8_t> marks_;     // of each place, a power of two of them
  std::vector<std::uint32_t> numbers_;  // of its entry
};

class WordSet {
 public:
  void insert(std::string_view word) { words_.try_emplace(word); }
  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }
  bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  struct Nothing {};
  WordMap<Nothing> words_;
};

}  // namespace concord
