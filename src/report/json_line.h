// One JSON object on a line, written as it is told: for the many rows that reading prints.
//
//   JsonLine row;  row.put("type", "claim");  row.put("date", nothing);
//   {"type":"claim","date":null}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concord {

class JsonLine {
 public:
  void put(std::string_view key, std::string_view text) {
    open(key);
    quote(text);
  }
  void put(std::string_view key, const char* text) { put(key, std::string_view(text)); }
  void put(std::string_view key, std::uint32_t number) { raw(key, std::to_string(number)); }
  void put(std::string_view key, bool flag) { raw(key, flag ? "true" : "false"); }
  void put(std::string_view key, const std::vector<std::string>& texts) {
    open(key);
    out_ += '[';
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i > 0) out_ += ',';
      quote(texts[i]);
    }
    out_ += ']';
  }
  // Nothing told is null.
  void put_or_null(std::string_view key, std::string_view text) {
    text.empty() ? raw(key, "null") : put(key, text);
  }
  // A value that is JSON already.
  void raw(std::string_view key, std::string_view json) {
    open(key);
    out_ += json;
  }

  std::string take() { return (out_ += '}', std::move(out_)); }

 private:
  void open(std::string_view key) {
    if (out_.size() > 1) out_ += ',';
    quote(key);
    out_ += ':';
  }
  void quote(std::string_view text);

  std::string out_ = "{";
};

}  // namespace concord
