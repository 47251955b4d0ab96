// Which agreement a phrase means.
//
//   known by the world's table, or by a short name this report gave it      NAFTA
//   a title that holds, or is held by, the words of one named before         the IPEF Supply Chain
//                                                  Agreement ... the Supply Chain Agreement
//   the same sides and a like noun                 the trade deal with Chile ... the Chile pact
//   "the pact": the last one that its words fit    (see fit())
//   else a new one; a headline's only where the body names none
// Headlines are read last: their "trade pact" is the one that the body names. Bodies that states
// join were found by actors.cc.
#include <algorithm>
#include <map>
#include <set>

#include "reading/agreement_again.h"
#include "reading/agreement_bodies.h"
#include "reading/agreement_book.h"
#include "reading/agreement_deeds.h"
#include "reading/agreement_match.h"
#include "reading/agreement_name.h"
#include "reading/agreement_sides.h"
#include "reading/agreement_titles.h"
#include "reading/apposed_name.h"
#include "reading/general_words.h"
#include "reading/known_agreements.h"
#include "reading/parties.h"
#include "reading/passes.h"
#include "reading/reported_name.h"
#include "reading/short_names.h"
#include "text/fold.h"

namespace concord {
namespace {

class AgreementFinder {
 public:
  AgreementFinder(const Report& report, const Lexicon& lexicon, Reading& reading)
      : report_(report),
        lexicon_(lexicon),
        world_(lexicon.world),
        acts_(lexicon.acts),
        reading_(reading),
        bodies_(report, lexicon.world, reading, actors_),
        book_(reading),
        general_(reading, book_, bodies_),
        known_(report, reading, lexicon, book_) {
    for (const Mention& mention : reading.mentions) {
      for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
        actors_[t] = mention.entity;
        if (mention.form == MentionForm::capital) capitals_.insert(t);
      }
    }
  }

  void run() {
    lead_end_ = lead_end(report_, reading_);
    short_names_.add_bodies(reading_);
    for (const Sentence& sentence : reading_.sentences) {
      if (is_headline(sentence)) note_known(sentence.tokens);
    }
    for (const bool headlines : {false, true}) {
      for (const Sentence& sentence : reading_.sentences) {
        if (is_headline(sentence) == headlines) read_sentence(sentence.tokens, headlines);
      }
    }
    for (const AgreementPhrase& phrase : waiting_) find_in_headline(phrase);
    book_.merge_mentions();
  }

 private:
  std::string_view low(std::uint32_t i) const { return reading_.lower(i); }
  const Token& token(std::uint32_t i) const { return reading_.tokens[i]; }

  bool has_role(std::uint32_t i, AgreementWord role) const {
    return i < reading_.tokens.size() && token(i).agreement == role;
  }

  std::uint32_t actor_at(std::uint32_t i) const {
    const auto found = actors_.find(i);
    return found == actors_.end() ? kNone : found->second;
  }

  bool is_headline(const Sentence& sentence) const {
    return report_.blocks[sentence.block].kind == BlockKind::title;
  }

  ActorAt actors_in(TokenSpan sentence) {
    ActorAt actor;
    actor.is_capital = [&](std::uint32_t i) { return capitals_.contains(i); };
    actor.any = [this, sentence](std::uint32_t i) {
      if (i >= reading_.tokens.size()) return kNone;
      const std::uint32_t named = actor_at(i);
      if (named != kNone || i == sentence.begin || token(i).capital) return named;
      return bodies_.is_anaphor(i) ? bodies_.called_or_last(i) : kNone;  // "with the bloc"
    };
    return actor;
  }

  // "What is the Escazu Agreement? [...] Peru shelved the text": the body may not name it again.
  void note_known(TokenSpan headline) {
    const ActorAt actor = actors_in(headline);
    for (const auto& phrase :
         find_agreement_phrases(report_, reading_, lexicon_, headline, actor)) {
      const std::uint32_t entity = known(phrase);
      if (entity == kNone) continue;
      note(phrase, entity);
      book_.named_of(entity)->in_headline = true;
    }
  }

  void read_sentence(TokenSpan sentence, bool headline) {
    bodies_.open_sentence();
    const ActorAt actor = actors_in(sentence);
    std::uint32_t at = sentence.begin;
    const std::vector<AgreementPhrase> phrases =
        find_agreement_phrases(report_, reading_, lexicon_, sentence, actor);
    for (std::size_t n = 0; n < phrases.size(); ++n) {
      const AgreementPhrase& phrase = phrases[n];
      read_between({at, phrase.tokens.begin}, sentence.begin);
      at = phrase.written().end;
      if (n + 1 < phrases.size() && is_named_by(reading_, phrase, phrases[n + 1])) {
        const std::size_t before = book_.found.size();
        read_phrase(phrases[++n], headline);
        if (book_.found.size() > before)
          book_.add(phrase.tokens, book_.found.back().entity, MentionForm::definite);
        at = phrases[n].written().end;
        continue;
      }
      read_phrase(phrase, headline);
    }
    read_between({at, sentence.end}, sentence.begin);
  }

  // Short names given before, bodies, and "the bloc".
  void read_between(TokenSpan tokens, std::uint32_t begin) {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (const std::uint32_t actor = actor_at(i); actor != kNone) {
        bodies_.pass(i);
        continue;
      }
      if (token(i).capital) {
        std::uint32_t own = book_.bare_name_at({i, tokens.end});
        if (own == kNone && i > begin) own = called_by_place(reading_, acts_, book_, i);
        if (own != kNone) book_.add({i, i + 1}, own, MentionForm::name);
      }
      const bool numbered = token(i).capital && low(i).size() > 1 && low(i).back() <= '9';  // "G5"
      if (token(i).all_capitals || numbered) {
        const std::uint32_t own = short_names_.find(low(i));
        if (own != kNone) book_.add({i, i + 1}, own, MentionForm::name);
        continue;
      }
      const bool stands_for_body =
          reading_.is(i, Role::club) || has_role(i, AgreementWord::body);  // of most words neither
      if (!stands_for_body) continue;
      if (const BodyMemory::Meant body = bodies_.introduced(i); body.entity != kNone)
        book_.add(body.tokens, body.entity, MentionForm::definite);
      if (i == begin || !bodies_.is_anaphor(i)) continue;
      if (const std::uint32_t club = general_.club_before(i); club != kNone) {
        book_.add({i, i + 1}, club, MentionForm::definite);
        continue;
      }
      const BodyMemory::Meant body = bodies_.meant({begin, tokens.end}, i);
      if (body.entity != kNone) book_.add(body.tokens, body.entity, MentionForm::definite);
    }
  }

  void read_phrase(AgreementPhrase phrase, bool headline) {
    if (is_doer(reading_, acts_, phrase, actors_)) return;
    const bool between =
        low(phrase.outer.begin) == "between" && phrase.sides.size() == 2 && !spoken_.head.empty();
    const bool shouted =
        (phrase.form == PhraseForm::title || !headline) && is_shouted(reading_, phrase.tokens);
    if (shouted && known(phrase) == kNone && !cut_to_name(reading_, phrase)) return;
    if (phrase.talks && !between && !spoke_of_two_sided(book_.named, reading_, phrase.tokens.begin))
      return;
    std::uint32_t entity = known(phrase);
    if (entity == kNone && says_what_it_is_not(reading_, phrase)) return;
    if (const std::uint32_t body = general_.founding_text(phrase);
        entity == kNone && body != kNone) {
      book_.add(phrase.tokens, body, MentionForm::definite);
      return;
    }
    if (entity == kNone && same_agreement(book_.named, meaning_of(phrase)) == kNone)
      entity = described_before(report_, reading_, world_, book_.found, book_.named, phrase, false);
    resolve_phrase(phrase, headline, entity);
    if (phrase.form == PhraseForm::pro || phrase.head == kNone) return;
    const bool plain = phrase.form == PhraseForm::plain;
    if (plain && !has_role(phrase.head, AgreementWord::head)) return;  // "the package"
    if (reading_.is(phrase.head, Role::paper) || (phrase.similar && !phrase.plural)) return;
    spoken_.head = world_.singular(low(phrase.head));
    if (phrase.similar) return;  // "has many such agreements. It signed one on fish"
    const bool again = plain && phrase.determiner != Determiner::indefinite;
    if (!again) spoken_.like = headline ? "" : generic_name(report_, reading_, world_, phrase);
    constexpr std::uint32_t kShortTitle = 3;  // "one with Peru" is one more Free Trade Agreement
    const bool name = phrase.form == PhraseForm::title && phrase.tokens.size() > kShortTitle;
    if (!again) spoken_.words = name ? "" : spoken_.like;
    const std::string kind = kind_of(reading_, world_, phrase);
    if (!kind.empty()) spoken_.kind = kind + spoken_.head;
  }

  void resolve_phrase(const AgreementPhrase& phrase, bool headline, std::uint32_t entity) {
    MentionForm form = MentionForm::name;
    if (entity == kNone && make_by_name(phrase)) return;
    if (entity == kNone && names_accession(reading_, phrase)) {
      const std::uint32_t joined = general_.joined_by(phrase);
      if (joined != kNone) book_.add(phrase.tokens, joined, MentionForm::definite);
      return;
    }
    const Determiner of = phrase.determiner;
    const bool definite = of == Determiner::definite || (headline && of == Determiner::none);
    if (entity == kNone && definite && phrase.form != PhraseForm::title)
      entity = said_of(phrase, headline);
    if (entity == kNone && says_what_named_is(reading_, phrase, book_.found)) return;
    if (entity == kNone && !book_.found.empty() && says_what_it_is(reading_, phrase)) return;
    if (entity == kNone && phrase.form != PhraseForm::title) {
      if (refers_back(reading_, phrase, headline, actors_))
        entity = best_fit(book_.named, meaning_of(phrase), headline);
      if (entity == kNone) entity = text_of_house(reading_, book_.named, meaning_of(phrase));
      if (entity == kNone) entity = general_.programme(phrase);
      if (entity != kNone) form = MentionForm::definite;
    }
    if (entity == kNone && phrase.form != PhraseForm::title) entity = said_of(phrase, headline);
    if (const std::uint32_t body = general_.body(phrase); entity == kNone && body != kNone) {
      book_.add(phrase.tokens, body, MentionForm::definite);
      return;
    }
    if (entity == kNone) entity = told_again(reading_, world_, book_, phrase, meaning_of(phrase));
    const Named* same = entity == kNone ? nullptr : book_.named_of(entity);
    if (same != nullptr && is_told_apart(reading_, acts_, phrase, *same)) entity = kNone;
    if (entity == kNone && phrase.similar && phrase.sides.empty() &&
        !is_elsewhere(reading_, phrase))
      entity = book_.two_sided_last();
    const bool again = headline && (phrase.plural || !book_.named.empty());  // "the pact" told
    if (entity == kNone && !names_something(reading_, acts_, phrase, again)) {
      if (!headline && refers_back(reading_, phrase, headline, actors_)) waiting_.push_back(phrase);
      return;
    }
    if (entity == kNone && phrase.plural && phrase.sides.size() > 1) return several(phrase);
    if (entity == kNone) entity = create(phrase, sides_of(reading_, phrase, actors_));
    if (phrase.talks) form = MentionForm::definite;  // the noun names the act too
    if (!phrase.talks) note(phrase, entity);
    if (phrase.form == PhraseForm::title)
      short_names_.add_initials(initials_of(reading_, phrase), entity);
    book_.add(phrase.written(), entity, form);
    if (phrase.abbreviation != kNone) {
      const TokenSpan own{phrase.abbreviation, phrase.abbreviation + 1};
      short_names_.add_given(low(phrase.abbreviation), entity);
      book_.alias(entity, words(own));
      book_.add(own, entity, MentionForm::name);
    }
  }

  // "Norway ratified Solmar, a treaty on fisheries": a name that the world does not know.
  bool make_by_name(const AgreementPhrase& phrase) {
    const TokenSpan name = apposed_name(reading_, phrase);
    const auto holds = [&](const Mention& one) { return one.tokens.overlaps(name); };
    if (name.empty() || std::ranges::any_of(book_.found, holds)) return false;
    std::uint32_t entity = book_.bare_name_at(name);
    if (entity == kNone) {
      entity = create(phrase, sides_of(reading_, phrase, actors_));
      book_.give_bare_name(entity, name, words(name));
    }
    note(phrase, entity);
    book_.add(phrase.tokens, entity, MentionForm::definite);
    return true;
  }

  // "The Protocol was adopted in 2012", where only the headline has its name.
  void find_in_headline(const AgreementPhrase& phrase) {
    const std::uint32_t entity = best_fit(book_.named, meaning_of(phrase), false);
    const Named* named = entity == kNone ? nullptr : book_.named_of(entity);
    if (named != nullptr && section_of(report_, reading_, named->last) == Section::title)
      book_.add(phrase.tokens, entity, MentionForm::definite);
  }

  // "the Minamata Convention, a treaty on mercury": says more of the one just named.
  std::uint32_t said_of(const AgreementPhrase& phrase, bool headline) const {
    const bool open =
        phrase.determiner == Determiner::indefinite || phrase.determiner == Determiner::definite;
    if (open && (says_what_it_is(reading_, phrase) || answers_what(reading_, phrase)))
      return named_just_before(reading_, book_.found, phrase.tokens.begin);
    std::uint32_t begin = phrase.tokens.begin;  // "START I, the | first treaty |", "the last major"
    while (begin > 1 && reading_.is(begin - 1, Role::narrows | Role::late)) --begin;
    const std::string_view before = begin > 0 && begin < phrase.tokens.begin ? low(begin - 1) : "";
    const bool article = before == "the";
    const bool bare = headline && before == ",";  // "New START, last arms treaty"
    const std::uint32_t comma = begin - (bare ? 1 : 2);
    const bool may = open || article || bare;
    if (!may || phrase.other || begin < 2 || low(comma) != "," || is_listed(reading_, phrase))
      return kNone;
    const std::uint32_t body = actor_at(comma - 1);  // "Mercosur, the customs union of ..."
    if (body != kNone && reading_.entities[body].acceded && body == bodies_.last()) return body;
    const SyntaxWord* head = phrase.head == kNone ? nullptr : syntax_of(reading_, phrase.head);
    if (head != nullptr && head->relation == Dependency::nsubj) return kNone;
    const bool behind = !book_.found.empty() && book_.found.back().tokens.end == comma;
    return behind ? book_.found.back().entity : kNone;
  }

  std::uint32_t known(const AgreementPhrase& phrase) {
    const bool actor = actor_at(phrase.tokens.begin) != kNone;
    return known_.find(phrase, actor, [&] { return meaning_of(phrase); });
  }

  // Not the place that an agreement is named after: "the Khartoum agreement".
  bool is_side(const AgreementPhrase& phrase, std::uint32_t i) const {
    const std::uint32_t actor = actor_at(i);
    if (actor == kNone) return false;
    const bool named = std::ranges::find(phrase.sides, actor) != phrase.sides.end();
    const bool content = phrase.head != kNone && i > phrase.head;  // "on a European Economic Area"
    return named || !(content || capitals_.contains(i));
  }

  // The noun of a phrase; of a pro-form ("one with Peru") the noun before it.
  std::string head_of(const AgreementPhrase& phrase) const {
    if (phrase.form != PhraseForm::pro)
      return phrase.head == kNone ? "" : world_.singular(low(phrase.head));
    return spoken_.head.empty() ? std::string(kAgreement) : spoken_.head;
  }

  // "| Peru | signed its pact with Chile": who does what is done with it.
  std::uint32_t owner_of(const AgreementPhrase& phrase) const {
    if (phrase.owner != kNone || phrase.head == kNone) return phrase.owner;
    const std::uint32_t doer = doer_to(reading_, phrase.head);
    return doer == kNone ? kNone : actor_at(doer);
  }

  Meaning meaning_of(const AgreementPhrase& phrase) const {
    Meaning meaning = read_meaning(reading_, lexicon_, phrase, head_of(phrase),
                                   [&](std::uint32_t i) { return is_side(phrase, i); });
    meaning.lead_end = lead_end_;
    if (phrase.determiner == Determiner::owner) meaning.owner = owner_of(phrase);
    return meaning;
  }

  std::uint32_t create(const AgreementPhrase& phrase, const std::vector<std::uint32_t>& sides) {
    const std::string name = name_of(phrase, sides);
    const Meaning meaning = meaning_of(phrase);
    std::string id = folded_name(name);
    if (phrase.form != PhraseForm::title && !sides.empty()) {
      id = meaning.head;
      for (const std::string& word : meaning.telling) id += " " + word;
      std::set<std::string> codes;
      for (const std::uint32_t side : sides) codes.insert(reading_.entities[side].id);
      for (const std::string& code : codes) id += " " + code;
    }
    const std::uint32_t entity = book_.entity_for(id, name);
    Named named = named_by_phrase(reading_, acts_, phrase, meaning);
    named.entity = entity;
    named.composed = phrase.form == PhraseForm::plain && phrase.outer.empty() && !sides.empty();
    named.sides = {sides.begin(), sides.end()};
    if (book_.named_of(entity) == nullptr) book_.named.push_back(std::move(named));
    for (const std::uint32_t side : sides) book_.add_member(entity, side);
    return entity;
  }

  std::string name_of(const AgreementPhrase& phrase,
                      const std::vector<std::uint32_t>& sides) const {
    SpokenOf before = spoken_;
    before.head = head_of(phrase);
    return name_as_reported(report_, reading_, lexicon_, phrase, sides, before, actors_);
  }

  // "trade agreements with Peru and Panama": one with each.
  void several(const AgreementPhrase& phrase) {
    Meaning meaning = meaning_of(phrase);
    for (const std::uint32_t side : phrase.sides) {
      meaning.sides = {side};
      std::uint32_t entity = told_again(reading_, world_, book_, phrase, meaning);
      if (entity == kNone) entity = create(phrase, {side});
      note(phrase, entity);
      book_.add(phrase.tokens, entity, MentionForm::name);
    }
  }

  void note(const AgreementPhrase& phrase, std::uint32_t entity) {
    Named* named = book_.named_of(entity);
    if (named == nullptr) return;
    named->first = std::min(named->first, phrase.tokens.begin);
    if (!names_office(reading_, phrase)) {
      named->last = phrase.tokens.begin;
      named->aside = stands_aside(reading_, phrase);
    }
    if (named->makers.empty()) named->makers = actors_beside(reading_, phrase, actors_);
    if (named->made.empty()) named->made = year_made(reading_, acts_, phrase);
    if (phrase.form == PhraseForm::title && !named->titled) {
      named->titled = true;
      named->words.merge(meaning_of(phrase).telling);
      named->head = head_of(phrase);
      book_.give_title(entity, words(phrase.tokens));
    }
    if (phrase.owner != kNone && named->sides.size() == 1) {
      named->sides.insert(phrase.owner);
      book_.add_member(entity, phrase.owner);
    }
    if (phrase.form == PhraseForm::plain || phrase.form == PhraseForm::pro || phrase.plural) return;
    if (named->composed && tells_when(reading_, phrase)) {
      book_.give_title(entity, words(phrase.tokens));  // "the treaty of 1977", "the 1980 accord"
      named->composed = false;
      return;
    }
    const bool called = phrase.tokens.begin < phrase.head && token(phrase.tokens.begin).capital;
    if (named->described && called) {
      book_.give_title(entity, words(phrase.tokens));  // "Britain signs Falkor treaty"
      named->described = false;
    } else if (named->titled &&
               phrase.form != PhraseForm::title) {  // "the [African Union treaty on ...]"
      reading_.entities[entity].aliases.push_back(words(phrase.tokens));
    } else {
      book_.alias(entity, words(phrase.tokens));
    }
  }

  std::string words(TokenSpan span) const { return words_of(report_, reading_, span); }

  const Report& report_;
  const Lexicon& lexicon_;
  const World& world_;
  const Acts& acts_;
  Reading& reading_;
  std::map<std::uint32_t, std::uint32_t> actors_;  // token to the actor it belongs to
  std::set<std::uint32_t> capitals_;               // of these, capitals: "Riyadh"
  BodyMemory bodies_;
  AgreementBook book_;
  GeneralWords general_;
  KnownAgreements known_;
  ShortNames short_names_;
  std::vector<AgreementPhrase> waiting_;  // that refer back to nothing of the body
  std::uint32_t lead_end_ = kNone;
  SpokenOf spoken_;  // by the last phrase that told a kind
};

}  // namespace

void find_agreements(const Report& report, const Lexicon& lexicon, Reading& reading) {
  AgreementFinder(report, lexicon, reading).run();
}

}  // namespace concord
