#include "mechanisms/enterprise.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

float income_of(float assets, float skills, float enterprise, EnterpriseParameters const& p) {
  Values const a = {assets}, s = {skills}, e = {enterprise};
  Values income(1);
  enterprise_income(income, a, s, e, p);
  return income[0];
}

/// Assets, business and grant of every family, without the card and the years in the programme.
std::vector<std::uint32_t> business(Households const& h) {
  std::vector<std::uint32_t> words;
  for (auto const word : h.livelihood) {
    words.push_back(word & (livelihood::assets.mask() | livelihood::assets_start.mask() |
                            livelihood::enterprise.mask() | livelihood::granted.mask()));
  }
  return words;
}

}  // namespace

TEST_CASE("enterprise: skill, contact and advice save businesses, money and confidence start them",
          "[unit]") {
  EnterpriseParameters const p{.failing = 0.1f,
                               .saved_by_contact = 0.5f,
                               .saved_by_skill = 0.5f,
                               .saved_by_supervision = 0.4f,
                               .kept = 0.4f,
                               .starting = 0.2f};
  // Half of the businesses are advised, by partners (0.3) or an event (0.2).
  // Fails: 0.1 (1 - 0.5 x 0.4) (1 - 0.5 x 0.4) (1 - 0.5 x 0.5) = 0.048. Starts: the poor with
  // 0.2 x 2 (0.1 + 0.1) x 1 = 0.08, the rich, whose line-month is more than enough, with
  // 0.2 x 1.5 = 0.3.
  // clang-format off
  //                          fails   goes on  starts  does not  rich    does not
  Values enterprise =        {1,      1,       0,      0,        0,      0};
  Values assets =            {2,      2,       0.1f,   0.1f,     0,      0};
  Values const savings =     {0,      0,       0.1f,   0.1f,     1,      1};
  Values const draw =        {0.047f, 0.049f,  0.079f, 0.081f,   0.299f, 0.301f};
  Values const good =        {0.4f,   0.4f,    0.4f,   0.4f,     0.4f,   0.4f};
  Values const skills =      {0.5f,   0.5f,    0.5f,   0.5f,     0.5f,   0.5f};
  Values const confidence =  {0.5f,   0.5f,    0.5f,   0.5f,     1,      1};
  // clang-format on
  Values fails(6);
  trade(enterprise, assets, fails,
        {.draw = draw,
         .good = good,
         .skills = skills,
         .savings = savings,
         .confidence = confidence,
         .supervised = Values(6, 0.2f),
         .supervision = 0.3f},
        p);
  CHECK(enterprise == Values{0, 1, 1, 0, 1, 0});
  CHECK(fails == Values{1, 0, 0, 0, 0, 0});
  CHECK(assets[0] == Approx(0.8f));  // 0.4 of them outlive it
  CHECK(Values(assets.begin() + 1, assets.end()) == Values{2, 0.1f, 0.1f, 0, 0});
}

TEST_CASE("enterprise: what is taught about business prevents failures", "[unit]") {
  EnterpriseParameters const p{
      .failing = 0.1f, .saved_by_contact = 0.5f, .saved_by_skill = 0, .starting = 0};
  // 0.1 (1 - 0.5 x 0.4) = 0.08; taught, (1 - 0.25 x 0.4) of that: 0.072. Without contact 0.1.
  Values const draw = {0.0719f, 0.0721f, 0.0999f}, good = {0.4f, 0.4f, 0}, none(3);
  auto const fails_with = [&](float prevented) {
    Values enterprise(3, 1.0f), assets(3), fails(3);
    trade(enterprise, assets, fails,
          {.draw = draw,
           .good = good,
           .skills = none,
           .savings = none,
           .confidence = none,
           .supervised = none,
           .supervision = 0,
           .prevented = prevented},
          p);
    return fails;
  };
  CHECK(fails_with(0.25f) == Values{1, 0, 1});
  CHECK(fails_with(0) == Values{1, 1, 1});
}

TEST_CASE("enterprise: the two structures earn what their formulas say", "[unit]") {
  EnterpriseParameters p{.concave_return = 0.06f,
                         .concave_half = 3,
                         .threshold_return = 0.05f,
                         .threshold_assets = 2,
                         .work = 0};
  // Talent is 1.3 at full skill, 0.4 without any.
  CHECK(income_of(3, 1, 1, p) == Approx(0.117f));  // 1.3 x 0.06 x 3 / 2
  CHECK(income_of(1, 0, 1, p) == Approx(0.018f));  // 0.4 x 0.06 x 1 / (4 / 3)
  CHECK(income_of(0, 1, 1, p) == 0.0f);
  p.structure = AssetStructure::threshold;
  CHECK(income_of(2, 1, 1, p) == Approx(0.104f));       // 1.3 x 1.6 x 0.05 x 2 x 1 / 2
  CHECK(income_of(4, 1, 1, p) == Approx(0.3915294f));   // 1.3 x 1.6 x 0.05 x 4 x 16 / 17
  CHECK(income_of(1, 0, 1, p) == Approx(0.00188235f));  // 0.4 x 1.6 x 0.05 x 1 x 1 / 17
  CHECK(income_of(0, 1, 1, p) == 0.0f);
}

TEST_CASE("enterprise: of the owner's work only what other work would not earn makes richer",
          "[unit]") {
  EnterpriseParameters p{
      .concave_return = 0.06f, .concave_half = 3, .work = 0.5f, .displaced = 0.8f};
  // Talent 0.85: 0.085 of new work, and 0.85 x 0.06 x 3 / 2 of assets; a survey adds 0.34.
  CHECK(income_of(3, 0.5f, 1, p) == Approx(0.1615f));
  CHECK(counted_income(0.1615f, 0.5f, 1, p) == Approx(0.5015f));
  CHECK(income_of(0, 0.5f, 1, p) == Approx(0.085f));
  CHECK(income_of(3, 0.5f, 0, p) == 0.0f);
  CHECK(counted_income(0, 0.5f, 0, p) == 0.0f);
  p.structure = AssetStructure::threshold;
  CHECK(income_of(0, 0.5f, 1, p) == Approx(0.085f));
  // Where other work would earn all of it a business is worth what its assets yield.
  p.structure = AssetStructure::concave;
  p.displaced = 1;
  CHECK(income_of(3, 0.5f, 1, p) == Approx(0.0765f));
  CHECK(counted_income(0.0765f, 0.5f, 1, p) == Approx(0.5015f));
  p.on = false;
  CHECK(counted_income(0, 0.5f, 1, p) == 0.0f);
}

TEST_CASE("enterprise: income rises, bends down, or up below a threshold, and needs a business",
          "[property]") {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    testing::Chance chance(i, 22);
    EnterpriseParameters p{.concave_return = chance.between(0.02f, 0.12f),
                           .concave_half = chance.between(1.5f, 8),
                           .threshold_return = chance.between(0.01f, 0.1f),
                           .threshold_assets = chance.between(0.8f, 2.2f)};
    float const skills = chance.uniform();
    float const from = chance.between(0, 14), step = chance.between(0.25f, 3);
    INFO("case " << i);
    {
      float const low = income_of(from, skills, 1, p),
                  middle = income_of(from + step, skills, 1, p),
                  high = income_of(from + 2 * step, skills, 1, p);
      CHECK(middle > low);
      CHECK(high > middle);
      CHECK(middle - low > high - middle);
      CHECK(income_of(from, skills, 0, p) == 0.0f);
    }
    p.structure = AssetStructure::threshold;
    CHECK(income_of(from + step, skills, 1, p) > income_of(from, skills, 1, p));
    CHECK(income_of(from, skills, 0, p) == 0.0f);
    float const part = p.threshold_assets * chance.between(0.05f, 0.5f);
    float const below = (p.threshold_assets - 2 * part) * chance.uniform();
    float const low = income_of(below, skills, 1, p),
                middle = income_of(below + part, skills, 1, p),
                high = income_of(below + 2 * part, skills, 1, p);
    CHECK(high - middle > middle - low);
  }
}

TEST_CASE("enterprise: income and spare savings flow in, and what was gained wears out", "[unit]") {
  EnterpriseParameters const p{
      .work = 0.5f, .displaced = 0.8f, .wear = 0.1f, .reinvested = 0.5f, .excess_invested = 0.4f};
  // clang-format off
  //                            draws   saves  no business  as at the start  poor
  Values const enterprise =    {1,      1,     0,           0,               1};
  Values const income =        {0.285f, 0.285f, 0,          0,               0.485f};
  Values const put_aside =     {-0.3f,  0.1f,  -0.3f,       0,               0};
  Values const start =         {1,      1,     1,           1,               1};
  Values assets =              {2,      2,     2,           1,               1};
  Values spending =            {1,      1,     1,           1,               0.15f};
  // clang-format on
  // At talent 0.85 the owner's work adds 0.085, of which nothing goes back.
  Values const skills(5, 0.5f);
  invest(assets, spending,
         {.enterprise = enterprise,
          .income = income,
          .skills = skills,
          .put_aside = put_aside,
          .assets_start = start},
         p);
  CHECK(assets[0] == Approx(2.12f));    // + 0.5 x 0.2 + 0.4 x 0.3 - 0.1 x 1
  CHECK(spending[0] == Approx(0.78f));  // what is invested is not spent
  CHECK(assets[1] == Approx(2.0f));     // + 0.1 - 0.1
  CHECK(spending[1] == Approx(0.9f));
  CHECK(assets[2] == Approx(1.9f));
  CHECK(spending[2] == 1.0f);
  CHECK(assets[3] == 1.0f);
  CHECK(spending[4] == 0.1f);  // 0.15 - 0.2: nobody lives on less than a tenth
  // What is lost on average is made up for, as a share of the start: + 0.02 x 1 - 0.1 x 0.
  invest(assets, spending,
         {.enterprise = Values(5, 0),
          .income = Values(5, 0),
          .skills = skills,
          .put_aside = Values(5, 0),
          .assets_start = start,
          .upkeep = 0.02f},
         p);
  CHECK(assets[3] == Approx(1.02f));
}

TEST_CASE("enterprise: businesses start so many times as often as usual", "[unit]") {
  EnterpriseParameters const p{.failing = 0.1f, .starting = 0.2f};
  Values enterprise = {0, 0, 1}, assets = {1, 1, 1}, fails(3);
  // A start has a chance of 0.5 x 0.2 x 1.0; a failure that of always.
  trade(enterprise, assets, fails,
        {.draw = Values{0.099f, 0.101f, 0.099f},
         .good = Values(3, 0),
         .skills = Values(3, 0),
         .savings = Values(3, 0),
         .confidence = Values(3, 0.5f),
         .supervised = Values(3, 0),
         .supervision = 0,
         .starting = 0.5f},
        p);
  CHECK(enterprise == Values{1, 0, 0});
}

TEST_CASE("enterprise: assets stay between nothing and twenty line-months", "[property]") {
  for (std::uint32_t i = 0; i < 3000; ++i) {
    testing::Chance chance(i, 23);
    EnterpriseParameters const p{
        .structure = chance.happens(0.5f) ? AssetStructure::concave : AssetStructure::threshold,
        .concave_return = chance.between(0, 0.5f),
        .concave_half = chance.between(0.1f, 100),
        .threshold_return = chance.between(0, 0.5f),
        .threshold_assets = chance.between(0.1f, 20),
        .work = chance.between(0, 5),
        .displaced = chance.uniform(),
        .failing = chance.uniform(),
        .kept = chance.uniform(),
        .starting = chance.uniform(),
        .wear = chance.uniform(),
        .reinvested = chance.uniform(),
        .excess_invested = chance.uniform()};
    Values assets = {chance.between(0, max_assets)}, spending = {chance.between(0.1f, 4)},
           enterprise = {static_cast<float>(chance.below(2))}, fails(1), income(1);
    Values const start = {chance.between(0, 3.98f)}, skills = {chance.uniform()},
                 savings = {chance.between(0, 3)}, confidence = {chance.uniform()},
                 good = {chance.uniform()}, put_aside = {chance.between(-3, 1)};
    for (int month = 0; month < 12; ++month) {
      Values const draw = {chance.uniform()};
      trade(enterprise, assets, fails,
            {.draw = draw,
             .good = good,
             .skills = skills,
             .savings = savings,
             .confidence = confidence,
             .supervised = Values{chance.between(0, 2)},
             .supervision = chance.uniform()},
            p);
      enterprise_income(income, assets, skills, enterprise, p);
      invest(assets, spending,
             {.enterprise = enterprise,
              .income = income,
              .skills = skills,
              .put_aside = put_aside,
              .assets_start = start},
             p);
      INFO("case " << i << ", month " << month);
      CHECK(assets[0] >= 0.0f);
      CHECK(assets[0] <= max_assets);
      CHECK(spending[0] >= 0.1f);
      CHECK(income[0] >= 0.0f);
      CHECK((enterprise[0] == 0.0f || enterprise[0] == 1.0f));
      CHECK(fails[0] + enterprise[0] <= 1.0f);
    }
  }
}

TEST_CASE("enterprise: switched off, or without any return, cost or luck, businesses stand still",
          "[unit]") {
  World world;
  world.shocks.setback_rate = 0;  // which takes part of assets, too
  world.partners.referral_rate = 0.5f;
  world.enterprise.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const before = business(caseload.households);
  CHECK(testing::live_on(caseload, 24)[Count::failed] == 0);
  CHECK(business(caseload.households) == before);
  world.enterprise.on = true;
  auto with = testing::busy_caseload(world);
  CHECK(testing::live_on(with, 24)[Count::failed] > 0);
  CHECK(business(with.households) != before);

  world.partners.on = false;  // grants make businesses
  world.enterprise.concave_return = 0;
  world.enterprise.work = 0;
  world.enterprise.failing = 0;
  world.enterprise.starting = 0;
  world.enterprise.wear = 0;
  world.enterprise.excess_invested = 0;
  auto still = testing::busy_caseload(world);
  world.enterprise.on = false;
  auto off = testing::busy_caseload(world);
  CHECK(testing::live_on(still, 24) == testing::live_on(off, 24));
  CHECK(testing::bits_of(still.households) == testing::bits_of(off.households));
}
