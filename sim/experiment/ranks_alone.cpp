// Ranks of a program that is built without MPI. A program with MPI is linked with ranks_mpi.cpp
// instead: the linker takes this unit out of the library only where nothing else has its functions.
#include "experiment/ranks.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>

namespace graduasi {

namespace {

/// A number that the programs that start ranks leave in the environment, by any of its names.
std::size_t number_left(std::array<char const*, 2> const& names, std::size_t otherwise) {
  for (auto const* const name : names) {
    auto const* const text = std::getenv(name);
    std::size_t number = 0;
    if (text != nullptr &&
        std::from_chars(text, text + std::strlen(text), number).ec == std::errc())
      return number;
  }
  return otherwise;
}

}  // namespace

struct Ranks::Link {};

Ranks::Ranks() = default;

/// Open MPI and Slurm, and the descendants of MPICH, say how many they have started.
Ranks::Ranks(int&, char**&)
    : number_(number_left({"OMPI_COMM_WORLD_RANK", "PMI_RANK"}, 0)),
      started_(number_left({"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"}, 1)) {}

Ranks::~Ranks() = default;

void Ranks::sum_over(RankGroup, std::span<std::int64_t>) { expects(false, "there are no others"); }
void Ranks::share_with_all(std::string&) { expects(false, "there are no others"); }
void Ranks::send_to_first(std::string) { expects(false, "there are no others"); }
std::optional<std::string> Ranks::receive() { return std::nullopt; }
std::string Ranks::wait_for_message() {
  expects(false, "there are no others");
  return {};
}
void Ranks::look_for_end() {}

Ranks::Ending Ranks::end(int code, std::string const&,
                         std::function<void(std::string const&)> const&) {
  return {code, {}};
}

}  // namespace graduasi
