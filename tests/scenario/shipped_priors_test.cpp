// scenarios/priors.yaml says what is believed of everything uncertain, and nothing else.
#include "model/parameters.h"
#include "parameters/lookup.h"
#include "population/settings.h"
#include "scenario/priors.h"
#include "scenario/read.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <regex>
#include <string>

using namespace graduasi;

namespace {

Scenario const& shipped() {
  static Scenario const scenario =
      read_scenario(testing::source_folder() / "scenarios/priors.yaml");
  return scenario;
}

Uncertain const* prior_of(std::string const& path) {
  auto const& all = shipped().uncertain;
  auto const found = std::ranges::find(all, path, &Uncertain::path);
  return found == all.end() ? nullptr : &*found;
}

/// Sizes, definitions and counts that a scenario chooses, and what follows from others.
bool is_chosen(std::string const& path) {
  static std::vector<std::string> const chosen = {"population.households",
                                                  "population.programme_households",
                                                  "population.least_families_per_district",
                                                  "population.mean_household_size_nation",
                                                  "population.intake.reserve_share",
                                                  "population.intake.new_families",
                                                  "population.districts.hard_weight",
                                                  "population.districts.caseload_spread",
                                                  "population.districts.institution_spread",
                                                  "population.families.component_share",
                                                  "world.card_custody.keepers",
                                                  "world.care.child_hours",
                                                  "population.families.list_ready_months",
                                                  "world.natural_exit.commitment",
                                                  "world.readiness.multiple",
                                                  "world.readiness.months",
                                                  "world.costs.discount_rate",
                                                  "world.costs.price_year",
                                                  "world.target_pressure.usual_pace_all",
                                                  "world.target_pressure.usual_pace_self_reliant"};
  return std::ranges::find(chosen, path) != chosen.end();
}

struct Span {
  double min, max;
};

double number(std::string const& text) {
  auto const slash = text.find('/');
  if (slash == std::string::npos) return std::stod(text);
  return std::stod(text.substr(0, slash)) / std::stod(text.substr(slash + 1));
}

/// "assumption, 0.1 to 0.6" and "assumption, x 0.5 to 2": the first span that holds the default.
std::optional<Span> span_in(std::string const& source, double usual) {
  static std::regex const span(
      R"((x )?(-?[0-9.]*[0-9](?:/[0-9]+)?) to (-?[0-9.]*[0-9](?:/[0-9]+)?))");
  for (std::sregex_iterator i(source.begin(), source.end(), span), end; i != end; ++i) {
    double const factor = (*i)[1].matched ? usual : 1;
    Span const found{factor * number((*i)[2]), factor * number((*i)[3])};
    if (found.min <= usual && usual <= found.max) return found;
  }
  return {};
}

template <class Root, class Look>
void each_number(Look const& look) {
  Root const defaults;
  for (auto const& row : rows_of<Root>()) {
    if (row.kind == Kind::yes_no || row.kind == Kind::choice || row.kind == Kind::set) continue;
    look(row, row.get(defaults));
  }
}

template <class Root>
void check_root() {
  each_number<Root>([](Row const& row, double usual) {
    INFO(row.path);
    auto const* const uncertain = prior_of(row.path);
    CHECK((uncertain != nullptr) != is_chosen(row.path));
    if (uncertain == nullptr) return;
    double const middle = central_value(uncertain->prior);
    CHECK(std::abs(middle - usual) <= 1e-4 * std::abs(usual));
    auto const span = span_in(std::string(row.source), usual);
    if (uncertain->prior.shape != Prior::Shape::split || !span) return;
    auto const& n = uncertain->prior.numbers;
    bool const says_so = std::abs(n[0] - span->min) <= 1e-4 * std::abs(span->min) &&
                         std::abs(n[2] - span->max) <= 1e-4 * std::abs(span->max);
    CHECK((says_so || row.path == "population.traits.habit_mean" ||
           row.path == "population.spending.noise_share" ||
           row.path == "world.card_custody.handing_over"));
  });
}

}  // namespace

TEST_CASE(
    "shipped priors: every uncertain number of the world has one, and its middle is the default",
    "[scenario]") {
  check_root<World>();
  check_root<PopulationSettings>();
}

TEST_CASE("shipped priors: zero lies inside where trials found nothing", "[scenario]") {
  for (char const* const path :
       {"world.self_confidence.strengths_effect", "world.earnings.skill_effect",
        "world.earnings.access_effect", "world.earnings.effort_effect", "world.peers.pull",
        "world.money.finance_effect", "world.enterprise.taught_effect",
        "world.member_clocks.parenting_effect", "world.shocks.health_effect",
        "world.supervision.upholds", "world.supervision.relief",
        "world.target_pressure.incentive_felt"}) {
    INFO(path);
    REQUIRE(prior_of(path) != nullptr);
    double const low = draw_of(prior_of(path)->prior, 0.05);
    double const middle = central_value(prior_of(path)->prior);
    CHECK(low <= 0.11 * middle);
  }
}
