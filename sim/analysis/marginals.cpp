#include "analysis/marginals.h"

#include "scenario/swept_path.h"

#include <algorithm>
#include <numeric>

namespace graduasi {

namespace {

/// Places of an axis's values, the least first.
std::vector<std::size_t> ascending(std::vector<double> const& values) {
  std::vector<std::size_t> indices(values.size());
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  std::ranges::stable_sort(indices, {}, [&](std::size_t index) { return values[index]; });
  return indices;
}

/// Pairs of variants that differ in one axis only, by neighbouring values.
std::vector<std::pair<std::size_t, std::size_t>> neighbours(std::vector<SweepAxis> const& sweep,
                                                            std::size_t axis) {
  // The last axis moves fastest.
  std::size_t inside = 1, outside = 1;
  for (std::size_t a = 0; a < sweep.size(); ++a) {
    if (a < axis) outside *= sweep[a].values.size();
    if (a > axis) inside *= sweep[a].values.size();
  }
  auto const indices = ascending(sweep[axis].values);
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t o = 0; o < outside; ++o) {
    for (std::size_t p = 0; p + 1 < indices.size(); ++p) {
      for (std::size_t i = 0; i < inside; ++i) {
        auto const variant = [&](std::size_t index) {
          return (o * indices.size() + index) * inside + i;
        };
        pairs.emplace_back(variant(indices[p]), variant(indices[p + 1]));
      }
    }
  }
  return pairs;
}

Estimate per_unit(RunResults const& results, Marginal const& m) {
  std::size_t const last = recorded_months(results, 0).size() - 1;
  std::vector<double> values, others;
  gather(results, usable_pairs(results, m.variant_from),
         {.policy = m.policy, .variant = m.variant_from, .row = last, .measure = m.measure},
         values);
  gather(results, usable_pairs(results, m.variant_to),
         {.policy = m.policy, .variant = m.variant_to, .row = last, .measure = m.measure}, others);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = (others[i] - values[i]) / (m.to - m.from);
  return estimate(values, results.lives());
}

}  // namespace

std::vector<Marginal> marginals_of(RunResults const& results, std::vector<SweepAxis> const& sweep,
                                   std::span<std::size_t const> chosen) {
  std::vector<Marginal> all;
  for (std::size_t axis = 0; axis < sweep.size(); ++axis) {
    auto const of = swept_path(sweep[axis]);
    if (!of.is_number) continue;
    bool const is_lever = sweep[axis].path.starts_with("policy.");
    for (std::size_t policy = is_lever ? 1 : 0; policy < results.policies.size(); ++policy) {
      for (auto const& [from, to] : neighbours(sweep, axis)) {
        for (std::size_t const measure : chosen) {
          Marginal m{.policy = policy,
                     .variant_from = from,
                     .variant_to = to,
                     .path = sweep[axis].path,
                     .unit = of.unit,
                     .from = results.variants[from].values[axis].second,
                     .to = results.variants[to].values[axis].second,
                     .measure = measure,
                     .per_unit = {}};
          m.per_unit = per_unit(results, m);
          all.push_back(std::move(m));
        }
      }
    }
  }
  return all;
}

}  // namespace graduasi
