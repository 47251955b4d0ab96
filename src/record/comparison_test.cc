// Comparison, timeline and dates; told_test.h explains the notation.
#include <gtest/gtest.h>

#include "record/told_test.h"

namespace concord::told {
namespace {

TEST(Comparison, FiveAccountsOfOneEvent) {
  EXPECT_EQ(compared(kFive), R"(
Has Kazakhstan joined? (stage)
    is going to join: levant meridian prairie
    has joined: alpine harbour
    is still negotiating: harbour meridian
Who announced the step of Kazakhstan? (announcer)
    Trump: alpine harbour meridian prairie
    Kazakhstan: levant
Who joined before? (members)
    Bahrain, Morocco, Sudan, United Arab Emirates: alpine harbour levant prairie
    Bahrain, Morocco, United Arab Emirates: meridian
Who was first? (first)
    Bahrain, United Arab Emirates: alpine meridian
    United Arab Emirates: harbour
When was it first made? (date)
    2020: alpine meridian prairie
    2020/2021: harbour
When will it be signed? (planned_date)
    soon: alpine meridian prairie
    later this month: meridian
How much does it matter? (assessment)
    largely symbolic: alpine harbour levant prairie
    an enhanced relationship: meridian
)");
}

// What is no difference of opinion.

TEST(Comparison, DevelopmentIsNoDisagreement) {
  EXPECT_EQ(compared(R"(
fjord 2023-04-04: SWE not party; SWE considering 2022-05
tidewater 2024-02-26: SWE agreed 2024-02-26
rhine 2024-03-07: SWE party 2024-03-07; FIN party 2023-04
coral 2025-01-01: SWE party 2024; FIN party 2023-04-04; ISL party 1949
)"),
            "\n");
}

TEST(Comparison, CopiesDoNotDisagreeWithThemselves) {
  EXPECT_EQ(compared(R"(
fjord 2025-05-01: ISL announced by Trump/USA; ISL party by Reykjavik/ISL
rhine 2025-05-01: ISL party; copies fjord
)"),
            "\n");
}

TEST(Comparison, SignedAndNotRatifiedGoTogether) {
  EXPECT_EQ(compared(R"(
fjord 2025-05-01: USA signed 2025-05-01
rhine 2025-05-01: USA not ratified
)"),
            "\n");
}

TEST(Comparison, LeavingOrNot) {
  EXPECT_EQ(compared(R"(
fjord 2025-05-01: ISL withdrawing by Reykjavik/ISL
rhine 2025-05-02: ISL not withdrawing by Trump/USA
)"),
            R"(
Is Iceland leaving? (stage)
    is leaving: fjord
    is not leaving: rhine
)");
}

TEST(Comparison, PassingMentionsOfMembersAreNoLists) {
  EXPECT_EQ(compared(R"(
fjord 2025-05-01: FIN party 2023; SWE party 2024
rhine 2025-05-01: ISL party 1949; GBR party 1949; USA party 1949
coral 2025-05-01: SWE party 2024; ISL party 1949
)"),
            "\n");
}

TEST(Comparison, DatesOfOneActDiffer) {
  EXPECT_EQ(compared(R"(
fjord 2025-05-01: FIN party 2023-04-04
rhine 2025-05-01: FIN party 2023-04-05
coral 2025-05-01: FIN party 2023-04
)"),
            R"(
When did Finland join? (date)
    2023-04-04: fjord
    2023-04-05: rhine
)");
}

TEST(Timeline, EachStepOnceUnderItsFinestDate) {
  EXPECT_EQ(timeline(R"(
fjord 2025-01-21: USA withdrawing 2025-01-20 until 2026-01; USA party 2021-02
rhine 2025-01-22: USA withdrawing; USA party 2021-02-19; plan 2025-03; FIN signed
)"),
            R"(
2021-02-19 the United States joined: fjord rhine
2025-01-20 the United States was announced to be leaving: fjord rhine
2025-03 a signing ceremony, planned: rhine
2026-01 the United States leaves, planned: fjord
undated Finland signed: rhine
)");
}

TEST(Dates, AgreeWhereOneIsFiner) {
  EXPECT_TRUE(agree("2020", "2020-09-15"));
  EXPECT_TRUE(agree("2020-09", "2020-09-15"));
  EXPECT_TRUE(agree("2024~", "2024"));
  EXPECT_FALSE(agree("2020", "2020/2021"));
  EXPECT_FALSE(agree("2020-09", "2020-10-01"));
  EXPECT_FALSE(agree("", "2020"));
  EXPECT_FALSE(days_of("soon").has_value());
  EXPECT_FALSE(days_of("2020-13").has_value());
  EXPECT_EQ(days_of("1970-01-02")->first, 1);
  EXPECT_EQ(days_of("2024-02")->last - days_of("2024-02")->first, 28);
}

}  // namespace
}  // namespace concord::told
