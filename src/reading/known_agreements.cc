#include "reading/known_agreements.h"

#include <algorithm>

#include "reading/agreement_again.h"
#include "reading/agreement_name.h"
#include "reading/agreement_titles.h"
#include "reading/parties.h"
#include "text/fold.h"

namespace concord {

std::uint32_t KnownAgreements::find(const AgreementPhrase& phrase, bool opens_with_actor,
                                    const MeaningOf& meaning_of) {
  bool written = false;
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i)
    written = written || reading_.tokens[i].capital;
  const bool of_two = !phrase.sides.empty() && phrase.form != PhraseForm::title;
  if (const std::uint32_t one = by_side(phrase, meaning_of); one != kNone) return one;
  if (of_two && !written) return kNone;  // "an open skies deal with Oman"
  const auto named_at = [&](std::uint32_t begin) {
    const auto word = [&](std::uint32_t t) { return reading_.lower(t); };
    const auto all_of_it = world_.phrases.longest(word, begin, phrase.tokens.end);
    return all_of_it && begin + all_of_it->length == phrase.tokens.end ? all_of_it : std::nullopt;
  };
  auto hit = named_at(phrase.tokens.begin);
  const bool owned = opens_with_actor && phrase.tokens.size() > 2;
  if (!hit && owned && phrase.form == PhraseForm::title) hit = named_at(phrase.tokens.begin + 1);
  if (!hit) return kNone;
  return by_name(world_.names[hit->value], words_of(report_, reading_, phrase.tokens), phrase,
                 meaning_of);
}

// "the nuclear agreement with Iran": known as "Iran nuclear agreement"; "the Free Trade Agreement
// between the US and Chile": as "Chile-United States Free Trade Agreement".
std::uint32_t KnownAgreements::by_side(const AgreementPhrase& phrase, const MeaningOf& meaning_of) {
  if (phrase.outer.empty()) return kNone;
  const auto side = [&](std::size_t n) {
    return folded_name(reading_.entities[phrase.sides[n]].name);
  };
  const std::string words = words_of(report_, reading_, {phrase.tokens.begin, phrase.head + 1});
  const std::string folded = " " + folded_name(words);
  std::vector<std::string> names;
  if (phrase.sides.size() == 1 && phrase.form == PhraseForm::named)
    names = {side(0) + folded};
  else if (phrase.sides.size() == 2 && phrase.form == PhraseForm::title)
    names = {side(0) + " - " + side(1) + folded, side(1) + " - " + side(0) + folded};
  for (const std::string& name : names) {
    const auto hit = world_.phrases.exact(name);
    if (!hit) continue;
    const WorldName& known = world_.names[*hit];
    const bool title = phrase.form == PhraseForm::title;
    return by_name(known, title ? world_.agreements[known.row].name : words, phrase, meaning_of);
  }
  return kNone;
}

std::uint32_t KnownAgreements::by_name(const WorldName& name, const std::string& called,
                                       const AgreementPhrase& phrase, const MeaningOf& meaning_of) {
  if (name.kind != NameKind::agreement) return kNone;
  const KnownAgreement& agreement = world_.agreements[name.row];
  rename_described(agreement.id, phrase, meaning_of);
  const std::uint32_t entity = book_.entity_for(agreement.id, called);
  if (const Named* named = book_.named_of(entity); named == nullptr || !named->titled) {
    std::erase_if(book_.named, [&](const Named& one) { return one.entity == entity; });
    Named fresh = named_by_title(agreement.id, lexicon_);
    fresh.entity = entity;
    for (const std::string& side : agreement.sides) {
      const std::uint32_t member = party_entity(world_, side, reading_);
      fresh.sides.insert(member);
      reading_.entities[entity].members.push_back(member);
    }
    book_.named.push_back(std::move(fresh));
  }
  return entity;
}

// "a trade agreement ... the Trade and Partnership Agreement", which the world knows: the same.
void KnownAgreements::rename_described(const std::string& id, const AgreementPhrase& phrase,
                                       const MeaningOf& meaning_of) {
  const auto headline = book_.by_id.find(id);  // which is read last, but noted first
  const std::uint32_t noted = headline == book_.by_id.end() ? kNone : headline->second;
  if (std::ranges::find(book_.found, noted, &Mention::entity) != book_.found.end()) return;
  const auto described =
      described_before(report_, reading_, world_, book_.found, book_.named, phrase, true);
  if (described != kNone) {
    std::erase_if(book_.named, [&](const Named& one) { return one.entity == noted; });
    Entity& agreement = reading_.entities[described];  // "the WHO treaty, the ... Convention"
    agreement.id = id;
    std::erase_if(agreement.members, [&](std::uint32_t side) {
      return reading_.entities[side].kind == EntityKind::body;
    });
    book_.give_title(described, words_of(report_, reading_, phrase.tokens));
    std::erase_if(book_.by_id, [&](const auto& one) { return one.second == described; });
    book_.by_id[id] = described;  // and a later "treaty" is another
    return;
  }
  if (noted != kNone) return;
  const Meaning meaning = meaning_of();
  for (std::size_t n = book_.named.size(); n > 0; --n) {
    const Named& one = book_.named[n - 1];
    const bool later = one.sides.empty() && is_named_later(one, meaning);
    if (!later && !is_part_of_name(one, id, world_)) continue;
    reading_.entities[one.entity].id = id;
    book_.by_id[id] = one.entity;
    return;
  }
}

}  // namespace concord
