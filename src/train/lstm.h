// One direction of a recurrent layer (LSTM, Hochreiter and Schmidhuber 1997), forward and back.
//
// In:       the words' rows in packed order (language/packing.h); for the direction that reads
//           right to left the caller hands the mirrored rows.
// Out:      a hidden row for each word; on the way back the gradients of weights and input.
#pragma once

#include <cstddef>
#include <vector>

#include "language/packing.h"

namespace concord {

// Gate columns: input, forget, candidate, output, `hidden` wide each.
struct LstmWeights {
  std::size_t inputs;
  std::size_t hidden;
  const float* input;      // inputs x 4 hidden
  const float* recurrent;  // hidden x 4 hidden
  const float* bias;       // 4 hidden
};

struct LstmGradients {
  float* input;
  float* recurrent;
  float* bias;
};

// What the way back needs to know of the way there.
struct LstmPass {
  std::vector<float> gates;     // rows x 4 hidden, after their curves
  std::vector<float> cells;     // rows x hidden
  std::vector<float> hidden;    // rows x hidden: the answer
  std::vector<float> previous;  // rows x hidden: the hidden row before, after dropout
  std::vector<float> mask;      // sentences x hidden: 0, or 1 / kept
};

// `pass.mask` is set by the caller; empty means no dropout.
void lstm_forward(const LstmWeights& weights, const Packing& packing, const float* input,
                  LstmPass& pass);

// `d_hidden` (rows x hidden) is used up; d_input (rows x inputs) is added to.
void lstm_backward(const LstmWeights& weights, const Packing& packing, const float* input,
                   LstmPass& pass, std::vector<float>& d_hidden, LstmGradients gradients,
                   float* d_input);

}  // namespace concord
