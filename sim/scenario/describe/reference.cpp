#include "scenario/describe/reference.h"

#include "base/errors.h"
#include "base/text.h"
#include "model/parameters.h"
#include "parameters/labels.h"
#include "parameters/sources.h"
#include "policy/levers.h"
#include "population/settings.h"
#include "scenario/all_paths.h"
#include "scenario/baseline_levers.h"
#include "scenario/blocks/block.h"
#include "scenario/blocks/run_settings.h"
#include "scenario/blocks/top_keys.h"
#include "scenario/describe/search.h"
#include "scenario/renamed_paths.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <array>

namespace graduasi {

namespace {

constexpr std::string_view user_chooses = "choice of the user";

void append(Block const& block, std::vector<Description>& all) {
  for (auto const& key : block.keys) {
    all.push_back({key.path, standard_of(key, block), std::string(key.unit), allowed_text(key),
                   std::string(key.meaning), std::string(user_chooses)});
  }
}

/// What is in a scenario beside the tables of parameters.
std::vector<Description> other_keys() {
  std::vector<Description> all;
  for (auto const& key : top_keys) {
    if (!key.meaning.empty())
      all.push_back({std::string(key.name), std::string(key.standard), "", std::string(key.allowed),
                     std::string(key.meaning), std::string(user_chooses)});
    for (auto const* const table : tables_below(key.name)) append(*table, all);
  }
  return all;
}

template <class Root>
void append_descriptions(std::vector<Description>& all) {
  for (auto const& row : rows_of<Root>()) {
    auto const range = row.kind == Kind::yes_no   ? std::string("true or false")
                       : row.kind == Kind::choice ? joined(row.words)
                       : row.kind == Kind::set    ? "a list of " + joined(row.words)
                                                  : text_of(row.range);
    all.push_back({row.path, text_of(row, row.get(Root{})), std::string(row.unit), range,
                   std::string(row.meaning), std::string(row.source)});
  }
}

std::string_view root_of(std::string_view path) { return path.substr(0, path.find('.')); }

/// A vertical bar would end the cell.
std::string cell(std::string_view text) {
  std::string escaped;
  for (char const c : text) escaped += c == '|' ? std::string("\\|") : std::string(1, c);
  return escaped;
}

/// A line of a table of parameters, with their labels; of a key beside the tables, without one.
std::string table_line(Description const& d, Language language) {
  auto const* const words = label_of(d.path);
  auto const label = words ? words->label.in(language) + " | " : "";
  auto const& meaning =
      words && language == Language::indonesian ? words->help.in(language) : d.meaning;
  return "| `" + d.path + "` | " + label + cell(d.standard) + " | " + cell(d.unit) + " | " +
         cell(d.range) + " | " + cell(meaning) + " | " + std::string(status_of(d.source)) + " | " +
         cell(d.source) + " |\n";
}

constexpr Text keys_head(
    "| Key | Default | Unit | Range | Meaning | Status | Source |\n"
    "|---|---|---|---|---|---|---|\n",
    "| Kunci | Bawaan | Satuan | Rentang | Arti | Status | Sumber |\n"
    "|---|---|---|---|---|---|---|\n");

constexpr Text table_head(
    "| Parameter | Label | Default | Unit | Range | Meaning | Status | Source |\n"
    "|---|---|---|---|---|---|---|---|\n",
    "| Parameter | Nama | Bawaan | Satuan | Rentang | Arti | Status | Sumber |\n"
    "|---|---|---|---|---|---|---|---|\n");

constexpr Text page_head(
    "# Parameters\n\nWritten by `graduasi parameters`. Everything left out of a scenario has "
    "the default given here.\n\n## Keys beside the tables\n\n",
    "# Parameter\n\nDitulis oleh `graduasi parameters --lang id`. Semua yang tidak disebut dalam "
    "skenario memakai nilai bawaan di sini. Satuan, status, dan sumber ditulis dalam bahasa "
    "Inggris.\n\n## Kunci di luar tabel\n\n");

struct Section {
  std::string_view root;
  Text introduction;
};

constexpr auto sections = std::to_array<Section>({
    {"run",
     {"How long, how often and under which seed.", "Lamanya, berapa kali, dan dengan seed apa."}},
    {"population", {"The families on the first day.", "Keluarga pada hari pertama."}},
    {"world",
     {"How people and the programme respond. The same in every policy.",
      "Tanggapan orang dan program. Sama dalam setiap kebijakan."}},
    {"policy",
     {"The levers, written inside a policy without the word `policy`.",
      "Pengaturan, ditulis di dalam suatu kebijakan tanpa kata `policy`."}},
});

constexpr Text assumptions_head(
    "\n## What the parameters rest on\n\nCounts by status. `sourced`: a figure or a regulation "
    "was found; `derived`: arithmetic on such figures; `calibrated`: set so that the model meets "
    "a figure; `assumption`: nothing was found, the value is judgement; `choice`: a lever or a "
    "switch.\n\n| |",
    "\n## Dasar nilai parameter\n\nJumlah menurut status. `sourced`: ada angka atau peraturan; "
    "`derived`: dihitung dari angka seperti itu; `calibrated`: ditetapkan agar model sesuai dengan "
    "suatu angka; `assumption`: tidak ditemukan apa pun, nilainya pertimbangan; `choice`: "
    "pengaturan atau sakelar.\n\n| |");

/// How many parameters of each root rest on what: an honest look at the whole.
std::string register_of_assumptions(std::vector<Description> const& all, Language language) {
  constexpr auto kinds =
      std::to_array<std::string_view>({"sourced", "derived", "calibrated", "assumption", "choice"});
  std::string page(assumptions_head.in(language));
  std::string line = "|---|";
  for (auto const kind : kinds) {
    page += " " + std::string(kind) + " |";
    line += "---|";
  }
  page += "\n" + line + "\n";
  for (auto const& section : sections) {
    page += "| " + std::string(section.root) + " |";
    for (auto const kind : kinds) {
      auto const count = std::ranges::count_if(all, [&](Description const& d) {
        bool const in_tables = std::ranges::find(all_paths(), d.path) != all_paths().end();
        return in_tables && root_of(d.path) == section.root && status_of(d.source) == kind;
      });
      page += " " + std::to_string(count) + " |";
    }
    page += "\n";
  }
  return page;
}

std::string line(std::string_view name, std::string_view text) {
  return text.empty() ? std::string() : "  " + std::string(name) + std::string(text) + "\n";
}

/// "S105 Purworejo24 (2026), title" and below it the address; without one, what the list says of
/// it.
std::string reference_of(CitedSource const& s) {
  return line("         ", s.code + " " + s.author + " (" + s.year + "), " + s.title) +
         line("           ", s.address.starts_with("http") ? s.address : s.says);
}

// Names of what is told of a parameter, of equal width in each language.
constexpr Text meaning_name("meaning  ", "rincian  ");
constexpr Text default_name("default  ", "bawaan   ");
constexpr Text unit_name("unit     ", "satuan   ");
constexpr Text range_name("range    ", "rentang  ");
constexpr Text source_name("source   ", "sumber   ");

std::string in_words(Description const& d, Language language) {
  auto text = d.path;
  if (auto const* const words = label_of(d.path))
    text += ": " + words->label.in(language) + "\n  " + words->help.in(language);
  text += "\n" + line(meaning_name.in(language), d.meaning) +
          line(default_name.in(language), d.standard) + line(unit_name.in(language), d.unit) +
          line(range_name.in(language), d.range) + line(source_name.in(language), d.source);
  for (auto const& code : codes_in(d.source)) {
    if (auto const* const source = source_of(code)) text += reference_of(*source);
  }
  return text;
}

std::string in_words(CitedSource const& s, std::vector<Description> const& all) {
  auto text = s.code + "\n" + line("author   ", s.author) + line("year     ", s.year) +
              line("title    ", s.title) + line("address  ", s.address) +
              line("kind     ", s.kind) + line("says     ", s.says);
  std::string_view name = "used in  ";
  for (auto const& d : all) {
    auto const codes = codes_in(d.source);
    if (std::ranges::find(codes, s.code) == codes.end()) continue;
    text += line(name, d.path);
    name = "         ";
  }
  return text;
}

std::string without_root(std::string_view path) {
  auto const dot = path.find('.');
  return std::string(dot == std::string_view::npos ? path : path.substr(dot + 1));
}

[[noreturn]] void throw_unknown(std::string_view path, std::vector<Description> const& all) {
  if (auto const codes = codes_in(path); codes.size() == 1 && codes.front() == path) {
    throw ScenarioError(
        {{"explain", std::string(path) + " is not a source of a parameter or of a finding; "
                                         "scenarios/sources.csv lists them"}});
  }
  std::vector<std::string_view> paths;
  for (auto const& d : all) paths.push_back(d.path);
  // Most mistakes leave out the beginning.
  for (auto const known : paths) {
    bool const ends_so = without_root(known) == path || last_part(known) == last_part(path);
    if (ends_so) {
      throw ScenarioError({{"explain", std::string(path) + " is not a parameter; did you mean " +
                                           std::string(known) + "?"}});
    }
  }
  auto help = what_became_of(path);
  if (help.empty()) help = suggestion(path, paths);
  if (auto const word = nearest_word(path); help.empty() && !word.empty())
    help = "; did you mean " + word + "?";
  if (help.empty()) help = "; graduasi parameters lists all of them";
  throw ScenarioError({{"explain", std::string(path) + " is not a parameter" + help}});
}

}  // namespace

std::string_view status_of(std::string_view source) {
  auto const says = [&](std::string_view word) { return source.find(word) != source.npos; };
  if (source.starts_with("choice of the user")) return "choice";
  if (says("assumption")) return "assumption";
  if (says("calibrated")) return "calibrated";
  if (says("derived")) return "derived";
  return "sourced";
}

std::vector<Description> all_descriptions() {
  auto all = other_keys();
  append_descriptions<RunSettings>(all);
  append_descriptions<PopulationSettings>(all);
  append_descriptions<World>(all);
  append_descriptions<Levers>(all);
  return all;
}

std::string parameters_page(Language language) {
  auto const all = all_descriptions();
  auto page = std::string(page_head.in(language)).append(keys_head.in(language));
  for (auto const& d : other_keys()) page += table_line(d, language);
  for (auto const& section : sections) {
    page.append("\n## ").append(section.root).append("\n\n");
    page.append(section.introduction.in(language)).append("\n\n").append(table_head.in(language));
    for (auto const& d : all) {
      bool const in_tables = std::ranges::find(all_paths(), d.path) != all_paths().end();
      if (in_tables && root_of(d.path) == section.root) page += table_line(d, language);
    }
  }
  return page + register_of_assumptions(all, language);
}

std::string parameters_called(std::string_view words, Language language) {
  auto const found = found_by(words);
  if (!found.empty()) return list_with_help(found, language);
  auto const near = nearest_word(words);
  throw ScenarioError(
      {{"--find", shown(words) +
                      " is in no label or help of a parameter, and is not a word of "
                      "the glossary" +
                      (near.empty() ? "; graduasi parameters lists all parameters"
                                    : "; did you mean " + near + "?")}});
}

std::string explanation(std::string_view asked, Language language) {
  if (auto const* const row = renamed_path(asked))
    return std::string(asked) + " is now " + std::string(row->lever) + ", a lever\n\n" +
           explanation(row->lever, language);
  if (is_in_baseline(asked)) return explanation(lever_of_baseline(asked), language);
  auto const all = all_descriptions();
  if (auto const* const source = source_of(asked)) return in_words(*source, all);
  std::string text;
  for (auto const& d : all) {
    bool const meant = d.path == asked || d.path.starts_with(std::string(asked) + ".");
    if (meant) text += (text.empty() ? "" : "\n") + in_words(d, language);
  }
  if (!text.empty()) return text;
  // What looks like a path is not meant as a word.
  bool const is_word = asked.find_first_of("._") == asked.npos;
  if (auto const found = is_word ? found_by(asked) : Found{}; !found.empty()) {
    constexpr std::size_t max_shown = 12;
    return list_of_found(found, language, max_shown);
  }
  throw_unknown(asked, all);
}

}  // namespace graduasi
