#include "command/attribute.h"
#include "command/check.h"
#include "command/command_line.h"
#include "command/commands.h"
#include "command/compare.h"
#include "command/evidence.h"
#include "command/optimise.h"
#include "command/report.h"
#include "command/reporting_errors.h"
#include "command/rerun.h"
#include "command/scenario_commands.h"
#include "command/streams.h"

/// The table of contents: what is asked for, then one function for each command.
int main(int argc, char** argv) {
  using namespace graduasi;
  secure_streams();
  return reporting_errors([&] {
    Request const request = read_command_line(argc, argv);
    switch (request.command) {
      case Request::Command::run:
      case Request::Command::sweep:
        return run_scenario(request);
      case Request::Command::check:
        return check_scenario(request);
      case Request::Command::explain:
        return explain_parameter(request);
      case Request::Command::parameters:
        return list_parameters(request);
      case Request::Command::diff:
        return show_difference(request);
      case Request::Command::schema:
        return print_schema(request);
      case Request::Command::init:
        return write_first_scenario(request);
      case Request::Command::compare:
        return compare_results(request);
      case Request::Command::report:
        return write_report(request);
      case Request::Command::evidence:
        return show_evidence(request);
      case Request::Command::attribute:
        return attribute_result(request);
      case Request::Command::optimise:
        return optimise_levers(request);
      case Request::Command::rerun:
        return rerun_result(request);
      case Request::Command::nothing:
        break;
    }
    return 0;
  });
}
