#include "intake/cutter.h"

#include <algorithm>

#include "base/limits.h"
#include "intake/charset.h"

namespace concord {
namespace {

std::string place_words(const Position& position) {
  if (position.offset == 0 && position.packing.empty()) return {};
  return (position.packing.empty() ? " at byte " : " at unpacked byte ") +
         std::to_string(position.offset);
}

// Text and HTML.
class WholeCutter : public Cutter {
 public:
  WholeCutter(Unpacker& bytes, std::string path, Format format)
      : bytes_(bytes), path_(std::move(path)), format_(format) {}

  std::optional<Item> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    Item item;
    if (auto refused = read_rest(bytes_, path_, kReportBytesMax, item.bytes)) return refused;
    item.position = {path_, 0, bytes_.file_bytes(), ""};
    item.form = format_ == Format::html ? Item::Form::html : Item::Form::text;
    item.name = path_;
    item.whole_file = true;
    return item;
  }

 private:
  Unpacker& bytes_;
  std::string path_;
  Format format_;
  bool done_ = false;
};

}  // namespace

Item no_report(const std::string& path, Position position, Fate fate, const std::string& reason,
               const std::string& what) {
  Item item;
  item.message = path + place_words(position) + ": " + what;
  item.name = path;
  item.position = std::move(position);
  item.position.file = path;
  item.fate = fate;
  item.reason = reason;
  return item;
}

std::optional<Item> read_rest(Unpacker& bytes, const std::string& path, std::size_t limit,
                              std::string& rest) {
  const Position whole{path, 0, 0, ""};
  const bool larger = bytes.need(limit + 1);
  if (larger) {
    const bool report = limit == kReportBytesMax;
    return no_report(path, whole, Fate::refused, "too large",
                     "larger than " + std::to_string(limit >> 20) + " MiB" +
                         (bytes.packing() == Packing::none ? "" : " unpacked") +
                         ", the limit for " +
                         (report ? "one report: split it into one file a report"
                                 : "one feed or list: give it as JSON Lines"));
  }
  if (bytes.error()) {
    return no_report(
        path, whole, Fate::refused, "unreadable",
        bytes.error()->message.substr(std::min(path.size() + 2, bytes.error()->message.size())));
  }
  if (const Break* broken = bytes.first_break()) {
    return no_report(path, whole, Fate::refused, "damaged",
                     "damaged at byte " + std::to_string(broken->file_begin) + " (" + broken->why +
                         "): fetch it again");
  }
  rest = bytes.window();
  return std::nullopt;
}

std::string clean_address(std::string_view address) {
  while (address.starts_with('<') || address.starts_with(' ')) address.remove_prefix(1);
  while (address.ends_with('>') || address.ends_with(' ')) address.remove_suffix(1);
  static constexpr char kDigits[] = "0123456789ABCDEF";
  const bool trusted = is_utf8(address);
  std::string clean;
  for (const char c : address) {
    const auto code = static_cast<unsigned char>(c);
    const bool odd = code <= 0x20 || code == 0x7F || c == '<' || c == '>' || c == '"';
    if (odd || (code >= 0x80 && !trusted)) {
      clean += '%';
      clean += kDigits[code >> 4];
      clean += kDigits[code & 15];
    } else {
      clean += c;
    }
  }
  return clean;
}

std::string clean_moment(std::string_view moment) {
  const std::string_view form = "dddd-dd-ddTdd:dd";
  const auto fits = [&](std::size_t size) {
    if (moment.size() < size) return false;
    for (std::size_t i = 0; i < size; ++i) {
      const bool digit = moment[i] >= '0' && moment[i] <= '9';
      if (form[i] == 'd' ? !digit : moment[i] != form[i]) return false;
    }
    return true;
  };
  const bool rest = moment.find_first_not_of(
                        "0123456789:.+-Z", std::min<std::size_t>(16, moment.size())) == moment.npos;
  if (fits(16) && moment.size() <= 35 && rest) return std::string(moment);
  return fits(10) && (moment.size() == 10 || moment[10] == 'T') ? std::string(moment.substr(0, 10))
                                                                : std::string();
}

std::unique_ptr<Cutter> make_whole_cutter(Unpacker& bytes, std::string path, Format format) {
  return std::make_unique<WholeCutter>(bytes, std::move(path), format);
}

}  // namespace concord
