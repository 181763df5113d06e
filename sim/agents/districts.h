// Districts and facilitators: where families live, and who accompanies them.
#pragma once

#include "base/columns.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace graduasi {

/// What the baseline's mentoring keeps up in a district, and what wears off there, each month. It
/// has led families to their levels of the first day, so the homes to which these fade are lower
/// (or higher) by as much as makes up for it. Part of the district, whatever a policy does. All 0:
/// levels are at home on the first day. See model/warm_start.h.
struct Upkeep {
  float sessions = 0;  ///< remembered, of who comes to every session, visit hours per month
  float visits = 0;    ///< remembered, visit hours per month
  float skills = 0, digital = 0, access = 0;  ///< gained, shares of what was missing at month 0
  float confidence_gained = 0;  ///< by contact, share of the confidence missing at month 0
  float confidence_lost = 0;    ///< by setbacks and levies, share of the confidence at month 0
  float assets = 0;             ///< lost beyond what is reinvested, share of the assets at month 0
  float usual_assets = 0;       ///< mean over families at month 0, line-months
  float begins = 0;     ///< chance to start a business, with enough at hand; per month, first day
  float by_grants = 0;  ///< businesses begun by grants, per family and month, first day
  float fails = 0;      ///< of a business, per month, first day
  float starting = 1;   ///< times the usual chance that a business starts: balances failures
  float with_business = 1, without_business = 1;  ///< assets at month 0, times those of anybody
};

/// How the lives of families run in a district beside what mentoring does, see model/lives.h.
struct LifeCourse {
  float stays = 0;    ///< children who live on at home when they leave school, share
  float growth = 0;   ///< of lasting earnings, a year, above the nation's
  float mean = 0;     ///< lasting earnings of everybody on the first day, log of the line
  float reverts = 0;  ///< a quarter, share of the way back to that mean as it grows
};

/// A district never changes during a run; what moves is in `Facilitators` and in the cycle.
struct District {
  std::size_t area = 0;        ///< row of the areas file
  std::size_t first_slot = 0;  ///< a multiple of `lanes`
  std::size_t slots = 0;       ///< a multiple of `lanes`; see `slots_in_use`
  std::size_t families = 0;    ///< in the programme on the first day: its first slots
  std::size_t before = 0;      ///< families of the area's districts before this one
  std::size_t waiting = 0;     ///< behind them, in the order in which they would be admitted
  std::size_t forming = 0;     ///< behind those, families that are formed during the run, in the
                               ///< order in which they are
  std::uint64_t formed_a_quarter = 0;  ///< of them, on average, in units of `formed_unit`
  std::uint64_t formed_offset = 0;  ///< below `formed_unit`: where the district is in its rounding
  float list_ends = 3;  ///< recorded welfare, log of the line, up to which a family that waits is
                        ///< on the list, on the first day; 3: whatever is recorded
  std::uint32_t first_id = 0;    ///< household i of the district has the id first_id + i, for good
  float line_rupiah = 0;         ///< poverty line, rupiah per person and month
  float hard_share = 0;          ///< share of families in hard-to-reach places
  float shock_sd = 0;            ///< of the persistent shock in spending, log points
  float noise_sd = 0;            ///< of measurement noise in log spending
  float for_each_of_nation = 0;  ///< simulated families of this district for each family of the
                                 ///< whole programme: shares out a national number
  /// Families per facilitator against the nation's, for each rule of allotment.
  std::array<float, 4> ratio_factor = {1, 1, 1, 1};
  /// Of facilitators beyond the usual number, the part that the district gets against its part of
  /// the families: where they go everywhere, by need, and to hard areas.
  std::array<float, 3> more_factor = {1, 1, 1};
  /// The same of posts that crowded districts lack to the nation's mean caseload, for each rule of
  /// allotment, and what all of these lack, as a share of the nation's posts.
  std::array<float, 4> lack_factor = {};
  std::array<float, 4> lacking = {};
  float usual_demand = 1;     ///< for labour: the nation's unemployment rate over the district's
  float partner_factor = 1;   ///< places of partners against the nation's
  float institution = 1;      ///< times the odds that a family seen able is nominated and that
                              ///< an assessment due is done, and times as many checks
  float usual_clash = 0.13f;  ///< mean share of meeting hours in working hours
  float poorest_below = 0;    ///< log spending, benefit included, below which a family is among the
                              ///< nation's poorest covered share
  /// The same of the lowest 1 to 9 tenths of all families, luck aside.
  std::array<float, 9> tenth_below = {};
  float minimum_wage = 0;  ///< a month, poverty lines of one person; 0: not known
  Upkeep upkeep = {};
  LifeCourse lives = {};
};

/// One family that is formed, as districts count them: whole numbers round alike everywhere.
inline constexpr std::uint64_t formed_unit = std::uint64_t{1} << 20;

/// Families of a district that have been formed when so many quarters of the run have opened. It
/// hangs on the first day alone, so it is the same whatever a policy does.
constexpr std::size_t formed_until(District const& district, int quarters) {
  auto const units = district.formed_a_quarter * static_cast<std::uint64_t>(quarters);
  auto const formed = static_cast<std::size_t>((units + district.formed_offset) / formed_unit);
  return formed < district.forming ? formed : district.forming;
}

/// Whether anybody ever waits in the district.
constexpr bool has_list(District const& district) {
  return district.waiting + district.forming > 0;
}

/// Slots of a district that hold somebody when so many families have been formed; the month looks
/// at no others.
constexpr std::size_t slots_in_use(District const& district, std::size_t formed) {
  return padded(district.families + district.waiting + formed);
}

/// Where a family that has yet to be formed is kept: a register behind its slot, so that the month
/// never touches it, not even where it fills the last register in use up with nobody.
constexpr std::size_t kept_at(District const& district, std::size_t serial) {
  return district.families + district.waiting + serial + lanes;
}

/// Ids of a district's families lie in a range of their own, so that a family keeps its luck
/// whatever the sizes of other districts.
inline constexpr std::uint32_t ids_per_district = 1u << 20;

/// The facilitators of one district, in order of their number; number 3 is the same person in every
/// policy until he leaves. A vacant post keeps its caseload.
template <template <class> class Form>
struct FacilitatorColumns {
  // who it is: standard normal traits
  Form<float> talent, resilience, noise, bias, reluctance, integrity;
  Form<float> keeps_cards;  ///< 1 for who keeps cards of his families, else 0
  // how it goes
  Form<float> fatigue;      ///< share in [0, 1]
  Form<float> gain;         ///< of training, standard deviations of competence
  Form<float> tenure;       ///< months in the post; -1: has been in none yet
  Form<float> vacant;       ///< 1 while nobody is there, else 0
  Form<float> round;        ///< where in the caseload the next group session falls, [0, 1)
  Form<float> visit_hours;  ///< hours for visits not yet used (negative: used ahead)
  // the caseload
  Form<float> full;      ///< part of a full post, by the last staffing
  Form<float> families;  ///< active families accompanied now
  Form<float> exits;  ///< self-reliant ones since January, of the post: caseloads may be cut anew
  // what its families get this month
  Form<float> held, planned;  ///< group sessions
  Form<float> checks;         ///< part of the checks of components that are done, [0, 1]
  Form<float> more_checks;    ///< for a target, per family
  Form<float> more_assessed;  ///< the same of assessments
  Form<float> quality;        ///< competence times resources, share in [0, 1]
  Form<float> load;           ///< demand over hours, 1 = just enough
  Form<std::uint32_t> judge;  ///< number of who assesses: a colleague where the post is vacant
  Form<std::uint32_t> from;   ///< first slot of each caseload; one more than facilitators
};

/// Applies `f` to every pair of equal columns of two sets.
template <class A, class B, class F>
void for_each_facilitator_column(A&& a, B&& b, F&& f) {
  f(a.talent, b.talent), f(a.resilience, b.resilience), f(a.noise, b.noise), f(a.bias, b.bias);
  f(a.reluctance, b.reluctance), f(a.integrity, b.integrity), f(a.keeps_cards, b.keeps_cards),
      f(a.fatigue, b.fatigue);
  f(a.gain, b.gain), f(a.tenure, b.tenure), f(a.vacant, b.vacant), f(a.round, b.round);
  f(a.visit_hours, b.visit_hours), f(a.full, b.full), f(a.families, b.families);
  f(a.held, b.held), f(a.planned, b.planned), f(a.checks, b.checks),
      f(a.more_checks, b.more_checks), f(a.more_assessed, b.more_assessed), f(a.quality, b.quality);
  f(a.exits, b.exits), f(a.load, b.load), f(a.judge, b.judge), f(a.from, b.from);
}

using Facilitators = FacilitatorColumns<Column>;
using FacilitatorsView = FacilitatorColumns<SpanOf>;

/// Room for so many facilitators.
inline Facilitators make_facilitators(std::size_t room) {
  Facilitators f;
  for_each_facilitator_column(
      f, f, [&](auto& column, auto&) { column.setZero(static_cast<Eigen::Index>(room + 1)); });
  return f;
}

inline FacilitatorsView view(Facilitators& f) {
  FacilitatorsView v;
  for_each_facilitator_column(v, f, [](auto& span, auto& column) { span = view(column); });
  return v;
}

}  // namespace graduasi
