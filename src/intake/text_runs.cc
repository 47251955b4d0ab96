#include "intake/text_runs.h"

namespace concord {
namespace {

constexpr std::uint32_t kProseCharsMin = 40;
constexpr double kProseLinkShareMax = 0.5;

bool is_space(unsigned char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

// Cuts a page into runs, one node after the other.
class Cutter {
 public:
  Cutter(const Document& page, std::vector<TextRun>& runs, std::vector<std::uint32_t>& first)
      : page_(page), runs_(runs), first_(first) {}

  void cut() {
    const auto size = static_cast<NodeId>(page_.nodes().size());
    first_.assign(size + 1, 0);
    NodeId skip_to = 0;
    for (NodeId at = 0; at < size; ++at) {
      leave(at);
      first_[at] = static_cast<std::uint32_t>(runs_.size());
      if (at < skip_to) continue;
      const Node& node = page_[at];
      if (is_hidden_tag(node.tag)) {
        skip_to = node.end;
      } else if (node.tag == Tag::text) {
        add(at, node.text);
      } else if (node.tag == Tag::br) {
        if (broken_) close();
        broken_ = true;
        spaced_ = true;
      } else if (node.tag == Tag::a) {
        link_end_ = page_.attribute(at, "href").empty() ? link_end_ : node.end;
      } else if (is_block(node.tag)) {
        close();
        open_.push_back(at);
      }
    }
    close();
    first_[size] = static_cast<std::uint32_t>(runs_.size());
  }

 private:
  void leave(NodeId at) {
    while (!open_.empty() && at >= page_[open_.back()].end) {
      close();
      open_.pop_back();
    }
  }

  void close() {
    broken_ = false;
    spaced_ = true;
    running_ = false;
  }

  void add(NodeId at, std::string_view text) {
    std::uint32_t chars = 0;
    std::uint32_t words = 0;
    bool spaced = spaced_;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (is_space(byte)) {
        spaced = true;
        continue;
      }
      words += spaced;
      spaced = false;
      // A Chinese, Japanese or Korean letter says as much as two of an alphabet.
      chars += (byte & 0xC0) != 0x80;
      chars += byte >= 0xE3 && byte <= 0xED;
    }
    const bool began_spaced = spaced_;
    spaced_ = spaced;
    if (chars == 0) return;
    if (!running_) {
      start(at);
      // The first word of a run counts, whether or not white space stands before it.
      words += began_spaced || is_space(static_cast<unsigned char>(text.front())) ? 0 : 1;
    }
    TextRun& run = runs_.back();
    run.end = at + 1;
    run.words += words;
    run.chars += chars;
    run.link_chars += at < link_end_ ? chars : 0;
    broken_ = false;
  }

  void start(NodeId at) {
    running_ = true;
    TextRun run;
    run.begin = at;
    run.block = open_.empty() ? 0 : open_.back();
    runs_.push_back(run);
  }

  const Document& page_;
  std::vector<TextRun>& runs_;
  std::vector<std::uint32_t>& first_;
  std::vector<NodeId> open_;  // block elements around
  NodeId link_end_ = 0;
  bool running_ = false;
  bool spaced_ = true;
  bool broken_ = false;  // a <br> and nothing since
};

}  // namespace

bool is_prose(const TextRun& run) {
  return run.chars >= kProseCharsMin && run.link_share() < kProseLinkShareMax;
}

TextRuns::TextRuns(const Document& page) : page_(page) {
  Cutter(page, runs_, first_).cut();
  marked_.assign(runs_.size(), 0);
  add_up();
}

RunSums TextRuns::sums(NodeId node) const {
  const RunSums& from = before_[first_[node]];
  const RunSums& to = before_[first_[page_[node].end]];
  return {to.chars - from.chars, to.link_chars - from.link_chars, to.prose - from.prose};
}

void TextRuns::mark(std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t run = begin; run < end; ++run) marked_[run] = 1;
}

void TextRuns::clear_marks() {
  marked_.assign(runs_.size(), 0);
  add_up();
}

void TextRuns::add_up() {
  before_.assign(1, {});
  before_.reserve(runs_.size() + 1);
  for (std::size_t run = 0; run < runs_.size(); ++run) {
    RunSums sums = before_.back();
    if (marked_[run] == 0) {
      sums.chars += runs_[run].chars;
      sums.link_chars += runs_[run].link_chars;
      if (is_prose(runs_[run])) sums.prose += runs_[run].chars;
    }
    before_.push_back(sums);
  }
}

namespace {

// Whole words at a time; U+00A0 is a space too, which pages use for looks.
void append_words(std::string_view text, bool& spaced, std::string& words) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    const auto is_hard = [&] { return text[end] == '\xC2' && text.substr(end, 2) == "\u00a0"; };
    while (end < text.size() && !is_space(static_cast<unsigned char>(text[end])) && !is_hard()) {
      ++end;
    }
    if (end > at) {
      if (spaced && !words.empty()) words += ' ';
      spaced = false;
      words.append(text.substr(at, end - at));
    }
    if (end == text.size()) return;
    spaced = true;
    at = end + (text[end] == '\xC2' ? 2 : 1);
  }
}

}  // namespace

std::string words_of(const Document& page, NodeId begin, NodeId end,
                     std::span<const std::uint8_t> skip) {
  std::string words;
  bool spaced = false;
  for (NodeId at = begin; at < end;) {
    const Node& node = page[at];
    if (is_hidden_tag(node.tag) || (at < skip.size() && skip[at] != 0)) {
      at = node.end;
      continue;
    }
    spaced = spaced || node.tag == Tag::br;
    append_words(node.text, spaced, words);
    ++at;
  }
  return words;
}

}  // namespace concord
