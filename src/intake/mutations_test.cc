// Archives with bytes changed, cut out, doubled and moved at random places: no crash, no hang, and
// no record is lost without being told. CONCORD_MUTATIONS says how many of each archive (`make
// check`: 2,000). The archives of other readers' tests are read where ../shared is there.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "intake/archive_test.h"
#include "intake/cutter.h"
#include "intake/payload.h"
#include "intake/read_item.h"
#include "lexicon/data.h"

namespace concord {
namespace {

using namespace testing_archives;
namespace fs = std::filesystem;

int mutations() {
  const char* number = std::getenv("CONCORD_MUTATIONS");
  return number == nullptr ? 25 : std::atoi(number);
}

std::string mutated(std::string bytes, std::mt19937_64& random) {
  const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  const std::size_t changes = 1 + below(4);
  for (std::size_t i = 0; i < changes && !bytes.empty(); ++i) {
    const std::size_t at = below(bytes.size());
    const std::size_t size = 1 + below(below(10) == 0 ? 5000 : 12);
    switch (below(6)) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        break;
      case 2:
        bytes.erase(at, size);
        break;
      case 3:
        bytes.insert(at, bytes.substr(below(bytes.size()), size));
        break;
      case 4:
        for (std::size_t j = at; j < std::min(at + size, bytes.size()); ++j)
          bytes[j] = static_cast<char>(random());
        break;
      default:
        if (below(4) == 0) bytes.resize(at);
    }
  }
  return bytes;
}

struct Survey {
  IntakeCounts counts;
  std::vector<Position> positions;
};

Survey survey(const std::string& archive) {
  Survey seen;
  Unpacker bytes(open_memory(archive));
  const auto cutter = make_warc_cutter(bytes, "x.warc");
  while (auto item = cutter->next()) {
    if (item->fate == Fate::read) {
      const auto payload = payload_of(*item);
      item->fate = !payload ? Fate::refused : payload->skip.empty() ? Fate::read : Fate::skipped;
      if (item->fate != Fate::read) item->reason = payload ? payload->skip : "unreadable";
    }
    seen.counts.count(item->fate, item->reason);
    seen.positions.push_back(item->position);
    EXPECT_LE(seen.counts.seen, archive.size() + 1);
    if (seen.counts.seen > archive.size()) break;
  }
  return seen;
}

// Records lie in order and apart. In a plain archive nothing but line ends lies between them: every
// byte belongs to a record that was told.
void expect_sound(const Survey& seen, const std::string& archive, const std::string& what) {
  EXPECT_TRUE(seen.counts.adds_up()) << what;
  EXPECT_TRUE(!seen.positions.empty() ||
              archive.find_first_not_of(std::string("\r\n\0", 3)) == archive.npos)
      << what;
  const bool packed = packing_of(archive) != Packing::none;
  std::uint64_t at = 0;
  for (const Position& position : seen.positions) {
    if (!position.packing.empty()) continue;
    EXPECT_LE(at, position.offset) << what;
    if (!packed) {
      const auto between = std::string_view(archive).substr(at, position.offset - at);
      EXPECT_EQ(between.find_first_not_of("\r\n"), between.npos) << what << " at byte " << at;
    }
    at = position.offset + position.length;
    EXPECT_LE(at, archive.size()) << what;
  }
  if (packed) return;
  EXPECT_EQ(archive.find_first_not_of("\r\n", at), archive.npos) << what << " at its end";
}

void mutate(const std::string& name, const std::string& archive) {
  expect_sound(survey(archive), archive, name);
  for (int seed = 0; seed < mutations(); ++seed) {
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const std::string changed = mutated(archive, random);
    const auto start = std::chrono::steady_clock::now();
    expect_sound(survey(changed), changed, name + ", mutation " + std::to_string(seed));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 20) << name << ", mutation " << seed;
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Mutations, OfOurOwnArchivesLoseNothingSilently) {
  std::vector<std::string> records = {record({.type = "warcinfo", .block = "software: x\r\n"})};
  for (int i = 0; i < 6; ++i) {
    const std::string html = page("Accord " + std::to_string(i));
    records.push_back(record({.type = "request", .block = "GET / HTTP/1.1\r\n\r\n"}));
    records.push_back(
        record({.block = i % 2 == 0 ? answer(html)
                                    : answer(gzipped(html), "Content-Encoding: gzip\r\n")}));
  }
  records.push_back(record({.block = "no length", .length = "-"}));
  records.push_back(record({.block = "a long length", .length = "500"}));
  std::string all;
  for (const auto& one : records) all += one;
  mutate("plain", all);
  mutate("gzip, a member each", joined(records, gzipped));
  mutate("gzip, one member", gzipped(all));
  mutate("zstd, a frame each", joined(records, zstd));
  mutate("lz4, a frame each", joined(records, lz4));
}

// Lists with bytes changed are cut into items inside them, each read or refused with a message.
void mutate_list(const std::string& list, Format format) {
  static const Lexicon lexicon = *load_lexicon(built_in_data());
  for (int seed = 0; seed < mutations(); ++seed) {
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    const std::string changed = mutated(list, random);
    Unpacker bytes(open_memory(changed));
    const auto cutter = format == Format::jsonl ? make_lines_cutter(bytes, "x")
                                                : make_pieces_cutter(bytes, "x", format);
    while (auto item = cutter->next()) {
      EXPECT_LE(item->position.offset + item->position.length, changed.size()) << seed;
      const ItemReading reading = read_item(*std::move(item), lexicon);
      EXPECT_TRUE(reading.fate == Fate::read || !reading.message.empty()) << seed;
      for (const Block& block : reading.report.blocks) {
        EXPECT_LE(block.span.end, reading.report.text.size()) << seed;
      }
    }
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Mutations, OfFeedsAndListsAreReadOrRefused) {
  const std::string title = "<title>Kenya signs &amp;amp; <![CDATA[<b>ratifies</b>]]></title>";
  const std::string body = "&lt;p&gt;Kenya signed the accord on Tuesday, it said.&lt;/p&gt;";
  std::string rss = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><channel>" + title;
  std::string atom = "<feed xmlns=\"x\">" + title;
  std::string lines, feed = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[";
  for (int i = 0; i < 4; ++i) {
    rss += "<item>" + title + "<link>https://quay.example/a</link><description>" + body +
           "</description><pubDate>Tue, 04 Apr 2023 10:00:00 GMT</pubDate></item>";
    atom += "<entry>" + title + "<link href='https://quay.example/a'/><content type='xhtml'><div>" +
            "<p>Kenya signed the accord.</p></div></content></entry>";
    const std::string object =
        R"({"title":"Kenya \u00e9 signs","url":"https://quay.example/a","published":1680602400,)"
        R"("authors":[{"name":"Clara Whitlow"}],"text":"Kenya signed the accord on Tuesday."})";
    lines += object + "\n";
    feed += (i > 0 ? "," : "") + object;
  }
  mutate_list(rss + "</channel></rss>", Format::feed);
  mutate_list(atom + "</feed>", Format::feed);
  mutate_list(
      "<newsMessage><newsItem><contentMeta><headline>Kenya</headline></contentMeta>"
      "<contentSet><inlineXML><html><p>Kenya signed the accord.</p></html></inlineXML>"
      "</contentSet></newsItem></newsMessage>",
      Format::newsml);
  mutate_list(lines, Format::jsonl);
  mutate_list(feed + "]}", Format::json);
}

TEST(Mutations, OfTheArchivesOfOtherReaders) {
  const fs::path folder = fs::path(CONCORD_SOURCE_DIR) / "../shared/data/articles/warc";
  if (!fs::exists(folder)) GTEST_SKIP() << "../shared is not there";
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().filename().string().find(".warc") == std::string::npos) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    mutate(entry.path().filename().string(), bytes);
    ++files;
  }
  EXPECT_GT(files, 10);
}

}  // namespace
}  // namespace concord
