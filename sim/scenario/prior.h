// The shapes of a prior, as a scenario writes them.
#pragma once

#include "parameters/parameter.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace graduasi {

/// What is believed of an uncertain parameter.
struct Prior {
  enum class Shape { uniform, normal, beta, lognormal, triangular, split, chance, draws };
  Shape shape;
  /// uniform: least, most; normal and lognormal: mean and sd (of the logarithm); beta: a, b;
  /// triangular: least, likeliest, most; split: least, median, most, both halves falling evenly
  /// from the median to the ends; chance: how probable it is that a parameter of yes or no is true;
  /// draws: the values of the file, in order.
  std::vector<double> numbers;
  /// Of the parameter. Normal, lognormal and beta are cut to it, as if drawn again until inside.
  Range range{0, 0};
  /// How probable it is that the parameter is exactly zero; the shape holds otherwise. In [0, 1).
  double at_zero = 0;
};

/// Beside a shape of numbers.
inline constexpr std::string_view or_zero = "or_zero";

/// As a scenario writes them, in the order of `Prior::Shape`.
inline constexpr auto prior_shapes = std::to_array<std::string_view>(
    {"uniform", "normal", "beta", "lognormal", "triangular", "split", "chance", "draws"});

inline std::string_view name_of(Prior::Shape shape) {
  return prior_shapes[static_cast<std::size_t>(shape)];
}

}  // namespace graduasi
