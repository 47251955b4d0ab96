#include "cli/progress.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

TEST(Progress, TellsShareRateAndWhatIsLeft) {
  EXPECT_EQ(progress_line(50, 100, 120, 60),
            "[============>           ] 50 %  120 reports  2/s  1 min 0 s left");
  EXPECT_EQ(progress_line(100, 100, 1, 2),
            "[========================] 100 %  1 report  0/s  0 s left");
  EXPECT_EQ(progress_line(200, 100, 1, 2), progress_line(100, 100, 1, 2));  // a file that grew
  EXPECT_EQ(progress_line(20, 2000, 7200, 3600),
            "[>                       ] 1 %  7200 reports  2/s");
  EXPECT_EQ(progress_line(25, 1000, 9, 100),
            "[>                       ] 2 %  9 reports  0/s  1 h 5 min left");
  EXPECT_EQ(progress_line(500, 0, 3, 1), "3 reports  3/s");  // a pipe: nobody knows its end
  EXPECT_EQ(progress_line(0, 100, 0, 0), "[>                       ] 0 %  0 reports");
}

}  // namespace
}  // namespace concord
