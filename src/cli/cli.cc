#include "cli/cli.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <thread>

#include "cli/commands.h"
#include "engine/engine.h"
#include "record/dates.h"

namespace concord {
namespace {

using Command = int (*)(const Options&);

std::string check_day(const std::string& text) {
  return is_day_month_or_year(text) ? "" : "'" + text + "' is no day, month or year: 2025-11-07";
}

class CommandLine {
 public:
  int run(int argc, char** argv) {
    options_.threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    options_.style = style_of_terminal();
    app_.require_subcommand(1);
    app_.set_version_flag("--version", std::string(engine_version()));
    app_.footer(
        "Exit codes: 0 ok, 1 failure, 2 usage, 3 nothing matched, 4 some input refused, "
        "5 evidence check failed.\nExample:\n  concord ingest examples && concord status");
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
    one->add_option("--record", options_.record, "the record file")
        ->envname("CONCORD_RECORD")
        ->capture_default_str();
    return one;
  }
  CLI::App* with_inputs(CLI::App* one) {
    one->add_option("PATH", options_.paths,
                    "text, HTML, WARC, RSS, Atom, JSON, NewsML; packed or not; folders; - for "
                    "standard input")
        ->required();
    one->add_option("--threads", options_.threads, "how many reports are read at once")
        ->check(CLI::Range(1, 256));
    one->add_option("--data", options_.data, "a data folder instead of the data built in");
    return one;
  }
  CLI::App* on_agreement(CLI::App* one, bool required = true) {
    one->add_option("AGREEMENT", options_.agreement, "its name, an alias, or a part of it")
        ->required(required);
    one->add_option("--as-of", options_.moment.as_of, "what was so on this day")
        ->check(CLI::Validator(check_day, "DATE"));
    one->add_option("--known-by", options_.moment.known_by, "what was reported by this day")
        ->check(CLI::Validator(check_day, "DATE"));
    return with_record(one);
  }

  CLI::App* known_by(CLI::App* one) {
    one->add_option("--known-by", options_.moment.known_by, "what was reported by this day")
        ->check(CLI::Validator(check_day, "DATE"));
    return with_record(one);
  }

  void add_commands() {
    CLI::App* read = with_inputs(add("read", "Print what is found in reports", run_read,
                                     "concord read --format jsonl examples"));
    read->add_option("--format", options_.format, "table or jsonl")
        ->check(CLI::IsMember({"table", "jsonl"}));
    read->add_flag("--explain", options_.explain, "how each sentence was read");
    with_inputs(add("intake", "Print the reports that files, archives and feeds hold", run_intake,
                    "concord intake news.warc.gz pages/ feed.xml > reports.jsonl"));
    with_record(with_inputs(add("ingest", "Read reports into the record", run_ingest,
                                "concord ingest --record my.db examples")));
    on_agreement(add("status", "Which agreements, or who stands where", run_status,
                     "concord status \"Abraham Accords\""),
                 false);
    on_agreement(add("why", "The deciding rule and every sentence for and against", run_why,
                     "concord why NATO Sweden"))
        ->add_option("PARTY", options_.party, "its name or code; the agreement's for its own")
        ->required();
    on_agreement(add("compare", "Where the sources differ, and who holds what", run_compare,
                     "concord compare \"Abraham Accords\""));
    on_agreement(add("timeline", "What happened when", run_timeline, "concord timeline NATO"));
    on_agreement(add("brief", "A page of Markdown, every sentence cited", run_brief,
                     "concord brief NATO > nato.md"));
    with_record(add("quotes", "Who said what", run_quotes, "concord quotes --speaker Trump"))
        ->add_option("--speaker", options_.speaker, "only of this speaker");
    known_by(add("stories", "The stories of the record, with reports and independent sources",
                 run_stories, "concord stories"));
    known_by(add("story", "The reports of one story, and whose account each is", run_story,
                 "concord story 5f0d2a9c11b4"))
        ->add_option("ID", options_.story, "the story's id, or its first digits")
        ->required();
    known_by(add("origins", "Whose account a report is, what it shares with which", run_origins,
                 "concord origins kazakhstan-6-copy.txt"))
        ->add_option("REPORT", options_.report,
                     "its file's name, or the first digits of its digest")
        ->required();
    with_record(add("check", "Find all evidence again in the stored originals", run_check,
                    "concord check"));
    CLI::App* parse = add("parse", "Print words, tags, base forms, trees and names of raw text",
                          run_parse, "concord parse --format conllu examples");
    parse
        ->add_option("PATH", options_.paths,
                     "text files, folders of .txt files, - for standard input")
        ->required();
    parse->add_option("--format", options_.format, "conllu or json")
        ->check(CLI::IsMember({"conllu", "json"}));
  }

  CLI::App app_{"Concord keeps the record of international agreements from news reports."};
  Options options_;
  Command command_ = nullptr;
};

}  // namespace

int run(int argc, char** argv) {
  // A file grown to the limit of the system is an error to be said, not the end of the program.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return CommandLine().run(argc, argv);
  } catch (const std::bad_alloc&) {
    say("not enough memory");
  } catch (const std::exception& error) {
    say(std::string("a library failed: ") + error.what());
  }
  return failure;
}

}  // namespace concord
