#include "language/parser.h"

#include <algorithm>
#include <numeric>

#include "base/limits.h"
#include "language/decoder.h"

namespace concord {
namespace {

// So many sentences step through the network together: enough to keep the products busy, few enough
// for the rows to stay in the cache.
constexpr std::size_t kBatchSentences = 48;
constexpr std::size_t kBatchWords = 1600;

std::vector<DecoderJob> cut_jobs(std::span<const Forms> sentences, std::vector<Syntax>& out) {
  std::vector<DecoderJob> jobs;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::span<const std::string_view> forms = sentences[i];
    out[i].words.resize(forms.size());
    const std::span<SyntaxWord> words = out[i].words;
    for (std::size_t begin = 0; begin < forms.size(); begin += kSentenceTokensMax) {
      const std::size_t size = std::min(kSentenceTokensMax, forms.size() - begin);
      jobs.push_back({forms.subspan(begin, size), words.subspan(begin, size), begin == 0});
    }
  }
  std::ranges::stable_sort(jobs, std::ranges::greater(),
                           [](const DecoderJob& job) { return job.forms.size(); });
  return jobs;
}

// Joins the pieces of a long sentence: heads count from its start, later roots hang on the first.
void join_pieces(Syntax& syntax) {
  std::uint32_t root = kRoot;
  for (std::size_t i = 0; i < syntax.words.size(); ++i) {
    SyntaxWord& word = syntax.words[i];
    const auto begin = static_cast<std::uint32_t>(i / kSentenceTokensMax * kSentenceTokensMax);
    if (word.head != kRoot) {
      word.head += begin;
    } else if (root == kRoot) {
      root = static_cast<std::uint32_t>(i);
    } else {
      word.head = root;
      word.relation = Dependency::parataxis;
    }
  }
}

}  // namespace

Result<Parser> Parser::load(std::string_view bytes, const std::string& name) {
  CONCORD_TRY(auto model, load_syntax_model(bytes, name));
  return Parser(std::move(model));
}

Parser::Parser(SyntaxModel model, const Kernels& kernels)
    : model_(std::move(model)), kernels_(&kernels) {}

std::vector<Syntax> Parser::parse(std::span<const Forms> sentences, Lemmas lemmas) const {
  std::vector<Syntax> out(sentences.size());
  const std::vector<DecoderJob> jobs = cut_jobs(sentences, out);
  const bool with_lemmas = lemmas == Lemmas::found;
  for (std::size_t begin = 0; begin < jobs.size();) {
    std::size_t end = begin;
    std::size_t words = 0;
    while (end < jobs.size() && end - begin < kBatchSentences && words < kBatchWords) {
      words += jobs[end++].forms.size();
    }
    decode(model_, *kernels_, std::span(jobs).subspan(begin, end - begin), with_lemmas);
    begin = end;
  }
  for (Syntax& syntax : out) {
    if (syntax.words.size() > kSentenceTokensMax) join_pieces(syntax);
  }
  return out;
}

}  // namespace concord
