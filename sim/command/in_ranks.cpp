#include "command/in_ranks.h"

#include "base/errors.h"

#include <fmt/core.h>

namespace graduasi {

namespace {

/// They would all write the same folder.
void refuse_strangers(Ranks const& ranks) {
  if (ranks.of() == ranks.started()) return;
  throw ScenarioError(
      {{"mpirun",
        fmt::format("{} processes were started that do not know each other; start "
                    "build/mpi/graduasi, which ./setup mpi makes, with the mpirun of Open "
                    "MPI, or leave mpirun out",
                    ranks.started())}});
}

}  // namespace

int act_in_ranks(Command const& command, Request request, std::shared_ptr<Ranks> const& ranks) {
  refuse_strangers(*ranks);
  if (request.shard && ranks->of() > 1)
    throw ScenarioError({{"--shard " + request.shard->name(),
                          fmt::format("does not go with the {} ranks of mpirun: they share the run "
                                      "themselves; leave one of both out",
                                      ranks->of())}});
  if (request.text && ranks->of() > 1)
    throw ScenarioError({Problem{
        "-", "of the ranks of mpirun only the first can read stdin; name the scenario's file"}});
  bool const is_for_one = !command.is_for_ranks || request.dry_run || !request.trace.empty();
  if (is_for_one) return ranks->is_first() ? command.act(request) : 0;
  request.ranks = ranks;
  return command.act(request);
}

}  // namespace graduasi
