// Hostile files: each is refused with its name, the cause and what to do, or read; nothing crashes.
// What pages give when they are read is in test/corpus/intake.
#include "intake/intake.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/limits.h"
#include "intake/dates.h"
#include "intake/paths.h"
#include "lexicon/data.h"

namespace concord {
namespace {

namespace fs = std::filesystem;

const Lexicon& lexicon() {
  static const Lexicon loaded = *load_lexicon(built_in_data());
  return loaded;
}

class Files : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() /
              ("concord-intake-" + std::string(test->name()) + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  static std::string why_not(const std::string& path) {
    auto input = load_input(path);
    if (!input) return input.error().message;
    const auto report = read_text(*std::move(input), lexicon());
    return report ? "read" : report.error().message;
  }

  fs::path folder_;
};

TEST_F(Files, AreRefusedWithTheCause) {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"", "empty: nothing to read"},
      {std::string("PK\x03\x04\0\0", 6), "binary data (a NUL at byte 4)"},
      {"Brussels signed caf\xE9.", "broken UTF-8 at byte 19"},
      {"\xED\xA0\x80", "broken UTF-8 at byte 0"},
      {std::string("\xFF\xFEK\0a\0", 6), "UTF-16 text: convert it to UTF-8"},
      {std::string("K\0a\0z\0", 6), "UTF-16 text: convert it to UTF-8"},
      {"ok\n" + std::string(kLineBytesMax + 1, 'x'), ":2: a line of 1048577 bytes"},
      {std::string(kReportBytesMax + 1, 'x'), "larger than 16 MiB"},
  };
  for (const auto& [bytes, cause] : files) {
    const std::string path = write("page.txt", bytes);
    const std::string message = why_not(path);
    EXPECT_TRUE(message.starts_with(path)) << message;
    EXPECT_NE(message.find(cause), std::string::npos) << message;
  }
}

TEST_F(Files, OfAGigabyteAreRefusedUnread) {
  const std::string path = write("large.txt", "x");
  fs::resize_file(path, std::uintmax_t{1} << 30);  // a hole: it takes no room on the disk
  EXPECT_NE(why_not(path).find("larger than 16 MiB"), std::string::npos);
}

TEST_F(Files, FoldersAndMissingFilesAreRefused) {
  EXPECT_NE(why_not(folder_.string()).find("a folder"), std::string::npos);
  EXPECT_NE(why_not((folder_ / "none.txt").string()).find("no such file"), std::string::npos);
}

TEST_F(Files, WithoutLeaveToReadAreRefused) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const std::string path = write("secret.txt", "x");
  fs::permissions(path, fs::perms::none);
  EXPECT_NE(why_not(path).find("give leave to read it"), std::string::npos);
}

TEST_F(Files, OfAFolderAreListedSorted) {
  const std::string b = write("b.txt", "x");
  const std::string a = write("a.txt", "x");
  fs::create_directories(folder_ / "deep/er");
  fs::create_directories(folder_ / ".git");
  const std::string deep = write("deep/er/page", "x");
  write(".git/hidden.txt", "x");
  fs::create_directory_symlink(folder_, folder_ / "deep/ring");
  const auto inputs = list_paths({"-", folder_.string(), (folder_ / "none.txt").string(), b, b});
  ASSERT_EQ(inputs.size(), 6u);
  EXPECT_EQ(inputs[0]->path, "-");
  EXPECT_EQ(inputs[1]->path, a);
  EXPECT_EQ(inputs[2]->path, b);
  EXPECT_EQ(inputs[3]->path, deep);
  EXPECT_TRUE(inputs[3]->listed);
  ASSERT_FALSE(inputs[4].has_value());
  EXPECT_EQ(inputs[4].error().code, ErrorCode::not_found);
  EXPECT_EQ(inputs[5]->path, b);
  EXPECT_FALSE(inputs[5]->listed);
}

TEST(Pages, KeepTheirTextAndEveryLineHasOnePlace) {
  const std::string text =
      "\xEF\xBB\xBFThe Quay Courier\r\n7 April 2023\r\n\r\nFinland joins Nato\r\n\r\n"
      "HELSINKI: Finland became the thirty-first member of the alliance in Brussels.\r\n"
      "Comments are closed.\r\n";
  const auto report = read_text(Input{"page.txt", text}, lexicon());
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->text, text);
  EXPECT_EQ(report->title, "Finland joins Nato");
  std::vector<Span> spans = report->furniture;
  for (const Block& block : report->blocks) spans.push_back(block.span);
  std::ranges::sort(spans, {}, &Span::begin);
  ASSERT_EQ(spans.size(), 5u);
  EXPECT_EQ(spans[0].begin, 3u);  // past the byte order mark
  for (std::size_t i = 0; i < spans.size(); ++i) {
    EXPECT_NE(report->words(spans[i]).back(), '\r');
    const std::uint32_t before = i > 0 ? spans[i - 1].end : 0;
    EXPECT_LE(before, spans[i].begin);
  }
}

TEST(Pages, OfAnyFormAreReadWithoutHarm) {
  for (const std::string& text :
       {std::string("|"), std::string(" \r\n\t\n"), std::string("\xEF\xBB\xBF"),
        std::string("\xC2\xA0"), std::string("By"), std::string("By \n(\n)\n"),
        std::string("\xC2\xA9"), std::string(": "), std::string(" | | | "), std::string("Source:"),
        std::string("1/1/1/1/2025"), std::string("(Photo: "), std::string("Copyright 2025"),
        std::string("First Published:\n"), std::string("A. - "), std::string(5000, '|'),
        std::string("By A and  and , & B\n")}) {
    const auto report = read_text(Input{"page", text}, lexicon());
    if (!report) continue;
    for (const Block& block : report->blocks) EXPECT_LE(block.span.end, text.size());
    for (const Span span : report->furniture) EXPECT_LE(span.end, text.size());
  }
}

TEST(Dates, AreFound) {
  const std::vector<std::pair<std::string, std::string>> lines = {
      {"Last Updated:May 09, 2023, 08:05 IST", "2023-05-09"},
      {"5/9/2023Updated: 5/10/2023", "2023-05-09 2023-05-10"},
      {"Tuesday, 4 April 2023", "2023-04-04"},
      {"4th Apr. 2023", "2023-04-04"},
      {"Sept. 15, 2020", "2020-09-15"},
      {"28.03.2019 10:40", "2019-03-28"},
      {"23/8/2021", "2021-08-23"},
      {"2025-11-06T13:18:00Z", "2025-11-06"},
      {"zczc abc1234 19-08-21 0945gmt", "2021-08-19"},
      {"12-Nov-2025", "2025-11-12"},
      {"Ref. 2025/0915-02", ""},
      {"31 February 2023", ""},
      {"version 1.2.3, room 12/14", ""},
      {"Mark 4, 2023 and Mayor 5, 2023", ""},
  };
  for (const auto& [line, expected] : lines) {
    std::string got;
    for (const FoundDate& date : find_dates(line)) got += (got.empty() ? "" : " ") + date.value;
    EXPECT_EQ(got, expected) << line;
  }
}

}  // namespace
}  // namespace concord
