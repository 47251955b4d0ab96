// Names of writers as pages print them.
//
//   "By Ana Ruiz and Ben Okoro, Staff Writers"   Ana Ruiz; Ben Okoro
//   "Written by: Dr. Lena Hoff, MD, PhD"          Dr. Lena Hoff, MD, PhD
//   "Von Jonas Weber | 3. Juli 2018"              Jonas Weber
//   "Quay Courier Staff"                          a body, not a person
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/web_words.h"

namespace concord {

struct WriterName {
  std::string name;
  bool person = true;  // false: an office or a body ("Staff", "Quay Ltd")
};

// Who says a name: a machine's statement may be "infuy" or "team", what readers see has a capital.
enum class NameSource : std::uint8_t { stated, seen };

// Every name of a statement ("Ana Ruiz, Ben Okoro"), kRunEnd between the texts of its elements.
// Empty where it holds none: an address of the web or mail, a number, a sentence.
std::vector<WriterName> read_writers(std::string_view text, const WebWords& words,
                                     std::string_view language, NameSource source);

// A cheap look: false where the line's first word opens no known byline.
bool may_open_byline(std::string_view line, const WebWords& words);

// A line that says by words who wrote: "By ...", "Texte : ...".
struct Byline {
  bool is = false;
  bool labelled = false;  // the words are there, the name is on the next line
  bool other = false;     // "Photo by ...": somebody else
  std::vector<WriterName> writers;
};
// `line` may hold kRunEnd between the texts of its elements.
Byline read_byline(std::string_view line, const WebWords& words, std::string_view language);

}  // namespace concord
