// The working arrays of a caseload's month. A caseload is walked in tiles, so that what a month
// touches stays close to the first cache.
#pragma once

#include "agents/households.h"
#include "base/columns.h"

#include <cstdint>
#include <span>

namespace graduasi {

/// Slots of the longest tile, and of the longest where nothing looks at a whole caseload at once.
/// Short tiles stay close to the first cache, and a usual caseload is two of them; much shorter
/// ones spend their time on beginning loops.
inline constexpr std::size_t tile_slots = 512, short_tile_slots = 224;

/// One array per quantity, valid for the month and tile at hand.
template <template <class> class Form>
struct TileColumns {
  // unpacked from the flags
  Form<float> active, gone, waits, was_poor, was_above, fell_back, appealing;
  Form<std::int32_t> since_assessed, ready_for, below_for;
  Form<std::int32_t> since_exit;  ///< this month's number less that of the exit, see `unpack`
  // unpacked from record, start and traits
  Form<float> paid, entitlement, persons;
  Form<std::int32_t> recorded, record_age, lot;
  Form<float> confidence_start, skills_start, habit_start, access_start, digital_start;
  Form<float> able_before, became_able;  ///< 1 if able at month 0; 1 once able for the first time
  Form<float> willing, clash;
  // unpacked from abilities and livelihood
  Form<float> access, digital, assets, assets_start, enterprise, card_away, granted;
  Form<std::int32_t> half_years;
  // unpacked from the adult's word, when a quarter opens
  Form<std::uint32_t> adult;
  Form<std::int32_t> grown, working, pupil_last;
  // draws
  Form<float> luck, survey, setback, attendance, visit, check, own_request, reluctance;
  Form<float> sight, decision, approval;
  Form<float> referral, trade, work, card;
  Form<std::int32_t> weighs;  ///< 1 if the family's assessment or decision can matter, else 0
  Form<std::int32_t> few;     ///< numbers of those families
  Form<float> few_sight, few_decision, few_reluctance, few_approval;
  Form<std::uint32_t> risk_a, risk_b, birth, moves, leavers_a, leavers_b;
  Form<float> lasting_luck;
  // what events of the policy bring
  Form<float> treated, given, handed, top_up, unpaid, more_buffer, coached, supervised, cut_off,
      bound;
  Form<float> recalled;  ///< dose times quality of the contact remembered when the month begins
  // what happens this quarter
  Form<float> without_pay;        ///< 1 if in July nothing is paid: it has left, or waits; else 0
  Form<std::uint32_t> happened;   ///< to members, see `fates`
  Form<float> change;             ///< of lasting earnings by life at home, log points
  Form<std::uint32_t> alone;      ///< 1 where a woman heads the family, else 0
  Form<float> left_before, left;  ///< of earning hours by care, log, around a quarter's step
  // what happens this month
  Form<float> hit, peer_pull, norm, offered, attended, due, called, visit_rate, visits, dose, good;
  Form<std::int32_t> visit_rank;
  Form<float> wanted, linked, funded, taught, begun, fails, income;
  Form<float> pay, log_earned, earned, lasting, becomes_able;
  Form<float> taken, hurt, labelled, paid_for, put_aside, benefit, spending;
  Form<float> checked, leaves_natural, booked, removed, appeals, struck;
  Form<float> may_leave, ends, assessed, found_able, raised, pushed;
  Form<float> asked, left_raised, left_own, left_label, assessed_out;
  Form<std::int32_t> seen;  ///< running mean of what assessors see, in steps; 0: none
  Form<float> assessable;   ///< 1 if active and without a proposal that waits, else 0
  Form<float> proposed;     ///< a Status, where a proposal to leave so waits for approval; else 0
  Form<float> approved;     ///< 1 if one that has waited is approved, else 0
  Form<float> promised, called_back, falls, returns, restored;
  // what the month leads to
  Form<std::int32_t> leaves_as;  ///< a Status; 0: does not leave
  Form<std::int32_t> status;     ///< at the end of the month
  Form<std::int32_t> turns;      ///< not 0 where something is counted that happens to few
  Form<float> enters;            ///< 1 if it comes back into the programme
  Form<float> outside;        ///< 1 if it has left by the end of the month and does not come back
  Form<std::int32_t> counts;  ///< 1 if the family belongs to the subgroup at hand, else 0
  Form<float> nothing;        ///< 0 everywhere, never written; see `set_aside_what_cannot_happen`
};

/// One cache line longer than its tile: arrays that begin at equal places of a page would take each
/// other's places in the first cache.
template <class T>
struct alignas(64) TileArray {
  T values[tile_slots + lanes];
};

using TileStorage = TileColumns<TileArray>;
using Tile = TileColumns<SpanOf>;

/// The first `slots` places of every array.
inline Tile tile_of(TileStorage& s, std::size_t slots) {
  auto const first = [slots](auto& array) { return std::span(array.values, slots); };
  // clang-format off
  return {first(s.active),
          first(s.gone),
          first(s.waits),
          first(s.was_poor),
          first(s.was_above),
          first(s.fell_back),
          first(s.appealing),
          first(s.since_assessed),
          first(s.ready_for),
          first(s.below_for),
          first(s.since_exit),
          first(s.paid),
          first(s.entitlement),
          first(s.persons),
          first(s.recorded),
          first(s.record_age),
          first(s.lot),
          first(s.confidence_start),
          first(s.skills_start),
          first(s.habit_start),
          first(s.access_start),
          first(s.digital_start),
          first(s.able_before),
          first(s.became_able),
          first(s.willing),
          first(s.clash),
          first(s.access),
          first(s.digital),
          first(s.assets),
          first(s.assets_start),
          first(s.enterprise),
          first(s.card_away),
          first(s.granted),
          first(s.half_years),
          first(s.adult),
          first(s.grown),
          first(s.working),
          first(s.pupil_last),
          first(s.luck),
          first(s.survey),
          first(s.setback),
          first(s.attendance),
          first(s.visit),
          first(s.check),
          first(s.own_request),
          first(s.reluctance),
          first(s.sight),
          first(s.decision),
          first(s.approval),
          first(s.referral),
          first(s.trade),
          first(s.work),
          first(s.card),
          first(s.weighs),
          first(s.few),
          first(s.few_sight),
          first(s.few_decision),
          first(s.few_reluctance),
          first(s.few_approval),
          first(s.risk_a),
          first(s.risk_b),
          first(s.birth),
          first(s.moves),
          first(s.leavers_a),
          first(s.leavers_b),
          first(s.lasting_luck),
          first(s.treated),
          first(s.given),
          first(s.handed),
          first(s.top_up),
          first(s.unpaid),
          first(s.more_buffer),
          first(s.coached),
          first(s.supervised),
          first(s.cut_off),
          first(s.bound),
          first(s.recalled),
          first(s.without_pay),
          first(s.happened),
          first(s.change),
          first(s.alone),
          first(s.left_before),
          first(s.left),
          first(s.hit),
          first(s.peer_pull),
          first(s.norm),
          first(s.offered),
          first(s.attended),
          first(s.due),
          first(s.called),
          first(s.visit_rate),
          first(s.visits),
          first(s.dose),
          first(s.good),
          first(s.visit_rank),
          first(s.wanted),
          first(s.linked),
          first(s.funded),
          first(s.taught),
          first(s.begun),
          first(s.fails),
          first(s.income),
          first(s.pay),
          first(s.log_earned),
          first(s.earned),
          first(s.lasting),
          first(s.becomes_able),
          first(s.taken),
          first(s.hurt),
          first(s.labelled),
          first(s.paid_for),
          first(s.put_aside),
          first(s.benefit),
          first(s.spending),
          first(s.checked),
          first(s.leaves_natural),
          first(s.booked),
          first(s.removed),
          first(s.appeals),
          first(s.struck),
          first(s.may_leave),
          first(s.ends),
          first(s.assessed),
          first(s.found_able),
          first(s.raised),
          first(s.pushed),
          first(s.asked),
          first(s.left_raised),
          first(s.left_own),
          first(s.left_label),
          first(s.assessed_out),
          first(s.seen),
          first(s.assessable),
          first(s.proposed),
          first(s.approved),
          first(s.promised),
          first(s.called_back),
          first(s.falls),
          first(s.returns),
          first(s.restored),
          first(s.leaves_as),
          first(s.status),
          first(s.turns),
          first(s.enters),
          first(s.outside),
          first(s.counts),
          first(s.nothing)};
  // clang-format on
}

inline std::int32_t as_int(std::uint32_t word) { return static_cast<std::int32_t>(word); }
inline float as_float(std::uint32_t word) { return static_cast<float>(as_int(word)); }
/// 1 or 0 as an integer.
inline std::int32_t counted(float yes) { return static_cast<std::int32_t>(yes); }

}  // namespace graduasi
