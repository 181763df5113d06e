#include "output/remarks.h"

#include "outcome/overview.h"
#include "outcome/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

std::string interval_remark(Interval interval) {
  switch (interval) {
    case Interval::chance:
      return "95 % intervals over replicates (chance); parameters held fixed: the true uncertainty "
             "is larger";
    case Interval::parameters:
      return "95 % intervals for a world drawn from the priors: uncertain parameters and chance";
    case Interval::none:
      break;
  }
  return "one value of each figure: no intervals";
}

/// How much the luck that policies share is worth, over all differences of the table; empty
/// without any.
std::string pairing_remark(RunResults const& results) {
  std::vector<double> ratios;
  for (auto const& row : overview(results)) {
    if (!std::isnan(row.variance_ratio)) ratios.push_back(row.variance_ratio);
  }
  if (ratios.empty()) return {};
  auto const [min, max] = std::ranges::minmax(ratios);
  auto const times = fmt::format("{:.1f}", min) == fmt::format("{:.1f}", max)
                         ? fmt::format("{:.1f}", min)
                         : fmt::format("{:.1f} to {:.1f}", min, max);
  return "differences are paired: between independent runs their Monte Carlo variance would be " +
         times + " times as large";
}

}  // namespace

std::vector<std::string> remarks(RunResults const& results) {
  std::vector<std::string> all;
  auto const programme = static_cast<double>(results.facts.programme_households);
  auto const sample = static_cast<double>(results.facts.households);
  all.push_back(sample < programme
                    ? fmt::format("counts are scaled to {} families (sample of {})",
                                  size_in_words(programme), size_in_words(sample))
                    : fmt::format("all {} families are simulated", size_in_words(sample)));
  all.push_back(interval_remark(interval_of(results)));
  if (auto const remark = pairing_remark(results); !remark.empty()) all.push_back(remark);
  if (is_complete(results)) return all;

  all.push_back(fmt::format("interrupted: {} of {} simulations are finished",
                            finished_simulations(results), results.simulations()));
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    all.push_back(
        fmt::format("{}: figures rest on {} of {} pairs of draw and replicate, those that every "
                    "policy has finished",
                    results.variants[variant].name, usable_pairs(results, variant).count,
                    results.draws * results.replicates));
  }
  return all;
}

std::string nothing_to_compare(RunResults const& results) {
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    if (usable_pairs(results, variant).count > 0) return {};
  }
  return fmt::format(
      "Interrupted: {} of {} simulations are finished, and no pair of draw and replicate has every "
      "policy. There is nothing to compare yet; --resume goes on.\n",
      finished_simulations(results), results.simulations());
}

}  // namespace graduasi
