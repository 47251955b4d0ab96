// The finders behind extract_events() ... extract_figures(): each finding with the row that told
// it, so that the yes and no sentences of data/en/events.toml ... can be run as tests.
#pragma once

#include <vector>

#include "claim/happening_scene.h"

namespace concord {

std::vector<Found<Event>> find_events(const Report&, const Reading&, const Lexicon&);
std::vector<Found<Relation>> find_relations(const Report&, const Reading&, const Lexicon&);
std::vector<Found<Topic>> find_topics(const Report&, const Reading&, const Lexicon&);
std::vector<Found<Assessment>> find_assessments(const Report&, const Reading&, const Lexicon&);
std::vector<Found<Figure>> find_figures(const Report&, const Reading&, const Lexicon&);

// happening_merge.cc: what a report tells of one event twice, told once.
std::vector<Event> merge_events(std::vector<Found<Event>> found, const Reading& reading);

// The agreement that a sentence speaks of: one named in it, else the last named before it.
class AgreementInView {
 public:
  explicit AgreementInView(const Reading& reading) : reading_(reading) {}
  // Sentences must be asked for in order.
  void move_to(TokenSpan sentence);
  // Named in the sentence: an agreement, else a body that states join.
  const Entity* here() const { return entity(here_ != kNone ? here_ : body_); }
  const Entity* last() const { return here_ == kNone && last_ != kNone ? entity(last_) : here(); }

 private:
  const Entity* entity(std::uint32_t number) const {
    return number == kNone ? nullptr : &reading_.entities[number];
  }
  const Reading& reading_;
  std::size_t mention_ = 0;
  std::uint32_t here_ = kNone;
  std::uint32_t body_ = kNone;
  std::uint32_t last_ = kNone;
};

}  // namespace concord
