#include "language/addresses.h"

#include <gtest/gtest.h>

#include <string>

namespace concord {
namespace {

std::string found(std::string_view text) {
  std::string out;
  for (const Span span : find_addresses(text, {0, static_cast<std::uint32_t>(text.size())})) {
    out += (out.empty() ? "" : " ") + std::string(slice(text, span));
  }
  return out;
}

TEST(Addresses, EndBeforeTheMarksOfTheSentence) {
  EXPECT_EQ(found("(press@treaty-office.org), and www.treaty.org."),
            "press@treaty-office.org www.treaty.org");
  EXPECT_EQ(found("see http://treaty.org/a_b?c=1-2!"), "http://treaty.org/a_b?c=1-2");
}

TEST(Addresses, AreNotMadeOfLooseMarks) {
  EXPECT_EQ(found("@ home, a@b, www. http:// @x.org"), "");
  EXPECT_EQ(found(""), "");
}

TEST(Addresses, NeverOverlap) {
  const std::string_view text = "a@b.org@c.org http://x.org/@y.org";
  std::uint32_t last = 0;
  for (const Span span : find_addresses(text, {0, static_cast<std::uint32_t>(text.size())})) {
    EXPECT_GE(span.begin, last);
    EXPECT_GT(span.end, span.begin);
    last = span.end;
  }
}

}  // namespace
}  // namespace concord
