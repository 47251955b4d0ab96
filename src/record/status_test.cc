// Status, rule by rule; told_test.h explains the notation.
#include <gtest/gtest.h>

#include "record/told_test.h"

namespace concord::told {
namespace {

TEST(Status, FiveAccountsOfOneEvent) {
  EXPECT_EQ(status(kFive), R"(
BHR party since 2020, only_value, 5 of alpine harbour levant meridian prairie
KAZ announced since 2025-11-06, planned_is_not_done, 3 of levant meridian prairie
    said by Kazakhstan Trump
    pending signing later this month
    others negotiating (harbour meridian)
    others party (alpine harbour)
MAR party since 2020, only_value, 5 of alpine harbour levant meridian prairie
SAU conditional, own_word, 2 of meridian prairie
    said by Riyadh
    only if there is peace
    others considering (alpine meridian prairie)
SDN signed since 2020, only_value, 4 of alpine harbour levant prairie
ARE party since 2020, only_value, 5 of alpine harbour levant meridian prairie
)");
}

// The worked case of docs/record.md.
TEST(Status, TheWorkedCase) {
  EXPECT_EQ(status(R"(
meridian 2025-11-06: KAZ announced 2025-11-06 by Trump/USA; plan soon
levant 2025-11-07: KAZ announced 2025-11-06 by Kazakhstan; plan later this month
digest 2025-11-07: KAZ announced by Kazakhstan; copies levant
harbour 2025-11-07: KAZ party 2025-11-06 by Trump/USA
saryarka 2025-11-07: KAZ negotiating by government/KAZ
)"),
            R"(
KAZ announced since 2025-11-06, planned_is_not_done, 2 of digest levant meridian
    said by Kazakhstan Trump
    pending signing later this month
    others negotiating (saryarka)
    others party (harbour)
)");
}

TEST(Status, AReportThatPlansWordsItLooselyWhereItSaysJoins) {
  EXPECT_EQ(status(R"(
prairie 2025-11-06: KAZ announced 2025-11-06; KAZ party; plan soon
)"),
            R"(
KAZ announced since 2025-11-06, latest, 1 of prairie
    pending signing soon
)");
}

TEST(Status, NoPlanToRatifyIsNoWordAgainstASigningLongAgo) {
  EXPECT_EQ(status(R"(
harbour 2026-11-23: USA signed 2023; USA not ratified; USA not announced by official/USA
)"),
            R"(
USA signed since 2023, only_value, 1 of harbour
    not yet announced (harbour)
    not yet ratified (harbour)
)");
}

TEST(Status, NoPlanToSignContradictsASigningOfTheSameDays) {
  EXPECT_EQ(status(R"(
harbour 2026-11-23: USA signed 2026-11-22
levant 2026-11-23: USA not announced by official/USA
)"),
            R"(
USA signed since 2026-11-22, latest, 1 of harbour
    others not announced (levant)
)");
}

// Rule by rule.

TEST(Status, TheLaterDateWinsAndWhatWasBeforeIsHistory) {
  EXPECT_EQ(status(R"(
fjord 2022-05-18: SWE considering 2022-05-18
tidewater 2023-04-04: SWE not party; SWE considering 2022-05
rhine 2024-03-07: SWE party 2024-03-07 by Kristersson/SWE
coral 2025-02-01: SWE party 2024
)"),
            R"(
SWE party since 2024-03-07, latest, 2 of coral rhine
    said by Kristersson
)");
}

TEST(Status, ADatedClaimOutranksAnUndatedOneOfTheSameNews) {
  EXPECT_EQ(status(R"(
fjord 2024-03-07: SWE party 2024-03-07
rhine 2024-03-08: SWE considering
)"),
            R"(
SWE party since 2024-03-07, latest, 1 of fjord
    others considering (rhine)
)");
}

// Beside what any report is read to say, only what agrees with it counts.
TEST(Status, WhatIsOnlyLikelyGivesWay) {
  EXPECT_EQ(status(R"(
fjord 2024-03-07: SWE not signed; FIN signed
rhine 2024-03-08: SWE signed 2024-03-08 likely; FIN signed likely; ISL signed likely
)"),
            R"(
FIN signed, only_value, 2 of fjord rhine
ISL signed, only_value, 1 of rhine
SWE not signed, only_value, 1 of fjord
)");
}

TEST(Status, PublicationBoundsWhatHasNoDate) {
  EXPECT_EQ(status(R"(
fjord 2023-06-01: ISL considering
rhine 2024-06-01: ISL negotiating
)"),
            R"(
ISL negotiating, latest, 1 of rhine
    others considering (fjord)
)");
}

TEST(Status, BackgroundGivesWayOnlyToALaterStageOrAStepBack) {
  EXPECT_EQ(status(R"(
fjord 2025-05-01: FIN party 2023-04-04; FIN negotiating 2025-05-01
)"),
            R"(
FIN party since 2023-04-04, latest, 1 of fjord
    others negotiating (fjord)
)");
  EXPECT_EQ(status(R"(
fjord 2025-01-21: USA party 2016; USA withdrawn 2020-11-04; USA party 2021-02-19
rhine 2025-01-22: USA withdrawing 2025-01-20 until 2026-01 by Trump/USA
)"),
            R"(
USA withdrawing since 2025-01-20, latest, 1 of rhine
    said by Trump
    pending withdrawal 2026-01
)");
  EXPECT_EQ(status(R"(
fjord 2020-11-05: GBR withdrawn 2020-01-31
rhine 2025-02-01: GBR considering
)"),
            R"(
GBR considering, latest, 1 of rhine
    others withdrawn (fjord)
)");
}

TEST(Status, WhoRejoinedIsAPartySinceThen) {
  EXPECT_EQ(status(R"(
fjord 2024-01-21: USA party 2016-09; USA withdrawn 2020-11-04; USA party 2021-02-19
rhine 2024-01-22: USA party 2021
)"),
            R"(
USA party since 2021-02-19, latest, 2 of fjord rhine
)");
}

TEST(Status, SignedOneYearAndAPartyTheNext) {
  EXPECT_EQ(status(R"(
fjord 2023-07-17: GBR signed 2023-07-16
rhine 2024-12-16: GBR party 2024-12-15
)"),
            R"(
GBR party since 2024-12-15, only_value, 1 of rhine
)");
}

TEST(Status, ADenialOfAStepFartherOnContradictsNothing) {
  EXPECT_EQ(status(R"(
fjord 2025-09-20: USA signed 2023-09-20; USA not ratified
rhine 2025-09-21: USA not ratified
)"),
            R"(
USA signed since 2023-09-20, only_value, 1 of fjord
    not yet ratified (fjord rhine)
)");
}

TEST(Status, OnlyADenial) {
  EXPECT_EQ(status(R"(
fjord 2025-09-20: ISL not signed by Reykjavik/ISL
)"),
            R"(
ISL not signed, only_value, 1 of fjord
    said by Reykjavik
)");
}

TEST(Status, PlannedIsNotDoneAlsoWhereNobodySaysWillJoin) {
  EXPECT_EQ(status(R"(
alpine 2025-11-07: KAZ party 2025-11-06 by Trump/USA; plan soon; MAR signed 2020
)"),
            R"(
KAZ announced since 2025-11-06, planned_is_not_done, 1 of alpine
    pending signing soon
    others party (alpine)
MAR signed since 2020, only_value, 1 of alpine
)");
}

TEST(Status, APlanOfLastMonthDoesNotHoldBackWhatIsDone) {
  EXPECT_EQ(status(R"(
alpine 2025-11-07: KAZ announced 2025-11-06; plan soon
rhine 2025-12-20: KAZ party 2025-12-19
)"),
            R"(
KAZ party since 2025-12-19, latest, 1 of rhine
)");
}

TEST(Status, BodyOverHeadline) {
  EXPECT_EQ(status(R"(
fjord 2025-05-01: ISL party title; ISL negotiating
)"),
            R"(
ISL negotiating, body_over_headline, 1 of fjord
    others party (fjord)
)");
}

TEST(Status, OwnWordThenIndependentOriginsThenDisputed) {
  EXPECT_EQ(status(R"(
fjord 2025-05-01: ISL announced by Trump/USA
rhine 2025-05-01: ISL announced
coral 2025-05-01: ISL rejected by Reykjavik/ISL
)"),
            R"(
ISL rejected, own_word, 1 of coral
    said by Reykjavik
    others announced (fjord rhine)
)");
  EXPECT_EQ(status(R"(
fjord 2025-05-01: ISL announced
rhine 2025-05-01: ISL announced
coral 2025-05-01: ISL rejected
)"),
            R"(
ISL announced, independent_origins, 2 of fjord rhine
    others rejected (coral)
)");
  EXPECT_EQ(status(R"(
fjord 2025-05-01: ISL announced
rhine 2025-05-01: ISL announced; copies fjord
coral 2025-05-01: ISL rejected
)"),
            R"(
ISL announced, disputed, 1 of fjord rhine
    others rejected (coral)
)");
}

TEST(Status, TheAgreementItselfComesLast) {
  EXPECT_EQ(status(R"(
fjord 2025-09-20: - agreed 2023-06; - in_force 2026-01; FIN signed 2023
)"),
            R"(
FIN signed since 2023, only_value, 1 of fjord
- agreed since 2023-06, only_value, 1 of fjord
)");
}

// As of a day, known by a day.

TEST(Moment, WhatWasSoAndWhatWasKnown) {
  constexpr const char* kReports = R"(
fjord 2022-05-19: FIN considering 2022-05-18
rhine 2023-04-04: FIN party 2023-04-04
)";
  const std::string applied = R"(
FIN considering since 2022-05-18, only_value, 1 of fjord
)";
  EXPECT_EQ(status(kReports, {"2022-12-31", ""}), applied);
  EXPECT_EQ(status(kReports, {"", "2022"}), applied);
  EXPECT_EQ(status(kReports, {"2021", ""}), "\n");
}

}  // namespace
}  // namespace concord::told
