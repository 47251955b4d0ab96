// The solution of a system of linear equations whose matrix is symmetric and positive, known only
// by what it makes of a vector: conjugate gradients (Hestenes and Stiefel 1952). All sums have one
// order, so the same system gives the same bits.
#pragma once

#include <cstddef>
#include <vector>

namespace concord {

struct ConjugatePlan {
  std::size_t steps_max = 200;
  double precision = 1e-7;  // of the residual, against the first one
};

inline double dot(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

inline void add_scaled(std::vector<double>& to, double factor, const std::vector<double>& what) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += factor * what[i];
}

// `times`: the matrix times a vector; `asked`: the right side.
template <typename Times>
std::vector<double> solve_conjugate(const Times& times, std::vector<double> asked,
                                    const ConjugatePlan& plan) {
  std::vector<double> solution(asked.size(), 0.0);
  std::vector<double> residual = std::move(asked);
  std::vector<double> direction = residual;
  double size = dot(residual, residual);
  const double enough = size * plan.precision * plan.precision;
  for (std::size_t step = 0; step < plan.steps_max && size > enough; ++step) {
    const std::vector<double> moved = times(direction);
    const double length = size / dot(direction, moved);
    add_scaled(solution, length, direction);
    add_scaled(residual, -length, moved);
    const double left = dot(residual, residual);
    for (std::size_t i = 0; i < direction.size(); ++i)
      direction[i] = residual[i] + left / size * direction[i];
    size = left;
  }
  return solution;
}

}  // namespace concord
