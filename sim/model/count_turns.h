// Counts what few families live through in a month: becoming able, leaving, weighing it, falling
// back, coming back, and the months in which an exit or a stay is judged. Most registers hold none
// of them.
#pragma once

#include "model/count.h"

namespace graduasi {

/// Statuses in their order: self-reliant ones first, then natural exits, then families taken off.
inline constexpr auto self_reliant_ends = static_cast<std::int32_t>(last_self_reliant);
inline constexpr auto natural_ends = static_cast<std::int32_t>(Status::natural);
inline constexpr auto taken_off_as_able = static_cast<std::int32_t>(Status::assessed_out);
inline constexpr auto taken_off_by_rank = static_cast<std::int32_t>(Status::struck_off);
inline constexpr auto taken_off_by_limit = static_cast<std::int32_t>(Status::time_limit);

/// Months in the state of being able, beyond those that make able, after which staying is missed.
inline constexpr std::int32_t missed_after = 12;
/// Months since the exit when it counts as lasting.
inline constexpr std::int32_t two_years_outside = 24;

/// Marks the families to whom any of it happens, and some others.
inline void mark_turns(Tile const& t, Yardstick const& by) {
  auto const slots = t.turns.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const missed = t.ready_for[i] == by.ready_months + missed_after ? 1 : 0;
    std::int32_t const outside = t.since_exit[i] == two_years_outside ? 1 : 0;
    std::int32_t const moves = counted(t.enters[i] + t.falls[i] + t.asked[i] + t.becomes_able[i]);
    t.turns[i] = t.leaves_as[i] | moves | missed | outside;
  }
}

struct TurnCounts {
  StatusCounts left = {};  ///< this month
  std::int32_t first_self_reliant = 0, first_natural = 0, first_removed = 0;
  std::int32_t became_able = 0, fell_back = 0, returned = 0, restored = 0;
  std::int32_t able_at_start = 0, of_became_able = 0, not_able = 0;  ///< of self-reliant exits
  std::int32_t rule_not_able = 0;  ///< of exits by the time limit or by rank
  std::int32_t poor = 0;           ///< of all exits
  std::int32_t premature = 0, missed = 0, sustained = 0;
  std::int32_t lapsed = 0, approval_months = 0;
  std::int32_t asked = 0, proposed = 0, clearly_able = 0, agreed = 0;
};

/// What a family that leaves self-reliantly was: able from the start, able since, or neither.
inline void add_origin(TurnCounts& sum, Tile const& t, std::size_t i) {
  (t.able_before[i] > 0.0f   ? sum.able_at_start
   : t.became_able[i] > 0.0f ? sum.of_became_able
                             : sum.not_able) += t.counts[i];
}

/// Who leaves, whether that is the first exit of a family enrolled at month 0, and whether it was
/// right.
inline void add_exit(TurnCounts& sum, Tile const& t, std::size_t i, std::uint32_t flag_word,
                     Yardstick const& by) {
  std::int32_t const as = t.leaves_as[i], here = t.counts[i];
  sum.left[static_cast<std::size_t>(as)] += here;
  bool const judged = as <= self_reliant_ends || as == taken_off_as_able;
  bool const by_rule = as == taken_off_by_rank || as == taken_off_by_limit;
  if (t.ready_for[i] < by.ready_months) {
    sum.premature += judged ? here : 0;
    sum.rule_not_able += by_rule ? here : 0;
  }
  if (as <= self_reliant_ends) add_origin(sum, t, i);
  sum.lapsed += t.proposed[i] > 0.0f ? here : 0;
  sum.approval_months += t.approved[i] > 0.0f ? here * t.since_assessed[i] : 0;
  if (t.lasting[i] < 1.0f) sum.poor += here;
  if (flags::left_before.get(flag_word) + flags::admitted.get(flag_word) > 0) return;
  (as <= self_reliant_ends ? sum.first_self_reliant
   : as <= natural_ends    ? sum.first_natural
                           : sum.first_removed) += here;
}

/// Who weighed leaving, and what those who are clearly able answered.
inline void add_decision(TurnCounts& sum, Tile const& t, std::size_t i) {
  constexpr float log_of_three_halves = 0.405465108f;
  std::int32_t const here = t.counts[i];
  float const leaves = t.left_raised[i] + t.left_own[i] + t.left_label[i];
  std::int32_t const agreed = leaves + t.proposed[i] > 0.0f ? here : 0;
  sum.asked += here;
  sum.proposed += agreed;
  if (t.log_earned[i] <= log_of_three_halves) return;
  sum.clearly_able += here;
  sum.agreed += agreed;
}

/// All that happens to one family.
inline void add_turns(TurnCounts& sum, Tile const& t, HouseholdsView const& h, std::size_t i,
                      Yardstick const& by) {
  std::int32_t const here = t.counts[i];
  if (t.asked[i] > 0.0f) add_decision(sum, t, i);
  if (t.leaves_as[i] > 0)
    add_exit(sum, t, i, h.flags[i], by);
  else if (t.ready_for[i] == by.ready_months + missed_after)
    sum.missed += counted(t.active[i]) * here;
  sum.became_able += counted(t.becomes_able[i]) * here;
  sum.fell_back += counted(t.falls[i]) * here;
  sum.returned += counted(t.returns[i]) * here;
  sum.restored += counted(t.restored[i]) * here;
  bool const self_reliant = flags::status.get(h.flags[i]) <= last_self_reliant;
  if (self_reliant && t.since_exit[i] == two_years_outside)
    sum.sustained += counted(t.outside[i] * t.was_above[i] * (1.0f - t.fell_back[i])) * here;
}

inline void count_turns(Tally& tally, Tile const& t, HouseholdsView const& h, Yardstick const& by) {
  TurnCounts sum;
  for (std::size_t from = 0; from < t.turns.size(); from += lanes) {
    if (!any_in_register(t.turns, from)) continue;
    for (std::size_t i = from; i < from + lanes; ++i)
      if (t.turns[i] != 0) add_turns(sum, t, h, i, by);
  }
  tally[Count::left_raised] += of(sum.left, Status::raised);
  tally[Count::left_own_request] += of(sum.left, Status::own_request);
  tally[Count::left_target] += of(sum.left, Status::target);
  tally[Count::left_label] += of(sum.left, Status::label);
  tally[Count::left_booked] += of(sum.left, Status::booked);
  tally[Count::left_natural] += of(sum.left, Status::natural);
  tally[Count::left_assessed_out] += of(sum.left, Status::assessed_out);
  tally[Count::left_struck_off] += of(sum.left, Status::struck_off);
  tally[Count::left_removal] += of(sum.left, Status::removal) + of(sum.left, Status::appeal);
  tally[Count::left_time_limit] += of(sum.left, Status::time_limit);
  tally[Count::first_left_self_reliant] += sum.first_self_reliant;
  tally[Count::first_left_natural] += sum.first_natural;
  tally[Count::first_left_removed] += sum.first_removed;
  tally[Count::became_able] += sum.became_able;
  tally[Count::left_able_at_start] += sum.able_at_start;
  tally[Count::left_became_able] += sum.of_became_able;
  tally[Count::left_not_able] += sum.not_able;
  tally[Count::rule_not_able] += sum.rule_not_able;
  tally[Count::left_poor] += sum.poor;
  tally[Count::fell_back] += sum.fell_back;
  tally[Count::returned] += sum.returned;
  tally[Count::restored] += sum.restored;
  tally[Count::premature] += sum.premature;
  tally[Count::missed] += sum.missed;
  tally[Count::sustained] += sum.sustained;
  tally[Count::asked] += sum.asked;
  tally[Count::proposed] += sum.proposed;
  tally[Count::lapsed] += sum.lapsed;
  tally[Count::approval_months] += sum.approval_months;
  tally[Count::asked_clearly_able] += sum.clearly_able;
  tally[Count::agreed_clearly_able] += sum.agreed;
}

/// Everything that is counted of a month, before it is packed away.
inline void count_month(Tally& tally, Tile const& t, HouseholdsView const& h, Yardstick const& by) {
  count_states(tally, t, by);
  count_statuses(tally, t);
  count_welfare(tally, t, h);
  count_benefits_of_others(tally, t, h);
  count_livelihood(tally, t);
  count_turns(tally, t, h, by);
  count_contacts(tally, t, by);
}

}  // namespace graduasi
