// Which agreement a phrase means.
//
//   known by the world's table, or by a short name this report gave it      NAFTA
//   a title that holds, or is held by, the words of one named before         the IPEF Supply Chain
//                                                  Agreement ... the Supply Chain Agreement
//   the same sides and a like noun                 the trade deal with Chile ... the Chile pact
//   "the pact": the last one that its words fit    (see fit())
//   else a new one
//
// Headlines are read last: their "trade pact" is the one that the body names. Bodies that states
// join were found by actors.cc.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "reading/agreement_match.h"
#include "reading/agreement_name.h"
#include "reading/parties.h"
#include "reading/passes.h"
#include "text/fold.h"

namespace concord {
namespace {

class AgreementFinder {
 public:
  AgreementFinder(const Report& report, const Lexicon& lexicon, Reading& reading)
      : report_(report), world_(lexicon.world), acts_(lexicon.acts), reading_(reading) {
    for (const Mention& mention : reading.mentions) {
      for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
        actors_[t] = mention.entity;
        if (mention.form == MentionForm::capital) capitals_.insert(t);
      }
    }
  }

  void run() {
    for (const bool headlines : {false, true}) {
      for (const Sentence& sentence : reading_.sentences) {
        const bool headline = report_.blocks[sentence.block].kind == BlockKind::title;
        if (headline == headlines) read_sentence(sentence.tokens, headline);
      }
    }
    merge_mentions();
  }

 private:
  std::string_view low(std::uint32_t i) const { return reading_.lower(i); }
  const Token& token(std::uint32_t i) const { return reading_.tokens[i]; }

  bool is_definite(std::uint32_t i) const { return low(i - 1) == "the" || low(i - 1) == "this"; }

  bool has_role(std::uint32_t i, AgreementWord role) const {
    return i < reading_.tokens.size() && token(i).agreement == role;
  }

  std::uint32_t actor_at(std::uint32_t i) const {
    const auto found = actors_.find(i);
    return found == actors_.end() ? kNone : found->second;
  }

  void read_sentence(TokenSpan sentence, bool headline) {
    ActorAt actor;
    actor.is_capital = [&](std::uint32_t i) { return capitals_.contains(i); };
    actor.any = [&](std::uint32_t i) {
      const std::uint32_t named = actor_at(i);
      if (named != kNone || i == sentence.begin || !is_definite(i) || token(i).capital)
        return named;
      return has_role(i, AgreementWord::body) ? last_body_ : kNone;  // "its pact with the bloc"
    };
    std::uint32_t at = sentence.begin;
    for (const AgreementPhrase& phrase :
         find_agreement_phrases(report_, reading_, world_, sentence, actor)) {
      read_between({at, phrase.tokens.begin}, sentence.begin);
      read_phrase(phrase, headline);
      at = phrase.tokens.end;
    }
    read_between({at, sentence.end}, sentence.begin);
  }

  // Short names given before, bodies, and "the bloc".
  void read_between(TokenSpan tokens, std::uint32_t begin) {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (const std::uint32_t actor = actor_at(i); actor != kNone) {
        if (reading_.entities[actor].acceded) {
          last_body_ = actor;
          last_body_sentence_ = token(i).sentence;
        }
        continue;
      }
      if (token(i).all_capitals) {
        const auto own = short_names_.find(std::string(low(i)));
        if (own != short_names_.end()) add({i, i + 1}, own->second, MentionForm::name);
        continue;
      }
      if (i == begin || !is_definite(i) || !has_role(i, AgreementWord::body)) continue;
      const std::uint32_t meant = token(i).capital ? body_called(low(i)) : last_body_;
      if (meant != kNone) add({i, i + 1}, meant, MentionForm::definite);
    }
  }

  // "the Council": the last body whose name holds the word.
  std::uint32_t body_called(std::string_view word) const {
    std::uint32_t found = kNone;
    for (const auto& [at, actor] : actors_) {
      const Entity& entity = reading_.entities[actor];
      if (entity.acceded && folded_name(entity.name).find(word) != std::string::npos) found = actor;
    }
    return found;
  }

  void read_phrase(const AgreementPhrase& phrase, bool headline) {
    if (phrase.talks && !spoke_of_two_sided(named_, reading_, phrase.tokens.begin)) return;
    std::uint32_t entity = known(phrase);
    resolve_phrase(phrase, headline, entity);
    if (phrase.form == PhraseForm::pro || phrase.head == kNone) return;
    last_head_ = singular(low(phrase.head));
    const std::string kind = kind_of(reading_, world_, phrase);
    if (!kind.empty()) last_kind_ = kind + last_head_;
  }

  // What an accession is to: the body last spoken of, else the last agreement with a title.
  std::uint32_t joined_lately() const {
    if (last_body_ != kNone) return last_body_;
    const auto titled = std::ranges::find_if(named_.rbegin(), named_.rend(), &Named::titled);
    return titled == named_.rend() ? kNone : titled->entity;
  }

  void resolve_phrase(const AgreementPhrase& phrase, bool headline, std::uint32_t entity) {
    MentionForm form = MentionForm::name;
    if (entity == kNone && names_accession(reading_, phrase)) {
      const std::uint32_t joined = joined_lately();
      if (joined != kNone) add(phrase.tokens, joined, MentionForm::definite);
      return;
    }
    if (entity == kNone && phrase.form != PhraseForm::title) {
      if (refers_back(phrase, headline)) entity = best_fit(named_, meaning_of(phrase));
      if (entity != kNone) form = MentionForm::definite;
    }
    if (entity == kNone && phrase.form != PhraseForm::title) entity = said_of(phrase);
    if (const std::uint32_t body = founded_by(phrase); entity == kNone && body != kNone) {
      add(phrase.tokens, body, MentionForm::definite);
      return;
    }
    if (entity == kNone) entity = same_agreement(named_, meaning_of(phrase));
    if (entity == kNone && !names_something(phrase, headline)) return;
    if (entity == kNone && phrase.plural && phrase.sides.size() > 1) return several(phrase);
    if (entity == kNone) entity = create(phrase, sides_of(reading_, phrase, actors_));
    if (phrase.talks) form = MentionForm::definite;  // the noun names the act too
    if (!phrase.talks) note(phrase, entity);
    add(phrase.tokens, entity, form);
    if (phrase.abbreviation != kNone) {
      const TokenSpan own{phrase.abbreviation, phrase.abbreviation + 1};
      short_names_[std::string(low(phrase.abbreviation))] = entity;
      alias(entity, words(own));
      add(own, entity, MentionForm::name);
    }
  }

  // "the Minamata Convention, a treaty on mercury": says more of the one just named.
  std::uint32_t said_of(const AgreementPhrase& phrase) const {
    const bool open =
        phrase.determiner == Determiner::indefinite || phrase.determiner == Determiner::definite;
    const std::uint32_t comma = phrase.tokens.begin - 2;  // before its article
    if (!open || phrase.other || found_.empty() || phrase.tokens.begin < 2) return kNone;
    const Mention& last = found_.back();
    return low(comma) == "," && last.tokens.end == comma ? last.entity : kNone;
  }

  // "the bloc was founded by those who signed its treaty", "the UNASUR treaty": a founding text
  // goes under its body. kNone where the phrase is none.
  std::uint32_t founded_by(const AgreementPhrase& phrase) const {
    constexpr std::uint32_t kSentencesBack = 2;
    const bool meant =
        phrase.determiner == Determiner::definite || phrase.determiner == Determiner::owner;
    if (!meant || phrase.plural || phrase.other) return kNone;
    if (!is_any(head_of(phrase), {"treaty", "charter", "statute", "convention"})) return kNone;
    if (phrase.form == PhraseForm::named && phrase.sides.size() == 1 && phrase.tokens.size() == 2)
      return reading_.entities[phrase.sides[0]].acceded ? phrase.sides[0] : kNone;
    if (phrase.form != PhraseForm::plain || last_body_ == kNone) return kNone;
    if (phrase.owner != kNone && phrase.owner != last_body_) return kNone;
    const bool near = token(phrase.tokens.begin).sentence <= last_body_sentence_ + kSentencesBack;
    return near ? last_body_ : kNone;
  }

  std::uint32_t known(const AgreementPhrase& phrase) {
    const auto hit = world_.phrases.longest([&](std::uint32_t t) { return low(t); },
                                            phrase.tokens.begin, phrase.tokens.end);
    if (!hit || hit->length != phrase.tokens.size()) return kNone;
    const WorldName& name = world_.names[hit->value];
    if (name.kind != NameKind::agreement) return kNone;
    const KnownAgreement& agreement = world_.agreements[name.row];
    rename_described(agreement.id, phrase);
    const std::uint32_t entity = entity_for(agreement.id, words(phrase.tokens));
    if (const Named* named = named_of(entity); named == nullptr || !named->titled) {
      std::erase_if(named_, [&](const Named& one) { return one.entity == entity; });
      Named fresh = named_by_title(agreement.id, world_);
      fresh.entity = entity;
      for (const std::string& side : agreement.sides) {
        const std::uint32_t member = party_entity(world_, side, reading_);
        fresh.sides.insert(member);
        reading_.entities[entity].members.push_back(member);
      }
      named_.push_back(std::move(fresh));
    }
    return entity;
  }

  // "signed a trade agreement ... the Trade and Partnership Agreement", which the world knows: the
  // agreement described before is this one.
  void rename_described(const std::string& id, const AgreementPhrase& phrase) {
    if (by_id_.contains(id)) return;
    const Meaning meaning = meaning_of(phrase);
    for (auto it = named_.rbegin(); it != named_.rend(); ++it) {
      if (!it->sides.empty() || !is_named_later(*it, meaning)) continue;
      reading_.entities[it->entity].id = id;
      by_id_[id] = it->entity;
      return;
    }
  }

  // "the pact", "this agreement"; in headlines also bare "trade pact".
  static bool refers_back(const AgreementPhrase& phrase, bool headline) {
    if (phrase.other) return false;
    if (phrase.determiner == Determiner::definite || phrase.more) return true;
    if (phrase.determiner == Determiner::owner) return phrase.form == PhraseForm::plain;
    return headline || (phrase.determiner == Determiner::none && !phrase.sides.empty());
  }

  // Whether the words are enough to call it an agreement of its own.
  bool names_something(const AgreementPhrase& phrase, bool headline) const {
    if (phrase.form == PhraseForm::title) return true;
    if (!phrase.sides.empty()) return true;
    if (headline) return false;
    if (phrase.form == PhraseForm::plain)  // "signed an agreement in Doha"
      return !phrase.plural &&
             ((phrase.determiner == Determiner::indefinite &&
               is_object_of_act(reading_, acts_, phrase)) ||
              (phrase.determiner != Determiner::none &&
               is_any(head_of(phrase), {"armistice", "ceasefire", "moratorium"})));
    return phrase.determiner != Determiner::none || !phrase.plural;
  }

  // Not the place that an agreement is named after: "the Khartoum agreement".
  bool is_side(const AgreementPhrase& phrase, std::uint32_t i) const {
    const std::uint32_t actor = actor_at(i);
    if (actor == kNone) return false;
    return !capitals_.contains(i) || std::ranges::find(phrase.sides, actor) != phrase.sides.end();
  }

  // The words that tell one agreement from another: no sides, no heads, no small words.
  std::set<std::string> telling_words(const AgreementPhrase& phrase) const {
    std::set<std::string> found;
    for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
      if (token(i).kind == WordKind::mark || i == phrase.head || is_side(phrase, i)) continue;
      const auto role = token(i).agreement;
      const bool small = role == AgreementWord::link || role == AgreementWord::tail;
      if (!small) found.insert(singular(low(i)));
    }
    return found;
  }

  // The noun of a phrase; of a pro-form ("one with Peru") the noun before it.
  std::string head_of(const AgreementPhrase& phrase) const {
    if (phrase.form != PhraseForm::pro)
      return phrase.head == kNone ? "" : singular(low(phrase.head));
    return last_head_.empty() ? "agreement" : last_head_;
  }

  Meaning meaning_of(const AgreementPhrase& phrase) const {
    Meaning meaning;
    meaning.form = phrase.form;
    meaning.determiner = phrase.determiner;
    meaning.other = phrase.other;
    meaning.head = head_of(phrase);
    meaning.telling = telling_words(phrase);
    meaning.sides = phrase.sides;
    for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
      if (!token(i).capital && token(i).kind != WordKind::number) continue;
      const std::string word = singular(low(i));
      if (meaning.telling.contains(word) && !world_.agreement_words.contains(word))
        meaning.own.insert(word);
    }
    return meaning;
  }

  std::uint32_t create(const AgreementPhrase& phrase, const std::vector<std::uint32_t>& sides) {
    const std::string name = name_of(phrase, sides);
    std::string id = folded_name(name);
    if (phrase.form != PhraseForm::title && !sides.empty()) {
      id = head_of(phrase);
      for (const std::string& word : telling_words(phrase)) id += " " + word;
      std::set<std::string> codes;
      for (const std::uint32_t side : sides) codes.insert(reading_.entities[side].id);
      for (const std::string& code : codes) id += " " + code;
    }
    const std::uint32_t entity = entity_for(id, name);
    Named named;
    named.entity = entity;
    named.head = head_of(phrase);
    named.words = telling_words(phrase);
    named.sides = {sides.begin(), sides.end()};
    named.titled = phrase.form == PhraseForm::title;
    named.plural = named.titled && phrase.head != kNone && low(phrase.head).ends_with('s');
    named.programme =
        named.titled && !has_role(phrase.head, AgreementWord::head) && is_programme(named.head);
    if (named_of(entity) == nullptr) named_.push_back(std::move(named));
    auto& members = reading_.entities[entity].members;
    for (const std::uint32_t side : sides) {
      if (std::ranges::find(members, side) == members.end()) members.push_back(side);
    }
    if (named_of(entity)->titled) short_name_of(phrase, entity);
    return entity;
  }

  // As the report names it: "tax treaty with Chile", "mineral deal between Kinshasa and
  // Washington".
  std::string name_of(const AgreementPhrase& phrase,
                      const std::vector<std::uint32_t>& sides) const {
    if (phrase.form == PhraseForm::title) return words(phrase.tokens);
    std::string name = phrase.form == PhraseForm::pro ? head_of(phrase) : words(phrase.tokens);
    if (phrase.talks && !last_kind_.empty()) name = last_kind_;
    const bool one_of_many = phrase.plural && sides.size() == 1;
    if (one_of_many && phrase.form != PhraseForm::pro && phrase.tokens.end == phrase.head + 1)
      name = name.substr(0, name.size() - low(phrase.head).size()) + singular(low(phrase.head));
    if (phrase.sides.empty() && sides.size() == 2)
      return name + " between " + reading_.entities[sides[0]].name + " and " +
             reading_.entities[sides[1]].name;
    if (phrase.outer.empty()) return name;
    if (!one_of_many || phrase.sides.size() == 1) return name + " " + words(phrase.outer);
    const TokenSpan side = words_of_side(phrase, sides.front(), actors_);
    return side.empty() ? name : name + " with " + words(side);
  }

  // The initials of a title are its short name: "the Supply Chain Agreement ... the SCA".
  void short_name_of(const AgreementPhrase& phrase, std::uint32_t entity) {
    const std::string initials = initials_of(reading_, phrase);
    if (initials.size() >= 3) short_names_.try_emplace(initials, entity);
  }

  // "trade agreements with Peru and Panama": one with each.
  void several(const AgreementPhrase& phrase) {
    for (const std::uint32_t side : phrase.sides) {
      const std::uint32_t entity = create(phrase, {side});
      note(phrase, entity);
      add(phrase.tokens, entity, MentionForm::name);
    }
  }

  void note(const AgreementPhrase& phrase, std::uint32_t entity) {
    Named* named = named_of(entity);
    if (named == nullptr) return;
    named->last = phrase.tokens.begin;
    if (phrase.form == PhraseForm::title && !named->titled) {
      named->titled = true;
      named->words.merge(telling_words(phrase));
      named->head = head_of(phrase);
    }
    if (phrase.owner != kNone && named->sides.size() == 1) {
      named->sides.insert(phrase.owner);
      auto& members = reading_.entities[entity].members;
      if (std::ranges::find(members, phrase.owner) == members.end())
        members.push_back(phrase.owner);
    }
    if (phrase.form != PhraseForm::plain && phrase.form != PhraseForm::pro && !phrase.plural)
      alias(entity, words(phrase.tokens));
  }

  Named* named_of(std::uint32_t entity) {
    const auto found = std::ranges::find(named_, entity, &Named::entity);
    return found == named_.end() ? nullptr : &*found;
  }

  std::uint32_t entity_for(const std::string& id, const std::string& name) {
    const auto [found, fresh] =
        by_id_.try_emplace(id, static_cast<std::uint32_t>(reading_.entities.size()));
    if (fresh) {
      Entity entity;
      entity.kind = EntityKind::agreement;
      entity.id = id;
      entity.name = name;
      reading_.entities.push_back(std::move(entity));
    } else {
      alias(found->second, name);
    }
    return found->second;
  }

  void alias(std::uint32_t number, const std::string& name) {
    add_name(reading_.entities[number], name);
  }

  std::string words(TokenSpan span) const {
    return one_line(report_.words(bytes_of(reading_, span)));
  }

  void add(TokenSpan span, std::uint32_t entity, MentionForm form) {
    const bool possessive = span.end < reading_.tokens.size() && low(span.end) == "'s";
    found_.push_back({span, entity, form, possessive});
  }

  // Agreements win over the actors inside their names; all in order of position.
  void merge_mentions() {
    std::ranges::stable_sort(found_, {}, [](const Mention& m) { return m.tokens; });
    std::vector<Mention> kept;
    std::size_t at = 0;
    for (const Mention& mention : reading_.mentions) {
      while (at < found_.size() && found_[at].tokens.end <= mention.tokens.begin) ++at;
      const bool inside = at < found_.size() && found_[at].tokens.overlaps(mention.tokens);
      if (!inside) kept.push_back(mention);
    }
    kept.insert(kept.end(), found_.begin(), found_.end());
    std::ranges::stable_sort(kept, {}, [](const Mention& m) { return m.tokens; });
    reading_.mentions = std::move(kept);
  }

  const Report& report_;
  const World& world_;
  const Acts& acts_;
  Reading& reading_;
  std::map<std::uint32_t, std::uint32_t> actors_;  // token to the actor it belongs to
  std::set<std::uint32_t> capitals_;               // of these, capitals: "Riyadh"
  std::vector<Named> named_;
  std::vector<Mention> found_;
  std::map<std::string, std::uint32_t> by_id_;
  std::map<std::string, std::uint32_t, std::less<>> short_names_;
  std::uint32_t last_body_ = kNone;
  std::uint32_t last_body_sentence_ = 0;
  std::string last_kind_;  // "trade deal": what talks with Peru are on
  std::string last_head_;  // "deal": what "one with Peru" is one of
};

}  // namespace

void find_agreements(const Report& report, const Lexicon& lexicon, Reading& reading) {
  AgreementFinder(report, lexicon, reading).run();
}

}  // namespace concord
