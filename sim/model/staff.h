// The facilitators of a district: how many there are and where their caseloads lie, how a month's
// hours reach the families, with colleagues covering vacant posts, and who comes and goes.
#pragma once

#include "agents/districts.h"
#include "agents/households.h"
#include "base/math.h"
#include "model/parameters.h"
#include "policy/levers.h"
#include "random/stream.h"
#include "random/threefry.h"
#include "tallies/tally.h"

#include <cstdint>
#include <span>

namespace graduasi {

/// A district's facilitators in one simulation, and what staffing remembers.
struct Staff {
  FacilitatorsView people;   ///< room for the most that any lever asks for
  std::uint32_t& caseloads;  ///< in use
  float& posts;              ///< full posts at the last staffing
  float& staffed_ratio;      ///< families per facilitator at that time, by the levers; 0: never yet
};

/// Whose month it is among a district's facilitators, for chance.
struct StaffKey {
  std::uint32_t district_number;
  std::uint32_t month;  ///< 0: the first day
  Key key;
};

[[gnu::always_inline]] inline RandomWords staff_words(StaffKey const& k, std::size_t number,
                                                      Hired block) {
  return threefry4x32(k.district_number, static_cast<std::uint32_t>(number) | k.month << 20,
                      static_cast<std::uint32_t>(block),
                      static_cast<std::uint32_t>(Domain::facilitator), k.key.seed, k.key.replicate);
}

/// Somebody new takes a post: another person, rested and without experience.
inline void hire(FacilitatorsView const& f, std::size_t number, StaffKey const& k,
                 World const& world) {
  auto const person = staff_words(k, number, Hired::person);
  auto const traits = math::normal_pair(person.word[0], person.word[1]);
  f.talent[number] = traits.first;
  f.resilience[number] = world.workload.resilience_sd * traits.second;
  auto const judgement = staff_words(k, number, Hired::judgement);
  auto const sight = math::normal_pair(judgement.word[0], judgement.word[1]);
  auto const conduct = math::normal_pair(judgement.word[2], judgement.word[3]);
  f.noise[number] = sight.first;
  f.bias[number] = sight.second;
  f.reluctance[number] = conduct.first;
  f.integrity[number] = conduct.second;
  float const keeps = math::uniform(staff_words(k, number, Hired::conduct).word[0]);
  f.keeps_cards[number] = keeps < world.card_custody.keepers ? 1.0f : 0.0f;
  f.fatigue[number] = world.turnover.newcomer_fatigue;
  f.gain[number] = 0;
  f.tenure[number] = 0;
  f.vacant[number] = 0;
}

/// Sums over posts are counted in these units.
inline std::int64_t post_units(float x) { return static_cast<std::int64_t>(x * 65536.0f + 0.5f); }

/// Months in the post of who has been in none yet.
inline constexpr float never_in_post = -1;

/// Who begins has been chosen by the rules of the day.
inline void choose(FacilitatorsView const& f, std::size_t number, StaffLevers const& levers,
                   Tally& tally) {
  if (levers.selection <= 0.0f) return;
  f.talent[number] += levers.selection;
  tally[Count::selected] += post_units(f.full[number]);
}

/// New posts go to people who have been in none yet.
inline void fill_new_posts(Staff& staff, StaffLevers const& levers, Tally& tally) {
  auto const& f = staff.people;
  for (std::size_t i = 0; i < staff.caseloads; ++i) {
    if (f.tenure[i] != never_in_post) continue;
    f.tenure[i] = 0;
    choose(f, i, levers, tally);
  }
}

/// Hours of a full post that go to nobody's families: other duties, and those with a supervisor.
inline float other_hours(Levers const& levers) {
  return levers.duties.hours_per_month + levers.staff.supervision;
}

/// Active families of some slots.
inline std::int32_t active_in(std::span<std::uint32_t const> flag_words) {
  std::int32_t active = 0;
  auto const slots = flag_words.size();
#pragma omp simd reduction(+ : active)
  for (std::size_t i = 0; i < slots; ++i) {
    active += static_cast<std::int32_t>(is_active(flag_words[i]));
  }
  return active;
}

/// Cuts the district's slots into caseloads of equal numbers of active families, one for every post
/// or part of a post, each of whole registers. A post is as full as its caseload is large, so hours
/// per family are the same in every district.
inline void cut_caseloads(Staff& staff, std::span<std::uint32_t const> flag_words) {
  auto const& f = staff.people;
  std::size_t const slots = flag_words.size();
  std::int32_t const active = active_in(flag_words);
  float const per_family = active > 0 ? staff.posts / static_cast<float>(active) : 0.0f;
  auto const whole = static_cast<std::int32_t>(staff.posts);
  std::int32_t const more = static_cast<float>(whole) < staff.posts ? 1 : 0;
  std::int32_t const room = static_cast<std::int32_t>(f.full.size()) - 1;
  std::int32_t const wanted = whole + more < room ? whole + more : room;
  std::uint32_t caseload = 0;
  std::int32_t before = 0, here = 0;
  std::uint32_t from = 0;
  for (std::size_t slot = 0; slot < slots; slot += lanes) {
    here += active_in(flag_words.subspan(slot, lanes));
    bool const last = slot + lanes >= slots;
    // The next border is where the share of families reached passes the share of caseloads.
    auto const reached = static_cast<std::int64_t>(before + here) * wanted;
    auto const border = static_cast<std::int64_t>(caseload + 1) * active;
    if (here == 0 || (reached < border && !last)) continue;
    f.from[caseload] = from;
    f.families[caseload] = static_cast<float>(here);
    f.full[caseload] = static_cast<float>(here) * per_family;
    from = static_cast<std::uint32_t>(slot + lanes);
    before += here;
    here = 0;
    ++caseload;
  }
  // Where all have left, one empty caseload keeps them: they stay in the simulation, and are
  // counted.
  if (caseload == 0) {
    f.families[0] = 0;
    f.full[0] = 0;
    f.from[0] = 0;
    caseload = 1;
  }
  // Families that have left may come after the last active one: they go with the last caseload.
  f.from[caseload] = static_cast<std::uint32_t>(slots);
  staff.caseloads = caseload;
}

/// Hours that tasks cost in a district.
inline TaskHours hours_in(District const& district, SessionLevers const& sessions,
                          WorkloadParameters const& p) {
  TaskHours task = task_hours(district.hard_share, sessions, p);
  task.checks = district.institution;
  return task;
}

/// Part of the further facilitators that a district gets against its part of the families.
inline float more_factor_of(District const& district, CaseloadLevers const& levers) {
  if (levers.more_go != MorePosts::crowded)
    return district.more_factor[static_cast<std::size_t>(levers.more_go)];
  // Those of the nation against its usual posts: first as many as crowded districts lack.
  auto const rule = static_cast<std::size_t>(levers.allotment);
  float const nation = static_cast<float>(district.families) / district.for_each_of_nation;
  float const more = levers.more_facilitators * levers.households_per_facilitator / nation;
  float const to_crowded = math::min(district.lacking[rule] / more, 1.0f);
  return to_crowded * district.lack_factor[rule] + (1.0f - to_crowded);
}

/// Families per facilitator that the levers ask of a district: of those of the first day, for whom
/// further facilitators are meant.
inline float ratio_in(District const& district, CaseloadLevers const& levers) {
  float const usual = levers.households_per_facilitator *
                      district.ratio_factor[static_cast<std::size_t>(levers.allotment)];
  if (levers.more_facilitators <= 0.0f) return usual;
  float const more =
      levers.more_facilitators * district.for_each_of_nation * more_factor_of(district, levers);
  auto const families = static_cast<float>(district.families);
  return families / (families / usual + more);
}

/// Families per facilitator by which posts are filled in a month. Posts that the levers add are
/// filled once they have been asked for throughout the months that recruitment takes.
/// @param levers  by month of the run, from the state before it
inline float filled_ratio(District const& district, std::span<Levers const> levers,
                          std::size_t month) {
  float ratio = ratio_in(district, levers[month].caseload);
  auto const takes = static_cast<std::size_t>(levers[month].staff.recruitment_months);
  for (std::size_t ago = 1; ago <= takes && ago <= month; ++ago)
    ratio = math::max(ratio, ratio_in(district, levers[month - ago].caseload));
  return ratio;
}

/// Sets the number of posts: in January, unless it is kept, and whenever the levers ask for another
/// ratio.
inline bool sets_posts(Staff& staff, float ratio, bool january, Staffing rule, float active) {
  bool const moved = ratio != staff.staffed_ratio;
  if (!moved && !(january && rule == Staffing::keep_ratio)) return false;
  staff.posts = active / ratio;
  staff.staffed_ratio = ratio;
  return true;
}

/// One team's hours: each present member's own families, and what colleagues lend to vacant posts.
inline void share_out_team(Staff& staff, std::size_t first, std::size_t last, TaskHours const& task,
                           Diverted const& diverted, Levers const& levers, World const& world,
                           Tally& tally) {
  auto const units = post_units;
  auto const& f = staff.people;
  float present = 0, vacant = 0;
  std::size_t stand_in = last;
  for (std::size_t i = first; i < last; ++i) {
    (f.vacant[i] > 0.0f ? vacant : present) += f.families[i];
    if (stand_in == last && f.vacant[i] == 0.0f) stand_in = i;
  }
  Cover const help = cover(present, vacant, levers.caseload.vacancy_cover);
  float const own = 1.0f / (1.0f + help.lent);
  float held = 0, visit_hours = 0, checks = 0, quality = 0, more_checks = 0, more_assessed = 0;
  float const assessment = task.visit + world.assessment.assess_hours;
  for (std::size_t i = first; i < last; ++i) {
    f.planned[i] = f.families[i] / task.group_size * levers.sessions.per_month;
    if (f.vacant[i] > 0.0f) continue;
    // The least post keeps an empty caseload from dividing by zero, and rounds to no post in
    // counts.
    Post const post{.full = math::max(f.full[i], 1e-6f),
                    .families = f.families[i] * (1.0f + help.lent),
                    .fatigue = f.fatigue[i],
                    .duties = other_hours(levers)};
    HoursShared const hours =
        share_out_hours(post, task, levers.sessions, levers.registry, world.workload, diverted.part,
                        hours_to_divert(diverted, post.families, task.check, assessment));
    Bought const bought = buy(hours.diverted, diverted, post.families, task.check, assessment);
    float const competence = competence_of(f.talent[i], f.gain[i], f.tenure[i], world.competence);
    f.held[i] = hours.held * f.planned[i];
    f.visit_hours[i] += hours.visit_hours * own;
    f.checks[i] = hours.checks;
    f.more_checks[i] = bought.checks / math::max(post.families, 1.0f);
    f.more_assessed[i] = bought.assessments / math::max(post.families, 1.0f);
    f.quality[i] =
        quality_of(competence, levers.mentoring.resources, f.fatigue[i], world.competence);
    f.load[i] = hours.load;
    f.judge[i] = static_cast<std::uint32_t>(i);
    held += hours.held * f.families[i];
    visit_hours += hours.visit_hours * (1.0f - own);
    checks += hours.checks * f.families[i];
    more_checks += f.more_checks[i] * f.families[i];
    more_assessed += f.more_assessed[i] * f.families[i];
    quality += f.quality[i] * f.families[i];
    tally[Count::load] += units(post.full * hours.load);
    tally[Count::fatigue] += units(post.full * post.fatigue);
    tally[Count::competence] += units(post.full * competence);
    tally[Count::hours_given] += units(hours.hours);
    tally[Count::hours_used] += units(hours.admin + hours.sessions * task.session + hours.diverted);
    tally[Count::supervised] += units(post.full * levers.staff.supervision);
    tally[Count::burnt_out_posts] += post.fatigue > burnt_out_above ? units(post.full) : 0;
  }
  // Sessions lent are held as far as the present members hold their own, on average.
  float const held_on_average = present > 0.0f ? math::min(held / present, 1.0f) : 0.0f;
  for (std::size_t i = first; i < last; ++i) {
    if (f.vacant[i] == 0.0f) continue;
    float const part = vacant > 0.0f ? f.families[i] / vacant : 0.0f;
    float const per_present = present > 0.0f ? 1.0f / present : 0.0f;
    f.held[i] = help.covered * held_on_average * f.planned[i];
    f.visit_hours[i] += visit_hours * part;
    f.checks[i] = help.covered * checks * per_present;
    f.more_checks[i] = help.covered * more_checks * per_present;
    f.more_assessed[i] = help.covered * more_assessed * per_present;
    f.quality[i] = quality * per_present;
    f.load[i] = 0;
    f.judge[i] = static_cast<std::uint32_t>(stand_in < last ? stand_in : i);
  }
}

/// Shares out the month's hours, team by team.
inline void share_out_month(Staff& staff, TaskHours const& task, Diverted const& diverted,
                            Levers const& levers, World const& world, Tally& tally) {
  auto const team = static_cast<std::size_t>(world.turnover.team);
  for (std::size_t first = 0; first < staff.caseloads; first += team) {
    std::size_t const end = first + team;
    share_out_team(staff, first, end < staff.caseloads ? end : staff.caseloads, task, diverted,
                   levers, world, tally);
  }
}

/// What the end of a month brings the families of a post.
struct PostTurn {
  bool new_face = false;    ///< somebody new takes it, whom they do not know
  bool cards_back = false;  ///< he was found to keep their cards, and they have them back
};

/// The end of a facilitator's month: fatigue, experience, training; who leaves, and who comes.
inline PostTurn pass_month(Staff& staff, std::size_t number, StaffKey const& k,
                           Levers const& levers, World const& world, Tally& tally) {
  auto const units = post_units;
  auto const& f = staff.people;
  auto const words = staff_words(k, number, Hired::month);
  float const chance = math::uniform(words.word[0]);
  tally[Count::posts] += units(f.full[number]);
  tally[Count::sessions_planned] += units(f.planned[number]);
  tally[Count::sessions_held] += units(f.held[number]);
  if (f.vacant[number] > 0.0f) {
    tally[Count::vacant_posts] += units(f.full[number]);
    bool const filled = chance < world.turnover.filling;
    if (filled) {
      hire(f, number, k, world);
      choose(f, number, levers.staff, tally);
    }
    return {.new_face = filled};
  }
  bool const trained =
      math::uniform(words.word[1]) < levers.training.courses_per_year * (1.0f / 12.0f);
  Supervised const by = supervised_by(levers.staff, world.supervision);
  f.gain[number] =
      gain_after_month(f.gain[number], trained, levers.training, world.competence, by.upheld);
  tally[Count::courses] += trained ? units(f.full[number]) : 0;
  tally[Count::refreshers] +=
      units(f.full[number] * levers.training.refreshers_per_year * (1.0f / 12.0f));
  f.tenure[number] = math::min(f.tenure[number] + 1.0f, 480.0f);
  bool const found = found_by_audit(f.keeps_cards[number], math::uniform(words.word[2]),
                                    levers.card_custody, world.card_custody);
  // Who is found is dismissed.
  bool const leaves = found || chance < chance_to_leave(f.fatigue[number], world.turnover);
  f.fatigue[number] = fatigue_after_month(f.fatigue[number], f.load[number], f.resilience[number],
                                          world.workload, by.relief);
  if (!leaves) return {};
  f.vacant[number] = 1;
  tally[Count::facilitators_left] += units(f.full[number]);
  return {.cards_back = found};
}

/// All cards of a caseload are with their families again.
inline void give_cards_back(std::span<std::uint32_t> livelihood_words) {
  for (auto& word : livelihood_words) word &= ~livelihood::card_away.mask();
}

}  // namespace graduasi
