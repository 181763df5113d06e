#include "model/aged_candidates.h"

#include "model/aged_before.h"
#include "population/candidates.h"
#include "population/tenure.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <span>

namespace graduasi {

namespace {

/// Longer than there are candidates: columns of 4,096 bytes each would all want the same places of
/// the processor's nearest memory.
template <class T>
using Places = std::array<T, Candidates::max + 2 * lanes>;

/// Candidates while they age: those that are on the list, in any order.
struct Ageing {
  std::size_t count = 0;
  Places<std::uint32_t> number;  ///< among the candidates that were drawn
  Places<std::uint32_t> members, adult, happened, leavers_a, leavers_b, moves;
  Places<std::int32_t> since_entry, since_list, persons, grown, working;
  Places<std::int32_t> paid, entitlement, enrolled, pupil_last;
  std::array<Places<float>, quarters_of_year> lately;
  Places<float> earned;
};

/// Candidates as they were drawn, and while they age.
struct Batch {
  Candidates drawn;
  Ageing now;
  std::uint32_t first_id = 0;
  float institution = 1;  ///< see `ListPart`
  std::int32_t look = 0;  ///< quarters before month 0 at which it is looked next at who is on it
};

/// Puts a candidate among those that age, as it was drawn.
void add(Batch& batch, std::size_t number, FirstDayPlan const& plan) {
  auto const& drawn = batch.drawn;
  auto& now = batch.now;
  std::size_t const at = now.count++;
  auto const due =
      static_cast<std::int32_t>(entitlement_of(drawn.members[number], plan.baseline.benefit));
  now.number[at] = static_cast<std::uint32_t>(number);
  now.members[at] = drawn.members[number];
  now.adult[at] = drawn.adult[number];
  now.since_entry[at] = drawn.tenure[number] / 3;
  now.since_list[at] = drawn.since_list[number];
  now.persons[at] = drawn.persons[number];
  now.grown[at] = drawn.grown[number];
  now.working[at] = drawn.working[number];
  // Counts only where the list is fresh and a family enters on its day.
  now.paid[at] = due;
  now.entitlement[at] = due;
  now.enrolled[at] = due > 0 ? 1 : 0;
  now.pupil_last[at] = 0;
  for (auto& quarter : now.lately) quarter[at] = 0;
}

/// Puts the candidate of one place into another, of whom nothing is known of late.
void move_to(Ageing& now, std::size_t to, std::size_t from) {
  auto const move = [&](auto&... column) { ((column[to] = column[from]), ...); };
  move(now.number, now.members, now.adult, now.since_entry, now.since_list, now.persons, now.grown,
       now.working, now.paid, now.entitlement, now.enrolled, now.pupil_last);
}

/// Leaves out who has entered and is no longer on the list. Who is not on it never comes back.
/// @param until  quarters before the first day
void leave_out(Ageing& now, std::int32_t until) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < now.count; ++i) {
    if (now.enrolled[i] == 0 && now.since_entry[i] >= until) continue;
    if (kept < i) move_to(now, kept, i);
    ++kept;
  }
  now.count = kept;
}

/// @param from, until  quarters before the first day, both included
AgeingBatch ageing_of(Batch& batch, std::int32_t from, std::int32_t until,
                      FirstDayPlan const& plan) {
  auto& now = batch.now;
  auto const count = padded(now.count);
  auto const first = [count](auto& array) { return std::span(array).first(count); };
  float const check = checks_a_month(plan.baseline.registry, batch.institution);
  float const unchecked = (1.0f - check) * (1.0f - check) * (1.0f - check);
  return {.members = first(now.members),
          .adult = first(now.adult),
          .persons = first(now.persons),
          .grown = first(now.grown),
          .working = first(now.working),
          .happened = first(now.happened),
          .number = first(now.number),
          .female_headed = batch.drawn.female_headed,
          .since_entry = first(now.since_entry),
          .since_list = first(now.since_list),
          .paid = first(now.paid),
          .entitlement = first(now.entitlement),
          .enrolled = first(now.enrolled),
          .pupil_last = first(now.pupil_last),
          .lately = {first(now.lately[0]), first(now.lately[1]), first(now.lately[2]),
                     first(now.lately[3])},
          .earned = first(now.earned),
          .leavers_a = first(now.leavers_a),
          .leavers_b = first(now.leavers_b),
          .moves = first(now.moves),
          .first_id = batch.first_id,
          .key = plan.key,
          .from = from,
          .until = until,
          .look = batch.look,
          .school_quarter_now = plan.before.school_quarter(),
          .check_chance = plan.world.natural_exit.on ? 1.0f - unchecked : 0.0f,
          .commitment = plan.world.natural_exit.on ? plan.world.natural_exit.commitment : 0.0f,
          .unpaid = 0,
          .clocks = plan.world.member_clocks,
          .life = plan.world.life_cycle,
          .care = care_needs(plan.world.care),
          .stays = plan.settings.families.older_children_home,
          .pays = plan.baseline.benefit};
}

/// Persons at the look. Without a life cycle those of the list and the children born since.
std::uint32_t persons_now(Batch const& batch, std::size_t at, FirstDayPlan const& plan) {
  if (plan.world.life_cycle.on) return static_cast<std::uint32_t>(batch.now.persons[at]);
  std::size_t const number = batch.now.number[at];
  auto const quarters = static_cast<std::uint32_t>(batch.now.since_list[at] - batch.look);
  std::uint32_t persons = batch.drawn.persons[number];
  for (int byte_index = 0; byte_index < 4; ++byte_index) {
    std::uint32_t const age =
        track::member(batch.now.members[at], byte_index) - track::early_childhood;
    persons += age < quarters && age < track::adult ? 1 : 0;
  }
  return std::min(persons, record::size.max() + 1);
}

/// The oldest adult without a place and, where there is a life cycle, grown children.
std::uint32_t home_now(Ageing const& now, std::size_t at, FirstDayPlan const& plan) {
  bool const schools_notice = plan.world.natural_exit.commitment > 0.0f;
  std::uint32_t const adult =
      at_home::adult.put(now.adult[at]) |
      at_home::pupil_last.put(schools_notice ? static_cast<std::uint32_t>(now.pupil_last[at]) : 0u);
  if (!plan.world.life_cycle.on) return adult;
  return adult | at_home::grown.put(static_cast<std::uint32_t>(now.grown[at])) |
         at_home::working.put(static_cast<std::uint32_t>(now.working[at]));
}

AgedCandidate aged_at(Batch const& batch, std::size_t at, FirstDayPlan const& plan) {
  auto const& now = batch.now;
  std::size_t const number = now.number[at];
  AgedCandidate aged{.members = now.members[at],
                     .home = home_now(now, at, plan),
                     .paid = static_cast<std::uint32_t>(now.paid[at]),
                     .entitlement = static_cast<std::uint32_t>(now.entitlement[at]),
                     .persons = persons_now(batch, at, plan),
                     .female_headed = batch.drawn.female_headed[number],
                     .tenure = batch.drawn.tenure[number]};
  for (std::size_t k = 0; k < quarters_of_year; ++k) aged.lately[k] = now.lately[k][at];
  return aged;
}

/// Those that are on the list on the first day, in the order of their numbers.
void collect(std::vector<AgedCandidate>& aged, Batch const& batch, FirstDayPlan const& plan) {
  std::vector<std::size_t> places(batch.now.count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::erase_if(places, [&](std::size_t at) { return batch.now.enrolled[at] == 0; });
  std::ranges::sort(places, {}, [&](std::size_t at) { return batch.now.number[at]; });
  aged.clear();
  for (auto const at : places) aged.push_back(aged_at(batch, at, plan));
}

/// All candidates at once, each as it is on the first day.
void age_together(Batch& batch, FirstDayPlan const& plan) {
  std::int32_t longest = 0;
  for (std::size_t number = 0; number < batch.drawn.count; ++number) {
    add(batch, number, plan);
    longest = std::max(longest, batch.drawn.since_list[number]);
  }
  plan.kernel.age_list(ageing_of(batch, longest - 1, 0, plan));
}

/// Months and quarters from one moment to the next at which an open list is looked at.
constexpr int months_between = oldest_membership / moments_of_life;
constexpr std::int32_t quarters_between = months_between / 3;
static_assert(months_between % 12 == 0, "all moments are in the month of the first day");

/// Which moment a candidate was drawn for, 0 = the one after the fewest months.
std::size_t moment_drawn(Batch const& batch, std::size_t number) {
  return static_cast<std::size_t>(batch.drawn.tenure[number] / months_between);
}

/// Quarters from the moment that a candidate was drawn for to the last one, from which all are
/// counted.
std::int32_t until_last(Batch const& batch, std::size_t number) {
  auto const later = static_cast<std::int32_t>(moments_of_life - 1 - moment_drawn(batch, number));
  return later * quarters_between;
}

/// Puts a candidate of an open list among those that age. It joined in the quarter of the longest
/// stay that lies before all moments.
void add_to_open(Batch& batch, std::size_t number, FirstDayPlan const& plan) {
  add(batch, number, plan);
  batch.now.since_entry[batch.now.count - 1] += until_last(batch, number);
  batch.now.since_list[batch.now.count - 1] += until_last(batch, number);
}

/// Who was on the list, by moment and number.
using Seen = std::array<std::vector<std::optional<AgedCandidate>>, moments_of_life>;

/// Writes down who is on the list at a moment. Nothing is known of late for the next one.
void look_at_list(Seen& seen, std::size_t moment, Batch& batch, FirstDayPlan const& plan) {
  auto const at_moment = static_cast<int>(moment) * months_between;
  for (std::size_t at = 0; at < batch.now.count; ++at) {
    if (batch.now.enrolled[at] == 0) continue;
    std::size_t const number = batch.now.number[at];
    auto& family = seen[moment][number].emplace(aged_at(batch, at, plan));
    family.tenure = batch.drawn.tenure[number] % months_between + at_moment;
  }
  for (auto& quarter : batch.now.lately) std::fill_n(quarter.begin(), batch.now.count, 0.0f);
}

/// Candidates of an open list, each from the quarter in which it was formed for as long as it is on
/// the list.
Seen age_in_turn(Batch& batch, bool waits, FirstDayPlan const& plan) {
  constexpr std::int32_t quarters_at_once = 8;
  constexpr auto year = static_cast<std::int32_t>(quarters_of_year);
  constexpr std::int32_t first_look = (moments_of_life - 1) * quarters_between;
  std::int32_t const lag = 4 * plan.settings.families.registry_lag_years;
  auto const since_list = [&](std::size_t n) {
    return batch.drawn.since_list[n] + until_last(batch, n);
  };
  std::vector<std::size_t> order(batch.drawn.count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, since_list);
  Seen seen;
  seen.fill(Seen::value_type(batch.drawn.count));
  std::size_t next = 0;
  std::int32_t from = first_look + lag + quarters_between - 1;
  for (std::size_t moment = 0; moment < moments_of_life; ++moment) {
    batch.look = first_look - static_cast<std::int32_t>(moment) * quarters_between;
    for (; from >= batch.look; from -= quarters_at_once) {
      std::int32_t const until = std::max(from - quarters_at_once + 1, batch.look);
      for (; next < order.size() && since_list(order[next]) > until; ++next)
        add_to_open(batch, order[next], plan);
      AgeingBatch ageing = ageing_of(batch, from, until, plan);
      // Who waits on an open list is not paid, and leaves it as soon as nobody is eligible.
      if (waits) ageing.check_chance = 1, ageing.unpaid = 1;
      plan.kernel.age_list(ageing);
      if (until - batch.look >= year) leave_out(batch.now, until);
    }
    from = batch.look - 1;
    for (; next < order.size(); ++next)
      add_to_open(batch, order[next], plan);  // formed at the first
    look_at_list(seen, moment, batch, plan);
    leave_out(batch.now, batch.look);
  }
  return seen;
}

/// All candidates at the moments for which they were drawn, then at the next ones.
void collect(std::vector<AgedCandidate>& aged, Seen const& seen, Batch const& batch) {
  aged.clear();
  for (std::size_t turn = 0; turn < moments_of_life; ++turn) {
    for (std::size_t number = 0; number < batch.drawn.count; ++number) {
      std::size_t const moment = (moment_drawn(batch, number) + turn) % moments_of_life;
      if (auto const& family = seen[moment][number]) aged.push_back(*family);
    }
  }
}

std::unique_ptr<Batch> batch_of(ListPart const& part) {
  auto batch = std::make_unique<Batch>();
  batch->first_id = part.first_id;
  batch->institution = part.institution;
  return batch;
}

/// The candidates of a list that is not open.
void age_closed_list(std::vector<AgedCandidate>& aged, ListPart const& part,
                     FirstDayPlan const& plan) {
  auto const batch = batch_of(part);
  auto const settings = part.waits ? settings_of_waiting(plan.settings) : plan.settings;
  draw_candidates(batch->drawn, part.first_id, part.count, plan.key, plan.births, settings,
                  plan.before, plan.world.life_cycle.works);
  age_together(*batch, plan);
  collect(aged, *batch, plan);
}

/// Families on the day on which they join the list.
void age_on_joining(std::vector<AgedCandidate>& aged, std::uint32_t first_id, std::size_t count,
                    CalendarMonth joins, FirstDayPlan const& plan) {
  auto const batch = batch_of({.first_id = first_id, .count = count, .waits = true});
  int const lag = quarters_on_list(plan.settings, joins);
  draw_new_families(batch->drawn, first_id, count, plan.key, plan.births, plan.settings,
                    later(joins, -3 * lag), plan.world.life_cycle.works);
  batch->drawn.since_list.fill(lag);
  FirstDayPlan on_the_day = plan;
  on_the_day.before = joins;
  age_together(*batch, on_the_day);
  collect(aged, *batch, plan);
}

}  // namespace

void age_candidates(std::vector<AgedCandidate>& aged, ListPart const& part,
                    FirstDayPlan const& plan) {
  auto const age = is_open(plan.settings) ? age_open_list : age_closed_list;
  if (plan.kept == nullptr) return age(aged, part, plan);
  aged = plan.kept->answer({plan.key, part.first_id, part.count, part.waits, 0}, [&] {
    std::vector<AgedCandidate> now;
    age(now, part, plan);
    return now;
  });
}

void age_open_list(std::vector<AgedCandidate>& aged, ListPart const& part,
                   FirstDayPlan const& plan) {
  auto const batch = batch_of(part);
  draw_families_of_open_list(batch->drawn, part.first_id, part.count, plan.key, plan.births,
                             plan.settings, plan.before, plan.world.life_cycle.works);
  collect(aged, age_in_turn(*batch, part.waits, plan), *batch);
}

void age_new_families(std::vector<AgedCandidate>& aged, std::uint32_t first_id, std::size_t count,
                      CalendarMonth joins, FirstDayPlan const& plan) {
  if (plan.kept == nullptr) return age_on_joining(aged, first_id, count, joins, plan);
  aged = plan.kept->answer({plan.key, first_id, count, true, joins.number}, [&] {
    std::vector<AgedCandidate> now;
    age_on_joining(now, first_id, count, joins, plan);
    return now;
  });
}

}  // namespace graduasi
