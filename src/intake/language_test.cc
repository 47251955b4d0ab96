#include "intake/language.h"

#include <gtest/gtest.h>

namespace concord {
namespace {

TEST(Language, IsToldByTheText) {
  EXPECT_EQ(language_of("The two ministers signed the treaty in the capital on Friday.", ""), "en");
  EXPECT_EQ(language_of("Die beiden Minister haben das Abkommen am Freitag unterzeichnet.", ""),
            "de");
  EXPECT_EQ(language_of("Los dos ministros firmaron el tratado en la capital el viernes.", ""),
            "es");
  EXPECT_EQ(language_of("Министры двух стран подписали этот договор в пятницу, сообщили в столице; "
                        "стороны выразили надежду, что он вступит в силу до конца года.",
                        ""),
            "ru");
  EXPECT_EQ(language_of("وقع الوزيران الاتفاقية في العاصمة يوم الجمعة بعد محادثات طويلة.", ""),
            "ar");
  EXPECT_EQ(language_of("השרים חתמו על ההסכם בבירה ביום שישי לאחר שיחות ארוכות.", ""), "he");
  EXPECT_EQ(language_of("部长们星期五在首都签署了这项协议，双方表示欢迎。", ""), "zh");
}

TEST(Language, TheTextOutweighsAWrongDeclaration) {
  EXPECT_EQ(language_of("Die beiden Minister haben das Abkommen über die Grenze am Freitag in der "
                        "Hauptstadt unterzeichnet, wie die Regierung mitteilte.",
                        "en-US"),
            "de");
}

TEST(Language, TheDeclarationAnswersWhereTheTextCannot) {
  EXPECT_EQ(language_of("", "pt-BR"), "pt");
  EXPECT_EQ(language_of("OK", "DE"), "de");
  EXPECT_EQ(language_of("", ""), "");
  EXPECT_EQ(language_of("", "<script>"), "");
}

TEST(Language, ALongTextIsCutBetweenCharacters) {
  std::string text;
  while (text.size() < 10'000) text += "стороны подписали этот договор, сообщили вчера в столице; ";
  EXPECT_EQ(language_of("x" + text, ""), "ru");
}

}  // namespace
}  // namespace concord
