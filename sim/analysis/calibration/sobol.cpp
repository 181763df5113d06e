#include "analysis/calibration/sobol.h"

#include "base/contract.h"
#include "random/threefry.h"

#include <boost/random/sobol.hpp>

namespace graduasi {

namespace {

using Sequence = boost::random::sobol_engine<std::uint32_t, 32>;

std::uint32_t reversed(std::uint32_t bits) {
  bits = (bits >> 16) | (bits << 16);
  bits = ((bits & 0xff00ff00u) >> 8) | ((bits & 0x00ff00ffu) << 8);
  bits = ((bits & 0xf0f0f0f0u) >> 4) | ((bits & 0x0f0f0f0fu) << 4);
  bits = ((bits & 0xccccccccu) >> 2) | ((bits & 0x33333333u) << 2);
  return ((bits & 0xaaaaaaaau) >> 1) | ((bits & 0x55555555u) << 1);
}

/// Every bit is turned over or not by what stands above it: points stay as even as they were.
std::uint32_t scrambled(std::uint32_t bits, std::uint32_t key) {
  bits = reversed(bits) + key;
  bits ^= bits * 0x6c50b47cu;
  bits ^= bits * 0xb82f1e52u;
  bits ^= bits * 0xc7afe638u;
  bits ^= bits * 0x8d22f6e6u;
  return reversed(bits);
}

}  // namespace

Eigen::ArrayXXd scrambled_sobol(std::size_t inputs, std::size_t first, std::size_t count,
                                std::uint32_t seed) {
  expects(1 <= inputs && inputs <= max_sobol_inputs, "there are directions for all inputs");
  constexpr std::uint32_t of_points = 0x50b01;
  Eigen::ArrayXXd points(static_cast<Eigen::Index>(count), static_cast<Eigen::Index>(inputs));
  Sequence sequence(inputs);
  // The sequence of the library leaves the origin out, which is the first point here.
  if (first > 1) sequence.discard((first - 1) * inputs);
  for (std::size_t p = 0; p < count; ++p) {
    for (std::size_t i = 0; i < inputs; ++i) {
      std::uint32_t const bits = first + p == 0 ? 0 : sequence();
      auto const key =
          threefry4x32(static_cast<std::uint32_t>(i), of_points, 0, 0, seed, of_points)[0];
      points(static_cast<Eigen::Index>(p), static_cast<Eigen::Index>(i)) =
          (scrambled(bits, key) + 0.5) * 0x1p-32;
    }
  }
  return points;
}

}  // namespace graduasi
