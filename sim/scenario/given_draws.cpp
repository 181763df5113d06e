#include "scenario/given_draws.h"

#include "base/contract.h"
#include "base/csv_reader.h"
#include "base/files.h"
#include "base/sha256.h"
#include "base/text.h"
#include "scenario/all_paths.h"
#include "scenario/baseline_levers.h"
#include "scenario/priors.h"
#include "scenario/renamed_paths.h"
#include "scenario/text/input_files.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// A table of another kind would be wrong in every line.
constexpr std::size_t max_listed = 20;

constexpr double not_there = std::numeric_limits<double>::quiet_NaN();

/// The number that a field is, in all its digits.
std::optional<double> number_in(std::string_view text) {
  double value = 0;
  auto const* const end = text.data() + text.size();
  auto const [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// The path as parameters are called today.
std::string path_today(std::string const& written) {
  auto const* const renamed = renamed_path(written);
  return renamed != nullptr ? std::string(renamed->lever) : lever_of_baseline(written);
}

/// Reads a table of draws, and collects what is wrong with it.
class DrawsReader {
 public:
  DrawsReader(std::string_view text, std::string const& name)
      : name_(name), stream_(text), reader_(stream_, {}, name) {}

  GivenDraws read() {
    if (read_header()) {
      while (problems_.size() < max_listed && reader_.next(row_)) read_row();
      if (problems_.empty()) refuse_gaps();
      if (problems_.empty()) refuse_weights();
    }
    problems_.insert(problems_.end(), reader_.problems().begin(), reader_.problems().end());
    if (!problems_.empty()) throw ScenarioError(std::move(problems_));
    return in_order();
  }

 private:
  struct Draw {
    double weight;
    std::vector<double> values;  ///< by path; what is not there yet is not a number
  };

  static constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

  void report(CsvField const& field, std::string text) {
    problems_.push_back({place_of(name_, field), std::move(text)});
  }

  bool read_header() {
    if (!reader_.next(row_)) {
      problems_.push_back(
          {name_, "is empty; a table of draws has the columns draw, path and value"});
      return false;
    }
    at_.fill(absent);
    for (std::size_t i = 0; i < row_.size(); ++i) {
      auto const known = std::ranges::find(draws_columns, row_[i].text);
      if (known == draws_columns.end()) {
        report(row_[i], shown(row_[i].text) + " is no column of a table of draws; there are " +
                            joined(draws_columns));
      } else {
        at_[static_cast<std::size_t>(known - draws_columns.begin())] = i;
      }
    }
    width_ = row_.size();
    for (std::size_t i = 0; i + 1 < draws_columns.size(); ++i) {
      if (at_[i] == absent)
        problems_.push_back({name_, "has no column " + std::string(draws_columns[i])});
    }
    return problems_.empty();
  }

  void read_row() {
    if (row_.size() != width_) {
      report(row_.front(), "the line has " + std::to_string(row_.size()) +
                               " fields; the first has " + std::to_string(width_));
      return;
    }
    auto* const draw = draw_of_row();
    auto const path = path_of_row();
    if (draw == nullptr || !path) return;
    auto const& field = row_[at_[2]];
    auto const value = value_of_row(field, *rows_[*path], paths_[*path]);
    if (!value) return;
    if (draw->values.size() <= *path) draw->values.resize(*path + 1, not_there);
    auto& here = draw->values[*path];
    if (!std::isnan(here))
      report(field, paths_[*path] + " is there twice in draw " + row_[at_[0]].text);
    here = *value;
  }

  /// The draw of the row, with its weight; null when they are wrong.
  Draw* draw_of_row() {
    auto const& field = row_[at_[0]];
    auto const number = whole_number_in(field.text);
    if (!number || !(1 <= *number && *number <= 1e9)) {
      report(field, "draw is " + shown(field.text) + "; it must be a whole number from 1 on");
      return nullptr;
    }
    double weight = 1;
    if (at_[3] != absent) {
      auto const& written = row_[at_[3]];
      auto const read = number_in(written.text);
      if (!read || *read < 0) {
        report(written, "weight is " + shown(written.text) + "; it must be 0 or more");
        return nullptr;
      }
      weight = *read;
    }
    auto const [place, is_new] =
        draws_.try_emplace(static_cast<long>(*number), Draw{.weight = weight, .values = {}});
    if (place->second.weight == weight) return &place->second;
    report(row_[at_[3]], "weight is " + shortest(weight) + ", and another line of draw " +
                             field.text + " has " + shortest(place->second.weight) +
                             "; a draw has one weight");
    return nullptr;
  }

  /// The number of the row's path; nothing when it is no parameter that can be drawn.
  std::optional<std::size_t> path_of_row() {
    auto const& field = row_[at_[1]];
    auto const path = path_today(field.text);
    auto const [place, is_new] = number_of_path_.try_emplace(path, paths_.size());
    if (!is_new)
      return rows_[place->second] == nullptr ? std::nullopt : std::optional(place->second);
    auto const* row = find_any_row(path);
    paths_.push_back(path);
    rows_.push_back(row);
    if (row == nullptr) {
      std::vector<std::string_view> const known(all_paths().begin(), all_paths().end());
      report(field, shown(field.text) + " is not a parameter" + suggestion(field.text, known));
      return std::nullopt;
    }
    if (row->root == "run" || row->kind == Kind::choice || row->kind == Kind::set) {
      report(field, path +
                        " cannot be drawn: it is no number of the world, the families or the "
                        "baseline; leave it out");
      rows_.back() = nullptr;
      return std::nullopt;
    }
    return place->second;
  }

  std::optional<double> value_of_row(CsvField const& field, Row const& row,
                                     std::string const& path) {
    auto const value = number_in(field.text);
    auto const unit = row.unit.empty() ? std::string() : " " + std::string(row.unit);
    if (!value) {
      report(field, path + " is " + shown(field.text) + "; it must be a number");
    } else if (row.kind == Kind::yes_no && *value != 0 && *value != 1) {
      report(field, path + " is " + field.text + "; it must be 0 (false) or 1 (true)");
    } else if (row.kind != Kind::yes_no && !row.range.holds(*value)) {
      report(field, path + " is " + field.text + unit + "; it must lie in " + text_of(row.range));
    } else {
      return value;
    }
    return std::nullopt;
  }

  void refuse_gaps() {
    if (draws_.empty()) problems_.push_back({name_, "holds no draw"});
    for (auto& [number, draw] : draws_) {
      draw.values.resize(paths_.size(), not_there);
      for (std::size_t p = 0; p < paths_.size() && problems_.size() < max_listed; ++p) {
        if (std::isnan(draw.values[p]))
          problems_.push_back({name_, "draw " + std::to_string(number) + " has no value of " +
                                          paths_[p] + "; all draws have the same paths"});
      }
    }
  }

  void refuse_weights() {
    double sum = 0;
    for (auto const& [number, draw] : draws_) sum += draw.weight;
    if (!(sum > 0)) problems_.push_back({name_, "weight is 0 in every draw; one must be above 0"});
    if (!std::isfinite(sum))
      problems_.push_back(
          {name_, "the weights have no sum; their shares alone count, so divide them"});
  }

  GivenDraws in_order() const {
    GivenDraws given{.name = name_, .paths = paths_, .weights = {}, .values = {}};
    given.values.resize(paths_.size());
    for (auto const& [number, draw] : draws_) {
      given.weights.push_back(draw.weight);
      for (std::size_t p = 0; p < paths_.size(); ++p) given.values[p].push_back(draw.values[p]);
    }
    return given;
  }

  std::string name_;
  TextStream stream_;
  CsvReader reader_;
  CsvRow row_;
  std::array<std::size_t, draws_columns.size()> at_{};
  std::size_t width_ = 0;
  std::vector<Problem> problems_;
  std::vector<std::string> paths_;
  std::vector<Row const*> rows_;  ///< by path; null: it cannot be drawn
  std::map<std::string, std::size_t, std::less<>> number_of_path_;
  std::map<long, Draw> draws_;  ///< by the number of the table
};

/// A scenario that gives a number means it, whatever the table says.
void warn_of_fixed(Scenario& scenario, GivenDraws const& given) {
  std::vector<std::string_view> fixed;
  for (auto const& path : given.paths) {
    if (std::ranges::find(scenario.uncertain, path, &Uncertain::path) == scenario.uncertain.end())
      fixed.push_back(path);
  }
  if (fixed.empty()) return;
  auto const all = fixed.size();
  constexpr std::size_t most = 5;
  fixed.resize(std::min(all, most));
  auto named = joined(fixed);
  if (all > most) named += " and " + std::to_string(all - most) + " more";
  scenario.warnings.push_back({given.name,
                               "has draws of " + named + ", which the scenario gives a number",
                               "the scenario's own numbers hold"});
}

}  // namespace

GivenDraws parse_draws(std::string_view text, std::string const& name) {
  return DrawsReader(text, name).read();
}

std::vector<std::size_t> resampled(std::vector<double> const& weights, std::size_t wanted) {
  expects(!weights.empty() && wanted > 0, "there are draws, and some are wanted");
  double sum = 0;
  for (double const weight : weights) sum += weight;
  std::vector<std::size_t> taken;
  std::size_t draw = 0;
  double below = 0;  // of the weights, up to this draw
  for (std::size_t i = 0; i < wanted; ++i) {
    double const at = (static_cast<double>(i) + 0.5) / static_cast<double>(wanted) * sum;
    while (draw + 1 < weights.size() && below + weights[draw] < at) below += weights[draw++];
    // Sums may miss the last bits, and a draw without weight is none.
    while (draw > 0 && weights[draw] == 0) --draw;
    taken.push_back(draw);
  }
  return taken;
}

void use_draws(Scenario& scenario, GivenDraws const& given) {
  auto const file = scenario.file.generic_string();
  if (scenario.uncertain.empty())
    throw ScenarioError({{file, "nothing is uncertain here, so " + given.name +
                                    " has nothing to give; extend scenarios/priors.yaml, or leave "
                                    "--draws-from out"}});
  std::vector<Problem> problems;
  std::vector<std::vector<double> const*> columns;
  for (auto const& [path, prior] : scenario.uncertain) {
    auto const found = std::ranges::find(given.paths, path);
    columns.push_back(found == given.paths.end()
                          ? nullptr
                          : &given.values[static_cast<std::size_t>(found - given.paths.begin())]);
    if (columns.back() == nullptr && problems.size() < max_listed)
      problems.push_back({given.name, "has no draws of " + path + ", which is uncertain in " +
                                          file + "; give it a number there, or draws here"});
  }
  auto const wanted = static_cast<std::size_t>(scenario.run.counts.parameter_draws);
  if (wanted > given.count())
    problems.push_back({given.name, "holds " + std::to_string(given.count()) +
                                        " draws; the run asks for " + std::to_string(wanted) +
                                        "; give --draws " + std::to_string(given.count()) +
                                        " or less"});
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  auto const taken = resampled(given.weights, wanted);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    auto& prior = scenario.uncertain[i].prior;
    prior = {.shape = Prior::Shape::draws, .numbers = {}, .range = prior.range};
    for (auto const draw : taken) prior.numbers.push_back((*columns[i])[draw]);
  }
  warn_of_fixed(scenario, given);
}

std::string hash_of_given_draws(Scenario const& scenario) {
  // By path: the order of the file is lost in resolved.yaml.
  std::map<std::string, std::string> given;
  for (auto const& [path, prior] : scenario.uncertain)
    if (prior.shape == Prior::Shape::draws) given.emplace(path, text_of(prior));
  Sha256 hash;
  for (auto const& [path, values] : given) hash.add(path + values);
  return given.empty() ? std::string() : hash.finish();
}

void use_draws_from(Scenario& scenario, std::string const& source) {
  if (source.empty() || source == from_prior) return;
  auto const file = source == from_posterior ? shipped(posterior_file) : fs::path(source);
  if (file.empty())
    throw ScenarioError({Problem{"--draws-from",
                                 "no posterior came with this program; name a file of draws, such "
                                 "as the draws.csv of a result"}});
  auto const bytes = read_bytes(file);
  if (!bytes.trouble.empty())
    throw ScenarioError({{"--draws-from", file.generic_string() + " " + bytes.trouble +
                                              "; it takes prior, posterior or a file of draws"}});
  scenario.inputs.push_back(input_file(file, bytes.text));
  use_draws(scenario, parse_draws(bytes.text, file.generic_string()));
}

}  // namespace graduasi
