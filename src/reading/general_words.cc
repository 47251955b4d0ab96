#include "reading/general_words.h"

#include <algorithm>

namespace concord {

// "Peru belongs to the CPTPP. Chile is in talks with that group": an open agreement called a
// club, where it is named nearer than any body; "the bloc", where none is named at all.
std::uint32_t GeneralWords::club_before(std::uint32_t noun) const {
  const bool that = low(noun - 1) == "that" && reading_.is(noun, Role::group);
  if (token(noun).capital || book_.found.empty()) return kNone;
  const bool alone = token(noun).agreement == AgreementWord::body && bodies_.last() == kNone &&
                     is_titled_club(book_.found.back().entity);
  if (!that && !alone && !reading_.is(noun, Role::grouping)) return kNone;
  const Mention& last = book_.found.back();
  const std::uint32_t sentence = token(last.tokens.begin).sentence;
  const Entity& entity = reading_.entities[last.entity];
  const bool open = entity.kind == EntityKind::agreement && entity.members.empty();
  const bool near = sentence + 1 >= token(noun).sentence;
  const bool nearest = bodies_.last() == kNone || bodies_.last_sentence() < sentence;
  return open && near && nearest ? last.entity : kNone;
}

// "the Trans-Pacific | Partnership |"
bool GeneralWords::is_titled_club(std::uint32_t agreement) const {
  const Named* named = book_.named_of(agreement);
  return named != nullptr && named->club;
}

// What an accession is to: the body it names ("its ESA accession agreement"), else the one most in
// mind of its sentence's, else the one most spoken of, else the last agreement with a title.
std::uint32_t GeneralWords::joined_by(const AgreementPhrase& phrase) const {
  for (const std::uint32_t side : phrase.sides) {
    if (reading_.entities[side].acceded) return side;
  }
  const std::uint32_t at = phrase.tokens.begin;
  const bool here = bodies_.last_sentence() == token(at).sentence;
  if (bodies_.last() != kNone) return here ? bodies_.in_mind(at) : bodies_.most_spoken_of(at);
  const auto titled =
      std::ranges::find_if(book_.named.rbegin(), book_.named.rend(), &Named::titled);
  return titled == book_.named.rend() ? kNone : titled->entity;
}

// "joined the scheme", "the programme": what states take part in, by a general word; the last
// programme, or the body that is called so or was last spoken of. kNone where the phrase is none.
std::uint32_t GeneralWords::programme(const AgreementPhrase& phrase) const {
  if (phrase.form != PhraseForm::plain || phrase.determiner != Determiner::definite ||
      !reading_.is(phrase.head, Role::programme))
    return kNone;
  const auto last =
      std::ranges::find_if(book_.named.rbegin(), book_.named.rend(), &Named::programme);
  if (last != book_.named.rend()) return last->entity;
  const std::uint32_t called = bodies_.called(low(phrase.head));
  return called == kNone ? bodies_.last() : called;
}

// "left the union", which may be a customs union or a body; "the bloc's treaty".
std::uint32_t GeneralWords::body(const AgreementPhrase& phrase) {
  const bool noun = phrase.form == PhraseForm::plain && bodies_.is_anaphor(phrase.head);
  return noun ? bodies_.meant(phrase.tokens, phrase.head).entity : founded_by(phrase);
}

// "The two leaders signed the [founding pact]": of the body most spoken of; kNone where there is
// none, or the phrase is no such text.
std::uint32_t GeneralWords::founding_text(const AgreementPhrase& phrase) {
  const bool meant =
      phrase.determiner == Determiner::definite || phrase.determiner == Determiner::owner;
  const bool text = phrase.form == PhraseForm::plain || phrase.tokens.begin + 1 == phrase.head;
  if (!meant || !text || phrase.plural || !phrase.sides.empty() || phrase.head == 0) return kNone;
  if (is_founding_again(phrase)) return founding_.body;
  if (const std::uint32_t body = owned_by_topic(phrase); body != kNone) return body;
  if (const std::uint32_t body = told_to_found(phrase); body != kNone) return body;
  if (is_present_text(phrase)) return bodies_.last();
  if (!reading_.is(phrase.head - 1, Role::constituent)) return kNone;
  founding_ = {phrase.head, founded(phrase)};
  return founding_.body;
}

// "The Medicines Agency ... | the treaty | that founded the agency".
std::uint32_t GeneralWords::told_to_found(const AgreementPhrase& phrase) const {
  const std::uint32_t that = phrase.tokens.end;
  if (!is_any(low(that), {"that", "which"}) || !reading_.is(that + 1, Role::constituent))
    return kNone;
  const std::uint32_t noun = that + (reading_.is(that + 2, Role::determiner) ? 3 : 2);
  const std::uint32_t body = bodies_.body_at(noun);
  return body == kNone && bodies_.is_anaphor(noun) ? bodies_.called_or_last(noun) : body;
}

// "The EAC was founded by Kenya and Uganda, whose leaders signed | its treaty |": of the body that
// the sentence opens with.
std::uint32_t GeneralWords::owned_by_topic(const AgreementPhrase& phrase) const {
  if (low(phrase.head - 1) != "its" || !reading_.is(phrase.head, Role::founds)) return kNone;
  const TokenSpan sentence = reading_.sentences[token(phrase.head).sentence].tokens;
  const auto opens = [&](const Mention& mention) {
    return sentence.contains(mention.tokens.begin) && mention.tokens.begin <= sentence.begin + 1;
  };
  const auto topic = std::ranges::find_if(reading_.mentions, opens);
  if (topic == reading_.mentions.end() || topic->possessive) return kNone;
  return reading_.entities[topic->entity].acceded ? topic->entity : kNone;
}

// "SACU groups Peru and Chile. They signed | the present agreement | in 2002": of the body that was
// spoken of last, and of no text named since.
bool GeneralWords::is_present_text(const AgreementPhrase& phrase) const {
  if (phrase.head < 2 || low(phrase.head - 2) != "the" || bodies_.last() == kNone) return false;
  const Roles others =
      Role::rank | Role::late | Role::other | Role::fresh | Role::rest | Role::text;
  const std::uint32_t which = phrase.head - 1;
  if (!reading_.is(which, Role::narrows) || reading_.is(which, others) ||
      !reading_.is(phrase.head, Role::founds | Role::general))
    return false;
  const std::uint32_t body = bodies_.last_sentence();
  const bool later = book_.found.empty() || token(book_.found.back().tokens.begin).sentence < body;
  return later && body + 1 >= token(phrase.head).sentence;
}

// Whose founding text it is.
std::uint32_t GeneralWords::founded(const AgreementPhrase& phrase) const {
  const std::uint32_t of = phrase.tokens.end;
  if (low(of) == "of") {  // of one named before: not of what it is to set up
    const std::uint32_t body = bodies_.body_at(of + (low(of + 1) == "the" ? 2 : 1));
    return std::ranges::any_of(reading_.mentions,
                               [&](const Mention& mention) {
                                 return mention.entity == body && mention.tokens.end <= of;
                               })
               ? body
               : kNone;
  }
  return phrase.owner != kNone && reading_.entities[phrase.owner].acceded
             ? phrase.owner
             : bodies_.most_spoken_of(phrase.head);
}

// "The union's founding treaty was signed in 2008. Peru denounced | the treaty |"
bool GeneralWords::is_founding_again(const AgreementPhrase& phrase) const {
  constexpr std::uint32_t kSentencesOn = 3;
  if (founding_.body == kNone || phrase.determiner != Determiner::definite ||
      phrase.tokens.begin != phrase.head || low(phrase.head) != low(founding_.head))
    return false;
  const std::uint32_t here = token(phrase.head).sentence;
  const std::uint32_t told = token(founding_.head).sentence;
  return here >= told && here <= told + kSentencesOn;
}

// "the charter | of their own alliance", "the statute | of a new court", "the treaty | of the Sahel
// Confederation", where nobody told of that.
bool GeneralWords::of_unknown(std::uint32_t of) const {
  if (low(of) != "of") return false;
  const bool fresh = reading_.is(of + 1, Role::owner) || is_any(low(of + 1), {"a", "an"});
  const bool named = low(of + 1) == "the" && token(of + 2).capital;
  return fresh || (named && !bodies_.is_anaphor(of + 2));
}

// "the bloc was founded by those who signed its treaty", "the UNASUR treaty": a founding text
// goes under its body; not "the tuna treaty with UNASUR". kNone where the phrase is none.
std::uint32_t GeneralWords::founded_by(const AgreementPhrase& phrase) const {
  constexpr std::uint32_t kSentencesBack = 2;
  const bool meant =
      phrase.determiner == Determiner::definite || phrase.determiner == Determiner::owner;
  if (!meant || phrase.plural || phrase.other) return kNone;
  if (!reading_.is(phrase.head, Role::founds)) return kNone;
  if (low(phrase.tokens.end) == "that") return kNone;  // "the treaty that sets up a fund"
  if (of_unknown(phrase.tokens.end)) return kNone;
  if (phrase.form == PhraseForm::named && phrase.sides.size() == 1 && phrase.tokens.size() == 2 &&
      phrase.outer.empty())
    return reading_.entities[phrase.sides[0]].acceded ? phrase.sides[0] : kNone;
  const bool owned = phrase.owner != kNone && reading_.entities[phrase.owner].acceded;
  const std::uint32_t body = owned ? phrase.owner : bodies_.last();
  if (phrase.form != PhraseForm::plain || body == kNone) return kNone;
  if (phrase.owner != kNone && !owned) return kNone;
  const bool near = token(phrase.tokens.begin).sentence <= bodies_.last_sentence() + kSentencesBack;
  const bool main = reading_.is(phrase.head, Role::charter) &&  // "the convention": of the report's
                    bodies_.most_spoken_of(phrase.head) == body;
  return near || main ? body : kNone;
}

}  // namespace concord
