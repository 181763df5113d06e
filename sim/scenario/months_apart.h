// When two policies of a scenario begin to differ in what acts.
#pragma once

#include "base/errors.h"
#include "population/areas.h"
#include "scenario/scenario.h"
#include "scenario/variants.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace graduasi {

/// Why a rule of allotment cannot tell districts apart; nothing when it can.
std::optional<std::string> why_even(Allotment rule, Areas const& areas,
                                    ParameterSet const& setting);

/// Why a rule for further facilitators cannot tell districts apart; nothing when it can. Rules of
/// allotment may make districts crowded as well, which is not looked at.
std::optional<std::string> why_everywhere(MorePosts rule, Areas const& areas,
                                          ParameterSet const& setting);

/// The first month of the run, from 1 on, in which what acts differs between two policies of a
/// setting, in some area; nothing when they are the same to the end everywhere.
/// @param areas  where facilitators are shared out; null: rules of allotment count as different
std::optional<int> first_month_apart(ParameterSet const& setting, std::size_t policy,
                                     std::size_t other, RunSettings const& run,
                                     Areas const* areas = nullptr);

/// The warnings that every variant of the scenario gives.
/// @param of_setting  from a setting to its warnings
template <class OfSetting>
std::vector<Warning> in_every_variant(Scenario const& scenario, OfSetting const& of_setting) {
  std::optional<std::vector<Warning>> all;
  for (auto const& variant : variants_of(scenario)) {
    auto const here = of_setting(setting_where_all_acts(scenario, variant));
    if (!all) all = here;
    std::erase_if(*all, [&](Warning const& w) {
      return std::ranges::none_of(here, [&](Warning const& other) {
        return other.place == w.place && other.what == w.what;
      });
    });
    if (all->empty()) break;
  }
  return std::move(*all);
}

}  // namespace graduasi
