#include "report/json_line.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace concord {
namespace {

TEST(JsonLine, PrintsWhatWasPutInOrder) {
  JsonLine line;
  line.put("type", "claim");
  line.put_or_null("date", "");
  line.put_or_null("party", "KAZ");
  line.put("aliases", std::vector<std::string>{"CETA", "the \"deal\""});
  line.put("first", true);
  line.put("start", 7u);
  line.raw("evidence", "[]");
  EXPECT_EQ(line.take(),
            R"({"type":"claim","date":null,"party":"KAZ","aliases":["CETA","the \"deal\""],)"
            R"("first":true,"start":7,"evidence":[]})");
}

// Every character of one byte, and some of more, as the library for JSON writes them.
TEST(JsonLine, EscapesLikeTheLibrary) {
  std::string text = "T\xC3\xBCrkiye \xE2\x80\x9Csigns\xE2\x80\x9D ";
  for (int c = 0; c < 128; ++c) text += static_cast<char>(c);
  JsonLine line;
  line.put("text", text);
  EXPECT_EQ(line.take(), nlohmann::json({{"text", text}}).dump());
}

}  // namespace
}  // namespace concord
