#include "command/command_table.h"
#include "command/completion.h"
#include "command/manual_page.h"
#include "command/reporting_errors.h"
#include "command/typed.h"
#include "store/folder.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace {

/// Writes a file and the folders above it.
void write(std::filesystem::path const& file, std::string_view text) {
  std::filesystem::create_directories(file.parent_path());
  graduasi::replace_file(file, text);
}

}  // namespace

/// Writes what an installation has besides the program, as it lies in share/: manual pages and the
/// completions of three shells. graduasi-help-files FOLDER
int main(int argc, char** argv) {
  using namespace graduasi;
  Ranks alone;
  return reporting_errors(alone, Language::english, [&] {
    if (argc != 2) refuse("graduasi-help-files", "it takes the folder that it writes into");
    std::filesystem::path const share = argv[1], manual = share / "man" / "man1";
    write(manual / "graduasi.1", manual_page());
    for (auto const& command : commands())
      write(manual / ("graduasi-" + std::string(command.name) + ".1"), manual_page(command));
    write(share / "bash-completion/completions/graduasi", bash_completion());
    write(share / "zsh/vendor-completions/_graduasi", zsh_completion());
    write(share / "fish/vendor_completions.d/graduasi.fish", fish_completion());
    return 0;
  });
}
