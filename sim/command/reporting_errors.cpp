#include "command/reporting_errors.h"

#include "base/characters.h"
#include "base/errors.h"
#include "command/problem_list.h"
#include "command/streams.h"
#include "output/translation.h"

#include <unistd.h>

#include <new>
#include <string>
#include <system_error>

namespace graduasi {

namespace {

/// How the program has ended here.
struct Outcome {
  int code;
  std::string said;  ///< of an error
};

Outcome outcome_of(Language const& language, std::function<int()> const& program) {
  try {
    int const code = program();
    finish_answer();
    return {code, {}};
  } catch (OtherRankEnded const& error) {
    return {error.code, error.what()};
  } catch (ScenarioError const& error) {
    return {1, problem_list(error.problems, language)};
  } catch (FileError const& error) {
    return {2, printable(translated(error.what(), language)) + "\n"};
  } catch (std::bad_alloc const&) {
    return {2,
            "out of memory; lower population.households, or give --memory-limit, and run again\n"};
  } catch (std::system_error const& error) {
    return {2, std::string(error.what()) + "; see to it, and run again\n"};
  } catch (std::exception const& error) {
    return {3, std::string("a bug of graduasi, please report it: ") + error.what() + "\n"};
  }
}

}  // namespace

int reporting_errors(Ranks& ranks, Language const& language, std::function<int()> const& program) {
  int const unmuted = ranks.is_first() ? STDERR_FILENO : mute_streams();
  auto const [code, said] = outcome_of(language, program);
  put_note(said);
  auto const ending = ranks.end(code, said, [&](std::string const& words) {
    [[maybe_unused]] auto const written = ::write(unmuted, words.data(), words.size());
  });
  put_note(ending.said);
  return ending.code;
}

}  // namespace graduasi
