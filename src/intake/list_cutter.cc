// Lists of reports: JSON Lines, a line at a time; JSON documents, feeds and NewsML, whole.
#include <algorithm>

#include "base/limits.h"
#include "intake/charset.h"
#include "intake/cut.h"
#include "intake/cutter.h"

namespace concord {
namespace {

Item piece_item(const std::string& path, Item::Form form, Position position,
                std::string_view bytes) {
  Item item;
  item.form = form;
  item.name = path + "#" + std::to_string(position.offset);
  item.position = std::move(position);
  item.position.file = path;
  item.bytes = bytes;
  return item;
}

class LinesCutter : public Cutter {
 public:
  LinesCutter(Unpacker& bytes, std::string path) : bytes_(bytes), path_(std::move(path)) {}

  std::optional<Item> next() override {
    while (true) {
      bytes_.consume(taken_);
      taken_ = 0;
      if (const Break* broken = bytes_.first_break(); broken && broken->at <= bytes_.offset()) {
        return damaged(bytes_.offset(), bytes_.offset());
      }
      if (!bytes_.need(1)) {
        if (bytes_.first_break() == nullptr) return std::nullopt;
        continue;
      }
      if (auto item = line()) return item;
    }
  }

 private:
  // The next line; nothing where it is blank.
  std::optional<Item> line() {
    const std::uint64_t begin = bytes_.offset();
    std::size_t looked = 0;
    while (true) {
      const std::size_t end = bytes_.window().find('\n', looked);
      const Break* broken = bytes_.first_break();
      if (broken != nullptr && broken->at <= begin + std::min(end, bytes_.window().size())) {
        const std::uint64_t at = broken->at;
        bytes_.consume(static_cast<std::size_t>(at - begin));
        return damaged(begin, at);
      }
      if (end != std::string_view::npos) return of(bytes_.window().substr(0, end), end + 1);
      looked = bytes_.window().size();
      if (looked > kReportBytesMax) return too_long(begin);
      if (!bytes_.grow() && bytes_.first_break() == nullptr) {
        return of(bytes_.window(), bytes_.window().size());
      }
    }
  }

  std::optional<Item> of(std::string_view line, std::size_t taken) {
    taken_ = taken;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (bytes_.offset() == 0 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (line.find_first_not_of(" \t") == line.npos) return std::nullopt;
    return piece_item(path_, Item::Form::json, position(bytes_.offset(), line.size()), line);
  }

  Item too_long(std::uint64_t begin) {
    while (true) {
      const std::size_t end = bytes_.window().find('\n');
      if (end != std::string_view::npos || bytes_.first_break() != nullptr) break;
      bytes_.consume(bytes_.window().size());
      if (!bytes_.grow()) break;
    }
    std::size_t rest = std::min(bytes_.window().find('\n'), bytes_.window().size());
    if (const Break* broken = bytes_.first_break()) {
      rest = std::min(rest, static_cast<std::size_t>(broken->at - bytes_.offset()));
    }
    bytes_.consume(rest);
    return no_report(path_, position(begin, bytes_.offset() - begin), Fate::refused, "too large",
                     "a line of " + std::to_string(bytes_.offset() - begin) + " bytes, more than " +
                         std::to_string(kReportBytesMax >> 20) + " MiB, the limit for one report");
  }

  Item damaged(std::uint64_t begin, std::uint64_t end) {
    const std::string why = bytes_.first_break()->why;
    bytes_.drop_break();
    return no_report(path_, position(begin, end - begin), Fate::refused, "damaged",
                     "the file is damaged (" + why + "): fetch it again");
  }

  Position position(std::uint64_t begin, std::uint64_t length) const {
    return {path_, begin, length, std::string(name_of(bytes_.packing()))};
  }

  Unpacker& bytes_;
  std::string path_;
  std::size_t taken_ = 0;
};

// Between <tag> and </tag>, for the few words of a feed's head.
std::string words_in(std::string_view head, std::string_view tag) {
  const std::size_t at = head.find("<" + std::string(tag) + ">");
  if (at == head.npos) return {};
  const std::size_t begin = at + tag.size() + 2;
  const std::size_t end = head.find("</", begin);
  if (end == head.npos || end - begin > 200) return {};
  std::string_view words = head.substr(begin, end - begin);
  if (words.starts_with("<![CDATA[") && words.ends_with("]]>")) {
    words = words.substr(9, words.size() - 12);
  }
  return words.find_first_of("<&") == words.npos ? std::string(words) : std::string();
}

class PiecesCutter : public Cutter {
 public:
  PiecesCutter(Unpacker& bytes, std::string path, Format format)
      : bytes_(bytes), path_(std::move(path)), format_(format) {}

  std::optional<Item> next() override {
    if (!cut_done_) {
      cut_done_ = true;
      if (auto refused = cut()) return refused;
    }
    if (at_ == cut_.pieces.size()) {
      const bool rest = !cut_.all;
      cut_.all = true;
      if (!rest) return std::nullopt;
      return no_report(path_, position({cut_.pieces.back().end, document_.size(), true}),
                       Fate::refused, "too large",
                       "more than " + std::to_string(kEntriesMax) +
                           " entries, the limit for one list: the rest is not read");
    }
    const Piece piece = cut_.pieces[at_++];
    if (!piece.closed) {
      return no_report(path_, position(piece), Fate::refused, "cut off",
                       "the file ends inside an entry: fetch it again");
    }
    const auto bytes = std::string_view(document_).substr(piece.begin, piece.end - piece.begin);
    Item item = piece_item(path_, form(), position(piece), bytes);
    if (format_ == Format::json && cut_.pieces.size() == 1 && piece.begin == first_) {
      item.name = path_;  // the file is one report
      item.whole_file = true;
    }
    item.title = title_;
    item.language = language_;
    item.charset = charset_;
    return item;
  }

 private:
  std::optional<Item> cut() {
    if (auto refused = read_rest(bytes_, path_, kFeedBytesMax, document_)) return refused;
    const std::string_view document = document_;
    first_ = std::min(
        document.find_first_not_of(" \t\r\n", document.starts_with("\xEF\xBB\xBF") ? 3 : 0),
        document.size());
    if (format_ == Format::json) {
      cut_ = cut_objects(document);
    } else {
      cut_ = cut_elements(document, format_ == Format::feed
                                        ? std::vector<std::string_view>{"item", "entry"}
                                        : std::vector<std::string_view>{"newsItem"});
      read_head(document.substr(0, cut_.pieces.empty() ? document.size() : cut_.pieces[0].begin));
    }
    if (!cut_.pieces.empty()) return std::nullopt;
    return no_report(path_, position({0, document.size(), true}), Fate::skipped, "an empty list",
                     "no entries in it");
  }

  void read_head(std::string_view head) {
    head = head.substr(0, std::min<std::size_t>(head.size(), kFormatBytes));
    title_ = words_in(head, "title");
    language_ = words_in(head, "language");
    const std::size_t at = head.find("encoding=");
    if (!head.starts_with("<?xml") || at > head.find("?>") || at + 10 >= head.size()) return;
    const std::size_t end = head.find(head[at + 9], at + 10);
    if (end != head.npos) charset_ = head.substr(at + 10, end - at - 10);
  }

  Item::Form form() const {
    return format_ == Format::json   ? Item::Form::json
           : format_ == Format::feed ? Item::Form::entry
                                     : Item::Form::news;
  }
  Position position(const Piece& piece) const {
    return {path_, piece.begin, piece.end - piece.begin, std::string(name_of(bytes_.packing()))};
  }

  Unpacker& bytes_;
  std::string path_;
  Format format_;
  std::string document_;
  std::string title_, language_, charset_;
  std::size_t first_ = 0;
  Cut cut_;
  std::size_t at_ = 0;
  bool cut_done_ = false;
};

}  // namespace

std::unique_ptr<Cutter> make_lines_cutter(Unpacker& bytes, std::string path) {
  return std::make_unique<LinesCutter>(bytes, std::move(path));
}

std::unique_ptr<Cutter> make_pieces_cutter(Unpacker& bytes, std::string path, Format format) {
  return std::make_unique<PiecesCutter>(bytes, std::move(path), format);
}

}  // namespace concord
