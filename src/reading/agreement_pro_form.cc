#include "reading/agreement_pro_form.h"

#include <algorithm>

#include "reading/agreement_complement.h"
#include "reading/agreement_sides.h"
#include "reading/phrase_words.h"

namespace concord {
namespace {

class ProFormReader : PhraseWords {
 public:
  using PhraseWords::PhraseWords;

  bool at(std::uint32_t i, bool told, AgreementPhrase& phrase) const {
    phrase.talks = reading_.is(i, Role::talks);
    phrase.head = i;
    phrase.form = PhraseForm::pro;
    phrase.determiner = Determiner::indefinite;
    phrase.tokens = {i, i + 1};
    if (reading_.is(i, Role::rank) && low(i - 1) == "a")
      return ranked(phrase) || by_topic(told, phrase);
    if (!phrase.talks && by_topic(told, phrase)) return true;
    phrase.tokens = {i, i + 1};
    const bool direct = is_any(low(i + 1), {"with", "between"});
    if (phrase.talks && !direct) return fronted(phrase);
    if (!direct && !is_any(low(i), {"one", "ones"})) return false;
    return by_sides(direct, phrase);
  }

 private:
  // "a preliminary one with Pakistan", "that with EFTA", "the Peruvian one"
  bool by_sides(bool direct, AgreementPhrase& phrase) const {
    const std::uint32_t i = phrase.head;
    if (!direct && i > sentence_.begin + 1 && actor_at_(i - 1) != kNone && told_by_side(i - 1)) {
      const std::uint32_t side = actor_at_(i - 1);
      while (phrase.tokens.begin > sentence_.begin && actor_at_(phrase.tokens.begin - 1) == side)
        --phrase.tokens.begin;
      phrase.add_side(side);
    }
    phrase.plural = is_any(low(i), {"ones", "those", "others"});
    phrase.similar = i > sentence_.begin && reading_.is(i - 1, Role::similar);
    read_outer_sides(reading_, sentence_, actor_at_, phrase);
    if (!direct && phrase.sides.empty()) return false;  // not "one that it signed with banks"
    const bool dated = low(phrase.outer.end) == "in" && is_time(phrase.outer.end + 1);
    const bool about =
        !dated && is_any(low(phrase.outer.end), {"on", "about", "over", "to", "for", "'s", "in"});
    const bool firm = !phrase.talks && phrase.outer.size() > 1;  // "one with China Exim Bank"
    return (!phrase.sides.empty() || firm) && !(phrase.talks && about);
  }

  // "signed a pact with Oman; a | third |, with Peru, is being negotiated"
  bool ranked(AgreementPhrase& phrase) const {
    const std::uint32_t i = phrase.head;
    const bool comma = low(i + 1) == ",";
    if (low(i + (comma ? 2 : 1)) != "with") return false;
    phrase.tokens.end = i + (comma ? 2 : 1);
    read_outer_sides(reading_, sentence_, actor_at_, phrase);
    phrase.tokens.end = i + 1;
    return !phrase.sides.empty();
  }

  // "With Vietnam it finished | negotiations | in May": with whom is told before.
  bool fronted(AgreementPhrase& phrase) const {
    const std::uint32_t at = sentence_.begin + (low(sentence_.begin + 1) == "the" ? 2 : 1);
    const bool with = low(sentence_.begin) == "with" && at < phrase.head && actor_at_(at) != kNone;
    if (!with || is_any(low(phrase.head + 1), {"on", "about", "over", "to", "for"})) return false;
    phrase.add_side(actor_at_(at));
    return true;
  }

  // "The Chilean deal was signed in May, | the Peruvian one in June": not of a senate.
  bool told_by_side(std::uint32_t end) const {
    for (std::uint32_t i = sentence_.begin + 1; i < end; ++i) {
      if (has(i, AgreementWord::head) && actor_at_(i - 1) != kNone) return true;
    }
    return false;
  }

  // "the one on the sale of children"; "signed one on fish with Chad"; "a treaty on rivers and
  // another on lakes"; "A second one, on fish, was signed".
  bool by_topic(bool told, AgreementPhrase& phrase) const {
    const std::uint32_t i = phrase.head;
    const bool comma = low(i + 1) == ",";
    const std::uint32_t on = i + (comma ? 2 : 1);
    const bool stands =
        is_any(low(i), {"one", "another"}) || (reading_.is(i, Role::rank) && low(i - 1) == "a");
    if (!stands || low(on) != "on") return false;
    const TokenSpan topic = complement_after(reading_, i, on, sentence_.end, false);
    if (topic.size() < 2 || (comma && low(topic.end) != ",")) return false;
    if (comma) {
      phrase.topic = topic;
    } else {
      phrase.tokens.end = topic.end;
    }
    phrase.other = low(i - 1) != "the";
    if (!phrase.other) return true;
    read_outer_sides(reading_, sentence_, actor_at_, phrase);
    return !phrase.sides.empty() || told || i <= sentence_.begin + 2;
  }
};

}  // namespace

bool may_stand_for_noun(const Reading& reading, std::uint32_t i) {
  return reading.is(i, Role::talks | Role::rank) ||
         is_any(reading.lower(i), {"one", "ones", "that", "those", "another", "others"});
}

bool pro_form_at(const Reading& reading, TokenSpan sentence, const ActorAt& actor_at,
                 std::uint32_t i, bool told, AgreementPhrase& phrase) {
  return ProFormReader(reading, sentence, actor_at).at(i, told, phrase);
}

}  // namespace concord
