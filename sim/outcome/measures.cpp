#include "outcome/measures.h"

#include "base/contract.h"
#include "outcome/measure_rows.h"

#include <algorithm>

namespace graduasi {

namespace {

std::vector<Measure> all_rows() {
  std::vector<Measure> all;
  for (auto const rows : {measures_of_exits(), measures_of_families(), measures_of_work()}) {
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

}  // namespace

std::span<Measure const> measures() {
  static std::vector<Measure> const table = all_rows();
  return table;
}

std::string_view topic_of(Measure const& measure) {
  auto const is_in = [&](std::span<Measure const> rows) {
    return std::ranges::find(rows, measure.name, &Measure::name) != rows.end();
  };
  if (measure.unit.starts_with("rupiah")) return "money";
  if (is_in(measures_of_exits())) return "exits";
  return is_in(measures_of_families()) ? "families" : "facilitators";
}

std::optional<std::size_t> find_measure(std::string_view name) {
  auto const found = std::ranges::find(measures(), name, &Measure::name);
  if (found == measures().end()) return std::nullopt;
  return static_cast<std::size_t>(found - measures().begin());
}

std::vector<std::string_view> measure_names() {
  std::vector<std::string_view> names;
  for (auto const& measure : measures()) names.push_back(measure.name);
  return names;
}

std::vector<std::string> unknown_measures(std::span<std::string const> asked) {
  std::vector<std::string> unknown;
  for (auto const& name : asked) {
    if (!find_measure(name)) unknown.push_back(name);
  }
  return unknown;
}

std::vector<std::size_t> chosen_measures(std::span<std::string const> asked) {
  expects(unknown_measures(asked).empty(), "measures asked for exist");
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < measures().size(); ++i) {
    if (asked.empty() || std::ranges::count(asked, measures()[i].name) > 0) chosen.push_back(i);
  }
  return chosen;
}

}  // namespace graduasi
