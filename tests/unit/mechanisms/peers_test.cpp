#include "mechanisms/peers.h"

#include "agents/households.h"
#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

/// Whole circles; a place that nobody takes is neither in the programme nor out of it.
struct Neighbours {
  Values active, gone, confidence, was_poor;
  std::vector<std::int32_t> status, since_exit;
  Values drawn, norm;

  explicit Neighbours(std::size_t circles)
      : active(circles * circle),
        gone(active),
        confidence(active),
        was_poor(active),
        status(active.size()),
        since_exit(active.size()),
        drawn(active),
        norm(active) {}

  void enrol(std::size_t at, float with_confidence) {
    active[at] = 1, gone[at] = 0;
    confidence[at] = with_confidence;
    status[at] = static_cast<std::int32_t>(Status::active);
  }

  void see_off(std::size_t at, Status as, std::int32_t months_ago, bool was_poor_since = false) {
    active[at] = 0, gone[at] = 1;
    status[at] = static_cast<std::int32_t>(as);
    since_exit[at] = months_ago;
    was_poor[at] = was_poor_since ? 1.0f : 0.0f;
  }

  void look(float pull) {
    look_at_peers(drawn, norm,
                  {.active = active,
                   .gone = gone,
                   .confidence = confidence,
                   .status = status,
                   .since_exit = since_exit,
                   .was_poor = was_poor,
                   .last_self_reliant = static_cast<std::int32_t>(last_self_reliant)},
                  {.pull = pull});
  }
};

/// Any family at all, or nobody.
void settle(Neighbours& all, std::size_t at, testing::Chance& chance) {
  auto const months = static_cast<std::int32_t>(chance.below(64));
  // A whole number of 65,536ths, so that a mean loses nothing.
  if (chance.happens(0.6f)) {
    all.enrol(at, static_cast<float>(chance.below(65537)) / 65536.0f);
  } else if (chance.happens(0.8f)) {
    all.see_off(at, static_cast<Status>(1 + chance.below(11)), months, chance.happens(0.3f));
  }
}

}  // namespace

TEST_CASE("peers: confidence is drawn to the mean of the circle's active families", "[unit]") {
  Neighbours all(1);
  all.enrol(0, 0.25f);
  all.enrol(5, 0.5f);
  all.enrol(10, 0.75f);
  all.enrol(15, 0.5f);
  all.see_off(1, Status::raised, 0);
  all.confidence[1] = 1;  // no longer looked at
  all.look(0.1f);
  CHECK(all.drawn[0] == Approx(0.025f));  // a tenth of the way to one half
  CHECK(all.drawn[5] == 0.0f);
  CHECK(all.drawn[10] == Approx(-0.025f));
  CHECK(all.drawn[1] == 0.0f);
  CHECK(all.drawn[2] == 0.0f);
  Neighbours alone(1);
  alone.enrol(3, 0.25f);
  alone.look(0.1f);
  CHECK(alone.drawn == Values(circle));
}

TEST_CASE("peers: who left self-reliantly is an example, for five years and while it stands",
          "[unit]") {
  Neighbours all(1);
  for (std::size_t at = 0; at < 4; ++at) all.enrol(at, 0.5f);
  all.look(0);
  CHECK(all.norm == Values(circle));
  all.see_off(4, Status::raised, 0);
  all.look(0);
  for (float const norm : all.norm) CHECK(norm == Approx(0.2f));  // one family in five, in full
  all.see_off(5, Status::booked, 42);
  all.look(0);
  CHECK(all.norm[0] == Approx(0.2222222f));  // (1 + 21 / 63) / 6
  // Long forgotten, poor since, left for want of a component, struck off: families, no examples.
  all.see_off(6, Status::raised, 63);
  all.see_off(7, Status::raised, 0, true);
  all.see_off(8, Status::natural, 0);
  all.see_off(9, Status::struck_off, 0);
  all.look(0);
  CHECK(all.norm[0] == Approx(0.1333333f));                     // (1 + 1 / 3) / 10
  all.status[10] = static_cast<std::int32_t>(Status::waiting);  // not yet of the circle
  all.look(0);
  CHECK(all.norm[0] == Approx(0.1333333f));
}

TEST_CASE("peers: a circle's pulls cancel out, and its example is a share", "[property]") {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    testing::Chance chance(i, 28);
    Neighbours all(1);
    for (std::size_t at = 0; at < circle; ++at) settle(all, at, chance);
    all.look(chance.uniform());
    double sum = 0;
    INFO("case " << i);
    for (std::size_t at = 0; at < circle; ++at) {
      sum += all.drawn[at];
      if (all.active[at] == 0.0f) CHECK(all.drawn[at] == 0.0f);
      CHECK(all.norm[at] == all.norm[0]);
    }
    CHECK(sum == Approx(0).margin(1e-6));  // sixteen roundings of 6e-8
    CHECK(all.norm[0] >= 0.0f);
    CHECK(all.norm[0] <= 1.0f);
  }
}

TEST_CASE("peers: families outside the circle do not matter", "[property]") {
  CHECK(circle == 16);  // as many as an event draws together where its unit is a group
  for (std::uint32_t i = 0; i < 1000; ++i) {
    testing::Chance chance(i, 29);
    Neighbours all(3);
    for (std::size_t at = 0; at < 3 * circle; ++at) settle(all, at, chance);
    all.look(0.3f);
    auto const inside = [](Values const& values) {
      return Values(values.begin() + circle, values.begin() + 2 * circle);
    };
    Values const drawn = inside(all.drawn), norm = inside(all.norm);
    for (std::size_t at = 0; at < circle; ++at) {
      settle(all, at, chance);
      settle(all, 2 * circle + at, chance);
    }
    all.look(0.3f);
    INFO("case " << i);
    CHECK(inside(all.drawn) == drawn);
    CHECK(inside(all.norm) == norm);
  }
}

TEST_CASE("peers: switched off, nobody's confidence follows the circle", "[unit]") {
  World world;
  world.card_custody.on = false;  // it hurts, too
  world.self_confidence.contact_rate = 0;
  world.self_confidence.success_gain = 0;
  world.self_confidence.setback_drop = 0;
  world.self_confidence.home = 0;
  world.peers.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const before = testing::bits_of(caseload.households.confidence);
  testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.confidence) == before);
  world.peers.on = true;
  auto with = testing::busy_caseload(world);
  testing::live_on(with, 24);
  CHECK(testing::bits_of(with.households.confidence) != before);
}

TEST_CASE("peers: without pull and without weight in decisions they are as if switched off",
          "[unit]") {
  World world;
  world.readiness.months = 1;  // so that many leave
  world.peers.pull = 0;
  world.leaving.of_norm = 0;
  auto still = testing::busy_caseload(world);
  world.peers.on = false;
  auto off = testing::busy_caseload(world);
  CHECK(testing::live_on(still, 24) == testing::live_on(off, 24));
  CHECK(testing::bits_of(still.households) == testing::bits_of(off.households));
}
