#include "scenario/text/load.h"

#include "base/characters.h"
#include "base/files.h"
#include "base/text.h"
#include "scenario/renamed_paths.h"
#include "scenario/text/document.h"
#include "scenario/text/input_files.h"
#include "scenario/text/value.h"

#include <algorithm>

namespace graduasi {

namespace fs = std::filesystem;

namespace {

struct Loading {
  Problems& problems;
  std::vector<InputFile>& inputs;
  fs::path const& working_directory;   ///< empty: that of the process
  std::vector<fs::path> open_files{};  ///< each extends the next one
};

bool is_text(Character character) {
  auto const [bytes, code] = character;
  bool const control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
  return bytes > 0 && !control;
}

/// Whether the bytes are UTF-8 without control characters. yaml-cpp would guess at anything else.
bool is_text(std::string_view text, std::size_t source, Problems& problems) {
  int line = 1, column = 1;
  for (std::size_t at = 0; at < text.size();) {
    auto const character = first_character(text.substr(at));
    if (!is_text(character)) {
      problems.add({source, line, column}, "this is not text in UTF-8; save the file as UTF-8");
      return false;
    }
    column = text[at] == '\n' ? 1 : column + 1;
    line += text[at] == '\n' ? 1 : 0;
    at += character.bytes;
  }
  return true;
}

bool readable_format(Entry const& root, Problems& problems) {
  auto const* const format = find(root, "format");
  if (format == nullptr) return true;
  auto const number = whole_number_in(format->text);
  if (format->shape == Entry::Shape::text && !format->quoted && number == 1) return true;
  bool const newer = number && *number > 1;
  problems.add(format->place, "format is " + shown(*format) + "; this program reads format 1" +
                                  (newer ? ", a newer one may read this file" : ""));
  return false;
}

/// Takes a key out of a map and hands it over.
std::optional<Entry> taken(Entry& map, std::string_view key) {
  auto const found = std::ranges::find(map.members, key, &Member::key);
  if (found == map.members.end()) return std::nullopt;
  auto value = std::move(found->value);
  map.members.erase(found);
  return value;
}

/// `paths_relative_to: working_directory` is for `resolved.yaml`, whose folder may be anywhere.
void apply_path_rule(Entry& root, Source& source, Loading const& loading) {
  auto& problems = loading.problems;
  auto const rule = taken(root, "paths_relative_to");
  if (!rule) return;
  if (rule->text == "working_directory") {
    source.folder = loading.working_directory;
  } else if (rule->text != "file") {
    problems.add(rule->place,
                 "paths_relative_to is " + shown(*rule) + "; it must be file or working_directory");
  }
}

std::optional<Entry> root_of(std::string const& text, fs::path const& file, Loading& loading) {
  auto& problems = loading.problems;
  auto const source = problems.open(file.generic_string(), file.parent_path());
  // yaml-cpp needs 150 bytes of memory for each byte of a hostile file.
  constexpr std::size_t most_bytes = 1u << 20;
  if (text.size() > most_bytes) {
    problems.add({source, 1, 1}, "the file is larger than 1 megabyte; no scenario is that long");
    return std::nullopt;
  }
  if (!is_text(text, source, problems)) return std::nullopt;
  auto root = parse_yaml(text, source, true, "", problems);
  if (!root) return std::nullopt;
  if (root->shape == Entry::Shape::map) return root;
  auto const is = root->shape == Entry::Shape::text ? "one value" : shown(*root);
  problems.add({source, 1, 1},
               "the file is " + is + "; a scenario is a map that begins with format: 1");
  return std::nullopt;
}

/// The root of a file that somebody may have named by mistake, or to see what is in it: no word of
/// a file that is no scenario enters a message.
std::optional<Entry> root_of_base(std::string const& text, fs::path const& file,
                                  Entry const& extends, Loading& loading) {
  auto& problems = loading.problems;
  auto const found_before = problems.all.size();
  std::string why = "reading it met too many mistakes";
  try {
    auto root = root_of(text, file, loading);
    if (!root || find(*root, "format") != nullptr) return root;
    why = "it does not begin with format: 1";
  } catch (ScenarioError const&) {
    // Full of mistakes of which each would quote it.
  }
  problems.all.resize(found_before);
  problems.add(extends.place, "extends is " + shown(extends) + ", which is not a scenario: " + why);
  return std::nullopt;
}

std::optional<Entry> with_base(Entry root, fs::path const& file, Loading& loading);

/// The file that `extends` names, with its own base.
std::optional<Entry> base_of(Entry const& extends, Loading& loading) {
  auto& problems = loading.problems;
  if (extends.shape != Entry::Shape::text || extends.text.empty()) {
    problems.add(extends.place,
                 "extends is " + shown(extends) + "; it must be the name of one file");
    return std::nullopt;
  }
  auto const file =
      (problems.sources[extends.place.source].folder / extends.text).lexically_normal();
  std::error_code error;
  auto const same_file = [&](fs::path const& open) { return fs::equivalent(open, file, error); };
  if (std::ranges::any_of(loading.open_files, same_file)) {
    problems.add(extends.place, "extends is " + shown(extends) + ", which extends this file again");
    return std::nullopt;
  }
  constexpr std::size_t most_open = 20;
  if (loading.open_files.size() >= most_open) {
    problems.add(extends.place, "extends is " + shown(extends) + ", but " +
                                    std::to_string(most_open) +
                                    " files extend one another already, and more may not; write "
                                    "the values of some of them into one file");
    return std::nullopt;
  }
  auto const text = read_named_file(file, "extends", extends.place, problems, loading.inputs);
  if (!text) return std::nullopt;
  auto root = root_of_base(*text, file, extends, loading);
  return root ? with_base(std::move(*root), file, loading) : std::nullopt;
}

std::optional<Entry> with_base(Entry root, fs::path const& file, Loading& loading) {
  if (!readable_format(root, loading.problems)) return std::nullopt;
  apply_path_rule(root, loading.problems.sources[root.place.source], loading);
  bring_up_to_date(root, loading.problems);
  auto const extends = taken(root, "extends");
  if (!extends) return root;
  loading.open_files.push_back(file);
  auto base = base_of(*extends, loading);
  loading.open_files.pop_back();
  // Without its base the file can still be checked for what stands in it.
  if (!base) return root;
  merge(*base, root);
  base->place = root.place;
  return base;
}

/// "; one of that name came with the program: ..." for a scenario that is not where it is looked
/// for, as those of the examples are not in an empty folder.
std::string shipped_of_that_name(std::string const& trouble, fs::path const& file) {
  if (trouble != "is not there" || !file.has_filename()) return {};
  auto const there = shipped("scenarios" / file.filename());
  if (there.empty()) return {};
  return "; one of that name came with the program: " + there.generic_string();
}

}  // namespace

std::optional<Entry> load_scenario(fs::path const& file, std::optional<std::string> const& text,
                                   fs::path const& working_directory, Problems& problems,
                                   std::vector<InputFile>& inputs) {
  auto const bytes = text ? FileBytes{.text = *text} : read_bytes(file);
  if (!bytes.trouble.empty()) {
    throw FileError(file.generic_string() + " " + bytes.trouble +
                    shipped_of_that_name(bytes.trouble, file));
  }
  inputs.push_back(input_file(file, bytes.text));
  Loading loading{.problems = problems, .inputs = inputs, .working_directory = working_directory};
  auto root = root_of(bytes.text, file, loading);
  return root ? with_base(std::move(*root), file, loading) : std::nullopt;
}

}  // namespace graduasi
