#include "model/first_families.h"

#include "model/aged_candidates.h"
#include "model/first_businesses.h"
#include "model/warm_start.h"

#include "base/contract.h"
#include "base/errors.h"
#include "model/surveyed_families.h"
#include "population/candidates.h"
#include "population/first_day.h"
#include "population/tenure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

namespace graduasi {

namespace {

/// Longer than so many months nobody is known to have been ready.
constexpr std::uint32_t longest_ready = 120;

/// What is known of the past of a district's families, one after the other.
struct Past {
  std::vector<int> tenure;     ///< months in the programme
  std::vector<Lately> lately;  ///< of an open list, of those behind the surveyed families
};

/// Where families are formed they have the last numbers of a district, candidates of the list those
/// before: whoever is formed is a matter of its serial number alone.
constexpr std::uint32_t first_new_candidate = ids_per_district / 4 * 3;

/// Writes who lives in a candidate that has aged.
/// @param waits  whether it has not entered: nothing is paid
void settle(HouseholdsView slots, std::size_t slot, AgedCandidate const& aged, bool waits) {
  slots.members[slot] = aged.members;
  slots.adult[slot] = aged.home;
  slots.record[slot] = record::paid.put(waits ? 0u : aged.paid) |
                       record::entitlement.put(aged.entitlement) |
                       record::size.put(aged.persons - 1);
  slots.traits[slot] = traits::female_headed.put(aged.female_headed);
}

[[noreturn]] void refuse_short_list(std::size_t families) {
  throw ScenarioError(
      {{"population", "the list holds too few families with an eligible member for a district of " +
                          std::to_string(families) +
                          " families; simulate fewer households, or make population.families less "
                          "extreme"}});
}

/// How many candidates are drawn where so many families are missing: of a list whose families
/// joined at known times every other one is on it; a life on an open list gives hardly less than a
/// family.
std::size_t candidates_for(std::size_t missing, FirstDayPlan const& plan) {
  return is_open(plan.settings) ? missing + missing / 8 : missing * 2;
}

/// Draws and ages candidates until the district has `families` families, the last ones added to
/// those that have their slots already.
/// @param candidate  number of the next on the list, moved on
/// @param waits      whether the families have not entered: no time in the programme, nothing paid
void enrol(Past& past, std::uint32_t& candidate, std::size_t families, bool waits,
           HouseholdsView slots, District const& district, FirstDayPlan const& plan) {
  std::vector<AgedCandidate> aged;
  auto& tenure = past.tenure;
  std::uint32_t const end = district.forming > 0 ? first_new_candidate : ids_per_district;
  while (tenure.size() < families) {
    std::size_t const missing = families - tenure.size();
    std::size_t const count = std::min(Candidates::max, padded(candidates_for(missing, plan)));
    if (candidate + count > end) refuse_short_list(families);
    age_candidates(aged,
                   {.first_id = district.first_id + candidate,
                    .count = count,
                    .waits = waits,
                    .institution = district.institution},
                   plan);
    for (std::size_t i = 0; i < aged.size() && tenure.size() < families; ++i) {
      settle(slots, tenure.size(), aged[i], waits);
      tenure.push_back(waits ? 0 : aged[i].tenure);
      if (is_open(plan.settings)) past.lately.push_back(aged[i].lately);
    }
    candidate += static_cast<std::uint32_t>(count);
  }
}

/// What a family was enrolled for.
ComponentClass component_class(std::uint32_t members, BenefitLevers const& pays) {
  bool early = false, school = false;
  for (int byte_index = 0; byte_index < 4; ++byte_index) {
    std::uint32_t const age = track::member(members, byte_index);
    if (age == track::disabled || age >= track::elderly_from(pays.elderly_from))
      return ComponentClass::elderly_or_disabled;
    early = early || (age > 0 && age < track::primary);
    school = school || (age >= track::primary && age < track::school_over);
  }
  return early    ? ComponentClass::early_childhood
         : school ? ComponentClass::school
                  : ComponentClass::none;
}

/// What a family can live on for good, line-months.
float lasting_of(HouseholdsView const& slots, std::size_t i, World const& world) {
  return math::exp(slots.permanent[i]) + business_income(slots, i, world.enterprise);
}

/// Chances that no update comes to a record in a month; 0: records are new.
struct Missed {
  float in = 0, waiting = 0;  ///< of families in the programme, and on the waiting list
};

/// What the registry holds on the first day: welfare as it was found when the record was last
/// renewed, with error, and how long ago that was: what has passed since the last update.
void write_records(HouseholdsView slots, District const& district, FirstDayPlan const& plan,
                   Missed missed) {
  auto const& registry = plan.world.registry;
  float const noise = registry.on ? registry.noise_sd : 0.0f;
  float const keep = plan.world.shocks.on ? plan.world.shocks.keep : 1.0f;
  float const shock_sd = income_shock_sd(district.shock_sd, plan.world.money);
  for (std::size_t i = 0; i < district.families + district.waiting; ++i) {
    auto const id = district.first_id + static_cast<std::uint32_t>(i);
    auto const words = [&](Start block) {
      return threefry4x32(id, 0, static_cast<std::uint32_t>(block),
                          static_cast<std::uint32_t>(Domain::household), plan.key.seed,
                          plan.key.replicate);
    };
    std::uint32_t const drawn = words(Start::rank).word[1];
    auto const traits = words(Start::traits);
    float const error = math::normal_pair(traits.word[2], traits.word[3]).second;
    float const chance = (static_cast<float>(drawn & 0xffffu) + 0.5f) * (1.0f / 65536.0f);
    float const missed_here = i < district.families ? missed.in : missed.waiting;
    float kept = 1.0f, unchecked = missed_here;
    std::int32_t age = 0;
    for (; chance < unchecked && age < record_oldest; ++age) {
      unchecked *= missed_here;
      kept *= keep;
    }
    float const since = shock_sd * shock_sd * (1.0f - kept * kept);
    float const spread = std::sqrt(since + noise * noise);
    float const found =
        math::log(lasting_of(slots, i, plan.world)) + kept * slots.shock[i] + spread * error;
    slots.record[i] |= record::welfare.put(static_cast<std::uint32_t>(as_recorded(found))) |
                       record::age.put(static_cast<std::uint32_t>(age));
    slots.traits[i] |= traits::lot.put(lot_of(drawn)) |
                       traits::component.put(static_cast<std::uint32_t>(
                           component_class(slots.members[i], plan.baseline.benefit)));
  }
}

/// Published spending contains what a business earns: it is taken off before the base is stored, so
/// that month 0 is the published distribution. A family keeps at least 0.3 of it as wages.
void take_off_enterprises(HouseholdsView slots, District const& district, World const& world) {
  for (std::size_t i = 0; i < district.families + district.waiting; ++i) {
    float const income = business_income(slots, i, world.enterprise);
    if (income <= 0.0f) continue;
    float const own = math::exp(slots.base[i] + world.money.passes * slots.shock[i]);
    float const left = math::log(math::max(1.0f - income / own, 0.3f));
    slots.base[i] = math::clip(slots.base[i] + left, -log_limit, log_limit);
    slots.permanent[i] = slots.base[i];
  }
}

/// For how long a family of an open list has lived above the readiness line, months: since its life
/// or lasting luck has brought it there, or since it has the business without which it would not.
/// @param i       slot
/// @param lately  what its life has done to its earnings
/// @param id      of the family
std::uint32_t ready_since(HouseholdsView const& slots, std::size_t i, Lately const& lately,
                          std::uint32_t id, FirstDayPlan const& plan) {
  auto const words = threefry4x32(id, 0, static_cast<std::uint32_t>(Start::ready),
                                  static_cast<std::uint32_t>(Domain::household), plan.key.seed,
                                  plan.key.replicate);
  auto const& world = plan.world;
  float const line = world.readiness.multiple,
              business = business_income(slots, i, world.enterprise);
  float const luck = lasting_shock_sd(world.lasting_shocks) *
                     math::normal_pair(words.word[0], words.word[1]).first;
  std::uint32_t months = longest_ready;
  for (std::size_t k = quarters_of_year; k-- > 0;) {
    float const quarters = static_cast<float>(k + 1);
    float const then = slots.permanent[i] - lately[k] - std::sqrt(quarters) * luck;
    if (math::exp(then) + business <= line) months = static_cast<std::uint32_t>(3 * k + 1);
  }
  if (math::exp(slots.permanent[i]) > line) return months;
  float const age = -math::log(math::uniform_above_zero(words.word[2])) / world.enterprise.failing;
  return std::min(months, static_cast<std::uint32_t>(math::min(age, float{longest_ready})));
}

/// Families whose lasting earnings exceed the readiness line on the first day have done so for the
/// required months and up to a year longer: how long is not known, so it is spread evenly. On an
/// open list, which is to stay as it is, it follows from their past. Who has done so for the
/// required months is able at the start, also where it waits: what a family of the waiting list was
/// is what it was on the first day, whenever it comes in.
/// @param lately  of the last families, or empty
void start_ready_clocks(HouseholdsView slots, District const& district,
                        std::vector<Lately> const& lately, FirstDayPlan const& plan) {
  auto const required = static_cast<std::uint32_t>(plan.world.readiness.months);
  std::size_t const everybody = district.families + district.waiting;
  // Where earnings never move nobody has lately come above the line.
  std::size_t const without = plan.world.earnings.on ? everybody - lately.size() : everybody;
  for (std::size_t i = 0; i < everybody; ++i) {
    if (lasting_of(slots, i, plan.world) <= plan.world.readiness.multiple) continue;
    auto const id = district.first_id + static_cast<std::uint32_t>(i);
    auto const since =
        i < without ? required + id % 12u : ready_since(slots, i, lately[i - without], id, plan);
    slots.flags[i] |= flags::ready_for.put(std::min(since, longest_ready));
    if (since >= required) slots.start[i] |= start::able.put(1);
  }
}

/// The quarter of the run in which each family of a district is formed, in their order.
std::vector<int> quarters_of_forming(District const& district) {
  std::vector<int> quarters;
  for (int quarter = 1; quarters.size() < district.forming; ++quarter)
    quarters.resize(formed_until(district, quarter), quarter);
  return quarters;
}

/// Who lives in the families that join the list, in the order in which they do. They were formed as
/// long before as any list is old when families enter from it, and have aged since by the clocks of
/// the list; who has no eligible member by then does not join.
/// @returns  what their lives have done to their earnings lately
std::vector<Lately> enrol_new(HouseholdsView slots, District const& kept,
                              std::vector<int> const& quarters, FirstDayPlan const& plan) {
  std::vector<Lately> lately;
  std::vector<AgedCandidate> aged;
  auto const range = kept.first_id - kept.first_id % ids_per_district;
  std::uint32_t candidate = first_new_candidate;
  // A batch joins in one quarter, so that it ages in the same seasons.
  for (std::size_t joined = 0; joined < quarters.size();) {
    CalendarMonth const joins = later(plan.before, 3 * (quarters[joined] - 1));
    auto const end = static_cast<std::size_t>(std::ranges::upper_bound(quarters, quarters[joined]) -
                                              quarters.begin());
    std::size_t const count = std::min(Candidates::max, padded(end - joined));
    expects(candidate + count <= ids_per_district, "hardly any new family lacks a component");
    age_new_families(aged, range + candidate, count, joins, plan);
    for (std::size_t i = 0; i < aged.size() && joined < end; ++i) {
      settle(slots, joined++, aged[i], true);
      lately.push_back(aged[i].lately);
    }
    candidate += static_cast<std::uint32_t>(count);
  }
  return lately;
}

/// Families that are formed later are as much better off as lasting earnings have grown by then.
void grow_until_formed(HouseholdsView slots, std::vector<int> const& quarters,
                       District const& district, FirstDayPlan const& plan) {
  if (!plan.world.earnings.on) return;
  for (std::size_t i = 0; i < quarters.size(); ++i) {
    float const grown =
        growth_until(quarters[i] - 1, district.lives.growth, plan.growth_beyond, plan.world.growth);
    slots.base[i] = math::clip(slots.base[i] + grown, -log_limit, log_limit);
    slots.permanent[i] = slots.base[i];
    slots.reference[i] += grown;
  }
}

/// Rupiah a year for 1 of `record.paid`.
float paid_unit(World const& world) { return world.money.benefit_on ? 100000.0f : 0.0f; }

/// All families that are formed during the run, as they are then. They are drawn before it begins
/// and kept behind the district's list: so nothing that happens in a run can move them.
void draw_new(HouseholdsView slots, District const& district, AreaPlan const& area,
              FirstDayPlan const& plan) {
  District const kept = kept_apart(district);
  HouseholdsView const h = kept_part(slots, district);
  auto const quarters = quarters_of_forming(district);
  std::vector<int> const tenure(district.forming, 0);
  auto const chosen = static_cast<float>(std::max<std::size_t>(district.families, 1));
  auto const list = static_cast<float>(district.families + district.waiting);
  auto const lately = enrol_new(h, kept, quarters, plan);
  draw_first_day({.area = area,
                  .settings = plan.settings,
                  .shock_keep = plan.world.shocks.keep,
                  .passes = plan.world.money.passes,
                  .savings_follow_assets = plan.world.money.buffer_follows_assets,
                  .paid_unit_rupiah = paid_unit(plan.world),
                  .ranks_below = list / chosen},
                 kept, plan.key, 0, tenure, h);
  begin_businesses(h, kept, area, plan.world, plan.settings.traits, plan.key);
  settle_assets(h, kept);
  take_off_enterprises(h, kept, plan.world);
  grow_until_formed(h, quarters, kept, plan);
  start_ready_clocks(h, kept, lately, plan);
  write_records(h, kept, plan, {});
}

}  // namespace

float business_income(HouseholdsView const& slots, std::size_t i, EnterpriseParameters const& p) {
  std::uint32_t const word = slots.livelihood[i];
  if (!p.on || livelihood::enterprise.get(word) == 0) return 0;
  std::array<float, 1> const assets{assets_step * as_float(livelihood::assets.get(word))};
  std::array<float, 1> const runs{1};
  std::array<float, 1> income{};
  enterprise_income(income, assets, slots.skills.subspan(i, 1), runs, p);
  return income[0];
}

District kept_apart(District district) {
  auto const before = district.families + district.waiting;
  district.first_id += static_cast<std::uint32_t>(before);
  district.families = 0;
  district.waiting = district.forming;
  district.forming = 0;
  return district;
}

HouseholdsView kept_part(HouseholdsView const& slots, District const& district) {
  return part(slots, kept_at(district, 0), district.forming);
}

ShareByByte share_at_school(MemberClocksParameters const& clocks) {
  QuarterRisks const july = quarter_risks(0, clocks), other = quarter_risks(1, clocks);
  ShareByByte share{};
  double still = 1;
  for (std::uint32_t byte = track::early_childhood; byte < track::school_over; ++byte) {
    QuarterRisks const& risks = byte % 4 == 0 ? july : other;
    std::int32_t risk = 0;
    for (int k = 0; k < QuarterRisks::stages; ++k)
      risk += byte >= track::risk_from[k] ? risks.rise[k] : 0;
    if (byte > track::early_childhood) still *= 1 - risk / 65536.0;
    share[byte] = static_cast<float>(still);
  }
  return share;
}

void enrol_typical(HouseholdsView slots, District const& district, FirstDayPlan const& plan) {
  Past past;
  std::uint32_t candidate = 0;
  enrol(past, candidate, district.families, false, slots, district, plan);
  enrol(past, candidate, district.families + district.waiting, true, slots, district, plan);
}

void initialise_district(HouseholdsView slots, District const& district, AreaPlan const& area,
                         FirstDayPlan const& plan, float visit_rate) {
  auto const surveyed = surveyed_in(district, area, plan.key);
  auto const spending = observed_spending(surveyed, district);
  Past past{.tenure = enrol_surveyed(slots, surveyed, district, plan), .lately = {}};
  std::size_t const everybody = district.families + district.waiting;
  past.tenure.reserve(everybody);
  AssessmentGap const gap = assessment_gap(plan.baseline.mentoring.split_roles,
                                           plan.baseline.assessment, plan.world.assessment);
  std::uint32_t candidate = 0;
  enrol(past, candidate, district.families, false, slots, district, plan);
  enrol(past, candidate, everybody, true, slots, district, plan);
  draw_first_day(
      {.area = area,
       .settings = plan.settings,
       .shock_keep = plan.world.shocks.keep,
       .passes = plan.world.money.passes,
       .savings_follow_assets = plan.world.money.buffer_follows_assets,
       .paid_unit_rupiah = paid_unit(plan.world),
       .assessments = {.gap = gap,
                       .assessed_when_due = assessed_when_due(
                           visit_rate, gap, plan.baseline.visits.targeting, plan.world.assessment),
                       .since_turn =
                           (plan.before.month() - plan.baseline.assessment.calendar_month + 12) %
                           12},
       .spending = spending},
      district, plan.key, 0, past.tenure, slots);
  begin_businesses(slots, district, area, plan.world, plan.settings.traits, plan.key);
  apply_businesses(slots, surveyed);
  settle_assets(slots, district);
  apply_surveyed(slots, surveyed, district);
  remember_past_contact(slots, district, plan.world.attendance, plan.baseline);
  take_off_enterprises(slots, district, plan.world);
  start_ready_clocks(slots, district, past.lately, plan);
  auto const& updates = plan.baseline.registry;
  write_records(slots, district, plan,
                {.in = 1.0f - checks_a_month(updates, district.institution),
                 .waiting = 1.0f - checks_a_month(updates, 1)});
  for (std::size_t i = everybody; i < district.slots; ++i) {
    slots.flags[i] = flags::status.put(flags::status.max());  // padding: nobody, and never active
  }
  if (district.forming > 0) draw_new(slots, district, area, plan);
}

}  // namespace graduasi
