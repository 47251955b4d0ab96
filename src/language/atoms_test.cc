#include "language/atoms.h"

#include <gtest/gtest.h>

#include <string>

namespace concord {
namespace {

// The atoms with "|" between them, "_" where white space stood.
std::string printed(std::string_view text) {
  std::string out;
  for (const Atom& atom : split_atoms(text, {0, static_cast<std::uint32_t>(text.size())})) {
    if (!out.empty()) out += atom.after_space ? "_" : "|";
    out += slice(text, atom.span);
  }
  return out;
}

TEST(Atoms, AreRunsOfLettersRunsOfDigitsAndSingleMarks) {
  EXPECT_EQ(printed("$3.5m isn't"), "$|3|.|5|m_isn|'|t");
  EXPECT_EQ(printed("  Côte d’Ivoire \n 1990s…"), "Côte_d|’|Ivoire_1990|s|…");
  EXPECT_EQ(printed("\u00A0\u3000"), "");
}

TEST(Atoms, LeaveNothingOutOfBrokenText) {
  const std::string text = "a\xFF\xC3z";
  std::size_t bytes = 0;
  for (const Atom& atom : split_atoms(text, {0, static_cast<std::uint32_t>(text.size())})) {
    bytes += atom.span.size();
  }
  EXPECT_EQ(bytes, text.size());
}

TEST(Atoms, TellTheirKind) {
  const auto atoms = split_atoms("the EU 27 -", {0, 11});
  ASSERT_EQ(atoms.size(), 4u);
  EXPECT_EQ(kind_of_shape(atoms[0].shape), AtomKind::lower);
  EXPECT_EQ(kind_of_shape(atoms[1].shape), AtomKind::upper);
  EXPECT_EQ(kind_of_shape(atoms[2].shape), AtomKind::digits);
  EXPECT_EQ(kind_of_shape(atoms[3].shape), AtomKind::mark);
}

}  // namespace
}  // namespace concord
