#include "scenario/priors.h"

#include "scenario/beta.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

using namespace graduasi;
using Catch::Detail::Approx;
using Shape = Prior::Shape;

namespace {

constexpr Range wide = {-1e6, 1e6};

Prior prior(Shape shape, std::vector<double> numbers, Range range = wide) {
  return {.shape = shape, .numbers = std::move(numbers), .range = range};
}

}  // namespace

TEST_CASE("priors: the middle of each shape is its median", "[unit][scenario]") {
  CHECK(central_value(prior(Shape::uniform, {0.1, 0.4})) == Approx(0.25).epsilon(1e-12));
  CHECK(central_value(prior(Shape::normal, {0.09, 0.1})) == Approx(0.09).epsilon(1e-9));
  CHECK(central_value(prior(Shape::lognormal, {1, 0.5})) == Approx(2.718281828).epsilon(1e-9));
  CHECK(central_value(prior(Shape::triangular, {0, 1, 2})) == Approx(1).epsilon(1e-12));
  CHECK(central_value(prior(Shape::split, {0, 0.1, 2})) == Approx(0.1).epsilon(1e-12));
  CHECK(central_value(prior(Shape::beta, {3, 3})) == Approx(0.5).epsilon(1e-9));
  CHECK(central_value(prior(Shape::chance, {0.7})) == 1);
  CHECK(central_value(prior(Shape::chance, {0.3})) == 0);
  CHECK(central_value(prior(Shape::draws, {5, 1, 3})) == 3);
  CHECK(central_value(prior(Shape::draws, {4, 1, 3, 2})) == 2.5);
}

TEST_CASE("priors: draws follow the inverse distribution function", "[unit][scenario]") {
  CHECK(draw_of(prior(Shape::uniform, {2, 4}), 0.25) == 2.5);
  CHECK(draw_of(prior(Shape::normal, {10, 2}), 0.975) ==
        Approx(10 + 2 * 1.959963985).epsilon(1e-9));
  CHECK(draw_of(prior(Shape::triangular, {0, 1, 4}), 0.25) == Approx(1).epsilon(1e-12));
  CHECK(draw_of(prior(Shape::triangular, {0, 1, 4}), 0.0625) == Approx(0.5).epsilon(1e-12));
  CHECK(draw_of(prior(Shape::split, {0, 1, 4}), 0.125) == Approx(0.5).epsilon(1e-12));
  CHECK(draw_of(prior(Shape::split, {0, 1, 4}), 0.875) == Approx(2.5).epsilon(1e-12));
  CHECK(draw_of(prior(Shape::split, {0, 1, 4}), 0) == 0);
  CHECK(draw_of(prior(Shape::chance, {0.7}), 0.29) == 0);
  CHECK(draw_of(prior(Shape::chance, {0.7}), 0.31) == 1);
  CHECK(text_of(prior(Shape::chance, {0.7})) == "{chance: 0.7}");
  CHECK(draw_of(prior(Shape::split, {1, 1, 4}), 0.3) == 1);
}

TEST_CASE("priors: some draws may be exactly zero, the others follow the shape",
          "[unit][scenario]") {
  auto spiked = prior(Shape::uniform, {0, 0.6});
  spiked.at_zero = 0.4;
  CHECK(draw_of(spiked, 0.399) == 0);
  CHECK(draw_of(spiked, 0.7) == Approx(0.3).epsilon(1e-12));  // the middle of the shape
  CHECK(draw_of(spiked, 0.85) == Approx(0.45).epsilon(1e-12));
  // The middle of all draws: a sixth of the way up the shape.
  CHECK(central_value(spiked) == Approx(0.1).epsilon(1e-12));
  CHECK(text_of(spiked) == "{uniform: [0, 0.6], or_zero: 0.4}");
  spiked.at_zero = 0.6;
  CHECK(central_value(spiked) == 0);
  auto away = prior(Shape::split, {0.2, 0.3, 0.5});
  away.at_zero = 0.5;
  CHECK(draw_of(away, 0.49) == 0);
  CHECK(draw_of(away, 0.51) > 0.2);
  CHECK(draw_of(away, 0.75) == Approx(0.3).epsilon(1e-12));
}

TEST_CASE("priors: as many draws are zero as the prior says", "[unit][scenario]") {
  for (auto const shape : {Shape::uniform, Shape::triangular, Shape::split, Shape::normal,
                           Shape::lognormal, Shape::beta}) {
    bool const three = shape == Shape::triangular || shape == Shape::split;
    auto spiked = prior(shape, three ? std::vector{0.1, 0.2, 0.3} : std::vector{0.1, 0.3}, {0, 50});
    spiked.at_zero = 0.4;
    constexpr int draws = 4000;
    int zeros = 0;
    for (int draw = 0; draw < draws; ++draw)
      zeros += draw_of(spiked, prior_uniform(1, draw, "world.money.finance_effect")) == 0 ? 1 : 0;
    INFO(name_of(shape));
    CHECK(std::abs(zeros - 0.4 * draws) < 4 * std::sqrt(draws * 0.4 * 0.6));
  }
}

TEST_CASE("priors: draws below zero come before those at zero", "[unit][scenario]") {
  auto spiked = prior(Shape::uniform, {-1, 3});  // a quarter of the shape below zero
  spiked.at_zero = 0.2;
  CHECK(draw_of(spiked, 0.1) == Approx(-0.5).epsilon(1e-12));
  CHECK(draw_of(spiked, 0.19) == Approx(-0.05).epsilon(1e-9));
  CHECK(draw_of(spiked, 0.21) == 0);
  CHECK(draw_of(spiked, 0.39) == 0);
  CHECK(draw_of(spiked, 0.6) == Approx(1).epsilon(1e-12));
  double before = -1;
  for (double u = 0.0005; u < 1; u += 0.001) {
    CHECK(draw_of(spiked, u) >= before);
    before = draw_of(spiked, u);
  }
}

TEST_CASE("priors: a normal prior is cut to the range as if drawn again", "[unit][scenario]") {
  // Cut at its mean, the middle of a standard normal's upper half is its upper quartile.
  auto const half = prior(Shape::normal, {0, 1}, {0, 50});
  CHECK(central_value(half) == Approx(0.6744897502).epsilon(1e-8));
  for (double u = 0.0005; u < 1; u += 0.001) CHECK(draw_of(half, u) >= 0);
  auto const narrow = prior(Shape::lognormal, {0, 1}, {0.5, 1.5});
  CHECK(draw_of(narrow, 1e-9) == Approx(0.5).epsilon(1e-6));
  CHECK(draw_of(narrow, 1 - 1e-9) == Approx(1.5).epsilon(1e-6));
}

TEST_CASE("priors: a normal prior without spread is its mean", "[unit][scenario]") {
  CHECK(draw_of(prior(Shape::normal, {0.3, 0}, {0, 1}), 0.9) == 0.3);
  CHECK(draw_of(prior(Shape::lognormal, {0, 0}, {0, 2}), 0.1) == 1);
}

TEST_CASE("priors: the incomplete beta function meets its closed forms", "[unit][scenario]") {
  for (double x : {0.01, 0.2, 0.5, 0.77, 0.99}) {
    CHECK(beta_share_below(x, 1, 1) == Approx(x).epsilon(1e-12));
    CHECK(beta_share_below(x, 3, 1) == Approx(x * x * x).epsilon(1e-11));
    CHECK(beta_share_below(x, 1, 4) == Approx(1 - std::pow(1 - x, 4)).epsilon(1e-11));
    CHECK(beta_share_below(x, 2, 2) == Approx(x * x * (3 - 2 * x)).epsilon(1e-11));
    CHECK(beta_share_below(x, 0.5, 0.5) ==
          Approx(2 / 3.14159265358979 * std::asin(std::sqrt(x))).epsilon(1e-10));
  }
  CHECK(beta_share_below(0.5, 900, 900) == Approx(0.5).epsilon(1e-9));
  CHECK(beta_quantile(0.008, 3, 1) == Approx(0.2).epsilon(1e-9));
}

TEST_CASE("priors: the uniform number depends on seed, draw and path only", "[unit][scenario]") {
  std::set<double> met;
  double sum = 0;
  constexpr int draws = 2000;
  for (int draw = 0; draw < draws; ++draw) {
    double const u = prior_uniform(1, draw, "world.skills.learning_rate");
    CHECK((0 < u && u < 1));
    met.insert(u);
    sum += u;
  }
  CHECK(met.size() == draws);
  double const standard_error = std::sqrt(1.0 / 12 / draws);
  CHECK(std::abs(sum / draws - 0.5) < 4 * standard_error);
  CHECK(prior_uniform(1, 3, "a") == prior_uniform(1, 3, "a"));
  CHECK(prior_uniform(1, 3, "a") != prior_uniform(2, 3, "a"));
  CHECK(prior_uniform(1, 3, "a") != prior_uniform(1, 3, "b"));
}

TEST_CASE("priors: one draw uses the middle, more draws take the file in its order",
          "[unit][scenario]") {
  Uncertain const uncertain{"world.skills.learning_rate", prior(Shape::draws, {0.3, 0.1, 0.2})};
  RunCounts counts;
  CHECK(value_in_draw(uncertain, counts, 0) == 0.2);
  counts.parameter_draws = 3;
  CHECK(value_in_draw(uncertain, counts, 0) == 0.3);
  CHECK(value_in_draw(uncertain, counts, 1) == 0.1);
  CHECK(value_in_draw(uncertain, counts, 2) == 0.2);
}
