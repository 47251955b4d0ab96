// States, bodies, groups and known agreements, with the names they go by in English.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "lexicon/phrases.h"

namespace concord {

// data/world/states.tsv
struct State {
  std::string code;                   // ISO 3166-1 alpha-3; XKX Kosovo
  std::string name;                   // English short name
  std::vector<std::string> names;     // other names and abbreviations: "U.S.", "the Emirates"
  std::vector<std::string> demonyms;  // adjectives and people: "Kazakh", "Kazakhs", "Emirati"
  std::vector<std::string>
      capitals;  // seats that stand for the government: "Riyadh", "the Kremlin"
};

// data/world/bodies.tsv: organisations, and parties without an ISO code.
struct Body {
  std::string id;    // as printed for a party: "EU", "Hamas", "NATO"
  std::string name;  // "European Union"
  std::vector<std::string> names;
  std::vector<std::string> demonyms;
  std::vector<std::string> capitals;  // "Brussels" for the EU
  bool acceded = false;               // states join it: it is an agreement too
  std::vector<std::string> kinds;     // nouns for it that its names lack: "alliance", "agency"
};

// data/world/agreements.tsv
struct KnownAgreement {
  std::string id;                  // folded name
  std::string name;                // "Abraham Accords"
  std::vector<std::string> names;  // "the Accords" is not one: descriptions come from the text
  std::vector<std::string> sides;  // whom the name binds: "EU-Vietnam ..." has EU and VNM
};

// data/world/groups.tsv
struct GroupMember {
  std::string party;  // a state's code or a body's id
  int since = 0;      // year from which the group counts it; 0: from its beginning
};
struct NamedGroup {
  std::string name;                // "Baltic states"
  std::vector<std::string> names;  // in small letters too: "five permanent members"
  std::vector<GroupMember> members;
};

enum class AgreementWord : std::uint8_t {
  head,
  body,
  link,
  tail,
  modifier,
  everyday,
  title,
  weak,
  content,
  scene
};

// A place holds the name of a state and is no party: "Latin America", "South China Sea".
enum class NameKind : std::uint8_t { state, body, agreement, group, place };
enum class NameForm : std::uint8_t { name, adjective, capital };

// One name of something in the world: which row, and how the name stands for it.
struct WorldName {
  NameKind kind = NameKind::state;
  NameForm form = NameForm::name;
  std::uint32_t row = 0;      // in states, bodies, agreements, groups or places
  bool abbreviation = false;  // "US", "CETA": only in capitals
  bool small = false;         // "euro area": also where no word begins with a capital
};

struct World {
  std::vector<State> states;
  std::vector<Body> bodies;
  std::vector<KnownAgreement> agreements;
  std::vector<NamedGroup> groups;
  std::vector<std::string> places;  // data/world/places.tsv
  std::vector<WorldName> names;
  Phrases phrases;                         // value: number in names
  WordMap<AgreementWord> agreement_words;  // data/en/agreement_words.tsv
  WordSet thing_words;                     // those that also name other things: "plan"
  WordSet other_things;                    // pairs that never name one: "trade union"
  WordMap<std::string> singulars;          // of its nouns, where the rule of spelling misses them
  WordSet seats;                           // capitals of states and bodies, in small letters
  std::vector<std::vector<std::string>> spellings;  // data/world/spellings.tsv, row by row
  WordSet part_words;                               // data/en/group_words.tsv

  // The state or body of a party id ("KAZ", "EU"): kind and row; nullopt for an unknown one.
  std::optional<std::pair<NameKind, std::uint32_t>> party(std::string_view id) const;

  // "treaties" -> "treaty", "memoranda" -> "memorandum", "deals" -> "deal".
  std::string singular(std::string_view word) const;
};

Result<World> load_world(const DataFiles& files);

}  // namespace concord
