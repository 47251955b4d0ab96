// What the questions of a comparison share: answers, and who holds each.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/fold.h"

namespace concord {

// One report's holding of an answer, with the words.
struct Holder {
  const Account* account = nullptr;
  std::string said_by;
  std::vector<Citation> evidence;
};
// The reports that were out by the day asked for.
using Accounts = std::vector<const Account*>;
using Answers = std::map<std::string, std::vector<Holder>>;

Holder holder_of(const Held& held);

// Adds the question where two answers have holders of different origins; with one answer, or one
// source behind all, the sources do not differ.
void ask(Comparison& comparison, Question question, const Answers& answers);

// Could both be told of the same time? A report of March that a state "will join" does not
// contradict one of May that it "has joined".
bool is_same_time(const Held& a, const Held& b);

// comparison.cc: where a party stands, who announced it.
void ask_stages(Comparison& comparison, const std::vector<Held>& all);
void ask_announcer(Comparison& comparison, const std::vector<Held>& all);
// members.cc: who was in it before, who was first, when it was made, when somebody joined.
void ask_members(Comparison& comparison, const std::vector<Held>& all, const Accounts& accounts,
                 const std::string& id);
void ask_dates(Comparison& comparison, const std::vector<Held>& all);
// judgements.cc: when it will be signed, how much it matters, what the figures are.
void ask_planned_date(Comparison& comparison, const std::vector<Planned>& plans);
void ask_assessment(Comparison& comparison, const Accounts& accounts, const std::string& id);
void ask_figures(Comparison& comparison, const Accounts& accounts);

}  // namespace concord
