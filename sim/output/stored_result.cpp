#include "output/stored_result.h"

#include "base/csv_reader.h"
#include "base/errors.h"
#include "base/files.h"
#include "base/month_text.h"
#include "base/names.h"
#include "base/text.h"
#include "output/csv.h"
#include "output/manifest.h"
#include "output/stored_json.h"
#include "output/stored_simulations.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// One of our own CSV files, row by row.
class TableReader {
 public:
  TableReader(fs::path file, std::vector<std::string_view> const& columns)
      : file_(std::move(file)),
        stream_(file_),
        reader_(stream_, our_tables, file_.generic_string()) {
    if (!next()) fail("is empty");
    for (auto const column : columns) {
      auto const found = std::ranges::find(fields_, column, &CsvField::text);
      if (found == fields_.end()) fail("has no column " + std::string(column));
      indices_.push_back(static_cast<std::size_t>(found - fields_.begin()));
    }
  }

  /// Whether there is another row.
  bool next() {
    bool const is_there = reader_.next(fields_);
    if (!stream_.trouble().empty()) fail(stream_.trouble());
    if (!is_there) return false;
    line_ = fields_.front().line;
    if (auto const& broken = reader_.problems(); !broken.empty()) fail(broken.front().text);
    if (!indices_.empty() && fields_.size() <= std::ranges::max(indices_))
      fail("has too few fields");
    return true;
  }

  /// The field of the row under the column of that index in the list asked for.
  std::string const& text(std::size_t column) const { return fields_[indices_[column]].text; }

  /// A finite number; NaN for an empty field.
  double number(std::size_t column) const {
    auto const& field = text(column);
    double value = Estimate::not_defined;
    auto const* const end = field.data() + field.size();
    if (field.empty()) return value;
    auto const [stop, error] = std::from_chars(field.data(), end, value);
    if (error != std::errc() || stop != end) fail(field + " is not a number");
    if (!std::isfinite(value)) fail(field + " is not a finite number");
    return value;
  }

  /// A number from 0 on; NaN for an empty field.
  double deviation(std::size_t column) const {
    double const value = number(column);
    if (value < 0) fail(text(column) + " is no standard deviation: it is below 0");
    return value;
  }

  /// A whole number in [0, max].
  std::size_t whole(std::size_t column, double max) const {
    double const value = number(column);
    if (!(0 <= value && value <= max && value == std::floor(value)))
      fail(fmt::format("{} is not a whole number in [0, {:.0f}]", text(column), max));
    return static_cast<std::size_t>(value);
  }

  FigureKey key(std::size_t month, std::size_t measure) const {
    constexpr double max_months = 600;
    for (std::size_t const name : {0u, 1u, 2u})
      if (auto const fault = fault_of_name(text(name)); !fault.empty())
        fail("\"" + shown(text(name)) + "\" is not a name: " + fault);
    return {text(0), text(1), text(2), static_cast<int>(whole(month, max_months)), text(measure)};
  }

  [[noreturn]] void fail(std::string const& what) const {
    throw FileError(
        fmt::format("{}:{}: {}; run its scenario again", file_.generic_string(), line_, what));
  }

 private:
  fs::path file_;
  FileStream stream_;
  CsvReader reader_;
  int line_ = 1;
  CsvRow fields_;
  std::vector<std::size_t> indices_;
};

Interval interval_called(std::string const& name, TableReader const& table) {
  for (auto const interval : {Interval::none, Interval::chance, Interval::parameters}) {
    if (name == name_of(interval)) return interval;
  }
  table.fail("\"" + shown(name) + "\" is not a kind of interval; they are " +
             std::string(name_of(Interval::chance)) + " and " +
             std::string(name_of(Interval::parameters)));
}

/// What a scenario may ask for.
constexpr double max_counted = 10000;

void read_curves(StoredResult& result) {
  TableReader table(result.folder / "curves.csv",
                    {"policy", "variant", "stratum", "month", "measure", "mean", "lower", "upper",
                     "replicates", "interval", "sd_chance", "sd_parameters"});
  auto const finished = static_cast<double>(result.draws * result.replicates);
  while (table.next()) {
    Estimate estimate;
    estimate.mean = table.number(5);
    estimate.lower = table.number(6);
    estimate.upper = table.number(7);
    estimate.replicates = table.whole(8, finished);
    estimate.interval = interval_called(table.text(9), table);
    estimate.sd_chance = table.deviation(10);
    estimate.sd_parameters = table.deviation(11);
    auto key = table.key(3, 4);
    result.keys.push_back(key);
    bool const is_new = result.estimates.emplace(std::move(key), estimate).second;
    if (!is_new) table.fail("holds the same figure a second time");
  }
}

constexpr DocumentKind manifest_kind{
    .file = "manifest.json",
    .format = "results_format",
    .newest = results_format,
    .missing = "so it is not a finished result; name a folder that graduasi run has written",
    .broken = "is not a manifest of a result",
    .newer = "a newer one may read this result"};

/// The manifest of any of our folders, of a format that is known.
nlohmann::ordered_json manifest_in(fs::path const& folder) {
  std::error_code unreadable;
  if (!fs::is_directory(folder, unreadable)) {
    bool const is_hidden = unreadable == std::errc::permission_denied;
    throw FileError(folder.generic_string() +
                    (is_hidden ? ": cannot be read: " + unreadable.message() + "; allow reading it"
                               : ": is not a folder; name a folder that graduasi run has written"));
  }
  return read_document(folder, manifest_kind);
}

/// A whole number of the manifest in [0, max]; an exception of the library when it is none.
std::size_t whole_in(nlohmann::ordered_json const& json, char const* name, double max) {
  auto const& member = json.at(name);
  if (!member.is_number_integer() || member < 0 || member.get<double>() > max)
    throw nlohmann::json::other_error::create(501, name, &json);
  return member.get<std::size_t>();
}

/// The first month of the run; an exception of the library when it is none.
CalendarMonth start_in(nlohmann::ordered_json const& json) {
  auto const month = month_named(json.at("start").get<std::string>());
  if (!month) throw nlohmann::json::other_error::create(501, "start", &json);
  return *month;
}

/// "3/16", or nothing.
std::string shard_in(nlohmann::ordered_json const& json) {
  auto const found = json.find("shard");
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void refuse_shard(fs::path const& folder, nlohmann::ordered_json const& json) {
  if (auto const shard = shard_in(json); !shard.empty())
    throw FileError(
        fmt::format("{}: is shard {} of a run, without figures of its own; put all its "
                    "shards together with graduasi merge",
                    folder.generic_string(), shard));
}

StoredResult facts_in(fs::path const& folder, nlohmann::ordered_json const& json) {
  StoredResult result;
  result.folder = folder;
  try {
    result.version = fmt::format("{} ({})", json.at("version").get<std::string>(),
                                 json.at("commit").get<std::string>());
    result.start = start_in(json);
    result.scenario = json.value("scenario", std::string());
    result.state = json.value("state", std::string());
    result.shard = shard_in(json);
    result.run_in = json.value("run_in", std::string());
    json.at("population_hash").get_to(result.population_hash);
    result.given_draws = json.value("given_draws", std::string());
    json.at("seed").get_to(result.seed);
    result.replicates = whole_in(json, "replicates", max_counted);
    result.draws = whole_in(json, "parameter_draws", max_counted);
    result.twins = json.contains("twins") ? whole_in(json, "twins", max_counted) : 0;
    constexpr double max_simulations = 1e15;
    result.simulations = whole_in(json, "pieces", max_simulations);
    result.simulations_finished = whole_in(json, "pieces_finished", max_simulations);
    json.at("policies").get_to(result.policies);
  } catch (nlohmann::json::exception const&) {
    throw FileError(fmt::format("{}: {}; run its scenario again",
                                (folder / manifest_kind.file).generic_string(),
                                manifest_kind.broken));
  }
  return result;
}

/// Every value of replicates.csv.
Replicates read_replicates_csv(StoredResult const& result) {
  TableReader table(result.folder / "replicates.csv", {"policy", "variant", "stratum", "draw",
                                                       "replicate", "month", "measure", "value"});
  Replicates values;
  while (table.next()) {
    auto const draw = table.whole(3, max_counted);
    // The replicate of a twin is empty.
    bool const is_twin = std::isnan(table.number(4));
    auto const replicate = is_twin ? 0 : table.whole(4, max_counted);
    if (is_twin ? draw >= result.twins : draw >= result.draws || replicate >= result.replicates)
      table.fail("has a replicate that the manifest does not know");
    auto const own = result.draws * result.replicates;
    auto& of_key = values[table.key(5, 6)];
    of_key.resize(own + result.twins, Estimate::not_defined);
    of_key[is_twin ? own + draw : draw * result.replicates + replicate] = table.number(7);
  }
  return values;
}

}  // namespace

void refuse_unfinished(fs::path const& folder) { refuse_shard(folder, manifest_in(folder)); }

StoredResult read_shard(fs::path const& folder) { return facts_in(folder, manifest_in(folder)); }

StoredResult read_manifest(fs::path const& folder) {
  auto const json = manifest_in(folder);
  refuse_shard(folder, json);
  return facts_in(folder, json);
}

StoredResult read_result(fs::path const& folder) {
  auto result = read_manifest(folder);
  read_curves(result);
  return result;
}

std::optional<Replicates> read_replicates(StoredResult const& result) {
  if (fs::exists(result.folder / "replicates.csv")) return read_replicates_csv(result);
  return replicates_in_store(result);
}

}  // namespace graduasi
