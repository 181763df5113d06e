#include "scenario/describe/first_scenario.h"

#include "base/contract.h"
#include "scenario/describe/reference.h"
#include "scenario/text/groups.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace graduasi {

namespace {

/// Whoever writes a scenario asks about the programme as it is, so what makes it so stands in the
/// file as values, with a sample that answers within a minute. `scenarios/today.yaml` has the same.
struct OfToday {
  std::string_view path, value;
};
constexpr auto of_today = std::to_array<OfToday>({
    {"population.households", "100000"},
    {"population.intake.reserve_share", "1"},
    {"population.intake.new_families", "1"},
    {"population.districts.caseload_spread", "0.31"},
    {"population.districts.institution_spread", "0.45"},
    {"world.card_custody.keepers", "0.005"},
    {"policy.programme.quota", "10000000"},
    {"policy.caseload.staffing", "keep_staff"},
    {"policy.staff.recruitment_months", "12"},
});

bool holds_of_today(std::string_view root, std::string_view group) {
  return std::ranges::any_of(of_today, [&](OfToday const& each) {
    return each.path.starts_with(std::string(root) + ".") && group_of(each.path) == group;
  });
}

/// "learning_rate: 0.06" and, from column 48 on, "  # per month at full dose, [0, 1]".
std::string line_of(std::string start, Description const& d) {
  constexpr std::size_t column = 48;
  start += std::string(last_part(d.path)) + ": " + d.standard;
  start.resize(std::max(start.size(), column), ' ');
  return start + "  # " + d.unit + (d.unit.empty() ? "" : ", ") + d.range + "\n";
}

/// Every parameter of the root as a comment that becomes a value when its "# " is taken away, but
/// for those of `of_today`, which are values.
std::string commented(std::string_view root, std::string const& indent,
                      std::vector<Description> const& all) {
  std::string text;
  std::string_view group;
  for (auto const& d : all) {
    if (!d.path.starts_with(std::string(root) + ".") || d.standard.empty()) continue;
    if (d.path == "population.areas" || d.path == "population.households_csv" ||
        d.path == "population.years_csv")
      continue;
    auto const its_group = group_of(d.path);
    bool const group_is_live = holds_of_today(root, its_group);
    if (its_group != group)
      text += indent + (group_is_live ? "" : "# ") + std::string(its_group) + ":\n";
    group = its_group;
    auto const live = std::ranges::find(of_today, d.path, &OfToday::path);
    if (live == of_today.end()) {
      text += line_of(indent + "# " + (group.empty() ? "" : "  "), d);
      continue;
    }
    auto as_today = d;
    as_today.standard = live->value;
    text += line_of(indent + (group.empty() ? "" : "  "), as_today);
  }
  return text;
}

Description const& described(std::string_view path, std::vector<Description> const& all) {
  auto const found = std::ranges::find(all, path, &Description::path);
  expects(found != all.end(), "the first scenario names parameters that exist");
  return *found;
}

}  // namespace

std::string first_scenario() {
  auto const all = all_descriptions();
  auto const live = [&](std::string_view path, std::string value) {
    auto d = described(path, all);
    if (!value.empty()) d.standard = std::move(value);
    return line_of("  ", d);
  };
  std::string text =
      "# yaml-language-server: $schema=schema.json\n"
      "# (graduasi schema > schema.json gives completion and hover texts in an editor)\n"
      "#\n"
      "# A scenario says what departs from the defaults. Lines behind \"  #\" hold the defaults: "
      "take\n"
      "# away the \"# \" and the line counts. Beside each stand its unit and what is allowed;\n"
      "# graduasi explain world.skills says what the parameters of a group mean and where they "
      "come\n"
      "# from, and graduasi check FILE says everything that is wrong.\n"
      "#\n"
      "# Lines without a \"#\" make the programme what it is: free places are filled again "
      "(quota),\n"
      "# from a waiting list that new families join (intake), nobody is dismissed (staffing), and "
      "districts\n"
      "# differ. With \"# \" before them the families of the first day are followed alone.\n"
      "format: 1\n"
      "\n"
      "# What the run is to answer, in one line. It stands above the results.\n"
      "question: Does a facilitator for every 150 families bring more self-reliant graduations?\n"
      "\n"
      "# How long, how often and under which seed. More replicates make intervals of chance "
      "narrower;\n"
      "# more parameter draws show what is not known of parameters that have a prior.\n"
      "run:\n";
  for (auto const& [path, value] : std::to_array<OfToday>({{"run.start", ""},
                                                           {"run.months", ""},
                                                           {"run.parameter_draws", ""},
                                                           {"run.replicates", "10"},
                                                           {"run.seed", ""}})) {
    text += live(path, std::string(value));
  }
  text +=
      "\n"
      "# The families on the first day. Counts are scaled from the sample to the programme. "
      "Without\n"
      "# `areas`, the table of provinces that ships is used; a table of districts runs the same "
      "way:\n"
      "#   areas: my_districts.csv\n"
      "population:\n" +
      commented("population", "  ", all) +
      "\n"
      "# How people and the programme respond, the same in every policy. A number may be a prior, "
      "which\n"
      "# is drawn anew in every parameter draw, such as {uniform: [0.01, 0.1]}, {normal: [mean, "
      "sd]},\n"
      "# {beta: [a, b]}, {lognormal: [mean, sd]} of the logarithm, {triangular: [least, likeliest, "
      "most]},\n"
      "# {split: [least, median, most]}.\n"
      "world:\n" +
      commented("world", "  ", all) +
      "\n"
      "# What is compared: the first policy is the baseline, the others hold the levers in which "
      "they\n"
      "# differ from it. `from` is the month in which a policy begins; `phase_in_months` lets its "
      "number\n"
      "# levers move there in equal parts; `changes` is a list of further ones, each with its "
      "`from`.\n"
      "policies:\n"
      "  - name: today\n" +
      commented("policy", "    ", all) +
      "  - name: 1 to 150\n"
      "    from: 2027-01\n"
      "    phase_in_months: 12\n"
      "    caseload: {households_per_facilitator: 150}\n"
      "\n"
      "# Instead of writing many policies, one path may be swept over a list of values:\n"
      "#   sweep: {policy.sessions.hours: [1, 2, 3]}\n"
      "\n"
      "# What is written. `strata: [area]` adds a row for each area every `strata_every` months "
      "(or\n"
      "# sex_of_head, components, welfare_fifth);\n"
      "# `measures` may be a list of names from codebook.csv.\n"
      "output:\n" +
      commented("output", "  ", all);
  return text;
}

}  // namespace graduasi
