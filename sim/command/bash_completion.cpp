#include "base/text.h"
#include "command/command_table.h"
#include "command/completion.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

namespace {

// "%commands%" and "%cases%" are filled in. In a case, `flags` are those of the command, `naming`
// says what the word under the cursor names, and `values` are all words that it may be. Bash splits
// "--lang=id" into three words, so a "=" is passed over on the way to the flag.
constexpr std::string_view frame =
    R"(# Completion of graduasi's command line in bash. Written by the build from the table of commands.
_graduasi() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} flags='' values='' naming='' kept=''
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W '%commands% --help --version' -- "$word")
    return
  fi
  [[ $word == '=' ]] && word=''
  [[ $before == '=' ]] && before=${COMP_WORDS[COMP_CWORD-2]}
  case ${COMP_WORDS[1]} in
%cases%  esac
  if [[ $values == *,* ]]; then
    values=${values//,/ }
    [[ $word == *,* ]] && kept=${word%,*},
  fi
  if [[ $values ]]; then
    mapfile -t COMPREPLY < <(compgen -P "$kept" -W "$values" -- "${word#"$kept"}")
  elif [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$flags --help" -- "$word")
  elif [[ $naming == scenario ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -X '!*.yaml' -- "$word"; compgen -d -- "$word")
  elif [[ $naming == folder ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -d -- "$word")
  fi
}
complete -F _graduasi graduasi
)";

std::string_view word_of(Naming naming) {
  switch (naming) {
    case Naming::scenario:
      return "scenario";
    case Naming::folder:
      return "folder";
    case Naming::none:
      break;
  }
  return "none";
}

std::string joined_by(std::span<std::string_view const> words, std::string_view separator) {
  std::string text;
  for (auto const word : words)
    text += (text.empty() ? "" : std::string(separator)) + std::string(word);
  return text;
}

/// What holds for the word after a flag; commas between the values where it takes several.
std::string case_of(Argument const& flag) {
  auto const names = joined_by(split(flag.names, ','), " | ");
  if (flag.choices.empty())
    return fmt::format("        {}) naming={} ;;\n", names, word_of(flag.naming));
  return fmt::format("        {}) values='{}' ;;\n", names,
                     joined_by(flag.choices, flag.words == Words::listed ? "," : " "));
}

std::string case_of(Command const& command) {
  std::vector<std::string_view> names;
  std::string cases;
  for (auto const& flag : flags_of(command)) {
    for (auto const name : split(flag.names, ',')) names.push_back(name);
    if (flag.words != Words::none) cases += case_of(flag);
  }
  auto const operands = command.operands.arguments;
  auto const naming = operands.empty() ? Naming::none : operands.front().naming;
  return fmt::format(
      "    {})\n      flags='{}'\n      case $before in\n{}        *) naming={} ;;\n"
      "      esac ;;\n",
      command.name, joined_by(names, " "), cases, word_of(naming));
}

std::string with(std::string_view text, std::string_view mark, std::string_view filling) {
  std::string filled(text);
  return filled.replace(filled.find(mark), mark.size(), filling);
}

}  // namespace

std::string bash_completion() {
  std::vector<std::string_view> names;
  std::string cases;
  for (auto const& command : commands()) {
    names.push_back(command.name);
    cases += case_of(command);
  }
  return with(with(frame, "%commands%", joined_by(names, " ")), "%cases%", cases);
}

}  // namespace graduasi
