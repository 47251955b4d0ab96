#include "intake/payload.h"

#include <algorithm>
#include <array>

#include "intake/format.h"
#include "intake/http_payload.h"

namespace concord {
namespace {

bool is_page_type(std::string_view type) {
  static constexpr std::array<std::string_view, 7> kPages = {"",
                                                             "text/html",
                                                             "application/xhtml+xml",
                                                             "text/plain",
                                                             "application/octet-stream",
                                                             "unk",
                                                             "application/unknown"};
  return std::ranges::find(kPages, type) != kPages.end();
}

// "dns:", "metadata://": what crawlers write of themselves.
bool is_web_address(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (address.empty() || colon == address.npos) return true;
  static constexpr std::array<std::string_view, 4> kSchemes = {"http", "https", "file", "urn"};
  const auto is = [&](std::string_view scheme) {
    return same_word(address.substr(0, colon), scheme);
  };
  return std::ranges::any_of(kSchemes, is);
}

// What the body is; servers say "text/html" of pictures, and of nothing at all.
void tell_body(const Item& item, Payload& payload) {
  const std::string& type = payload.media.type;
  if (payload.body.empty()) {
    payload.skip = "an empty answer";
  } else if (!is_web_address(item.address)) {
    payload.skip = "no page of the web";
  } else if (!is_page_type(type)) {
    payload.skip = "no page (" + type.substr(0, type.find('/')) + ")";
  } else if (std::string_view(item.address).ends_with("/robots.txt")) {
    payload.skip = "robots.txt";
  } else {
    const Format format = format_of(payload.body);
    const bool declared = type == "text/html" || type == "application/xhtml+xml";
    payload.html = format == Format::html || (format == Format::text && declared);
    if (!payload.html && format != Format::text) payload.skip = "no page, whatever its type says";
    if (format == Format::text && type != "text/plain" && !declared) payload.skip = "no page";
  }
}

}  // namespace

Result<Payload> payload_of(const Item& item) {
  Payload payload;
  if (item.form == Item::Form::resource) {
    payload.body = item.bytes;
    payload.media = {item.media_type, item.charset};
    tell_body(item, payload);
    return payload;
  }
  CONCORD_TRY(HttpPayload http, read_http(item.bytes));
  if (http.status != 0 && (http.status < 200 || http.status > 299)) {
    payload.skip = "an answer " + std::to_string(http.status);
    return payload;
  }
  payload.body = std::move(http.body);
  payload.media = std::move(http.media);
  payload.notes = std::move(http.notes);
  if (http.status == 0 && item.media_type.find("http") == std::string::npos) {
    payload.media = {item.media_type, item.charset};
  }
  tell_body(item, payload);
  return payload;
}

}  // namespace concord
