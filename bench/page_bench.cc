// HTML pages in memory to reports, beside the library's bare parse of the same pages.
//
//   CONCORD_PAGES=FOLDER build/bench/page_bench      a folder of .html or .html.gz files, also
//   below
//
// Without it a page made here is read. bytes/s are of HTML; items/s are pages. Compare ratios
// within one run: speeds of different runs differ by the machine's load.
#include <benchmark/benchmark.h>
#include <lexbor/html/html.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "base/memory.h"
#include "intake/article.h"
#include "intake/charset.h"
#include "intake/dom.h"
#include "intake/page.h"
#include "lexicon/data.h"

namespace concord {
namespace {

namespace fs = std::filesystem;

std::string made_up_page() {
  std::string html = "<title>Accord signed</title><nav>";
  for (int i = 0; i < 60; ++i) html += "<a href=/" + std::to_string(i) + ">Section</a>";
  html += "</nav><article><h1>Accord signed</h1>";
  for (int i = 0; i < 40; ++i) {
    html += "<p class=text>The ministers of Norland and Suthia met for the " + std::to_string(i) +
            "th time, <a href=/m>their offices</a> said, and agreed to meet again.</p>";
  }
  return html + "</article>";
}

std::string unpacked(const fs::path& path) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  gzFile file = gzopen(path.c_str(), "rb");
  for (int got = 0; file != nullptr && (got = gzread(file, buffer.data(), buffer.size())) > 0;) {
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
  if (file != nullptr) gzclose(file);
  return bytes;
}

struct Pages {
  std::vector<std::string> html;  // as UTF-8
  std::int64_t bytes = 0;
};

const Pages& pages() {
  static const Pages all = [] {
    Pages read;
    if (const char* folder = std::getenv("CONCORD_PAGES")) {
      std::vector<fs::path> paths;
      for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().string().find(".html") != std::string::npos) paths.push_back(entry.path());
      }
      std::ranges::sort(paths);
      for (const fs::path& path : paths) {
        read.html.push_back(decode_page(unpacked(path), "").utf8);
      }
    }
    if (read.html.empty()) read.html.push_back(made_up_page());
    for (const std::string& html : read.html) read.bytes += static_cast<std::int64_t>(html.size());
    return read;
  }();
  return all;
}

const Lexicon& lexicon() {
  static const Lexicon loaded = *load_lexicon(built_in_data());
  return loaded;
}

template <typename Work>
void over_pages(benchmark::State& state, const Work& work) {
  for (auto _ : state) {
    for (const std::string& html : pages().html) work(html);
  }
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * pages().bytes);
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(pages().html.size()));
}

void bare_parse(benchmark::State& state) {
  lxb_html_document_t* document = lxb_html_document_create();
  over_pages(state, [&](const std::string& html) {
    lxb_html_document_clean(document);
    lxb_html_document_parse(document, reinterpret_cast<const lxb_char_t*>(html.data()),
                            html.size());
  });
  lxb_html_document_destroy(document);
}

void tree(benchmark::State& state) {
  over_pages(state, [](const std::string& html) { benchmark::DoNotOptimize(parse_html(html)); });
}

void article_of_tree(benchmark::State& state) {
  static const auto kTrees = [] {
    std::vector<Document> trees;
    for (const std::string& html : pages().html) trees.push_back(*parse_html(html));
    return trees;
  }();
  for (auto _ : state) {
    for (const Document& page : kTrees) {
      benchmark::DoNotOptimize(extract_article(page, lexicon()));
    }
  }
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * pages().bytes);
  state.SetItemsProcessed(rounds * static_cast<std::int64_t>(kTrees.size()));
}

void charset(benchmark::State& state) {
  over_pages(state, [](const std::string& html) {
    benchmark::DoNotOptimize(decode_page(html, ""));  // and a copy
  });
}

// Body, metadata, dates, language: all that a report holds.
void report(benchmark::State& state) {
  benchmark::DoNotOptimize(lexicon());  // loaded before the clock runs
  over_pages(state, [](const std::string& html) {
    benchmark::DoNotOptimize(read_page(html, {}, lexicon()));
  });
}

BENCHMARK(bare_parse)->Unit(benchmark::kMillisecond);
BENCHMARK(tree)->Unit(benchmark::kMillisecond);
BENCHMARK(article_of_tree)->Unit(benchmark::kMillisecond);
BENCHMARK(charset)->Unit(benchmark::kMillisecond);
BENCHMARK(report)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  concord::keep_freed_memory();  // as the program does
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
