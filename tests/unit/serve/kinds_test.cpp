#include "serve/kinds.h"

#include "command/command_table.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace graduasi;

namespace {

RunWanted some_run(std::string const& kind) {
  return {.file = "a.yaml",
          .yaml = "format: 1",
          .size = "standard",
          .language = "id",
          .kind = kind,
          .until = "self_reliant@120 +- 0.1pp",
          .vary = {"policy.caseload.households_per_facilitator=100:400:50"}};
}

bool holds(std::vector<std::string> const& words, std::string const& word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

TEST_CASE("kinds: each is a command that reads what was typed and takes its options", "[unit]") {
  for (auto const& kind : kinds()) {
    INFO(kind.name);
    auto const wanted = some_run(std::string(kind.name));
    CHECK(fault_of(wanted).empty());
    auto const words = words_of(wanted, "results/x", kind.is_kept);
    auto const* const command = find_command(words.front());
    REQUIRE(command != nullptr);
    auto const flags = flags_of(*command);
    for (auto const& word : words) {
      if (!word.starts_with('-') || word == "-") continue;
      auto const name = word.substr(0, word.find('='));
      INFO(word);
      CHECK(std::ranges::any_of(flags, [&](Argument const& flag) {
        return flag.names == name || flag.names.starts_with(name + ",");
      }));
    }
    CHECK(holds(words, "--resume") == kind.is_kept);
  }
}

TEST_CASE("kinds: what was typed stays the value of its option", "[unit]") {
  auto sweep = some_run("sweep");
  sweep.vary = {"--output=/etc/x", "-h"};
  auto const words = words_of(sweep, "results/x", false);
  CHECK(holds(words, "--vary=--output=/etc/x"));
  CHECK(holds(words, "--vary=-h"));
  CHECK_FALSE(holds(words, "--until=self_reliant@120 +- 0.1pp"));
  CHECK_FALSE(holds(words, "--resume"));
  CHECK(holds(words_of(some_run("until"), "x", false), "--until=self_reliant@120 +- 0.1pp"));
}

TEST_CASE("kinds: many draws are for what can have them", "[unit]") {
  auto wanted = some_run("run");
  wanted.size = "sure";
  CHECK(fault_of(wanted).empty());
  CHECK(holds(words_of(wanted, "x", false), "--draws"));
  wanted.kind = "attribute";
  CHECK(fault_of(wanted) == "size must be standard where kind is attribute");
}

TEST_CASE("kinds: what is missing, too long or unknown is named", "[unit]") {
  auto wanted = some_run("walk");
  CHECK(fault_of(wanted) == "kind must be one of run, until, sweep, attribute, optimise");
  wanted = some_run("run");
  wanted.size = "large";
  CHECK(fault_of(wanted) == "size must be standard or sure");
  wanted = some_run("until");
  for (auto const& until : {std::string(), std::string(301, 'x'), std::string("a\nb")}) {
    wanted.until = until;
    CHECK(fault_of(wanted).starts_with("until is missing"));
  }
  wanted = some_run("sweep");
  for (auto const& vary :
       std::vector<std::vector<std::string>>{{}, {""}, {"a=1", "b=1", "c=1", "d=1"}}) {
    wanted.vary = vary;
    CHECK(fault_of(wanted).starts_with("vary must be a list of one to 3 texts"));
  }
}
