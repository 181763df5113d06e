#include "output/page/page_curves.h"

#include "outcome/comparison.h"
#include "outcome/subgroup_name.h"
#include "output/posts_table.h"
#include "scenario/headline.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graduasi {

namespace {

using Members = Json::Members;

/// Up to this many groups can be drawn over time beside each other.
constexpr std::size_t few_groups = 8;
constexpr int months_drawn_in_full = 36;

/// Measures that mean the same in a small group as in a large one, and the counts asked for most.
constexpr auto group_measures = std::to_array<std::string_view>(
    {"active", headline_measure, "became_able", "cumulative_natural_exit", "incidence_self_reliant",
     "incidence_natural_exit", "able_share", "poor_share", "poverty_gap", "premature_share",
     "self_confidence", "skills", "access", "attendance", "visits_per_household",
     "contact_hours_per_household", "sessions_cancelled_share", "workload",
     "facilitator_vacancy_share"});

/// Measures that are told of many groups, such as provinces, at the end of each year, and less the
/// baseline: those that a map is read for. More would double the page.
constexpr auto mapped_measures =
    std::to_array<std::string_view>({"incidence_self_reliant", "became_able", "poor_share"});

/// Means and bounds over months; the bounds are null as a whole where no month has an interval.
class Course {
 public:
  void add(Estimate const& estimate) {
    mean_.push_back(estimate.mean);
    lower_.push_back(estimate.lower);
    upper_.push_back(estimate.upper);
    if (estimate.interval != Interval::none) has_interval_ = true;
  }

  Json mean() { return std::move(mean_); }
  Json lower() { return has_interval_ ? Json(std::move(lower_)) : Json(); }
  Json upper() { return has_interval_ ? Json(std::move(upper_)) : Json(); }

 private:
  Json::List mean_, lower_, upper_;
  bool has_interval_ = false;
};

/// A month that is drawn, and its index among the months recorded of the subgroup.
struct DrawnMonth {
  std::size_t row;
  int month;
};

std::vector<DrawnMonth> drawn_months(RunResults const& results, std::size_t subgroup) {
  std::vector<DrawnMonth> drawn;
  for (int const month : recorded_months(results, subgroup)) drawn.push_back({drawn.size(), month});
  return drawn;
}

/// Month 0, the ends of quarters and the last month.
std::vector<DrawnMonth> quarters(RunResults const& results) {
  auto drawn = drawn_months(results, 0);
  if (results.months <= months_drawn_in_full) return drawn;
  std::erase_if(drawn, [&](DrawnMonth const& each) {
    bool const ends_quarter = calendar_month_of(results, each.month).month() % 3 == 0;
    return each.month != 0 && each.month != results.months && !ends_quarter;
  });
  return drawn;
}

/// The ends of calendar years and the last month.
std::vector<DrawnMonth> years(RunResults const& results, std::size_t subgroup) {
  auto drawn = drawn_months(results, subgroup);
  std::erase_if(drawn, [&](DrawnMonth const& each) {
    bool const ends_year = each.month > 0 && calendar_month_of(results, each.month).month() == 12;
    return each.month != results.months && !ends_year;
  });
  return drawn;
}

/// Of facilitators over a year, so they have no groups of families.
bool is_yearly(std::size_t measure) {
  return std::ranges::count(measures_of_posts, measures()[measure].name) > 0;
}

/// Of these months, those in which a measure is told; all where it never is.
std::vector<DrawnMonth> months_of(RunResults const& results, std::size_t measure,
                                  std::vector<DrawnMonth> const& drawn) {
  if (!is_yearly(measure)) return drawn;
  auto told = drawn;
  std::erase_if(told, [&](DrawnMonth const& each) {
    return each.month < 12 || calendar_month_of(results, each.month).month() != 12;
  });
  return told.empty() ? drawn : told;
}

Json months_json(std::span<DrawnMonth const> drawn) {
  return list_of(drawn, [](DrawnMonth const& each) { return each.month; });
}

/// What a curve is of, and its months.
Members heading(RunResults const& results, Cell const& cell, std::span<DrawnMonth const> drawn) {
  return Members{{"policy", results.policies[cell.policy]},
                 {"variant", results.variants[cell.variant].name},
                 {"measure", measures()[cell.measure].name},
                 {"month", months_json(drawn)}};
}

Course course_of(RunResults const& results, UsablePairs const& pairs, Cell cell,
                 std::span<DrawnMonth const> drawn) {
  Course course;
  std::vector<double> values;
  for (auto const& each : drawn) {
    cell.row = each.row;
    gather_told(results, pairs, cell, values);
    course.add(estimate(values, results.lives()));
  }
  return course;
}

Course difference_course(RunResults const& results, UsablePairs const& pairs, Cell cell,
                         std::span<DrawnMonth const> drawn) {
  Course course;
  std::vector<double> policy, baseline;
  for (auto const& each : drawn) {
    cell.row = each.row;
    auto other = cell;
    other.policy = 0;
    gather_told(results, pairs, cell, policy);
    gather_told(results, pairs, other, baseline);
    auto const better = measures()[cell.measure].better;
    course.add(difference(policy, baseline, results.lives(), better).estimate);
  }
  return course;
}

/// Calls `each(pairs, cell)` for every policy from the given one on, variant and measure.
template <class Each>
void for_each_curve(RunResults const& results, std::size_t first_policy,
                    std::span<std::size_t const> chosen, Each each) {
  for (std::size_t policy = first_policy; policy < results.policies.size(); ++policy) {
    for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
      auto const pairs = usable_pairs(results, variant);
      for (std::size_t const measure : chosen) {
        each(pairs, Cell{.policy = policy, .variant = variant, .measure = measure});
      }
    }
  }
}

Json with_course(Members members, Course course) {
  members.emplace_back("mean", course.mean());
  members.emplace_back("lower", course.lower());
  members.emplace_back("upper", course.upper());
  return members;
}

/// The subgroups of one split, by their indices in `RunResults::subgroups`.
struct DrawnSplit {
  std::string name;
  std::vector<std::string> groups;
  std::vector<std::size_t> subgroups;
};

std::vector<DrawnSplit> splits_of(RunResults const& results) {
  std::vector<DrawnSplit> splits;
  for (std::size_t subgroup = 1; subgroup < results.subgroups.size(); ++subgroup) {
    auto const [name, group] = subgroup_name(results.subgroups[subgroup]);
    auto found = std::ranges::find(splits, name, &DrawnSplit::name);
    if (found == splits.end())
      found = splits.insert(splits.end(), DrawnSplit{std::string(name), {}, {}});
    found->groups.emplace_back(group);
    found->subgroups.push_back(subgroup);
  }
  return splits;
}

std::vector<std::size_t> measures_of_groups(std::span<std::size_t const> chosen) {
  std::vector<std::size_t> kept;
  for (std::size_t const measure : chosen) {
    if (std::ranges::count(group_measures, measures()[measure].name) > 0) kept.push_back(measure);
  }
  if (!kept.empty()) return kept;
  kept.assign(chosen.begin(), chosen.end());
  std::erase_if(kept, is_yearly);
  return kept;
}

bool is_mapped(std::size_t measure) {
  return std::ranges::count(mapped_measures, measures()[measure].name) > 0;
}

/// Curves as lists by group, from those of one group.
template <class CourseOf>
Json curves_by_group(RunResults const& results, DrawnSplit const& split, Cell cell,
                     std::span<DrawnMonth const> drawn, CourseOf course_of_group) {
  Json::List mean, lower, upper;
  for (std::size_t const subgroup : split.subgroups) {
    cell.subgroup = subgroup;
    Course course = course_of_group(cell);
    mean.push_back(course.mean());
    lower.push_back(course.lower());
    upper.push_back(course.upper());
  }
  auto curve = heading(results, cell, drawn);
  curve.emplace_back("mean", std::move(mean));
  curve.emplace_back("lower", std::move(lower));
  curve.emplace_back("upper", std::move(upper));
  return curve;
}

/// The mapped measures less the baseline, at the ends of years.
Json::List differences_of(RunResults const& results, DrawnSplit const& split,
                          std::span<std::size_t const> chosen) {
  auto const drawn = years(results, split.subgroups.front());
  Json::List differences;
  for_each_curve(results, 1, chosen, [&](UsablePairs const& pairs, Cell const& cell) {
    if (!is_mapped(cell.measure)) return;
    differences.push_back(curves_by_group(results, split, cell, drawn, [&](Cell const& of_group) {
      return difference_course(results, pairs, of_group, drawn);
    }));
  });
  return differences;
}

Json split_json(RunResults const& results, DrawnSplit const& split,
                std::span<std::size_t const> chosen) {
  bool const many = split.groups.size() > few_groups;
  auto const all = drawn_months(results, split.subgroups.front());
  auto const of_years = years(results, split.subgroups.front());
  Json::List curves;
  for_each_curve(results, 0, chosen, [&](UsablePairs const& pairs, Cell const& cell) {
    auto drawn = std::span(many ? of_years : all);
    if (many && !is_mapped(cell.measure)) drawn = drawn.last(1);
    curves.push_back(curves_by_group(results, split, cell, drawn, [&](Cell const& of_group) {
      return course_of(results, pairs, of_group, drawn);
    }));
  });
  return Members{{"name", split.name},
                 {"groups", list_of(split.groups, [](auto const& name) { return name; })},
                 {"curves", std::move(curves)},
                 {"differences", many ? differences_of(results, split, chosen) : Json::List{}}};
}

}  // namespace

Json page_curves(RunResults const& results, std::span<std::size_t const> chosen) {
  Json::List curves;
  for_each_curve(results, 0, chosen, [&](UsablePairs const& pairs, Cell const& cell) {
    auto const drawn = months_of(results, cell.measure, drawn_months(results, 0));
    curves.push_back(
        with_course(heading(results, cell, drawn), course_of(results, pairs, cell, drawn)));
  });
  return curves;
}

Json page_differences(RunResults const& results, std::span<std::size_t const> chosen) {
  Json::List curves;
  for_each_curve(results, 1, chosen, [&](UsablePairs const& pairs, Cell const& cell) {
    auto const drawn = months_of(results, cell.measure, quarters(results));
    curves.push_back(
        with_course(heading(results, cell, drawn), difference_course(results, pairs, cell, drawn)));
  });
  return curves;
}

Json page_splits(RunResults const& results, std::span<std::size_t const> chosen) {
  auto const kept = measures_of_groups(chosen);
  return list_of(splits_of(results),
                 [&](DrawnSplit const& split) { return split_json(results, split, kept); });
}

}  // namespace graduasi
