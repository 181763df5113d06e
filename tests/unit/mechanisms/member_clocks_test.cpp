#include "mechanisms/member_clocks.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;

namespace {

constexpr std::int32_t lucky = 65535, unlucky = 0;
constexpr std::uint32_t no_birth = 0xffff0000u, sure_birth = 0, safe = 0xffffffffu;

/// Nothing but growing up: nobody dies, drops out or leaves.
MemberClocksParameters growing_up() {
  MemberClocksParameters p;
  p.births = false;
  p.pregnancy_loss = p.dropout_primary = p.dropout_junior_secondary = p.dropout_senior_secondary =
      0;
  p.to_junior_secondary = p.to_senior_secondary = 1;
  p.child_leaves = p.death_50 = p.death_60 = p.death_70 = p.death_disabled = 0;
  return p;
}

std::uint32_t family(std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0,
                     std::uint32_t d = 0) {
  return a | b << 8 | c << 16 | d << 24;
}

std::uint32_t next(std::uint32_t members, QuarterRisks const& risks,
                   std::uint32_t birth_word = no_birth) {
  return members_after_quarter(members, safe, safe, birth_word, risks);
}

/// The 16 high bits of a birth word as its draw.
bool conceives(std::uint32_t members, std::uint32_t draw, QuarterRisks const& risks) {
  return next(members, risks, draw << 16) != next(members, risks, no_birth);
}

}  // namespace

TEST_CASE("member clocks: a pregnancy of three quarters ends in a birth, or is lost", "[unit]") {
  MemberClocksParameters p;
  for (int quarter = 0; quarter < 4; ++quarter) {
    auto const risks = quarter_risks(quarter, p);
    INFO("school quarter " << quarter);
    CHECK(member_after_quarter(1, lucky, risks) == 2);
    CHECK(member_after_quarter(2, lucky, risks) == 3);
    CHECK(member_after_quarter(3, lucky, risks) == track::newborn(quarter));
    CHECK(member_after_quarter(3, unlucky, risks) == track::nobody);
    CHECK(member_after_quarter(1, unlucky, risks) == 2);  // decided at birth only
  }
  // 3 in 100 of 65,536 is 1,966.
  auto const risks = quarter_risks(0, p);
  CHECK(member_after_quarter(3, 1965, risks) == track::nobody);
  CHECK(member_after_quarter(3, 1966, risks) == 8);
}

TEST_CASE("member clocks: children change school or drop out in July only", "[unit]") {
  auto p = growing_up();
  p.dropout_primary = p.dropout_junior_secondary = p.dropout_senior_secondary = 0.5f;
  p.to_junior_secondary = p.to_senior_secondary = 0.5f;
  for (int quarter = 0; quarter < 4; ++quarter) {
    auto const risks = quarter_risks(quarter, p);
    for (std::uint32_t before = 8; before < 79; ++before) {
      if ((before + 1) % 4 != static_cast<std::uint32_t>(quarter)) continue;
      bool const at_school = before + 1 > track::primary;
      INFO("byte " << before << ", school quarter " << quarter);
      CHECK(member_after_quarter(before, unlucky, risks) ==
            (quarter == 0 && at_school ? 0 : before + 1));
      CHECK(member_after_quarter(before, 32767, risks) ==
            (quarter == 0 && at_school ? 0 : before + 1));
      CHECK(member_after_quarter(before, 32768, risks) == before + 1);
    }
  }
}

TEST_CASE("member clocks: each step of school has its own risk", "[unit]") {
  MemberClocksParameters const p;
  auto const july = quarter_risks(0, p), october = quarter_risks(1, p);
  auto const risk = [](std::uint32_t before, QuarterRisks const& risks) {
    std::int32_t draw = 0;
    while (member_after_quarter(before, draw, risks) == 0) ++draw;
    return draw;
  };
  CHECK(risk(31, july) == 0);        // into SD
  CHECK(risk(35, july) == 262);      // 0.004
  CHECK(risk(55, july) == 1966);     // 0.03 do not go on to SMP
  CHECK(risk(59, july) == 1311);     // 0.02
  CHECK(risk(67, july) == 14418);    // 0.22 do not go on to SMA
  CHECK(risk(71, july) == 2621);     // 0.04
  CHECK(risk(36, october) == 437);   // a third of 0.02 leaves home
  CHECK(risk(28, october) == 0);     // small children stay
  CHECK(risk(128, july) == 131);     // a quarter of 0.008
  CHECK(risk(167, july) == 360);     // the 60th birthday: 0.022
  CHECK(risk(207, october) == 901);  // the 70th: 0.055
  CHECK(risk(255, october) == 901);
  CHECK(risk(127, july) == 492);  // 0.03
}

TEST_CASE("member clocks: a year at school holds the yearly risk of leaving home, and no other",
          "[unit]") {
  auto p = growing_up();
  p.child_leaves = 0.02f;
  auto const stays = [&](std::uint32_t byte) {
    double chance = 1;
    for (std::uint32_t passed = 1; passed <= 4; ++passed) {
      auto const risks = quarter_risks(static_cast<int>((byte + passed) % 4), p);
      std::int32_t draw = 0;
      while (member_after_quarter(byte + passed - 1, draw, risks) == 0) ++draw;
      chance *= 1 - draw / 65536.0;
    }
    return chance;
  };
  for (std::uint32_t const pupil : {33u, 38u, 57u, 70u})
    CHECK(1 - stays(pupil) == Catch::Detail::Approx(0.02).margin(2e-4));
  CHECK(stays(12) == 1.0);  // below school age
}

TEST_CASE("member clocks: the end of SMA empties the place", "[unit]") {
  auto const july = quarter_risks(0, growing_up());
  CHECK(member_after_quarter(79, lucky, july) == track::nobody);
  CHECK(member_after_quarter(78, lucky, july) == 79);
  CHECK(next(family(79, 40), july) == family(0, 41));
}

TEST_CASE("member clocks: a severely disabled member stands still", "[unit]") {
  auto const risks = quarter_risks(2, growing_up());
  CHECK(member_after_quarter(127, lucky, risks) == 127);
  CHECK(member_after_quarter(127, unlucky, risks) == 127);  // nobody dies here
  CHECK(member_after_quarter(0, unlucky, risks) == 0);
  CHECK(member_after_quarter(0, lucky, risks) == 0);
}

TEST_CASE("member clocks: adults grow old and stand still at the end of the track", "[unit]") {
  auto const risks = quarter_risks(3, growing_up());
  CHECK(member_after_quarter(128, lucky, risks) == 129);
  CHECK(member_after_quarter(167, lucky, risks) == track::elderly_from(60));
  CHECK(member_after_quarter(254, lucky, risks) == 255);
  CHECK(member_after_quarter(255, lucky, risks) == 255);
}

TEST_CASE("member clocks: the youngest child decides whether another is born", "[unit]") {
  MemberClocksParameters p = growing_up();
  p.births = true;
  auto const risks = quarter_risks(1, p);
  // A quarter of 0.05, 0.033 and 0.007 a year, of 65,536.
  CHECK(conceives(family(12), 818, risks));
  CHECK_FALSE(conceives(family(12), 819, risks));
  CHECK(conceives(family(40), 540, risks));
  CHECK_FALSE(conceives(family(40), 541, risks));
  CHECK(conceives(family(72), 114, risks));
  CHECK_FALSE(conceives(family(72), 115, risks));
  // The youngest of several, wherever it stands.
  CHECK(conceives(family(72, 12), 818, risks));
  CHECK(conceives(family(12, 72, 200), 818, risks));
  CHECK_FALSE(conceives(family(72, 40), 541, risks));
  CHECK_FALSE(conceives(family(200), 0, risks));  // no child, no mother of an age to have one
  CHECK_FALSE(conceives(family(127), 0, risks));
  CHECK_FALSE(conceives(0, 0, risks));
  CHECK_FALSE(conceives(family(1), 0, risks));  // pregnant already
  CHECK_FALSE(conceives(family(12, 2), 0, risks));
  CHECK(conceives(family(3), 818, risks));  // just born
}

TEST_CASE("member clocks: a pregnancy takes the first empty place, and a fifth member has none",
          "[unit]") {
  MemberClocksParameters p = growing_up();
  p.births = true;
  auto const risks = quarter_risks(1, p);
  CHECK(next(family(40, 0, 60), risks, sure_birth) == family(41, 1, 61));
  CHECK(next(family(40, 44, 60), risks, sure_birth) == family(41, 45, 61, 1));
  CHECK(next(family(0, 40), risks, sure_birth) == family(1, 41));
  CHECK(next(family(40, 44, 60, 200), risks, sure_birth) == family(41, 45, 61, 201));
}

TEST_CASE("member clocks: over twenty years every child stays in step with the school year",
          "[property]") {
  MemberClocksParameters p;
  p.birth_youngest_early = p.birth_youngest_primary = p.birth_youngest_secondary = 0.4f;
  QuarterRisks risks[4];
  for (int quarter = 0; quarter < 4; ++quarter) risks[quarter] = quarter_risks(quarter, p);
  int children = 0;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    testing::Chance chance(i, 7);
    std::uint32_t members = family(9 + 4 * chance.below(17), 128 + chance.below(128), 127);
    for (int passed = 1; passed <= 80; ++passed) {
      int const quarter = (1 + passed) % 4;
      auto const a = chance.word(), b = chance.word();
      members = members_after_quarter(members, a, b, chance.word(), risks[quarter]);
      for (int place = 0; place < 4; ++place) {
        auto const byte = track::member(members, place);
        bool const child = byte >= 5 && byte < track::school_over;
        children += child;
        if (child && byte >= 8 && byte % 4 != static_cast<std::uint32_t>(quarter)) {
          FAIL("family " << i << ", quarter " << passed << ": byte " << byte);
        }
        if (byte >= track::school_over && byte < track::disabled)
          FAIL("byte " << byte << " is nobody");
      }
    }
  }
  CHECK(children > 50000);
}

TEST_CASE("member clocks: an adult takes a place at 50, or when one becomes free", "[unit]") {
  auto const risks = quarter_risks(1, growing_up());
  auto const later = [&](Followed const& before) {
    return followed_after_quarter(before, safe, safe, no_birth | 0xffffu, risks);
  };
  auto const is = [](Followed const& now, std::uint32_t members, std::uint32_t adult) {
    return now.members == members && now.adult == adult;
  };
  CHECK(is(later({family(40), 150}), family(41), 151));
  CHECK(is(later({family(40), 199}), family(41, track::adult), 0));  // the 50th birthday
  CHECK(is(later({family(40), 0}), family(41), 0));
  // Four places taken, the last until the end of SMA: he waits, and is a year and a half over 50.
  Followed full{family(40, 44, 60, 73), 199};
  for (int quarter = 1; quarter <= 6; ++quarter) full = later(full);
  CHECK(is(full, family(46, 50, 66, 79), 205));
  CHECK(is(later(full), family(47, 51, 67, track::adult + 6), 0));
  // Past the end of the track he stands there as well.
  CHECK(is(later({family(40), 900}), family(41, 255), 0));
  // A pregnancy comes first.
  auto p = growing_up();
  p.births = true;
  auto const crowded = followed_after_quarter({family(40, 44, 60), 199}, safe, safe, sure_birth,
                                              quarter_risks(1, p));
  CHECK(is(crowded, family(41, 45, 61, track::pregnancy), 200));
}

TEST_CASE("member clocks: who waits for a place runs the risks of his age", "[unit]") {
  auto const risks = quarter_risks(1, {});
  auto const with = [&](std::uint32_t adult, std::uint32_t draw) {
    return followed_after_quarter({family(40, 44, 60, 72), adult}, safe, safe, no_birth | draw,
                                  risks)
        .adult;
  };
  CHECK(with(210, 130) == 0);  // a quarter of 0.008, of 65,536: 131
  CHECK(with(210, 131) == 211);
  CHECK(with(240, 359) == 0);  // past 60, a quarter of 0.022
  CHECK(with(240, 360) == 241);
  CHECK(with(198, 0) == 199);  // nobody is lost before 50
  CHECK(with(199, 0) == 200);
}

TEST_CASE("member clocks: over the months an adult grows old enough for a component", "[unit]") {
  World world;
  world.member_clocks = growing_up();
  testing::Caseload caseload(16);
  caseload.world = world;
  caseload.facilitator.checks = 0;
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < 16; ++i) h.adult[i] = 196;  // 49 years
  testing::live_on(caseload, 120);                        // 40 quarters: 59 years
  CHECK(h.members[0] == family(track::elderly_from(59)));
  CHECK(record::entitlement.get(h.record[0]) == 0);
  for (int month = 121; month <= 132; ++month) caseload.live(month);
  CHECK(h.adult[0] == 0);
  CHECK(h.members[0] == family(track::elderly_from(60)));
  CHECK(record::entitlement.get(h.record[0]) == 24);
}

TEST_CASE("member clocks: what happened to members is known, whoever takes their places",
          "[unit]") {
  auto const happened = [](Followed const& before, std::uint32_t draws, int quarter,
                           MemberClocksParameters const& p) {
    return followed_after_quarter(before, draws, draws, no_birth | draws, quarter_risks(quarter, p))
        .happened;
  };
  constexpr std::uint32_t born = 1u << fates::born, out = 1u << fates::out_of_school,
                          pupil = 1u << fates::pupils_gone, other = 1u << fates::others_gone;
  auto const p = growing_up();
  CHECK(happened({family(20, 40, 60, 73), 150}, safe, 1, p) == 0);
  CHECK(happened({family(3), 0}, safe, 1, p) == born);
  CHECK(happened({family(3, 3), 0}, safe, 1, p) == 2 * born);
  CHECK(happened({family(79), 0}, safe, 0, p) == out + pupil);  // the end of SMA
  // A grandparent takes the place that has just become empty.
  CHECK(happened({family(79), 230}, safe, 0, p) == out + pupil);
  MemberClocksParameters risky;
  CHECK(happened({family(3), 0}, 0, 1, risky) == 0);  // lost before it was born
  CHECK(happened({family(40), 0}, 0, 1, risky) == pupil);
  CHECK(happened({family(57), 0}, 0, 1, risky) == out + pupil);
  CHECK(happened({family(55), 0}, 0, 0, risky) == pupil);  // does not go on to SMP
  CHECK(happened({family(12), 0}, 0, 1, risky) == 0);
  CHECK(happened({family(127, 160), 0}, 0, 1, risky) == 2 * other);
  CHECK(happened({family(40, 44, 57, 61), 230}, 0, 1, risky) ==
        4 * pupil + 2 * out + other);  // and who waited for a place
}

TEST_CASE("member clocks: entitlements follow the schedule of 2025", "[unit]") {
  BenefitLevers const pays;
  struct {
    std::uint32_t byte, hundred_thousands;
  } const examples[] = {{0, 0},   {1, 30},   {3, 30},  {5, 30},  {31, 30},  {32, 9},
                        {55, 9},  {56, 15},  {67, 15}, {68, 20}, {79, 20},  {80, 0},
                        {126, 0}, {127, 24}, {128, 0}, {167, 0}, {168, 24}, {255, 24}};
  for (auto const& example : examples) {
    INFO("byte " << example.byte);
    CHECK(entitlement_of(family(example.byte), pays) == example.hundred_thousands);
    CHECK(entitlement_of(family(0, 0, 0, example.byte), pays) == example.hundred_thousands);
  }
  CHECK(entitlement_of(family(40, 44, 72, 200), pays) == 62);  // 9 + 9 + 20 + 24
  CHECK(entitlement_of(family(1, 20, 127, 60), pays) == 99);   // 30 + 30 + 24 + 15
  CHECK(entitlement_of(family(130, 150), pays) == 0);          // in their fifties: no component
  BenefitLevers of_2018;
  of_2018.elderly_from = 70;
  CHECK(entitlement_of(family(200), of_2018) == 0);
  CHECK(entitlement_of(family(208), of_2018) == 24);
  // The flat benefit of 2018, whoever is in the family.
  BenefitLevers const flat{0, 0, 0, 0, 0, 60, 19};
  CHECK(entitlement_of(family(40), flat) == 19);
  CHECK(entitlement_of(family(1, 44, 127, 200), flat) == 19);
  CHECK(entitlement_of(family(130, 150), flat) == 0);
  BenefitLevers const most{31, 31, 31, 31, 31, 60, 31};
  CHECK(entitlement_of(family(10, 20, 40, 60), most) == 127);
}

TEST_CASE("member clocks: a caseload's quarter is that of each family", "[unit]") {
  auto const risks = quarter_risks(0, {});
  std::vector<std::uint32_t> members, adult, a, b, birth, expected, expected_adult, fates;
  std::vector<float> due, unpaid, good;
  testing::Chance chance(0, 8);
  for (int i = 0; i < 64; ++i) {
    members.push_back(family(6 + 4 * chance.below(18), 128 + chance.below(128)));
    a.push_back(chance.word());
    b.push_back(chance.word());
    birth.push_back(chance.word());
    adult.push_back(150 + chance.below(60));
    auto const eighths = chance.below(9);
    unpaid.push_back(static_cast<float>(i % 2));
    good.push_back(static_cast<float>(eighths) / 8.0f);
    auto const now = followed_after_quarter(
        {members.back(), adult.back()}, a.back(), b.back(), birth.back(), risks,
        {.unpaid = static_cast<std::uint32_t>(i % 2), .prevented = eighths * 2048});
    expected.push_back(now.members);
    expected_adult.push_back(now.adult);
    fates.push_back(now.happened);
    due.push_back(static_cast<float>(entitlement_of(expected.back(), {})));
  }
  std::vector<float> entitlement(64);
  std::vector<std::uint32_t> happened(64);
  pass_quarter(
      members, adult, entitlement, happened,
      {.risk_a = a, .risk_b = b, .birth = birth, .unpaid = unpaid, .good = good, .prevented = 0.5f},
      risks, {});
  CHECK(members == expected);
  CHECK(adult == expected_adult);
  CHECK(happened == fates);
  CHECK(entitlement == due);
}

TEST_CASE("member clocks: children of unpaid families leave school so many times as often",
          "[unit]") {
  MemberClocksParameters p;
  p.unpaid_dropout = 2;
  auto const july = quarter_risks(0, p), october = quarter_risks(1, p);
  auto const through = [](std::uint32_t member, std::int32_t draw, QuarterRisks const& risks,
                          std::uint32_t unpaid) {
    return member_through_quarter(member, draw, risks, {.unpaid = unpaid, .prevented = 0});
  };
  struct Place {
    std::uint32_t before;
    std::int32_t paid, unpaid;  ///< the least draws that stay, in 65,536ths
  };
  // 0.004, 0.03, 0.02, 0.22 and 0.04 of 65,536, rounded, and twice as much.
  for (auto const& [before, paid, unpaid] :
       {Place{40, 262, 524}, Place{55, 1966, 3932}, Place{60, 1311, 2622}, Place{67, 14418, 28836},
        Place{72, 2621, 5242}}) {
    INFO(before);
    CHECK(through(before, paid - 1, july, 0).member == 0);
    CHECK(through(before, paid, july, 0).member == before + 1);
    CHECK(through(before, unpaid - 1, july, 1).member == 0);
    CHECK(through(before, unpaid, july, 1).member == before + 1);
    // Lost to school are those in between, and nobody in a family that is paid.
    CHECK(through(before, paid - 1, july, 1).lost == 0);
    CHECK(through(before, paid, july, 1).lost == 1);
    CHECK(through(before, unpaid - 1, july, 1).lost == 1);
    CHECK(through(before, unpaid, july, 1).lost == 0);
    CHECK(through(before, paid, july, 0).lost == 0);
  }
  // Nobody else, and in no other quarter.
  for (std::uint32_t before = 0; before < 256; ++before) {
    for (std::int32_t const draw : {0, 400, 1000, 1700, 2400, 5000, 20000, 65535}) {
      auto const paid = through(before, draw, october, 0),
                 unpaid = through(before, draw, october, 1);
      CHECK(paid.member == unpaid.member);
      CHECK(unpaid.lost == 0);
      if (before >= track::primary && before < 79) continue;
      CHECK(through(before, draw, july, 1).member == through(before, draw, july, 0).member);
      CHECK(through(before, draw, july, 1).lost == 0);
    }
  }
}

TEST_CASE("member clocks: a chance of leaving school is 1 at most", "[unit]") {
  auto p = growing_up();
  p.to_senior_secondary = 0.4f;
  p.unpaid_dropout = 2;
  auto const july = quarter_risks(0, p);
  CHECK(member_through_quarter(67, lucky, july, {.unpaid = 1, .prevented = 0}).member == 0);
  CHECK(member_through_quarter(67, lucky, july, {.unpaid = 0, .prevented = 0}).member == 68);
}

TEST_CASE("member clocks: what is taught about children keeps a share of them at school",
          "[unit]") {
  MemberClocksParameters p;
  p.unpaid_dropout = 2;
  auto const july = quarter_risks(0, p);
  // Half of 1,311, rounded up, and of 2,622: 656 and 1,311.
  constexpr std::uint32_t half = 16384, all = 32768;
  for (std::uint32_t const unpaid : {0u, 1u}) {
    std::int32_t const least = unpaid == 0 ? 656 : 1311;
    Schooling const school{.unpaid = unpaid, .prevented = half};
    CHECK(member_through_quarter(60, least - 1, july, school).member == 0);
    CHECK(member_through_quarter(60, least, july, school).member == 61);
    CHECK(member_through_quarter(60, least - 1, july, school).lost == unpaid);
  }
  CHECK(member_through_quarter(67, unlucky, july, {.unpaid = 1, .prevented = all}).member == 68);
  // School is over for all, and others die as before.
  CHECK(member_through_quarter(79, lucky, july, {.unpaid = 0, .prevented = all}).member == 0);
  CHECK(member_through_quarter(127, 400, july, {.unpaid = 1, .prevented = all}).member == 0);
  CHECK(member_through_quarter(210, 800, july, {.unpaid = 1, .prevented = all}).member == 0);
}

TEST_CASE("member clocks: lost to school are those whom the same draws leave at school if paid",
          "[unit]") {
  MemberClocksParameters p;
  p.dropout_primary = p.dropout_junior_secondary = p.dropout_senior_secondary = 0.2f;
  auto const july = quarter_risks(0, p);
  testing::Chance chance(0, 9);
  auto const people = [](std::uint32_t members) {
    int count = 0;
    for (int place = 0; place < 4; ++place) count += track::member(members, place) != 0 ? 1 : 0;
    return count;
  };
  int lost = 0;
  for (int i = 0; i < 4000; ++i) {
    auto const members = family(33 + chance.below(46), 33 + chance.below(46), 33 + chance.below(46),
                                128 + chance.below(100));
    auto const a = chance.word(), b = chance.word();
    auto const with = members_through_quarter(members, a, b, no_birth, july, {});
    auto const without =
        members_through_quarter(members, a, b, no_birth, july, {.unpaid = 1, .prevented = 0});
    CHECK(fates::count(with.happened, fates::lost_to_school) == 0);
    int const fewer = people(with.members) - people(without.members);
    CHECK(fates::count(without.happened, fates::lost_to_school) == fewer);
    CHECK(with.members == members_after_quarter(members, a, b, no_birth, july));
    lost += fewer;
  }
  CHECK(lost > 500);
}

TEST_CASE("member clocks: births switched off, no family grows", "[unit]") {
  auto const p = growing_up();
  for (int quarter = 0; quarter < 4; ++quarter) {
    auto const risks = quarter_risks(quarter, p);
    for (std::uint32_t youngest : {0u, 12u, 40u, 72u})
      CHECK_FALSE(conceives(family(youngest), 0, risks));
  }
}

TEST_CASE("member clocks: switched off, nobody ages", "[unit]") {
  World world;
  world.member_clocks.on = false;
  world.natural_exit.on = false;  // which renews the record, and nothing else
  auto caseload = testing::busy_caseload(world);
  auto const members = testing::bits_of(caseload.households.members);
  auto const entitlements = [&] {
    auto words = testing::bits_of(caseload.households.record);
    for (auto& word : words) word &= record::paid.mask() | record::entitlement.mask();
    return words;
  };
  auto const record = entitlements();
  testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.members) == members);
  CHECK(entitlements() == record);
  auto with = testing::busy_caseload();
  testing::live_on(with, 24);
  CHECK(testing::bits_of(with.households.members) != members);
}
