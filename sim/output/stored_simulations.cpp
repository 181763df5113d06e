#include "output/stored_simulations.h"

#include "outcome/measures.h"
#include "outcome/run_results.h"
#include "store/store.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// What is different of the keys, in the order in which it comes first.
template <class Part>
std::vector<std::string> in_order(std::vector<FigureKey> const& keys, Part FigureKey::*part) {
  std::vector<std::string> all;
  std::set<std::string> known;
  for (auto const& key : keys) {
    if (known.insert(key.*part).second) all.push_back(key.*part);
  }
  return all;
}

/// Months of which a subgroup has rows, ascending.
std::vector<int> months_of(StoredResult const& result, std::string const& subgroup) {
  std::set<int> months;
  for (auto const& key : result.keys) {
    if (key.subgroup == subgroup) months.insert(key.month);
  }
  return {months.begin(), months.end()};
}

/// Results of the shape that the tables have, with room for every simulation. Rows are written
/// policy by policy, and in each variant by variant and subgroup by subgroup.
RunResults shape_of(StoredResult const& result) {
  RunResults shape;
  shape.policies = result.policies;
  for (auto const& name : in_order(result.keys, &FigureKey::variant))
    shape.variants.push_back({name, {}});
  shape.subgroups = in_order(result.keys, &FigureKey::subgroup);
  shape.draws = result.draws;
  shape.replicates = result.replicates;
  shape.twins = result.twins;
  shape.months = months_of(result, shape.subgroups.front()).back();
  if (shape.subgroups.size() > 1) {
    auto const months = months_of(result, shape.subgroups[1]);
    if (months.size() > 1) shape.strata_every = months[1] - months[0];
  }
  make_slots(shape);
  return shape;
}

/// Where a figure lies in the series of a simulation.
struct Place {
  std::size_t policy, variant, subgroup;
  Eigen::Index row, column;
};

/// Finds places by names; each list is searched from where the last one was.
class Places {
 public:
  explicit Places(RunResults const& shape) : shape_(shape) {
    for (std::size_t s = 0; s < shape.subgroups.size(); ++s)
      months_.push_back(recorded_months(shape, s));
  }

  std::optional<Place> of(FigureKey const& key) const {
    auto const policy = index_in(shape_.policies, key.policy);
    auto const variant = index_in(shape_.variants, key.variant, &Variant::name);
    auto const subgroup = index_in(shape_.subgroups, key.subgroup);
    auto const measure = find_measure(key.measure);
    if (!policy || !variant || !subgroup || !measure) return std::nullopt;
    auto const row = index_in(months_[*subgroup], key.month);
    if (!row) return std::nullopt;
    return Place{*policy, *variant, *subgroup, static_cast<Eigen::Index>(*row),
                 static_cast<Eigen::Index>(*measure)};
  }

 private:
  template <class List, class Value, class By = std::identity>
  static std::optional<std::size_t> index_in(List const& list, Value const& value, By by = {}) {
    auto const found = std::ranges::find(list, value, by);
    if (found == list.end()) return std::nullopt;
    return static_cast<std::size_t>(found - list.begin());
  }

  RunResults const& shape_;
  std::vector<std::vector<int>> months_;
};

std::vector<double> values_at(RunResults const& results, Place const& place) {
  std::vector<double> values(results.number_of_lives(), Estimate::not_defined);
  for (std::size_t number = 0; number < values.size(); ++number) {
    auto const life = results.life(place.policy, place.variant, number);
    if (results.finished[results.index_of(life)] == 0) continue;
    values[number] =
        results.series[results.slot(life, place.subgroup)].values(place.row, place.column);
  }
  return values;
}

/// Whether values are those of which the table has the mean, in the seven digits that it has.
bool agree(std::vector<double> const& values, Estimate const& written, std::size_t own) {
  auto const end = values.begin() + static_cast<std::ptrdiff_t>(own);
  bool const all_defined =
      std::none_of(values.begin(), end, [](double value) { return std::isnan(value); });
  if (!all_defined) return true;  // of some the table's mean is one of others
  double const mean = std::accumulate(values.begin(), end, 0.0) / static_cast<double>(own);
  return std::abs(mean - written.mean) <= 1e-5 * std::max(std::abs(mean), 1e-3);
}

}  // namespace

std::optional<Replicates> replicates_in_store(StoredResult const& result) {
  auto const file = result.folder / "results.sqlite";
  if (!fs::exists(file) || result.keys.empty()) return std::nullopt;
  auto results = shape_of(result);
  if (!read_simulations(file, results) || finished_simulations(results) == 0) return std::nullopt;
  Places const places(results);
  Replicates all;
  for (auto const& key : result.keys) {
    auto const place = places.of(key);
    if (!place) return std::nullopt;
    auto values = values_at(results, *place);
    // Another program may count as many measures, but others, or in another order.
    if (!agree(values, result.estimates.at(key), result.draws * result.replicates))
      return std::nullopt;
    all.emplace_hint(all.end(), key, std::move(values));
  }
  return all;
}

}  // namespace graduasi
