#include "model/approvals.h"

#include "random/stream.h"
#include "random/threefry.h"

#include <algorithm>

namespace graduasi {

void RulesSoFar::add(Levers const& levers) {
  queues |= !levers.approval.at_once();
  averages |= levers.criteria.months > 1;
}

RulesSoFar rules_so_far(std::span<Levers const> levers, int month) {
  RulesSoFar so_far;
  for (auto const& then : levers.subspan(1, static_cast<std::size_t>(month))) so_far.add(then);
  return so_far;
}

std::int32_t waited(HouseholdsView const& h, std::size_t i) {
  if (!is_active(h.flags[i]) || traits::proposed.get(h.traits[i]) == 0) return 0;
  return std::min(as_int(flags::since_assessed.get(h.flags[i])) + 1, 127);
}

ApprovalBorder approval_border(HouseholdsView const& h, std::int32_t soonest, std::int64_t places) {
  std::int32_t families[128] = {};
  for (std::size_t i = 0; i < h.flags.size(); ++i) ++families[waited(h, i)];
  ApprovalBorder border{.months = 127, .before = 0};
  for (; border.months > soonest && places > families[border.months]; --border.months)
    places -= families[border.months];
  for (std::size_t i = 0; i < h.flags.size() && places > 0; ++i) {
    border.before = static_cast<std::int32_t>(i) + 1;
    places -= waited(h, i) == border.months ? 1 : 0;
  }
  return border;
}

std::int64_t approvals_in(DistrictYear const& y, float capacity, int month) {
  constexpr unsigned bits = 20;
  auto const units = static_cast<std::int64_t>(capacity * y.district.for_each_of_nation *
                                               static_cast<float>(1u << bits));
  auto const words =
      threefry4x32(y.district_number, 0, static_cast<std::uint32_t>(DistrictBlock::cycle),
                   static_cast<std::uint32_t>(Domain::district), y.key.seed, y.key.replicate);
  std::int64_t const until = units * month + (words[3] >> (32u - bits));
  return (until >> bits) - ((until - units) >> bits);
}

ApprovalBorder border_of_approvals(DistrictYear const& y, int month) {
  auto const& rule = y.levers[static_cast<std::size_t>(month)].approval;
  if (rule.capacity <= 0.0f) return {.months = rule.months};
  return approval_border(y.households, std::max(rule.months, 1),
                         approvals_in(y, rule.capacity, month));
}

}  // namespace graduasi
