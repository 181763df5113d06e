// What the tests of the population share: where files are, shares at school, standard errors.
#pragma once

#include "mechanisms/member_clocks.h"
#include "population/areas.h"
#include "population/birth_table.h"
#include "population/candidates.h"
#include "population/programme.h"

#include <cmath>
#include <filesystem>
#include <memory>
#include <source_location>
#include <vector>

namespace graduasi::testing {

/// The repository, found from this file or from the working directory; empty when neither is
/// inside.
inline std::filesystem::path repository() {
  namespace fs = std::filesystem;
  fs::path const here = std::source_location::current().file_name();
  for (auto const& start : {fs::absolute(here), fs::current_path()}) {
    for (auto folder = start; folder != folder.parent_path(); folder = folder.parent_path()) {
      if (fs::exists(folder / "scenarios" / "data" / "provinces.csv")) return folder;
    }
  }
  return {};
}

inline std::filesystem::path provinces_file() {
  return repository() / "scenarios" / "data" / "provinces.csv";
}

/// The file of 514 districts lies beside the repository, and not everywhere.
inline std::filesystem::path districts_file() {
  return repository().parent_path() / "shared" / "data" / "districts_2025.csv";
}

/// Share still at school by byte, from the risks of the month's own clocks.
inline ShareByByte shares_at_school(MemberClocksParameters const& clocks) {
  ShareByByte shares;
  shares.fill(1.0f);
  float left = 1.0f;
  for (std::uint32_t byte = track::early_childhood + 1; byte < track::school_over; ++byte) {
    auto const risks = quarter_risks(static_cast<int>(byte % 4), clocks);
    std::int32_t risk = 0;
    for (int k = 0; k < QuarterRisks::stages; ++k) {
      if (byte >= track::risk_from[k]) risk += risks.rise[k];
    }
    left *= 1.0f - static_cast<float>(risk) / 65536.0f;
    shares[byte] = left;
  }
  return shares;
}

inline BirthTable default_births() {
  return make_birth_table(FamilySettings{}, shares_at_school(MemberClocksParameters{}));
}

/// Mean and spread of numbers that are added one by one.
struct Sample {
  double count = 0, sum = 0, squares = 0;
  void add(double x) {
    ++count;
    sum += x;
    squares += x * x;
  }
  double mean() const { return sum / count; }
  double variance() const { return squares / count - mean() * mean(); }
  double error() const { return std::sqrt(variance() / count); }
};

/// Distance from an exactly known mean, in standard errors.
inline double standard_errors(Sample const& sample, double expected) {
  return (sample.mean() - expected) / sample.error();
}

/// Distance between the means of two independent samples, in standard errors.
inline double standard_errors(Sample const& a, Sample const& b) {
  return (a.mean() - b.mean()) / std::sqrt(a.error() * a.error() + b.error() * b.error());
}

}  // namespace graduasi::testing
