// Archives as they are found: packed in every way, with wrong lengths, damaged, cut off, hostile.
// The archives are our own, see archive_test.h; mutations_test.cc adds those of other readers.
#include "intake/warc.h"

#include <gtest/gtest.h>

#include <chrono>

#include "base/limits.h"
#include "intake/archive_test.h"
#include "intake/cutter.h"
#include "intake/http_payload.h"
#include "intake/payload.h"

namespace concord {
namespace {

using namespace testing_archives;

// Each record as one word: "response:https://quay.example/a:120", "damaged", "request".
std::vector<std::string> read_all_records(const std::string& archive) {
  Unpacker bytes(open_memory(archive));
  WarcReader reader(bytes);
  std::vector<std::string> seen;
  WarcRecord record;
  while (reader.next(record) && seen.size() < 1000) {
    static const char* kStates[] = {"", "odd ", "cut", "damaged", "large", "stray"};
    std::string word = kStates[static_cast<int>(record.state)];
    if (record.state <= RecordState::odd_length) {
      const std::string_view address = record.fields.find("WARC-Target-URI");
      word += std::string(address.substr(std::min<std::size_t>(21, address.size()))) + ":" +
              std::to_string(record.block.size());
    }
    seen.push_back(word);
  }
  return seen;
}

std::vector<std::string> three() {
  return {record({.address = "https://quay.example/a", .block = answer(page("First"))}),
          record({.address = "https://quay.example/b", .block = std::string(300'000, 'x')}),
          record({.address = "https://quay.example/c", .block = ""})};
}

using Words = std::vector<std::string>;
const Words kThree = {"a:" + std::to_string(answer(page("First")).size()), "b:300000", "c:0"};

TEST(Archives, PackedInAnyWayGiveTheSameRecords) {
  const auto records = three();
  std::string all;
  for (const auto& one : records) all += one;
  EXPECT_EQ(read_all_records(all), kThree);
  EXPECT_EQ(read_all_records(joined(records, gzipped)), kThree);
  EXPECT_EQ(read_all_records(gzipped(all)), kThree);
  EXPECT_EQ(read_all_records(joined(records, zstd)), kThree);
  EXPECT_EQ(read_all_records(zstd(all)), kThree);
  EXPECT_EQ(read_all_records(joined(records, lz4)), kThree);
  EXPECT_EQ(read_all_records(joined(records, gzipped) + std::string(1000, '\0')), kThree);
}

TEST(Archives, TellWhereEachRecordLies) {
  const auto records = three();
  const std::string archive = joined(records, gzipped);
  Unpacker bytes(open_memory(archive));
  WarcReader reader(bytes);
  WarcRecord record;
  std::size_t at = 0;
  for (const auto& one : records) {
    ASSERT_TRUE(reader.next(record));
    EXPECT_EQ(record.position.packing, "");
    EXPECT_EQ(record.position.offset, at);
    EXPECT_EQ(record.position.length, gzipped(one).size());
    at += gzipped(one).size();
  }
  std::string all;
  for (const auto& one : records) all += one;
  const std::string single = gzipped(all);
  Unpacker whole(open_memory(single));
  WarcReader within(whole);
  ASSERT_TRUE(within.next(record) && within.next(record));
  EXPECT_EQ(record.position.packing, "gzip");
  EXPECT_EQ(record.position.offset, records[0].size());
  EXPECT_EQ(record.position.length, records[1].size());
}

TEST(Archives, WithWrongLengthsLoseNoRecord) {
  const std::string a = record({.address = "https://quay.example/a", .block = "first page"});
  const std::string c = record({.address = "https://quay.example/c", .block = "last page"});
  const auto b = [](const std::string& length, const std::string& eol = "\r\n") {
    return record({.address = "https://quay.example/b",
                   .block = "the page in the middle",
                   .length = length,
                   .eol = eol,
                   .tail = eol + eol});
  };
  const Words sound = {"a:10", "b:22", "c:9"};
  const Words odd = {"a:10", "odd b:22", "c:9"};
  EXPECT_EQ(read_all_records(a + b("", "\n") + c), sound);
  EXPECT_EQ(read_all_records(a + b("22") + "\r\n\r\n\r\n" + c), sound);
  for (const char* wrong : {"-", "x", "-5", "5", "30", "400", "99999999", "18446744073709551615",
                            "99999999999999999999999", "0x16", "22 bytes"}) {
    for (const auto pack : {plain, gzipped, zstd}) {
      const Words got = read_all_records(joined({a, b(wrong), c}, pack));
      // Too large for memory: passed over up to the next record.
      const bool large = std::string(wrong) == "99999999" || std::string(wrong).ends_with("551615");
      EXPECT_EQ(got, large ? (Words{"a:10", "large", "c:9"}) : odd) << wrong;
    }
  }
  EXPECT_EQ(read_all_records(a + b("400")), (Words{"a:10", "cut"}));
  EXPECT_EQ(read_all_records(a + "something else\r\n" + c), (Words{"a:10", "stray", "c:9"}));
  EXPECT_EQ(read_all_records(a + "WARC/1.0\r\nno end of header " + c),
            (Words{"a:10", "c:9"}));  // one more line of c's header
}

// A page may show an archive: a sound length is believed.
TEST(Archives, InsidePagesAreWords) {
  const std::string inner = "see\r\n\r\n" + record({.block = "inside"}) + "end";
  const std::string outer = record({.address = "https://quay.example/a", .block = inner});
  EXPECT_EQ(read_all_records(outer + outer), (Words(2, "a:" + std::to_string(inner.size()))));
}

TEST(Archives, DamagedInOneMemberKeepTheOthers) {
  const auto records = three();
  for (const auto pack : {gzipped, zstd}) {
    const std::string whole = joined(records, pack);
    const std::size_t begin = pack(records[0]).size(), size = pack(records[1]).size();
    for (std::size_t at = 0; at < size; at += std::max<std::size_t>(1, size / 37)) {
      std::string archive = whole;
      archive[begin + at] = static_cast<char>(archive[begin + at] ^ 0x55);
      const Words got = read_all_records(archive);
      ASSERT_EQ(got.front(), kThree[0]) << at;
      EXPECT_EQ(got.back(), kThree[2]) << at;
      EXPECT_EQ(got.size(), 3u) << at;  // and the one between is told, as damaged or as it was
    }
    EXPECT_EQ(read_all_records(whole.substr(0, begin + size / 2)), (Words{kThree[0], "damaged"}));
    EXPECT_EQ(read_all_records(pack(records[0]) + "nonsense between" + pack(records[2])),
              (Words{kThree[0], "damaged", kThree[2]}));
  }
}

TEST(Archives, LargerThanMemoryArePassedOver) {
  const std::string huge =
      record({.address = "https://quay.example/b", .block = std::string(kRecordBytesMax + 1, 'x')});
  const auto records = three();
  EXPECT_EQ(read_all_records(records[0] + huge + records[2]),
            (Words{kThree[0], "large", kThree[2]}));
  EXPECT_EQ(read_all_records(gzipped(records[0]) + gzipped(huge) + gzipped(records[2])),
            (Words{kThree[0], "large", kThree[2]}));
}

TEST(Archives, OfBombsArePassedOver) {
  const std::string bomb =
      record({.address = "https://quay.example/b", .block = std::string(200u << 20, 'x')});
  const auto records = three();
  const std::string archive = gzipped(records[0]) + gzipped(bomb) + gzipped(records[2]);
  EXPECT_LT(archive.size(), 300'000u);
  const Words got = read_all_records(archive);
  EXPECT_EQ(got.front(), kThree[0]);
  EXPECT_EQ(got.back(), kThree[2]);
  EXPECT_EQ(got.size(), 3u);
}

// A chain of members in members, each of which decodes up to the end before it fails, must not make
// the search for the next one quadratic.
TEST(Archives, OfMembersInMembersTakeLinearTime) {
  std::string hostile;
  for (int i = 0; i < 400'000; ++i) {
    hostile += std::string("\x1F\x8B\x08\0\0\0\0\0\0\3", 10);    // a header, then a stored block
    hostile += std::string("\0\x0F\0\xF0\xFFWARC/1.0\r\n", 15);  // that holds the next header
  }
  Unpacker bytes(open_memory(hostile));
  WarcReader reader(bytes);
  WarcRecord record;
  std::size_t seen = 0;
  const auto start = std::chrono::steady_clock::now();
  while (reader.next(record)) ++seen;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_LE(seen, 400'001u);
  EXPECT_LT(took.count(), 60);  // 10 MB; every byte again for every member would be hours
}

TEST(Answers, AreFreedOfChunksAndCompression) {
  const std::string html = page("Accord signed in Port Selwyn");
  const auto body = [&](const std::string& sent, const std::string& headers) {
    const auto got = read_http(answer(sent, headers));
    return got ? got->body : got.error().message;
  };
  const std::string chunked = "10\r\n" + html.substr(0, 16) + "\r\n" + "fff; name=x\r\n" +
                              html.substr(16, 0xfff) + "\r\n0\r\n\r\n";
  ASSERT_LT(html.size(), 16u + 0xfffu);
  char rest[16];
  std::snprintf(rest, sizeof rest, "%zx", html.size() - 16);
  const std::string exact =
      "10\r\n" + html.substr(0, 16) + "\r\n" + rest + "\r\n" + html.substr(16) + "\r\n0\r\n\r\n";
  EXPECT_EQ(body(html, ""), html);
  EXPECT_EQ(body(exact, "Transfer-Encoding: chunked\r\n"), html);
  EXPECT_EQ(body(html, "transfer-encoding: Chunked\r\n"), html);  // declared, and not there
  EXPECT_EQ(body(gzipped(html), "Content-Encoding: gzip\r\n"), html);
  EXPECT_EQ(body(html, "Content-Encoding: gzip\r\n"), html);
  EXPECT_EQ(body(html, "Content-Encoding: br\r\n"), html);
  EXPECT_EQ(body(html, "Content-Encoding: deflate\r\n"), html);
  EXPECT_EQ(body(html, "Content-Encoding: zstd\r\n"), html);
  EXPECT_EQ(body(html, "Content-Encoding: none-such\r\n"), html);
  EXPECT_EQ(body(gzipped(html), ""), html);  // there, and not declared
  EXPECT_EQ(body("\r\n" + gzipped(html), "Content-Encoding: gzip\r\n"), html);
  EXPECT_EQ(body(deflated(html, 15), "Content-Encoding: deflate\r\n"), html);
  EXPECT_EQ(body(deflated(html, -15), "Content-Encoding: deflate\r\n"), html);
  EXPECT_EQ(body(zstd(html), "Content-Encoding: zstd\r\n"), html);
  EXPECT_EQ(body(zstd(gzipped(html)), "Content-Encoding: gzip, zstd\r\n"), html);
  const auto cut = read_http(answer(chunked, "Transfer-Encoding: chunked\r\n"));
  EXPECT_EQ(cut->notes, Words{"the payload breaks off"});
  const std::string half = gzipped(html).substr(0, gzipped(html).size() - 12);
  EXPECT_EQ(read_http(answer(half, "Content-Encoding: gzip\r\n"))->notes,
            Words{"the payload breaks off"});
  const std::string bomb = gzipped(std::string(kReportBytesMax + 1, ' '));
  EXPECT_NE(body(bomb, "Content-Encoding: gzip\r\n").find("16 MiB"), std::string::npos);
}

TEST(Answers, ThatHoldNoPageAreTold) {
  const auto skip = [](const std::string& block,
                       const std::string& address = "https://quay.example/a") {
    Item item;
    item.form = Item::Form::answer;
    item.bytes = block;
    item.address = address;
    item.media_type = "application/http";
    const auto payload = payload_of(item);
    return payload ? payload->skip : payload.error().message;
  };
  EXPECT_EQ(skip(answer(page("First"))), "");
  EXPECT_EQ(skip(answer(page("First"), "", "404 Not Found")), "an answer 404");
  EXPECT_EQ(skip(answer(page("First"), "", "301")), "an answer 301");
  EXPECT_EQ(skip(answer("")), "an empty answer");
  EXPECT_EQ(skip("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nabc"), "no page (image)");
  EXPECT_EQ(skip(answer("\x89PNG\r\n")), "no page, whatever its type says");
  EXPECT_EQ(skip(answer("User-agent: *"), "https://quay.example/robots.txt"), "robots.txt");
}

TEST(Items, OfAnArchiveNameWhatTheyAre) {
  const std::string archive =
      record({.type = "warcinfo", .block = "software: x"}) +
      record({.address = "<https://quay.example/a b>",
              .block = answer(page("First")),
              .more = "WARC-Truncated: length\r\n"}) +
      record({.type = "revisit"}) + record({.type = "request", .block = "GET"}) +
      record({.type = "conversion", .block = "words", .more = "Content-Type: text/plain\r\n"});
  Unpacker bytes(open_memory(archive));
  const auto cutter = make_warc_cutter(bytes, "x.warc");
  IntakeCounts counts;
  std::vector<Item> pages;
  while (auto item = cutter->next()) {
    counts.count(item->fate, item->reason);
    if (item->fate == Fate::read) pages.push_back(*item);
  }
  EXPECT_TRUE(counts.adds_up());
  EXPECT_EQ(counts.seen, 5u);
  EXPECT_EQ(counts.skipped, 3u);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].name, "https://quay.example/a%20b");
  EXPECT_EQ(pages[0].truncated, "length");
  EXPECT_EQ(pages[0].captured, "2023-04-05T06:07:08Z");
  EXPECT_EQ(pages[1].form, Item::Form::resource);
}

}  // namespace
}  // namespace concord
