#include "experiment/possible_draws.h"
#include "experiment/prepared.h"
#include "scenario/priors.h"
#include "scenario/read.h"
#include "scenario/variants.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;

namespace {

struct Drawn {
  Scenario scenario;
  Areas areas;
};

/// The shipped priors with so many draws.
Drawn shipped(int draws) {
  auto scenario = read_scenario(testing::source_folder() / "scenarios/priors.yaml");
  scenario.run.counts.parameter_draws = draws;
  auto areas = read_areas(scenario.areas_file);
  return {std::move(scenario), std::move(areas)};
}

ParameterSet setting_in(Drawn const& drawn, std::size_t draw) {
  return setting_of(drawn.scenario, {.name = "base", .values = {}}, static_cast<int>(draw));
}

bool is_possible(Drawn const& drawn, std::size_t draw) {
  return can_be(setting_in(drawn, draw), drawn.areas);
}

/// As shipped, but only what is named is uncertain.
Drawn only(int draws, std::initializer_list<Uncertain> uncertain) {
  auto drawn = shipped(draws);
  drawn.scenario.uncertain = uncertain;
  return drawn;
}

Prior uniform(double least, double most) {
  return {.shape = Prior::Shape::uniform, .numbers = {least, most}, .range = {0, 1}};
}

}  // namespace

TEST_CASE("possible draws: a world that credits more than it has, or has too much luck, cannot be",
          "[unit][experiment]") {
  auto const drawn = shipped(1);
  auto const middle = setting_in(drawn, 0);
  CHECK(can_be(middle, drawn.areas));
  // What is credited goes by the rate of learning over that of fading.
  Credit const skill = credited_skill(middle, drawn.areas);
  CHECK(skill.credited > 0.05);
  auto const ratio = static_cast<float>(skill.level / skill.credited);
  for (float const of_limit : {0.9f, 1.1f}) {
    auto setting = middle;
    setting.world->skills.fading_rate /= ratio * of_limit;
    CHECK(can_be(setting, drawn.areas) == (of_limit < 1));
  }
  auto setting = middle;
  setting.population.spending.noise_share = 0.30f;
  setting.population.spending.shock_share = 0.24f;
  CHECK(can_be(setting, drawn.areas));
  setting.population.spending.shock_share = 0.26f;
  CHECK_FALSE(can_be(setting, drawn.areas));
}

TEST_CASE("possible draws: what cannot be is drawn again, and all else stays",
          "[unit][experiment]") {
  constexpr std::size_t draws = 24;
  auto const before = shipped(draws);
  auto drawn = before;
  settle_draws(drawn.scenario, drawn.areas);
  auto const& attempts = drawn.scenario.attempts;
  REQUIRE(attempts.size() == draws);
  auto const& skill =
      *std::ranges::find(before.scenario.uncertain, "world.skills.fading_rate", &Uncertain::path);
  int again = 0;
  for (std::size_t d = 0; d < draws; ++d) {
    INFO("draw " << d);
    CHECK(is_possible(drawn, d));
    CHECK((attempts[d] == 0) == is_possible(before, d));
    auto const number = static_cast<int>(d);
    bool const is_same = value_in_draw(skill, drawn.scenario, number) ==
                         value_in_draw(skill, before.scenario, number);
    CHECK(is_same == (attempts[d] == 0));
    again += attempts[d] > 0 ? 1 : 0;
  }
  CHECK(again > 0);
  CHECK(draws_again(drawn.scenario) ==
        std::to_string(again) + " of 24 draws could not be and were drawn again");
}

TEST_CASE("possible draws: they are the same for every sample size and number of draws",
          "[unit][experiment]") {
  auto few = shipped(8), many = shipped(12);
  few.scenario.population.size.households = 2000;
  settle_draws(few.scenario, few.areas);
  settle_draws(many.scenario, many.areas);
  many.scenario.attempts.resize(8);
  CHECK(few.scenario.attempts == many.scenario.attempts);
}

TEST_CASE("possible draws: luck and noise leave something to last", "[unit][experiment]") {
  auto drawn = only(40, {{"population.spending.noise_share", uniform(0.2, 0.5)},
                         {"population.spending.shock_share", uniform(0, 0.4)}});
  settle_draws(drawn.scenario, drawn.areas);
  CHECK(std::ranges::count(drawn.scenario.attempts, 0) > 10);
  CHECK(std::ranges::count(drawn.scenario.attempts, 0) < 35);
  for (std::size_t d = 0; d < 40; ++d) {
    auto const& spending = setting_in(drawn, d).population.spending;
    CHECK(spending.noise_share + spending.shock_share <= 0.55f);
  }
}

TEST_CASE("possible draws: one draw and a scenario without priors are left alone",
          "[unit][experiment]") {
  auto middle = shipped(1), certain = only(5, {});
  settle_draws(middle.scenario, middle.areas);
  settle_draws(certain.scenario, certain.areas);
  CHECK(middle.scenario.attempts.empty());
  CHECK(certain.scenario.attempts.empty());
  CHECK(draws_again(certain.scenario).empty());
}

TEST_CASE("possible draws: where nothing can be, the first values stay", "[unit][experiment]") {
  auto drawn = only(3, {{"population.spending.noise_share", uniform(0.5, 0.6)}});
  drawn.scenario.population.spending.shock_share = 0.2f;
  settle_draws(drawn.scenario, drawn.areas);
  CHECK(drawn.scenario.attempts == std::vector<int>{-1, -1, -1});
  CHECK(draws_again(drawn.scenario) == "3 of 3 draws could not be, nor anything in their place");
}
