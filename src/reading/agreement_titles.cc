#include "reading/agreement_titles.h"

#include <algorithm>

namespace concord {
namespace {

class TitleReader {
 public:
  TitleReader(const Report& report, const Reading& reading, const World& world,
              const std::vector<Mention>& found, const std::vector<Named>& named,
              const AgreementPhrase& title)
      : report_(report),
        reading_(reading),
        world_(world),
        found_(found),
        named_(named),
        title_(title) {}

  std::uint32_t read(bool known) const {
    if (title_.form != PhraseForm::title || found_.empty()) return kNone;
    if (const std::uint32_t news = told_as_news(); news != kNone) return news;
    const Mention& last = found_.back();
    const auto described = std::ranges::find(named_, last.entity, &Named::entity);
    if (described == named_.end() || described->titled) return kNone;
    // "quit the treaty on landmines. The Ottawa Convention has ..."
    const bool open = std::ranges::all_of(described->sides, [&](std::uint32_t side) {
      return reading_.entities[side].kind == EntityKind::body;  // "the UN's first treaty on crime"
    });
    const bool opens = low(title_.tokens.begin - 1) == "the" && open &&
                       title_.tokens.begin - 1 == first_of(title_.tokens.begin);
    const bool meant = in_apposition(last) || is_introduced(last) ||
                       ((!known || opens) && follows(last, *described));
    return meant ? last.entity : kNone;
  }

 private:
  std::string_view low(std::uint32_t i) const { return reading_.lower(i); }
  std::uint32_t sentence(std::uint32_t i) const { return reading_.tokens[i].sentence; }

  std::uint32_t first_of(std::uint32_t i) const {
    return reading_.sentences[sentence(i)].tokens.begin;
  }

  // "Three sign Lima Pact | Three states signed a pact to save the lake. ... | The Lima Pact |
  // sets": what the lead brings in under the noun of the headline's title; kNone where it brings in
  // two.
  std::uint32_t told_as_news() const {
    if (title_.head == kNone || !stands_in_headline()) return kNone;
    std::uint32_t news = kNone;
    const std::uint32_t end = lead_end(report_, reading_);
    for (const Named& one : named_) {
      const bool lead = !one.titled && one.is_new && one.first < end;
      if (!lead || one.head != world_.singular(low(title_.head))) continue;
      if (news != kNone || !may_have(one)) return kNone;
      news = one.entity;
    }
    return news;
  }

  bool stands_in_headline() const {
    const std::uint32_t size = title_.tokens.size();
    for (const Sentence& sentence : reading_.sentences) {
      if (report_.blocks[sentence.block].kind != BlockKind::title) continue;
      for (std::uint32_t at = sentence.tokens.begin; at + size <= sentence.tokens.end; ++at) {
        std::uint32_t same = 0;
        while (same < size && low(at + same) == low(title_.tokens.begin + same)) ++same;
        if (same == size) return true;
      }
    }
    return false;
  }

  // Before "the", "known as the", "formally the".
  std::uint32_t before_name() const {
    std::uint32_t at = title_.tokens.begin;
    if (at > 0 && low(at - 1) == "the") --at;
    if (at > 0 && low(at - 1) == "as") --at;
    if (at > 1 && low(at - 1) == "," && is_naming(at - 2)) --at;  // "officially, the ..."
    while (at > 0 && is_naming(at - 1)) --at;
    return at;
  }
  bool is_naming(std::uint32_t i) const { return reading_.is(i, Role::dubs); }

  bool in_apposition(const Mention& last) const {
    if (sentence(last.tokens.begin) != sentence(title_.tokens.begin)) return false;
    std::uint32_t at = before_name();
    const bool named = at < title_.tokens.begin && is_naming(at);
    if (named && (low(at - 1) == "better" || low(at - 1).ends_with("ly")))
      --at;  // "better | known as the Hague Convention"
    if (last.form != MentionForm::name && !named) return false;
    const std::uint32_t after = title_.tokens.end;
    const bool closed = named || low(after).empty() || is_any(low(after), {",", ".", ";"});
    if (at <= last.tokens.end) return named && at == last.tokens.end;  // "a text known as CMATS"
    const bool aside = is_any(low(at - 1), {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "("});
    return (low(at - 1) == "," && closed) || (named && aside);
  }

  // "Known as the Entebbe Protocol, it sets ..."
  bool is_introduced(const Mention& last) const {
    const std::uint32_t at = before_name();
    return at < title_.tokens.begin && is_naming(at) && at == first_of(at) &&
           sentence(last.tokens.begin) + 1 == sentence(at);
  }

  bool follows(const Mention& last, const Named& described) const {
    constexpr std::uint32_t kSentencesAfter = 1;
    const std::uint32_t here = sentence(title_.tokens.begin);
    const std::uint32_t there = sentence(last.tokens.begin);
    const bool near =
        last.form == MentionForm::name && there < here && here <= there + kSentencesAfter;
    if (!described.is_new || !(near || repeats_noun(described) || takes_up(described)) ||
        title_.determiner != Determiner::definite || title_.other)
      return false;
    if (title_.head == kNone || reading_.tokens[title_.head].agreement != AgreementWord::head)
      return false;
    for (std::uint32_t i = title_.tokens.begin; i < title_.tokens.end; ++i) {
      if (reading_.tokens[i].kind == WordKind::number) return false;  // "the 2008 Trade Agreement"
    }
    const SyntaxWord* head = syntax_of(reading_, title_.head);
    if (head != nullptr && head->relation == Dependency::obj)
      return false;  // "then signed the ..."
    return !tells_of_another(reading_.sentences[here].tokens) && may_have(described);
  }

  // "suspended the peace declaration ... The Lima Joint Declaration was signed": a noun that not
  // any agreement has, a few sentences on.
  bool repeats_noun(const Named& described) const {
    constexpr std::uint32_t kSentencesAfter = 5;
    const bool same = title_.head != kNone && described.head == world_.singular(low(title_.head)) &&
                      !described.kind.any(Role::general);
    const auto first = std::ranges::find(found_, described.entity, &Mention::entity);
    const std::uint32_t here = sentence(title_.tokens.begin);
    return same && first != found_.end() && sentence(first->tokens.begin) < here &&
           here <= sentence(first->tokens.begin) + kSentencesAfter;
  }

  // "signed a treaty that shares the river. The flow is ... | The Lima Water Treaty | ends ...":
  // what opens a sentence soon after the lead's news, no other told of between; later, under its
  // noun.
  bool takes_up(const Named& described) const {
    constexpr std::uint32_t kAnyNoun = 3;  // sentences
    constexpr std::uint32_t kSameNoun = 6;
    const std::uint32_t the = title_.tokens.begin - 1;
    const bool opens = title_.tokens.begin > 0 && low(the) == "the" && the == first_of(the);
    const auto first = std::ranges::find(found_, described.entity, &Mention::entity);
    if (!opens || first == found_.end() || title_.head == kNone) return false;
    if (described.first >= lead_end(report_, reading_)) return false;
    const bool only = std::ranges::all_of(
        first, found_.end(), [&](const Mention& m) { return m.entity == described.entity; });
    const bool same = described.head == world_.singular(low(title_.head));
    const std::uint32_t last = sentence(first->tokens.begin) + (same ? kSameNoun : kAnyNoun);
    const std::uint32_t here = sentence(the);
    return only && sentence(first->tokens.begin) < here && here <= last;
  }

  bool tells_of_another(TokenSpan words) const {
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      if (low(i) == "another" && low(i - 1) == "one") continue;  // "consult one another"
      if (reading_.is(i, Role::further)) return true;
    }
    return false;
  }

  bool may_have(const Named& described) const {
    return std::ranges::all_of(title_.sides, [&](std::uint32_t side) {
      return described.sides.empty() || described.sides.contains(side);
    });
  }

  const Report& report_;
  const Reading& reading_;
  const World& world_;
  const std::vector<Mention>& found_;
  const std::vector<Named>& named_;
  const AgreementPhrase& title_;
};

// "| The only treaty | so far is the council's | convention on mercury |"
bool is_said_to_be(const Reading& reading, const AgreementPhrase& phrase,
                   const AgreementPhrase& next) {
  constexpr std::uint32_t kWordsMax = 9;
  const std::uint32_t end = phrase.tokens.end;
  const bool names = next.form == PhraseForm::title || next.form == PhraseForm::named;
  if (phrase.form != PhraseForm::plain || phrase.plural || !names || next.tokens.begin < end ||
      next.tokens.begin > end + kWordsMax || phrase.determiner != Determiner::definite)
    return false;
  std::uint32_t is = 0;
  for (std::uint32_t i = end; i < next.tokens.begin; ++i) {
    const Token& token = reading.tokens[i];
    if (reading.is(i, Role::be)) ++is;
    if (token.kind == WordKind::mark ||
        (is > 0 && reading.is(i, Role::preposition) && reading.lower(i) != "of"))
      return false;
  }
  return is == 1;
}

// "talks on | a treaty | that may be called the [Vuvale Union]"
bool is_called(const Reading& reading, const AgreementPhrase& phrase, const AgreementPhrase& next) {
  constexpr std::uint32_t kWordsMax = 6;
  const std::uint32_t end = std::max(phrase.tokens.end, phrase.outer.end);
  std::uint32_t dubs = next.tokens.begin - 1;
  if (next.form != PhraseForm::title || phrase.form == PhraseForm::title || phrase.plural ||
      dubs < end || dubs > end + kWordsMax)
    return false;
  const bool initials = reading.is(dubs, Role::byname);
  if (initials) {  // "known by the graceless | initials | CPTPP"
    while (dubs > end && reading.lower(dubs) != "by") --dubs;
    if (dubs > end) --dubs;
  }
  while (dubs > end && (reading.is(dubs, Role::determiner) || reading.lower(dubs) == "as")) --dubs;
  for (std::uint32_t i = end; i < dubs; ++i) {
    const bool links = reading.is(i, Role::be | Role::may) ||
                       (initials && reading.lower(i) == ",") ||
                       is_any(reading.lower(i), {"that", "which", "to", "will", "would"});
    if (!links) return false;
  }
  return reading.is(dubs, Role::dubs);
}

}  // namespace

std::uint32_t described_before(const Report& report, const Reading& reading, const World& world,
                               const std::vector<Mention>& found, const std::vector<Named>& named,
                               const AgreementPhrase& title, bool known) {
  return TitleReader(report, reading, world, found, named, title).read(known);
}

bool names_office(const Reading& reading, const AgreementPhrase& phrase) {
  std::uint32_t of = phrase.tokens.begin;
  while (of > 0 && is_any(reading.lower(of - 1), {"the", "of"})) --of;
  return of > 0 && reading.is(of - 1, Role::depositary);
}

bool is_named_by(const Reading& reading, const AgreementPhrase& phrase,
                 const AgreementPhrase& next) {
  const auto low = [&](std::uint32_t i) { return reading.lower(i); };
  // "Talks with Peru go on, while | those with Chile | on a [Trade Partnership] stopped"
  const std::uint32_t on = phrase.outer.end;
  if (low(phrase.tokens.begin) == "those" && is_any(low(on), {"on", "about", "over"}))
    return next.tokens.begin > on && next.tokens.begin <= on + 2;
  // "concluded | the text | of a [peace treaty]": the paper of what is named behind it.
  if (phrase.head != kNone && reading.is(phrase.head, Role::paper) &&
      low(phrase.tokens.end) == "of")
    return next.tokens.begin <= phrase.tokens.end + 2 && next.tokens.begin > phrase.tokens.end;
  if (is_said_to_be(reading, phrase, next) || is_called(reading, phrase, next)) return true;
  if (next.form != PhraseForm::title || phrase.form == PhraseForm::title || phrase.talks)
    return false;
  if (phrase.form == PhraseForm::pro || phrase.plural || !phrase.sides.empty()) return false;
  const std::uint32_t end = phrase.tokens.end;
  const std::uint32_t begin = end + (low(end + 1) == "the" ? 2 : 1);
  if (low(end) == "on") return next.tokens.begin == begin;  // "clinched a deal on the Mina Charter"
  return low(end) == "," && next.tokens.begin == begin && low(next.tokens.end) != "and" &&
         !(low(next.tokens.end) == "," && low(next.tokens.end + 1) == "and");
}

bool stands_aside(const Reading& reading, const AgreementPhrase& phrase) {
  constexpr int kStepsMax = 12;
  const TokenSpan sentence = reading.sentences[reading.tokens[phrase.tokens.begin].sentence].tokens;
  std::uint32_t mark = phrase.tokens.begin;
  while (mark > sentence.begin && reading.lower(mark) != ",") --mark;
  if (is_any(reading.lower(mark + 1), {"which", "whose"})) return true;
  std::uint32_t at = phrase.head != kNone ? phrase.head : phrase.tokens.begin;
  for (int step = 0; step < kStepsMax; ++step) {
    const SyntaxWord* word = syntax_of(reading, at);
    if (word == nullptr || word->head == kRoot) return false;
    if (word->relation == Dependency::acl_relcl) return true;
    at = sentence.begin + word->head;
  }
  return false;
}

bool tells_when(const Reading& reading, const AgreementPhrase& phrase) {
  const auto year = [&](std::uint32_t i) { return reading.tokens[i].kind == WordKind::number; };
  return year(phrase.tokens.begin) || year(phrase.tokens.end - 1);
}

bool is_listed(const Reading& reading, const AgreementPhrase& phrase) {
  if (phrase.determiner != Determiner::indefinite || phrase.form != PhraseForm::named) return false;
  std::uint32_t next = std::max(phrase.tokens.end, phrase.outer.end);
  if (reading.lower(next) == ",") ++next;
  if (reading.lower(next) == "and") ++next;
  if (next == phrase.tokens.end || next + 1 >= reading.tokens.size()) return false;
  const bool named = reading.lower(next) == "the" && reading.tokens[next + 1].capital;
  return named || is_any(reading.lower(next), {"a", "an", "another"});
}

std::uint32_t lead_end(const Report& report, const Reading& reading) {
  constexpr int kLead = 4;
  int sentences = 0;
  for (const Sentence& sentence : reading.sentences) {
    if (report.blocks[sentence.block].kind == BlockKind::title || sentence.dateline) continue;
    if (++sentences == kLead) return sentence.tokens.end;
  }
  return kNone;
}

}  // namespace concord
