#include "model/arms.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <memory>
#include <vector>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

constexpr std::size_t families = 4096;

std::vector<float> treated_by(Event const& event, ArmMember const& place = {0, 0, 0, 1, {}}) {
  std::vector<float> treated(families), active(families, 1.0f);
  draw_arm(treated, active, event, place);
  return treated;
}

double sum(std::vector<float> const& values) {
  double total = 0;
  for (float const v : values) total += static_cast<double>(v);
  return total;
}

/// A year of a busy caseload in which one event happens in its first month.
Caseload with(Event const& event, World const& world = {}) {
  Caseload caseload = busy_caseload(world);
  caseload.events = {event};
  live_on(caseload, 12);
  return caseload;
}

std::vector<std::uint32_t> bits_of_all(Caseload const& caseload) {
  return bits_of(caseload.households);
}

}  // namespace

TEST_CASE("arms: a share of families is drawn, within 4 standard errors", "[statistical]") {
  for (float const share : {0.1f, 0.5f, 0.9f}) {
    double const p = static_cast<double>(share);
    double const error = std::sqrt(p * (1 - p) * families);
    INFO(share);
    CHECK(std::abs(sum(treated_by({.share = share})) - p * families) < 4 * error);
  }
}

TEST_CASE("arms: nobody is drawn at a share of 0, everybody in the programme at 1", "[unit]") {
  CHECK(sum(treated_by({.share = 0})) == 0.0);
  CHECK(sum(treated_by({.share = 1})) == families);
}

TEST_CASE("arms: a larger share holds a smaller one, and equal arms the same families",
          "[property]") {
  for (auto const unit : {ArmUnit::family, ArmUnit::group}) {
    auto const small = treated_by({.share = 0.3f, .unit = unit, .arm = 2});
    auto const large = treated_by({.share = 0.6f, .unit = unit, .arm = 2});
    auto const other =
        treated_by({.kind = EventKind::cash, .month = 7, .share = 0.3f, .unit = unit, .arm = 2});
    for (std::size_t i = 0; i < families; ++i) CHECK(small[i] <= large[i]);
    CHECK(small == other);
    CHECK(small != treated_by({.share = 0.3f, .unit = unit, .arm = 3}));
  }
}

TEST_CASE("arms: places are shared out by families, among those that fit", "[unit]") {
  Caseload caseload = busy_caseload();
  auto const h = view(caseload.households);
  District district{.families = h.flags.size(), .for_each_of_nation = 0.01f};
  std::size_t fitting = 0;
  for (std::size_t i = 0; i < h.flags.size(); ++i) {
    bool const above = i % 3 == 0;
    h.record[i] = (h.record[i] & ~record::welfare.mask()) | record::welfare.put(above ? 80 : 60);
    fitting += above && is_active(h.flags[i]) ? 1 : 0;
  }
  REQUIRE(fitting > 10);
  auto const everybody = static_cast<float>(active_in(h.flags));
  Event event{.kind = EventKind::cash, .size = 5, .places = 1000};
  CHECK(share_of_places(event, h, district) == Approx(10.0f / everybody));
  event.among.recorded_welfare.min = std::exp(recorded_welfare(70));
  CHECK(share_of_places(event, h, district) == Approx(10.0f / static_cast<float>(fitting)));
  event.places = 1e8f;
  CHECK(share_of_places(event, h, district) == 1.0f);
  event.among.recorded_welfare.min = std::exp(recorded_welfare(90));
  CHECK(share_of_places(event, h, district) == 0.0f);
}

TEST_CASE("arms: families of a group, of a facilitator and of a district are drawn together",
          "[unit]") {
  auto const groups = treated_by({.share = 0.5f, .unit = ArmUnit::group});
  for (std::size_t i = 0; i < families; ++i) CHECK(groups[i] == groups[i / 16 * 16]);
  CHECK(sum(groups) > 0);
  CHECK(sum(groups) < families);
  for (auto const unit : {ArmUnit::facilitator, ArmUnit::district}) {
    int drawn = 0;
    for (std::uint32_t number = 0; number < 200; ++number) {
      auto const all = treated_by({.share = 0.5f, .unit = unit}, {0, number, 3, 1, {}});
      CHECK((sum(all) == 0.0 || sum(all) == families));
      drawn += sum(all) > 0 ? 1 : 0;
    }
    CHECK(std::abs(drawn - 100) < 4 * 7.08);
  }
}

TEST_CASE("arms: an event for nobody leaves exactly nothing, of whatever kind", "[unit]") {
  Caseload untouched = busy_caseload();
  live_on(untouched, 12);
  for (std::size_t kind = 0; kind < event_kinds.size(); ++kind) {
    INFO(event_kinds[kind].name);
    Event const event{
        .kind = static_cast<EventKind>(kind), .month = 1, .months = 12, .size = 1, .share = 0};
    CHECK(bits_of_all(with(event)) == bits_of_all(untouched));
  }
}

TEST_CASE("arms: an event before or after its months does nothing", "[unit]") {
  Caseload untouched = busy_caseload();
  live_on(untouched, 12);
  Event late{.kind = EventKind::cash, .month = 13, .size = 5};
  CHECK(bits_of_all(with(late)) == bits_of_all(untouched));
}

TEST_CASE("arms: each kind moves what it says", "[unit]") {
  Caseload untouched = busy_caseload();
  live_on(untouched, 12);
  auto const mean = [](auto const& column) { return column.template cast<double>().mean(); };
  auto const& before = untouched.households;
  CHECK(mean(with({.kind = EventKind::cash, .size = 2}).households.savings) > mean(before.savings));
  CHECK(mean(with({.kind = EventKind::training, .size = 0.25f}).households.skills) >
        mean(before.skills));
  CHECK(mean(with({.kind = EventKind::confidence_course, .size = 0.1f}).households.confidence) >
        mean(before.confidence));
  CHECK(mean(with({.kind = EventKind::extra_visits, .months = 12, .size = 3}).households.contact) >
        mean(before.contact));
  CHECK(mean(with({.kind = EventKind::savings_programme, .months = 12, .size = 1})
                 .households.savings) > mean(before.savings));
  auto const assets = [](Caseload const& c) {
    double total = 0;
    for (auto const word : c.households.livelihood) total += livelihood::assets.get(word);
    return total;
  };
  CHECK(assets(with({.kind = EventKind::grant, .size = 2})) > assets(untouched));
}

TEST_CASE("arms: families that are kept leave only by natural exit or a mismatch", "[unit]") {
  Caseload caseload = busy_caseload();
  caseload.events = {{.kind = EventKind::no_exits, .month = 1, .months = 600}};
  Tally const sum = live_on(caseload, 36);
  CHECK(sum[Count::asked] == 0);
  CHECK(sum[Count::left_raised] + sum[Count::left_own_request] == 0);
  CHECK(sum[Count::left_natural] > 0);
}

TEST_CASE("arms: who is struck off by an event is struck off", "[unit]") {
  Caseload caseload = busy_caseload();
  caseload.events = {{.kind = EventKind::strike_off}};
  Tally const first = caseload.live(1);
  CHECK(first[Count::left_struck_off] + first[Count::left_natural] + first[Count::left_removal] ==
        96);
}

TEST_CASE("arms: shares that begin where others end reach everybody once", "[property]") {
  for (auto const unit : {ArmUnit::family, ArmUnit::group}) {
    auto const first = treated_by({.share = 0.25f, .unit = unit});
    auto const second = treated_by({.share = 0.25f, .share_from = 0.25f, .unit = unit});
    auto const rest = treated_by({.share = 0.5f, .share_from = 0.5f, .unit = unit});
    for (std::size_t i = 0; i < families; ++i) CHECK(first[i] + second[i] + rest[i] == 1.0f);
    CHECK(sum(second) > 0.0);
  }
}

TEST_CASE("arms: a coach visits as often as hours allow, weekly at most", "[unit]") {
  CHECK(visits_by_coach(50, 100) == 2.0f);
  CHECK(visits_by_coach(10, 100) == 52.0f / 12.0f);
}

TEST_CASE("arms: fewer families per coach give more contact, and none is assessed by him",
          "[unit]") {
  auto const contact = [](Event const& event) { return with(event).households.contact.sum(); };
  auto const coached = [&](float families) {
    return contact({.kind = EventKind::coaching, .months = 12, .size = families});
  };
  CHECK(coached(40) > coached(80));
  CHECK(coached(1000) > contact({.share = 0}));
  auto caseload = busy_caseload();
  caseload.facilitator.visit_rate = 0;
  caseload.events = {{.kind = EventKind::coaching, .month = 1, .months = 12, .size = 20}};
  CHECK(caseload.live(1)[Count::assessed] == 0);
}

TEST_CASE("arms: supervised businesses fail less often", "[unit]") {
  auto const failed = [](float part) {
    World world;
    world.enterprise.failing = 0.3f;
    world.enterprise.saved_by_supervision = 1;
    auto caseload = busy_caseload(world, 960);
    caseload.events = {{.kind = EventKind::supervision, .month = 1, .months = 12, .size = part}};
    return caseload.live(1)[Count::failed];
  };
  CHECK(failed(0) > failed(0.5f));
  CHECK(failed(0.5f) > failed(1));
  CHECK(failed(1) == 0);
}

TEST_CASE("arms: an amount in rupiah is one in line-months by the family's line", "[unit]") {
  // 600,000 rupiah a person and month: what three persons need in two months.
  auto const savings = [](Event const& event) {
    World world;
    world.life_cycle.on = false;  // three persons stay three
    Caseload caseload = busy_caseload(world);
    for (auto& word : caseload.households.record)
      word = (word & ~record::size.mask()) | record::size.put(2);
    caseload.events = {event};
    caseload.live(1);
    return caseload.households.savings.sum();
  };
  float const in_rupiah = savings({.kind = EventKind::cash, .rupiah = 3600000});
  float const in_line_months = savings({.kind = EventKind::cash, .size = 2});
  CHECK(in_rupiah == Approx(in_line_months).epsilon(1e-5));
  CHECK(in_rupiah > savings({.kind = EventKind::cash, .size = 1}));
}

TEST_CASE("arms: an event reaches those that it is for, by record and by what they say", "[unit]") {
  Caseload caseload = busy_caseload();
  caseload.live(1);
  auto const h = view(caseload.households);
  auto const storage = std::make_unique<TileStorage>();
  auto const slots = h.flags.size();
  Tile t = tile_of(*storage, slots);
  unpack(t, h);
  auto const reached = [&](Among const& among) {
    fill(t.treated, 1.0f);
    keep_among(t.treated, t, h, limits_of(among));
    return std::vector<float>(t.treated.begin(), t.treated.end());
  };
  auto const with_business = reached({.business = true}), without = reached({.business = false});
  auto const women = reached({.female_headed = true});
  auto const of_record = reached({.recorded_welfare = {0.8f, 1.5f}});
  auto const of_age = reached({.oldest_adult = {20, 50}});
  auto const both = reached({.recorded_welfare = {0.8f, 1.5f}, .business = true});
  double some = 0;
  for (std::size_t i = 0; i < slots; ++i) {
    float const business = livelihood::enterprise.get(h.livelihood[i]) > 0 ? 1.0f : 0.0f;
    CHECK(with_business[i] == business);
    CHECK(without[i] == 1.0f - business);
    CHECK(women[i] == static_cast<float>(traits::female_headed.get(h.traits[i])));
    auto const recorded = as_int(record::welfare.get(h.record[i]));
    bool const near =
        recorded >= as_recorded(std::log(0.8f)) && recorded <= as_recorded(std::log(1.5f));
    CHECK(of_record[i] == (near ? 1.0f : 0.0f));
    auto const age = oldest_adult(h.members[i], h.adult[i]) / 4;
    CHECK(of_age[i] == (age >= 20 && age <= 50 ? 1.0f : 0.0f));
    CHECK(both[i] == with_business[i] * of_record[i]);
    some += static_cast<double>(of_age[i] + of_record[i]);
  }
  CHECK(some > 0);
  for (float const all : reached({})) CHECK(all == 1.0f);
}

TEST_CASE("arms: the oldest adult is who stands on the track, or who is not there yet", "[unit]") {
  CHECK(oldest_adult(0, at_home::adult.put(120)) == 120);
  CHECK(oldest_adult(track::adult_of(204), 0) == 204);
  CHECK(oldest_adult(track::disabled | track::adult_of(260) << 16, 0) == 260);
  CHECK(oldest_adult(track::disabled | 40u << 8, 0) == 0);
}
