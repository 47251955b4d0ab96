// How words before an act turn it (data/en/factuality.toml), and modals that stand away from it.
//
// Example: Kenya [will] | sign: planned    [Nor will] Japan, once bombed, | sign    would [one day]
// | join
#pragma once

#include <optional>
#include <utility>

#include "claim/clause.h"

namespace concord {

constexpr std::uint32_t kPhraseReach = 5;  // longest turning phrase, in words

// Its first token, and its row.
using TurningPhrase = std::pair<std::uint32_t, const FactualityRow*>;

// The longest phrase of a table that ends right before token `end`.
std::optional<TurningPhrase> phrase_before(const SentenceView& view, std::uint32_t end,
                                           const Phrases& table);

// Turns an act as a row tells; outer words are applied after inner ones.
void turn_by_row(const FactualityRow& row, FoundAct& act);

// "will open the port and | sign": one modal for both.
void share_modal(const SentenceView& view, FoundAct& act);
void turn_by_far_modal(const SentenceView& view, FoundAct& act);
void turn_over_aside(const SentenceView& view, FoundAct& act);
void turn_by_inversion(const SentenceView& view, FoundAct& act);

// "nor does Oman | want to | sign", "neither is it | planning to | join": denied with what governs.
void turn_governor_by_inversion(const SentenceView& view, FoundAct& act);

// Headlines: "Minister: | Oman not leaving the bloc", "Oman joining the bank".
bool is_headline_gerund(const SentenceView& view, const FoundAct& act);

// An infinitive by which its actor is to do something: "15 March: Oman | to join" in notes, "Peru
// has ratified it, with Chile | to follow".
bool is_bare_plan(const SentenceView& view, const FoundAct& act);

// "called for Oman | to be expelled": wanted by others.
bool is_called_for(const SentenceView& view, const FoundAct& act);

// "The pact | remains | suspended"
bool remains_so(const SentenceView& view, const FoundAct& act);

// A headline's "Oman | not to | join", "Oman and Peru | never to | sign".
bool refuses_ahead(const SentenceView& view, const FoundAct& act);

}  // namespace concord
