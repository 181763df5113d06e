#include "output/posts_table.h"

#include "analysis/pairs.h"
#include "outcome/wording.h"
#include "output/console_words.h"
#include "scenario/variants.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace graduasi {

namespace {

/// The last December of a calendar year that the run holds as a whole; 0: there is none.
int last_december(RunResults const& results) {
  int const last = calendar_month_of(results, results.months).month();
  int const december = results.months - last % 12;
  return december >= 12 ? december : 0;
}

}  // namespace

bool any_target(Scenario const& scenario) {
  auto const sets_target = [](LeverStep const& step) { return step.levers.target.is_set(); };
  return std::ranges::any_of(variants_of(scenario), [&](Variant const& variant) {
    auto const setting = setting_where_all_acts(scenario, variant);
    return std::ranges::any_of(setting.policies, [&](Policy const& policy) {
      return std::ranges::any_of(policy.steps, sets_target);
    });
  });
}

std::vector<std::size_t> with_measures_of_posts(std::span<std::size_t const> chosen,
                                                Scenario const& scenario) {
  std::vector<std::size_t> all(chosen.begin(), chosen.end());
  if (!any_target(scenario)) return all;
  for (auto const name : measures_of_posts) all.push_back(*find_measure(name));
  std::ranges::sort(all);
  auto const repeats = std::ranges::unique(all);
  all.erase(repeats.begin(), repeats.end());
  return all;
}

std::string table_of_posts(RunResults const& results, Style const& style) {
  int const december = last_december(results);
  if (december == 0) return {};
  namespace said = console_words;
  auto const language = style.language;
  std::vector<TextLine> lines = {{style.say(said::variant), style.say(said::policy),
                                  style.say(said::of_a_facilitator), style.say(said::none),
                                  style.say(said::one_to_nine), style.say(said::ten_or_more)}};
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    for (std::size_t policy = 0; policy < results.policies.size(); ++policy) {
      auto const mean = [&](std::string_view measure) {
        Cell const cell{.policy = policy,
                        .variant = variant,
                        .subgroup = 0,
                        .row = static_cast<std::size_t>(december)};
        return estimate(values_of(results, cell, measure), results.lives()).mean;
      };
      double const exits = mean(measures_of_posts[0]);
      lines.push_back(
          {results.variants[variant].name, results.policies[policy],
           std::isnan(exits) ? "-" : with_decimals(fmt::format("{:.1f}", exits), language),
           percent(mean(measures_of_posts[1]), language),
           percent(mean(measures_of_posts[2]), language),
           percent(mean(measures_of_posts[3]), language)});
    }
  }
  std::vector<Side> sides = {Side::left,  Side::left,  Side::right,
                             Side::right, Side::right, Side::right};
  if (results.variants.size() == 1) {
    for (auto& line : lines) line.erase(line.begin());
    sides.erase(sides.begin());
  }
  auto const year = calendar_month_of(results, december).year();
  return text_table(lines, sides, style.color) +
         style.say(said::below_posts, {std::to_string(year)});
}

}  // namespace graduasi
