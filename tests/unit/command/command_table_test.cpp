#include "command/command_table.h"

#include "base/errors.h"
#include "command/command_line.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>
#include <vector>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

/// What the command line answers on stdout, which goes to a file meanwhile.
std::string answer_to(std::vector<char const*> words) {
  TemporaryFolder const place;
  auto const file = (place / "answer").string();
  std::fflush(stdout);
  int const screen = ::dup(STDOUT_FILENO);
  int const taken = ::open(file.c_str(), O_CREAT | O_WRONLY, 0600);
  ::dup2(taken, STDOUT_FILENO);
  words.insert(words.begin(), "graduasi");
  auto const request = read_command_line(static_cast<int>(words.size()), words.data());
  std::fflush(stdout);
  ::dup2(screen, STDOUT_FILENO);
  ::close(screen);
  ::close(taken);
  CHECK(request.command.empty());
  return content_of(file);
}

/// The words of a row's name: "-o" and "--output" of "-o,--output".
std::vector<std::string> spellings_of(Argument const& argument) {
  std::vector<std::string> all;
  std::string const names(argument.names);
  for (std::size_t from = 0; from <= names.size();) {
    auto const comma = std::min(names.find(',', from), names.size());
    all.push_back(names.substr(from, comma - from));
    from = comma + 1;
  }
  return all;
}

}  // namespace

TEST_CASE("command table: every command has a name of its own, and says what it does and how",
          "[unit][command]") {
  std::set<std::string_view> names;
  for (auto const& command : commands()) {
    CAPTURE(command.name);
    CHECK(names.insert(command.name).second);
    CHECK_FALSE(command.what.empty());
    CHECK(command.act != nullptr);
    CHECK(command.examples.starts_with("Examples:\n  graduasi " + std::string(command.name)));
    CHECK(find_command(command.name) == &command);
    // What must be there is asked for with an example.
    CHECK(command.operands.missing.empty() == (command.operands.min == 0));
    CHECK(command.operands.example.empty() == (command.operands.min == 0));
  }
  CHECK(names.size() >= 14);
  CHECK(find_command("rn") == nullptr);
  CHECK(find_command("") == nullptr);
}

TEST_CASE("command table: the help names every command, and that of a command every argument",
          "[unit][command]") {
  auto const help = answer_to({"--help"});
  for (auto const& command : commands()) {
    CAPTURE(command.name);
    CHECK(help.find("\n  " + std::string(command.name) + " ") != std::string::npos);
    CHECK(help.find(" " + std::string(command.what) + "\n") != std::string::npos);
    auto const own = answer_to({command.name.data(), "--help"});
    CHECK(own.find(command.examples) != std::string::npos);
    for (auto const& operand : command.operands.arguments)
      CHECK(own.find("\n  " + std::string(operand.names) + " ") != std::string::npos);
    for (auto const& group : command.flags) {
      for (auto const& flag : group) {
        CAPTURE(flag.names);
        bool const is_taken =
            std::ranges::find(command.without, flag.names) == command.without.end();
        CHECK((own.find("\n  " + std::string(flag.names)) != std::string::npos) == is_taken);
      }
    }
  }
}

TEST_CASE("command table: no command has two arguments of one name, or one that does nothing",
          "[unit][command]") {
  for (auto const& command : commands()) {
    std::set<std::string> names;
    auto const look_at = [&](Argument const& argument, bool is_flag) {
      CAPTURE(command.name, argument.names);
      CHECK(argument.is_flag() == is_flag);
      CHECK_FALSE(argument.help.empty());
      CHECK((argument.take == nullptr) == !argument.path.empty());
      for (auto const& spelling : spellings_of(argument)) CHECK(names.insert(spelling).second);
    };
    for (auto const& operand : command.operands.arguments) look_at(operand, false);
    for (auto const& group : command.flags)
      for (auto const& flag : group) look_at(flag, true);
    for (auto const& name : command.without)
      CHECK((name.empty() || names.contains(std::string(name))));
  }
}

TEST_CASE("command table: words of a closed set are told by the help, taken, and no others are",
          "[unit][command]") {
  int sets = 0;
  for (auto const& command : commands()) {
    for (auto const& flag : flags_of(command)) {
      if (flag.choices.empty()) continue;
      CAPTURE(command.name, flag.names);
      auto const typed = [&](std::string const& word) {
        RawArgument raw;
        if (flag.words == Words::listed)
          raw.words = {word};
        else
          raw.word = word;
        return raw;
      };
      Request request;
      for (auto const choice : flag.choices) {
        CHECK(flag.help.find(choice) != std::string_view::npos);
        CHECK_NOTHROW(flag.take(request, typed(std::string(choice))));
      }
      CHECK_THROWS_AS(flag.take(request, typed("none of them")), ScenarioError);
      ++sets;
    }
  }
  CHECK(sets >= 20);
}
