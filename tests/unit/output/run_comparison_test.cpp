#include "output/run_comparison.h"

#include "base/errors.h"
#include "support/stored_run.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

/// One policy over these replicates: exits, and how many of them are premature.
RunResults results_of_premature(std::vector<std::int64_t> const& left,
                                std::vector<std::int64_t> const& premature) {
  auto results = two_policies(1, left.size(), 30);
  results.policies = {"today"};
  make_slots(results);
  for (std::size_t r = 0; r < left.size(); ++r) {
    MonthlyTallies tallies(31);
    tallies.back()[Count::left_raised] = left[r];
    tallies.back()[Count::premature] = premature[r];
    store(results, {.policy = 0, .replicate = r}, 0, tallies, {.factor = 10});
    finish(results, {.policy = 0, .replicate = r});
  }
  return results;
}

RunComparison compare(TemporaryFolder const& place) {
  return compare_runs(read_result(place / "a"), read_result(place / "b"));
}

/// Exits of the policy `other` at the end.
Difference at_the_end(RunComparison const& comparison) {
  REQUIRE_FALSE(comparison.rows.empty());
  CHECK(comparison.rows.back().key.policy == "other");
  CHECK(comparison.rows.back().key.month == 2);
  return comparison.rows.back().difference;
}

/// Exits of all families under the policy `other` in a month.
Difference exits_in(RunComparison const& comparison, int month) {
  FigureKey const key{"other", comparison.rows.back().key.variant, "all", month,
                      "cumulative_self_reliant"};
  auto const found = std::ranges::find(comparison.rows, key, &RunDifference::key);
  REQUIRE(found != comparison.rows.end());
  return found->difference;
}

}  // namespace

TEST_CASE("run comparison: runs with the same luck are paired", "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_exits({10, 12}, {20, 30}));
  write_run(place / "b", results_of_exits({10, 12}, {23, 33}));
  auto const comparison = compare(place);
  CHECK(comparison.paired);
  CHECK(comparison.notes.empty());
  auto const [estimate, better, ratio] = at_the_end(comparison);
  CHECK(estimate.mean == 30);
  CHECK(estimate.lower == 30);  // every pair differs by 30, however much replicates vary
  CHECK(estimate.upper == 30);
  CHECK(better == 1);
}

TEST_CASE("run comparison: the store of a run pairs as its replicates.csv does", "[unit][output]") {
  auto const run = [](std::int64_t more) {
    auto results = two_policies(3, 2, 30);
    results.variants = {{"few", {}}, {"many", {}}};
    results.subgroups = {"all", "area:Aceh"};
    results.twins = 2;
    make_slots(results);
    std::int64_t n = 0;
    each_simulation(results, [&](Simulation const& simulation) {
      bool const moves = simulation.policy == 1;
      record_exits(results, simulation, n * n % 83 + (moves ? more + more * (n % 3) : 0));
      ++n;
    });
    return results;
  };
  TemporaryFolder const place;
  for (std::string const what : {"a", "b"}) {
    auto const results = run(what == "b" ? 20 : 0);
    write_run(place / what, results, Written::replicates, gain_measures());
    write_run(place / (what + "_store"), results, Written::store, gain_measures());
  }
  auto const written = compare(place);
  auto const kept = compare_runs(read_result(place / "a_store"), read_result(place / "b_store"));
  CHECK(written.paired);
  CHECK(kept.paired);
  CHECK(kept.notes.empty());
  REQUIRE(kept.rows.size() == written.rows.size());
  // Two variants, two policies, five measures: 31 months of all, every twelfth and the last of one
  // area.
  CHECK(kept.rows.size() == 2 * 2 * 5 * (31 + 4));
  for (std::size_t i = 0; i < kept.rows.size(); ++i) {
    CHECK(kept.rows[i].key == written.rows[i].key);
    auto const &a = kept.rows[i].difference.estimate, &b = written.rows[i].difference.estimate;
    CHECK(a.mean == b.mean);
    CHECK(a.lower == Approx(b.lower).margin(1e-9));
  }
  CHECK(exits_in(kept, 30).estimate.mean > 200);
}

TEST_CASE("run comparison: each fact that differs is named", "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_exits({10, 12}, {20, 30}));
  auto other = results_of_exits({10, 12, 14}, {20, 30, 40});
  other.facts.seed = 2;
  other.facts.version = "0.2.0";
  write_run(place / "b", other);
  auto const comparison = compare(place);
  CHECK_FALSE(comparison.paired);
  CHECK(comparison.notes ==
        std::vector<std::string>{"unpaired: the runs differ in seed (0 and 2), replicates (2 and "
                                 "3) and program version (0.1.0 () and 0.2.0 ())"});
  other = results_of_exits({10, 12}, {20, 30});
  other.facts.population_hash = "bb";
  write_run(place / "b", other);
  auto const notes = compare(place).notes;
  REQUIRE(notes.size() == 2);
  CHECK(notes[0] == "unpaired: the runs differ in population (aa and bb)");
  CHECK(notes[1].starts_with("families on the first day depend on the baseline's levers"));
}

TEST_CASE("run comparison: unpaired differences have the error of independent runs",
          "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_exits({10, 12}, {20, 30}));
  write_run(place / "b", results_of_exits({10, 12}, {23, 33}), Written::means);
  auto const comparison = compare(place);
  CHECK(comparison.notes ==
        std::vector<std::string>{"unpaired: " + (place / "b").generic_string() +
                                 " keeps no figures of single simulations that this program knows, "
                                 "neither in results.sqlite nor in replicates.csv; run it again "
                                 "for a paired comparison, whose intervals are narrower"});
  auto const [estimate, better, ratio] = at_the_end(comparison);
  // Standard errors of 50 each; equal ones of two values have 2 degrees of freedom.
  CHECK(estimate.mean == 30);
  CHECK(estimate.standard_error == Approx(50 * std::sqrt(2.0)).epsilon(1e-6));
  CHECK(estimate.upper - estimate.mean ==
        Approx(4.30265272975 * 50 * std::sqrt(2.0)).epsilon(1e-6));
  CHECK(estimate.interval == Interval::chance);
  CHECK(std::isnan(better));
}

TEST_CASE("run comparison: drawn parameters widen unpaired differences", "[unit][output]") {
  auto const drawn = [](std::int64_t shift) {
    auto results = two_policies(3, 2, 2);
    for (std::size_t draw = 0; draw < 3; ++draw) {
      for (std::size_t r = 0; r < 2; ++r) {
        auto const n = static_cast<std::int64_t>(100 * draw + r) + shift;
        record_exits(results, {.policy = 0, .draw = draw, .replicate = r}, n);
        record_exits(results, {.policy = 1, .draw = draw, .replicate = r}, n);
      }
    }
    return results;
  };
  TemporaryFolder const place;
  write_run(place / "a", drawn(0), Written::means);
  write_run(place / "b", drawn(50));
  auto const estimate = at_the_end(compare(place)).estimate;
  CHECK(estimate.mean == 500);
  CHECK(estimate.interval == Interval::parameters);
  // Draws' means are 1,000 apart: variance 10^6 in each run, a third of it of either mean; two
  // such variances of three draws have 4 degrees of freedom.
  CHECK(estimate.upper - estimate.mean ==
        Approx(2.7764451052 * std::sqrt(2e6 + 2e6 / 3)).epsilon(1e-4));
  CHECK(estimate.standard_error == Approx(std::sqrt(2e6 / 3)).epsilon(1e-4));
}

TEST_CASE("run comparison: one replicate has no interval", "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_exits({10}, {20}), Written::means);
  write_run(place / "b", results_of_exits({10}, {23}), Written::means);
  auto const estimate = at_the_end(compare(place)).estimate;
  CHECK(estimate.mean == 30);
  CHECK(std::isnan(estimate.lower));
}

TEST_CASE("run comparison: policies are matched by name, lone ones whatever their names",
          "[unit][output]") {
  TemporaryFolder const place;
  auto const renamed = [](std::vector<std::string> names) {
    auto results = names.size() == 1 ? two_policies(1, 1, 2) : results_of_exits({10}, {20});
    results.policies = std::move(names);
    if (results.policies.size() == 1) {
      make_slots(results);
      record_exits(results, {}, 30);
    }
    return results;
  };
  write_run(place / "a", renamed({"today", "other"}));
  write_run(place / "b", renamed({"today", "third"}));
  auto notes = compare(place).notes;
  CHECK(notes ==
        std::vector<std::string>{"the policy other is only in " + (place / "a").generic_string(),
                                 "the policy third is only in " + (place / "b").generic_string()});
  write_run(place / "a", renamed({"today"}));
  write_run(place / "b", renamed({"third"}));
  auto const comparison = compare(place);
  CHECK(comparison.notes ==
        std::vector<std::string>{"the policy third is compared with today: each run has only one"});
  CHECK(comparison.rows.size() == 3);

  write_run(place / "a", renamed({"today", "other"}));
  try {
    (void)compare(place);
    FAIL("runs that share nothing were compared");
  } catch (ScenarioError const& error) {
    REQUIRE(error.problems.size() == 1);
    CHECK(error.problems[0].text ==
          "shares no figure with " + (place / "a").generic_string() +
              "; compare runs that share a policy by name, a variant and measures");
  }
}

TEST_CASE("run comparison: the table says what is compared and how sure it is", "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_exits({10, 12}, {20, 30}));
  write_run(place / "b", results_of_exits({10, 12}, {23, 33}));
  std::vector<RunComparison> const comparisons = {compare(place)};
  auto const text = run_comparison_table(comparisons, Color::never);
  CHECK(text.find((place / "b").generic_string() + " less " + (place / "a").generic_string() +
                  ", month 2, paired\n") == 0);
  CHECK(
      text.find("other   base     cumulative_self_reliant  +30 (+30 to +30)  distinguishable\n") !=
      std::string::npos);
  CHECK(text.ends_with("parameters held fixed: the true uncertainty is larger\n"));
  auto const json = run_comparison_json(comparisons);
  CHECK(json.find("\"pairing\": \"paired\"") != std::string::npos);

  Sink sink(place / "comparison.csv");
  write_run_comparison(sink, comparisons);
  sink.close();
  auto const csv = content_of(place / "comparison.csv");
  CHECK(csv.starts_with(
      "result,baseline,pairing,policy,variant,stratum,month,measure,difference,lower,upper,"
      "standard_error,probability_better,replicates,interval,sd_chance,sd_parameters,"
      "variance_ratio,date,unit,label,split,group\n"));
  CHECK(csv.find("paired,other,base,all,2,cumulative_self_reliant,30,30,30,0,1,2,chance,0,,,"
                 "2026-02-01,families,Self-reliant graduations so far,all,all\n") !=
        std::string::npos);
}

TEST_CASE("run comparison: a result without columns for readers is read as well",
          "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_exits({10, 12}, {20, 22}), Written::means);
  std::ofstream(place / "a/curves.csv")
      << "policy,variant,stratum,month,measure,mean,lower,upper,replicates,interval,sd_chance,sd_"
         "parameters\ntoday,base,all,2,cumulative_self_reliant,1e+07,,,2,chance,,\n";
  auto const result = read_result(place / "a");
  REQUIRE(result.keys.size() == 1);
  CHECK(result.estimates.at(result.keys.front()).mean == 1e7);
}

TEST_CASE("run comparison: runs that start in other months share no date", "[unit][output]") {
  TemporaryFolder const place;
  auto later_run = results_of_exits({15, 15}, {25, 25});
  later_run.start = calendar_month(2027, 1);
  write_run(place / "a", results_of_exits({10, 12}, {20, 22}));
  write_run(place / "b", later_run);
  auto const comparison = compare(place);
  CHECK(comparison.notes.front() ==
        "unpaired: the runs differ in first month (2026-01 and 2027-01)");
  Sink sink(place / "comparison.csv");
  write_run_comparison(sink, {comparison});
  sink.close();
  CHECK(content_of(place / "comparison.csv").find(",,families,Self-reliant graduations so far,") !=
        std::string::npos);
}

TEST_CASE("run comparison: twins come along with the replicates", "[unit][output]") {
  auto const drawn = [](std::int64_t shift) {
    auto results = two_policies(3, 1, 2);
    results.twins = 3;
    make_slots(results);
    for (std::size_t policy = 0; policy < 2; ++policy) {
      for (std::size_t draw = 0; draw < 3; ++draw) {
        auto const n = static_cast<std::int64_t>(10 * draw * draw) + shift;
        record_exits(results, {.policy = policy, .draw = draw}, shift > 0 ? n + 5 : n);
        record_exits(results, {.policy = policy, .draw = draw, .replicate = twin}, 7 + shift);
      }
    }
    return results;
  };
  TemporaryFolder const place;
  write_run(place / "a", drawn(0));
  write_run(place / "b", drawn(20));
  auto const result = read_result(place / "b");
  CHECK(result.twins == 3);
  FigureKey const key{"today", "base", "all", 2, "cumulative_self_reliant"};
  CHECK(read_replicates(result)->at(key) == std::vector<double>{250, 350, 650, 270, 270, 270});
  auto const estimate = at_the_end(compare(place)).estimate;
  CHECK(estimate.mean == 250);
  CHECK(estimate.replicates == 3);
}

TEST_CASE("run comparison: measures that one run alone has are named, and what they are called now",
          "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_exits({10, 12}, {20, 30}));
  write_run(place / "b", results_of_exits({10, 12}, {23, 33}));
  auto old = read_result(place / "a");
  old.keys.front().measure = "fallen_back";
  auto const notes = compare_runs(old, read_result(place / "b")).notes;
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].starts_with("only " + (place / "a").generic_string() +
                             " has fallen_back; fallen_back is now called fell_back: "));
}

TEST_CASE("run comparison: what a policy brings comes before the table, exits never alone",
          "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_premature({10, 12, 11}, {4, 5, 6}), Written::replicates,
            gain_measures());
  write_run(place / "b", results_of_premature({20, 22, 21}, {10, 11, 12}), Written::replicates,
            gain_measures());
  auto const comparison = compare(place);
  REQUIRE(comparison.gains.size() == 1);
  auto const& its = comparison.gains[0];
  CHECK(its.policy == "today");
  CHECK(its.can_last);
  CHECK(its.gains.exits.mean == 100);
  CHECK(its.gains.premature_share.mean == Approx(0.6));
  CHECK(its.gains.premature_share.interval == Interval::chance);
  auto const text = run_comparison_table({comparison}, Color::never);
  CHECK(text.find("of these premature") < text.find("verdict"));
  CHECK(text.find("60.0 % (60.0 % to 60.0 %)") != std::string::npos);
  CHECK(text.find("warning: today: most of the further exits are premature") != std::string::npos);
  auto const json = run_comparison_json({comparison});
  CHECK(json.find("\"mostly_premature\": true") != std::string::npos);
}

TEST_CASE("run comparison: unpaired runs have a premature share without an interval",
          "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_premature({10, 12, 11}, {4, 5, 6}), Written::replicates,
            gain_measures());
  write_run(place / "b", results_of_premature({20, 22, 21}, {10, 11, 12}), Written::means,
            gain_measures());
  auto const comparison = compare(place);
  REQUIRE_FALSE(comparison.paired);
  REQUIRE(comparison.gains.size() == 1);
  CHECK(comparison.gains[0].gains.premature_share.mean == Approx(0.6));
  CHECK(std::isnan(comparison.gains[0].gains.premature_share.lower));
}

TEST_CASE("run comparison: without all of its measures a gain is left out", "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_premature({10, 12}, {4, 5}));
  write_run(place / "b", results_of_premature({20, 22}, {10, 11}));
  auto const comparison = compare(place);
  CHECK(comparison.gains.empty());
  CHECK_THAT(run_comparison_table({comparison}, Color::never),
             !Catch::Matchers::Contains("premature"));
}
