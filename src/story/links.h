// How likely two reports tell of one happening, and whether two clusters of reports do.
//
// Two happenings of one kind (two quakes on one island, two players of one team arrested) share
// most of their words. What tells them apart shows only beside each other: so the reports that are
// alike at all are taken as one neighbourhood, and each report is weighed a second time by how
// common its words are *there*. "Quake" and "island" then weigh nothing, the names, figures and
// dates of either happening everything.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "story/profile.h"

namespace concord {

// A term's weight in its Profile, and its weight in the neighbourhood.
struct TwiceWeighed {
  std::uint32_t id = 0;
  float weight = 0, among = 0;
};

// A report of a neighbourhood. Of its vectors only the terms that another report there holds too:
// no others ever match.
struct Neighbour {
  const Profile* profile = nullptr;
  std::vector<TwiceWeighed> words, lead, names, numbers, pairs;
  std::vector<std::uint32_t> chief_names;  // as in the profile, as numbers in the neighbourhood
  std::vector<bool> holds;                 // by such a number: its words hold the name
};

std::vector<Neighbour> weigh_among_each_other(const std::vector<const Profile*>& profiles);

// In the order of the weights in links.cc.
inline constexpr std::size_t kPairFeatures = 14;
using PairFeatures = std::array<float, kPairFeatures>;
PairFeatures pair_features(const Neighbour& a, const Neighbour& b);

// The chance that the two tell of one happening, by logistic regression; days apart lower it.
double same_story(const Neighbour& a, const Neighbour& b);
double days_apart(const Profile& a, const Profile& b);  // 0 where a date is not known

// Of two clusters: the mean, highest and lowest chance over their pairs, and the smaller size.
inline constexpr std::size_t kMergeFeatures = 6;
using MergeFeatures = std::array<double, kMergeFeatures>;
MergeFeatures merge_features(double mean, double best, double least, double smaller);
double merge_chance(double mean, double best, double least, double smaller);

}  // namespace concord
