#include "command/command_line.h"
#include "command/command_table.h"
#include "command/in_ranks.h"
#include "command/reporting_errors.h"
#include "command/streams.h"

#include <memory>

/// Reads what is asked for, finds the command in the table and carries it out.
int main(int argc, char** argv) {
  using namespace graduasi;
  secure_streams();
  auto const ranks = std::make_shared<Ranks>(argc, argv);
  auto language = Language::english;
  return reporting_errors(*ranks, language, [&] {
    auto const request = read_command_line(argc, argv);
    language = request.said_in();
    if (request.command.empty()) return 0;
    return act_in_ranks(*find_command(request.command), request, ranks);
  });
}
