#include "mechanisms/labelling.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

/// Which of the 128 lots are labelled.
Values lots_labelled(float share) {
  std::vector<std::int32_t> lot;
  for (std::int32_t i = 0; i < 128; ++i) lot.push_back(i);
  Values labelled(128), hurt(128);
  Values const active(128, 1);
  label_houses(labelled, hurt, active, lot, {.share = share}, {});
  return labelled;
}

/// A caseload in which every second family has a lot below 64.
testing::Caseload labelled_caseload(World const& world, float share) {
  auto caseload = testing::busy_caseload(world);
  caseload.levers.labelling.share = share;
  for (Eigen::Index i = 0; i < caseload.households.traits.size(); ++i) {
    auto const lot = static_cast<std::uint32_t>(i % 64 + 64 * (i % 2)) % 128;
    auto& word = caseload.households.traits[i];
    word = (word & ~traits::lot.mask()) | traits::lot.put(lot);
  }
  return caseload;
}

}  // namespace

TEST_CASE("labelling: families of the lower lots are labelled, and feel it", "[unit]") {
  Values labelled(4), hurt = {0.05f, 0, 0.05f, 0.05f};
  Values const active = {1, 1, 1, 0};
  std::vector<std::int32_t> const lot = {0, 63, 64, 0};
  label_houses(labelled, hurt, active, lot, {.share = 0.5f}, {.shame = 0.01f});
  CHECK(labelled == Values{1, 1, 0, 0});
  CHECK(hurt[0] == Approx(0.06f));
  CHECK(hurt[1] == 0.01f);
  CHECK(hurt[2] == 0.05f);
  CHECK(hurt[3] == 0.05f);  // not in the programme
}

TEST_CASE("labelling: a share is a share, and a larger one holds a smaller", "[property]") {
  for (std::uint32_t i = 0; i < 1000; ++i) {
    testing::Chance chance(i, 30);
    float const share = chance.uniform(), more = share + chance.uniform() * (1 - share);
    auto const few = lots_labelled(share), many = lots_labelled(more);
    auto const count = std::count(few.begin(), few.end(), 1.0f);
    INFO("case " << i << ", share " << share);
    CHECK(static_cast<float>(count) - 128 * share <= 0.5f);
    CHECK(128 * share - static_cast<float>(count) <= 0.5f);
    CHECK(std::ranges::equal(few, many, std::less_equal<>{}));
  }
  CHECK(lots_labelled(0) == Values(128, 0));
  CHECK(lots_labelled(1) == Values(128, 1));
}

TEST_CASE("labelling: where no house is labelled, or switched off, nobody leaves for shame",
          "[unit]") {
  World world;
  world.labelling.more_requests = 100;
  world.labelling.shame = 0.01f;
  auto none = labelled_caseload(world, 0);
  auto const tally = testing::live_on(none, 24);
  CHECK(tally[Count::left_label] == 0);
  world.labelling.on = false;
  auto off = labelled_caseload(world, 0.5f);
  CHECK(testing::live_on(off, 24) == tally);
  CHECK(testing::bits_of(off.households) == testing::bits_of(none.households));
  world.labelling.on = true;
  auto with = labelled_caseload(world, 0.5f);
  CHECK(testing::live_on(with, 24)[Count::left_label] > 0);
}

TEST_CASE("labelling: shame costs confidence where the house is labelled, and only there",
          "[unit]") {
  World world;
  world.labelling.more_requests = 0;
  world.labelling.shame = 0.01f;
  world.peers.on = false;  // or the neighbours of the labelled would feel it, too
  auto none = labelled_caseload(world, 0), with = labelled_caseload(world, 0.5f);
  none.live(1), with.live(1);
  auto const& before = none.households;
  int labelled = 0;
  for (Eigen::Index i = 0; i < before.traits.size(); ++i) {
    INFO("family " << i);
    if (traits::lot.get(before.traits[i]) < 64) {
      CHECK(with.households.confidence[i] < before.confidence[i]);
      ++labelled;
    } else {
      CHECK(with.households.confidence[i] == before.confidence[i]);
    }
  }
  CHECK(labelled == 48);  // of 96
}
