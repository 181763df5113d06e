#include "analysis/calibration/waves.h"

#include "analysis/calibration/journal.h"
#include "support/chance.h"

#include "../../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using namespace graduasi::testing;
using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;

namespace {

constexpr std::size_t sides = 8;

/// Three figures of which the last is held, over the first four of eight sides, with chance.
ArrayXXd figures_of(ArrayXXd const& x) {
  ArrayXXd figures(x.rows(), 3);
  figures.col(0) = 10 + 5 * x.col(0) + 3 * x.col(1) * x.col(1);
  figures.col(1) = 4 * x.col(1) - 2 * x.col(2);
  figures.col(2) = (3 * x.col(0)).sin() + x.col(2) * x.col(3);
  constexpr double chance[] = {0.2, 0.1, 0.05};
  for (Index i = 0; i < x.rows(); ++i) {
    Chance luck(static_cast<std::uint32_t>(1e6 * x(i, 0)), 3);
    for (Index t = 0; t < 3; ++t) figures(i, t) += chance[t] * static_cast<double>(luck.normal());
  }
  return figures;
}

Targets three_targets(double first, double second) {
  Targets targets{.name = "t", .question = {}, .file = "t.yaml", .all = {}, .inputs = {}};
  for (auto const& [name, value] :
       {std::pair("a", first), std::pair("b", second), std::pair("c", 0.0)}) {
    Target target;
    target.name = name;
    target.value = value;
    target.is_fit = target.name != "c";
    target.standard_error = 0.1;
    targets.all.push_back(target);
  }
  return targets;
}

Cube cube(std::uint32_t seed = 4) {
  return {.options = std::vector<std::size_t>(sides, 0), .seed = seed};
}

Simulated simulated(std::size_t count) {
  auto const points = cube().points(0, count);
  return {points, figures_of(points)};
}

constexpr EmulatorSize small{.process_points = 200, .process_inputs = 4, .evaluations = 40};

}  // namespace

TEST_CASE("cube: a side of a structure has the middles of its parts alone", "[unit][calibration]") {
  Cube const both{.options = {0, 2}, .seed = 1};
  auto const points = both.points(0, 64);
  CHECK((points.col(1) == 0.25).count() == 32);
  CHECK((points.col(1) == 0.75).count() == 32);
  CHECK((points.col(0) == 0.25).count() == 0);
  CHECK(option_at(0.25, 2) == 0);
  CHECK(option_at(0.75, 2) == 1);
}

TEST_CASE("waves: inputs that move a figure are found, the others stay out",
          "[unit][calibration]") {
  auto active = active_inputs(simulated(400), 6);
  std::ranges::sort(active);
  CHECK(active == std::vector<std::size_t>{0, 1, 2, 3});
  CHECK(active_inputs(simulated(400), 2).size() == 2);
}

TEST_CASE("waves: what is left of the prior is what agrees, and a truth is never ruled out",
          "[unit][calibration]") {
  auto const worlds = simulated(400);
  std::vector<std::size_t> const active = {0, 1, 2, 3};
  std::vector<WaveEmulators> waves;
  waves.emplace_back(worlds, active, small);
  // The figures of the point (.5, ..., .5), without chance.
  auto const targets = three_targets(13.25, 1);
  std::vector<double> const chance = {0.04, 0.01, 0.0025};
  auto const left = look_at_candidates(waves, active, targets, chance, cube(), 4096, 8192, 100);
  CHECK(left.share > 0.02);
  CHECK(left.share < 0.7);
  CHECK(left.points.rows() == 100);
  // Each figure alone rules out what lies beyond three deviations: the second largest distance
  // counts, so both must be far.
  CHECK(left.beyond[0] > 0.3);
  CHECK(left.beyond[1] > 0.3);
  auto const truth = ArrayXXd::Constant(1, sides, 0.5).eval();
  CHECK(rows_left(waves, active, {truth, figures_of(truth)}, targets, chance).size() == 1);
  // What is ruled out indeed lies beyond three deviations in both figures.
  auto const kept = rows_left(waves, active, worlds, targets, chance);
  for (Index i = 0; i < worlds.count(); ++i) {
    bool const is_left = std::ranges::find(kept, static_cast<std::size_t>(i)) != kept.end();
    auto const x = worlds.points.row(i);
    double const a = 10 + 5 * x(0) + 3 * x(1) * x(1), b = 4 * x(1) - 2 * x(2);
    if (!is_left) CHECK((std::abs(a - 13.25) > 0.4 && std::abs(b - 1) > 0.2));
  }
}

TEST_CASE("waves: of 20 truths, 90 percent intervals of the held figure hold 16 to 20",
          "[unit][calibration]") {
  std::vector<std::size_t> shown(400), hidden(20);
  for (std::size_t i = 0; i < 400; ++i) shown[i] = i;
  for (std::size_t i = 0; i < 20; ++i) hidden[i] = 400 + i;
  auto const worlds = simulated(420);
  std::vector<std::size_t> const active = {0, 1, 2, 3};
  WaveEmulators const emulators(worlds.rows(shown), active, small);
  auto const inside =
      recover(emulators, active, worlds.rows(hidden), three_targets(0, 0), cube(9), 8192);
  CHECK(inside[0] == 0);  // fitted
  CHECK(inside[2] >= 16);
  // They are no wider than what the fitted figures leave open: truths of another world are not
  // held.
  auto others = worlds.rows(hidden);
  others.figures.col(2) += 3;
  CHECK(recover(emulators, active, others, three_targets(0, 0), cube(9), 8192)[2] == 0);
}

TEST_CASE("journal: whole batches are read back bit by bit, cut ones and those of others are not",
          "[unit][calibration]") {
  Folder const folder;
  auto const file = folder.path() / "j";
  ArrayXXd values(2, 2);
  values << 0.1, 1.0 / 3, std::nan(""), -1e-300;
  {
    Journal journal(file, "one");
    CHECK(journal.resumed() == 0);
    journal.keep(7, values);
    journal.keep(8, values);
  }
  auto const text = bytes_of(file);
  folder.file("j", text.substr(0, text.size() - 12));
  Journal again(file, "one");
  CHECK(again.resumed() == 1);
  REQUIRE(again.find(7) != nullptr);
  CHECK((*again.find(7))(0, 1) == 1.0 / 3);
  CHECK(std::isnan((*again.find(7))(1, 0)));
  CHECK((*again.find(7))(1, 1) == -1e-300);
  CHECK(again.find(8) == nullptr);
  again.keep(8, values);
  CHECK(Journal(file, "one").resumed() == 2);
  // A link is not written through.
  auto const elsewhere = folder.file("elsewhere", "as it was");
  std::filesystem::remove(file);
  std::filesystem::create_symlink(elsewhere, file);
  Journal(file, "one").keep(1, values);
  CHECK(bytes_of(elsewhere) == "as it was");
  CHECK(Journal(file, "one").resumed() == 1);
  CHECK(Journal(file, "another").resumed() == 0);
}
