// Archives: a record is an item, or what keeps it from being one.
#include "base/limits.h"
#include "intake/cutter.h"
#include "intake/warc.h"

namespace concord {
namespace {

class WarcCutter : public Cutter {
 public:
  WarcCutter(Unpacker& bytes, std::string path) : reader_(bytes), path_(std::move(path)) {}

  std::optional<Item> next() override {
    if (!reader_.next(record_)) return std::nullopt;
    switch (record_.state) {
      case RecordState::cut_off:
        return refuse("cut off", "the archive ends inside a record: fetch it again");
      case RecordState::damaged:
        return refuse("damaged", "the record is damaged (" + record_.why + "): fetch it again");
      case RecordState::too_large:
        return refuse("too large", "a record of more than " +
                                       std::to_string(kRecordBytesMax >> 20) +
                                       " MiB, the limit for one");
      case RecordState::no_record:
        return refuse("no record", record_.why + " (" + std::to_string(record_.position.length) +
                                       " bytes passed over)");
      case RecordState::sound:
      case RecordState::odd_length:
        break;
    }
    return of_type(record_.fields.find("WARC-Type"));
  }

 private:
  Item refuse(const std::string& reason, const std::string& what) {
    return no_report(path_, record_.position, Fate::refused, reason, what);
  }
  Item skip(const std::string& reason) {
    Item item = no_report(path_, record_.position, Fate::skipped, reason, reason);
    item.address = clean_address(record_.fields.find("WARC-Target-URI"));
    return item;
  }

  Item of_type(std::string_view type) {
    if (same_word(type, "response")) return page(Item::Form::answer);
    if (same_word(type, "resource") || same_word(type, "conversion")) {
      return page(Item::Form::resource);
    }
    if (same_word(type, "revisit")) return skip("revisit: the page is the one fetched before");
    for (const char* known : {"request", "metadata", "warcinfo", "continuation"}) {
      if (same_word(type, known)) return skip(known);
    }
    return skip("a record of another type");
  }

  Item page(Item::Form form) {
    Item item;
    item.form = form;
    item.position = std::move(record_.position);
    item.position.file = path_;
    item.address = clean_address(record_.fields.find("WARC-Target-URI"));
    item.name =
        item.address.empty() ? path_ + "#" + std::to_string(item.position.offset) : item.address;
    item.captured = clean_moment(record_.fields.find("WARC-Date"));
    const MediaType media = read_media_type(record_.fields.find("Content-Type"));
    item.media_type = media.type;
    item.charset = media.charset;
    item.truncated = record_.fields.find("WARC-Truncated");
    item.odd_length = record_.state == RecordState::odd_length;
    item.bytes = record_.block;
    return item;
  }

  WarcReader reader_;
  WarcRecord record_;
  std::string path_;
};

}  // namespace

std::unique_ptr<Cutter> make_warc_cutter(Unpacker& bytes, std::string path) {
  return std::make_unique<WarcCutter>(bytes, std::move(path));
}

}  // namespace concord
