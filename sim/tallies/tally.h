// What is counted in a month. Integers only, so that sums agree in any order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace graduasi {

/// One count per line. Sums of shares are in units of 1/65,536 (`share_unit`).
enum class Count : std::size_t {
  // Families at the end of the month
  families,          ///< all that were ever enrolled
  active,            ///< receive the benefit
  raised,            ///< have left, raised by their facilitator, and have not returned
  own_request,       ///< have left at their own request, and have not returned
  target,            ///< have left self-reliantly, raised only under pressure of a target
  label,             ///< have left at a request that only a label on the house brought about
  booked,            ///< have left by natural exit that was booked as self-reliant
  natural,           ///< have left for want of a component, and have not returned
  assessed_out,      ///< were found able, did not agree, and were taken off
  struck_off,        ///< were ranked above the cut-off by their record
  removal,           ///< were taken off by a mismatch, an appeal may be open
  time_limit,        ///< were in the programme for as long as anybody may, and have not returned
  waiting,           ///< are on the waiting list
  admissible,        ///< of them, those that a free place would go to: with an eligible member, and
                     ///< recorded within the list
  off_list,          ///< have left the waiting list, nobody being eligible any more
  poorest_left_out,  ///< not active, with true spending in the nation's poorest covered share
  without_component,  ///< active, though no member is eligible
  able,               ///< active and able to leave (definition of `readiness`)
  able_at_start,      ///< ever enrolled, and able at month 0
  outside_poorest,    ///< active, with true spending above the nation's poorest covered share
  persons,            ///< persons in all families
  poor_persons,       ///< of them, those whose true spending is below the poverty line
  poverty_gap,        ///< sum over poor persons of the missing share of the line, share_unit
  spent,              ///< sum over persons of their family's true spending, 1,024ths of a line
  confidence,         ///< sum of self-confidence over active families, share_unit
  skills,             ///< sum of skills over active families, share_unit
  record_age,         ///< sum of months since the record was true, over active families
  record_gap,         ///< sum of the distance of recorded from true welfare, log points, share_unit
  access,             ///< sum of access over active families, share_unit
  digital,            ///< sum of digital literacy over active families, share_unit
  enterprises,        ///< active families with a business
  assets,             ///< sum of productive assets over active families, line-months, share_unit
  cards_away,         ///< active families whose card somebody else holds
  levied,             ///< sum of yearly levies, of 100,000 rupiah in units of 1/1,024
  paid,           ///< sum of yearly entitlements paid to active families and to those whose benefit
                  ///< continues after a grant, 100,000 rupiah
  paid_entered,   ///< of it, to active families that came in from the waiting list
  paid_returned,  ///< to active families of the first day that had left and are back
  // Families that moved this month
  left_raised,
  left_own_request,
  left_target,
  left_label,
  left_booked,
  left_natural,
  left_assessed_out,
  left_struck_off,
  left_removal,
  left_time_limit,
  first_left_self_reliant,  ///< of those who left, the ones who had never left before
  first_left_natural,
  first_left_removed,  ///< assessed out, struck off, removed or at the time limit
  proposed,            ///< would leave self-reliantly: raised or asking, agreed, and not refused
  lapsed,              ///< have left in another way while their proposal waited
  approval_months,     ///< sum of the months that the proposals approved this month have waited
  premature,           ///< self-reliant and assessed exits of families that were not able
  left_able_at_start,  ///< self-reliant exits of families that were able at month 0
  left_became_able,    ///< of families that were not, and have been able in the programme since
  left_not_able,       ///< of families that have been neither
  rule_not_able,       ///< exits by the time limit or by rank of families that were not able
  left_poor,           ///< exits of any kind with lasting earnings below the line
  missed,              ///< able for 12 months longer than needed, and still active: once for each
                       ///< spell of being able
  became_able,         ///< first month able in the programme, of families not able at month 0
  fell_back,           ///< above the line when they left or since, then three months running below
                       ///< it: once for each exit
  lost_to_school,      ///< children who left school while their family was out of the programme and
                       ///< would have stayed had the benefit gone on
  returned,
  restored,   ///< back after an appeal
  admitted,   ///< from the waiting list
  formed,     ///< new families that joined the waiting list
  sustained,  ///< 24 months since a self-reliant exit, above the line then or since, and neither
              ///< fallen back nor returned
  // What was done this month
  assessed,             ///< active families assessed
  found_able,           ///< of them, seen above the readiness margin
  assessed_unable,      ///< of the assessed, those that are not able
  wrongly_seen_able,    ///< of those, seen above the readiness margin
  asked,                ///< families that weighed leaving: raised or at their own request
  asked_clearly_able,   ///< of them, those whose true earnings of the month exceed 1.5 lines
  agreed_clearly_able,  ///< of those, the ones who left
  linked,               ///< families that found a job through a partner
  funded,               ///< families that got an asset grant through a partner
  taught,               ///< families that took a partner's course
  failed,               ///< businesses of active families that failed
  transfers,            ///< grants, cash and exit bonuses, thousand rupiah (no unit)
  visits,               ///< home visits
  offered,              ///< family-sessions held
  attended,             ///< family-sessions attended
  // Facilitators, summed over posts in units of 1/65,536
  posts,  ///< full posts, vacant ones too
  vacant_posts,
  burnt_out_posts,    ///< with more than half of full fatigue
  facilitators_left,  ///< who left their post this month
  competence,         ///< filled posts times competence
  load,               ///< filled posts times demand over hours
  fatigue,            ///< filled posts times fatigue
  hours_given,        ///< field hours that filled posts had this month
  hours_used,  ///< of them, those that went into administration, sessions, visits, assessments
  sessions_planned,  ///< group sessions
  sessions_held,
  courses,          ///< posts that took a competence course
  refreshers,       ///< posts times refreshers a month
  supervised,       ///< filled posts times hours with a supervisor
  selected,         ///< posts that somebody took who was chosen by policy.staff.selection
  incentives,       ///< paid to facilitators for self-reliant exits, rupiah (no unit)
  year_posts,       ///< posts whose calendar year is over and whole; in December only
  year_exits,       ///< self-reliant exits of their caseloads in it (no unit)
  year_pairs,       ///< exits times exits less one, over the part of a full post
  contact_minutes,  ///< minutes of sessions and visits that families were offered (no unit)
  count_of_counts
};

inline constexpr std::size_t count_of_counts = static_cast<std::size_t>(Count::count_of_counts);
inline constexpr double share_unit = 65536;

/// The counts of one month.
struct Tally {
  std::array<std::int64_t, count_of_counts> counts{};

  std::int64_t& operator[](Count c) { return counts[static_cast<std::size_t>(c)]; }
  std::int64_t operator[](Count c) const { return counts[static_cast<std::size_t>(c)]; }
  Tally& operator+=(Tally const& other) {
    for (std::size_t i = 0; i < count_of_counts; ++i) counts[i] += other.counts[i];
    return *this;
  }
  friend bool operator==(Tally const&, Tally const&) = default;
};

/// Month 0 (the state before the first month) to the last.
using MonthlyTallies = std::vector<Tally>;

/// All counts of all months, one after the other.
inline std::span<std::int64_t> counts_of(MonthlyTallies& tallies) {
  static_assert(sizeof(Tally) == count_of_counts * sizeof(std::int64_t));
  if (tallies.empty()) return {};
  return {tallies.front().counts.data(), tallies.size() * count_of_counts};
}

}  // namespace graduasi
