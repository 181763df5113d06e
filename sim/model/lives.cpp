#include "model/lives.h"

#include "random/stream.h"

namespace graduasi {

namespace {

/// Families that stand for everybody, a multiple of `lanes`, and quarters that they live through.
constexpr std::size_t typical = 2048;
constexpr int quarters = 40;

/// The same for who leaves the list: so many that the rate is known within 2 percent, over whole
/// years, since most leave in July, and early ones, since the list of the first day is looked for.
constexpr std::size_t typical_of_list = 32768;
constexpr int quarters_of_list = 8;

RandomWords words_of(std::size_t family, int quarter, Monthly block, Key key) {
  return threefry4x32(static_cast<std::uint32_t>(family), static_cast<std::uint32_t>(quarter),
                      static_cast<std::uint32_t>(block),
                      static_cast<std::uint32_t>(Domain::household), key.seed, key.replicate);
}

/// A quarter of the run in which typical families live.
struct Quarter {
  int number;  ///< 1 or more
  QuarterRisks risks;
  LifeQuarter life;
  Key key;
};

/// One family through a quarter.
/// @param unpaid  1 where its children have the chances of those whose family is not paid
/// @returns  what it does to lasting earnings, log points
float live(HouseholdsView const& h, std::size_t i, Quarter const& q, std::uint32_t unpaid = 0) {
  auto const clocks = words_of(i, q.number, Monthly::members, q.key);
  auto const life = words_of(i, q.number, Monthly::life, q.key);
  std::uint32_t const word = h.adult[i];
  Followed const now =
      followed_after_quarter({h.members[i], at_home::adult.get(word)}, clocks.word[0],
                             clocks.word[1], clocks.word[2], q.risks, {.unpaid = unpaid});
  auto const number = [](Bits field, std::uint32_t packed) {
    return static_cast<std::int32_t>(field.get(packed));
  };
  AtHome const before{number(record::size, h.record[i]) + 1, number(at_home::grown, word),
                      number(at_home::working, word)};
  AtHome const after = at_home_after_quarter(before, now.happened,
                                             {life.word[2], life.word[3], clocks.word[3]}, q.life);
  h.members[i] = now.members;
  h.adult[i] = at_home::adult.put(now.adult) |
               at_home::grown.put(static_cast<std::uint32_t>(after.grown)) |
               at_home::working.put(static_cast<std::uint32_t>(after.working));
  h.record[i] = record::size.put(static_cast<std::uint32_t>(after.persons - 1));
  return change_of_earnings(before, after, now.members, q.life);
}

Quarter quarter_of(int number, FirstDayPlan const& plan) {
  int const school = (plan.before.school_quarter() + number) % 4;
  return {.number = number,
          .risks = quarter_risks(school, plan.world.member_clocks),
          .life = life_quarter(school, plan.settings.families.older_children_home,
                               plan.world.life_cycle),
          .key = plan.key};
}

}  // namespace

double variance_of_life_cycle(FirstDayPlan plan) {
  if (!plan.world.life_cycle.on || !plan.world.member_clocks.on) return 0;
  plan.key = {.seed = 1, .replicate = 0};
  Households families = make_households(typical);
  auto const h = view(families);
  enrol_typical(h, {.slots = typical, .families = typical}, plan);
  std::vector<double> change(typical, 0.0);
  for (int number = 1; number <= quarters; ++number) {
    Quarter const quarter = quarter_of(number, plan);
    for (std::size_t i = 0; i < typical; ++i) change[i] += static_cast<double>(live(h, i, quarter));
  }
  double sum = 0, squares = 0;
  for (double const c : change) sum += c, squares += c * c;
  double const n = static_cast<double>(typical), mean = sum / n;
  return (squares / n - mean * mean) / quarters;
}

double leaving_list(FirstDayPlan plan) {
  if (!plan.world.member_clocks.on) return 0;
  plan.key = {.seed = 1, .replicate = 0};
  auto const reserve = static_cast<double>(plan.settings.intake.reserve_share);
  auto const enrolled =
      static_cast<std::size_t>(static_cast<double>(typical_of_list) / (1 + reserve));
  Households families = make_households(typical_of_list);
  auto const h = view(families);
  enrol_typical(
      h, {.slots = typical_of_list, .families = enrolled, .waiting = typical_of_list - enrolled},
      plan);
  std::vector<char> listed(typical_of_list, 1);
  std::int64_t left = 0, looked_at = 0;
  for (int number = 1; number <= quarters_of_list; ++number) {
    Quarter const quarter = quarter_of(number, plan);
    for (std::size_t i = 0; i < typical_of_list; ++i) {
      if (listed[i] == 0) continue;
      ++looked_at;
      live(h, i, quarter, i < enrolled ? 0u : 1u);
      if (entitlement_of(h.members[i], plan.baseline.benefit) > 0) continue;
      listed[i] = 0;
      ++left;
    }
  }
  return static_cast<double>(left) / static_cast<double>(looked_at);
}

LifeCourse lives_in(AreaPlan const& area, World const& world, PopulationSettings const& settings,
                    double added) {
  float const shock = lasting_shock_sd(world.lasting_shocks);
  return {.stays = settings.families.older_children_home,
          .growth = static_cast<float>(area.area.growth_above),
          .mean = static_cast<float>(area.fit.mu),
          .reverts = reversion(static_cast<float>(added) + shock * shock,
                               static_cast<float>(area.base_sd * area.base_sd))};
}

}  // namespace graduasi
