#include "random/draws.h"

#include "support/chance.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <utility>
#include <vector>

using namespace graduasi;

namespace {

constexpr DrawFor families_of_march{.first_id = 1000, .month = 3, .key = {7, 2}};

/// A block of what is asked when a quarter opens.
struct Quarterly {
  std::vector<float> a, b, c, d, e;
  explicit Quarterly(std::size_t n) : a(n), b(n), c(n), d(n), e(n) {}
  QuarterDraws out() { return {a, b, c, d, e}; }
  bool operator==(Quarterly const&) const = default;
};

struct Members {
  std::vector<std::uint32_t> risk_a, risk_b, leavers_a, leavers_b, birth, moves;
  explicit Members(std::size_t n)
      : risk_a(n), risk_b(n), leavers_a(n), leavers_b(n), birth(n), moves(n) {}
};

Members members_of(std::size_t families) {
  Members m(families);
  draw_members({m.risk_a, m.risk_b, m.leavers_a, m.leavers_b, m.birth, m.moves}, families_of_march,
               Monthly::members);
  return m;
}

/// All that a family is asked in every month.
struct Everyday {
  std::vector<float> luck, survey, setback, attendance, visit, check, own_request;
  explicit Everyday(std::size_t n)
      : luck(n), survey(n), setback(n), attendance(n), visit(n), check(n), own_request(n) {}
};

Everyday everyday_of(std::size_t families) {
  Everyday day(families);
  draw_everyday({.first_normal = day.luck,
                 .second_normal = day.survey,
                 .third = day.setback,
                 .third_exchanged = day.attendance,
                 .fourth = day.visit,
                 .fourth_exchanged = day.check,
                 .sum = day.own_request},
                families_of_march, Monthly::everyday);
  return day;
}

struct Weighed {
  std::vector<float> normal, third, third_exchanged, fourth;
  explicit Weighed(std::size_t n) : normal(n), third(n), third_exchanged(n), fourth(n) {}
  WeighedDraws out() { return {normal, third, third_exchanged, fourth}; }
};

/// Draws in parts of `length`, as if the caseload were cut there.
Quarterly in_parts(std::size_t families, std::size_t length) {
  Quarterly all(families);
  for (std::size_t at = 0; at < families; at += length) {
    std::size_t const count = std::min(length, families - at);
    auto const part = [&](std::vector<float>& column) {
      return std::span(column).subspan(at, count);
    };
    DrawFor who = families_of_march;
    who.first_id += static_cast<std::uint32_t>(at);
    draw_quarter({part(all.a), part(all.b), part(all.c), part(all.d), part(all.e)}, who,
                 Monthly::livelihood);
  }
  return all;
}

}  // namespace

TEST_CASE("draws: a family's draws are the words of its id, month and block", "[unit]") {
  Quarterly quarter(5);
  draw_quarter(quarter.out(), families_of_march, Monthly::livelihood);
  Everyday const day = everyday_of(5);
  Weighed all(5), some(3);
  draw_weighed(all.out(), families_of_march, Monthly::assessment);
  // Some families only, in any order.
  std::vector<std::int32_t> const numbers = {4, 0, 2};
  draw_weighed_of(some.out(), numbers, families_of_march, Monthly::assessment);
  for (std::size_t k = 0; k < 3; ++k) {
    auto const family = static_cast<std::size_t>(numbers[k]);
    CHECK(some.normal[k] == all.normal[family]);
    CHECK(some.third[k] == all.third[family]);
    CHECK(some.third_exchanged[k] == all.third_exchanged[family]);
    CHECK(some.fourth[k] == all.fourth[family]);
  }
  Members const drawn = members_of(5);
  for (std::uint32_t i = 0; i < 5; ++i) {
    INFO("family " << 1000 + i);
    auto const words = [&](std::uint32_t block) {
      return threefry4x32(1000 + i, 3, block, 0, 7, 2);
    };
    auto const exchanged = [](std::uint32_t word) { return word << 16 | word >> 16; };
    CHECK(quarter.a[i] == math::normal_pair(words(9)[0], words(9)[1]).first);
    CHECK(quarter.b[i] == math::uniform(words(9)[2]));
    CHECK(quarter.c[i] == math::uniform(exchanged(words(9)[2])));
    CHECK(quarter.d[i] == math::uniform(words(9)[3]));
    CHECK(quarter.e[i] == math::uniform(exchanged(words(9)[3])));
    auto const luck = math::normal_pair(words(7)[0], words(7)[1]);
    CHECK(day.luck[i] == luck.first);
    CHECK(day.survey[i] == luck.second);
    CHECK(day.setback[i] == math::uniform(words(7)[2]));
    CHECK(day.attendance[i] == math::uniform(exchanged(words(7)[2])));
    CHECK(day.visit[i] == math::uniform(words(7)[3]));
    CHECK(day.check[i] == math::uniform(exchanged(words(7)[3])));
    CHECK(day.own_request[i] == math::uniform(words(7)[2] + words(7)[3]));
    CHECK(all.normal[i] == math::normal_pair(words(2)[0], words(2)[1]).first);
    CHECK(all.third[i] == math::uniform(words(2)[2]));
    CHECK(all.third_exchanged[i] == math::uniform(exchanged(words(2)[2])));
    CHECK(all.fourth[i] == math::uniform(words(2)[3]));
    CHECK(drawn.risk_a[i] == words(8)[0]);
    CHECK(drawn.risk_b[i] == words(8)[1]);
    CHECK(drawn.leavers_a[i] == words(8)[2]);
    CHECK(drawn.leavers_b[i] == words(8)[3]);
    CHECK(drawn.birth[i] == exchanged(words(8)[0]) + words(8)[3]);
    CHECK(drawn.moves[i] == words(8)[1] + words(8)[2]);
    CHECK(members::check(words(8)[1], words(8)[3]) == words(8)[1] + exchanged(words(8)[3]));
  }
}

TEST_CASE("draws: they do not depend on how a caseload is cut", "[property]") {
  auto const whole = in_parts(304, 304);
  for (std::size_t length : {1u, 7u, 16u, 112u, 303u}) {
    INFO("cut at " << length);
    CHECK(in_parts(304, length) == whole);
  }
}

TEST_CASE("draws: uniform numbers fill [0, 1) evenly", "[statistical]") {
  constexpr std::size_t families = 1000000;
  Everyday const day = everyday_of(families);
  for (auto const* column :
       {&day.setback, &day.attendance, &day.visit, &day.check, &day.own_request}) {
    double sum = 0, tenths[10] = {};
    bool inside = true;
    for (float const x : *column) {
      inside = inside && x >= 0.0f && x < 1.0f;
      sum += x;
      ++tenths[static_cast<int>(x * 10)];
    }
    CHECK(inside);
    CHECK(std::abs(testing::mean_distance(sum, families, 0.5, std::sqrt(1 / 12.0))) < 4);
    for (double const count : tenths)
      CHECK(std::abs(testing::share_distance(count, families, 0.1)) < 4);
  }
}

TEST_CASE("draws: numbers that share words come to pass together as chance has it",
          "[statistical]") {
  constexpr std::size_t families = 4000000;
  auto const below = [](auto const& column, std::size_t i, double chance) {
    return static_cast<double>(column[i]) < chance;
  };
  SECTION("in every month") {
    Everyday const day = everyday_of(families);
    std::vector<std::pair<std::vector<float> const*, double>> const asked = {
        {&day.setback, 0.02},
        {&day.attendance, 0.8},
        {&day.visit, 0.3},
        {&day.check, 1 / 24.0},
        {&day.own_request, 0.01}};
    for (auto const& [one, chance] : asked) {
      for (auto const& [other, other_chance] : asked) {
        if (one == other) continue;
        double both = 0;
        for (std::size_t i = 0; i < families; ++i)
          both += below(*one, i, chance) && below(*other, i, other_chance) ? 1 : 0;
        CHECK(std::abs(testing::share_distance(both, families, chance * other_chance)) < 4.5);
      }
    }
  }
  SECTION("of members, by halves") {
    auto const halves = [](std::uint32_t i) {
      auto const w = threefry4x32(i, 3, 8, 0, 7, 2);
      std::vector<std::uint32_t> found;
      for (std::uint32_t const word : {w[0], w[1], w[2], w[3], members::birth(w[0], w[3]),
                                       members::moves(w[1], w[2]), members::check(w[1], w[3])})
        found.insert(found.end(), {word >> 16, word & 0xffffu});
      found.pop_back();  // the lower half of the last is asked nothing
      return found;
    };
    constexpr std::size_t asked = 13;
    std::vector<double> both(asked * asked);
    for (std::uint32_t i = 0; i < 1000000; ++i) {
      auto const found = halves(i);
      for (std::size_t one = 0; one < asked; ++one)
        for (std::size_t other = 0; other < asked; ++other)
          both[one * asked + other] += found[one] < 3277 && found[other] < 19661 ? 1 : 0;
    }
    for (std::size_t one = 0; one < asked; ++one)
      for (std::size_t other = 0; other < asked; ++other)
        if (one != other) {
          INFO("halves " << one << " and " << other);
          CHECK(std::abs(testing::share_distance(both[one * asked + other], 1000000,
                                                 3277.0 / 65536 * 19661.0 / 65536)) < 4.5);
        }
  }
}
