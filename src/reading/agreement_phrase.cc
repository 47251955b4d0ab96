#include "reading/agreement_phrase.h"

#include <algorithm>

#include "reading/agreement_complement.h"
#include "reading/agreement_pro_form.h"
#include "reading/agreement_sides.h"
#include "reading/phrase_words.h"
#include "reading/scheme_phrase.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::uint32_t kModifiersMax = 8;  // words before a head in small letters

class PhraseReader : PhraseWords {
 public:
  PhraseReader(const Report& report, const Reading& reading, const Lexicon& lexicon,
               TokenSpan sentence, const ActorAt& actor_at)
      : PhraseWords(reading, sentence, actor_at), world_(lexicon.world), acts_(lexicon.acts) {
    const std::uint32_t block = reading.sentences[reading.tokens[sentence.begin].sentence].block;
    headline_ = report.blocks[block].kind == BlockKind::title;
  }

  std::vector<AgreementPhrase> run() {
    std::vector<AgreementPhrase> phrases;
    for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
      if (!may_open(i)) {
        ++i;
        continue;
      }
      AgreementPhrase phrase;
      const bool noun = i < nouns_end_;
      if (known(i, phrase) ||
          (noun && (title(i, phrase) || scheme(i, phrase) || described(i, phrase))) ||
          pro_form(i, !phrases.empty(), phrase) ||
          (noun && (kind(i, phrase) || capital_alone(i, phrase)))) {
        i = phrase.written().end;
        if (phrase.abbreviation != kNone) i = phrase.abbreviation + 2;
        if (!is_credit(phrase.tokens)) phrases.push_back(std::move(phrase));
      } else {
        ++i;
      }
    }
    return phrases;
  }

 private:
  // Whether any kind of phrase may begin with a word: behind the last noun few do.
  bool may_open(std::uint32_t i) const {
    return i < nouns_end_ || reading_.opens(i, Opens::name) || reading_.opens(i + 1, Opens::name) ||
           may_stand_for_noun(reading_, i);
  }

  // A name of the world's table.
  bool known(std::uint32_t i, AgreementPhrase& phrase) const {
    const auto lower = [&](std::uint32_t t) { return low(t); };
    const std::uint32_t begin = i + (follows_owner(i + 1) ? 1 : 0);  // "the [UN] Water Convention"
    if (!reading_.opens(begin, Opens::name)) return false;
    const auto hit = world_.phrases.longest(lower, begin, sentence_.end);
    if (!hit) return false;
    const WorldName& name = world_.names[hit->value];
    if (name.kind != NameKind::agreement || !(token(i).capital || name.small)) return false;
    const bool as_word = !headline_ && i > sentence_.begin && low(i).size() >= 4;  // "Aukus"
    if (name.abbreviation && !token(i).all_capitals && !as_word) return false;
    phrase.tokens = {i, begin + hit->length};
    phrase.form = PhraseForm::title;
    for (std::uint32_t t = i; t < phrase.tokens.end; ++t) {
      if (has(t, AgreementWord::head)) phrase.head = t;
    }
    phrase.determiner = determiner_before(i, phrase);
    abbreviate(phrase);
    // "the AUKUS | pact", "its Belt and Road | scheme"
    const std::uint32_t next = phrase.tokens.end;
    const bool noun = has(next, AgreementWord::head) || reading_.is(next, Role::scheme);
    if (inside(next) && noun && !capital(next) && !is_compound(next)) phrase.tail = 1;
    return true;
  }

  // Whether a known agreement's name begins at a token, right after its body's.
  bool follows_owner(std::uint32_t at) const {
    if (!capital(at) || !capital(at - 1) || !token(at - 1).all_capitals) return false;
    if (actor_at_(at - 1) == kNone || actor_at_(at) != kNone) return false;
    const auto lower = [&](std::uint32_t t) { return low(t); };
    const auto whole = world_.phrases.longest(lower, at - 1, sentence_.end);
    const auto hit = world_.phrases.longest(lower, at, sentence_.end);
    return hit && hit->length > 1 && world_.names[hit->value].kind == NameKind::agreement &&
           (!whole || whole->length == 1);
  }

  // "Israel and Lebanon | SIGN | historic treaty": a verb in capitals among words that are not.
  bool is_stressed_act(std::uint32_t i) const {
    if (!token(i).all_capitals || i == sentence_.begin || token(i - 1).all_capitals) return false;
    const auto act = acts_.phrases.exact(low(i));
    return act && acts_.forms[*act].form != ActForm::noun;
  }

  // A run of capitalised words around a head.
  bool title(std::uint32_t i, AgreementPhrase& phrase) const {
    if (!capital(i)) return false;
    const bool preposition = reading_.is(i, Role::preposition);
    if (preposition && i == sentence_.begin) return false;  // "Under the Lima Convention"
    std::uint32_t begin = i;
    while (is_any(low(begin), {"the", "a", "an", "this", "neither", "both", "its", "their"}))
      ++begin;
    std::uint32_t head = kNone;
    std::uint32_t at = begin;
    while (inside(at) && !is_stressed_act(at)) {
      if (is_title_word(at)) {
        if (has(at, AgreementWord::head) || has(at, AgreementWord::title) ||
            has(at, AgreementWord::weak))
          head = at;
        ++at;
      } else if (is_hyphen(at) && is_title_word(at + 1)) {
        ++at;
      } else if (head == kNone && at > begin && (has(at, AgreementWord::link) || low(at) == "of") &&
                 is_title_word(at + 1)) {
        // "for that State | the Convention": two names.
        if (low(at) == "the" && !has(at - 1, AgreementWord::link) && low(at - 1) != "of") break;
        ++at;
      } else if (head == kNone && low(at) == "'s" && is_title_word(at + 1)) {
        begin = ++at;  // "Israel's Peace Treaty": the name begins after the owner
      } else {
        break;
      }
    }
    if (head == kNone || head < begin || names_place(head, at)) return false;
    if (reading_.is(head, Role::decree) && !is_act_of(head)) return false;
    const std::uint32_t end = title_tail(head + 1);
    const bool month = is_time(begin) && token(begin).kind == WordKind::word;
    if (month || (head == begin && reading_.is(head, Role::united))) return false;
    if (end - begin == 1 || (headline_ && end - begin > 5) || holds_known(i, head + 1))
      return false;
    if (actor_at_(head) != kNone) return false;  // "European Union"
    phrase.tokens = {begin, end};
    phrase.head = head;
    phrase.form = PhraseForm::title;
    phrase.determiner = determiner_before(begin, phrase);
    inner_sides(phrase, head);
    if (is_own_text(phrase) || is_named_after_place(phrase)) phrase.sides.clear();
    abbreviate(phrase);
    if (end == head + 1) read_outer_sides(reading_, sentence_, actor_at_, phrase);
    return true;
  }

  // "in the Treaty | Room |", "at the Convention | Centre |": a noun right behind the head, no
  // number of it.
  bool names_place(std::uint32_t head, std::uint32_t end) const {
    const std::uint32_t last = end - 1;
    return last == head + 1 && token(last).kind == WordKind::word && !token(last).all_capitals &&
           low(last).size() > 2 && !has(last, AgreementWord::head) &&
           !has(last, AgreementWord::title) && !has(last, AgreementWord::weak);
  }

  // "the | Act of Montevideo", "the Final | Act of the Conference": no law of one state.
  bool is_act_of(std::uint32_t act) const {
    const std::uint32_t whose = act + (low(act + 2) == "the" ? 3 : 2);
    return low(act + 1) == "of" && capital(whose) && !reading_.is(whose, Role::legislature);
  }

  // "the Bermuda Agreement", "the Singapore Convention": where it was made.
  bool is_named_after_place(const AgreementPhrase& phrase) const {
    if (phrase.sides.size() != 1 || phrase.head != phrase.tokens.begin + 1) return false;
    return low(phrase.tokens.begin) == folded_name(reading_.entities[phrase.sides.front()].name);
  }

  // "the ITER Agreement", "the ECOWAS Protocol on Movement": of the members of a body, not with it.
  bool is_own_text(const AgreementPhrase& phrase) const {
    if (phrase.sides.size() != 1 || !reading_.entities[phrase.sides.front()].acceded) return false;
    return phrase.tokens.size() == 2 || is_own_kind(phrase);
  }
  bool is_own_kind(const AgreementPhrase& phrase) const {
    return reading_.entities[phrase.sides.front()].acceded &&
           reading_.is(phrase.head, Role::housed);
  }

  // "What Every Member Of The Paris Agreement Owes": a headline in capitals, not a title.
  bool holds_known(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      const auto hit = world_.phrases.longest([&](std::uint32_t t) { return low(t); }, i, end);
      if (hit && world_.names[hit->value].kind == NameKind::agreement && token(i).capital)
        return true;
    }
    return false;
  }

  // "signed up to the [global minimum tax]", "a [package of trade agreements]"
  bool scheme(std::uint32_t i, AgreementPhrase& phrase) const {
    phrase.tokens = package_at(reading_, sentence_, actor_at_, i);
    if (phrase.tokens.empty())
      phrase.tokens = scheme_joined_at(reading_, acts_, sentence_, actor_at_, i);
    if (phrase.tokens.empty()) return false;
    phrase.head = phrase.tokens.end - 1;
    phrase.form = PhraseForm::named;
    phrase.determiner = determiner_before(i, phrase);
    if (phrase.determiner == Determiner::none) phrase.determiner = Determiner::definite;
    extend(phrase);
    abbreviate(phrase);
    if (low(phrase.tokens.end) == "with") read_outer_sides(reading_, sentence_, actor_at_, phrase);
    return true;
  }

  // A head in small letters with the words that describe it: "the Prespa agreement", "a tax
  // treaty".
  bool described(std::uint32_t i, AgreementPhrase& phrase) const {
    if (!can_open(i)) return false;
    const SmallHead head = small_head(i);
    if (head.at == kNone || is_of_other_thing(i, head.at)) return false;
    const std::uint32_t begin = first_describing(i, head.at);
    read_noun(begin, head.at, phrase);
    inner_sides(phrase, head.at);
    const bool of_body =
        phrase.sides.size() == 1 && (head.behind_bracket || token(begin).all_capitals);
    if (of_body && (head.behind_bracket || is_own_kind(phrase))) phrase.sides.clear();
    extend(phrase);
    abbreviate(phrase);
    read_outer_sides(reading_, sentence_, actor_at_, phrase);
    if (!headline_ && phrase.tokens.end == head.at + 1)
      phrase.topic = topic_apart(reading_, phrase, sentence_.end);
    if (!phrase.topic.empty()) phrase.form = PhraseForm::named;
    return !everyday_before(begin);
  }

  struct SmallHead {
    std::uint32_t at = kNone;
    bool behind_bracket = false;  // "the African Medicines Agency | (AMA) | treaty"
  };

  // The head behind words that describe it, the first of them at i.
  SmallHead small_head(std::uint32_t i) const {
    SmallHead head;
    for (std::uint32_t at = i; inside(at) && at < i + kModifiersMax; ++at) {
      if (is_small_head(at, i)) {
        head.at = at;
        if (!runs_on(at + 1)) break;
        continue;  // "peace deal talks": the last head counts, if one follows
      }
      if (at > i && is_bracketed_name(at)) {
        at += 2;
        head.behind_bracket = true;
        continue;
      }
      if (is_stressed_act(at) || !describes(at, i)) break;
    }
    return head;
  }

  bool is_small_head(std::uint32_t at, std::uint32_t begin) const {
    if (token(at).capital && at != sentence_.begin) return false;
    return has(at, AgreementWord::head) || (weak(at) && at > begin) || tells_content(at) ||
           (weak(at) && reading_.is(at - 1, Role::similar));
  }

  // "Gulf union", "trade union", "an amended version of the treaty": what is no agreement itself.
  bool is_of_other_thing(std::uint32_t begin, std::uint32_t head) const {
    if (actor_at_(begin) != kNone && actor_at_(begin) == actor_at_(head)) return true;
    if (inside(head + 1) && has(head + 1, AgreementWord::everyday)) return true;
    if (weak(head) && is_other_thing(head)) return true;
    if (everyday_after(head + 1)) return true;
    const bool part = weak(head) || reading_.is(head, Role::paper);
    return part && low(head + 1) == "of" && is_any(low(head + 2), {"the", "its"});
  }

  // The first word that describes a head: before `begin`, or past what tells when and how many.
  std::uint32_t first_describing(std::uint32_t begin, std::uint32_t head) const {
    if (begin > sentence_.begin + 1 && low(begin - 1) == "of" && begin < head &&
        has(begin - 2, AgreementWord::modifier))
      begin -= 2;  // "status of forces agreement"
    while (describes_modifier(begin - 1, begin, head)) --begin;
    while (begin > sentence_.begin + 1 && is_hyphen(begin - 1) &&
           (token(begin - 2).kind == WordKind::number || reading_.is(begin - 2, Role::count)))
      begin -= 2;  // "60-day ceasefire", "twenty-five-year pact"
    begin = past_circumstances(begin, head);
    begin = past_count(begin, head);
    return headline_ ? begin : quoted_before(begin);
  }

  // What the noun, its describing words and its article tell.
  void read_noun(std::uint32_t begin, std::uint32_t head, AgreementPhrase& phrase) const {
    phrase.tokens = {begin, head + 1};
    phrase.head = head;
    const bool its_text = begin + 1 == head && has(begin, AgreementWord::head) &&
                          reading_.is(head, Role::paper);  // "the treaty text"
    phrase.form = begin < head && !its_text ? PhraseForm::named : PhraseForm::plain;
    phrase.determiner = determiner_before(begin, phrase);
    phrase.plural = low(head).ends_with("s") && !reading_.is(head, Role::accords);
    std::uint32_t adjectives = begin;
    while (adjectives > sentence_.begin && is_adjective(adjectives - 1)) --adjectives;
    const bool told_apart =  // "a second accord", "the enlarged partial agreement"
        phrase.determiner == Determiner::indefinite || adjectives + 1 < begin;
    if (phrase.form == PhraseForm::plain && told_apart) phrase.tokens.begin = adjectives;
  }

  bool is_bracketed_name(std::uint32_t at) const {
    return low(at) == "(" && inside(at + 2) && token(at + 1).all_capitals && low(at + 2) == ")" &&
           capital(at - 1);
  }

  // "the Convention", "this Protocol", as lawyers write: the noun alone, in capitals.
  bool capital_alone(std::uint32_t i, AgreementPhrase& phrase) const {
    if (!has(i, AgreementWord::head) || !token(i).capital || i == sentence_.begin || headline_)
      return false;
    if (!is_any(low(i - 1), {"the", "this", "that"}) || capital(i + 1)) return false;
    phrase.tokens = {i, i + 1};
    phrase.head = i;
    phrase.form = PhraseForm::plain;
    phrase.determiner = Determiner::definite;
    return true;
  }

  // "the trade [union]"
  bool is_other_thing(std::uint32_t head) const {
    return head > sentence_.begin &&
           world_.other_things.contains(std::string(low(head - 1)) + " " + std::string(low(head)));
  }

  // "the framework", "the initiative": the noun of a title, alone; who is meant must have it.
  bool kind(std::uint32_t i, AgreementPhrase& phrase) const {
    const bool noun =
        has(i, AgreementWord::weak) || has(i, AgreementWord::title) || reading_.is(i, Role::scheme);
    if (!noun || token(i).capital || has(i + 1, AgreementWord::head)) return false;
    phrase.tokens = {i, i + 1};
    phrase.head = i;
    phrase.form = PhraseForm::plain;
    phrase.determiner = determiner_before(i, phrase);
    const bool bare = i > sentence_.begin && is_any(low(i - 1), {"the", "this", "that"});
    const SyntaxWord* word = syntax_of(reading_, i);
    const bool inner = word != nullptr && word->relation == Dependency::compound;
    return bare && !inner;
  }

  Determiner determiner_before(std::uint32_t begin, AgreementPhrase& phrase) const {
    std::uint32_t at = begin;
    if (at > sentence_.begin && reading_.is(at - 1, Role::narrows)) {
      --at;
      phrase.other = reading_.is(at, Role::other);
      phrase.similar = reading_.is(at, Role::similar);
      phrase.more = is_any(low(at), {"first", "only"});
    } else if (at > sentence_.begin && low(at - 1).ends_with("est")) {
      --at;
      phrase.more = true;
    }
    while (at > sentence_.begin && at + 3 > begin && is_adjective(at - 1) && low(at - 1) != "such")
      --at;
    if (at > sentence_.begin + 2 && low(at - 1) == "," && is_adjective(at - 2)) at -= 2;
    if (at == sentence_.begin) return Determiner::none;
    const std::string_view before = low(at - 1);
    phrase.similar = phrase.similar || before == "such";  // "such deals with Chad and Oman"
    if (is_any(before, {"the", "this", "that", "these", "those", "such", "said"}))
      return Determiner::definite;
    if (is_any(before, {"a", "an", "another", "any", "some", "no", "other", "each"})) {
      phrase.other = phrase.other || before == "another" || before == "other";
      return Determiner::indefinite;
    }
    if (is_any(before, {"its", "their", "his", "her", "our"})) {
      const bool fresh = phrase.form == PhraseForm::plain && reading_.is(at, Role::fresh);
      return fresh ? Determiner::indefinite : Determiner::owner;  // "signed their new treaty"
    }
    if (before == "'s" && at >= sentence_.begin + 2) {
      phrase.owner = actor_at_(at - 2);
      return Determiner::owner;
    }
    return Determiner::none;
  }

  void inner_sides(AgreementPhrase& phrase, std::uint32_t head) const {
    for (std::uint32_t i = phrase.tokens.begin; i < head; ++i) {
      const std::uint32_t actor = actor_at_(i);
      const bool helper = low(i + 1) == "-" && is_participle(i + 2);  // "US-brokered"
      const bool place = actor != kNone && actor_at_.is_capital(i) && low(i + 1) != "-" &&
                         low(i - 1) != "-";  // "the Budapest Convention"
      if (actor != kNone && !helper && !place) phrase.add_side(actor);
    }
  }

  // "memorandum of understanding", "cessation of hostilities", "agreement of 1994", "treaty on
  // a transit agency".
  void extend(AgreementPhrase& phrase) const {
    const std::uint32_t at = phrase.tokens.end;
    const bool place =
        capital(at + 1) && (actor_at_(at + 1) == kNone || actor_at_.is_capital(at + 1));
    const bool noun = has(at + 1, AgreementWord::content) && !has(at + 2, AgreementWord::head);
    const bool content = noun || is_year(at + 1) || place;       // not "the text of | peace treaty"
    if (low(at) == "of" && content) phrase.tokens.end = at + 2;  // "the treaty of Versailles"
    const bool fresh = phrase.determiner == Determiner::indefinite;
    const TokenSpan more =
        complement_after(reading_, phrase.tokens.end - 1, phrase.tokens.end, sentence_.end, fresh);
    if (!more.empty() && (!headline_ || low(at) == "on")) phrase.tokens.end = more.end;
    phrase.form = phrase.tokens.end > at ? PhraseForm::named : phrase.form;
  }

  // "one with Pakistan"; in a headline "talks with Pakistan" stand for nothing before.
  bool pro_form(std::uint32_t i, bool told, AgreementPhrase& phrase) const {
    AgreementPhrase found;
    if (!may_stand_for_noun(reading_, i) || (headline_ && reading_.is(i, Role::talks)) ||
        !pro_form_at(reading_, sentence_, actor_at_, i, told, found))
      return false;
    phrase = std::move(found);
    return true;
  }

  // "... Agreement (EVFTA)", "the pact, known as CETA".
  void abbreviate(AgreementPhrase& phrase) const {
    const std::uint32_t at = phrase.tokens.end;
    if (inside(at + 2) && low(at) == "(" && token(at + 1).all_capitals && low(at + 2) == ")")
      phrase.abbreviation = at + 1;
    if (inside(at + 3) && low(at) == "," && low(at + 1) == "or" && token(at + 2).all_capitals &&
        low(at + 3) == ",")
      phrase.abbreviation = at + 2;  // "a Defence Cooperation Agreement, or DCA, ..."
  }

  const World& world_;
  const Acts& acts_;
  bool headline_ = false;
  std::uint32_t nouns_end_ = end_of_nouns();
};

}  // namespace

std::vector<AgreementPhrase> find_agreement_phrases(const Report& report, const Reading& reading,
                                                    const Lexicon& lexicon, TokenSpan sentence,
                                                    const ActorAt& actor_at) {
  if (sentence.empty()) return {};
  return PhraseReader(report, reading, lexicon, sentence, actor_at).run();
}

bool names_accession(const Reading& reading, const AgreementPhrase& phrase) {
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
    if (reading.is(i, Role::accession)) return true;
  }
  return false;
}

}  // namespace concord
