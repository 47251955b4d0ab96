// A table of words, asked thousands of times a report: one look at memory an answer.
//
//   WordMap<int> months;  months["nov"] = 11;  months.find("nov")->second == 11
//   WordSet nouns;        nouns.insert("statement");  nouns.contains("remarks")
//
// How: the first eight and the last eight bytes and the length tell words of up to sixteen bytes
// apart, so places hold these and no text is compared but of longer ones. Filled once, then read.
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
    } else if (size > 0) {
      for (std::size_t i = 0; i < size; ++i) head = head << 8 | static_cast<unsigned char>(data[i]);
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
    if (entries_.size() * 2 > places_.size()) {
      grow();
    } else {
      settle(entries_.size() - 1);
    }
    return {&entries_.back().second, true};
  }
  Value& operator[](std::string_view word) { return *try_emplace(word).first; }

 private:
  static constexpr std::uint32_t kNobody = 0xffffffff;
  struct Place {
    WordKey key = WordKey({});
    std::uint32_t entry = kNobody;
  };

  // The entry's number; that past the last for a word that is not there.
  std::ptrdiff_t number_of(std::string_view word) const {
    const auto past = static_cast<std::ptrdiff_t>(entries_.size());
    if (places_.empty()) return past;
    const WordKey key(word);
    const std::size_t mask = places_.size() - 1;
    for (std::size_t at = key.hash() & mask;; at = (at + 1) & mask) {
      const Place& place = places_[at];
      if (place.entry == kNobody) return past;
      if (place.key == key && (word.size() <= 16 || entries_[place.entry].first == word))
        return place.entry;
    }
  }

  void settle(std::size_t entry) {
    const WordKey key(entries_[entry].first);
    const std::size_t mask = places_.size() - 1;
    std::size_t at = key.hash() & mask;
    while (places_[at].entry != kNobody) at = (at + 1) & mask;
    places_[at] = {key, static_cast<std::uint32_t>(entry)};
  }

  // At least half of the places stay free.
  void grow() {
    places_.assign(places_.empty() ? 16 : places_.size() * 2, {});
    for (std::size_t entry = 0; entry < entries_.size(); ++entry) settle(entry);
  }

  Entries entries_;
  std::vector<Place> places_;  // a power of two of them
};

class WordSet {
 public:
  void insert(std::string_view word) { words_.try_emplace(word); }
  bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  struct Nothing {};
  WordMap<Nothing> words_;
};

}  // namespace concord
