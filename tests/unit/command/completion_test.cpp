#include "command/completion.h"

#include "base/text.h"
#include "command/command_table.h"

#include <catch2/catch.hpp>

#include <string>

using namespace graduasi;

namespace {

bool holds(std::string const& text, std::string const& part) {
  return text.find(part) != std::string::npos;
}

/// What follows the first `from`, up to the next `to`.
std::string between(std::string const& text, std::string const& from, std::string const& to) {
  auto const begin = text.find(from);
  REQUIRE(begin != std::string::npos);
  return text.substr(begin, text.find(to, begin) - begin);
}

}  // namespace

TEST_CASE("completion: bash and zsh know the flags of each command, and no others",
          "[unit][command]") {
  auto const bash = bash_completion(), zsh = zsh_completion();
  for (auto const& command : commands()) {
    CAPTURE(command.name);
    auto const begin = "\n    " + std::string(command.name) + ")\n";
    auto const in_bash = between(bash, begin, "esac ;;"), in_zsh = between(zsh, begin, " ;;");
    std::string all;
    for (auto const& flag : flags_of(command)) {
      for (auto const name : split(flag.names, ',')) {
        all += (all.empty() ? "" : " ") + std::string(name);
        CAPTURE(name);
        bool const in_front = holds(in_zsh, "'" + std::string(name) + "[");
        bool const with_value = holds(in_zsh, std::string(name) + "=[");
        CHECK((in_front || with_value || holds(in_zsh, std::string(name) + "[")));
      }
    }
    CHECK(holds(in_bash, "\n      flags='" + all + "'\n"));
  }
}

TEST_CASE("completion: fish knows each flag of each command", "[unit][command]") {
  auto const fish = fish_completion();
  for (auto const& command : commands()) {
    auto const here =
        "complete -c graduasi -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
    CHECK(holds(fish, "__fish_use_subcommand -a " + std::string(command.name) + " -d "));
    for (auto const& flag : flags_of(command)) {
      std::string names;
      for (auto const name : split(flag.names, ','))
        names += name.starts_with("--") ? " -l " + std::string(name.substr(2))
                                        : " -s " + std::string(name.substr(1));
      CAPTURE(flag.names);
      CHECK(holds(fish, here + names + " "));
    }
  }
}

TEST_CASE("completion: a value from a closed set has its words in every shell", "[unit][command]") {
  auto const bash = bash_completion(), zsh = zsh_completion(), fish = fish_completion();
  CHECK(holds(bash, "--lang) values='en id' ;;"));
  CHECK(holds(bash, "--format) values='csv,csv-full,sqlite,xlsx,xlsx-full' ;;"));
  CHECK(holds(bash, "-o | --output) naming=folder ;;"));
  CHECK(holds(zsh, ":NAME:(en id)'"));
  CHECK(holds(zsh, "_values -s , value csv csv-full sqlite xlsx xlsx-full"));
  CHECK(holds(fish, " -l isa -x -a 'auto v2 v3 v4' "));
}
