#include "outcome/places.h"

#include "base/contract.h"
#include "scenario/headline.h"

#include <algorithm>

namespace graduasi {

namespace {

/// Reads the figures of one variant in some areas together.
class PlaceReader {
 public:
  PlaceReader(RunResults const& results, std::size_t variant, HeldIn const& held)
      : results_(results),
        variant_(variant),
        held_(held),
        pairs_(usable_pairs(results, variant)),
        last_row_(recorded_months(results, first_area).size() - 1) {}

  /// Of the last month, one for each pair; counts, which may be added up.
  std::vector<double> values(std::size_t policy, std::string_view measure) const {
    auto const index = find_measure(measure);
    expects(index.has_value(), "the overview of places asks for measures that exist");
    std::vector<double> all, of_area;
    for (auto const area : held_.areas) {
      gather(results_, pairs_,
             {.policy = policy,
              .variant = variant_,
              .subgroup = first_area + area,
              .row = last_row_,
              .measure = *index},
             of_area);
      all.resize(of_area.size(), 0.0);
      for (std::size_t i = 0; i < of_area.size(); ++i) all[i] += of_area[i];
    }
    return all;
  }

  double mean(std::size_t policy, std::string_view measure) const {
    return estimate(values(policy, measure), results_.lives()).mean;
  }

 private:
  static constexpr std::size_t first_area = 1;  ///< subgroup of the first row of the areas file

  RunResults const& results_;
  std::size_t variant_;
  HeldIn const& held_;
  UsablePairs pairs_;
  std::size_t last_row_;
};

PlaceRow row_of(RunResults const& results, std::size_t policy, std::size_t variant,
                HeldIn const& held) {
  PlaceReader const reader(results, variant, held);
  PlaceRow row{.policy = policy,
               .variant = variant,
               .where = held.name,
               .active = reader.mean(policy, "active"),
               .facilitators = reader.mean(policy, "facilitators"),
               .self_reliant = reader.mean(policy, headline_measure),
               .became_able = reader.mean(policy, "became_able"),
               .difference = {},
               .verdict = {}};
  if (policy == 0) return row;
  row.difference = difference(reader.values(policy, headline_measure),
                              reader.values(0, headline_measure), results.lives(), "higher")
                       .estimate;
  row.verdict = words(verdict(*row.difference));
  return row;
}

}  // namespace

bool any_in_places(RunResults const& results) {
  return std::ranges::any_of(results.held_in, [](auto const& held) { return !held.empty(); });
}

std::vector<PlaceRow> overview_of_places(RunResults const& results) {
  std::vector<PlaceRow> rows;
  bool const by_area = results.subgroups.size() > 1 && results.subgroups[1].starts_with("area:");
  if (!by_area) return rows;
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    for (std::size_t policy = 0; policy < results.held_in.size(); ++policy) {
      for (auto const& held : results.held_in[policy])
        rows.push_back(row_of(results, policy, variant, held));
    }
  }
  return rows;
}

}  // namespace graduasi
