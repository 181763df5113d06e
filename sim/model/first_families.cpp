#include "model/first_families.h"

#include "model/ageing.h"
#include "model/first_businesses.h"
#include "model/warm_start.h"

#include "base/contract.h"
#include "base/errors.h"
#include "model/surveyed_families.h"
#include "population/candidates.h"
#include "population/first_day.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace graduasi {

namespace {

/// Candidates of a batch while they age, and after it what is kept of them.
struct Batch {
  Candidates drawn;
  std::array<std::int32_t, Candidates::max> since_entry, paid, entitlement, enrolled;
  std::array<std::int32_t, Candidates::max> persons, grown, working;
  std::array<std::uint32_t, Candidates::max> happened;
};

AgeingBatch ageing_of(Batch& batch, std::uint32_t first_id, FirstDayPlan const& plan) {
  auto const count = padded(batch.drawn.count);
  auto const first = [count](auto& array) { return std::span(array).first(count); };
  float const check = 1.0f / plan.baseline.registry.cycle_months;
  float const unchecked = (1.0f - check) * (1.0f - check) * (1.0f - check);
  return {.members = first(batch.drawn.members),
          .adult = first(batch.drawn.adult),
          .persons = first(batch.persons),
          .grown = first(batch.grown),
          .working = first(batch.working),
          .happened = first(batch.happened),
          .since_entry = first(batch.since_entry),
          .paid = first(batch.paid),
          .entitlement = first(batch.entitlement),
          .enrolled = first(batch.enrolled),
          .first_id = first_id,
          .key = plan.key,
          .lag_quarters = 4 * plan.settings.families.registry_lag_years,
          .longest = plan.settings.spending.tenure_max / 3,
          .school_quarter_now = plan.before.school_quarter(),
          .check_chance = plan.world.natural_exit.on ? 1.0f - unchecked : 0.0f,
          .clocks = plan.world.member_clocks,
          .life = plan.world.life_cycle,
          .stays = plan.settings.families.older_children_home,
          .pays = plan.baseline.benefit};
}

/// Persons on the first day. Without a life cycle those of the list and the children born since.
std::uint32_t persons_now(Batch const& batch, std::size_t i, FirstDayPlan const& plan) {
  if (plan.world.life_cycle.on) return static_cast<std::uint32_t>(batch.persons[i]);
  auto const quarters = static_cast<std::uint32_t>(
      quarters_since_list(batch.drawn.tenure[i], plan.settings.families));
  std::uint32_t persons = batch.drawn.persons[i];
  for (int byte_index = 0; byte_index < 4; ++byte_index) {
    std::uint32_t const age =
        track::member(batch.drawn.members[i], byte_index) - track::early_childhood;
    persons += age < quarters && age < track::adult ? 1 : 0;
  }
  return std::min(persons, record::size.max() + 1);
}

/// The oldest adult without a place and, where there is a life cycle, grown children.
std::uint32_t home_now(Batch const& batch, std::size_t i, FirstDayPlan const& plan) {
  std::uint32_t const adult = at_home::adult.put(batch.drawn.adult[i]);
  if (!plan.world.life_cycle.on) return adult;
  return adult | at_home::grown.put(static_cast<std::uint32_t>(batch.grown[i])) |
         at_home::working.put(static_cast<std::uint32_t>(batch.working[i]));
}

/// Candidates of the list have the first half of a district's numbers where families are formed,
/// and these the second: whoever is formed is a matter of its serial number alone.
constexpr std::uint32_t first_new_candidate = ids_per_district / 2;

/// Candidates begin to age as they were drawn.
void start_ageing(Batch& batch) {
  for (std::size_t i = 0; i < batch.drawn.count; ++i) {
    batch.since_entry[i] = batch.drawn.tenure[i] / 3;
    batch.persons[i] = batch.drawn.persons[i];
    batch.grown[i] = batch.drawn.grown[i];
    batch.working[i] = batch.drawn.working[i];
  }
}

/// Writes who lives in a candidate that has aged.
/// @param waits  whether it has not entered: nothing is paid
void settle(HouseholdsView slots, std::size_t slot, Batch const& batch, std::size_t i, bool waits,
            FirstDayPlan const& plan) {
  slots.members[slot] = batch.drawn.members[i];
  slots.adult[slot] = home_now(batch, i, plan);
  slots.record[slot] = record::paid.put(waits ? 0u : static_cast<std::uint32_t>(batch.paid[i])) |
                       record::entitlement.put(static_cast<std::uint32_t>(batch.entitlement[i])) |
                       record::size.put(persons_now(batch, i, plan) - 1);
  slots.traits[slot] = traits::female_headed.put(batch.drawn.female_headed[i]);
}

/// Draws and ages candidates until the district has `families` families, the last ones added to
/// those that have their slots already.
/// @param candidate  number of the next on the list, moved on
/// @param waits      whether the families have not entered: no time in the programme, nothing paid
void enrol(std::vector<int>& tenure, std::uint32_t& candidate, std::size_t families, bool waits,
           HouseholdsView slots, District const& district, FirstDayPlan const& plan) {
  auto const batch = std::make_unique<Batch>();
  PopulationSettings settings = plan.settings;
  if (waits) settings.spending.tenure_max = 0;
  while (tenure.size() < families) {
    std::size_t const missing = families - tenure.size();
    std::size_t const count = std::min(Candidates::max, padded(missing * 2));
    if (candidate + count > (district.forming > 0 ? first_new_candidate : ids_per_district)) {
      throw ScenarioError({{"population",
                            "the list holds too few families with an eligible member: "
                            "fewer than one in two candidates of a district of " +
                                std::to_string(families) +
                                " families; simulate fewer "
                                "households, or make population.families less extreme"}});
    }
    draw_candidates(batch->drawn, district.first_id + candidate, count, plan.key, plan.births,
                    settings, plan.before, plan.world.life_cycle.works);
    start_ageing(*batch);
    plan.kernel.age_list(ageing_of(*batch, district.first_id + candidate, plan));
    for (std::size_t i = 0; i < count && tenure.size() < families; ++i) {
      if (batch->enrolled[i] == 0) continue;
      std::size_t const slot = tenure.size();
      settle(slots, slot, *batch, i, waits, plan);
      tenure.push_back(batch->drawn.tenure[i]);
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

/// What the registry holds on the first day: welfare as it was found when the record was last
/// renewed, with error, and how long ago that was.
/// @param missed  chance that no check comes in a month: the record's age is what has passed since
///                the last; 0: records are new
void write_records(HouseholdsView slots, District const& district, FirstDayPlan const& plan,
                   float missed) {
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
    float kept = 1.0f, unchecked = missed;
    std::int32_t age = 0;
    for (; chance < unchecked && age < record_oldest; ++age) {
      unchecked *= missed;
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

/// Families whose lasting earnings exceed the readiness line on the first day have done so for the
/// required months and up to a year longer: how long is not known, so it is spread evenly. They are
/// able at the start, also those that wait: what a family of the waiting list was is what it was on
/// the first day, whenever it comes in.
void start_ready_clocks(HouseholdsView slots, District const& district, FirstDayPlan const& plan) {
  auto const required = static_cast<std::uint32_t>(plan.world.readiness.months);
  for (std::size_t i = 0; i < district.families + district.waiting; ++i) {
    if (lasting_of(slots, i, plan.world) <= plan.world.readiness.multiple) continue;
    auto const extra = (district.first_id + static_cast<std::uint32_t>(i)) % 12u;
    slots.flags[i] |= flags::ready_for.put(std::min(required + extra, 120u));
    slots.start[i] |= start::able.put(1);
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
void enrol_new(HouseholdsView slots, District const& kept, std::vector<int> const& quarters,
               FirstDayPlan const& plan) {
  auto const batch = std::make_unique<Batch>();
  auto const range = kept.first_id - kept.first_id % ids_per_district;
  int const lag = 12 * plan.settings.families.registry_lag_years;
  std::uint32_t candidate = first_new_candidate;
  // A batch joins in one quarter, so that it ages in the same seasons.
  for (std::size_t joined = 0; joined < quarters.size();) {
    CalendarMonth const joins = later(plan.before, 3 * (quarters[joined] - 1));
    auto const end = static_cast<std::size_t>(std::ranges::upper_bound(quarters, quarters[joined]) -
                                              quarters.begin());
    std::size_t const count = std::min(Candidates::max, padded(end - joined));
    expects(candidate + count <= ids_per_district, "hardly any new family lacks a component");
    draw_new_families(batch->drawn, range + candidate, count, plan.key, plan.births, plan.settings,
                      later(joins, -lag), plan.world.life_cycle.works);
    start_ageing(*batch);
    AgeingBatch ageing = ageing_of(*batch, range + candidate, plan);
    ageing.longest = 0;
    ageing.school_quarter_now = joins.school_quarter();
    plan.kernel.age_list(ageing);
    for (std::size_t i = 0; i < count && joined < end; ++i) {
      if (batch->enrolled[i] > 0) settle(slots, joined++, *batch, i, true, plan);
    }
    candidate += static_cast<std::uint32_t>(count);
  }
}

/// Families that are formed later are as much better off as lasting earnings have grown by then.
void grow_until_formed(HouseholdsView slots, std::vector<int> const& quarters,
                       District const& district, World const& world) {
  if (!world.earnings.on) return;
  float const growth = growth_of_quarter(district.lives.growth, world.growth);
  for (std::size_t i = 0; i < quarters.size(); ++i) {
    float const grown = static_cast<float>(quarters[i] - 1) * growth;
    slots.base[i] = math::clip(slots.base[i] + grown, -log_limit, log_limit);
    slots.permanent[i] = slots.base[i];
    slots.reference[i] += grown;
  }
}

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
  enrol_new(h, kept, quarters, plan);
  draw_first_day({.area = area,
                  .settings = plan.settings,
                  .shock_keep = plan.world.shocks.keep,
                  .passes = plan.world.money.passes,
                  .savings_follow_assets = plan.world.money.buffer_follows_assets,
                  .paid_unit_rupiah = 0,
                  .ranks_below = list / chosen},
                 kept, plan.key, 0, tenure, h);
  begin_businesses(h, kept, area, plan.world, plan.settings.traits, plan.key);
  settle_assets(h, kept);
  take_off_enterprises(h, kept, plan.world);
  grow_until_formed(h, quarters, kept, plan.world);
  start_ready_clocks(h, kept, plan);
  write_records(h, kept, plan, 0);
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
  std::vector<int> tenure;
  std::uint32_t candidate = 0;
  enrol(tenure, candidate, district.families, false, slots, district, plan);
  enrol(tenure, candidate, district.families + district.waiting, true, slots, district, plan);
}

void initialise_district(HouseholdsView slots, District const& district, AreaPlan const& area,
                         FirstDayPlan const& plan, float visit_rate) {
  auto const surveyed = surveyed_in(district, area, plan.key);
  auto const spending = observed_spending(surveyed, district);
  std::vector<int> tenure = enrol_surveyed(slots, surveyed, district, plan);
  std::size_t const everybody = district.families + district.waiting;
  tenure.reserve(everybody);
  AssessmentGap const gap = assessment_gap(plan.baseline.mentoring.split_roles,
                                           plan.baseline.assessment, plan.world.assessment);
  std::uint32_t candidate = 0;
  enrol(tenure, candidate, district.families, false, slots, district, plan);
  enrol(tenure, candidate, everybody, true, slots, district, plan);
  draw_first_day(
      {.area = area,
       .settings = plan.settings,
       .shock_keep = plan.world.shocks.keep,
       .passes = plan.world.money.passes,
       .savings_follow_assets = plan.world.money.buffer_follows_assets,
       .paid_unit_rupiah = plan.world.money.benefit_on ? 100000.0f : 0.0f,
       .assessments = {.gap = gap,
                       .assessed_when_due = assessed_when_due(
                           visit_rate, gap, plan.baseline.visits.targeting, plan.world.assessment),
                       .since_turn =
                           (plan.before.month() - plan.baseline.assessment.calendar_month + 12) %
                           12},
       .spending = spending},
      district, plan.key, 0, tenure, slots);
  begin_businesses(slots, district, area, plan.world, plan.settings.traits, plan.key);
  apply_businesses(slots, surveyed);
  settle_assets(slots, district);
  apply_surveyed(slots, surveyed, district);
  remember_past_contact(slots, district, plan.world.attendance, plan.baseline);
  take_off_enterprises(slots, district, plan.world);
  start_ready_clocks(slots, district, plan);
  write_records(slots, district, plan, 1.0f - 1.0f / plan.baseline.registry.cycle_months);
  for (std::size_t i = everybody; i < district.slots; ++i) {
    slots.flags[i] = flags::status.put(flags::status.max());  // padding: nobody, and never active
  }
  if (district.forming > 0) draw_new(slots, district, area, plan);
}

}  // namespace graduasi
