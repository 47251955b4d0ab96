#include "reading/introductions.h"

#include <algorithm>

#include "reading/times_clock.h"

namespace concord {
namespace {

constexpr std::uint32_t kNameWordsMax = 6;

class IntroductionReader : NameView {
 public:
  IntroductionReader(const WordView& view, const Lexicon& lexicon)
      : NameView(view), leaders_(lexicon.leaders), year_(report_year(view.report.published)) {}

  std::vector<Introduction> run() const {
    std::vector<Introduction> found;
    for (const Sentence& sentence : view_.reading.sentences) {
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
        const TokenSpan run = capital_run(i, sentence.tokens.end);
        if (!run.empty() && !view_.is_title(i)) introduce(run, sentence.tokens, found);
        i = std::max(i + 1, run.end);
      }
    }
    return found;
  }

 private:
  // The capitalised words from token i on, with the hyphens, particles and initials among them.
  TokenSpan capital_run(std::uint32_t i, std::uint32_t end) const {
    if (!is_name_word(i)) return {i, i};
    std::uint32_t last = i + 1;
    while (last < end) {
      if (view_.is_inner_stop(last) && last + 1 < end && is_name_word(last + 1)) {
        last += 2;  // "Dr. Ruiz", "Ana B. Ruiz"
      } else if (is_name_word(last) && view_.spaced(last)) {
        ++last;
      } else if (low(last) == "-" && !view_.spaced(last) && last + 1 < end &&
                 view_.is_word(last + 1) && !view_.spaced(last + 1)) {
        last += 2;
      } else if (const std::uint32_t name = over_particles(last, end); name != last) {
        last = name + 1;
      } else {
        break;
      }
    }
    return {i, last};
  }

  // "Ursula [von der] Leyen", "Bashar [al-]Assad": the name word behind particles, or `from`.
  std::uint32_t over_particles(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t at = from;
    while (at < end && at < from + 4 && (is_particle(at) || low(at) == "-")) ++at;
    return at > from && at < end && low(from) != "-" && is_name_word(at) ? at : from;
  }

  // Reads who a run of capitals introduces, if it does.
  void introduce(TokenSpan run, TokenSpan sentence, std::vector<Introduction>& found) const {
    Introduction one;
    std::uint32_t begin = run.begin;
    bool titled = false;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      const SpeakerWord word = speaker(i);
      const bool title = word.title || word.office || (word.person && i > run.begin) ||
                         (word.person && view_.mention(i) == nullptr && i + 2 < run.end);
      if (title && i + 1 < run.end) {
        begin = i + 1;
        titled = true;
        if (word.gender != 0) one.gender = word.gender;
      } else if (const Mention* mention = view_.mention(i); mention != nullptr && i >= begin) {
        if (!titled || mention->tokens.end < run.end)
          begin = std::min(mention->tokens.end, run.end);
        i = std::max(i, begin > 0 ? begin - 1 : 0);
      }
    }
    const bool opener = view_.speech.sentence_openers.contains(low(begin)) ||
                        view_.is(begin, Role::adverb | Role::subordinate);
    if (begin == sentence.begin && opener && begin + 1 < run.end) ++begin;  // "Then Oren Vale"
    if (low(begin) == ".") ++begin;
    if (low(begin) == "-") begin += 2;  // "President-elect Oren Vale"
    while (begin < run.end && (speaker(begin).qualifier || low(begin) == ".")) ++begin;
    if (view_.is(begin, Role::land) && begin >= 2 && low(begin - 1) == "of" &&
        speaker(begin - 2).office) {
      ++begin;  // "Secretary of State Oren Vale"
      titled = true;
    }
    one.name = {begin, std::max(begin, run.end)};
    if (!could_be_name(one.name)) return;
    one.role = role_before(one.name, sentence, titled);
    titled = titled || !one.role.empty();
    if (one.role.empty()) one.role = role_after(one.name, sentence);
    const std::uint32_t words = words_in(one.name);
    const NameWord* first = name_word(begin);
    const bool known = first != nullptr && (first->given || first->family) && words >= 2;
    const bool told = words >= 2 && (!one.role.empty() || is_told_of(one.name, sentence));
    const bool leads = words >= 2 && !leaders_.party_of(view_.text(one.name), year_).empty();
    const bool beside = words >= 2 && !found.empty() && is_beside(one.name, found.back());
    if (!titled && !known && !told && !leads && !beside) return;
    if (beside) one.role = {};  // what stands before is the other's
    one.party = beside ? party_behind(one.name.end, sentence) : party_of(one, sentence);
    if (one.gender == 0 && first != nullptr && first->given) one.gender = first->gender;
    found.push_back(std::move(one));
  }

  bool could_be_name(TokenSpan name) const {
    if (name.empty() || words_in(name) == 0 || words_in(name) > kNameWordsMax) return false;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      const bool head = view_.reading.tokens[i].agreement == AgreementWord::head;
      const SpeakerWord word = speaker(i);
      if (head || word.body || word.qualifier || view_.speech.nouns.contains(low(i))) return false;
      if (i + 1 == name.end && (word.office || word.person)) return false;
      if (view_.is_capital(i) && view_.reading.tokens[i].all_capitals &&
          view_.reading.tokens[i].span.size() > 2)
        return false;
    }
    const std::uint32_t last = name.end - 1;
    return low(name.end) != "-" && !view_.is(last, Role::be | Role::have) && low(last) != "and";
  }

  // The words of an office right before a name: "[Chile's foreign minister], Ana Ruiz", "Kremlin
  // [spokesman] Oren Vale", "the [head of the agency], Ana Ruiz". Empty where there is none.
  TokenSpan role_before(TokenSpan name, TokenSpan sentence, bool titled) const {
    std::uint32_t end = name.begin;
    const bool apposed = end > sentence.begin && low(end - 1) == ",";
    if (apposed) --end;
    std::uint32_t begin = end;
    std::uint32_t noun = kNone;  // the leftmost word that names who it is
    while (begin > sentence.begin && end - begin < 9) {
      const std::uint32_t at = begin - 1;
      if (view_.is_quoted(at) || !belongs_to_role(at, apposed, noun != kNone)) break;
      const SpeakerWord word = speaker(at);
      if (word.office || word.person || (word.title && !apposed)) noun = at;
      begin = at;
    }
    if (noun == kNone) return titled ? TokenSpan{begin, end} : TokenSpan{end, end};
    while (begin < noun && !speaker(begin).qualifier && !speaker(begin).body &&
           view_.actor(begin) == nullptr)
      ++begin;
    const auto titled_on = [&](std::uint32_t i) { return speaker(i).title || speaker(i).office; };
    while (begin < end && (low(begin) == "." ||
                           (titled_on(begin) && !speaker(begin).office && !titled_on(begin + 1))))
      ++begin;  // "Mr", "Dr." are no offices
    return {begin, end};
  }

  bool belongs_to_role(std::uint32_t at, bool apposed, bool has_noun) const {
    const SpeakerWord word = speaker(at);
    if (word.office || word.person || word.title || word.qualifier || word.body) return true;
    if (view_.actor(at) != nullptr && view_.actor(at)->kind != EntityKind::person) return true;
    if (is_any(low(at), {"of", "-", "elect"}) || view_.is_inner_stop(at)) return true;
    if (low(at) == "'s") return has_noun;
    return apposed && !has_noun && (view_.is_capital(at) || is_any(low(at), {"for", "the", "at"}));
  }

  // "Ana Ruiz, [Chile's foreign minister],", "Ana Ruiz, then [president],": the apposition behind a
  // name.
  TokenSpan role_after(TokenSpan name, TokenSpan sentence) const {
    if (low(name.end) != "," || low(name.end + 1) == "with") return {};
    std::uint32_t begin = name.end + 1;
    while (view_.is(begin, Role::determiner) || low(begin) == "then") ++begin;
    for (std::uint32_t i = begin; i < sentence.end && i < begin + 7; ++i) {
      if (view_.is_mark(i) && low(i) != "-") return {};
      if (view_.is(i, Role::relative | Role::be | Role::have | Role::list)) return {};
      if (!speaker(i).office && !speaker(i).person) continue;
      std::uint32_t end = i + 1;
      while (end < sentence.end && (speaker(end).office || low(end) == "-")) ++end;
      return opens_with(name, sentence) && view_.speech.verbs.contains(low(end))
                 ? TokenSpan{}
                 : TokenSpan{begin, end};
    }
    return {};
  }

  // "[After a call with Ana Ruiz], Chile's minister said": what stands behind is the subject.
  bool opens_with(TokenSpan name, TokenSpan sentence) const {
    std::uint32_t open = name.begin;
    while (open > sentence.begin && low(open - 1) != ",") --open;
    return open == sentence.begin && open < name.begin &&
           view_.is(open, Role::preposition | Role::subordinate);
  }

  // ", who", ", 54,": said of people only.
  bool is_told_of(TokenSpan name, TokenSpan sentence) const {
    if (low(name.end) != "," || name.end + 1 >= sentence.end) return false;
    return is_any(low(name.end + 1), {"who", "whose", "whom"});
  }

  // The state or body that the office speaks for: named in the role, around it or behind it.
  std::string party_of(const Introduction& one, TokenSpan sentence) const {
    bool office = false;
    const std::uint32_t from = std::min(one.name.begin, one.role.empty() ? kNone : one.role.begin);
    const std::uint32_t begin = from - std::min(from - sentence.begin, 5u);
    for (std::uint32_t i = begin; i < one.name.begin; ++i) office = office || speaker(i).office;
    for (std::uint32_t i = one.role.begin; i < one.role.end; ++i)
      office = office || speaker(i).office;
    const bool owned = one.name.begin >= sentence.begin + 2 && low(one.name.begin - 1) == "'s";
    if (!office && !owned && !is_national(one.name, sentence))
      return {};  // "Finland's Ana Ruiz" is taken to speak for it
    for (std::uint32_t i = one.role.begin; i < one.role.end; ++i) {
      if (std::string party = party_at(i); !party.empty()) return party;
    }
    const bool its =
        !one.role.empty() && one.role.begin > sentence.begin && low(one.role.begin - 1) == "its";
    if (its) return first_state(sentence, one.role.begin);
    const std::uint32_t stop = std::max(one.name.end, one.role.end);
    if (std::string party = party_behind(stop, sentence); !party.empty()) return party;
    for (std::uint32_t i = one.name.begin; i > begin; --i) {
      const std::uint32_t at = i - 1;
      const bool apart = low(at) == "," && at + 1 != one.name.begin;
      if (apart && speaker(at + 1).office) break;  // "the EU summit, | President Ana Ruiz"
      if (apart && at + 1 == one.role.begin && at > sentence.begin)
        return first_state(sentence, at);  // "Peru will join, | Foreign Minister Ana Ruiz | said"
      const bool between = speaker(at).office || speaker(at).title || speaker(at).qualifier ||
                           speaker(at).body || view_.is(at, Role::land) ||
                           is_any(low(at), {"'s", "-", ",", "of"});
      if (std::string party = party_at(at); !party.empty()) return party;
      if (!between) break;
    }
    return {};
  }

  // "the Finnish | Ana Ruiz |"
  bool is_national(TokenSpan name, TokenSpan sentence) const {
    if (name.begin < sentence.begin + 2 || words_in(name) < 2) return false;
    const Mention* state = view_.mention(name.begin - 1);
    return state != nullptr && state->form == MentionForm::adjective &&
           low(state->tokens.begin - 1) == "the";
  }

  std::string party_at(std::uint32_t i) const {
    const Entity* entity = view_.actor(i);
    return entity == nullptr ? "" : entity->party;
  }

  // "Ana Ruiz | of Peru", "a spokeswoman | for the Quito government".
  std::string party_behind(std::uint32_t of, TokenSpan sentence) const {
    if (low(of) != "of" && low(of) != "for") return {};
    const std::uint32_t at = of + 1 + (view_.is(of + 1, Role::determiner) ? 1 : 0);
    if (at >= sentence.end) return {};
    std::string party = party_at(at);
    return party.empty() ? leader_at(at, sentence.end) : party;
  }

  // "Ministers Ana Ruiz of Peru and | Omar Haddad | of Chile": who shares the office of another.
  bool is_beside(TokenSpan name, const Introduction& other) const {
    constexpr std::uint32_t kStateMax = 5;  // "of the Central African Republic"
    if (other.party.empty() || low(other.name.end) != "of" || low(name.end) != "of") return false;
    std::uint32_t i = name.begin - 1;
    if (!is_any(low(i), {"and", ","}) || i <= other.name.end || i > other.name.end + kStateMax + 2)
      return false;
    if (low(i - 1) == ",") --i;
    return party_at(i - 1) == other.party;
  }

  // "a spokeswoman for | President Ferdinand Marcos": for whom a leader's own people speak.
  std::string leader_at(std::uint32_t at, std::uint32_t stop) const {
    while (at < stop && (speaker(at).title || speaker(at).office || speaker(at).qualifier)) ++at;
    const TokenSpan name = capital_run(at, stop);
    if (name.empty()) return {};
    if (std::string party = leaders_.party_of(view_.text(name), year_); !party.empty())
      return party;
    return words_in(name) > 1
               ? leaders_.party_of_family(view_.text({name.end - 1, name.end}), year_)
               : std::string();
  }

  // "Kiribati has left, its president, Taneti Maamau, said": the state that the sentence opens
  // with.
  std::string first_state(TokenSpan sentence, std::uint32_t before) const {
    for (std::uint32_t i = sentence.begin; i < before; ++i) {
      const Entity* entity = view_.actor(i);
      if (entity != nullptr && entity->kind == EntityKind::state) return entity->party;
    }
    return {};
  }

  const Leaders& leaders_;
  const int year_;
};

}  // namespace

std::vector<Introduction> find_introductions(const WordView& view, const Lexicon& lexicon) {
  return IntroductionReader(view, lexicon).run();
}

}  // namespace concord
