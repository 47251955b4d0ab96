#include "claim/deed_dates.h"

#include <algorithm>

#include "claim/stages.h"
#include "claim/tree.h"
#include "reading/times.h"
#include "reading/times_clock.h"

namespace concord {
namespace {

constexpr std::uint32_t kOccasionReach = 2;  // sentences back to "the ceremony"
constexpr std::uint32_t kNounTokens = 3;     // from "the" to the noun: "the formal written notice"
constexpr std::uint32_t kPlaceTokens = 5;    // from "the signing" to its date: "in Oslo on"
constexpr std::uint32_t kSentenceTokensMin = 4;

class DeedDates {
 public:
  DeedDates(const Report& report, const Reading& reading, const TimeWords& words,
            const std::vector<Claim>& claims, const Claim& claim, const std::string& lead)
      : report_(report),
        reading_(reading),
        words_(words),
        claims_(claims),
        claim_(claim),
        lead_(lead) {}

  std::string date() const {
    for (const Evidence& evidence : claim_.evidence) {
      for (std::uint32_t n = 0; n < reading_.sentences.size(); ++n) {
        if (reading_.sentences[n].span.end != evidence.span.end) continue;
        std::string date = date_behind(n);
        if (date.empty()) date = date_of_occasion(n);
        if (date.empty()) date = date_of_first_day(n);
        if (!date.empty()) return date;
      }
    }
    return {};
  }

 private:
  std::string_view low(std::uint32_t i) const { return reading_.lower(i); }

  std::string date_behind(std::uint32_t n) const {
    if (n + 1 >= reading_.sentences.size()) return {};
    const TokenSpan sentence = reading_.sentences[n + 1].tokens;
    if (sentence.size() < kSentenceTokensMin) return {};
    if (low(sentence.begin) == "that" && low(sentence.begin + 1) == "was" &&
        is_done(claim_.stage)) {
      const Time* only = only_date_in(sentence);  // "That was in 2015."
      return only != nullptr ? only->value : "";
    }
    const Time* time = date_owning_deed(sentence);
    if (time == nullptr) time = date_of_opening(sentence);
    if (time == nullptr) time = date_of_main_clause(sentence);
    if (time == nullptr) time = date_beside_deed(sentence);
    return time != nullptr && is_past(time->value) ? time->value : "";
  }

  // "Peru has joined. | Chile sent its notice on 5 May"; "in Chile" is a place.
  bool names_another(TokenSpan words) const {
    return std::ranges::any_of(reading_.mentions, [&](const Mention& mention) {
      if (!words.contains(mention.tokens.begin)) return false;
      const Entity& entity = reading_.entities[mention.entity];
      const bool state = entity.kind == EntityKind::state && entity.id != claim_.party.value_or("");
      const bool place = mention.tokens.begin > words.begin &&
                         is_any(low(mention.tokens.begin - 1), {"in", "at", "to", ","});
      return state && !place && mention.form == MentionForm::name;
    });
  }

  // "Wednesday's vote was the last step"
  const Time* date_owning_deed(TokenSpan sentence) const {
    for (const Time& time : reading_.times) {
      const std::uint32_t owner = time.tokens.end;
      if (!sentence.contains(owner) || !is_date(time) || low(owner) != "'s") continue;
      for (std::uint32_t noun = owner + 1; noun <= owner + kNounTokens; ++noun) {
        if (is_deed_at(owner, noun))
          return names_another({sentence.begin, owner}) ? nullptr : &time;
      }
    }
    return nullptr;
  }

  // "The notice reached Geneva on 5 May": what a verb of data says of a deed, up to a clause.
  const Time* date_of_opening(TokenSpan sentence) const {
    if (!is_deed_at(sentence.begin, sentence.begin + 1)) return nullptr;
    bool befell = false;
    TokenSpan clause{sentence.begin + 2, sentence.begin + 2};
    while (clause.end < sentence.end && !is_any(low(clause.end), {"which", "who", ";"})) {
      befell = befell || TimeWords::look_up(words_.befalls, low(clause.end));
      ++clause.end;
    }
    if (!befell) return nullptr;
    for (const Time& time : reading_.times) {
      if (clause.contains(time.tokens.begin) && is_date(time)) return &time;
    }
    return nullptr;
  }

  // "The bank received the notice on 5 May", "On Monday the formal signing ended months of talks":
  // a deed is subject or object of a past main verb that the time hangs on.
  const Time* date_of_main_clause(TokenSpan sentence) const {
    const Tree tree(reading_, sentence);
    if (tree.empty() || !tree.tells_past()) return nullptr;
    std::uint32_t root = kNone;
    bool deed = false;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const std::uint32_t head = tree.parent(i);
      if (head == kNone) root = i;
      const Dependency relation = tree.word(i).relation;
      const bool part = relation == Dependency::nsubj || relation == Dependency::nsubj_pass ||
                        relation == Dependency::obj;
      const bool of_root = part && head != kNone && tree.parent(head) == kNone;
      const bool compound =  // "their accession packages"
          i > sentence.begin && tree.word(i - 1).relation == Dependency::compound &&
          !reading_.token(i).agreement;  // not "the accession treaty"
      deed = deed || (of_root && (is_deed(i, sentence) || (compound && is_deed(i - 1, sentence))));
    }
    if (!deed || root == kNone) return nullptr;
    for (const Time& time : reading_.times) {
      if (!sentence.contains(time.tokens.begin) || !is_date(time) || time.since || time.until)
        continue;
      if (tree.parent(tree.head_of(time.tokens)) != root) continue;
      return names_another({sentence.begin, root}) ? nullptr : &time;
    }
    return nullptr;
  }

  // "attended the signing in Nairobi on Monday"
  const Time* date_beside_deed(TokenSpan sentence) const {
    for (const Time& time : reading_.times) {
      if (!sentence.contains(time.tokens.begin) || !is_date(time)) continue;
      for (std::uint32_t i = time.tokens.begin;
           i > sentence.begin && time.tokens.begin - i <= kPlaceTokens; --i) {
        const std::uint32_t word = i - 1;
        if (is_deed(word, sentence)) return names_another({sentence.begin, word}) ? nullptr : &time;
        const bool place = reading_.token(word).capital ||
                           TimeWords::look_up(words_.befalls, low(word)) ||
                           reading_.is(word, Role::rite) ||
                           is_any(low(word), {"in", "at", "on", "the", "of", ","});
        if (!place) break;
      }
    }
    return nullptr;
  }

  // "Peru has left. It announced | the step in May": that was before.
  bool is_told_before(std::uint32_t opener) const {
    return is_done(claim_.stage) && opener > 0 && reading_.is(opener - 1, Role::heralds);
  }

  // A deed's noun behind its determiner: "its formal notice".
  bool is_deed(std::uint32_t noun, TokenSpan sentence) const {
    for (std::uint32_t i = noun; i > sentence.begin && noun - i < kNounTokens; --i) {
      if (is_deed_at(i - 1, noun)) return !is_told_before(i - 1);
    }
    return false;
  }
  bool is_deed_at(std::uint32_t opener, std::uint32_t noun) const {
    const auto kind = TimeWords::look_up(words_.deeds, low(noun));
    return is_any(low(opener), {"the", "a", "that", "this", "its", "their", "'s"}) && kind &&
           is_deed_of(static_cast<DeedKind>(*kind), claim_.stage);
  }

  // data/en/times.toml, role "deed"
  enum class DeedKind : int { any = 1, entry = 2, exit = 3, signing = 4, bid = 5, occasion = 6 };

  static bool is_occasion(DeedKind kind) {
    return kind == DeedKind::occasion || kind == DeedKind::signing;
  }

  static bool is_deed_of(DeedKind kind, Stage stage) {
    switch (kind) {
      case DeedKind::any:
        return stage != Stage::considering && stage != Stage::negotiating &&
               stage != Stage::conditional;
      case DeedKind::entry:
        return stage == Stage::ratified || stage == Stage::party || stage == Stage::agreed;
      case DeedKind::exit:
        return stage == Stage::withdrawing || stage == Stage::withdrawn ||
               stage == Stage::suspended || stage == Stage::terminated;
      case DeedKind::signing:
        return stage == Stage::signed_ || stage == Stage::agreed;
      case DeedKind::bid:
        return stage == Stage::considering;
      case DeedKind::occasion:
        return false;
    }
    return false;
  }

  // "In May 2021 ministers met in Oslo. | There Chile signed", "Chile signed | at the ceremony":
  // when it was held.
  std::string date_of_occasion(std::uint32_t n) const {
    const Sentence& sentence = reading_.sentences[n];
    const bool step = is_done(claim_.stage) || claim_.stage == Stage::agreed ||
                      claim_.stage == Stage::rejected || claim_.stage == Stage::suspended ||
                      claim_.stage == Stage::withdrawing || claim_.stage == Stage::considering;
    if (!step) return {};
    const bool invited = claim_.stage == Stage::considering;
    const bool also =
        !invited && (tells_also(sentence.tokens) || follows_occasion(n) || goes_on(n));
    const bool points = also || points_to_occasion(sentence.tokens);
    if (!points || (!invited && has_date(first_clause(sentence.tokens)))) return {};
    const std::uint32_t reach = also ? 1 : kOccasionReach;
    for (std::uint32_t back = 1; back <= reach && back <= n; ++back) {
      const Sentence& before = reading_.sentences[n - back];
      if (report_.blocks[before.block].kind == BlockKind::title) break;
      const Time* only = only_date_in(before.tokens);
      if (only == nullptr) only = only_day_in(before.tokens);
      const bool held = follows_occasion(n);
      if (only != nullptr) return !also || held || is_of_this_week(only->value) ? only->value : "";
      if (invited) return date_told_in(before);
      if (has_date(before.tokens)) return {};
    }
    return tells_also(sentence.tokens) && tells_of_then(sentence.tokens) ? lead_ : "";
  }

  // "The pact was opened for signature on 12 May. ... Chile signed | on the first day |"
  std::string date_of_first_day(std::uint32_t n) const {
    if (claim_.stage != Stage::signed_) return {};
    const TokenSpan sentence = reading_.sentences[n].tokens;
    bool first = false;
    for (std::uint32_t i = sentence.begin + 2; i < sentence.end && !first; ++i)
      first = low(i) == "day" && low(i - 1) == "first" && low(i - 2) == "the";
    if (!first || has_date(sentence)) return {};
    for (std::uint32_t k = n + 1; k > 0; --k) {
      const TokenSpan told = reading_.sentences[k - 1].tokens;
      for (std::uint32_t i = told.begin + 2; i < told.end; ++i) {
        const auto kind = TimeWords::look_up(words_.deeds, low(i));  // "for signature"
        const bool opens = low(i - 1) == "for" && kind && DeedKind{*kind} == DeedKind::signing;
        const Time* only = opens ? only_date_in(told) : nullptr;
        if (only != nullptr) return only->value;
      }
    }
    return {};
  }

  // "On Sunday it was Oman's turn. | Its terms were approved without debate": the story of the day.
  bool goes_on(std::uint32_t n) const {
    if (n == 0 || claim_.stage == Stage::party || claim_.stage == Stage::withdrawn) return false;
    const Sentence& before = reading_.sentences[n - 1];
    if (before.block != reading_.sentences[n].block) return false;
    return speaks_of_agreement(before) && tells_of_then(before.tokens) &&
           tells_of_then(reading_.sentences[n].tokens);
  }

  // "A month ago Chile said no to what had been offered in August. Those invited then": the one
  // date of what the sentence tells of the agreement.
  std::string date_told_in(const Sentence& sentence) const {
    std::string date;
    for (const Claim& other : claims_) {
      if (other.agreement_id != claim_.agreement_id || other.date.empty()) continue;
      const bool here = std::ranges::any_of(other.evidence, [&](const Evidence& evidence) {
        return evidence.span.end == sentence.span.end;
      });
      if (!here || other.date == date) continue;
      if (!date.empty()) return {};
      date = other.date;
    }
    return date;
  }

  // Whether a claim on the same agreement rests on a sentence.
  bool speaks_of_agreement(const Sentence& sentence) const {
    return std::ranges::any_of(claims_, [&](const Claim& other) {
      return other.agreement_id == claim_.agreement_id &&
             std::ranges::any_of(other.evidence, [&](const Evidence& evidence) {
               return evidence.span.end == sentence.span.end;
             });
    });
  }

  // Whether the main verb is a plain past: not "had signed", "has signed".
  bool tells_of_then(TokenSpan sentence) const {
    const Tree tree(reading_, sentence);
    if (tree.empty() || !tree.tells_past()) return false;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const std::uint32_t head = tree.parent(i);
      const bool of_root = head != kNone && tree.parent(head) == kNone;
      if (of_root && is_any(low(i), {"had", "has", "have"}) && i < head) return false;
    }
    return true;
  }

  // "The ceremony was held on 3 May. | Peru and Chile signed; Oman did not"
  bool follows_occasion(std::uint32_t n) const {
    if (n == 0 || (claim_.stage != Stage::signed_ && claim_.stage != Stage::agreed)) return false;
    const Sentence& before = reading_.sentences[n - 1];
    if (before.block != reading_.sentences[n].block) return false;
    if (!Tree(reading_, reading_.sentences[n].tokens).tells_past()) return false;
    for (std::uint32_t i = before.tokens.begin; i + 1 < before.tokens.end; ++i) {
      if (!is_any(low(i), {"the", "a", "an", "their"})) continue;
      for (std::uint32_t noun = i + 1; noun < i + 1 + kNounTokens; ++noun) {
        const auto kind = TimeWords::look_up(words_.deeds, low(noun));
        if (kind && is_occasion(static_cast<DeedKind>(*kind))) return true;
      }
    }
    return false;
  }

  // "there", "at the same ceremony", "those invited then, A and B"
  bool points_to_occasion(TokenSpan sentence) const {
    if (sentence.size() < kSentenceTokensMin) return false;
    for (std::uint32_t i = sentence.begin + 1; i + 1 < sentence.end; ++i) {
      const bool time = low(i) == "time" && is_any(low(i - 1), {"the", "that"}) &&
                        i > sentence.begin + 1 && low(i - 2) == "at";
      const bool same = low(i) == "time" && low(i - 1) == "same" && i > sentence.begin + 2 &&
                        low(i - 2) == "the" && low(i - 3) == "at";
      if (same && claim_.stage == Stage::signed_) return true;  // "at the same time they signed"
      const bool ends = reading_.token(i + 1).kind == WordKind::mark;
      if (ends && (time || (low(i) == "then" && !is_any(low(i - 1), {",", "until", "since"}))))
        return true;
    }
    const bool exists =
        is_any(low(sentence.begin + 1), {"is", "are", "was", "were", "has", "have"});
    if (low(sentence.begin) == "there" && !exists) return true;
    if (low(sentence.end - 2) == "there") return true;
    for (std::uint32_t i = sentence.begin; i + 2 < sentence.end; ++i) {
      if (!is_any(low(i), {"at", "during", "on"})) continue;
      if (!is_any(low(i + 1), {"the", "that", "this"})) continue;
      const std::uint32_t noun = i + 2 + (low(i + 2) == "same" ? 1 : 0);
      const bool ends = !TimeWords::look_up(words_.befalls, low(noun + 1)) &&
                        !is_any(low(noun + 1), {"of", "in", "on", "between"});
      const auto kind = TimeWords::look_up(words_.deeds, low(noun));
      if (kind && ends && is_occasion(static_cast<DeedKind>(*kind))) return true;
    }
    return false;
  }

  // "Peru signed on Monday. Chile, Fiji and Mali | also deposited their ratifications": the news
  // goes on.
  bool tells_also(TokenSpan sentence) const {
    const Tree tree(reading_, sentence);
    if (tree.empty() || !tree.tells_past()) return false;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const std::uint32_t head = tree.parent(i);
      if (low(i) == "also" && head != kNone && tree.parent(head) == kNone) return true;
    }
    return false;
  }

  bool is_of_this_week(const std::string& date) const {
    constexpr int kDays = 7;
    const PartialDate day = moment_of(date);
    const PartialDate today = moment_of(report_.published);
    return is_day(day) && is_day(today) && day_number(today) - day_number(day) <= kDays;
  }

  // "They signed on the spot, | and it has been in force since May"
  TokenSpan first_clause(TokenSpan sentence) const {
    for (std::uint32_t i = sentence.begin; i + 1 < sentence.end; ++i) {
      const bool clause = low(i) == "," && is_any(low(i + 1), {"and", "but", "while"});
      if (clause || low(i) == ";") return {sentence.begin, i};
    }
    return sentence;
  }

  bool has_date(TokenSpan sentence) const {
    return std::ranges::any_of(reading_.times, [&](const Time& time) {
      return sentence.contains(time.tokens.begin) && is_date(time);
    });
  }

  const Time* only_date_in(TokenSpan sentence) const {
    const Time* only = nullptr;
    for (const Time& time : reading_.times) {
      if (!sentence.contains(time.tokens.begin) || !is_date(time)) continue;
      if (only != nullptr) return nullptr;
      only = &time;
    }
    return only != nullptr && is_past(only->value) ? only : nullptr;
  }

  // "A day after he took office he signed on Tuesday what they had refused last May": one day of
  // this week.
  const Time* only_day_in(TokenSpan sentence) const {
    const Time* only = nullptr;
    for (const Time& time : reading_.times) {
      const bool day = sentence.contains(time.tokens.begin) && is_date(time) &&
                       is_day(moment_of(time.value)) && is_of_this_week(time.value);
      if (!day) continue;
      if (only != nullptr && only->value != time.value) return nullptr;
      only = &time;
    }
    return only != nullptr && is_past(only->value) ? only : nullptr;
  }

  bool is_date(const Time& time) const {
    return !time.value.empty() && !time.duration && !time.named && !is_dateline(reading_, time);
  }
  bool is_past(const std::string& date) const {
    return report_.published.empty() || date <= report_.published;
  }

  const Report& report_;
  const Reading& reading_;
  const TimeWords& words_;
  const std::vector<Claim>& claims_;
  const Claim& claim_;
  const std::string& lead_;
};

}  // namespace

std::string deed_date(const Report& report, const Reading& reading, const TimeWords& words,
                      const std::vector<Claim>& claims, const Claim& claim,
                      const std::string& lead) {
  return DeedDates(report, reading, words, claims, claim, lead).date();
}

}  // namespace concord
