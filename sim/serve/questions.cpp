#include "serve/questions.h"

#include "base/files.h"

#include <algorithm>

namespace graduasi {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t most_bytes = std::uintmax_t{1} << 20;  // as the reader of scenarios takes

/// The rest of the line that begins with a key, without blanks and quotation marks around it.
std::optional<std::string> value_of(std::string_view yaml, std::string_view key) {
  for (std::size_t at = 0; at < yaml.size();) {
    auto const end = std::min(yaml.find('\n', at), yaml.size());
    auto line = yaml.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with(key)) continue;
    constexpr std::string_view around = " \t\r\"'";
    line.remove_prefix(key.size());
    auto const first = line.find_first_not_of(around);
    if (first == std::string_view::npos) return std::string();
    return std::string(line.substr(first, line.find_last_not_of(around) - first + 1));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> question_of(std::string_view yaml) {
  return value_of(yaml, "question:");
}

std::vector<QuestionFile> questions_in(std::vector<fs::path> const& folders) {
  std::vector<QuestionFile> all;
  for (auto const& folder : folders) {
    std::vector<QuestionFile> here;
    std::error_code error;
    for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error)) {
      if (i->path().extension() != ".yaml" || !i->is_regular_file(error)) continue;
      auto const bytes = read_bytes(i->path(), most_bytes);
      auto question = question_of(bytes.text);
      if (!bytes.trouble.empty() || !question || !value_of(bytes.text, "format:")) continue;
      here.push_back({i->path().lexically_normal().generic_string(), std::move(*question)});
    }
    std::ranges::sort(here, {}, &QuestionFile::file);
    for (auto& one : here) {
      auto const same = [&](QuestionFile const& other) {
        return fs::equivalent(one.file, other.file, error);
      };
      if (std::ranges::none_of(all, same)) all.push_back(std::move(one));
    }
  }
  return all;
}

}  // namespace graduasi
