// The passes that interpret a Reading, in the order in which engine/pipeline.cc runs them. They
// only read it.
#pragma once

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

// agreements.cc: the agreements spoken of, with the names the report uses; what may be another
// thing ("Business Plan", "source text") only where a claim is about it.
std::vector<Agreement> list_agreements(const Reading&, const World&, const std::vector<Claim>&);
// Gives claims the fullest name by which the report calls their agreement, where it never uses the
// world's: "Andean Pact" in 1991, of what is the Andean Community now. What it only abbreviates
// keeps the world's name.
void name_as_reported(const Report&, const Reading&, std::vector<Claim>&);
// What is only called "the framework agreement", or only by one of its sides, gets an id of its
// own: by its parties where they are few, else by the month of the report.
void tell_agreements_apart(const Report&, const Reading&, const World&, Findings&);

// claims.cc: parties' standings and the agreements' own, with who says so.
std::vector<Claim> extract_claims(const Report&, const Reading&, const Lexicon&);

// quotes.cc: direct quotations with their speakers.
std::vector<Quote> extract_quotes(const Report&, const Reading&, const Lexicon&);

// events.cc: calls, meetings, visits, ceremonies, votes, and the making of an agreement.
std::vector<Event> extract_events(const Report&, const Reading&, const Lexicon&);

// relations.cc: diplomatic relations, embassies.
std::vector<Relation> extract_relations(const Report&, const Reading&, const Lexicon&);

// topics.cc: fields of cooperation.
std::vector<Topic> extract_topics(const Report&, const Reading&, const Lexicon&);

// assessments.cc: how much it matters, in the source's words.
std::vector<Assessment> extract_assessments(const Report&, const Reading&, const Lexicon&);

// figures.cc: shares, sums and counts.
std::vector<Figure> extract_figures(const Report&, const Reading&, const Lexicon&);

// Fills Source::party of every speaker: whose own word it is.
void name_voices(const Report&, const Reading&, Findings&);

}  // namespace concord
