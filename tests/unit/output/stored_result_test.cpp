#include "output/stored_result.h"

#include "base/errors.h"
#include "support/stored_run.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

TEST_CASE("stored result: a folder is read back as it was written", "[unit][output]") {
  TemporaryFolder const place;
  auto results = results_of_exits({10, 12}, {20, 22});
  results.variants[0].name = "a, \"b\"";
  results.facts.seed = 7;
  write_run(place / "a", results);
  auto const result = read_result(place / "a");
  CHECK(result.seed == 7);
  CHECK(result.replicates == 2);
  CHECK(result.policies == std::vector<std::string>{"today", "other"});
  REQUIRE(result.keys.size() == 6);
  FigureKey const key{"today", "a, \"b\"", "all", 2, "cumulative_self_reliant"};
  CHECK(result.keys[2] == key);
  auto const& estimate = result.estimates.at(key);
  CHECK(estimate.mean == 110);
  CHECK(estimate.lower == -17.06205);
  CHECK(estimate.sd_chance == 10);
  CHECK(estimate.interval == Interval::chance);
  CHECK(read_replicates(result)->at(key) == std::vector<double>{100, 120});
}

TEST_CASE("stored result: names of a folder that a terminal would obey are refused",
          "[unit][output]") {
  TemporaryFolder const place;
  auto results = results_of_exits({10, 12}, {20, 22});
  results.policies[1] = "\x1b[2Jother";
  write_run(place / "a", results);
  auto const said = refusal_of<FileError>([&] { (void)read_result(place / "a"); });
  CHECK(said.find('\x1b') == std::string::npos);
  CHECK(
      said.ends_with(": \" [2Jother\" is not a name: it holds the control character U+001B; run "
                     "its scenario again"));
}

TEST_CASE("stored result: a store of other measures is not taken for one of ours",
          "[unit][output]") {
  TemporaryFolder const place;
  auto results = results_of_exits({10, 12}, {20, 30});
  write_run(place / "a", results, Written::store);
  auto const read = [&] { return read_replicates(read_result(place / "a")); };
  CHECK(read().has_value());
  // Figures of another measure in the place of ours.
  auto const file = place / "a/results.sqlite";
  auto const written = content_of(file);
  for (auto& series : results.series)
    series.values.col(static_cast<Eigen::Index>(exits[0])) += 1000;
  {
    Store store(file, {.program = "0.1.0", .values = {{"run.seed", "7"}}});
    each_simulation(results, [&](Simulation const& one) { store.keep(results, one); });
    store.close();
  }
  CHECK_FALSE(read().has_value());
  std::ofstream(file, std::ios::binary) << written;
  CHECK(read().has_value());
  std::filesystem::remove(file);
  CHECK_FALSE(read().has_value());
}

TEST_CASE("stored result: broken and newer folders are refused by name", "[unit][output]") {
  TemporaryFolder const place;
  write_run(place / "a", results_of_exits({10, 12}, {20, 30}));
  auto const read = [&] { (void)read_result(place / "a"); };
  auto const spoil = [&](std::string const& name, std::string const& text) {
    std::ofstream(place / ("a/" + name), std::ios::binary) << text;
  };
  auto const path = (place / "a").generic_string();
  spoil("curves.csv", "policy,variant,stratum\n");
  CHECK(refusal_of<FileError>(read) ==
        path + "/curves.csv:1: has no column month; run its scenario again");
  auto const head =
      "policy,variant,stratum,month,measure,mean,lower,upper,replicates,interval,"
      "sd_chance,sd_parameters\n";
  spoil("curves.csv", std::string(head) + "a,b,all,0,active,x,,,1,,,\n");
  CHECK(refusal_of<FileError>(read) ==
        path + "/curves.csv:2: x is not a number; run its scenario again");
  spoil("curves.csv", std::string(head) + "a,b,all\n");
  CHECK(refusal_of<FileError>(read) ==
        path + "/curves.csv:2: has too few fields; run its scenario again");
  for (auto const* const row : {"a,b,all,nan,active,1,,,1,,,", "a,b,all,1e300,active,1,,,1,,,",
                                "a,b,all,-1,active,1,,,1,,,", "a,b,all,0.5,active,1,,,1,,,",
                                "a,b,all,0,active,1,,,-1,,,", "a,b,all,0,active,1,,,nan,,,"}) {
    INFO(row);
    spoil("curves.csv", std::string(head) + row + "\n");
    CHECK(refusal_of<FileError>(read).find("/curves.csv:2: ") != std::string::npos);
  }
  struct Wrong {
    std::string rows, said;
  };
  for (auto const& [rows, said] : std::vector<Wrong>{
           {"a,b,all,0,active,inf,,,1,,,", "2: inf is not a finite number"},
           {"a,b,all,0,active,1,nan,,1,,,", "2: nan is not a finite number"},
           {"a,b,all,0,active,1,,1e999,1,,,", "2: 1e999 is not a number"},
           {"a,b,all,0,active,1,,,1,chance,-1,", "2: -1 is no standard deviation: it is below 0"},
           {"a,b,all,0,active,1,,,1,chance,,abc", "2: abc is not a number"},
           {"a,b,all,0,active,1,,,3,chance,,", "2: 3 is not a whole number in [0, 2]"},
           {"a,b,all,0,active,1,,,1,luck,,",
            "2: \"luck\" is not a kind of interval; they are chance and parameters"},
           {"a,b,all,0,active,1,,,1,,,\na,b,all,0,active,2,,,1,,,",
            "3: holds the same figure a second time"}}) {
    spoil("curves.csv", std::string(head) + rows + "\n");
    CHECK(refusal_of<FileError>(read) == path + "/curves.csv:" + said + "; run its scenario again");
  }
  auto const manifest = content_of(place / "a/manifest.json");
  for (auto const* const count : {"-1", "10001", "9223372036854775808", "1e19", "0.5", "\"2\""}) {
    for (std::string const name : {"replicates", "parameter_draws", "pieces"}) {
      if (name == "pieces" && std::string(count) == "10001") continue;
      auto const at = manifest.find("\"" + name + "\":") + name.size() + 3;
      INFO(name << " " << count);
      spoil("manifest.json",
            manifest.substr(0, at) + " " + count + manifest.substr(manifest.find(',', at)));
      CHECK(refusal_of<FileError>(read) ==
            path + "/manifest.json: is not a manifest of a result; run its scenario again");
    }
  }
  spoil("manifest.json", manifest);
  for (std::string const format : {"-1", "0", "18446744073709551617", "1.5"}) {
    spoil("manifest.json", "{\"results_format\": " + format + "}");
    CHECK(refusal_of<FileError>(read) ==
          path + "/manifest.json: is not a manifest of a result; run its scenario again");
  }
  spoil("manifest.json", "{\"results_format\": 4294967297}");
  CHECK_THROWS_AS(read(), ScenarioError);
  spoil("manifest.json", "{\"results_format\": 1");
  CHECK(refusal_of<FileError>(read) ==
        path + "/manifest.json: is not a manifest of a result; run its scenario again");
  spoil("manifest.json", "{\"results_format\": 2}");
  CHECK_THROWS_AS(read(), ScenarioError);
  CHECK(refusal_of<FileError>([&] { (void)read_result(place / "none"); }) ==
        (place / "none").generic_string() +
            ": is not a folder; name a folder that graduasi run has written");
}
