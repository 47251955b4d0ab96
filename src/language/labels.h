// The closed sets of labels: Universal Dependencies' word classes and relations, and the Penn
// tags, as the English treebanks use them. A label's number never leaves the program; model files
// and CoNLL-U name labels.
//
// Example: relation_name(Dependency::nsubj_pass) == "nsubj:pass"; find_penn("NN$") is nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace concord {

enum class WordClass : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x,
};

enum class Penn : std::uint8_t {
  none,  // "_" in CoNLL-U
  add,
  afx,
  cc,
  cd,
  dt,
  ex,
  fw,
  gw,
  hyph,
  in,
  jj,
  jjr,
  jjs,
  ls,
  md,
  nfp,
  nn,
  nnp,
  nnps,
  nns,
  pdt,
  pos,
  prp,
  prp_poss,
  rb,
  rbr,
  rbs,
  rp,
  sym,
  to,
  uh,
  vb,
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,
  wp,
  wp_poss,
  wrb,
  dollar,
  close_quote,
  open_quote,
  comma,
  stop,
  colon,
  open_bracket,
  close_bracket,
};

enum class Dependency : std::uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  advmod_emph,
  amod,
  appos,
  aux,
  aux_pass,
  case_mark,  // "case"
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  flat_foreign,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_npmod,
  nmod_poss,
  nmod_tmod,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_npmod,
  obl_tmod,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp,
};

// The names that CoNLL-U has: "PROPN", "NNP", "nsubj:pass".
std::string_view word_class_name(WordClass word_class);
std::string_view penn_name(Penn tag);
std::string_view relation_name(Dependency relation);

std::optional<WordClass> find_word_class(std::string_view name);
std::optional<Penn> find_penn(std::string_view name);
std::optional<Dependency> find_relation(std::string_view name);

}  // namespace concord
