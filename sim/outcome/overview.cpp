#include "outcome/overview.h"

#include "base/contract.h"
#include "scenario/headline.h"

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

/// Reads the figures of one variant for the whole programme.
class VariantReader {
 public:
  VariantReader(RunResults const& results, std::size_t variant)
      : results_(results), variant_(variant), pairs_(usable_pairs(results, variant)) {}

  std::vector<double> values(std::size_t policy, int month, std::string_view measure) const {
    auto const index = find_measure(measure);
    expects(index.has_value(), "the overview asks for measures that exist");
    std::vector<double> values;
    Cell const cell{.policy = policy,
                    .variant = variant_,
                    .subgroup = 0,
                    .row = static_cast<std::size_t>(month),
                    .measure = *index};
    gather(results_, pairs_, cell, values);
    return values;
  }

  double mean(std::size_t policy, int month, std::string_view measure) const {
    return estimate(values(policy, month, measure), results_.lives()).mean;
  }

  /// The first month at whose end the policy's levers hold in full; staff is first counted in
  /// month 1.
  int month_in_force(std::size_t policy) const {
    int const month = policy < results_.in_force.size() ? results_.in_force[policy] : 0;
    return std::clamp(month, std::min(1, results_.months), results_.months);
  }

 private:
  RunResults const& results_;
  std::size_t variant_;
  UsablePairs pairs_;
};

OverviewRow row_of(RunResults const& results, VariantReader const& reader, std::size_t policy,
                   std::size_t variant) {
  constexpr std::string_view compared = headline_measure;
  int const early = reader.month_in_force(policy);
  int const last = results.months;
  OverviewRow row{.policy = policy,
                  .variant = variant,
                  .facilitators = reader.mean(policy, early, "facilitators"),
                  .wage_bill_rupiah = 12 * reader.mean(policy, early, "wage_bill_rupiah"),
                  .self_reliant = reader.mean(policy, last, compared),
                  .became_able = reader.mean(policy, last, "became_able"),
                  .natural_exit = reader.mean(policy, last, "cumulative_natural_exit"),
                  .premature_share = reader.mean(policy, last, "premature_share"),
                  .difference = {},
                  .variance_ratio = Estimate::not_defined,
                  .verdict = {}};
  if (policy == 0) return row;
  auto const paired = difference(reader.values(policy, last, compared),
                                 reader.values(0, last, compared), results.lives(), "higher");
  row.difference = paired.estimate;
  row.variance_ratio = paired.variance_ratio;
  row.verdict = words(verdict(*row.difference));
  return row;
}

}  // namespace

std::vector<OverviewRow> overview(RunResults const& results) {
  std::vector<OverviewRow> rows;
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    VariantReader const reader(results, variant);
    for (std::size_t policy = 0; policy < results.policies.size(); ++policy) {
      rows.push_back(row_of(results, reader, policy, variant));
    }
  }
  return rows;
}

Interval interval_of(RunResults const& results) {
  std::size_t pairs = 0;
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    pairs = std::max(pairs, usable_pairs(results, variant).count);
  }
  if (pairs < 2) return Interval::none;
  return results.draws > 1 ? Interval::parameters : Interval::chance;
}

}  // namespace graduasi
