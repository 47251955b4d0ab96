// What lies ahead, what is thought of it, and what is counted: where the sources word it
// differently.
#include <algorithm>
#include <set>

#include "record/questions.h"
#include "text/fold.h"

namespace concord {
namespace {

// The plans of one round of news: of the latest and the fortnight before.
std::vector<Planned> latest_plans(const std::vector<Planned>& plans) {
  std::optional<int> newest;
  for (const Planned& plan : plans) {
    if (plan.told) newest = std::max(newest.value_or(plan.told->last), plan.told->last);
  }
  std::vector<Planned> kept;
  for (const Planned& plan : plans) {
    if (!newest || !plan.told || plan.told->last >= *newest - 14) kept.push_back(plan);
  }
  return kept;
}

// Two wordings of one judgement share their content words: "largely symbolic" and "mostly
// symbolic". Adverbs of degree and small words carry none.
std::set<std::string> content_words(const std::string& value) {
  std::set<std::string> words;
  std::string word;
  for (const char c : folded_name(value) + " ") {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (word.size() > 3 && !word.ends_with("ly")) words.insert(word);
    word.clear();
  }
  return words;
}

struct Judged {
  const Account* account;
  const Assessment* assessment;
  std::set<std::string> words;
};

// The shortest wordings come first and draw those to them that hold all their words.
std::vector<Judged> judgements_of(const Accounts& accounts, const std::string& id) {
  std::vector<Judged> all;
  for (const Account* account : accounts) {
    for (const Assessment& one : account->findings.assessments) {
      auto words = content_words(one.value);
      if (one.agreement_id == id && !words.empty()) all.push_back({account, &one, words});
    }
  }
  std::ranges::sort(all, [](const Judged& a, const Judged& b) {
    if (a.words.size() != b.words.size()) return a.words.size() < b.words.size();
    if (a.assessment->value != b.assessment->value)
      return a.assessment->value < b.assessment->value;
    return a.account->report.digest < b.account->report.digest;
  });
  return all;
}

}  // namespace

void ask_planned_date(Comparison& comparison, const std::vector<Planned>& plans) {
  Answers answers;
  for (const Planned& plan : latest_plans(plans)) {
    const Event& event = *plan.event;
    std::string value = folded_name(event.date_words).empty() ? event.date : event.date_words;
    for (const auto& [known, holders] : answers) {
      if (folded_name(known) == folded_name(value)) value = known;
    }
    if (!value.empty())
      answers[value].push_back({plan.account, "", cite(*plan.account, event.evidence, {})});
  }
  ask(comparison, {"When will it be signed?", "planned_date", std::nullopt, {}}, answers);
}

void ask_assessment(Comparison& comparison, const Accounts& accounts, const std::string& id) {
  struct Group {
    std::set<std::string> words;
    std::string value;
  };
  std::vector<Group> groups;
  Answers answers;
  for (const Judged& one : judgements_of(accounts, id)) {
    auto group = std::ranges::find_if(
        groups, [&](const Group& known) { return std::ranges::includes(one.words, known.words); });
    if (group == groups.end())
      group = groups.insert(groups.end(), {one.words, one.assessment->value});
    answers[group->value].push_back(
        {one.account, one.assessment->said_by.name,
         cite(*one.account, one.assessment->evidence, one.assessment->said_by)});
  }
  ask(comparison, {"How much does it matter?", "assessment", std::nullopt, {}}, answers);
}

void ask_figures(Comparison& comparison, const Accounts& accounts) {
  std::map<std::string, Answers> figures;
  std::map<std::string, std::string> names;
  for (const Account* account : accounts) {
    for (const Figure& figure : account->findings.figures) {
      const std::string key = folded_name(figure.what);
      names.emplace(key, figure.what);
      figures[key][one_line(figure.value)].push_back(
          {account, "", cite(*account, figure.evidence, {})});
    }
  }
  for (const auto& [key, answers] : figures)
    ask(comparison, {"How much or how many: " + names[key] + "?", "count", std::nullopt, {}},
        answers);
}

}  // namespace concord
