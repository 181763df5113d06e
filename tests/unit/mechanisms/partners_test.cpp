#include "mechanisms/partners.h"

#include "agents/households.h"
#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

struct Found {
  Values wanted, linked, funded, taught;
};

struct Asking {
  Values active, dose, confidence, draw;
};

/// Places for a part of what is wanted; four in ten referrals are jobs and two are capital.
struct Offer {
  float ration = 1, job_share = 0.4f, capital_share = 0.2f, joint_plans = 0;
};

Found refer_all(Asking const& who, Offer const& offer, PartnersParameters const& p) {
  std::size_t const count = who.active.size();
  Found found{Values(count), Values(count), Values(count), Values(count)};
  refer(found.wanted, found.linked, found.funded, found.taught,
        {.active = who.active,
         .dose = who.dose,
         .confidence = who.confidence,
         .draw = who.draw,
         .ration = offer.ration,
         .job_share = offer.job_share,
         .capital_share = offer.capital_share,
         .joint_plans = offer.joint_plans},
        p);
  return found;
}

float sum(Values const& values) { return std::accumulate(values.begin(), values.end(), 0.0f); }

}  // namespace

TEST_CASE("partners: one draw decides whether a family is referred, and to what", "[unit]") {
  PartnersParameters const p{.referral_rate = 0.2f, .plan_take_up = 0.5f};
  // 0.2 x 0.5 x (0.5 + 0.5) = 0.1 is wanted; places for half of it: jobs lie below
  // 0.05 x 0.4 = 0.02, capital below 0.03, courses below 0.05.
  // clang-format off
  //                  job     capital courses nothing not in the programme
  Asking const who{{1,      1,      1,      1,      0},
                   {0.5f,   0.5f,   0.5f,   0.5f,   0.5f},
                   {0.5f,   0.5f,   0.5f,   0.5f,   0.5f},
                   {0.019f, 0.021f, 0.031f, 0.051f, 0}};
  // clang-format on
  auto const found = refer_all(who, {.ration = 0.5f}, p);
  for (std::size_t i = 0; i < 4; ++i) CHECK(found.wanted[i] == Approx(0.1f));
  CHECK(found.wanted[4] == 0.0f);
  CHECK(found.linked == Values{1, 0, 0, 0, 0});
  CHECK(found.funded == Values{0, 1, 0, 0, 0});
  CHECK(found.taught == Values{0, 0, 1, 0, 0});
  // Of three families in five that plan together, half as many again: 0.1 x 1.3. The brave want
  // half as much again, the timid half as much: 0.15 and 0.05. Nobody wants more than one.
  CHECK(refer_all(who, {.joint_plans = 0.6f}, p).wanted[0] == Approx(0.13f));
  Asking const others{{1, 1, 1}, {0.5f, 0.5f, 1}, {1, 0, 0.5f}, {0, 0, 0}};
  auto const more = refer_all(others, {}, p);
  CHECK(more.wanted[0] == Approx(0.15f));
  CHECK(more.wanted[1] == Approx(0.05f));
  CHECK(refer_all(others, {}, {.referral_rate = 1, .plan_take_up = 3}).wanted[0] == 0.75f);
  CHECK(refer_all(others, {.joint_plans = 1}, {.referral_rate = 1, .plan_take_up = 3}).wanted[2] ==
        1.0f);
}

TEST_CASE("partners: nobody gets two things, or what he did not want", "[property]") {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    testing::Chance chance(i, 21);
    std::size_t const count = 32;
    Asking who{Values(count), Values(count), Values(count), Values(count)};
    for (std::size_t k = 0; k < count; ++k) {
      who.active[k] = chance.happens(0.8f) ? 1.0f : 0.0f;
      who.dose[k] = chance.uniform();
      who.confidence[k] = chance.uniform();
      who.draw[k] = chance.uniform();
    }
    ReferralMix const mix =
        referral_mix({.job_share = chance.uniform(), .capital_share = chance.uniform()},
                     chance.between(0.25f, 3));
    auto const found =
        refer_all(who,
                  {.ration = chance.uniform(),
                   .job_share = mix.job,
                   .capital_share = mix.capital,
                   .joint_plans = chance.uniform()},
                  {.referral_rate = chance.uniform(), .plan_take_up = chance.between(0, 3)});
    INFO("case " << i);
    for (std::size_t k = 0; k < count; ++k) {
      for (float const got : {found.linked[k], found.funded[k], found.taught[k]})
        CHECK((got == 0.0f || got == 1.0f));
      float const accepted = found.linked[k] + found.funded[k] + found.taught[k];
      CHECK(accepted <= 1.0f);
      CHECK(accepted <= (who.draw[k] < found.wanted[k] ? 1.0f : 0.0f));
      CHECK(found.wanted[k] <= who.active[k]);
    }
  }
}

TEST_CASE("partners: as many find a place as there are places, jobs as the market asks", "[unit]") {
  // 10,000 families, of whom each wants 0.06 x 0.5 x 1 = 0.03: 300. There are 12 x 0.5 places for
  // 1,000 families, so 60: one for every fifth.
  PartnerLevers const levers{.capacity = 12, .job_share = 0.7f, .capital_share = 0.15f};
  PartnersParameters const p{.referral_rate = 0.06f};
  Asking who{Values(10000, 1), Values(10000, 0.5f), Values(10000, 0.5f), Values(10000)};
  for (std::size_t i = 0; i < 10000; ++i) who.draw[i] = (static_cast<float>(i) + 0.5f) / 10000;
  float const ration = ration_of(300, 10000, 0.5f, levers);
  CHECK(ration == Approx(0.2f));
  ReferralMix const mix = referral_mix(levers, 0.5f);
  CHECK(mix.job == 0.35f);
  auto const found =
      refer_all(who, {.ration = ration, .job_share = mix.job, .capital_share = mix.capital}, p);
  CHECK(sum(found.linked) == 21);  // 0.35 x 60
  CHECK(sum(found.funded) == 9);   // 0.15 x 60
  CHECK(sum(found.taught) == 30);
  CHECK(ration_of(59, 10000, 0.5f, levers) == 1.0f);  // nobody is rationed
  CHECK(ration_of(300, 10000, 0.5f, {.capacity = 0}) == 0.0f);
  // Jobs come first; capital takes what it may of the rest.
  CHECK(referral_mix(levers, 1).job == 0.7f);
  CHECK(referral_mix({.job_share = 0.6f, .capital_share = 0.5f}, 1).capital == Approx(0.4f));
  CHECK(referral_mix(levers, 2).job == 1.0f);
  CHECK(referral_mix(levers, 2).capital == 0.0f);
}

TEST_CASE("partners: jobs open access, courses teach, and part of a grant is eaten", "[unit]") {
  PartnersParameters const p{.job_gain = 0.2f, .course_gain = 0.1f, .grant_eaten = 0.25f};
  Values const yes = {1, 0};
  Values access = {0.5f, 0.5f}, skills = {0.4f, 0.4f};
  link(access, yes, p);
  teach(skills, yes, p);
  CHECK(access[0] == Approx(0.6f));   // a fifth of the missing half
  CHECK(skills[0] == Approx(0.46f));  // a tenth of the missing 0.6
  CHECK(access[1] == 0.5f);
  CHECK(skills[1] == 0.4f);
  // clang-format off
  //                        starts  widens  keeps all  nothing given
  Values const given =      {2,     1,      1,         0};
  Values const good =       {0.2f,  0,      1,         0.2f};
  Values assets =           {0.5f,  1,      0,         0.5f};
  Values savings =          {0.1f,  0,      0,         0.1f};
  Values enterprise =       {0,     1,      0,         0};
  // clang-format on
  Values begun(4);
  grant_assets(assets, savings, enterprise, begun, given, good, p);
  CHECK(assets[0] == Approx(2.1f));  // 2 x 0.25 x 0.8 = 0.4 is sold
  CHECK(savings[0] == Approx(0.5f));
  CHECK(assets[1] == 1.75f);
  CHECK(savings[1] == 0.25f);
  CHECK(assets[2] == 1.0f);  // full contact, if there were any
  CHECK(savings[2] == 0.0f);
  CHECK(assets[3] == 0.5f);
  CHECK(savings[3] == 0.1f);
  CHECK(enterprise == Values{1, 1, 1, 0});
  CHECK(begun == Values{1, 0, 1, 0});
}

TEST_CASE("partners: the benefit goes on for who left self-reliantly with a grant", "[unit]") {
  auto const as = [](Status status) { return static_cast<std::int32_t>(status); };
  // clang-format off
  //                      active  raised  too long  no grant  booked  natural  waits
  Values const active =   {1,     0,      0,        0,        0,      0,       0};
  Values const gone =     {0,     1,      1,        1,        1,      1,       0};
  Values const granted =  {1,     1,      1,        0,        1,      1,       1};
  std::vector<std::int32_t> const since_exit = {0, 12, 13, 1, 1, 1, 0};
  std::vector<std::int32_t> const status = {
      as(Status::active), as(Status::raised), as(Status::raised), as(Status::raised),
      as(Status::booked), as(Status::natural), as(Status::waiting)};
  // clang-format on
  Values paid_for(7);
  auto const last = static_cast<std::int32_t>(last_self_reliant);
  continue_benefit(paid_for, active, gone, granted, status, since_exit, 12, last);
  CHECK(paid_for == Values{1, 1, 0, 0, 1, 0, 0});
  continue_benefit(paid_for, active, gone, granted, status, since_exit, 0, last);
  CHECK(paid_for == Values{1, 0, 0, 0, 0, 0, 0});
}

TEST_CASE("partners: switched off, or where nobody takes up a referral, nobody gains by them",
          "[unit]") {
  World world;
  world.partners.on = false;
  auto off = testing::busy_caseload(world);
  auto const field = [](Column<std::uint32_t> const& column, Bits bits) {
    std::vector<std::uint32_t> values;
    for (auto const word : column) values.push_back(bits.get(word));
    return values;
  };
  auto const access = field(off.households.abilities, abilities::access);
  auto const granted = field(off.households.livelihood, livelihood::granted);
  auto const tally = testing::live_on(off, 24);
  CHECK(tally[Count::linked] + tally[Count::funded] + tally[Count::taught] == 0);
  CHECK(field(off.households.abilities, abilities::access) == access);
  CHECK(field(off.households.livelihood, livelihood::granted) == granted);
  world.partners.on = true;
  world.partners.referral_rate = 0;
  auto none = testing::busy_caseload(world);
  CHECK(testing::live_on(none, 24) == tally);
  CHECK(testing::bits_of(none.households) == testing::bits_of(off.households));
  world.partners.referral_rate = 0.5f;
  auto with = testing::busy_caseload(world);
  auto const helped = testing::live_on(with, 24);
  CHECK(helped[Count::linked] > 0);
  CHECK(helped[Count::funded] > 0);
  CHECK(helped[Count::taught] > 0);
  CHECK(field(with.households.abilities, abilities::access) != access);
  CHECK(field(with.households.livelihood, livelihood::granted) != granted);
}
