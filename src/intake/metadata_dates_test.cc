// Dates as pages write them: line, then every date that is read.
#include "intake/metadata_dates.h"

#include <gtest/gtest.h>

#include <string>

#include "lexicon/data.h"

namespace concord {
namespace {

const WebWords& words() {
  static const WebWords loaded = *load_web_words(built_in_data());
  return loaded;
}

struct Case {
  const char* language;
  const char* line;
  const char* dates;
};

std::string found(const Case& one, DayOrder order = DayOrder::day_first) {
  std::string all;
  for (const PageDate& date :
       find_page_dates(plain_line(one.line), {words(), one.language, order})) {
    all += (all.empty() ? "" : " ") + date.edtf();
    if (date.swapped) all += "|" + date.swapped->edtf();
  }
  return all;
}

TEST(PageDates, OfManyLanguages) {
  const Case kCases[] = {
      {"en", "November 7th, 2025", "2025-11-07"},
      {"en", "By Ana Ruiz | 7 Nov. 2025 | Quay", "2025-11-07"},
      {"en", "Thu 19-Dec-2024", "2024-12-19"},
      {"en", "from March 3, 2021 to 4 March 2021", "2021-03-03 2021-03-04"},
      {"de", "Mittwoch, 3. Juli 2018", "2018-07-03"},
      {"de", "20. Mär. 2019", "2019-03-20"},
      {"de", "8.5.12", "2012-05-08"},
      {"fr", "le 1er août 2020", "2020-08-01"},
      {"fr", "12 fevrier 2021", "2021-02-12"},
      {"es", "15 de abril de 2020", "2020-04-15"},
      {"pt", "1º de março de 2022", "2022-03-01"},
      {"it", "9 settembre 2017", "2017-09-09"},
      {"nl", "9 oktober 2020", "2020-10-09"},
      {"pl", "11 listopada 2018", "2018-11-11"},
      {"hr", "11. listopada 2018.", "2018-10-11"},
      {"cs", "5. června 2019", "2019-06-05"},
      {"hu", "2020. április 3.", "2020-04-03"},
      {"lt", "2020 m. balandžio 3 d.", "2020-04-03"},
      {"ro", "20 septembrie 2020", "2020-09-20"},
      {"tr", "5 Ağustos 2021", "2021-08-05"},
      {"ru", "17 мая 2021 года", "2021-05-17"},
      {"uk", "3 лютого 2022", "2022-02-03"},
      {"el", "4 Μαρτίου 2019", "2019-03-04"},
      {"id", "17 Agustus 2020", "2020-08-17"},
      {"vi", "12 tháng 4, 2020", "2020-04-12"},
      {"ar", "الأربعاء، 07 أكتوبر 2020", "2020-10-07"},
      {"ar", "٢٥ كانون الثاني ٢٠٢١", "2021-01-25"},
      {"ar", "3 آذار/مارس 2020", "2020-03-03"},
      {"ar", "3 يناير/كانون الثاني 2020", "2020-01-03"},
      {"fa", "2 تير 1399", "2020-06-22"},  // with the letters of an Arabic keyboard
      {"he", "17 באוגוסט 2020", "2020-08-17"},
      {"lv", "2020. gada 3. marts", "2020-03-03"},
      {"kk", "2020 жылғы 3 наурыз", "2020-03-03"},
      {"km", "3 មីនា 2020", "2020-03-03"},
      {"my", "3 မတ် 2020", "2020-03-03"},
      {"fa", "۱۲ تیر ۱۳۹۹", "2020-07-02"},
      {"fa", "۱۳۹۹/۰۴/۱۲", "2020-07-02"},
      {"hi", "१५ अगस्त २०२०", "2020-08-15"},
      {"bn", "১৮ ফেব্রুয়ারি ২০২০", "2020-02-18"},  // U+09DF
      {"bn", "১৮ ফেব্রুয়ারি ২০২০", "2020-02-18"},  // U+09AF U+09BC
      {"th", "14 มกราคม 2563", "2020-01-14"},
      {"th", "3 มี.ค. 2563", "2020-03-03"},
      {"th", "3 มีนาคม พ.ศ. 2563", "2020-03-03"},
      {"ja", "2020年07月03日 | 山", "2020-07-03"},
      {"zh", "发布时间：2020-04-17", "2020-04-17"},
      {"ko", "2020년 7월 3일", "2020-07-03"},
  };
  for (const Case& one : kCases)
    EXPECT_EQ(found(one), one.dates) << one.language << ": " << one.line;
}

TEST(PageDates, WithTimesOfDayAndZones) {
  const Case kCases[] = {
      {"en", "Nov 8, 2023 at 5:49 p.m.", "2023-11-08T17:49:00"},
      {"en", "12:05 AM EST, 3 May 2020", "2020-05-03T00:05:00-05:00"},
      {"en", "Fri, 01 May 2020 23:00:00 -0400", "2020-05-01T23:00:00-04:00"},
      {"en", "Tue Aug 25 2020 00:23:33 GMT+0000", "2020-08-25T00:23:33+00:00"},
      {"en", "Mon Oct 05 12:44:48 +0200 2020", "2020-10-05T12:44:48+02:00"},
      {"en", "April 8, 2020 4:25 PM IST", "2020-04-08T16:25:00"},  // which IST is not told
      {"de", "19.10.2019 | 18.05 Uhr", "2019-10-19T18:05:00"},
      {"fr", "12 mars 2021 à 16h12", "2021-03-12T16:12:00"},
      {"en", "May 3, 2021 - 5 min read", "2021-05-03"},
      {"en", "May 3, 2021 | 25:99", "2021-05-03"},
  };
  for (const Case& one : kCases) EXPECT_EQ(found(one), one.dates) << one.line;
}

TEST(PageDates, ThatAreNone) {
  const Case kCases[] = {
      {"en", "May 2020", ""},
      {"en", "31 February 2020", ""},
      {"en", "version 1.2.20", ""},
      {"en", "192.168.20.20", ""},
      {"en", "1.2.3.2020", ""},
      {"en", "jing1989 Jul 10", ""},
      {"en", "July 15-24, 2024", ""},
      {"en", "July 15–24", ""},
      {"en", "from 2019 until 3 May", ""},
      {"en", "© 2019-2021 Quay", ""},
      {"en", "call 555-12-2020", ""},
      {"en", "3/4", ""},
  };
  for (const Case& one : kCases) EXPECT_EQ(found(one), one.dates) << one.line;
}

TEST(PageDates, DayBeforeMonthOrAfter) {
  const Case slashed{"en", "03/04/2020", "2020-04-03|2020-03-04"};
  EXPECT_EQ(found(slashed, DayOrder::day_first), "2020-04-03|2020-03-04");
  EXPECT_EQ(found(slashed, DayOrder::month_first), "2020-03-04|2020-04-03");
  EXPECT_EQ(found({"en", "23/04/2020", ""}, DayOrder::month_first), "2020-04-23");
  EXPECT_EQ(found({"en", "3/23/20", ""}, DayOrder::month_first), "2020-03-23");
  EXPECT_EQ(words().day_order("en", "quay.example.uk"), DayOrder::day_first);
  EXPECT_EQ(words().day_order("en-GB", "quay.com"), DayOrder::day_first);
  EXPECT_EQ(words().day_order("en", "quay.com"), DayOrder::month_first);
  EXPECT_EQ(words().day_order("de", "quay.com"), DayOrder::day_first);
}

TEST(PageDates, ThatMachinesWrite) {
  const struct {
    const char* value;
    const char* date;
  } kCases[] = {
      {"2025-10-08T21:33:14.140Z", "2025-10-08T21:33:14Z"},
      {"2020-10-02T18:16:21+05:30", "2020-10-02T18:16:21+05:30"},
      {"2024-04-05T00:00:00-0400", "2024-04-05T00:00:00-04:00"},
      {"2025-07-09 11:50:26", "2025-07-09T11:50:26"},
      {"20200403", "2020-04-03"},
      {"Jul-15-24", "2024-07-15"},
      {"20200424T212506Z", "2020-04-24T21:25:06Z"},
      {"1588388400", "2020-05-02T03:00:00Z"},
      {"1588388400000", "2020-05-02T03:00:00Z"},
      {"04:25:06 PM IST Apr 08, 2020", "2020-04-08T16:25:06"},
      {"2013", ""},
      {"Summer", ""},
      {"1588", ""},
  };
  for (const auto& one : kCases) {
    const auto date = read_machine_date(one.value, {words(), "en", DayOrder::month_first});
    EXPECT_EQ(date ? date->edtf() : "", one.date) << one.value;
  }
}

TEST(PageDates, MovedToAnotherZone) {
  const PageDate utc = *read_machine_date("2023-11-09T01:49:09Z", {words(), "en", {}});
  EXPECT_EQ(moved_to_zone(utc, -8 * 60).edtf(), "2023-11-08T17:49:09-08:00");
  EXPECT_EQ(moved_to_zone(utc, 330).edtf(), "2023-11-09T07:19:09+05:30");
}

// The cheap look never says no to a line with a date.
TEST(PageDates, CheapLookKeepsThem) {
  for (const char* line : {"7 Nov 2025", "27-06-18", "8.5.12", "Nov 7 '25", "٢٥ كانون الثاني ٢٠٢١",
                           "۱۲ تیر ۱۳۹۹", "१५ अगस्त २०२०", "２０２０年０７月０３日"}) {
    EXPECT_TRUE(may_hold_date(line)) << line;
  }
  EXPECT_FALSE(may_hold_date("5 min read"));
}

}  // namespace
}  // namespace concord
