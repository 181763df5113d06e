// What is allowed in a column of numbers of somebody's table.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace graduasi {

enum class Need {
  required,  ///< the column and every cell
  column,    ///< the column; empty cells are filled in
  optional,
};

enum class Values { numbers, whole, yes_or_no };

/// Bounds are plausible, not possible: a figure that is off by a factor lies outside.
struct NumberRule {
  std::string_view name;
  std::string_view unit;
  Need need = Need::optional;
  Values values = Values::numbers;
  double min = 0, max = 1;
  bool or_zero = false;           ///< 0 is allowed below `min`
  std::string_view aside{};       ///< what the bounds are of, behind them: ", per person and month"
  std::string_view when_empty{};  ///< what stands in
};

bool allows(NumberRule const& rule, double value);

/// "[0.5, 90]", "0 or [1000, 1000000000]", "0 or 1".
std::string bounds_of(NumberRule const& rule);

/// "it must be a whole number in [1, 1000]".
std::string must_of(NumberRule const& rule);

/// "; did you mean 650000?" with the allowed numbers that the text may mean: as decimals or with
/// separators of thousands, else in another unit (a share for percent, thousands for rupiah).
/// Empty when none is allowed.
std::string meant(std::string_view typed, NumberRule const& rule);

}  // namespace graduasi
