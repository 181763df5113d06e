#include "scenario/blocks/optimise.h"

#include "base/text.h"
#include "policy/levers.h"
#include "scenario/blocks/own_form.h"
#include "scenario/blocks/schema_parts.h"
#include "scenario/scenario.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>

namespace graduasi {

namespace {

using Optimise = BlockOf<OptimisePlan>;

/// Each more makes the box harder to look over.
constexpr std::size_t most_levers = 6;
constexpr Range any_amount{0, 1e18};

bool is_number(Row const& row) {
  return row.kind == Kind::number || row.kind == Kind::whole_number;
}

void add_no_lever(Member const& member, std::string const& path, Problems& problems) {
  std::vector<std::string_view> paths;
  for (auto const& row : rows_of<Levers>())
    if (is_number(row)) paths.push_back(row.path);
  auto help = suggestion(member.key, paths);
  if (help.empty()) help = found_elsewhere(last_part(member.key));
  problems.add(member.place, path + " is not a lever" + help);
}

void read_lever(Member const& member, std::string const& above, Problems& problems,
                OptimisePlan& plan) {
  auto const path = above + "." + shown(std::string_view(member.key));
  auto const* const row = find_row<Levers>(member.key);
  if (row == nullptr) return add_no_lever(member, path, problems);
  if (!is_number(*row)) {
    problems.add(member.place,
                 path + " is not a number; run its values with graduasi sweep instead");
    return;
  }
  auto const& written = member.value;
  if (written.shape != Entry::Shape::list || written.items.size() != 2) {
    problems.add(written.place, path + " is " + shown(written) + "; it must be [least, most]");
    return;
  }
  auto const least = checked_value(written.items[0], path + "[0]", rule_of(*row), problems);
  auto const most = checked_value(written.items[1], path + "[1]", rule_of(*row), problems);
  if (!least || !most) return;
  if (!(*least < *most)) {
    problems.add(written.place, path + " is [" + shortest(*least) + ", " + shortest(*most) +
                                    "]; the first must be less than the second");
    return;
  }
  plan.levers.push_back({member.key, {*least, *most}});
}

void read_levers(Entry const& written, std::string const& path, BlockReading const& reading,
                 OptimisePlan& plan) {
  auto& problems = reading.problems;
  plan.levers.clear();
  if (written.shape != Entry::Shape::map || written.members.empty()) {
    auto const is = written.shape == Entry::Shape::map ? "empty" : shown(written);
    problems.add(written.place,
                 path + " is " + is + "; it must be a map from a path to [least, most]");
    return;
  }
  if (written.members.size() > most_levers)
    problems.add(written.place, path + " holds " + std::to_string(written.members.size()) +
                                    " levers; at most " + std::to_string(most_levers) +
                                    " can be looked over");
  for (auto const& member : written.members) read_lever(member, path, problems, plan);
}

void tell_levers(OptimisePlan const& plan, Scenario const&, Tell const& tell) {
  for (auto const& lever : plan.levers) tell("." + lever.path, text_of(lever.range));
}

std::string levers_text(OptimisePlan const& plan, Scenario const&) {
  std::string text;
  for (auto const& lever : plan.levers) {
    auto const& row = *find_row<Levers>(lever.path);
    text += "\n    " + lever.path + ": [" + text_of(row, lever.range.min) + ", " +
            text_of(row, lever.range.max) + "]";
  }
  return text;
}

Schema levers_schema(SchemaParts const& parts) {
  Schema levers = {{"type", "object"},
                   {"minProperties", 1},
                   {"maxProperties", most_levers},
                   {"additionalProperties", false}};
  levers["properties"] = parts.lever_ranges;
  return levers;
}

/// A cost is minimised for a target, instead of a gain maximised under a budget. Where both are
/// written, which is refused, the keys of one side alone are read.
bool asks_for_least(BlockReading const& reading) {
  return find(reading.block, "minimise") != nullptr || find(reading.block, "target") != nullptr;
}

void read_measure(Entry const& written, std::string const& path, BlockReading const& reading,
                  MeasureAmount& amount) {
  if (auto name = checked_measure(written, path, reading)) amount.measure = std::move(*name);
}

/// `budget: MEASURE`, as much as the baseline has of it, or `budget: {MEASURE: AMOUNT}`.
void read_amount(Entry const& written, std::string const& path, BlockReading const& reading,
                 MeasureAmount& amount) {
  if (written.shape != Entry::Shape::map) return read_measure(written, path, reading, amount);
  if (written.members.size() != 1) {
    reading.problems.add(written.place,
                         path + " holds " + std::to_string(written.members.size()) +
                             " measures; it must be one measure, or one measure: amount");
    return;
  }
  auto const& member = written.members.front();
  Entry const name{
      .shape = Entry::Shape::text, .place = member.place, .text = member.key, .members = {}};
  read_measure(name, path, reading, amount);
  Rule const rule{Kind::number, "", any_amount};
  amount.amount = checked_value(member.value, path + "." + shown(std::string_view(member.key)),
                                rule, reading.problems);
}

/// "MEASURE" or "MEASURE: AMOUNT".
std::string amount_told(MeasureAmount const& amount) {
  return amount.measure + (amount.amount ? ": " + shortest(*amount.amount) : std::string());
}

std::string amount_text(MeasureAmount const& amount) {
  return amount.amount ? " {" + amount_told(amount) + "}" : " " + amount.measure;
}

Schema amount_schema(SchemaParts const& parts) {
  Schema amounts = {{"type", "object"}, {"minProperties", 1}, {"maxProperties", 1}};
  amounts["propertyNames"] = one_of(parts.measures);
  amounts["additionalProperties"] = number_in(any_amount);
  Schema either = Schema::object();
  either["anyOf"] = Schema::array({one_of(parts.measures), std::move(amounts)});
  return either;
}

/// What is looked for, or what limits it.
/// @tparam of_least    beside `minimise`, not beside `maximise`
/// @tparam has_amount  whether an amount may stand behind the measure
template <auto amount, bool of_least, bool has_amount>
constexpr OwnForm<OptimisePlan> aim = {
    .standard = [](OptimisePlan const& plan) { return (plan.*amount).measure; },
    .allowed = has_amount ? "a measure, or a measure: amount" : "a measure",
    .read =
        [](Entry const& written, std::string const& path, BlockReading const& reading,
           OptimisePlan& plan) {
          if (!of_least && asks_for_least(reading)) return;
          plan.minimise = of_least;
          auto const read = has_amount ? read_amount : read_measure;
          read(written, path, reading, plan.*amount);
        },
    .tell =
        [](OptimisePlan const& plan, Scenario const&, Tell const& tell) {
          if (plan.minimise == of_least) tell("", amount_told(plan.*amount));
        },
    .write =
        [](OptimisePlan const& plan, Scenario const&) {
          return plan.minimise == of_least ? amount_text(plan.*amount) : std::string();
        },
    .schema =
        [](SchemaParts const& parts) {
          return has_amount ? amount_schema(parts) : one_of(parts.measures);
        },
};

void refuse_together(BlockReading const& reading, std::string_view one, std::string_view other,
                     std::string const& why) {
  auto const* const written = find(reading.block, one);
  if (written == nullptr || find(reading.block, other) == nullptr) return;
  reading.problems.add(written->place, "optimise." + std::string(one) + " stands beside " +
                                           std::string(other) + "; " + why);
}

/// Facilitators are as many as the baseline has, and only its caseload is looked at.
void refuse_beside_allot(BlockReading const& reading, OptimisePlan const& plan) {
  if (!plan.allot_areas) return;
  for (auto const key : idle_beside_allot)
    refuse_together(reading, key, "allot", "facilitators are shared out as they are");
  bool const other =
      plan.levers.size() != 1 || plan.levers.front().path != OptimisePlan{}.levers.front().path;
  if (other)
    reading.problems.add(find(reading.block, "levers")->place,
                         "optimise.levers stands beside allot; then it may only say between which "
                         "policy.caseload.households_per_facilitator areas may lie");
}

/// A lever that the moved policy sets itself would come back later.
void refuse_levers_set_elsewhere(BlockReading const& reading, OptimisePlan const& plan) {
  auto const& policies = reading.scenario.policies;
  auto const moved = std::ranges::find(policies, plan.policy, &Policy::name);
  if (moved == policies.end() || moved == policies.begin()) return;
  for (auto const& lever : plan.levers) {
    if (std::ranges::find(moved->set_here, lever.path) == moved->set_here.end()) continue;
    reading.problems.add(reading.block.place, "optimise.levers." + lever.path +
                                                  " is set by the policy " + moved->name +
                                                  " itself; take it out of one of the two");
  }
}

}  // namespace

OwnForm<OptimisePlan> const Optimise::levers = {
    .standard = nullptr,
    .allowed = "a map from a path of policy to [least, most]",
    .read = read_levers,
    .tell = tell_levers,
    .write = levers_text,
    .schema = levers_schema,
};

OwnForm<OptimisePlan> const Optimise::maximise = aim<&OptimisePlan::gain, false, false>;
OwnForm<OptimisePlan> const Optimise::budget = aim<&OptimisePlan::cost, false, true>;
OwnForm<OptimisePlan> const Optimise::minimise = aim<&OptimisePlan::cost, true, false>;
OwnForm<OptimisePlan> const Optimise::target = aim<&OptimisePlan::gain, true, true>;

void Optimise::check(BlockReading const& reading, OptimisePlan const& plan) {
  auto const refuse = [&](std::string_view one, std::string_view other, std::string const& why) {
    refuse_together(reading, one, other, why);
  };
  refuse("minimise", "maximise", "only one of them is looked for");
  refuse("target", "maximise", "a target is reached for the least cost: take minimise");
  refuse("minimise", "budget", "a budget limits what is maximised: take a target");
  refuse("target", "budget", "the cost is minimised for a target: take one of them");
  refuse_levers_set_elsewhere(reading, plan);
  refuse_beside_allot(reading, plan);
}

}  // namespace graduasi
