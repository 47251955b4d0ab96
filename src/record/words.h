// The record's stages as words of a sentence, so that every page says the same thing the same way.
#pragma once

#include <string>

#include "report/report.h"

namespace concord {

// After a party's name: "has joined", "is going to", "has not ratified".
std::string standing_words(Stage stage, Polarity polarity);
// As a step on a timeline: "joined", "was announced to be leaving"; ahead: "joins".
std::string step_words(Stage stage, bool ahead);
// After an agreement's name: "was signed", "entered into force"; ahead: "enters into force".
std::string agreement_words(Stage stage, bool ahead);
// As a cell of a table: "joined", "in talks", "not ratified".
std::string cell_words(Stage stage, Polarity polarity);

// "the United States", "the High Seas Treaty", "NATO": the article that a name takes.
std::string with_article(const std::string& name);

}  // namespace concord
