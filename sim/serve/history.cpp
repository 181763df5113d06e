#include "serve/history.h"

#include "base/files.h"
#include "serve/documents.h"

#include <algorithm>

namespace graduasi {

namespace fs = std::filesystem;

namespace {

/// A manifest of a hundred thousand variants is shorter.
constexpr std::uintmax_t most_bytes = std::uintmax_t{16} << 20;

std::optional<int> whole_at(Document const& document, char const* key) {
  auto const found = document.find(key);
  if (found == document.end() || !found->is_number_integer()) return std::nullopt;
  auto const number = found->get<std::int64_t>();
  if (number < 0 || number > 1'000'000'000) return std::nullopt;
  return static_cast<int>(number);
}

}  // namespace

std::optional<RunFacts> result_in(fs::path const& folder) {
  auto const bytes = read_bytes(folder / "manifest.json", most_bytes);
  if (!bytes.trouble.empty()) return std::nullopt;
  auto const manifest = Document::parse(bytes.text, nullptr, false);
  if (!manifest.is_object() || text_at(manifest, "program") != "graduasi") return std::nullopt;
  RunFacts facts{.id = folder.filename().string(),
                 .state = text_at(manifest, "state") == "complete" ? "complete" : "partial",
                 .question = text_at(manifest, "question"),
                 .scenario = text_at(manifest, "scenario"),
                 .version = text_at(manifest, "version") + " (" + text_at(manifest, "commit") + ")",
                 .result_hash = text_at(manifest, "result_hash"),
                 .policies = texts_at(manifest, "policies"),
                 .households = whole_at(manifest, "households"),
                 .replicates = whole_at(manifest, "replicates"),
                 .draws = whole_at(manifest, "parameter_draws"),
                 .months = whole_at(manifest, "months"),
                 .done = 1};
  if (auto const times = manifest.find("times"); times != manifest.end() && times->is_object()) {
    facts.started = text_at(*times, "started");
    auto const wall = times->find("wall_seconds");
    if (wall != times->end() && wall->is_number()) facts.seconds = wall->get<double>();
  }
  return facts;
}

bool is_plain_name(std::string_view name) {
  auto const letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return !name.empty() && name.size() <= 200 && letter(name.front()) &&
         std::ranges::all_of(name,
                             [&](char c) { return letter(c) || c == '-' || c == '_' || c == '.'; });
}

Json RunFacts::as_json() const {
  auto const text_or_null = [](std::string const& text) {
    return text.empty() ? Json() : Json(text);
  };
  return Json::Members{
      {"id", id},
      {"state", state},
      {"question", question},
      {"scenario", scenario},
      {"policies", list_of(policies, [](std::string const& p) { return Json(p); })},
      {"size", text_or_null(size)},
      {"kind", text_or_null(kind)},
      {"started", text_or_null(started)},
      {"seconds", or_null(seconds)},
      {"households", or_null(households)},
      {"replicates", or_null(replicates)},
      {"draws", or_null(draws)},
      {"months", or_null(months)},
      {"done", done},
      {"seconds_left", or_null(seconds_left)},
      {"message", text_or_null(message)},
      {"version", version},
      {"result_hash", text_or_null(result_hash)}};
}

std::vector<RunFacts> results_in(fs::path const& folder) {
  std::vector<RunFacts> all;
  std::error_code error;
  for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error)) {
    if (!is_plain_name(i->path().filename().string()) || !i->is_directory(error)) continue;
    if (auto facts = result_in(i->path())) all.push_back(std::move(*facts));
  }
  return all;
}

std::optional<fs::path> file_of_result(fs::path const& folder, std::string_view id,
                                       std::string_view name) {
  if (!is_plain_name(id) || !is_plain_name(name)) return std::nullopt;
  auto const file = folder / id / name;
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(file, error))) return std::nullopt;
  return file;
}

}  // namespace graduasi
