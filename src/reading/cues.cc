#include "reading/cues.h"

#include <algorithm>

#include "reading/cue_content.h"
#include "reading/cue_phrases.h"
#include "text/fold.h"

namespace concord {
namespace {

class CueFinder {
 public:
  explicit CueFinder(const WordView& view) : view_(view), speakers_(view) {}

  std::vector<Cue> run() {
    for (const Sentence& sentence : view_.reading.sentences) {
      all_ = sentence.tokens;
      const std::size_t first = cues_.size();
      for (std::uint32_t i = all_.begin; i < all_.end; ++i) {
        if (view_.is_quoted(i)) continue;
        std::optional<Cue> phrase;
        if (may_open_cue(view_, i)) phrase = phrase_cue_at(view_, speakers_, all_, i);
        if (phrase) {
          add(std::move(*phrase));
        } else if (may_say(i)) {
          verb_at(i);
        }
      }
      finish(first);
    }
    return std::move(cues_);
  }

 private:
  std::string_view low(std::uint32_t i) const {
    return all_.contains(i) ? view_.low(i) : std::string_view();
  }
  bool is(std::uint32_t i, Roles roles) const { return all_.contains(i) && view_.is(i, roles); }

  CueContent content() const { return {view_, all_}; }

  // A noun beside which a word that looks like a verb is one more noun or adjective.
  bool is_noun_here(std::uint32_t i, ActForm form) const {
    const std::string_view before = low(i - 1);
    if (i == all_.begin) return form == ActForm::base || form == ActForm::present;
    const bool each = is_any(before, {"all", "both", "each"}) && is(i - 2, Role::have);
    if (each) return false;  // "have all said"
    if (view_.is(i - 1, Role::determiner | Role::owner) || before == "'s" || before == "of")
      return true;
    if (low(i - 1) == "-" && !view_.spaced(i)) return true;         // "so-called"
    const bool since = before == "since" && is(i - 2, Role::have);  // "has since made clear"
    if (!since && view_.is(i - 1, Role::preposition) && view_.mention(i - 1) == nullptr &&
        form != ActForm::gerund && !is_any(before, {"on", "off", "in", "out"}))
      return true;
    if (view_.is_capital(i) && !view_.is_title(i) && !view_.is_quote_mark(i - 1)) return true;
    if (const Mention* owner = view_.mention(i - 1); owner != nullptr && is(i, Role::country)) {
      const std::uint32_t at = owner->tokens.begin - 1;  // "the other EU | states outside it"
      if (is(at, Role::determiner | Role::count) || low(at) == "other") return low(i + 1) != "that";
    }
    return low(i + 1) == "-" && !view_.spaced(i + 1);
  }

  // A verb of saying, "made known", "let", or one in the present ("signals"): most words are none.
  bool may_say(std::uint32_t i) const {
    const std::string_view word = view_.low(i);
    return word.ends_with('s') || view_.reading.opens(i, Opens::saying) ||
           view_.is(i, Role::makes) || word == "let";
  }

  void verb_at(std::uint32_t i) {
    auto found = view_.speech.verbs.end();
    if (view_.reading.opens(i, Opens::saying)) found = view_.speech.verbs.find(low(i));
    const bool known = makes_known(i);
    const std::string past = found == view_.speech.verbs.end() ? past_of_present(i) : "";
    if (!past.empty()) found = view_.speech.verbs.find(past);
    if (found == view_.speech.verbs.end() && !known) return;
    if (answers(i)) return;
    SayingForm form = known ? SayingForm{} : found->second;
    if (form.out && low(i + 1) != "out") return;  // "pointed to the pact, which ..."
    if (known) form.form = ActForm::past;
    const bool opens = i == all_.begin && form.form != ActForm::base;  // "Says a signing is near"
    if (!opens && is_noun_here(i, form.form)) return;
    const bool opens_quote = low(i + 1) == ":" && has_quotation();  // "The note read: "...""
    if (form.frame == SayingFrame::frames && rejects_hearsay(i)) form.frame = SayingFrame::says;
    const bool holds = form.frame == SayingFrame::holds && low(i + 1) != "that" && !opens_quote;
    if (holds && !ends_clause(i)) return;
    if (form.frame != SayingFrame::holds && form.frame != SayingFrame::says && !has_quotation() &&
        !view_.follows_question(all_))
      return;
    Cue cue;
    cue.words = {i, i + 1};
    cue.frame = form.frame;
    cue.denies = form.denies;
    cue.gerund = form.form == ActForm::gerund;
    if (!give_speaker(i, form, cue)) return;
    cue.whole = hull(cue.words, cue.speaker.phrase);
    if (!all_.contains(cue.whole)) cue.whole = cue.words;
    content().place(cue, known ? known_end(i) : i);
    if ((holds || !past.empty()) && !(cue.closes && cue.speaker.strong)) return;
    add(std::move(cue));
  }

  // "Chile | said | no to the pact", "said yes."; not "said no deal was near".
  bool answers(std::uint32_t i) const {
    return is(i + 1, Role::negates | Role::affirms) && low(i + 2) != "," && ends_clause(i + 1);
  }

  // "dismissed [as baseless] reports that ...": what is heard is answered.
  bool rejects_hearsay(std::uint32_t i) const {
    constexpr std::uint32_t kReach = 7;
    for (std::uint32_t at = i + 1; at < i + kReach && all_.contains(at); ++at) {
      if (view_.is_mark(at) && !view_.is_quote_mark(at)) return false;
      if (low(at) == "that") return view_.is(at - 1, Role::hearsay);
    }
    return false;
  }

  // "Chile wants to join, Santiago | signalled": the last word, but for when and where.
  bool ends_clause(std::uint32_t i) const {
    return !all_.contains(i + 1) || view_.is_mark(i + 1) || view_.time(i + 1) != nullptr ||
           view_.is(i + 1, Role::preposition);
  }

  // "Peru has left, | reports the daily": a noun elsewhere; its past form is known.
  std::string past_of_present(std::uint32_t i) const {
    const std::string_view word = low(i);
    if (word.size() < 5 || !word.ends_with('s')) return {};
    const bool counted = view_.is(i - 1, Role::member | Role::count);
    if (counted || (low(i - 1) != "," && !ends_clause(i))) return {};  // "46 member states, ..."
    const std::string base(word.substr(0, word.size() - 1));
    return base + (base.ends_with('e') ? "d" : "ed");
  }

  // "made it known that", "made clear that", "let it be known that"
  bool makes_known(std::uint32_t i) const {
    const bool makes = view_.is(i, Role::makes);
    if (!makes && !is_any(low(i), {"let", "lets"})) return false;
    const std::uint32_t it = i + (low(i + 1) == "it" ? 2 : 1);
    if (!makes && view_.is(it, Role::plain)) return low(it + 1) == "that";
    if (makes) return view_.is(it, Role::plain) && takes_clause(it + 1);
    return low(it) == "be" && view_.is(it + 1, Role::plain) && takes_clause(it + 2);
  }

  // "that ..."; or nothing but where and when: "..., her spokesman made plain on Monday."
  bool takes_clause(std::uint32_t i) const {
    return low(i) == "that" || !all_.contains(i) || view_.is_mark(i) || view_.time(i) != nullptr ||
           view_.is(i, Role::preposition);
  }

  // The last word of "made it known", "let it be known".
  std::uint32_t known_end(std::uint32_t i) const {
    while (!view_.is(i, Role::plain)) ++i;
    return i;
  }

  bool has_quotation() const {
    for (std::uint32_t i = all_.begin; i < all_.end; ++i) {
      if (view_.is_quoted(i)) return true;
    }
    return false;
  }

  // Who is the subject of the verb at i; false where it is no saying after all.
  bool give_speaker(std::uint32_t i, const SayingForm& form, Cue& cue) const {
    const std::uint32_t begin = over_adverbs(i);  // where the auxiliary ends
    const bool does =
        form.form == ActForm::base && begin == i && is(begin - 1, Role::do_);  // "did say that"
    if (is_unsaid(i, begin, does)) return false;
    if (auxiliary(begin) == "having" && begin == all_.begin + 1) {
      cue.gerund = true;  // "Having said that ..., Ruiz left"
      return true;
    }
    if (cue.gerund) {
      cue.speaker = gerund_speaker(i);
      return cue.speaker.found() || gerund_waits_;
    }
    if (auxiliary(begin) == "to") {
      cue.speaker = speaker_of_infinitive(begin);
      return cue.speaker.found();
    }
    const bool passive = is_passive(begin, form);
    cue.speaker = agent(i, form, passive);
    if (passive || cue.speaker.strong) return cue.speaker.found();
    if (form.form == ActForm::base && !does && !is_inverted(i) && !plural_subject(begin))
      return false;
    cue.speaker = subject(i, form);
    return cue.speaker.found() && (cue.speaker.strong || view_.is(i, Role::says));
  }

  // "had | repeatedly | said": back over adverbs, to the auxiliary.
  std::uint32_t over_adverbs(std::uint32_t verb) const {
    while (verb > all_.begin && (view_.is(verb - 1, Role::adverb) || low(verb - 1).ends_with("ly")))
      --verb;
    return verb;
  }

  // The word before the verb and its adverbs: "having", "to".
  std::string_view auxiliary(std::uint32_t begin) const {
    return begin > all_.begin ? low(begin - 1) : std::string_view();
  }

  // "may say", "has not said", "will announce": not, or not yet.
  bool is_unsaid(std::uint32_t i, std::uint32_t begin, bool does) const {
    if (is(i, Role::replies) && begin < i && low(begin) == "not")
      return true;  // "had | not | responded to"
    return is(begin - 1, Role::may | Role::ought) || (is(begin - 1, Role::do_) && !does) ||
           is_any(auxiliary(begin),
                  {"will", "shall", "'ll", "'d", "n't", "not", "never", "without"});
  }

  // "was left to say", "went on to say": the subject of the verb before "to".
  Speaker speaker_of_infinitive(std::uint32_t begin) const {
    if (begin < 2 || !is(begin - 2, Role::yields)) return {};
    std::uint32_t verb = begin - 2;
    while (verb > all_.begin && view_.is(verb - 1, Role::be | Role::adverb)) --verb;
    return speakers_.before(verb);
  }

  // "was | said |", "were both | quoted |"
  bool is_passive(std::uint32_t begin, const SayingForm& form) const {
    const std::uint32_t be = begin - (is_any(low(begin - 1), {"both", "all", "each"}) ? 2 : 1);
    return form.form == ActForm::past && view_.is(be, Role::be) && begin > all_.begin;
  }

  // "was announced | by Ruiz", "a plan announced | by Ruiz"
  Speaker agent(std::uint32_t i, const SayingForm& form, bool passive) const {
    if (form.frame == SayingFrame::holds && !passive) return {};  // "known | by its initials"
    const std::uint32_t by = content().agent_mark(i);
    return by != kNone && (passive || by == i + 1) ? speakers_.after(by + 1) : Speaker{};
  }

  bool follows_quote(std::uint32_t i) const { return i > all_.begin && view_.is_quote_mark(i - 1); }
  bool follows_comma(std::uint32_t i) const {
    return low(i - 1) == "," || (follows_quote(i) && low(i - 2) == ",");
  }

  // "..., | say | two officials"
  bool is_inverted(std::uint32_t i) const { return follows_comma(i) && plural_behind(i); }

  // Who stands before the verb, or behind it where what is said stands before.
  Speaker subject(std::uint32_t i, const SayingForm& form) const {
    const bool inverted = form.form == ActForm::base && is_inverted(i);
    Speaker found;
    if (inverted || follows_quote(i)) found = speakers_.after(i + 1);
    if (!found.strong) {
      const Speaker before = i == all_.begin ? Speaker{} : speakers_.before(i);
      if (before.found() || !follows_quote(i)) found = before;
    }
    if (!found.found() && follows_comma(i)) found = speakers_.after(i + 1);
    if (!found.found() && i == all_.begin && speakers_.last() != nullptr) {
      found = *speakers_.last();
      found.phrase = {i, i + 1};
    }
    return found;
  }

  bool plural_subject(std::uint32_t verb) const {
    if (verb == all_.begin) return false;
    const std::string_view word = low(verb - 1);
    if (is_any(word, {"they", "who", "i", "we"})) return true;
    return view_.speech.speaker(word).plural || view_.mention(verb - 1) != nullptr ||
           has_plural_head(verb);
  }

  // "..., say | two officials in Lima |"
  bool plural_behind(std::uint32_t verb) const {
    std::uint32_t i = verb + 1;
    while (is(i, Role::determiner | Role::count)) ++i;
    return all_.contains(i) && view_.speech.speaker(low(i)).plural;
  }

  // "Sources close to the talks | say": by the tree.
  bool has_plural_head(std::uint32_t verb) const {
    for (std::uint32_t i = all_.begin; i < verb; ++i) {
      const SyntaxWord* word = syntax_of(view_.reading, i);
      if (word == nullptr || word->head == kRoot) continue;
      const bool subject = word->relation == Dependency::nsubj && all_.begin + word->head == verb;
      if (subject && view_.speech.speaker(low(i)).plural) return true;
    }
    return false;
  }

  // "quoted a source as saying", "adding": the object or subject of the verb before.
  mutable bool gerund_waits_ = false;
  Speaker gerund_speaker(std::uint32_t i) const {
    gerund_waits_ = false;
    if (low(i - 1) == "as") {
      for (std::uint32_t verb = i - 1; verb > all_.begin; --verb) {
        if (!is(verb - 1, Role::quotes)) continue;
        const bool passive = verb >= all_.begin + 2 && view_.is(verb - 2, Role::be);
        return passive || verb == i - 1 ? speakers_.before(verb - 1) : speakers_.after(verb);
      }
    }
    if (!cues_.empty() && all_.contains(cues_.back().words.begin)) {
      Speaker same = cues_.back().speaker;
      same.phrase = {i, i + 1};
      return same;
    }
    Speaker subject = speakers_.subject(all_, i);
    subject.phrase = {i, i + 1};
    gerund_waits_ = !subject.found();
    return subject;
  }

  // "a statement from the ministry", "the ministry's statement": the ministry, in a statement.
  void speak_through_noun(Cue& cue) const {
    const TokenSpan phrase = cue.speaker.phrase;
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
      if (!view_.speech.nouns.contains(low(i))) continue;
      const bool owned = i > phrase.begin + 1 && low(i - 1) == "'s";
      if (!owned && !is_any(low(i + 1), {"from", "by", "of"})) continue;
      Speaker inner =
          speakers_.of(owned ? TokenSpan{phrase.begin, i - 1} : TokenSpan{i + 2, phrase.end});
      if (!inner.found()) return;
      inner.phrase = phrase;
      cue.channel = std::string(low(i));
      cue.speaker = inner;
      return;
    }
  }

  void add(Cue cue) {
    speak_through_noun(cue);
    if (cue.channel.empty()) cue.channel = content().channel_near(cue);
    for (std::uint32_t at = cue.words.end; at < cue.words.end + 3 && all_.contains(at); ++at) {
      if (const Time* time = view_.time(at)) cue.date = time->value;
    }
    if (!cue.gerund) speakers_.spoke(cue.speaker);
    cues_.push_back(std::move(cue));
  }

  // "Calling it X, Trump said": a gerund that opens the sentence has the subject that follows.
  void finish(std::size_t first) {
    for (std::size_t i = first; i < cues_.size(); ++i) {
      if (cues_[i].speaker.found()) continue;
      for (std::size_t j = i + 1; j < cues_.size(); ++j) {
        if (!cues_[j].speaker.found()) continue;
        cues_[i].speaker = cues_[j].speaker;
        break;
      }
      if (cues_[i].speaker.found()) continue;
      for (std::uint32_t at = cues_[i].words.end; at < all_.end; ++at) {
        if (low(at) != "," || view_.is_quoted(at)) continue;
        cues_[i].speaker = speakers_.subject({at + 1, all_.end}, all_.end);
        if (cues_[i].speaker.found()) break;
      }
    }
    const auto here = cues_.begin() + static_cast<std::ptrdiff_t>(first);
    const bool quoted = std::any_of(here, cues_.end(), [&](const Cue& cue) {
      return cue.gerund && low(cue.words.begin - 1) == "as";  // "the paper quoted Ruiz as saying"
    });
    cues_.erase(std::remove_if(here, cues_.end(),
                               [&](const Cue& cue) {
                                 const bool quotes = quoted && is(cue.words.begin, Role::quotes);
                                 return quotes || !cue.speaker.found();
                               }),
                cues_.end());
    for (std::size_t i = first + 1; i < cues_.size(); ++i) {
      cite(cues_[i - 1], cues_[i]);
      end_before(cues_[i - 1], cues_[i]);
    }
  }

  // "Ruiz said [Chile would sign], | the agency reported": whoever passes it on has not said it.
  static void end_before(Cue& inner, const Cue& outer) {
    const std::uint32_t comma = outer.whole.begin - std::min(outer.whole.begin, 1u);
    if (outer.closes && !inner.closes && inner.content.begin < comma)
      inner.content.end = std::min(inner.content.end, comma);
  }

  // "the paper reported that ..., citing an aide": what the paper tells, the aide has said.
  void cite(const Cue& report, Cue& cited) const {
    if (!view_.is(cited.words.begin, Role::citing) || report.content.size() < 2) return;
    cited.content = report.content;
    if (low(cited.content.end - 1) == ",") --cited.content.end;
    cited.content.end = std::min(cited.content.end, cited.words.begin - 1);
    if (cited.words.begin <= report.content.begin + 1) {  // "reported, citing an aide, that ..."
      cited.content = {std::min(cited.whole.end + 1, report.content.end), report.content.end};
    }
  }

  const WordView& view_;
  SpeakerReader speakers_;
  TokenSpan all_;
  std::vector<Cue> cues_;
};

}  // namespace

std::vector<Cue> find_cues(const WordView& view) { return CueFinder(view).run(); }

}  // namespace concord
