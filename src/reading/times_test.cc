// Times as a table: publication date, sentence, expression, value. And the yes and no sentences of
// data/en/times.toml, each against the row that it proves.
#include <gtest/gtest.h>

#include <chrono>

#include "reading/passes.h"
#include "reading/times.h"

namespace concord {
namespace {

const Lexicon& lexicon() {
  static const Result<Lexicon> loaded = load_lexicon(built_in_data());
  return *loaded;
}

TEST(TimeWords, Load) {
  const auto loaded = load_lexicon(built_in_data());
  ASSERT_TRUE(loaded.has_value()) << loaded.error().message;
}

struct Read {
  Report report;
  Reading reading;
  std::vector<std::uint32_t> rules;

  std::string words(const Time& time) const {
    return std::string(report.words(bytes_of(reading, time.tokens)));
  }
};

// A paragraph a line.
Read read_lines(const std::string& published, const std::string& text) {
  Read read;
  read.report.published = published;
  read.report.text = text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    read.report.blocks.push_back(
        {BlockKind::paragraph, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    at = end + 1;
  }
  split_sentences(read.report, lexicon(), read.reading);
  find_times_with_rules(read.report, lexicon(), read.reading, &read.rules);
  return read;
}

// "Thursday = 2025-11-06; soon = vague", all times of a text in order.
std::string times_of(const std::string& published, const std::string& text) {
  const Read read = read_lines(published, text);
  std::string out;
  for (const Time& time : read.reading.times) {
    out += (out.empty() ? "" : "; ") + read.words(time) + " = " +
           (time.vague           ? "vague"
            : time.duration      ? "duration"
            : time.value.empty() ? "?"
                                 : time.value);
    out += time.since ? " since" : time.until ? " until" : "";
  }
  return out;
}

struct Case {
  const char* published;
  const char* text;
  const char* times;
};

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    EXPECT_EQ(times_of(one.published, one.text), one.times) << one.published << ": " << one.text;
  }
}

TEST(Times, EveryRowIsProved) {
  const TimeWords& words = lexicon().time_words;
  ASSERT_GT(words.proofs.size(), 100u);
  for (std::size_t i = 0; i < words.proofs.size(); ++i) {
    const Proof& proof = words.proofs[i];
    const Read read = read_lines("2025-11-07", proof.sentence);
    bool fired = false;
    for (std::size_t t = 0; t < read.rules.size(); ++t) {
      if (read.rules[t] != words.proof_rules[i]) continue;
      fired = fired || !proof.fires || read.words(read.reading.times[t]) == proof.marked;
    }
    EXPECT_EQ(fired, proof.fires) << proof.row << ": " << proof.sentence << "\n  found "
                                  << times_of("2025-11-07", proof.sentence);
  }
}

TEST(Times, FullDatesInAllOrders) {
  check({
      {"2025-11-07", "Leaders met on November 6, 2025.", "November 6, 2025 = 2025-11-06"},
      {"2025-11-07", "Ministers met on 6 Nov. 2025 in Lima.", "6 Nov. 2025 = 2025-11-06"},
      {"2025-11-07", "Leaders met on Nov 6.", "Nov 6 = 2025-11-06"},
      {"2025-11-07", "Leaders met on the 6th of November.", "the 6th of November = 2025-11-06"},
      {"2025-11-07", "Leaders met on Thursday, November 6.", "Thursday, November 6 = 2025-11-06"},
      {"2025-11-07", "Leaders met on Thursday (November 6).", "Thursday (November 6) = 2025-11-06"},
      {"2025-11-07", "Updated 2025-11-06.", "2025-11-06 = 2025-11-06"},
      {"2025-11-07", "Updated 2025/11/06.", "2025/11/06 = 2025-11-06"},
      {"2025-11-07", "The text is dated 6/11/2025.", "6/11/2025 = 2025-11-06"},
      {"2025-11-07", "The text is dated 11/6/2025.", "11/6/2025 = 2025-11-06"},
      {"2025-11-07", "The text is dated 3/4/2021.", "3/4/2021 = 2021"},
      {"2025-11-07", "One is dated 25/3/2021, the other 3/4/2021.",
       "25/3/2021 = 2021-03-25; 3/4/2021 = 2021-04-03"},
      {"2025-11-07", "Vienna, 06.11.2025", "06.11.2025 = 2025-11-06"},
      {"2025-11-07", "It was signed on 31 June 2020.", "31 June 2020 = ?"},
      {"2025-11-07", "It was signed on 29 February 2023.", "29 February 2023 = ?"},
      {"2025-11-07", "It was signed on 29 February 2024.", "29 February 2024 = 2024-02-29"},
      {"", "It was signed on 15 September 2020.", "15 September 2020 = 2020-09-15"},
  });
}

TEST(Times, DaysAndMonthsWithoutAYear) {
  check({
      {"2025-11-07", "The bill was passed in December.", "December = 2024-12"},
      {"2025-11-07", "The pact will enter into force in January.", "January = 2026-01"},
      {"2025-11-07", "Parliament is due to vote on 3 December.", "3 December = 2025-12-03"},
      {"2025-11-07", "Parliament ratified the treaty on 3 December.", "3 December = 2024-12-03"},
      {"2025-11-07", "The pact takes effect on 1 January.", "1 January = 2026-01-01"},
      {"2025-11-07", "On 1 December the leaders will sign it.", "1 December = 2025-12-01"},
      {"2025-11-07", "It must be ratified by March.", "March = 2026-03 until"},
      {"2025-11-07", "Twenty states had ratified it by March.", "March = 2025-03 until"},
      {"2025-11-07", "The treaty is to be signed in May.", "May = 2026-05"},
      {"2025-11-07", "May the deal hold, said the premier.", ""},
      {"2025-11-07", "Deputies voted to ratify the treaty in December.", "December = 2024-12"},
      {"2025-11-07", "Japan deposited the papers on 14 August last year.",
       "14 August last year = 2024-08-14"},
      {"2025-11-07", "The ban runs until March next year.", "March next year = 2026-03 until"},
      {"2025-11-07", "Talks were held on 28-30 October.", "28-30 October = 2025-10-28/2025-10-30"},
      {"2025-11-07", "Talks ran from 30 December to 2 January 2020.",
       "30 December to 2 January 2020 = 2019-12-30/2020-01-02 since"},
      {"", "The bill was passed in December.", "December = ?"},
      {"2025-11", "The bill was passed in December.", "December = 2024-12"},
  });
}

TEST(Times, AStoryKeepsItsYear) {
  check({
      {"2025-11-07", "In 1994 Austria voted in June; on 13 November Sweden did.",
       "1994 = 1994; June = 1994-06; 13 November = 1994-11-13"},
      {"2025-11-07", "It was signed in November 2019 and ratified in March.",
       "November 2019 = 2019-11; March = 2020-03"},
      {"2025-11-07", "Chile ratified in 2014, Peru in December.",
       "2014 = 2014; December = 2014-12"},
      {"2025-11-07", "Norway, which joined in 1961, ratified it on 8 March.",
       "1961 = 1961; 8 March = 2025-03-08"},
      {"2025-11-07", "It was signed in 1992.\nThe minister met envoys on 8 March.",
       "1992 = 1992; 8 March = 2025-03-08"},
  });
}

TEST(Times, YearsAndWhatIsNone) {
  check({
      {"2025-11-07", "They joined in 2020.", "2020 = 2020"},
      {"2025-11-07",
       "They were brokered in 2020\xE2\x80\x93"
       "2021.",
       "2020\xE2\x80\x93"
       "2021 = 2020/2021"},
      {"2025-11-07", "They were brokered in 2020-21.", "2020-21 = 2020/2021"},
      {"2025-11-07", "They negotiated from 1986 to 1994.", "1986 to 1994 = 1986/1994 since"},
      {"2025-11-07", "Relations have existed since 1992.", "1992 = 1992 since"},
      {"2025-11-07", "The mandate runs until 2030.", "2030 = 2030 until"},
      {"2025-11-07", "It should be ready around 2024.", "around 2024 = 2024~"},
      {"2025-11-07", "It has grown since early 2020.", "early 2020 = 2020 since"},
      {"2025-11-07", "It was floated in the early 2000s.", "the early 2000s = 200X"},
      {"2025-11-07", "Talks date from the 1990s.", "the 1990s = 199X since"},
      {"2025-11-07", "Some 2,000 workers came.", ""},
      {"2025-11-07", "A force of 2000 troops came.", ""},
      {"2025-11-07", "It is document No. 2030.", ""},
      {"2025-11-07", "Resolution 1973 was adopted.", ""},
      {"2025-11-07", "A quarter of 1990 votes were void.", ""},
      {"2025-11-07", "It leaves at the end of 2026.", "the end of 2026 = 2026"},
      {"2025-11-07", "Talks resume in the first quarter of 2026.",
       "the first quarter of 2026 = 2026-33"},
  });
}

TEST(Times, Weekdays) {
  check({
      {"2025-11-07", "The treaty was signed on Thursday.", "Thursday = 2025-11-06"},
      {"2025-11-07", "The treaty was signed on Friday.", "Friday = 2025-11-07"},
      {"2025-11-07", "The treaty will be signed on Monday.", "Monday = 2025-11-10"},
      {"2025-11-07", "Sofia will join the euro, he announced on Thursday.",
       "Thursday = 2025-11-06"},
      {"2025-11-07", "The premier said on Thursday that Podgorica would sign on Tuesday.",
       "Thursday = 2025-11-06; Tuesday = 2025-11-11"},
      {"2025-11-07", "Parliament voted to leave the pact on Wednesday.", "Wednesday = 2025-11-05"},
      {"2025-11-07", "On Monday the leaders will sign it.", "Monday = 2025-11-10"},
      {"2025-11-07", "The vote is scheduled for Tuesday.", "Tuesday = 2025-11-11"},
      {"2025-11-07", "They signed it last Thursday.", "last Thursday = 2025-11-06"},
      {"2025-11-07", "They sign it next Monday.", "next Monday = 2025-11-10"},
      {"2025-11-07", "They met late Monday night.", "late Monday night = 2025-11-03"},
      {"2025-11-07", "The Good Friday accord held.", ""},
      {"", "The treaty was signed on Thursday.", "Thursday = ?"},
  });
}

TEST(Times, AgainstThePublicationDay) {
  check({
      {"2025-11-07", "He signed it today.", "today = 2025-11-07"},
      {"2025-11-07", "He signed it yesterday evening.", "yesterday evening = 2025-11-06"},
      {"2025-11-07", "He signs it tomorrow.", "tomorrow = 2025-11-08"},
      {"2025-11-07", "He signed it this morning.", "this morning = 2025-11-07"},
      {"2025-11-07", "He signed it last night.", "last night = 2025-11-06"},
      {"2025-11-07", "Ministers approved it last month.", "last month = 2025-10"},
      {"2025-11-07", "It will be signed later this month.", "later this month = 2025-11"},
      {"2025-11-07", "It was agreed earlier this year.", "earlier this year = 2025"},
      {"2025-11-07", "It takes effect next year.", "next year = 2026"},
      {"2025-11-07", "They agreed on it last October.", "last October = 2025-10"},
      {"2025-11-07", "They agreed on it last November.", "last November = 2024-11"},
      {"2025-11-07", "They met last week.", "last week = 2025-10-27/2025-11-02"},
      {"2025-11-05", "It will be signed later this week.",
       "later this week = 2025-11-05/2025-11-09"},
      {"2025-11-05", "They met at the weekend.", "the weekend = 2025-11-01/2025-11-02"},
      {"2025-11-07", "It was signed two years ago.", "two years ago = 2023"},
      {"2025-11-07", "It was signed three days ago.", "three days ago = 2025-11-04"},
      {"2025-11-07", "It was signed six months ago.", "six months ago = 2025-05"},
      {"2025-11-07", "It was signed thirty-five years ago.", "thirty-five years ago = 1990"},
      {"2025-11-07", "It was signed a decade ago.", "a decade ago = 2015~"},
      {"2025-11-07", "Sofia wants to be ready by the end of the year.",
       "the end of the year = 2025 until"},
      {"2025-11-07", "A bill is due early next year.", "early next year = 2026"},
      {"2025-11-07", "The bill passed this summer.", "this summer = 2025-22"},
      {"2025-11-07", "It was ratified in the summer of 2021.", "the summer of 2021 = 2021-22"},
      {"2025-11-07", "Talks will resume next spring.", "next spring = 2026-21"},
      {"2025-11-07", "They will meet in three days.", "three days = 2025-11-10"},
      {"", "It will be signed later this month.", "later this month = ?"},
  });
}

TEST(Times, AgainstTheTextsLastDate) {
  check({
      {"2025-11-07", "Chile ratified in 2014, Peru later that year.",
       "2014 = 2014; later that year = 2014"},
      {"2025-11-07", "It was signed in May 1987; that August it was broken.",
       "May 1987 = 1987-05; that August = 1987-08"},
      {"2025-11-07", "It was signed in May 1992 and ratified the following January.",
       "May 1992 = 1992-05; the following January = 1993-01"},
      {"2025-11-07", "It joined in 1996 and ratified two years later.",
       "1996 = 1996; two years later = 1998"},
      {"2025-11-07", "It was signed on 20 May 2022 and void two days later.",
       "20 May 2022 = 2022-05-20; two days later = 2022-05-22"},
      {"2025-11-07", "It was signed on 20 May 2022 and ratified a month later.",
       "20 May 2022 = 2022-05-20; a month later = 2022-06"},
      {"2025-11-07", "It was signed on 20 May 2022 after talks a fortnight earlier.",
       "20 May 2022 = 2022-05-20; a fortnight earlier = 2022-05"},
      {"2025-11-07", "Denmark voted on 2 June 1992. Ireland did so on the 18th.",
       "2 June 1992 = 1992-06-02; the 18th = 1992-06-18"},
      {"2025-11-07", "It was closed in 1992, and signed in May of the following year.",
       "1992 = 1992; May of the following year = 1993-05"},
      {"2025-11-07", "It was signed in May 1992 and ratified the same month.",
       "May 1992 = 1992-05; the same month = 1992-05"},
      {"2025-11-07", "It was signed on 6 May 1992 and published the next day.",
       "6 May 1992 = 1992-05-06; the next day = 1992-05-07"},
      {"2025-11-07", "Chile ratified in 2014, he said on Thursday. Peru did that year.",
       "2014 = 2014; Thursday = 2025-11-06; that year = 2014"},
      {"2025-11-07", "It was signed five years after the war.", "five years = duration"},
      {"2025-11-07", "It was void two days later.", "two days later = ?"},
  });
}

TEST(Times, VagueAndDurations) {
  check({
      {"2025-11-07", "Montenegro hopes to close the last chapters soon.", "soon = vague"},
      {"2025-11-07", "It will be signed in the coming weeks.", "the coming weeks = vague"},
      {"2025-11-07", "They will join in the near future.", "the near future = vague"},
      {"2025-11-07", "It came as soon as they could.", ""},
      {"2025-11-07", "The pact runs for three years.", "three years = duration"},
      {"2025-11-07", "It ended after several weeks.", "several weeks = duration"},
      {"2025-11-07", "It was the first visit in three years.", "three years = duration"},
  });
}

TEST(Times, OddTextAndSpeed) {
  EXPECT_EQ(times_of("2025-99-99", "They met on Thursday in 2020."), "Thursday = ?; 2020 = 2020");
  times_of("2025-11-07", std::string(20000, '6') + " November " + std::string(3000, '/'));
  std::string text;
  while (text.size() < 400000) {
    text += "On 6 Nov. 2025 the first of 20 states that met two years later in May 2020 signed. ";
  }
  const Read once = read_lines("2025-11-07", text);
  Reading again = once.reading;
  again.times.clear();
  const auto begin = std::chrono::steady_clock::now();
  find_times(once.report, lexicon(), again);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  RecordProperty("megabytes_per_second", static_cast<int>(text.size() / took.count() / 1e6));
  EXPECT_EQ(again.times.size(), once.reading.times.size());
  EXPECT_LT(took.count(), 5.0);
}

}  // namespace
}  // namespace concord
