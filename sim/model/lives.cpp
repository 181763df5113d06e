#include "model/lives.h"

#include "model/aged_candidates.h"
#include "model/typical_lives.h"
#include "population/candidates.h"

#include <array>
#include <vector>

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

/// The columns of typical families.
struct Typical {
  std::vector<std::uint32_t> members, adult, female_headed, happened;
  std::vector<float> persons, change, hours_before, hours, entitlement, nothing;
  std::vector<std::int32_t> grown, working;
  std::array<std::vector<std::uint32_t>, 6> words;

  explicit Typical(HouseholdsView const& h) {
    auto const resize = [](auto&... columns) { (columns.resize(typical), ...); };
    resize(members, adult, female_headed, happened, persons, change, hours_before, hours,
           entitlement, nothing, grown, working);
    for (auto& column : words) column.resize(typical);
    for (std::size_t i = 0; i < typical; ++i) {
      members[i] = h.members[i];
      adult[i] = at_home::adult.get(h.adult[i]);
      female_headed[i] = traits::female_headed.get(h.traits[i]);
      persons[i] = static_cast<float>(record::size.get(h.record[i]) + 1);
      grown[i] = static_cast<std::int32_t>(at_home::grown.get(h.adult[i]));
      working[i] = static_cast<std::int32_t>(at_home::working.get(h.adult[i]));
    }
  }

  /// @param number  of the quarter, from 1 on
  void live(int number, FirstDayPlan const& plan) {
    int const school = (plan.before.school_quarter() + number) % 4;
    auto const risks = quarter_risks(school, plan.world.member_clocks);
    auto const life =
        life_quarter(school, plan.settings.families.older_children_home, plan.world.life_cycle);
    plan.kernel.live_typical({.members = members,
                              .adult = adult,
                              .persons = persons,
                              .grown = grown,
                              .working = working,
                              .female_headed = female_headed,
                              .change = change,
                              .hours_before = hours_before,
                              .hours = hours,
                              .draws = {words[0], words[1], words[2], words[3], words[4], words[5]},
                              .happened = happened,
                              .entitlement = entitlement,
                              .nothing = nothing,
                              .quarter = number,
                              .key = plan.key,
                              .risks = risks,
                              .life = life,
                              .care = care_needs(plan.world.care),
                              .pays = plan.baseline.benefit});
  }
};

/// For how long a family stays on an open list on average: of those that join it in any month of a
/// long time, the part still on it is that stay over the time.
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
  auto const looked_at = static_cast<double>(moments_of_life * joining);
  return oldest_membership / 3.0 * static_cast<double>(on_list) / looked_at;
}

}  // namespace

double variance_of_life_cycle(FirstDayPlan plan) {
  if (!plan.world.life_cycle.on || !plan.world.member_clocks.on) return 0;
  plan.key = {.seed = 1, .replicate = 0};
  Households families = make_households(typical);
  auto const h = view(families);
  enrol_typical(h, {.slots = typical, .families = typical}, plan);
  Typical lives(h);
  std::vector<double> change(typical, 0.0);
  for (int number = 1; number <= quarters; ++number) {
    lives.live(number, plan);
    for (std::size_t i = 0; i < typical; ++i) change[i] += static_cast<double>(lives.change[i]);
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
