// Columns of numbers: aligned, a whole number of lanes long, one slot for each household.
#pragma once

#include <Eigen/Core>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// One value per slot, contiguous and aligned to 64 bytes (EIGEN_MAX_ALIGN_BYTES on every target).
/// Sizes are multiples of `lanes`, so that no loop over a column has a scalar rest.
template <class T>
using Column = Eigen::Array<T, Eigen::Dynamic, 1>;

/// A form of columns that views instead of owning.
template <class T>
using SpanOf = std::span<T>;

/// Lanes of 32 bits in the widest vector register; caseloads and districts are padded to it.
inline constexpr std::size_t lanes = 16;

/// The smallest multiple of `lanes` that holds `count` values.
constexpr std::size_t padded(std::size_t count) { return (count + lanes - 1) / lanes * lanes; }

/// The same count, of which the caller knows that it is a multiple of `lanes`. So the compiler
/// knows it too, and leaves out what each loop would have for a rest: half of the code.
constexpr std::size_t whole_registers(std::size_t count) { return count & ~(lanes - 1); }

/// Whether any of the `lanes` values from an index on is not 0. What happens to few families in a
/// month is worked out only in registers that hold one of them.
template <class T>
bool any_in_register(std::span<T> values, std::size_t from) {
  std::uint32_t any = 0;
#pragma omp simd reduction(| : any)
  for (std::size_t i = from; i < from + lanes; ++i) any |= std::bit_cast<std::uint32_t>(values[i]);
  return any != 0;
}

template <class T>
std::span<T> view(Column<T>& column) {
  return {column.data(), static_cast<std::size_t>(column.size())};
}

template <class T>
std::span<T const> view(Column<T> const& column) {
  return {column.data(), static_cast<std::size_t>(column.size())};
}

}  // namespace graduasi
