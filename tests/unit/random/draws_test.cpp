#include "random/draws.h"

#include "support/chance.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace graduasi;

namespace {

constexpr DrawFor families_of_march{.first_id = 1000, .month = 3, .key = {7, 2}};

struct FourColumns {
  std::vector<float> a, b, c, d;
  explicit FourColumns(std::size_t n) : a(n), b(n), c(n), d(n) {}
  bool operator==(FourColumns const&) const = default;
};

/// Draws in parts of `length`, as if the caseload were cut there.
template <class Draw>
FourColumns in_parts(std::size_t families, std::size_t length, Draw draw) {
  FourColumns all(families);
  for (std::size_t at = 0; at < families; at += length) {
    std::size_t const count = std::min(length, families - at);
    auto const part = [&](std::vector<float>& column) {
      return std::span(column).subspan(at, count);
    };
    DrawFor who = families_of_march;
    who.first_id += static_cast<std::uint32_t>(at);
    draw(part(all.a), part(all.b), part(all.c), part(all.d), who);
  }
  return all;
}

}  // namespace

TEST_CASE("draws: a family's draws are the words of its id, month and block", "[unit]") {
  FourColumns four(5), pair(5), one(5);
  draw_four(four.a, four.b, four.c, four.d, families_of_march, Monthly::contact);
  draw_normals_and_two(pair.a, pair.b, pair.c, pair.d, families_of_march, Monthly::luck);
  draw_normal_and_two(one.a, one.c, one.d, families_of_march, Monthly::assessment);
  // Some families only, in any order.
  FourColumns some(3);
  std::vector<std::int32_t> const numbers = {4, 0, 2};
  draw_normal_and_two_of(some.a, some.c, some.d, numbers, families_of_march, Monthly::assessment);
  for (std::size_t k = 0; k < 3; ++k) {
    auto const family = static_cast<std::size_t>(numbers[k]);
    CHECK(some.a[k] == one.a[family]);
    CHECK(some.c[k] == one.c[family]);
    CHECK(some.d[k] == one.d[family]);
  }
  std::vector<std::uint32_t> x(5), y(5), z(5), w(5), third(5), fourth(5);
  draw_words(x, y, z, w, families_of_march, Monthly::members);
  std::vector<float> normal(5);
  draw_normal_and_words(normal, third, fourth, families_of_march, Monthly::life);
  for (std::uint32_t i = 0; i < 5; ++i) {
    INFO("family " << 1000 + i);
    auto const words = [&](std::uint32_t block) {
      return threefry4x32(1000 + i, 3, block, 0, 7, 2);
    };
    CHECK(four.a[i] == math::uniform(words(1)[0]));
    CHECK(four.b[i] == math::uniform(words(1)[1]));
    CHECK(four.c[i] == math::uniform(words(1)[2]));
    CHECK(four.d[i] == math::uniform(words(1)[3]));
    auto const luck = math::normal_pair(words(0)[0], words(0)[1]);
    CHECK(pair.a[i] == luck.first);
    CHECK(pair.b[i] == luck.second);
    CHECK(pair.c[i] == math::uniform(words(0)[2]));
    CHECK(pair.d[i] == math::uniform(words(0)[3]));
    CHECK(one.a[i] == math::normal_pair(words(2)[0], words(2)[1]).first);
    CHECK(one.c[i] == math::uniform(words(2)[2]));
    CHECK(one.d[i] == math::uniform(words(2)[3]));
    CHECK(x[i] == words(4)[0]);
    CHECK(y[i] == words(4)[1]);
    CHECK(z[i] == words(4)[2]);
    CHECK(w[i] == words(4)[3]);
    CHECK(normal[i] == math::normal_pair(words(6)[0], words(6)[1]).first);
    CHECK(third[i] == words(6)[2]);
    CHECK(fourth[i] == words(6)[3]);
  }
}

TEST_CASE("draws: they do not depend on how a caseload is cut", "[property]") {
  auto const normals = [](auto a, auto b, auto c, auto d, DrawFor const& who) {
    draw_normals_and_two(a, b, c, d, who, Monthly::luck);
  };
  auto const uniforms = [](auto a, auto b, auto c, auto d, DrawFor const& who) {
    draw_four(a, b, c, d, who, Monthly::contact);
  };
  auto const whole_normals = in_parts(304, 304, normals);
  auto const whole_uniforms = in_parts(304, 304, uniforms);
  for (std::size_t length : {1u, 7u, 16u, 112u, 303u}) {
    INFO("cut at " << length);
    CHECK(in_parts(304, length, normals) == whole_normals);
    CHECK(in_parts(304, length, uniforms) == whole_uniforms);
  }
}

TEST_CASE("draws: uniform numbers fill [0, 1) evenly", "[statistical]") {
  constexpr std::size_t families = 1000000;
  FourColumns u(families);
  draw_four(u.a, u.b, u.c, u.d, families_of_march, Monthly::contact);
  for (auto const* column : {&u.a, &u.b, &u.c, &u.d}) {
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
