#include "cli/cli.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "engine/engine.h"
#include "lexicon/data.h"
#include "publish/json.h"
#include "publish/tables.h"
#include "report/print.h"
#include "store/store.h"
#include "text/fold.h"

namespace concord {
namespace {

enum Exit { ok = 0, failure = 1, usage = 2, nothing = 3, refused = 4, unsound = 5 };

struct Options {
  std::vector<std::string> paths;
  std::string record = "concord.db";
  std::string format;
  bool explain = false;
  bool json = false;
  std::string agreement, party, speaker, data;
  Moment moment;
  int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
};

void say(const std::string& text) { std::fputs(("concord: " + text + "\n").c_str(), stderr); }

// Data to standard output; a closed or full one is a failure.
int print(const std::string& text) {
  const bool whole =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!whole) say("standard output cannot be written (disk full, or closed?)");
  return whole ? ok : failure;
}

int fail(const Error& error, int code = failure) {
  say(error.message);
  return error.code == ErrorCode::not_found ? std::max(code, 1) : code;
}

// Reads all paths; `take` gets what could be read. Returns ok, refused or failure.
template <typename Take>
int read_paths(const Options& options, Take take) {
  DataFolder folder;
  if (!options.data.empty()) {
    auto loaded = load_data_folder(options.data);
    if (!loaded) return fail(loaded.error());
    folder = *std::move(loaded);
  }
  const auto lexicon = load_lexicon(options.data.empty() ? built_in_data() : folder.files());
  if (!lexicon) return fail(lexicon.error());
  std::vector<std::string> paths;
  int result = ok;
  for (auto& input : list_inputs(options.paths)) {
    if (input) {
      paths.push_back(*std::move(input));
    } else {
      result = refused;
      say(input.error().message);
    }
  }
  read_all(paths, *lexicon, options.threads, [&](const std::string&, Result<ReadReport> read) {
    if (!read) {
      result = result == failure ? failure : refused;
      say(read.error().message);
      return true;
    }
    const int taken = take(*read, *lexicon);
    if (taken == failure) result = failure;
    return taken != failure;
  });
  return result;
}

int run_read(const Options& options) {
  const bool lines =
      options.format == "jsonl" || options.json || (options.format.empty() && isatty(1) == 0);
  return read_paths(options, [&](const ReadReport& read, const Lexicon& lexicon) {
    if (options.explain) return print(explain_report(read.report, lexicon));
    return print(lines ? json_lines(read.report, read.findings) : reading_page(read));
  });
}

int run_ingest(const Options& options) {
  auto store = Store::open(options.record);
  if (!store) return fail(store.error());
  int added = 0;
  int there = 0;
  const int result =
      read_paths(options, [&](const ReadReport& read, const Lexicon& lexicon) -> int {
        const auto outcome = store->append(read.original, read.report, read.findings,
                                           {std::string(engine_version()), lexicon.fingerprint});
        if (!outcome) return fail(outcome.error());
        ++(*outcome == Added::added ? added : there);
        return ok;
      });
  say(std::to_string(added) + " reports added to " + options.record + ", " + std::to_string(there) +
      " already there");
  return result;
}

// The agreement that the words name: by id, name, alias, or a part of one that only one has.
Result<AgreementRow> find_agreement(const Store& store, const std::string& words) {
  CONCORD_TRY(const auto rows, store.agreements());
  const std::string wanted = folded_name(words);
  std::vector<AgreementRow> part;
  for (const AgreementRow& row : rows) {
    const bool alias = std::ranges::any_of(
        row.aliases, [&](const std::string& a) { return folded_name(a) == wanted; });
    if (folded_name(row.name) == wanted || folded_name(row.id) == wanted || alias) return row;
    if (folded_name(row.name).find(wanted) != std::string::npos) part.push_back(row);
  }
  if (part.size() == 1) return part.front();
  std::string message = "no agreement '" + words + "' in this record";
  if (!part.empty()) {
    message = "'" + words + "' can be several agreements:";
    for (const AgreementRow& row : part) message += "\n  " + row.name;
  }
  return Error{ErrorCode::not_found, message};
}

// Opens the record, finds the agreement, hands its accounts over.
template <typename Use>
int with_agreement(const Options& options, Use use) {
  const auto store = Store::open_existing(options.record);
  if (!store) return fail(store.error());
  const auto row = find_agreement(*store, options.agreement);
  if (!row) return fail(row.error(), row.error().code == ErrorCode::not_found ? nothing : failure);
  const auto accounts = store->accounts(row->id);
  if (!accounts) return fail(accounts.error());
  return use(*accounts, row->id);
}

int run_status(const Options& options) {
  if (!options.agreement.empty()) {
    return with_agreement(
        options, [&](const std::vector<Account>& accounts, const std::string& id) {
          const AgreementStatus status = fold_status(accounts, id, options.moment);
          return print(options.json ? to_json(status) : status_table(status));
        });
  }
  const auto store = Store::open_existing(options.record);
  if (!store) return fail(store.error());
  const auto rows = store->agreements();
  if (!rows) return fail(rows.error());
  if (rows->empty()) {
    say("the record holds no claim on an agreement");
    return nothing;
  }
  return print(options.json ? to_json(*rows) : agreements_table(*rows));
}

int run_why(const Options& options) {
  return with_agreement(
      options, [&](const std::vector<Account>& accounts, const std::string& id) -> int {
        const AgreementStatus status = fold_status(accounts, id, options.moment);
        const std::string wanted = folded_name(options.party);
        for (const PartyStatus& party : status.parties) {
          if (folded_name(party.party) != wanted && folded_name(party.party_name) != wanted)
            continue;
          return print(options.json ? to_json(party) : why_page(status, party));
        }
        say("the record says nothing of '" + options.party + "' towards " + status.agreement);
        return nothing;
      });
}

int run_compare(const Options& options) {
  return with_agreement(options, [&](const std::vector<Account>& accounts, const std::string& id) {
    const Comparison comparison = fold_comparison(accounts, id, options.moment);
    return print(options.json ? to_json(comparison) : comparison_page(comparison));
  });
}

int run_timeline(const Options& options) {
  return with_agreement(options, [&](const std::vector<Account>& accounts, const std::string& id) {
    const Timeline timeline = fold_timeline(accounts, id, options.moment);
    return print(options.json ? to_json(timeline) : timeline_page(timeline));
  });
}

int run_brief(const Options& options) {
  return with_agreement(options, [&](const std::vector<Account>& accounts, const std::string& id) {
    return print(brief_page(fold_status(accounts, id, options.moment),
                            fold_comparison(accounts, id, options.moment),
                            fold_timeline(accounts, id, options.moment)));
  });
}

int run_quotes(const Options& options) {
  const auto store = Store::open_existing(options.record);
  if (!store) return fail(store.error());
  const auto accounts = store->all_accounts();
  if (!accounts) return fail(accounts.error());
  const auto quotes = quotes_of(*accounts, options.speaker);
  if (quotes.empty()) {
    say("no quotation" + (options.speaker.empty() ? "" : " of '" + options.speaker + "'") +
        " in this record");
    return nothing;
  }
  return print(options.json ? to_json(*accounts, options.speaker) : quotes_page(quotes));
}

int run_check(const Options& options) {
  const auto store = Store::open_existing(options.record);
  if (!store) return fail(store.error());
  const auto result = store->check();
  if (!result)
    return fail(result.error(), result.error().code == ErrorCode::corrupt ? unsound : failure);
  for (const Fault& fault : result->faults) say(fault.report + ": " + fault.what);
  const int printed =
      print(std::to_string(result->reports) + " reports, " + std::to_string(result->evidence) +
            " pieces of evidence, " + std::to_string(result->faults.size()) + " faults\n");
  return result->faults.empty() ? printed : unsound;
}

using Command = int (*)(const Options&);

class CommandLine {
 public:
  int run(int argc, char** argv) {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", std::string(engine_version()));
    add_commands();
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& shown) {
      return app_.exit(shown);
    } catch (const CLI::ParseError& wrong) {
      app_.exit(wrong, std::cerr, std::cerr);
      return usage;
    }
    return command_(options_);
  }

 private:
  CLI::App* add(const char* name, const char* about, Command command, const char* example) {
    CLI::App* one = app_.add_subcommand(name, about);
    one->footer(std::string("Example:\n  ") + example);
    one->add_flag("--json", options_.json, "print JSON");
    one->callback([this, command] { command_ = command; });
    return one;
  }
  CLI::App* with_record(CLI::App* one) {
    one->add_option("--record", options_.record, "the record file")->envname("CONCORD_RECORD");
    return one;
  }
  CLI::App* with_inputs(CLI::App* one) {
    one->add_option("PATH", options_.paths,
                    "text files, folders of .txt files, - for standard input")
        ->required();
    one->add_option("--threads", options_.threads, "how many reports are read at once")
        ->check(CLI::Range(1, 256));
    one->add_option("--data", options_.data, "a data folder instead of the data built in");
    return one;
  }
  CLI::App* on_agreement(CLI::App* one, bool required = true) {
    one->add_option("AGREEMENT", options_.agreement, "its name, an alias, or a part of it")
        ->required(required);
    one->add_option("--as-of", options_.moment.as_of, "what was so on this day (EDTF)");
    one->add_option("--known-by", options_.moment.known_by, "what was reported by this day (EDTF)");
    return with_record(one);
  }

  void add_commands() {
    CLI::App* read = with_inputs(add("read", "Print what is found in reports", run_read,
                                     "concord read --format jsonl examples"));
    read->add_option("--format", options_.format, "table or jsonl")
        ->check(CLI::IsMember({"table", "jsonl"}));
    read->add_flag("--explain", options_.explain, "how each sentence was read");
    with_record(with_inputs(add("ingest", "Read reports into the record", run_ingest,
                                "concord ingest --record my.db examples")));
    on_agreement(
        add("status", "Who stands where", run_status, "concord status \"Abraham Accords\""), false);
    on_agreement(
        add("why", "The deciding rule and every sentence", run_why, "concord why NATO Sweden"))
        ->add_option("PARTY", options_.party, "name or code")
        ->required();
    on_agreement(add("compare", "Where the sources differ", run_compare,
                     "concord compare \"Abraham Accords\""));
    on_agreement(add("timeline", "What happened when", run_timeline, "concord timeline NATO"));
    on_agreement(add("brief", "A page, every sentence cited", run_brief, "concord brief NATO"));
    with_record(add("quotes", "Who said what", run_quotes, "concord quotes --speaker Trump"))
        ->add_option("--speaker", options_.speaker, "only of this speaker");
    with_record(add("check", "Find all evidence again in the stored originals", run_check,
                    "concord check"));
  }

  CLI::App app_{"Concord keeps the record of international agreements from news reports."};
  Options options_;
  Command command_ = nullptr;
};

}  // namespace

int run(int argc, char** argv) { return CommandLine().run(argc, argv); }

}  // namespace concord
