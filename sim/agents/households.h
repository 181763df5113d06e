// The columns of a household: one lane of 32 bits per slot, 68 bytes in all. Slots are ordered
// area > district > facilitator > household; a district is padded to whole registers with slots
// that are nobody (flag `real` not set).
#pragma once

#include "base/columns.h"

#include <cstdint>

namespace graduasi {

// clang-format off
/// | column | unit | range | meaning |
/// |---|---|---|---|
/// | base | log of own poverty lines | [-3, 3] | what lasting earnings tend to, without what was learnt since the start, the benefit and the enterprise |
/// | permanent | the same | [-3, 3] | lasting earnings now, without the enterprise |
/// | shock | log points | | persistent shock |
/// | confidence, skills, habit | share | [0, 1] | self-confidence, livelihood skill, habit of coming |
/// | contact | visit hours per month | >= 0 | remembered contact |
/// | reference | log of poverty lines | | earnings that the family is used to |
/// | savings | line-months | >= 0 | |
/// | members | packed | | four members, see base/member_track.h |
/// | adult | packed | | the oldest adult while none of the four places is his, and grown children, see `at_home` below |
/// | record | packed | | what the registry holds, see `record` below |
/// | flags | packed | | status and clocks, see `flags` below |
/// | start | packed | | start levels in 63rds, and whether it was or became able, see `start` below |
/// | traits | packed | | what never changes, the working pattern, and a proposal that waits, see `traits` below |
/// | abilities | packed | | access and digital literacy, see `abilities` below |
/// | livelihood | packed | | assets, enterprise, card and tenure, see `livelihood` below |
// clang-format on
template <template <class> class Form>
struct HouseholdColumns {
  Form<float> base, permanent, shock;
  Form<float> confidence, skills, habit;
  Form<float> contact, reference, savings;
  Form<std::uint32_t> members, adult, record, flags, start, traits;
  Form<std::uint32_t> abilities, livelihood;
};

/// Applies `f` to every pair of equal columns of two sets.
template <class A, class B, class F>
void for_each_column(A&& a, B&& b, F&& f) {
  f(a.base, b.base), f(a.permanent, b.permanent), f(a.shock, b.shock);
  f(a.confidence, b.confidence), f(a.skills, b.skills), f(a.habit, b.habit);
  f(a.contact, b.contact), f(a.reference, b.reference), f(a.savings, b.savings);
  f(a.members, b.members), f(a.adult, b.adult), f(a.record, b.record), f(a.flags, b.flags);
  f(a.start, b.start), f(a.traits, b.traits);
  f(a.abilities, b.abilities), f(a.livelihood, b.livelihood);
}

/// Owns the columns.
using Households = HouseholdColumns<Column>;
/// Part of the columns, to be changed in place.
using HouseholdsView = HouseholdColumns<SpanOf>;

/// Bytes of state per slot.
inline constexpr std::size_t household_bytes = 17 * 4;

inline Households make_households(std::size_t slots) {
  Households h;
  for_each_column(h, h,
                  [&](auto& column, auto&) { column.setZero(static_cast<Eigen::Index>(slots)); });
  return h;
}

inline HouseholdsView view(Households& h) {
  HouseholdsView v;
  for_each_column(v, h, [](auto& span, auto& column) { span = view(column); });
  return v;
}

inline HouseholdsView part(HouseholdsView const& whole, std::size_t first, std::size_t count) {
  HouseholdsView v;
  for_each_column(v, whole, [&](auto& span, auto const& of) { span = of.subspan(first, count); });
  return v;
}

/// A field of a packed word.
struct Bits {
  unsigned from, width;
  constexpr std::uint32_t mask() const { return ((1u << width) - 1) << from; }
  constexpr std::uint32_t max() const { return (1u << width) - 1; }
  constexpr std::uint32_t get(std::uint32_t word) const { return word >> from & max(); }
  constexpr std::uint32_t put(std::uint32_t value) const { return value << from; }
};

namespace at_home {
inline constexpr Bits adult{0, 12};  ///< quarters of life of the oldest adult while none of the
                                     ///< four places is his; 0: nobody. mechanisms/member_clocks.h
inline constexpr Bits grown{12, 4};  ///< children who live at home and no longer go to school
inline constexpr Bits working{16, 4};     ///< those of them who work
inline constexpr Bits pupil_last{20, 1};  ///< nobody is eligible, and who was last was at school
inline constexpr Bits seen{21, 11};       ///< running mean of what assessors see, see
                                          ///< base/running_mean.h; 0: none
}  // namespace at_home

namespace flags {
inline constexpr Bits status{0, 4};          ///< see Status
inline constexpr Bits since_assessed{4, 7};  ///< months, stops at 127
inline constexpr Bits ready_for{11, 7};   ///< months running above the readiness line, stops at 120
inline constexpr Bits below_for{18, 2};   ///< months running below the poverty line since the exit
inline constexpr Bits since_exit{20, 6};  ///< months at the end of the last one, stops at 63
inline constexpr Bits was_poor{26, 1};    ///< below the line three months running since the exit
inline constexpr Bits was_above{27, 1};   ///< not below it in the month of the exit or one since
inline constexpr Bits left_before{28, 1};  ///< has left at least once
inline constexpr Bits real{29, 1};         ///< a family; 0 = padding
inline constexpr Bits admitted{30, 1};     ///< came from the waiting list during the run
inline constexpr Bits fell_back{31, 1};    ///< was above the line, then poor, since the exit
}  // namespace flags

enum class Status : std::uint32_t {
  active = 0,
  raised = 1,        ///< self-reliant, nominated by the facilitator
  own_request = 2,   ///< self-reliant, at the family's own request
  target = 3,        ///< self-reliant, nominated only under the pressure of a target
  label = 4,         ///< self-reliant, asked for only because the house was labelled
  booked = 5,        ///< a natural exit that was booked as self-reliant
  natural = 6,       ///< no eligible member left, and noticed
  assessed_out = 7,  ///< found able, did not agree, and was taken off
  struck_off = 8,    ///< ranked above the cut-off by its record
  removal = 9,       ///< taken off because its identity did not match
  appeal = 10,       ///< the same, and an appeal that will succeed is open
  time_limit = 11,   ///< had been in the programme for as long as anybody may
  waiting = 12,      ///< not yet in the programme: next on the list of its district
  off_list = 13,     ///< has left that list for good, nobody being eligible, and never had a place
};
/// Whether a family receives the benefit.
inline bool is_active(std::uint32_t flags_word) {
  return (flags_word & (flags::status.mask() | flags::real.mask())) == flags::real.put(1);
}

/// The first ways of leaving are counted as self-reliant.
inline constexpr std::uint32_t last_self_reliant = static_cast<std::uint32_t>(Status::booked);

namespace record {
inline constexpr Bits paid{0, 7};         ///< yearly entitlement that is paid, 100,000 rupiah
inline constexpr Bits entitlement{7, 7};  ///< the true one, renewed each quarter
inline constexpr Bits size{14, 4};        ///< persons less 1
inline constexpr Bits welfare{18, 7};     ///< as recorded, see mechanisms/registry.h
inline constexpr Bits age{25, 6};         ///< months since the record was true, stops at 63
}  // namespace record

/// What a family was enrolled for, at month 0.
enum class ComponentClass : std::uint32_t {
  none = 0,
  early_childhood = 1,      ///< a pregnancy or a child up to six, nobody elderly or disabled
  school = 2,               ///< only children at school
  elderly_or_disabled = 3,  ///< somebody elderly or disabled
};

namespace start {
inline constexpr Bits confidence{0, 6};
inline constexpr Bits skills{6, 6};
inline constexpr Bits habit{12, 6};
inline constexpr Bits access{18, 6};
inline constexpr Bits digital{24, 6};
inline constexpr Bits able{30, 1};         ///< able at month 0, also if it was waiting then
inline constexpr Bits became_able{31, 1};  ///< was not, and has been able in the programme since
}  // namespace start

namespace traits {
inline constexpr Bits willing{0, 8};  ///< standard normal, (value - 128) / 32
inline constexpr Bits clash{8, 8};    ///< share of meeting hours in working hours, 255ths; moves
inline constexpr Bits female_headed{16, 1};
inline constexpr Bits lot{17, 7};        ///< a number drawn for good: order among equals
inline constexpr Bits fifth{24, 3};      ///< of true spending in the nation at month 0, 1 = poorest
inline constexpr Bits component{27, 2};  ///< see ComponentClass
/// The way in which a family is to leave whose proposal waits for approval: the Status that it will
/// have, one of the first four, or 0. `since_assessed` counts the months it has waited.
inline constexpr Bits proposed{29, 3};
}  // namespace traits

namespace abilities {
inline constexpr Bits access{0, 16};    ///< to education and jobs, share in 65,535ths
inline constexpr Bits digital{16, 16};  ///< digital literacy, share in 65,535ths
}  // namespace abilities

namespace livelihood {
inline constexpr Bits assets{0, 16};        ///< productive assets, 1/3,072 line-month
inline constexpr Bits assets_start{16, 8};  ///< at month 0, 1/64 line-month
inline constexpr Bits enterprise{24, 1};    ///< runs a business
inline constexpr Bits card_away{25, 1};     ///< somebody else holds the card
inline constexpr Bits half_years{26, 5};    ///< in the programme, stops at 31
inline constexpr Bits granted{31, 1};       ///< has had an asset grant
}  // namespace livelihood

/// The lot of a family, of the word drawn for it on the first day.
constexpr std::uint32_t lot_of(std::uint32_t word) { return word >> 25; }

/// A share in the working pattern.
inline constexpr float share_step = 1.0f / 255.0f;
/// A start level.
inline constexpr float level_step = 1.0f / 63.0f;
/// Where levels may begin: at 0 and 1 a family could not fall or rise.
inline constexpr float level_min = 0.02f, level_max = 0.98f;
inline constexpr float ability_step = 1.0f / 65535.0f;
inline constexpr float assets_step = 1.0f / 3072.0f;
inline constexpr float assets_start_step = 1.0f / 64.0f;
/// Assets beyond which nothing is kept, line-months.
inline constexpr float max_assets = 20;

}  // namespace graduasi
