#include "base/text.h"
#include "command/command_table.h"
#include "command/completion.h"

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace graduasi {

namespace {

/// Inside single quotes of zsh or fish, with a backslash before each of the given characters.
std::string quoted(std::string_view text, std::string_view special) {
  std::string safe;
  for (char const c : text) {
    if (c == '\'')
      safe += "'\\''";
    else
      safe += special.find(c) == std::string_view::npos ? std::string(1, c) : std::string("\\") + c;
  }
  return safe;
}

std::string words_between(std::span<std::string_view const> words) {
  std::string text;
  for (auto const word : words) text += (text.empty() ? "" : " ") + std::string(word);
  return text;
}

/// zsh: what follows a flag or stands for an operand, ":message:action".
std::string zsh_word(Argument const& argument) {
  if (argument.words == Words::none) return {};
  std::string action = " ";
  if (argument.words == Words::listed)
    action = "_values -s , value " + words_between(argument.choices);
  else if (!argument.choices.empty())
    action = "(" + words_between(argument.choices) + ")";
  else if (argument.naming == Naming::scenario)
    action = "_files -g \"*.yaml(-.)\"";
  else if (argument.naming == Naming::folder)
    action = "_files -/";
  auto const name = argument.is_flag() ? argument.shown : argument.names;
  return fmt::format(":{}:{}", quoted(name, ":\\"), action);
}

/// One line for each spelling of a flag: with its value in the word after it, or after "=".
std::string zsh_flag(Argument const& flag) {
  std::string text;
  for (auto const name : split(flag.names, ',')) {
    bool const is_long = name.starts_with("--") && flag.words != Words::none;
    auto const again = flag.words == Words::repeated || flag.words == Words::listed ? "*" : "";
    text += fmt::format("        '{}{}{}[{}]{}' \\\n", again, name, is_long ? "=" : "",
                        quoted(flag.help, ":[]\\"), zsh_word(flag));
  }
  return text;
}

std::string zsh_case(Command const& command) {
  auto text = fmt::format("    {})\n      _arguments \\\n", command.name);
  for (auto const& flag : flags_of(command)) text += zsh_flag(flag);
  for (auto const& operand : command.operands.arguments)
    text += fmt::format("        '{}{}' \\\n", operand.words == Words::in_a_row ? "*" : "",
                        zsh_word(operand));
  return text + "        '(-h --help)'{-h,--help}'[the short help]' ;;\n";
}

std::string fish_flag(Command const& command, Argument const& flag) {
  auto text = fmt::format("complete -c graduasi -n '__fish_seen_subcommand_from {}'", command.name);
  for (auto const name : split(flag.names, ',')) {
    bool const is_long = name.starts_with("--");
    text += fmt::format(" -{} {}", is_long ? "l" : "s", name.substr(is_long ? 2 : 1));
  }
  if (!flag.choices.empty())
    text += " -x -a '" + words_between(flag.choices) + "'";
  else if (flag.naming == Naming::folder)
    text += " -x -a '(__fish_complete_directories)'";
  else if (flag.words != Words::none)
    text += " -x";
  return text + " -d '" + quoted(flag.help, "\\") + "'\n";
}

std::string fish_operands(Command const& command) {
  if (command.operands.arguments.empty()) return {};
  auto const naming = command.operands.arguments.front().naming;
  if (naming == Naming::none) return {};
  return fmt::format(
      "complete -c graduasi -n '__fish_seen_subcommand_from {}' -a '({})'\n", command.name,
      naming == Naming::folder ? "__fish_complete_directories" : "__fish_complete_suffix .yaml");
}

}  // namespace

std::string zsh_completion() {
  std::string names, cases;
  for (auto const& command : commands()) {
    names += fmt::format("    '{}:{}'\n", command.name, quoted(command.what, ":\\"));
    cases += zsh_case(command);
  }
  return "#compdef graduasi\n"
         "# Completion of graduasi's command line in zsh. Written by the build from the table of "
         "commands.\n"
         "local -a names=(\n" +
         names +
         "  )\n"
         "if ((CURRENT == 2)); then\n"
         "  _describe command names\n"
         "  return\n"
         "fi\n"
         "local name=$words[2]\n"
         "shift words\n"
         "((CURRENT--))\n"
         "case $name in\n" +
         cases + "esac\n";
}

std::string fish_completion() {
  std::string text =
      "# Completion of graduasi's command line in fish. Written by the build from the table of "
      "commands.\n"
      "complete -c graduasi -f\n";
  for (auto const& command : commands()) {
    text += fmt::format("complete -c graduasi -n __fish_use_subcommand -a {} -d '{}'\n",
                        command.name, quoted(command.what, "\\"));
    for (auto const& flag : flags_of(command)) text += fish_flag(command, flag);
    text += fish_operands(command);
  }
  return text;
}

}  // namespace graduasi
