#include "mechanisms/care.h"

#include "support/chance.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

constexpr std::uint32_t baby = 8, pupil = 40, disabled = track::disabled;
constexpr std::uint32_t couple = 0, woman = 1;

CareNeeds eight_hours(CareParameters p = {}) {
  p.child_hours = 8;
  return care_needs(p);
}

std::uint32_t with(std::vector<std::uint32_t> const& bytes) {
  std::uint32_t members = 0;
  for (auto const byte : bytes) members = track::with_member(members, byte);
  return members;
}

/// Share of earning hours that is left.
double left(std::vector<std::uint32_t> const& bytes, std::uint32_t alone, std::int32_t grown = 0,
            CareNeeds const& needs = eight_hours()) {
  return std::exp(static_cast<double>(log_hours_left(with(bytes), grown, alone, needs)));
}

}  // namespace

TEST_CASE("care: a small child takes twice as much from a woman alone as from a couple", "[unit]") {
  CHECK(left({baby}, couple) == Approx(0.9));  // 8 of 80 hours
  CHECK(left({baby}, woman) == Approx(0.8));   // 8 of 40
  CHECK(left({baby, baby}, woman) == Approx(0.6));
  CHECK(left({}, woman) == 1);
  // Grown children at home share it.
  CHECK(left({baby}, woman, 1) == Approx(0.9));
  CHECK(left({baby}, couple, 2) == Approx(0.95));
}

TEST_CASE("care: it ends with school, and begins with birth", "[unit]") {
  CHECK(left({track::early_childhood}, woman) == Approx(0.8));
  CHECK(left({track::primary - 1}, woman) == Approx(0.8));
  CHECK(left({track::primary}, woman) == 1);
  CHECK(left({track::early_childhood - 1}, woman) == 1);  // not yet born
  CHECK(left({pupil, track::school_over - 1}, woman) == 1);
}

TEST_CASE("care: disabled and frail members take their part", "[unit]") {
  CareParameters p;
  p.disabled = 1.5f, p.frail = 0.25f, p.frail_years = 80;
  auto const needs = eight_hours(p);
  CHECK(left({disabled}, woman, 0, needs) == Approx(0.7));
  CHECK(left({track::elderly_from(80)}, woman, 0, needs) == Approx(0.95));
  CHECK(left({track::elderly_from(80) - 1}, woman, 0, needs) == 1);
  CHECK(left({disabled, track::elderly_from(80), baby}, couple, 0, needs) == Approx(0.725));
}

TEST_CASE("care: there is an end to what it takes", "[unit]") {
  CHECK(left({baby, baby, baby, disabled}, woman) == Approx(0.4));
  CareParameters p;
  p.most = 0;
  CHECK(left({baby, baby, baby, disabled}, woman, 0, eight_hours(p)) == 1);
}

TEST_CASE("care: without hours for a child nothing takes any", "[unit]") {
  auto const none = care_needs({});
  CHECK_FALSE(none.any());
  CHECK(eight_hours().any());
  CHECK(left({baby, disabled, 255}, woman, 0, none) == 1);
}

TEST_CASE("care: a caseload's families are each as one by itself", "[unit]") {
  constexpr std::size_t slots = 48;
  testing::Chance chance(0, 31);
  std::vector<float> all(slots);
  std::vector<std::uint32_t> members, alone;
  std::vector<std::int32_t> grown;
  for (std::size_t i = 0; i < slots; ++i) {
    members.push_back(chance.word());
    alone.push_back(chance.below(2));
    grown.push_back(static_cast<std::int32_t>(chance.below(4)));
  }
  look_at_care(all, members, grown, alone, eight_hours());
  for (std::size_t i = 0; i < slots; ++i)
    CHECK(all[i] == log_hours_left(members[i], grown[i], alone[i], eight_hours()));
}
