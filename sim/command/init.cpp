#include "command/init.h"

#include "base/errors.h"
#include "base/shell.h"
#include "command/streams.h"
#include "scenario/describe/first_scenario.h"
#include "store/folder.h"

namespace graduasi {

int write_first_scenario(Request const& request) {
  auto const name = request.name.generic_string();
  if (std::filesystem::exists(request.name)) {
    throw FileError(name +
                    ": is there already; choose another name, as in graduasi init my_policy");
  }
  replace_file(request.name, first_scenario());
  if (!request.quiet) {
    say("{} is written; graduasi run {} runs it, change it to your question\n", name,
        for_shell(name));
  }
  return 0;
}

}  // namespace graduasi
