// Agreements: by the world's table, by the form of a title, by plain words, by definite
// description.
//
// A title is a run of capitalised words around a head noun ("Convention on Cluster Munitions"); a
// plain-word agreement is a head with what it is about ("trade pact with China"); "the pact" is the
// last agreement whose name fits. Bodies that states join were found by actors.cc.
#include <algorithm>
#include <map>
#include <set>

#include "reading/passes.h"
#include "text/fold.h"

namespace concord {
namespace {

class AgreementFinder {
 public:
  AgreementFinder(const Report& report, const Lexicon& lexicon, Reading& reading)
      : report_(report), world_(lexicon.world), reading_(reading) {
    for (const Mention& mention : reading.mentions) {
      for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
        taken_[t] = mention.entity;
      }
    }
  }

  void run() {
    for (const Sentence& sentence : reading_.sentences) {
      sentence_ = sentence.tokens;
      for (std::uint32_t i = sentence_.begin; i < sentence_.end;) i = try_at(i);
    }
    merge_mentions();
  }

 private:
  std::string_view low(std::uint32_t i) const { return reading_.lower(i); }
  const Token& token(std::uint32_t i) const { return reading_.tokens[i]; }
  bool inside(std::uint32_t i) const { return sentence_.contains(i); }

  bool has_role(std::uint32_t i, AgreementWord role) const {
    if (!inside(i)) return false;
    const auto found = world_.agreement_words.find(low(i));
    return found != world_.agreement_words.end() && found->second == role;
  }

  std::uint32_t try_at(std::uint32_t i) {
    if (const auto taken = taken_.find(i); taken != taken_.end() && !starts_title(i)) {
      const Entity& entity = reading_.entities[taken->second];
      if (entity.acceded) last_body_ = taken->second;
      if (entity.kind == EntityKind::state || !entity.acceded) return i + 1;
      return i + 1;
    }
    if (token(i).capital) {
      if (const std::uint32_t after = known(i); after > i) return after;
      if (const std::uint32_t after = own_name(i); after > i) return after;
      if (const std::uint32_t after = title(i); after > i) return after;
    }
    if (has_role(i, AgreementWord::head) && !token(i).capital) return plain(i);
    if (has_role(i, AgreementWord::body) && !token(i).capital) return description_of_body(i);
    return i + 1;
  }

  // A title may begin with a state's name: "Canada-United States Free Trade Agreement".
  bool starts_title(std::uint32_t i) const {
    std::uint32_t head = i;
    while (inside(head) && (token(head).capital || low(head) == "-")) {
      if (head > i && has_role(head, AgreementWord::head) && !token(i).all_capitals) {
        return low(head - 1) != "'s" && reading_.mentions.size() > 0;
      }
      ++head;
    }
    return false;
  }

  std::uint32_t known(std::uint32_t i) {
    const auto hit =
        world_.phrases.longest([&](std::uint32_t t) { return low(t); }, i, sentence_.end);
    if (!hit) return i;
    const WorldName& name = world_.names[hit->value];
    if (name.kind != NameKind::agreement) return i;
    if (name.abbreviation && !token(i).all_capitals) return i;
    const KnownAgreement& agreement = world_.agreements[name.row];
    const TokenSpan span{i, i + hit->length};
    add(span, entity_for(agreement.id, words(span), agreement.name), MentionForm::name);
    return abbreviation_after(span);
  }

  // A name that this report gave an agreement before: its abbreviation or its words.
  std::uint32_t own_name(std::uint32_t i) {
    const auto found = own_names_.find(std::string(low(i)));
    if (found == own_names_.end() || !token(i).all_capitals) return i;
    add({i, i + 1}, found->second, MentionForm::name);
    return i + 1;
  }

  bool is_title_word(std::uint32_t i) const {
    return inside(i) && (token(i).capital || token(i).kind == WordKind::number);
  }

  // Past the last token of the capitalised title that begins at i, or i where none does.
  std::uint32_t title(std::uint32_t i) {
    std::uint32_t begin = i;
    if (low(i) == "the" || low(i) == "a" || low(i) == "an") ++begin;
    std::uint32_t head = kNone;
    std::uint32_t at = begin;
    while (inside(at)) {
      if (is_title_word(at)) {
        if (has_role(at, AgreementWord::head) || has_role(at, AgreementWord::title)) head = at;
        ++at;
      } else if (low(at) == "-" && is_title_word(at + 1)) {
        ++at;
      } else if (head == kNone && at > begin &&
                 (has_role(at, AgreementWord::link) || low(at) == "of") && is_title_word(at + 1)) {
        ++at;
      } else if (head == kNone && at > begin && low(at) == "'s" && is_title_word(at + 1)) {
        begin = ++at;  // "Israel's Peace Treaty": the name begins after the owner
      } else {
        break;
      }
    }
    if (head == kNone) return i;
    std::uint32_t end = title_tail(head + 1);
    const bool bare = end - begin == 1;
    if (bare || holds_known_name(i, end)) return i;
    const TokenSpan span{begin, end};
    const std::string name = words(span);
    add(span, entity_for(folded_name(name), name, name), MentionForm::name);
    return abbreviation_after(span);
  }

  // "What Every Member Of The Paris Agreement Owes": a headline in capitals, not a title.
  bool holds_known_name(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      const auto hit = world_.phrases.longest([&](std::uint32_t t) { return low(t); }, i, end);
      if (hit && world_.names[hit->value].kind == NameKind::agreement && token(i).capital)
        return true;
    }
    return false;
  }

  bool is_time(std::uint32_t i) const {
    return std::ranges::any_of(reading_.times, [&](const Time& t) { return t.tokens.contains(i); });
  }

  // "on the Rights of the Child", "on Cluster Munitions", ", 2019 (No. 190)".
  std::uint32_t title_tail(std::uint32_t at) const {
    std::uint32_t end = at;
    while (inside(at)) {
      if (is_time(at)) break;
      if (is_title_word(at) || (low(at) == "-" && is_title_word(at + 1))) {
        end = ++at;
      } else if (has_role(at, AgreementWord::tail) || has_role(at, AgreementWord::link)) {
        ++at;
      } else {
        break;
      }
    }
    return end;
  }

  // "... Agreement (EVFTA)", "the NPT": remembers the short name.
  std::uint32_t abbreviation_after(TokenSpan span) {
    const std::uint32_t entity = reading_.entities.empty() ? kNone : found_.back().entity;
    std::uint32_t at = span.end;
    if (inside(at + 2) && low(at) == "(" && token(at + 1).all_capitals && low(at + 2) == ")") {
      own_names_[std::string(low(at + 1))] = entity;
      alias(entity, words({at + 1, at + 2}));
      add({at + 1, at + 2}, entity, MentionForm::name);
      return at + 3;
    }
    std::string initials;
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
      if (token(i).capital) initials += low(i)[0];
    }
    if (initials.size() >= 3) own_names_.try_emplace(initials, entity);
    return span.end;
  }

  // A head in small letters: "the pact", "a trade deal with China", "peace treaty".
  std::uint32_t plain(std::uint32_t head) {
    std::uint32_t begin = head;
    bool about = false;
    while (begin > sentence_.begin) {
      const std::uint32_t before = begin - 1;
      if (has_role(before, AgreementWord::everyday)) return head + 1;
      const bool modifier = has_role(before, AgreementWord::modifier);
      const bool state = taken_.contains(before) && low(before) != "the";
      if (!modifier && !state && low(before) != "-") break;
      about = about || modifier;
      begin = before;
    }
    while (begin < head && low(begin) == "-") ++begin;
    const std::string_view before = begin > sentence_.begin ? low(begin - 1) : std::string_view();
    const bool definite = before == "the" || before == "this" || before == "that" ||
                          before == "its" || before == "their" || before == "such";
    std::uint32_t end = head + 1;
    std::vector<std::uint32_t> sides = sides_after(head, end);
    for (std::uint32_t i = begin; i < head; ++i) {
      if (taken_.contains(i) && reading_.entities[taken_[i]].kind != EntityKind::agreement) {
        sides.push_back(taken_[i]);
      }
    }
    const bool headline =
        report_.blocks[reading_.sentences[token(head).sentence].block].kind == BlockKind::title;
    if (headline && sides.empty()) return head + 1;  // "trade pact": the body names it
    if ((definite || is_superlative(begin)) && (sides.empty() || !about)) {
      if (const std::uint32_t entity = last_fitting(head); entity != kNone) {
        add({begin, head + 1}, entity, MentionForm::definite);
        return head + 1;
      }
    }
    if (!about && sides.empty()) return head + 1;
    describe({begin, end}, head, sides, definite);
    return end;
  }

  // "the largest regional trade pact": says more of one that is known.
  bool is_superlative(std::uint32_t begin) const {
    if (begin < sentence_.begin + 2) return false;
    return low(begin - 2) == "the" &&
           (low(begin - 1).ends_with("est") || low(begin - 1) == "first");
  }

  // "between A and B", "with A": the states, and where the phrase ends.
  std::vector<std::uint32_t> sides_after(std::uint32_t head, std::uint32_t& end) const {
    std::vector<std::uint32_t> sides;
    std::uint32_t at = head + 1;
    if (!inside(at) || (low(at) != "between" && low(at) != "with")) return sides;
    for (++at; inside(at); ++at) {
      if (const auto taken = taken_.find(at); taken != taken_.end()) {
        if (sides.empty() || sides.back() != taken->second) sides.push_back(taken->second);
        end = at + 1;
      } else if (low(at) != "and" && low(at) != "the" && low(at) != ",") {
        break;
      }
    }
    return sides;
  }

  void describe(TokenSpan span, std::uint32_t head, const std::vector<std::uint32_t>& sides,
                bool definite) {
    const std::string name = words(span);
    std::set<std::string> codes;
    for (const std::uint32_t side : sides) codes.insert(reading_.entities[side].id);
    std::string id = folded_name(name);
    if (const std::uint32_t known = by_words(span, sides); known != kNone) {
      add(span, known, definite ? MentionForm::definite : MentionForm::name);
      return;
    }
    for (const std::string& code : codes) id += " " + code;
    const std::uint32_t entity = entity_for(id, name, name);
    auto& members = reading_.entities[entity].members;
    for (const std::uint32_t side : sides) {
      if (std::ranges::find(members, side) == members.end()) members.push_back(side);
    }
    heads_[entity] = std::string(low(head));
    add(span, entity, MentionForm::name);
  }

  // A plain-word agreement of the same words and sides that was named before.
  std::uint32_t by_words(TokenSpan span, const std::vector<std::uint32_t>& sides) const {
    for (const auto& [entity, head] : heads_) {
      const auto& members = reading_.entities[entity].members;
      const bool same_sides = std::ranges::all_of(
          sides, [&](std::uint32_t s) { return std::ranges::find(members, s) != members.end(); });
      if (same_sides && (!sides.empty() ||
                         folded_name(reading_.entities[entity].name) == folded_name(words(span)))) {
        return entity;
      }
    }
    return kNone;
  }

  // "the pact": the last agreement, one whose name has the word before any other.
  std::uint32_t last_fitting(std::uint32_t head) const {
    const std::string word(low(head));
    const std::string stem = word.back() == 's' ? word.substr(0, word.size() - 1) : word;
    for (auto it = found_.rbegin(); it != found_.rend(); ++it) {
      if (folded_name(reading_.entities[it->entity].name).find(stem) != std::string::npos) {
        return it->entity;
      }
    }
    return found_.empty() ? kNone : found_.back().entity;
  }

  // "the bloc", "the club".
  std::uint32_t description_of_body(std::uint32_t i) {
    const bool definite = i > sentence_.begin && low(i - 1) == "the";
    if (definite && last_body_ != kNone) add({i, i + 1}, last_body_, MentionForm::definite);
    return i + 1;
  }

  std::uint32_t entity_for(const std::string& id, const std::string& used,
                           const std::string& full) {
    const auto [found, fresh] =
        by_id_.try_emplace(id, static_cast<std::uint32_t>(reading_.entities.size()));
    if (fresh) {
      Entity entity;
      entity.kind = EntityKind::agreement;
      entity.id = id;
      entity.name = used;
      reading_.entities.push_back(std::move(entity));
      if (used != full) alias(found->second, full);
      return found->second;
    }
    alias(found->second, used);
    return found->second;
  }

  // Keeps the longest name the report uses as the name, the others as aliases.
  void alias(std::uint32_t number, const std::string& name) {
    Entity& entity = reading_.entities[number];
    if (folded_name(entity.name) == folded_name(name)) return;
    if (std::ranges::find(entity.aliases, name) != entity.aliases.end()) return;
    if (name.size() > entity.name.size()) {
      entity.aliases.push_back(entity.name);
      entity.name = name;
    } else {
      entity.aliases.push_back(name);
    }
  }

  std::string words(TokenSpan span) const {
    return one_line(report_.words(bytes_of(reading_, span)));
  }

  void add(TokenSpan span, std::uint32_t entity, MentionForm form) {
    const bool possessive = inside(span.end) && low(span.end) == "'s";
    found_.push_back({span, entity, form, possessive});
  }

  // Agreements win over the actors inside their names; all in order of position.
  void merge_mentions() {
    std::vector<Mention> kept;
    for (const Mention& mention : reading_.mentions) {
      const bool inside_name = std::ranges::any_of(found_, [&](const Mention& agreement) {
        return agreement.tokens.overlaps(mention.tokens) && agreement.form == MentionForm::name &&
               reading_.entities[agreement.entity].members.empty();
      });
      if (!inside_name) kept.push_back(mention);
    }
    kept.insert(kept.end(), found_.begin(), found_.end());
    std::ranges::stable_sort(kept, {}, [](const Mention& m) { return m.tokens; });
    reading_.mentions = std::move(kept);
  }

  const Report& report_;
  const World& world_;
  Reading& reading_;
  TokenSpan sentence_;
  std::map<std::uint32_t, std::uint32_t> taken_;  // token to the actor it belongs to
  std::vector<Mention> found_;
  std::map<std::string, std::uint32_t> by_id_;
  std::map<std::string, std::uint32_t, std::less<>> own_names_;
  std::map<std::uint32_t, std::string> heads_;  // plain-word agreements
  std::uint32_t last_body_ = kNone;
};

}  // namespace

void find_agreements(const Report& report, const Lexicon& lexicon, Reading& reading) {
  AgreementFinder(report, lexicon, reading).run();
}

}  // namespace concord
