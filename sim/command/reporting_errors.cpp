#include "command/reporting_errors.h"

#include "base/contract.h"
#include "base/errors.h"
#include "command/problem_list.h"

#include <fmt/core.h>

#include <cstdio>
#include <new>

namespace graduasi {

int reporting_errors(std::function<int()> const& program) {
  try {
    return program();
  } catch (ScenarioError const& error) {
    fmt::print(stderr, "{}", problem_list(error.problems));
    return 1;
  } catch (FileError const& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 2;
  } catch (std::bad_alloc const&) {
    fmt::print(
        stderr,
        "out of memory; lower population.households, or give --memory-limit, and run again\n");
    return 2;
  } catch (BrokenContract const& error) {
    fmt::print(stderr, "a bug of graduasi, please report it: {}\n", error.what());
    return 3;
  } catch (std::exception const& error) {
    fmt::print(stderr, "a bug of graduasi, please report it: {}\n", error.what());
    return 3;
  }
}

}  // namespace graduasi
