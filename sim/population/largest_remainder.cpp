#include "population/largest_remainder.h"

#include "base/contract.h"

#include <algorithm>
#include <numeric>

namespace graduasi {

std::vector<std::size_t> largest_remainder(std::span<double const> weights, std::size_t total) {
  double sum = 0;
  for (double const weight : weights) {
    expects(weight >= 0, "no weight is negative");
    sum += weight;
  }
  expects(sum > 0, "some weight is above 0");

  std::vector<std::size_t> shares(weights.size());
  std::vector<double> rest(weights.size());
  std::size_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    double const quota = static_cast<double>(total) * (weights[i] / sum);
    // Rounding can lift a quota over what is still there.
    shares[i] = std::min(static_cast<std::size_t>(quota), total - given);
    rest[i] = quota - static_cast<double>(shares[i]);
    given += shares[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
  for (std::size_t next = 0; given < total; ++given) ++shares[order[next++ % order.size()]];
  return shares;
}

}  // namespace graduasi
