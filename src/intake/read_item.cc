#include "intake/read_item.h"

#include <algorithm>

#include "base/digest.h"
#include "base/limits.h"
#include "intake/charset.h"
#include "intake/cutter.h"
#include "intake/format.h"
#include "intake/http_payload.h"
#include "intake/intake.h"
#include "intake/page.h"
#include "intake/payload.h"
#include "intake/told_parts.h"

namespace concord {
namespace {

class Reader {
 public:
  Reader(Item& item, const Lexicon& lexicon) : item_(item), lexicon_(lexicon) {}

  ItemReading read() {
    auto made = make();
    if (out_.fate != Fate::read) return std::move(out_);
    if (!made) {
      decide(made.error());
      return std::move(out_);
    }
    if (made->blocks.empty() && !item_.whole_file) {
      decide({ErrorCode::not_found, "no words in it"});
    } else {
      finish(*std::move(made));
    }
    return std::move(out_);
  }

 private:
  Result<Report> make() {
    switch (item_.form) {
      case Item::Form::text:
        out_.original = item_.bytes;
        return read_text(Input{item_.name, std::move(item_.bytes)}, lexicon_);
      case Item::Form::html:
        out_.original = item_.bytes;
        return page(std::move(item_.bytes));
      case Item::Form::answer:
      case Item::Form::resource:
        return payload();
      case Item::Form::json:
      case Item::Form::entry:
      case Item::Form::news:
        break;
    }
    return told();
  }

  Result<Report> page(std::string bytes) {
    digest_ = sha256(bytes);
    const DecodedText text = decode_page(std::move(bytes), item_.charset);
    if (text.replaced) notes_.emplace_back("some bytes are no characters of " + text.charset);
    const PageHints hints{item_.address, item_.captured.substr(0, 10)};
    return read_page(text.utf8, hints, lexicon_);
  }

  Result<Report> payload() {
    CONCORD_TRY(Payload payload, payload_of(item_));
    if (!payload.skip.empty()) return skip(payload.skip);
    notes_ = std::move(payload.notes);
    item_.charset = payload.media.charset;
    if (payload.html) return page(std::move(payload.body));
    digest_ = sha256(payload.body);
    DecodedText text = decode_page(std::move(payload.body), item_.charset);
    return read_text(Input{item_.name, std::move(text.utf8)}, lexicon_);
  }

  Result<Report> told() {
    digest_ = sha256(item_.bytes);
    if (item_.whole_file) out_.original = item_.bytes;
    std::string bytes = std::move(item_.bytes);
    // JSON is UTF-8 or refused; feeds say what they are, or are taken for what most others are.
    const bool feed = item_.form != Item::Form::json;
    if (feed && (!item_.charset.empty() || !is_utf8(bytes))) {
      const std::string charset = item_.charset.empty() ? "windows-1252" : item_.charset;
      bytes = decode_page(std::move(bytes), charset).utf8;
    }
    CONCORD_TRY(ToldParts parts, item_.form == Item::Form::json    ? parts_of_json(bytes)
                                 : item_.form == Item::Form::entry ? parts_of_entry(bytes)
                                                                   : parts_of_news_item(bytes));
    if (parts.outlet.empty()) parts.outlet = {item_.title, "title of the feed"};
    if (parts.language.empty()) parts.language = {item_.language, "language of the feed"};
    if (!parts.address.empty()) {
      item_.address = clean_address(parts.address.text);
      parts.address.text = item_.address;
      item_.name = item_.whole_file ? item_.name : item_.address;
    }
    return report_of(parts, item_.captured, lexicon_);
  }

  Error skip(const std::string& why) {
    out_.fate = Fate::skipped;
    out_.reason = why;
    out_.message = item_.name + ": " + why;
    return {};
  }

  // What could not be read: of an archive or list, a page without words is no loss.
  void decide(const Error& error) {
    const bool no_words =
        error.message.find("no words") != std::string::npos || error.code == ErrorCode::not_found;
    out_.fate = no_words && !item_.whole_file ? Fate::skipped : Fate::refused;
    out_.reason = no_words                                  ? "no words"
                  : error.code == ErrorCode::limit_exceeded ? "too large"
                                                            : "unreadable";
    out_.message = error.message;
    if (!out_.message.starts_with(item_.name + ":")) {
      out_.message = item_.name + ": " + error.message;
    }
  }

  void finish(Report report) {
    report.path = item_.name;
    if (!digest_.empty()) report.digest = digest_;
    report.position = std::move(item_.position);
    if (report.address.empty()) report.address = item_.address;
    report.captured = item_.captured;
    if (!item_.truncated.empty()) notes_.push_back("truncated: " + item_.truncated);
    if (item_.odd_length) notes_.emplace_back("the record's Content-Length is wrong");
    report.notes.insert(report.notes.end(), notes_.begin(), notes_.end());
    out_.report = std::move(report);
  }

  Item& item_;
  const Lexicon& lexicon_;
  ItemReading out_;
  std::string digest_;
  std::vector<std::string> notes_;
};

}  // namespace

ItemReading read_item(Item item, const Lexicon& lexicon) {
  if (item.fate != Fate::read) {
    return {item.fate, std::move(item.reason), std::move(item.message), {}, {}};
  }
  return Reader(item, lexicon).read();
}

}  // namespace concord
