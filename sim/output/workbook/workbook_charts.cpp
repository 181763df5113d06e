#include "outcome/comparison.h"

#include "base/contract.h"
#include "outcome/estimate.h"
#include "outcome/recorded_rows.h"
#include "output/workbook/workbook.h"
#include "scenario/headline.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>

namespace graduasi {

namespace {

constexpr std::string_view drawn = headline_measure;
constexpr std::string_view data_sheet = "chart_data";

// Distinguishable without colour vision (Okabe and Ito); the baseline is grey.
constexpr auto colours = std::to_array<lxw_color_t>(
    {0x555555, 0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000});

/// More lines in one picture cannot be distinguished; bands not even that many.
constexpr std::size_t max_lines = 12;
constexpr std::size_t max_bands = 6;

/// A policy in a variant.
struct Line {
  Cell cell;
  std::string name;
};

std::vector<Line> lines_of(RunResults const& results) {
  std::vector<Line> lines;
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    for (std::size_t policy = 0; policy < results.policies.size(); ++policy) {
      auto name = results.policies[policy];
      if (results.variants.size() > 1) name += ", " + results.variants[variant].name;
      lines.push_back({{.policy = policy, .variant = variant, .measure = *find_measure(drawn)},
                       std::move(name)});
    }
  }
  if (lines.size() > max_lines) lines.resize(max_lines);
  return lines;
}

Estimate estimate_of(RunResults const& results, Cell const& cell, std::vector<double>& values) {
  gather(results, usable_pairs(results, cell.variant), cell, values);
  return estimate(values, results.lives());
}

/// A block of chart_data: rows from `first` to `last`.
struct Block {
  lxw_row_t first, last;
};

/// Months down, for each line its mean, lower and upper across.
Block put_curves(Sheet& data, RunResults const& results, std::vector<Line> const& lines) {
  data.text("date", Look::heading);
  for (auto const& line : lines) {
    for (auto const* part : {"", ", lower", ", upper"}) data.text(line.name + part, Look::heading);
  }
  data.next_row();
  Block block{static_cast<lxw_row_t>(data.row()), 0};
  std::vector<double> values;
  for (auto const& row : all_rows(results, 0)) {
    auto const month = calendar_month_of(results, row.month);
    data.month(month.year(), month.month());
    for (auto line : lines) {
      line.cell.row = row.row;
      auto const result = estimate_of(results, line.cell, values);
      for (double const value : {result.mean, result.lower, result.upper})
        data.number(value, Look::whole);
    }
    data.next_row();
  }
  block.last = static_cast<lxw_row_t>(data.row() - 1);
  return block;
}

/// For each line but the baselines its difference at the end, with both ends of its interval.
Block put_differences(Sheet& data, RunResults const& results, std::vector<Line> const& lines) {
  data.next_row();
  data.text("difference to " + results.policies.front() + " at the end", Look::heading);
  for (auto const* part : {"difference", "lower", "upper"}) data.text(part, Look::heading);
  data.next_row();
  Block block{static_cast<lxw_row_t>(data.row()), 0};
  std::vector<double> values, baseline_values;
  for (auto const& line : lines) {
    if (line.cell.policy == 0) continue;
    auto cell = line.cell;
    cell.row = all_rows(results, 0).back().row;
    auto baseline = cell;
    baseline.policy = 0;
    auto const pairs = usable_pairs(results, cell.variant);
    gather(results, pairs, cell, values);
    gather(results, pairs, baseline, baseline_values);
    auto const result = difference(values, baseline_values, results.lives(), "higher").estimate;
    data.text(line.name);
    for (double const value : {result.mean, result.lower, result.upper})
      data.number(value, Look::whole);
    data.next_row();
  }
  block.last = static_cast<lxw_row_t>(data.row() - 1);
  return block;
}

lxw_chart_series* add_series(lxw_chart* chart, Block const& block, lxw_col_t column) {
  auto const* const sheet = data_sheet.data();
  auto* const series = chart_add_series(chart, nullptr, nullptr);
  chart_series_set_categories(series, sheet, block.first, 0, block.last, 0);
  chart_series_set_values(series, sheet, block.first, column, block.last, column);
  chart_series_set_name_range(series, sheet, block.first - 1, column);
  return series;
}

void set_axes(lxw_chart* chart, char const* title) {
  chart_title_set_name(chart, title);
  chart_axis_set_name(chart->y_axis, "families");
  chart_axis_set_num_format(chart->y_axis, "#,##0");
  // Differences may be negative: names stay below the picture.
  chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
}

void insert(Sheet& charts, lxw_chart* chart, lxw_row_t row, std::string description) {
  lxw_chart_options options{};
  options.x_scale = 2;
  options.y_scale = 1.6;
  options.description = description.data();
  worksheet_insert_chart_opt(charts.handle(), row, 0, chart, &options);
}

void draw_curves(Workbook& book, Sheet& charts, Block const& block, std::size_t lines,
                 bool has_interval) {
  auto* const chart = workbook_add_chart(book.handle(), LXW_CHART_LINE);
  bool const bands = has_interval && lines <= max_bands;
  std::vector<std::int16_t> bounds;
  std::int16_t drawn_so_far = 0;
  for (std::size_t i = 0; i < lines; ++i) {
    for (lxw_col_t part = 0; part < (bands ? 3 : 1); ++part) {
      auto* const series = add_series(chart, block, static_cast<lxw_col_t>(1 + 3 * i + part));
      lxw_chart_line look{};
      look.color = colours[i % colours.size()];
      look.width = part == 0 ? 2.25f : 0.75f;
      if (part != 0) look.dash_type = LXW_CHART_LINE_DASH_DASH;
      chart_series_set_line(series, &look);
      if (part != 0) bounds.push_back(drawn_so_far);
      ++drawn_so_far;
    }
  }
  set_axes(chart, "Self-reliant graduations since the start");
  chart_axis_set_num_format(chart->x_axis, "yyyy-mm");
  chart_axis_set_interval_unit(chart->x_axis, 12);
  chart_axis_set_interval_tick(chart->x_axis, 12);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  if (!bounds.empty()) {
    bounds.push_back(-1);  // ends the list
    chart_legend_delete_series(chart, bounds.data());
  }
  insert(charts, chart, 0, "Lines of self-reliant graduations by month, one for each policy");
}

/// A mark for each policy, with a line from the lower to the upper end of its interval: the
/// library's error bars know one width for all points, and intervals of draws are not symmetric.
void draw_differences(Workbook& book, Sheet& charts, Block const& block, bool has_interval) {
  auto* const chart = workbook_add_chart(book.handle(), LXW_CHART_LINE);
  for (lxw_col_t part = 0; part < (has_interval ? 3 : 1); ++part) {
    auto* const series = add_series(chart, block, static_cast<lxw_col_t>(1 + part));
    lxw_chart_line no_line{};
    no_line.none = LXW_TRUE;
    chart_series_set_line(series, &no_line);
    // Its dashes are names that the file format does not know: Excel would call the file broken.
    chart_series_set_marker_type(series,
                                 part == 0 ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_NONE);
    lxw_chart_fill fill{};
    fill.color = colours[part == 0 ? 1 : 0];
    chart_series_set_marker_fill(series, &fill);
  }
  lxw_chart_line bar{};
  bar.color = colours[0];
  bar.width = 1.25f;
  if (has_interval) chart_set_high_low_lines(chart, &bar);
  set_axes(chart, "Self-reliant graduations more than under the baseline, at the end");
  chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  insert(charts, chart, 26, "Difference of each policy to the baseline, with its interval");
}

}  // namespace

void add_charts(Workbook& book, Sheet& charts, RunResults const& results) {
  worksheet_fit_to_pages(charts.handle(), 1, 1);  // no drawing is cut in two on paper
  auto const lines = lines_of(results);
  std::vector<SheetColumn> const widths(1 + 3 * lines.size(), SheetColumn{"", 18});
  Sheet data(book, std::string(data_sheet), widths);
  std::vector<double> values;
  auto last = lines.front().cell;
  last.row = all_rows(results, 0).back().row;
  bool const has_interval = estimate_of(results, last, values).interval != Interval::none;
  auto const curves = put_curves(data, results, lines);
  draw_curves(book, charts, curves, lines.size(), has_interval);
  if (results.policies.size() < 2) return;
  auto const differences = put_differences(data, results, lines);
  draw_differences(book, charts, differences, has_interval);
}

}  // namespace graduasi
