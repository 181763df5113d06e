#include "command/long_command.h"

#include "command/build_facts.h"
#include "command/interrupt.h"
#include "command/run_facts.h"
#include "command/streams.h"
#include "experiment/threads.h"
#include "outcome/wording.h"
#include "output/console.h"
#include "output/manifest.h"
#include "output/page/page.h"

#include <fmt/core.h>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace graduasi {

namespace {

Isa isa_of(Request::Instructions instructions) {
  switch (instructions) {
    case Request::Instructions::v2:
      return Isa::v2;
    case Request::Instructions::v3:
      return Isa::v3;
    case Request::Instructions::v4:
      return Isa::v4;
    case Request::Instructions::automatic:
      break;
  }
  return best_isa();
}

/// Threads of a rank that shares its machine: its part of the cores, unless OpenMP was told how
/// many or has fewer; 0 = all cores.
int jobs_of_a_rank(Ranks const& ranks) {
  if (ranks.here() == 1 || std::getenv("OMP_NUM_THREADS") != nullptr) return 0;
  auto const cores = static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN));
  return std::clamp(cores / static_cast<int>(ranks.here()), 1, threads_of({}));
}

/// `--force` replaces the results that are there, `--resume` takes them up.
Existing existing_for(Request const& request) {
  if (request.resume) return Existing::resume;
  return request.force ? Existing::replace : Existing::refuse;
}

/// The folder as asked for, once a signal no longer ends the process on the spot.
std::filesystem::path watched_folder(Request const& request,
                                     std::filesystem::path const& default_folder) {
  watch_for_interrupts();
  return request.output.empty() ? default_folder : request.output;
}

}  // namespace

ExperimentOptions options_of(Request const& request) {
  ExperimentOptions options;
  options.isa = isa_of(request.instructions);
  if (!has(options.isa)) {
    throw ScenarioError(
        {{"--isa", fmt::format("this processor has no {}; the widest it has is {}",
                               kernel_for(options.isa).name, kernel_for(best_isa()).name)}});
  }
  options.ranks = request.ranks;
  options.jobs = request.jobs > 0 ? request.jobs : jobs_of_a_rank(*request.ranks);
  options.memory_limit = request.memory_limit;
  options.stop = &interrupted();
  check_threads(options);
  return options;
}

Json analysis_manifest(Json::Members facts) {
  Json::Members all{{"results_format", results_format},    {"program", "graduasi"},
                    {"version", program_version()},        {"commit", program_commit()},
                    {"compiler", program_compiler()},      {"state", "complete"},
                    {"command", command_line_of_process()}};
  std::ranges::move(facts, std::back_inserter(all));
  return all;
}

void write_page(ResultFolder& folder, std::string_view payload, Request const& request) {
  folder.write(page_file, payload);
  if (request.report) folder.write("report.html", with_payload(embedded_page(), payload));
}

LongCommand::LongCommand(Request const& request, std::filesystem::path const& default_folder)
    : request_(request),
      folder_(watched_folder(request, default_folder), existing_for(request)),
      progress_(request) {}

void LongCommand::begin(ExperimentOptions& options) {
  options.progress = [this](double done) { progress_.show(done); };
  began_ = std::chrono::steady_clock::now();
}

double LongCommand::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
}

int LongCommand::end_interrupted(std::string_view when) {
  progress_.clear();
  say("interrupted{}; nothing was written\n", when);
  return exit_interrupted;
}

void LongCommand::say_where_results_are(std::vector<Warning> const& warnings, double seconds,
                                        bool has_page) const {
  if (request_.quiet) return;
  auto const language = request_.said_in();
  constexpr Text results_in("results in {} ({} s)\n", "hasil ada di {} ({} detik)\n");
  constexpr Text open_page("open {} in a browser\n", "buka {} di peramban\n");
  put_note(warning_list(warnings, language));
  auto const took = with_decimals(fmt::format("{:.1f}", seconds), language);
  put_note(filled(results_in.in(language), {folder_.path().string(), took}));
  if (has_page && request_.report)
    put_note(filled(open_page.in(language), {(folder_.path() / "report.html").string()}));
}

}  // namespace graduasi
