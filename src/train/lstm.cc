#include "train/lstm.h"

#include <algorithm>

#include "language/activations.h"
#include "train/matrix.h"

namespace concord {
namespace {

// One row's gates through their curves; its new cell and hidden values.
void step_forward(std::size_t hidden, float* gates, const float* cell_before, float* cell,
                  float* out) {
  for (std::size_t j = 0; j < hidden; ++j) {
    const float in = soft_step(gates[j]);
    const float keep = soft_step(gates[hidden + j]);
    const float candidate = soft_sign(gates[2 * hidden + j]);
    const float show = soft_step(gates[3 * hidden + j]);
    cell[j] = keep * cell_before[j] + in * candidate;
    out[j] = show * soft_sign(cell[j]);
    gates[j] = in;
    gates[hidden + j] = keep;
    gates[2 * hidden + j] = candidate;
    gates[3 * hidden + j] = show;
  }
}

// The same row on the way back: gates become their gradients, d_cell is carried to the step before.
void step_backward(std::size_t hidden, float* gates, const float* cell_before, const float* cell,
                   const float* d_out, float* d_cell) {
  for (std::size_t j = 0; j < hidden; ++j) {
    const float in = gates[j];
    const float keep = gates[hidden + j];
    const float candidate = gates[2 * hidden + j];
    const float show = gates[3 * hidden + j];
    const float shown = soft_sign(cell[j]);
    const float d = d_cell[j] + d_out[j] * show * (1 - shown * shown);
    gates[j] = d * candidate * in * (1 - in);
    gates[hidden + j] = d * cell_before[j] * keep * (1 - keep);
    gates[2 * hidden + j] = d * in * (1 - candidate * candidate);
    gates[3 * hidden + j] = d_out[j] * shown * show * (1 - show);
    d_cell[j] = d * keep;
  }
}

}  // namespace

void lstm_forward(const LstmWeights& w, const Packing& packing, const float* input,
                  LstmPass& pass) {
  const std::size_t rows = packing.rows();
  const std::size_t hidden = w.hidden;
  const std::size_t wide = 4 * hidden;
  pass.gates.resize(rows * wide);
  pass.cells.resize(rows * hidden);
  pass.hidden.resize(rows * hidden);
  pass.previous.assign(rows * hidden, 0);
  for (std::size_t row = 0; row < rows; ++row) {
    std::copy_n(w.bias, wide, &pass.gates[row * wide]);
  }
  add_product({input, w.inputs, w.input, wide, pass.gates.data(), wide, rows, w.inputs, wide});
  const std::vector<float> nothing(hidden, 0);
  for (std::size_t step = 0; step < packing.steps(); ++step) {
    const std::size_t begin = packing.begin[step];
    const std::size_t active = packing.active(step);
    const std::size_t before = step > 0 ? packing.begin[step - 1] : 0;
    if (step > 0) {
      std::copy_n(&pass.hidden[before * hidden], active * hidden, &pass.previous[begin * hidden]);
      for (std::size_t i = 0; i < std::min(active * hidden, pass.mask.size()); ++i) {
        pass.previous[begin * hidden + i] *= pass.mask[i];
      }
      add_product({&pass.previous[begin * hidden], hidden, w.recurrent, wide,
                   &pass.gates[begin * wide], wide, active, hidden, wide});
    }
    for (std::size_t s = 0; s < active; ++s) {
      step_forward(hidden, &pass.gates[(begin + s) * wide],
                   step > 0 ? &pass.cells[(before + s) * hidden] : nothing.data(),
                   &pass.cells[(begin + s) * hidden], &pass.hidden[(begin + s) * hidden]);
    }
  }
}

void lstm_backward(const LstmWeights& w, const Packing& packing, const float* input, LstmPass& pass,
                   std::vector<float>& d_hidden, LstmGradients gradients, float* d_input) {
  const std::size_t rows = packing.rows();
  const std::size_t hidden = w.hidden;
  const std::size_t wide = 4 * hidden;
  std::vector<float> turned;
  transpose(w.recurrent, wide, hidden, wide, turned);
  const std::vector<float> nothing(hidden, 0);
  std::vector<float> d_cells(packing.lengths.size() * hidden, 0);
  std::vector<float> carried;
  for (std::size_t step = packing.steps(); step-- > 0;) {
    const std::size_t begin = packing.begin[step];
    const std::size_t active = packing.active(step);
    const std::size_t before = step > 0 ? packing.begin[step - 1] : 0;
    for (std::size_t s = 0; s < active; ++s) {
      step_backward(hidden, &pass.gates[(begin + s) * wide],
                    step > 0 ? &pass.cells[(before + s) * hidden] : nothing.data(),
                    &pass.cells[(begin + s) * hidden], &d_hidden[(begin + s) * hidden],
                    &d_cells[s * hidden]);
    }
    if (step == 0) break;
    carried.assign(active * hidden, 0);
    add_product({&pass.gates[begin * wide], wide, turned.data(), hidden, carried.data(), hidden,
                 active, wide, hidden});
    for (std::size_t i = 0; i < carried.size(); ++i) {
      d_hidden[before * hidden + i] += pass.mask.empty() ? carried[i] : carried[i] * pass.mask[i];
    }
  }
  // From here pass.gates holds the gates' gradients.
  transpose(pass.previous.data(), hidden, rows, hidden, turned);
  add_product({turned.data(), rows, pass.gates.data(), wide, gradients.recurrent, wide, hidden,
               rows, wide});
  transpose(input, w.inputs, rows, w.inputs, turned);
  add_product(
      {turned.data(), rows, pass.gates.data(), wide, gradients.input, wide, w.inputs, rows, wide});
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t j = 0; j < wide; ++j) gradients.bias[j] += pass.gates[row * wide + j];
  }
  transpose(w.input, wide, w.inputs, wide, turned);
  add_product(
      {pass.gates.data(), wide, turned.data(), w.inputs, d_input, w.inputs, rows, wide, w.inputs});
}

}  // namespace concord
