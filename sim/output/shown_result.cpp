#include "output/shown_result.h"

#include "base/errors.h"
#include "base/month_text.h"
#include "base/text.h"
#include "outcome/main_measures.h"
#include "outcome/subgroup_name.h"
#include "outcome/wording.h"
#include "output/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace graduasi {

namespace {

/// Names in the order in which they first come.
using Names = std::vector<std::string>;

void note(Names& names, std::string_view name) {
  if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
}

[[noreturn]] void refuse(std::string place, std::string text) {
  throw ScenarioError({{std::move(place), std::move(text)}});
}

/// "; did you mean X?", or else all that there is.
std::string help(std::string_view word, Names const& there) {
  std::vector<std::string_view> const views(there.begin(), there.end());
  auto const near = closest(word, views);
  if (!near.empty()) return fmt::format("; did you mean {}?", near);
  constexpr std::size_t most_listed = 12;
  if (views.size() > most_listed) return "; codebook.csv of the result lists all";
  return "; it has " + joined(views);
}

/// What a result holds, by name.
struct Held {
  Names policies, variants, measures, splits;
};

Held held_in(StoredResult const& result) {
  Held held;
  for (auto const& key : result.keys) {
    auto const& first = result.keys.front();
    // Every curve has the same measures, and every month of it.
    auto const is_first = [&](auto FigureKey::*part) { return key.*part == first.*part; };
    if (is_first(&FigureKey::policy) && is_first(&FigureKey::variant)) {
      note(held.splits, subgroup_name(key.subgroup).split);
      if (is_first(&FigureKey::subgroup) && is_first(&FigureKey::month))
        note(held.measures, key.measure);
    }
    if (held.policies.empty() || held.policies.back() != key.policy)
      note(held.policies, key.policy);
    if (held.variants.empty() || held.variants.back() != key.variant)
      note(held.variants, key.variant);
  }
  return held;
}

constexpr std::string_view all_families = "all";

void refuse_unknown(Names const& asked, Names const& there, std::string const& flag,
                    std::string_view what) {
  for (auto const& name : asked) {
    if (std::ranges::find(there, name) != there.end()) continue;
    refuse(flag,
           fmt::format("{} is not a {} of this result{}", shown(name), what, help(name, there)));
  }
}

void refuse_unknown_split(std::string const& split, Names splits) {
  if (split.empty() || std::ranges::find(splits, split) != splits.end()) return;
  std::erase(splits, all_families);
  if (splits.empty())
    refuse("--split", fmt::format("this result has figures of the whole programme only; run its "
                                  "scenario again with --set 'output.strata=[{}]'",
                                  shown(split)));
  refuse("--split",
         fmt::format("{} is not a split of this result{}", shown(split), help(split, splits)));
}

/// The measures to show, in the order asked for.
Names measures_of(Shown const& shown, Names const& there) {
  if (!shown.measures.empty()) return shown.measures;
  Names main;
  for (auto const measure : main_measures) {
    if (std::ranges::find(there, measure) != there.end()) main.emplace_back(measure);
  }
  return main.empty() ? there : main;
}

/// Of the recorded months those to show.
std::vector<int> months_of(Shown const& shown, std::set<int> const& recorded, CalendarMonth start) {
  if (shown.last) return {*recorded.rbegin()};
  if (shown.month) {
    if (recorded.contains(*shown.month)) return {*shown.month};
    std::string const ends = fmt::format("{} to {}", *recorded.begin(), *recorded.rbegin());
    refuse("--month", fmt::format("{} is not a month of this table; it has {} months from {}{}",
                                  *shown.month, recorded.size(), ends,
                                  shown.split.empty() ? "" : ", as output.strata_every says"));
  }
  // Month 0 belongs to no year of the run.
  std::map<int, int> last_of_year;
  for (int const month : recorded)
    if (month > 0) last_of_year[later(start, month - 1).year()] = month;
  std::vector<int> months;
  for (auto const& [year, month] : last_of_year) months.push_back(month);
  return months.empty() ? std::vector<int>{*recorded.begin()} : months;
}

/// The part of a result that is shown, in the order of its rows.
struct Part {
  Names policies, variants, groups, measures;
  std::vector<int> months;
};

Part part_of(StoredResult const& result, Shown const& shown) {
  auto const held = held_in(result);
  refuse_unknown(shown.measures, held.measures, "--measure", "measure");
  refuse_unknown(shown.policies, held.policies, "--policy", "policy");
  refuse_unknown_split(shown.split, held.splits);
  Part part{.policies = shown.policies.empty() ? held.policies : shown.policies,
            .variants = held.variants,
            .groups = {},
            .measures = measures_of(shown, held.measures),
            .months = {}};
  auto const split = shown.split.empty() ? all_families : std::string_view(shown.split);
  std::set<int> recorded;
  for (auto const& key : result.keys) {
    if (subgroup_name(key.subgroup).split != split) continue;
    if (part.groups.empty() || part.groups.back() != key.subgroup) note(part.groups, key.subgroup);
    recorded.insert(key.month);
  }
  if (recorded.empty())
    refuse(result.folder.generic_string(), "holds no figures; run its scenario again");
  part.months = months_of(shown, recorded, result.start);
  return part;
}

Measure const* measure_called(std::string const& name) {
  auto const index = find_measure(name);
  return index ? &measures()[*index] : nullptr;
}

/// Fields of the group, the month and the measure of a figure.
std::vector<Field> fields_of(FigureKey const& key, CalendarMonth start) {
  auto const [split, group] = subgroup_name(key.subgroup);
  return {std::string(split), std::string(group), std::int64_t{key.month},
          later(start, key.month - 1), key.measure};
}

std::vector<ShownTable::Column> columns_of_figure(bool is_whole) {
  return {{"split", false, true}, {"group", false, is_whole}, {"month"}, {"date"}, {"measure"}};
}

void add_words(ShownTable& table) {
  table.columns.push_back({"unit"});
  table.columns.push_back({"label"});
}

/// A row with what the codebook says of its measure at the end.
void add_row(ShownTable& table, std::vector<Field> fields, std::string const& measure) {
  auto const* const row = measure_called(measure);
  auto const unit = std::string(row != nullptr ? row->unit : std::string_view());
  fields.emplace_back(unit);
  fields.emplace_back(std::string(row != nullptr ? row->label_en : std::string_view()));
  table.rows.push_back({unit, std::move(fields)});
}

template <class... Parts>
std::vector<Field> with_before(std::vector<Field> rest, Parts... parts) {
  std::vector<Field> all{parts...};
  all.insert(all.end(), rest.begin(), rest.end());
  return all;
}

Estimate const* estimate_in(StoredResult const& result, FigureKey const& key) {
  auto const found = result.estimates.find(key);
  return found == result.estimates.end() ? nullptr : &found->second;
}

/// Calls `each` with every group, month and measure of the part.
template <class Each>
void for_each_figure(Part const& part, FigureKey key, Each each) {
  for (auto const& group : part.groups) {
    for (int const month : part.months) {
      for (auto const& measure : part.measures) {
        key.subgroup = group;
        key.month = month;
        key.measure = measure;
        each(key);
      }
    }
  }
}

ShownTable long_table(StoredResult const& result, Part const& part, bool is_whole) {
  ShownTable table;
  table.columns = {{"policy"}, {"variant", false, part.variants.size() == 1}};
  for (auto& column : columns_of_figure(is_whole)) table.columns.push_back(std::move(column));
  for (auto const* const name : {"mean", "lower", "upper"}) table.columns.push_back({name, true});
  add_words(table);
  for (auto const& policy : part.policies) {
    for (auto const& variant : part.variants) {
      for_each_figure(part, {policy, variant, {}, 0, {}}, [&](FigureKey const& key) {
        auto const* const e = estimate_in(result, key);
        if (e == nullptr) return;
        auto fields = with_before(fields_of(key, result.start), Field(policy), Field(variant));
        for (double const value : {e->mean, e->lower, e->upper}) fields.emplace_back(value);
        add_row(table, std::move(fields), key.measure);
      });
    }
  }
  return table;
}

ShownTable wide_table(StoredResult const& result, Part const& part, bool is_whole) {
  ShownTable table;
  table.columns = columns_of_figure(is_whole);
  std::vector<std::pair<std::string, std::string>> curves;
  for (auto const& policy : part.policies) {
    for (auto const& variant : part.variants) {
      curves.emplace_back(policy, variant);
      auto const suffix = part.variants.size() == 1 ? std::string() : ", " + variant;
      table.columns.push_back({policy + suffix, true});
    }
  }
  add_words(table);
  for_each_figure(part, {}, [&](FigureKey key) {
    auto fields = fields_of(key, result.start);
    bool is_there = false;
    for (auto const& [policy, variant] : curves) {
      key.policy = policy;
      key.variant = variant;
      auto const* const e = estimate_in(result, key);
      is_there |= e != nullptr;
      fields.emplace_back(e != nullptr ? e->mean : Estimate::not_defined);
    }
    if (is_there) add_row(table, std::move(fields), key.measure);
  });
  return table;
}

/// A figure for people.
std::string figure_text(double value, std::string const& unit) {
  if (std::isnan(value)) return "-";
  if (unit == "share") return percent(value);
  return std::abs(value) < 100 ? fmt::format("{:.4g}", value) : grouped(value);
}

std::string text_of_field(Field const& field, std::string const& unit) {
  if (auto const* const number = std::get_if<double>(&field)) return figure_text(*number, unit);
  if (auto const* const text = std::get_if<std::string>(&field)) return *text;
  if (auto const* const month = std::get_if<CalendarMonth>(&field)) return month_text(*month);
  return csv_text(field);
}

Json json_of_field(Field const& field) {
  if (auto const* const number = std::get_if<double>(&field)) return *number;
  if (auto const* const count = std::get_if<std::int64_t>(&field)) return *count;
  if (auto const* const text = std::get_if<std::string>(&field)) return *text;
  if (auto const* const month = std::get_if<CalendarMonth>(&field)) return first_day_text(*month);
  return {};
}

}  // namespace

ShownTable shown_table(StoredResult const& result, Shown const& shown) {
  auto const part = part_of(result, shown);
  bool const is_whole = shown.split.empty() || shown.split == all_families;
  return shown.wide ? wide_table(result, part, is_whole) : long_table(result, part, is_whole);
}

std::string shown_text(ShownTable const& table, Color color) {
  TextLine head;
  std::vector<Side> sides;
  for (auto const& column : table.columns) {
    if (column.always_same) continue;
    head.push_back(column.name);
    sides.push_back(column.is_figure || column.name == "month" ? Side::right : Side::left);
  }
  std::vector<TextLine> lines = {head};
  for (auto const& row : table.rows) {
    TextLine line;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (!table.columns[i].always_same) line.push_back(text_of_field(row.fields[i], row.unit));
    }
    lines.push_back(std::move(line));
  }
  return text_table(lines, sides, color);
}

std::string shown_csv(ShownTable const& table) {
  std::string text;
  for (auto const& column : table.columns)
    text += (text.empty() ? "" : ",") + csv_field(column.name);
  text += '\n';
  for (auto const& row : table.rows) {
    for (std::size_t i = 0; i < row.fields.size(); ++i)
      text += (i == 0 ? "" : ",") + csv_text(row.fields[i]);
    text += '\n';
  }
  return text;
}

std::string shown_json(ShownTable const& table) {
  auto const list = list_of(table.rows, [&](ShownTable::Row const& row) {
    Json::Members members;
    for (std::size_t i = 0; i < row.fields.size(); ++i)
      members.emplace_back(table.columns[i].name, json_of_field(row.fields[i]));
    return members;
  });
  return text_of(Json(list), Layout::indented) + "\n";
}

}  // namespace graduasi
