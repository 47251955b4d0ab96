// Property: any bytes are refused with a message, or read so that every evidence lies in the text,
// on whole code points, and printing does not fail.
#include <cstdint>
#include <string>

#include "engine/engine.h"
#include "lexicon/data.h"
#include "report/print.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const concord::Lexicon lexicon = *concord::load_lexicon(concord::built_in_data());
  const auto read = concord::read_input(
      {"fuzz", std::string(reinterpret_cast<const char*>(data), size)}, lexicon);
  if (!read) {
    CONCORD_CHECK(!read.error().message.empty());
    return 0;
  }
  const auto on_code_point = [&](std::uint32_t at) {
    const std::string& text = read->report.text;
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  for (const concord::Claim& claim : read->findings.claims) {
    for (const concord::Evidence& evidence : claim.evidence) {
      CONCORD_CHECK(evidence.span.end <= read->report.text.size() && !evidence.span.empty());
      CONCORD_CHECK(on_code_point(evidence.span.begin) && on_code_point(evidence.span.end));
    }
  }
  CONCORD_CHECK(!concord::json_lines(read->report, read->findings).empty());
  return 0;
}
