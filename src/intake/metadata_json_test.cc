// JSON as pages write it, read and printed back: input, then what was read.
#include "intake/metadata_json.h"

#include <gtest/gtest.h>

#include <string>

namespace concord {
namespace {

// {a:"x",b:[1,2]}: objects and arrays with their members, strings in quotes.
std::string printed(const LooseJson& json, std::uint32_t i) {
  const LooseJson::Node& node = json.nodes()[i];
  std::string out = node.key.empty() ? "" : std::string(node.key) + ":";
  if (node.kind == LooseJson::Kind::string) return out + "\"" + json.text(i) + "\"";
  if (node.kind == LooseJson::Kind::word) return out + json.text(i);
  const bool object = node.kind == LooseJson::Kind::object;
  out += object ? "{" : "[";
  for (std::uint32_t one = i + 1; one < node.end; one = json.nodes()[one].end) {
    if (one > i + 1) out += ",";
    out += printed(json, one);
  }
  return out + (object ? "}" : "]");
}

std::string read(std::string_view text) {
  const LooseJson json = LooseJson::read(text);
  std::string out;
  for (std::uint32_t i = 0; i < json.nodes().size(); i = json.nodes()[i].end) {
    out += (out.empty() ? "" : " ") + printed(json, i);
  }
  return out;
}

TEST(LooseJson, ReadsWhatPagesWrite) {
  const struct {
    const char* what;
    const char* text;
    const char* read;
  } kCases[] = {
      {"sound", R"({"a": "x", "b": [1, true, null], "c": {}})", R"({a:"x",b:[1,true,null],c:{}})"},
      {"escapes", R"({"a": "\u00e9 \ud83d\ude00 \"q\" \/"})", "{a:\"é 😀 \"q\" /\"}"},
      {"half a pair, and NUL", R"({"a": "\ud83d x \u0000"})",
       "{a:\"\xef\xbf\xbd x \xef\xbf\xbd\"}"},
      {"raw line break", "{\"a\": \"one\ntwo\"}", "{a:\"one\ntwo\"}"},
      {"quotes in a string", R"({"a": "He said "no" today", "b": 1})",
       R"({a:"He said "no" today",b:1})"},
      {"commas too many and too few", "{\"a\": 1,\n \"b\": \"x\"\n \"c\": 2,}",
       R"({a:1,b:"x",c:2})"},
      {"single quotes", R"({'a': 'x', "b": "y"})", R"({a:"x",b:"y"})"},
      {"comments", "/* x */ {\"a\": 1, // y\n \"b\": \"http://z\"}", R"({a:1,b:"http://z"})"},
      {"wrapped for old browsers", "<!-- {\"a\": 1} -->;", "{a:1}"},
      {"several, one after the other", R"({"a": 1} {"b": 2})", "{a:1} {b:2}"},
      {"cut off", R"({"a": {"b": "unfin)", R"({a:{b:"unfin"}})"},
      {"a bracket of the wrong kind", R"({"a": [1, 2}, {"b": 3})", "{a:[1,2]} {b:3}"},
      {"no value", R"({"a": , "b": 2})", "{b:2}"},
      {"nothing", "", ""},
      {"not JSON", "var x = 5;", ""},
  };
  for (const auto& one : kCases) EXPECT_EQ(read(one.text), one.read) << one.what;
}

TEST(LooseJson, IsBoundedInDepthAndNumber) {
  const std::string deep(100'000, '[');
  EXPECT_EQ(LooseJson::read(deep).nodes().size(), LooseJson::kDepthMax);
  EXPECT_EQ(read(R"({"a": )" + std::string(80, '[') + "1" + std::string(80, ']') + R"(, "b": 2})")
                .substr(0, 3),
            "{a:");
  std::string many = "[";
  for (int i = 0; i < 100'000; ++i) many += "1,";
  EXPECT_EQ(LooseJson::read(many).nodes().size(), LooseJson::kNodesMax);
}

TEST(LooseJson, FindsMembersOfTheObjectAlone) {
  const LooseJson json = LooseJson::read(R"({"x": {"name": "inner"}, "name": "outer"})");
  EXPECT_EQ(json.text(json.member(0, "name")), "outer");
  EXPECT_EQ(json.member(0, "other"), 0u);
}

}  // namespace
}  // namespace concord
