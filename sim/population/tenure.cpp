#include "population/tenure.h"

#include <algorithm>
#include <map>

namespace graduasi {

namespace {

/// Of the families that the programme had in a year, those that it no longer has in the next.
constexpr double left_a_year = 0.05;

/// Families that entered in each year for which the programme's total is known.
std::map<int, double> entered_by_year(Years const& years) {
  std::map<int, double> entered;
  double before = 0;
  for (auto const& y : years.rows) {
    if (y.families == 0) continue;
    entered[y.year] = std::max(y.families - before * (1 - left_a_year), 0.0);
    before = y.families;
  }
  return entered;
}

}  // namespace

TenureLaw::TenureLaw(PopulationSettings const& settings, CalendarMonth before)
    : tenures_(static_cast<std::uint64_t>(settings.spending.tenure_max) + 1) {
  auto const entered = entered_by_year(settings.years);
  if (entered.empty() || entered.begin()->first > before.year()) return;
  std::vector<double> sums;
  double sum = 0;
  int const longest = before.number - calendar_month(entered.begin()->first, 1).number;
  for (int months = 0; months <= longest; ++months) {
    auto const year = entered.find(later(before, -months).year());
    sum += year == entered.end() ? 0 : year->second;
    sums.push_back(sum);
  }
  if (sum <= 0) return;
  for (double const s : sums)
    until_.push_back(static_cast<std::uint32_t>(std::min(s / sum * 0x1p32, 0x1p32 - 1)));
}

int TenureLaw::months_of(std::uint32_t word) const {
  if (until_.empty()) return static_cast<int>((word * tenures_) >> 32);
  auto const at = std::ranges::upper_bound(until_, word) - until_.begin();
  return static_cast<int>(std::min(at, std::ssize(until_) - 1));
}

int quarters_on_list(PopulationSettings const& settings, CalendarMonth enters) {
  auto const& families = settings.families;
  if (auto const list = newest_list(settings.years, later(enters, -families.list_ready_months)))
    return (enters.number - list->number) / 3;
  return 4 * families.registry_lag_years;
}

PopulationSettings settings_of_waiting(PopulationSettings settings) {
  settings.spending.tenure_max = 0;
  settings.families.list_ready_months = 0;
  for (auto& year : settings.years.rows) year.families = 0;
  return settings;
}

}  // namespace graduasi
