// The growth of the 38 provinces in the shipped file, against the poverty rates it was worked out
// of.
#include "population_support.h"

#include "base/math_double.h"
#include "population/lognormal.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// The panel of provinces lies beside the repository, and not everywhere.
std::filesystem::path panel_file() {
  return testing::repository().parent_path() / "shared" / "data" / "province_panel_2015_2025.csv";
}

/// Poverty rates of March 2015 by province, shares.
std::map<std::string, double> rates_of_2015(std::filesystem::path const& file) {
  std::map<std::string, double> rates;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream row(line);
    std::string name, year, rate;
    std::getline(row, name, ','), std::getline(row, year, ','), std::getline(row, rate, ',');
    if (year == "2015") rates[name] = std::stod(rate) / 100;
  }
  return rates;
}

/// The provinces of today in what was one in 2015.
std::vector<std::string> parts_of(std::string const& name) {
  std::vector<std::string> const west{"Papua Barat", "Papua Barat Daya"},
      east{"Papua", "Papua Selatan", "Papua Tengah", "Papua Pegunungan"};
  for (auto const& old : {west, east})
    if (std::ranges::find(old, name) != old.end()) return old;
  return {name};
}

/// Growth of lasting earnings a year, 2015 to 2025, log points.
double growth_of(std::string const& name, Areas const& areas,
                 std::map<std::string, double> const& before) {
  auto const parts = parts_of(name);
  double persons = 0, poor = 0, spread = 0;
  for (auto const& area : areas.rows) {
    if (std::ranges::find(parts, area.name) == parts.end()) continue;
    persons += area.population;
    poor += area.population * area.poverty_rate;
    spread += area.population * fit_spending(area.poverty_rate, area.poverty_gap).sigma;
  }
  return spread / persons *
         (math::normal_quantile(before.at(parts.front())) - math::normal_quantile(poor / persons)) /
         10;
}

}  // namespace

TEST_CASE("provinces: growth above the nation's has no mean", "[unit]") {
  auto const areas = read_areas(testing::provinces_file());
  double persons = 0, sum = 0;
  for (auto const& area : areas.rows) {
    persons += area.population;
    sum += area.population * area.growth_above;
    CHECK(std::abs(area.growth_above) < 0.01);
  }
  CHECK(std::abs(sum / persons) < 5e-5);  // rounded to a hundredth of a percent
}

TEST_CASE("provinces: growth is that of their poverty rates of 2015 and 2025", "[unit]") {
  if (!std::filesystem::exists(panel_file())) {
    WARN("the panel of provinces is not here; nothing is compared");
    return;
  }
  auto const areas = read_areas(testing::provinces_file());
  auto const before = rates_of_2015(panel_file());
  double persons = 0, mean = 0;
  for (auto const& area : areas.rows) {
    persons += area.population;
    mean += area.population * growth_of(area.name, areas, before);
  }
  mean /= persons;
  CHECK(mean == Approx(0.0062).margin(1e-4));
  for (auto const& area : areas.rows) {
    INFO(area.name);
    CHECK(area.growth_above == Approx(growth_of(area.name, areas, before) - mean).margin(5.1e-5));
  }
}
