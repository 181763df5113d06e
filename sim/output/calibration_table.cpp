#include "output/calibration_table.h"

#include "base/text.h"
#include "outcome/wording.h"
#include "output/table.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

struct TargetRow {
  Target const* target;
  TargetFound const* found;
};

struct PathRow {
  PathFound const* path;
  std::string_view mover;
};

template <class Row>
TableColumn<Row> number(std::string name, std::function<double(Row const&)> value) {
  return {std::move(name), Holds::number, [value](Row const& row) -> Field { return value(row); }};
}

TableColumns<TargetRow> target_columns() {
  using R = TargetRow;
  auto const published = [](std::string name, double Target::*part) {
    return number<R>(std::move(name), [part](R const& row) { return row.target->*part; });
  };
  auto const found = [](std::string name, double TargetFound::*part) {
    return number<R>(std::move(name), [part](R const& row) { return row.found->*part; });
  };
  auto const of_check = [](std::string name, double LeftOutCheck::*part) {
    return number<R>(std::move(name), [part](R const& row) { return row.found->check.*part; });
  };
  return {
      {"target", Holds::text,
       [](R const& row) -> Field { return std::string_view(row.target->name); }},
      {"role", Holds::text,
       [](R const& row) -> Field { return std::string_view(row.target->is_fit ? "fit" : "hold"); }},
      {"source", Holds::text,
       [](R const& row) -> Field { return std::string_view(row.target->source); }},
      published("published", &Target::value),
      published("standard_error", &Target::standard_error),
      published("discrepancy", &Target::discrepancy),
      found("prior", &TargetFound::prior_mean),
      found("prior_lower", &TargetFound::prior_lower),
      found("prior_upper", &TargetFound::prior_upper),
      found("posterior", &TargetFound::mean),
      found("posterior_lower", &TargetFound::lower),
      found("posterior_upper", &TargetFound::upper),
      found("surprise", &TargetFound::surprise),
      number<R>("ruled_out_alone",
                [](R const& row) {
                  return row.target->is_fit ? row.found->ruled_out_alone : std::nan("");
                }),
      number<R>("sd_chance", [](R const& row) { return std::sqrt(row.found->chance); }),
      {"emulator", Holds::text,
       [](R const& row) -> Field {
         return std::string_view(row.found->has_process ? "fit and process" : "fit");
       }},
      of_check("explained", &LeftOutCheck::explained),
      of_check("left_out_sd", &LeftOutCheck::sd),
      of_check("left_out_coverage", &LeftOutCheck::coverage),
      {"recovered", Holds::whole, [](R const& row) -> Field {
         return row.target->is_fit ? Field() : whole(row.found->recovered);
       }}};
}

TableColumns<PathRow> path_columns() {
  auto const found = [](std::string name, double PathFound::*part) {
    return number<PathRow>(std::move(name), [part](PathRow const& row) { return row.path->*part; });
  };
  return {{"path", Holds::text,
           [](PathRow const& row) -> Field { return std::string_view(row.path->path); }},
          {"moved", Holds::text,
           [](PathRow const& row) -> Field { return true_or_false(row.path->is_moved); }},
          {"input_of_emulators", Holds::text,
           [](PathRow const& row) -> Field { return true_or_false(row.path->is_active); }},
          found("prior_lower", &PathFound::prior_lower),
          found("prior_middle", &PathFound::prior_middle),
          found("prior_upper", &PathFound::prior_upper),
          found("lower", &PathFound::lower),
          found("middle", &PathFound::middle),
          found("upper", &PathFound::upper),
          found("shift", &PathFound::shift),
          found("spread", &PathFound::spread),
          {"nearest_target", Holds::text, [](PathRow const& row) -> Field { return row.mover; }},
          found("correlation", &PathFound::with_mover)};
}

std::string interval(double lower, double upper) {
  return compact(lower) + " to " + compact(upper);
}

/// Targets, what the prior says to them, and what is left.
std::string target_lines(CalibrationReport const& report, Color color) {
  std::vector<TextLine> lines = {{"target", "role", "published", "prior, 90 %", "posterior, 90 %",
                                  "rules out alone", "surprise"}};
  for (std::size_t t = 0; t < report.targets.all.size(); ++t) {
    auto const& target = report.targets.all[t];
    auto const& found = report.found.targets[t];
    lines.push_back({target.name, target.is_fit ? "fit" : "hold", compact(target.value),
                     interval(found.prior_lower, found.prior_upper),
                     interval(found.lower, found.upper),
                     target.is_fit ? percent(found.ruled_out_alone) : "",
                     fmt::format("{:.2f}", found.surprise)});
  }
  return text_table(
      lines,
      {Side::left, Side::left, Side::right, Side::right, Side::right, Side::right, Side::right},
      color);
}

/// The numbers that moved most, and how many did not.
std::string path_lines(CalibrationReport const& report, Color color) {
  constexpr std::size_t most = 15;
  std::vector<PathFound const*> moved;
  for (auto const& path : report.found.paths)
    if (path.is_moved) moved.push_back(&path);
  std::ranges::stable_sort(moved, [](PathFound const* a, PathFound const* b) {
    return std::abs(a->shift) + std::abs(1 - a->spread) >
           std::abs(b->shift) + std::abs(1 - b->spread);
  });
  std::vector<TextLine> lines = {
      {"number", "prior, 90 %", "posterior, 90 %", "shift", "spread", "goes with"}};
  for (auto const* path : moved) {
    if (lines.size() > most) break;
    lines.push_back({path->path, interval(path->prior_lower, path->prior_upper),
                     interval(path->lower, path->upper), fmt::format("{:+.2f}", path->shift),
                     fmt::format("{:.2f}", path->spread), report.targets.all[path->mover].name});
  }
  auto const all = report.found.paths.size();
  std::string text;
  if (!moved.empty())
    text = text_table(lines,
                      {Side::left, Side::right, Side::right, Side::right, Side::right, Side::left},
                      color) +
           "\n";
  text += fmt::format(
      "{} of {} numbers were moved by no target: what rests on them is still opinion "
      "(parameters.csv names them)\n",
      all - moved.size(), all);
  return text;
}

}  // namespace

void write_targets(Sink& sink, CalibrationReport const& report) {
  write_csv(sink, target_columns(), [&](auto const& each) {
    for (std::size_t t = 0; t < report.targets.all.size(); ++t)
      each(TargetRow{&report.targets.all[t], &report.found.targets[t]});
  });
}

void write_calibrated(Sink& sink, CalibrationReport const& report) {
  write_csv(sink, path_columns(), [&](auto const& each) {
    for (auto const& path : report.found.paths)
      each(PathRow{&path, report.targets.all[path.mover].name});
  });
}

WrittenDraws posterior_draws(Calibration const& found) {
  WrittenDraws draws;
  for (auto const& path : found.paths) draws.paths.push_back(path.path);
  draws.values = found.worlds;
  draws.weights.assign(found.worlds.size(), 1);
  return draws;
}

Json calibration_json(CalibrationReport const& report) {
  auto const& [targets, found, size] = report;
  auto const wave = [](WaveFound const& w) {
    return Json::Members{{"simulated", w.simulated},
                         {"impossible", w.impossible},
                         {"left_before", w.left_before},
                         {"left_after", w.left_after}};
  };
  Json::List rows, paths;
  for (std::size_t t = 0; t < targets.all.size(); ++t) {
    auto const& target = targets.all[t];
    auto const& f = found.targets[t];
    rows.push_back(Json::Members{
        {"target", target.name},
        {"role", target.is_fit ? "fit" : "hold"},
        {"published", target.value},
        {"prior",
         Json::Members{{"mean", f.prior_mean}, {"lower", f.prior_lower}, {"upper", f.prior_upper}}},
        {"posterior", Json::Members{{"mean", f.mean}, {"lower", f.lower}, {"upper", f.upper}}},
        {"surprise", f.surprise},
        {"ruled_out_alone", target.is_fit ? Json(f.ruled_out_alone) : Json()},
        {"recovered", target.is_fit ? Json() : Json(f.recovered)}});
  }
  for (auto const& path : found.paths) {
    if (!path.is_moved) continue;
    paths.push_back(Json::Members{{"path", path.path},
                                  {"shift", path.shift},
                                  {"spread", path.spread},
                                  {"goes_with", targets.all[path.mover].name}});
  }
  auto const not_moved = found.paths.size() - paths.size();
  auto const ridge = [&, &all = found.paths](PosteriorRidge const& r) {
    return Json::Members{
        {"one", all[r.one].path}, {"other", all[r.other].path}, {"correlation", r.correlation}};
  };
  return Json::Members{
      {"size", size},
      {"waves", list_of(found.waves, wave)},
      {"worlds_left", found.left},
      {"effective_sample_size", found.effective},
      {"truths", found.truths},
      {"targets", std::move(rows)},
      {"moved", std::move(paths)},
      {"not_moved", not_moved},
      {"structures",
       list_of(
           found.structures,
           [](StructureFound const& s) {
             Json::List options;
             for (std::size_t i = 0; i < s.options.size(); ++i)
               options.push_back(Json::Members{{"value", s.options[i]}, {"share", s.shares[i]}});
             return Json::Members{{"path", s.path}, {"options", std::move(options)}};
           })},
      {"ridges", list_of(found.ridges, ridge)}};
}

std::string calibration_text(CalibrationReport const& report, Color color) {
  auto const& [targets, found, size] = report;
  std::string text;
  for (std::size_t w = 0; w < found.waves.size(); ++w) {
    auto const& wave = found.waves[w];
    text += fmt::format(
        "wave {}: {} worlds simulated, {} could not be; {} of the prior not ruled out by two "
        "targets or more\n",
        w + 1, wave.simulated, wave.impossible, percent(wave.left_after));
  }
  text += fmt::format(
      "{} simulated worlds are left; weighed, they say as much as {:.0f} of equal weight\n\n",
      found.left, found.effective);
  text += target_lines(report, color) + "\n" + path_lines(report, color);
  for (auto const& structure : found.structures) {
    for (std::size_t i = 0; i < structure.options.size(); ++i)
      text += fmt::format("structure: {} is {} in {} of the posterior, {} before\n", structure.path,
                          structure.options[i], percent(structure.shares[i]),
                          percent(1 / static_cast<double>(structure.options.size())));
  }
  constexpr std::size_t most = 8;
  for (std::size_t i = 0; i < std::min(most, found.ridges.size()); ++i) {
    auto const& ridge = found.ridges[i];
    text +=
        fmt::format("ridge: {} and {} are known together, not apart (correlation {:+.2f})\n",
                    found.paths[ridge.one].path, found.paths[ridge.other].path, ridge.correlation);
  }
  if (found.ridges.size() > most)
    text += fmt::format("and {} more ridges\n", found.ridges.size() - most);
  for (std::size_t t = 0; t < targets.all.size(); ++t) {
    if (targets.all[t].is_fit) continue;
    text += fmt::format(
        "recovered: of {} worlds left out, {} lie in the 90 % interval of {} that follows from "
        "their other figures\n",
        found.truths, found.targets[t].recovered, targets.all[t].name);
  }
  return text;
}

std::vector<Warning> warnings_of(CalibrationReport const& report) {
  auto const& [targets, found, size] = report;
  std::vector<Warning> warnings;
  auto const place = targets.file.generic_string();
  constexpr double least = 50;
  if (found.effective < least)
    warnings.push_back(
        {place,
         fmt::format("the worlds left say as much as {:.0f} of equal weight", found.effective),
         "intervals of the posterior are rough; take a larger size"});
  for (std::size_t t = 0; t < targets.all.size(); ++t) {
    auto const& target = targets.all[t];
    auto const& f = found.targets[t];
    if (!f.check.is_fine())
      warnings.push_back(
          {place,
           fmt::format(
               "{}: points left out are missed by {:.2f} of the emulator's errors, {:.0f} % "
               "within 1.96",
               target.name, f.check.sd, 100 * f.check.coverage),
           "what is ruled out by it rests on errors that are not right"});
    constexpr double surprising = 0.1;
    if (!target.is_fit && f.surprise < surprising)
      warnings.push_back(
          {place,
           fmt::format("{} was held, and {} lies beyond what is left (surprise {:.2f})",
                       target.name, compact(target.value), f.surprise),
           "the model does not give it, also where it agrees with what was fitted"});
  }
  return warnings;
}

}  // namespace graduasi
