// The network's curves, written with plain operations in a fixed order: a compiler may take them
// to any vector width and every bit of the answer stays the same. Trainer and decoder share them.
#pragma once

#include <algorithm>

namespace concord {

struct Fraction {
  float above;
  float below;
};

// Lambert's continued fraction for tanh, cut after x^7: within 1e-4 of it, exact at 0, odd. Its
// size is at most 1.0001.
inline Fraction sign_fraction(float x) {
  x = std::min(std::max(x, -4.97f), 4.97f);
  const float s = x * x;
  return {x * (135135.f + s * (17325.f + s * (378.f + s))),
          135135.f + s * (62370.f + s * (3150.f + s * 28.f))};
}

inline float soft_sign(float x) {
  const Fraction sign = sign_fraction(x);
  return std::min(std::max(sign.above / sign.below, -1.f), 1.f);
}

// The logistic curve.
inline float soft_step(float x) { return 0.5f + 0.5f * soft_sign(0.5f * x); }

}  // namespace concord
