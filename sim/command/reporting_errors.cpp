#include "command/reporting_errors.h"

#include "base/characters.h"
#include "base/contract.h"
#include "base/errors.h"
#include "command/problem_list.h"
#include "command/streams.h"

#include <new>
#include <system_error>

namespace graduasi {

int reporting_errors(std::function<int()> const& program) {
  try {
    int const code = program();
    finish_answer();
    return code;
  } catch (ScenarioError const& error) {
    say("{}", problem_list(error.problems));
    return 1;
  } catch (FileError const& error) {
    say("{}\n", printable(error.what()));
    return 2;
  } catch (std::bad_alloc const&) {
    say("out of memory; lower population.households, or give --memory-limit, and run again\n");
    return 2;
  } catch (std::system_error const& error) {
    say("{}; see to it, and run again\n", error.what());
    return 2;
  } catch (BrokenContract const& error) {
    say("a bug of graduasi, please report it: {}\n", error.what());
    return 3;
  } catch (std::exception const& error) {
    say("a bug of graduasi, please report it: {}\n", error.what());
    return 3;
  }
}

}  // namespace graduasi
