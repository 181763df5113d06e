#include "model/lives.h"

#include "model/aged_candidates.h"
#include "population/candidates.h"
#include "random/draws.h"
#include "random/stream.h"

namespace graduasi {

namespace {

/// Families that stand for everybody, a multiple of `lanes`, and quarters that they live through:
/// so many that the variance is known within 2 percent. A quarter of them left it 3 percent off,
/// and the able share of an open list by half a percent after twenty years.
constexpr std::size_t typical = 8192;
constexpr int quarters = 40;

/// Families that are asked how long they stay on the list: so many that it is known within 2
/// percent.
constexpr std::size_t joining = 8192;

RandomWords words_of(std::size_t family, int quarter, Key key) {
  return threefry4x32(static_cast<std::uint32_t>(family), static_cast<std::uint32_t>(quarter),
                      static_cast<std::uint32_t>(Monthly::members),
                      static_cast<std::uint32_t>(Domain::household), key.seed, key.replicate);
}

/// A quarter of the run in which typical families live.
struct Quarter {
  int number;  ///< 1 or more
  QuarterRisks risks;
  LifeQuarter life;
  CareNeeds care;
  Key key;
};

/// One family through a quarter.
/// @returns  what it does to lasting earnings, log points
float live(HouseholdsView const& h, std::size_t i, Quarter const& q) {
  RandomWords const words = words_of(i, q.number, q.key);
  std::uint32_t const word = h.adult[i];
  Followed const now =
      followed_after_quarter({h.members[i], at_home::adult.get(word)}, words.word[0], words.word[1],
                             members::birth(words.word[0], words.word[3]), q.risks);
  auto const number = [](Bits field, std::uint32_t packed) {
    return static_cast<std::int32_t>(field.get(packed));
  };
  AtHome const before{number(record::size, h.record[i]) + 1, number(at_home::grown, word),
                      number(at_home::working, word)};
  AtHome const after = at_home_after_quarter(
      before, now.happened,
      {words.word[2], words.word[3], members::moves(words.word[1], words.word[2])}, q.life);
  auto const hours = [&](std::uint32_t members, AtHome const& home) {
    return q.care.any()
               ? log_hours_left(members, home.grown, traits::female_headed.get(h.traits[i]), q.care)
               : 0.0f;
  };
  float const freed = hours(now.members, after) - hours(h.members[i], before);
  h.members[i] = now.members;
  h.adult[i] = at_home::adult.put(now.adult) |
               at_home::grown.put(static_cast<std::uint32_t>(after.grown)) |
               at_home::working.put(static_cast<std::uint32_t>(after.working));
  h.record[i] = record::size.put(static_cast<std::uint32_t>(after.persons - 1));
  return change_of_earnings(before, after, now.members, q.life) + freed;
}

Quarter quarter_of(int number, FirstDayPlan const& plan) {
  int const school = (plan.before.school_quarter() + number) % 4;
  return {.number = number,
          .risks = quarter_risks(school, plan.world.member_clocks),
          .life = life_quarter(school, plan.settings.families.older_children_home,
                               plan.world.life_cycle),
          .care = care_needs(plan.world.care),
          .key = plan.key};
}

/// For how long a family stays on an open list on average: of those that join it in any quarter of
/// a long time, the part still on it is that stay over the time.
/// @param waits  whether they are families that wait, which leave as soon as nobody is eligible
double quarters_on_list(bool waits, FirstDayPlan const& plan) {
  std::vector<AgedCandidate> aged;
  std::size_t on_list = 0;
  for (std::size_t first = 0; first < joining; first += Candidates::max) {
    age_open_list(
        aged,
        {.first_id = static_cast<std::uint32_t>(first), .count = Candidates::max, .waits = waits},
        plan);
    on_list += aged.size();
  }
  return oldest_membership / 3.0 * static_cast<double>(on_list) / static_cast<double>(joining);
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
  return (1 / quarters_on_list(false, plan) + reserve / quarters_on_list(true, plan)) /
         (1 + reserve);
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
