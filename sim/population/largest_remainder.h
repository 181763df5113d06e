// Whole things shared out by weights, with nothing lost to rounding.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace graduasi {

/// `total` whole things shared out in proportion to `weights`: everyone gets the whole part of his
/// quota, and what is left goes to the largest remainders, the lower number first among equals.
/// @param weights  >= 0 and not all 0
/// @returns        one count per weight; they sum to `total`
/// @throws BrokenContract for negative weights or a sum of 0
std::vector<std::size_t> largest_remainder(std::span<double const> weights, std::size_t total);

/// The same with equal weights: part `i` of `parts`.
constexpr std::size_t even_share(std::size_t total, std::size_t parts, std::size_t i) {
  return total / parts + (i < total % parts ? 1 : 0);
}

}  // namespace graduasi
