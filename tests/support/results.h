// Small outcomes with chosen figures, and folders that go away.
#pragma once

#include "outcome/estimate.h"
#include "outcome/run_results.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

namespace graduasi::testing {

inline constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

/// A folder of its own for a test, removed at its end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "graduasi-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;

  std::filesystem::path operator/(std::string const& name) const { return path_ / name; }
  std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string content_of(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// What calling `act` says when it refuses, or "accepted".
template <class Error, class Act>
std::string refusal_of(Act act) {
  try {
    act();
  } catch (Error const& error) {
    return error.what();
  }
  return "accepted";
}

/// A mean of so many values with its interval.
inline Estimate estimate_between(double lower, double mean, double upper, std::size_t replicates,
                                 Interval interval) {
  Estimate e;
  e.mean = mean;
  e.lower = lower;
  e.upper = upper;
  e.replicates = replicates;
  e.interval = interval;
  return e;
}

/// The same by chance, with the standard error of an interval two of them wide on either side.
inline Estimate chance_between(double lower, double mean, double upper, std::size_t replicates) {
  auto e = estimate_between(lower, mean, upper, replicates, Interval::chance);
  e.standard_error = (upper - lower) / 4;
  return e;
}

/// Results of the policies "today" and "other", nothing of it recorded yet.
inline RunResults two_policies(std::size_t draws, std::size_t replicates, int months) {
  RunResults results;
  results.policies = {"today", "other"};
  results.variants = {{"base", {}}};
  results.draws = draws;
  results.replicates = replicates;
  results.months = months;
  results.start = calendar_month(2026, 1);
  results.facts.households = 200000;
  results.facts.programme_households = 10000000;
  make_slots(results);
  return results;
}

/// Records a simulation in which `exits` families leave self-reliantly in the last month.
inline void record_exits(RunResults& results, Simulation const& simulation, std::int64_t exits) {
  MonthlyTallies tallies(static_cast<std::size_t>(results.months) + 1);
  for (auto& tally : tallies) {
    tally[Count::families] = 1000;
    tally[Count::active] = 1000;
    tally[Count::posts] = 4 * 65536;
  }
  tallies.back()[Count::left_raised] = exits;
  tallies.back()[Count::first_left_self_reliant] = exits;
  for (std::size_t subgroup = 0; subgroup < results.subgroups.size(); ++subgroup) {
    store(results, simulation, subgroup, tallies, {.factor = 10, .costs = {.wage_rupiah = 3e6f}});
  }
  finish(results, simulation);
}

/// `today` and `other` over replicates of one draw, each with these exits.
inline RunResults results_of_exits(std::vector<std::int64_t> const& today,
                                   std::vector<std::int64_t> const& other, int months = 2) {
  auto results = two_policies(1, today.size(), months);
  for (std::size_t r = 0; r < today.size(); ++r) {
    record_exits(results, {.policy = 0, .replicate = r}, today[r]);
    record_exits(results, {.policy = 1, .replicate = r}, other[r]);
  }
  return results;
}

}  // namespace graduasi::testing
