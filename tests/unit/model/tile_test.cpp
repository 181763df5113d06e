#include "model/pack.h"

#include "mechanisms/afterwards.h"

#include "support/chance.h"

#include <catch2/catch.hpp>

#include <memory>
#include <set>
#include <vector>

using namespace graduasi;

namespace {

constexpr std::size_t slots = 16;

struct Unpacked {
  std::unique_ptr<TileStorage> storage = std::make_unique<TileStorage>();
  Households households = make_households(slots);
  HouseholdsView h = view(households);
  Tile t = tile_of(*storage, slots);

  /// Nobody leaves and nobody returns.
  void nothing_happens() {
    for (auto const& what :
         {t.left_raised, t.left_own, t.left_label, t.pushed, t.leaves_natural, t.booked, t.ends,
          t.assessed_out, t.struck, t.removed, t.appeals, t.returns, t.restored}) {
      for (float& value : what) value = 0;
    }
  }
};

std::uint32_t status_of(std::uint32_t word) { return flags::status.get(word); }

}  // namespace

TEST_CASE("packed words: no field overlaps another or leaves the word", "[unit]") {
  for (auto const& word :
       {std::vector<Bits>{flags::status, flags::since_assessed, flags::ready_for, flags::below_for,
                          flags::since_exit, flags::was_poor, flags::was_above, flags::left_before,
                          flags::real, flags::admitted, flags::fell_back},
        std::vector<Bits>{at_home::adult, at_home::grown, at_home::working, at_home::pupil_last,
                          at_home::seen},
        std::vector<Bits>{record::paid, record::entitlement, record::size, record::welfare,
                          record::age},
        std::vector<Bits>{start::confidence, start::skills, start::habit, start::access,
                          start::digital, start::able, start::became_able},
        std::vector<Bits>{abilities::access, abilities::digital},
        std::vector<Bits>{livelihood::assets, livelihood::assets_start, livelihood::enterprise,
                          livelihood::card_away, livelihood::half_years, livelihood::granted},
        std::vector<Bits>{traits::willing, traits::clash, traits::female_headed, traits::lot,
                          traits::fifth, traits::component, traits::proposed}}) {
    std::uint32_t taken = 0;
    for (auto const& field : word) {
      CHECK(field.from + field.width <= 32);
      CHECK((taken & field.mask()) == 0u);
      taken |= field.mask();
      CHECK(field.get(field.put(field.max())) == field.max());
    }
  }
  CHECK(record::paid.max() >= 4 * 30);  // four members at the highest rate of today
  CHECK(livelihood::assets.max() * assets_step >= max_assets);
  CHECK(household_bytes == 68);
}

TEST_CASE("tile: every array is its own", "[unit]") {
  auto const storage = std::make_unique<TileStorage>();
  Tile const t = tile_of(*storage, slots);
  std::set<void const*> begins;
  auto const add = [&](auto const&... span) { (begins.insert(span.data()), ...); };
  add(t.active, t.gone, t.waits, t.was_poor, t.was_above, t.fell_back, t.able_before, t.became_able,
      t.becomes_able, t.outside, t.appealing, t.since_assessed, t.ready_for, t.below_for,
      t.since_exit, t.paid, t.entitlement, t.persons, t.recorded, t.record_age, t.lot,
      t.confidence_start, t.skills_start, t.habit_start, t.access_start, t.digital_start, t.willing,
      t.clash, t.access, t.digital, t.assets, t.assets_start, t.enterprise, t.card_away, t.granted,
      t.half_years, t.pupil_last, t.luck, t.survey, t.setback, t.attendance, t.visit, t.check,
      t.own_request, t.reluctance, t.sight, t.decision, t.approval, t.referral, t.trade, t.work,
      t.card, t.weighs, t.few, t.few_sight, t.few_decision, t.few_reluctance, t.few_approval,
      t.risk_a, t.risk_b, t.birth, t.treated, t.given, t.handed, t.top_up, t.unpaid, t.more_buffer,
      t.coached, t.supervised, t.cut_off, t.bound, t.hit, t.peer_pull, t.norm, t.offered,
      t.attended, t.due, t.called, t.visit_rate, t.visits, t.dose, t.good, t.visit_rank, t.wanted,
      t.linked, t.funded, t.taught, t.begun, t.fails, t.income, t.pay, t.log_earned, t.earned,
      t.lasting, t.taken, t.hurt, t.labelled, t.paid_for, t.put_aside, t.benefit, t.spending,
      t.checked, t.leaves_natural, t.booked, t.removed, t.appeals, t.struck, t.may_leave, t.ends,
      t.assessed, t.found_able, t.raised, t.pushed, t.asked, t.left_raised, t.left_own,
      t.left_label, t.assessed_out, t.promised, t.called_back, t.falls, t.returns, t.restored,
      t.leaves_as, t.status, t.turns, t.enters, t.counts, t.nothing, t.adult, t.grown, t.working,
      t.moves, t.leavers_a, t.leavers_b, t.lasting_luck, t.happened, t.change, t.recalled,
      t.without_pay, t.seen, t.assessable, t.proposed, t.approved, t.alone, t.left_before, t.left);
  CHECK(begins.size() == 147);
  CHECK(begins.size() * sizeof(TileArray<float>) == sizeof(TileStorage));
  CHECK(t.returns.data() == storage->returns.values);
  CHECK(t.active.data() == storage->active.values);
}

TEST_CASE("tile: a family's packed words read as what they mean", "[unit]") {
  Unpacked u;
  u.h.flags[0] = flags::real.put(1) | flags::since_assessed.put(25) | flags::ready_for.put(13);
  u.h.flags[1] =
      flags::real.put(1) | flags::status.put(6) | flags::below_for.put(2) | flags::was_poor.put(1);
  u.h.flags[2] = flags::status.put(15);
  u.h.record[0] = record::paid.put(30) | record::entitlement.put(62) | record::size.put(4);
  u.h.start[0] = start::confidence.put(63) | start::skills.put(21) | start::habit.put(0) |
                 start::access.put(42) | start::digital.put(7);
  u.h.start[1] = start::able.put(1);
  u.h.start[2] = start::became_able.put(1);
  u.h.flags[3] = flags::real.put(1) | flags::status.put(6) | flags::was_above.put(1);
  u.h.flags[4] = flags::real.put(1) | flags::status.put(6) | flags::fell_back.put(1);
  u.h.abilities[0] = abilities::access.put(13107) | abilities::digital.put(65535);
  u.h.livelihood[0] = livelihood::assets.put(4608) | livelihood::assets_start.put(96) |
                      livelihood::enterprise.put(1) | livelihood::half_years.put(9);
  u.h.livelihood[1] = livelihood::card_away.put(1) | livelihood::granted.put(1);
  u.h.traits[0] = traits::willing.put(160) | traits::clash.put(51);
  unpack(u.t, u.h);
  CHECK(u.t.active[0] == 1.0f);
  CHECK(u.t.gone[0] == 0.0f);
  CHECK(u.t.since_assessed[0] == 25);
  CHECK(u.t.ready_for[0] == 13);
  CHECK(u.t.active[1] == 0.0f);
  CHECK(u.t.gone[1] == 1.0f);
  CHECK(u.t.below_for[1] == 2);
  CHECK(u.t.was_poor[1] == 1.0f);
  CHECK(u.t.was_above[1] + u.t.fell_back[1] == 0.0f);
  CHECK(u.t.was_above[3] == 1.0f);
  CHECK(u.t.fell_back[4] == 1.0f);
  CHECK(u.t.able_before[0] + u.t.became_able[0] + u.t.became_able[1] + u.t.able_before[2] == 0.0f);
  CHECK(u.t.able_before[1] == 1.0f);
  CHECK(u.t.became_able[2] == 1.0f);
  CHECK(u.t.active[2] + u.t.gone[2] == 0.0f);  // padding is nobody
  CHECK(u.t.paid[0] == 30.0f);
  CHECK(u.t.entitlement[0] == 62.0f);
  CHECK(u.t.persons[0] == 5.0f);
  CHECK(u.t.confidence_start[0] == 1.0f);
  CHECK(u.t.skills_start[0] == Catch::Detail::Approx(1.0f / 3));
  CHECK(u.t.access_start[0] == Catch::Detail::Approx(2.0f / 3));
  CHECK(u.t.digital_start[0] == Catch::Detail::Approx(1.0f / 9));
  CHECK(u.t.access[0] == Catch::Detail::Approx(0.2f));
  CHECK(u.t.digital[0] == Catch::Detail::Approx(1.0f));
  CHECK(u.t.assets[0] == 1.5f);
  CHECK(u.t.assets_start[0] == 1.5f);
  CHECK(u.t.enterprise[0] == 1.0f);
  CHECK(u.t.half_years[0] == 9);
  CHECK(u.t.card_away[0] == 0.0f);
  CHECK(u.t.card_away[1] == 1.0f);
  CHECK(u.t.granted[1] == 1.0f);
  CHECK(u.t.habit_start[0] == 0.0f);
  CHECK(u.t.willing[0] == 1.0f);  // (160 - 128) / 32
  CHECK(u.t.clash[0] == Catch::Detail::Approx(0.2f));
}

TEST_CASE("tile: leaving and coming back turn the status and the clocks of the exit", "[unit]") {
  Unpacked u;
  std::uint32_t const in = flags::real.put(1);
  u.h.flags[0] = in;
  u.h.flags[1] = in;
  u.h.flags[2] = in;
  u.h.flags[3] = in | flags::status.put(1) | flags::since_exit.put(7) | flags::left_before.put(1);
  u.h.flags[4] = in | flags::status.put(6) | flags::since_exit.put(63) | flags::was_poor.put(1) |
                 flags::was_above.put(1) | flags::fell_back.put(1) | flags::left_before.put(1);
  u.h.flags[5] = u.h.flags[4];
  unpack(u.t, u.h);
  u.nothing_happens();
  u.t.left_raised[0] = 1;
  u.t.left_own[1] = 1;
  u.t.leaves_natural[2] = 1;
  u.t.returns[5] = 1;
  u.t.became_able[0] = 1;
  for (float& lasting : u.t.lasting) lasting = 1.5f;
  u.t.lasting[1] = 0.9f;
  conclude(u.t);
  CHECK(std::vector<float>(u.t.outside.begin(), u.t.outside.begin() + 7) ==
        std::vector<float>{1, 1, 1, 1, 1, 0, 0});
  remember_above_line(u.t.was_above, u.t.outside, u.t.lasting);
  pack(u.h, u.t);
  auto const f = u.h.flags;
  CHECK(status_of(f[0]) == static_cast<std::uint32_t>(Status::raised));
  CHECK(status_of(f[1]) == static_cast<std::uint32_t>(Status::own_request));
  CHECK(status_of(f[2]) == static_cast<std::uint32_t>(Status::natural));
  for (int family = 0; family < 3; ++family) {
    CHECK(flags::left_before.get(f[static_cast<std::size_t>(family)]) == 1);
    CHECK(flags::since_exit.get(f[static_cast<std::size_t>(family)]) == 0);
  }
  CHECK(status_of(f[3]) == 1);
  CHECK(flags::since_exit.get(f[3]) == 8);
  CHECK(flags::since_exit.get(f[4]) == 63);  // stops
  CHECK(flags::was_above.get(f[0]) == 1);
  CHECK(flags::was_above.get(f[1]) == 0);  // left poor
  for (auto const& bit : {flags::was_poor, flags::was_above, flags::fell_back}) {
    CHECK(bit.get(f[4]) == 1);
    CHECK(bit.get(f[5]) == 0);
  }
  CHECK(start::became_able.get(u.h.start[0]) == 1);
  CHECK(start::became_able.get(u.h.start[1]) == 0);
  CHECK(status_of(f[5]) == 0);
  CHECK(flags::since_exit.get(f[5]) == 0);
  CHECK(flags::left_before.get(f[5]) == 1);
}

TEST_CASE("tile: words in which nothing happens come back as they were", "[property]") {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    Unpacked u;
    testing::Chance chance(i, 9);
    for (std::size_t slot = 0; slot < slots; ++slot) {
      bool const active = chance.happens(0.5f);
      std::uint32_t const kinds[] = {1, 2, 6};
      u.h.flags[slot] =
          flags::real.put(1) | flags::since_assessed.put(chance.below(128)) |
          flags::ready_for.put(chance.below(121)) |
          (active
               ? 0
               : flags::status.put(kinds[chance.below(3)]) | flags::below_for.put(chance.below(4)) |
                     flags::since_exit.put(63) | flags::was_poor.put(chance.below(2)) |
                     flags::was_above.put(chance.below(2)) | flags::fell_back.put(chance.below(2)) |
                     flags::left_before.put(1));
      u.h.record[slot] = record::paid.put(chance.below(128)) |
                         record::entitlement.put(chance.below(128)) |
                         record::size.put(chance.below(16)) |
                         record::welfare.put(chance.below(128)) | record::age.put(chance.below(64));
      u.h.abilities[slot] = chance.below(1u << 16) | chance.below(1u << 16) << 16;
      u.h.livelihood[slot] = chance.below(61441) | chance.below(1u << 16) << 16;
      u.h.traits[slot] = chance.below(1u << 29);
      u.h.start[slot] = chance.below(1u << 16) | chance.below(1u << 16) << 16;
    }
    auto const before_abilities = u.households.abilities;
    auto const before_livelihood = u.households.livelihood;
    auto const before_traits = u.households.traits;
    auto const before_start = u.households.start;
    auto const before_flags = u.households.flags;
    auto const before_record = u.households.record;
    unpack(u.t, u.h);
    u.nothing_happens();
    conclude(u.t);
    pack(u.h, u.t);
    pack_work_pattern(u.h, u.t);
    INFO("case " << i);
    for (Eigen::Index slot = 0; slot < 16; ++slot) {
      CHECK(u.households.flags[slot] == before_flags[slot]);
      CHECK(u.households.record[slot] == before_record[slot]);
      CHECK(u.households.abilities[slot] == before_abilities[slot]);
      CHECK(u.households.livelihood[slot] == before_livelihood[slot]);
      CHECK(u.households.traits[slot] == before_traits[slot]);
      CHECK(u.households.start[slot] == before_start[slot]);
    }
  }
}

TEST_CASE("tile: every way of leaving has its own status", "[unit]") {
  Unpacked u;
  constexpr std::uint32_t ways = 11, appealing = 11, waiting = 12;
  for (std::size_t i = 0; i < ways; ++i) u.h.flags[i] = flags::real.put(1);
  u.h.flags[appealing] = flags::real.put(1) |
                         flags::status.put(static_cast<std::uint32_t>(Status::appeal)) |
                         flags::left_before.put(1);
  u.h.flags[waiting] =
      flags::real.put(1) | flags::status.put(static_cast<std::uint32_t>(Status::waiting));
  unpack(u.t, u.h);
  CHECK(u.t.gone[waiting] == 0.0f);  // who waits has never been in
  CHECK(u.t.waits[waiting] == 1.0f);
  CHECK(u.t.waits[0] + u.t.waits[1] + u.t.waits[2] == 0.0f);
  CHECK(u.t.active[waiting] == 0.0f);
  CHECK(u.t.appealing[appealing] == 1.0f);
  u.nothing_happens();
  u.t.left_raised[0] = 1;
  u.t.left_own[1] = 1;
  u.t.left_raised[2] = u.t.pushed[2] = 1;
  u.t.left_label[3] = 1;
  u.t.booked[4] = 1;
  u.t.leaves_natural[5] = 1;
  u.t.assessed_out[6] = 1;
  u.t.struck[7] = 1;
  u.t.removed[8] = 1;
  u.t.appeals[9] = 1;
  u.t.ends[10] = 1;
  u.t.restored[appealing] = 1;
  conclude(u.t);
  pack(u.h, u.t);
  for (std::uint32_t i = 0; i < ways; ++i) CHECK(status_of(u.h.flags[i]) == i + 1);
  CHECK(status_of(u.h.flags[appealing]) == 0);
  CHECK(status_of(u.h.flags[waiting]) == waiting);
}
