#include "population/candidates.h"

#include "base/contract.h"
#include "base/member_track.h"
#include "population_support.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

std::unique_ptr<Candidates> batch(std::uint32_t first_id, std::size_t count,
                                  CalendarMonth first_day = calendar_month(2026, 1),
                                  PopulationSettings const& settings = {}) {
  static BirthTable const table = testing::default_births();
  auto candidates = std::make_unique<Candidates>();
  draw_candidates(*candidates, first_id, count, Key{.seed = 7, .replicate = 2}, table, settings,
                  first_day);
  return candidates;
}

}  // namespace

TEST_CASE("candidates: bytes agree with the school quarter of the family's day of the list",
          "[unit]") {
  PopulationSettings listed;
  listed.years.rows.resize(2);
  listed.years.rows[0].year = 2020, listed.years.rows[0].list_month = 2;
  listed.years.rows[1].year = 2023, listed.years.rows[1].list_month = 11;
  for (int month = 1; month <= 24; ++month) {
    auto const first_day = calendar_month(2026, (month - 1) % 12 + 1);
    auto const c =
        batch(5000, Candidates::max, first_day, month <= 12 ? PopulationSettings{} : listed);
    int members = 0;
    for (std::size_t i = 0; i < c->count; ++i) {
      int const since = c->since_list[i];
      CHECK(since >= c->tenure[i] / 3 + (month <= 12 ? 20 : 2));
      for (int place = 0; place < 4; ++place) {
        auto const byte = track::member(c->members[i], place);
        if (byte < 8 || byte >= track::school_over) continue;
        ++members;
        CHECK((static_cast<int>(byte) + since - first_day.school_quarter()) % 4 == 0);
      }
    }
    CHECK(members > 500);
  }
}

TEST_CASE("candidates: a family does not depend on the batch it is drawn in", "[unit]") {
  auto const whole = batch(1000, 1024);
  for (std::size_t from : {0u, 1u, 127u, 128u, 700u}) {
    auto const part = batch(1000 + static_cast<std::uint32_t>(from), 300);
    for (std::size_t i = 0; i < part->count; ++i) {
      if (from + i >= whole->count) break;
      CHECK(part->members[i] == whole->members[from + i]);
      CHECK(part->tenure[i] == whole->tenure[from + i]);
      CHECK(part->persons[i] == whole->persons[from + i]);
      CHECK(part->adult[i] == whole->adult[from + i]);
    }
  }
}

TEST_CASE("candidates: children come youngest first, then the elder, then the disabled member",
          "[unit]") {
  PopulationSettings settings;
  settings.families.disabled = 1;
  auto const c = batch(0, Candidates::max, calendar_month(2026, 1), settings);
  for (std::size_t i = 0; i < c->count; ++i) {
    std::uint32_t before = 0;
    for (int place = 0; place < 4; ++place) {
      auto const byte = track::member(c->members[i], place);
      if (byte == track::nobody) continue;
      CHECK((place == 0 || track::member(c->members[i], place - 1) != track::nobody));
      // Only the disabled member's byte is below the elder's before it.
      if (byte != track::disabled && c->kind[i] != FamilyKind::elders) CHECK(byte >= before);
      before = byte;
    }
  }
}

TEST_CASE("candidates: persons, tenure and years to 50 stay in their ranges", "[unit]") {
  PopulationSettings settings;
  settings.spending.tenure_max = 3;
  auto const c = batch(0, Candidates::max, calendar_month(2026, 1), settings);
  std::array<int, 4> tenures{};
  for (std::size_t i = 0; i < c->count; ++i) {
    int members = 0;
    for (int place = 0; place < 4; ++place) {
      members += track::member(c->members[i], place) != track::nobody;
    }
    CHECK(c->persons[i] >= std::max(1, members - 1));
    CHECK(c->persons[i] <= 16);
    REQUIRE(c->tenure[i] >= 0);
    REQUIRE(c->tenure[i] <= 3);
    ++tenures[static_cast<std::size_t>(c->tenure[i])];
    CHECK((c->adult[i] < 200 || members == 4));  // past 50 only where no place is free
  }
  for (int const count : tenures) CHECK(count > 200);
}

TEST_CASE("candidates: settings of 0 and 1 leave nobody and everybody", "[unit]") {
  PopulationSettings settings;
  settings.families.elder_only = 1;
  settings.families.female_headed = 1;
  auto const elders = batch(0, 500, calendar_month(2026, 1), settings);
  for (std::size_t i = 0; i < elders->count; ++i) {
    CHECK(elders->kind[i] == FamilyKind::elders);
    CHECK(track::member(elders->members[i], 0) >= track::elderly_from(60));
    CHECK(elders->female_headed[i] == 1);
  }
  settings.families.elder_only = 0;
  settings.families.grandparent = 0;
  settings.families.disabled = 0;
  auto const parents = batch(0, 500, calendar_month(2026, 1), settings);
  for (std::size_t i = 0; i < parents->count; ++i) CHECK(parents->kind[i] == FamilyKind::parents);
}

TEST_CASE("candidates: a batch that is too large is a broken contract", "[unit]") {
  CHECK_THROWS_AS(batch(0, Candidates::max + 1), BrokenContract);
}

TEST_CASE("birth table: the height of the bell gives completed fertility", "[unit]") {
  for (float births : {0.5f, 1.2f, 2.4f, 5.0f}) {
    FamilySettings families;
    families.completed_fertility = births;
    ShareByByte all;
    all.fill(1.0f);
    CHECK(expected_births(make_birth_table(families, all)) ==
          Approx(static_cast<double>(births)).epsilon(1e-6));
  }
}

TEST_CASE("birth table: mothers' ages run from 17 to 65 with three in four from 20 to 55",
          "[unit]") {
  auto const table = testing::default_births();
  CHECK(table.mother_quarters.front() == Approx(68.0f).epsilon(1e-5));
  CHECK(table.mother_quarters.back() == Approx(260.0f).epsilon(1e-5));
  // Mean of 0.75 (20 + 35 a / (a + b)) + 0.25 * 41 years.
  double mean = 0;
  for (std::size_t k = 0; k < BirthTable::age_steps; ++k) {
    mean += 0.5 * static_cast<double>(table.mother_quarters[k] + table.mother_quarters[k + 1]);
  }
  mean /= 4.0 * BirthTable::age_steps;
  CHECK(mean == Approx(0.75 * (20 + 35 * 1.6 / 3.1) + 0.25 * 41).epsilon(1e-4));
}

TEST_CASE("birth table: a share at school outside [0, 1] is a broken contract", "[unit]") {
  ShareByByte shares;
  shares.fill(1.0f);
  shares[40] = 1.1f;
  CHECK_THROWS_AS(make_birth_table(FamilySettings{}, shares), BrokenContract);
}
