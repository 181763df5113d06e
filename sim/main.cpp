#include "command/command_line.h"
#include "command/command_table.h"
#include "command/reporting_errors.h"
#include "command/streams.h"

/// Reads what is asked for, finds the command in the table and carries it out.
int main(int argc, char** argv) {
  using namespace graduasi;
  secure_streams();
  return reporting_errors([&] {
    auto const request = read_command_line(argc, argv);
    if (request.command.empty()) return 0;
    return find_command(request.command)->act(request);
  });
}
