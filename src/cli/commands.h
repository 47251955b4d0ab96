// What the commands share: their options, exit codes, how they speak, and how they find things.
#pragma once

#include <string>
#include <vector>

#include "publish/layout.h"
#include "record/record.h"
#include "store/store.h"

namespace concord {

enum Exit { ok = 0, failure = 1, usage = 2, nothing = 3, refused = 4, unsound = 5 };

struct Options {
  std::vector<std::string> paths;
  std::string record = "concord.db";
  std::string format;
  bool explain = false;
  bool json = false;
  std::string agreement, party, speaker, story, report, data;
  Moment moment;
  int threads = 1;
  Style style;
};

// One file each. They print data to standard output, talk to standard error, and return an Exit.
int run_read(const Options& options);
int run_intake(const Options& options);
int run_ingest(const Options& options);
int run_status(const Options& options);
int run_why(const Options& options);
int run_compare(const Options& options);
int run_timeline(const Options& options);
int run_brief(const Options& options);
int run_quotes(const Options& options);
int run_stories(const Options& options);
int run_story(const Options& options);
int run_origins(const Options& options);
int run_check(const Options& options);
int run_parse(const Options& options);

// terminal.cc
// A line to standard error.
void say(const std::string& text);
// Data to standard output; a closed or full one is a failure, and said.
int print(const std::string& text);
int fail(const Error& error, int code = failure);
// How wide standard output is, and whether it takes colour: a terminal, and NO_COLOR unset.
Style style_of_terminal();
bool talks_to_a_person();  // standard error is a terminal

// lookup.cc
// What a question about one agreement works on.
struct Asked {
  std::string id;
  Moment moment;  // defaults filled in with the latest publication date of the record
  std::vector<Account> accounts;
};
// Opens the record and finds the agreement by id, name, alias or a part of one that only one has;
// hands it to `use`.
int with_agreement(const Options& options, int (*use)(const Options&, const Asked&));
// The party that the words name: by code, name, or a name the world knows it by ("UAE").
const PartyStatus* find_party(const AgreementStatus& status, const std::string& words);

}  // namespace concord
