#include "results/stored_result.h"

#include "base/errors.h"
#include "results/csv.h"
#include "results/manifest.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <string_view>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// One of our own CSV files, row by row.
class TableReader {
 public:
  TableReader(fs::path file, std::vector<std::string_view> const& columns)
      : file_(std::move(file)), stream_(file_, std::ios::binary) {
    if (!stream_ || !next()) fail("cannot be read");
    for (auto const column : columns) {
      auto const found = std::ranges::find(fields_, column);
      if (found == fields_.end()) fail("has no column " + std::string(column));
      places_.push_back(static_cast<std::size_t>(found - fields_.begin()));
    }
  }

  /// Whether there is another row.
  bool next() {
    std::string line;
    if (!std::getline(stream_, line)) return false;
    ++line_;
    split_csv_line(line, fields_);
    if (!places_.empty() && fields_.size() <= std::ranges::max(places_)) fail("has too few fields");
    return true;
  }

  /// The field of the row under the column of that place in the list asked for.
  std::string const& text(std::size_t column) const { return fields_[places_[column]]; }

  /// NaN for an empty field.
  double number(std::size_t column) const {
    auto const& field = text(column);
    double value = Estimate::not_defined;
    auto const* const end = field.data() + field.size();
    if (field.empty()) return value;
    auto const [stop, error] = std::from_chars(field.data(), end, value);
    if (error != std::errc() || stop != end) fail(field + " is no number");
    return value;
  }

  FigureKey key(std::size_t month, std::size_t measure) const {
    return {text(0), text(1), text(2), static_cast<int>(number(month)), text(measure)};
  }

  [[noreturn]] void fail(std::string const& what) const {
    throw FileError(
        fmt::format("{}:{}: {}; run its scenario again", file_.generic_string(), line_, what));
  }

 private:
  fs::path file_;
  std::ifstream stream_;
  int line_ = 0;
  std::vector<std::string> fields_;
  std::vector<std::size_t> places_;
};

Interval interval_called(std::string_view name) {
  for (auto const interval : {Interval::chance, Interval::parameters}) {
    if (name == name_of(interval)) return interval;
  }
  return Interval::none;
}

void read_curves(StoredResult& result) {
  TableReader table(result.folder / "curves.csv",
                    {"policy", "variant", "stratum", "month", "measure", "mean", "lower", "upper",
                     "replicates", "interval", "sd_chance", "sd_parameters"});
  while (table.next()) {
    Estimate estimate;
    estimate.mean = table.number(5);
    estimate.lower = table.number(6);
    estimate.upper = table.number(7);
    estimate.replicates = static_cast<std::size_t>(table.number(8));
    estimate.interval = interval_called(table.text(9));
    estimate.sd_chance = table.number(10);
    estimate.sd_parameters = table.number(11);
    auto key = table.key(3, 4);
    result.keys.push_back(key);
    result.estimates.emplace(std::move(key), estimate);
  }
}

[[noreturn]] void fail_as_manifest(fs::path const& folder) {
  throw FileError((folder / "manifest.json").generic_string() +
                  ": is no manifest of a result; run its scenario again");
}

/// The manifest of any of our folders, of a format that is known.
nlohmann::json manifest_in(fs::path const& folder) {
  std::error_code unreadable;
  if (!fs::is_directory(folder, unreadable)) {
    throw FileError(folder.generic_string() +
                    ": is no folder; name a folder that graduasi run has written");
  }
  auto const file = folder / "manifest.json";
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw FileError(folder.generic_string() +
                    ": holds no manifest.json, so it is no finished result; name a folder that "
                    "graduasi run has written");
  }
  auto json = nlohmann::json::parse(stream, nullptr, false);
  auto const name = file.generic_string();
  auto const format = json.is_object() ? json.find("results_format") : json.end();
  if (format == json.end() || !format->is_number_integer()) fail_as_manifest(folder);
  if (format->get<int>() > results_format) {
    throw ScenarioError({{name, fmt::format("results_format is {}; this program reads {}, a "
                                            "newer one may read this result",
                                            format->get<int>(), results_format)}});
  }
  return json;
}

}  // namespace

void refuse_unfinished(fs::path const& folder) { manifest_in(folder); }

StoredResult read_manifest(fs::path const& folder) {
  auto const json = manifest_in(folder);
  StoredResult result;
  result.folder = folder;
  try {
    result.version = fmt::format("{} ({})", json.at("version").get<std::string>(),
                                 json.at("commit").get<std::string>());
    json.at("start").get_to(result.start);
    json.at("population_hash").get_to(result.population_hash);
    json.at("seed").get_to(result.seed);
    json.at("replicates").get_to(result.replicates);
    json.at("parameter_draws").get_to(result.draws);
    result.twins = json.value("twins", std::size_t{0});
    json.at("pieces").get_to(result.pieces);
    json.at("pieces_finished").get_to(result.pieces_finished);
    json.at("policies").get_to(result.policies);
  } catch (nlohmann::json::exception const&) {
    fail_as_manifest(folder);
  }
  return result;
}

StoredResult read_result(fs::path const& folder) {
  auto result = read_manifest(folder);
  read_curves(result);
  result.has_replicates = fs::exists(folder / "replicates.csv");
  return result;
}

std::map<FigureKey, std::vector<double>> read_replicates(StoredResult const& result) {
  TableReader table(result.folder / "replicates.csv", {"policy", "variant", "stratum", "draw",
                                                       "replicate", "month", "measure", "value"});
  std::map<FigureKey, std::vector<double>> values;
  while (table.next()) {
    double const draw = table.number(3), replicate = table.number(4);
    auto const own = static_cast<double>(result.draws * result.replicates);
    // The replicate of a twin is empty.
    double const life = std::isnan(replicate)
                            ? own + draw
                            : draw * static_cast<double>(result.replicates) + replicate;
    auto& of_key = values[table.key(5, 6)];
    of_key.resize(result.draws * result.replicates + result.twins, Estimate::not_defined);
    if (!(0 <= life && life < static_cast<double>(of_key.size())))
      table.fail("has a replicate that the manifest does not know");
    of_key[static_cast<std::size_t>(life)] = table.number(7);
  }
  return values;
}

}  // namespace graduasi
