#include "scenario/blocks/output.h"

#include "base/text.h"
#include "scenario/blocks/own_form.h"
#include "scenario/blocks/schema_parts.h"
#include "scenario/renamed.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <array>
#include <set>

namespace graduasi {

namespace {

/// Hands each name of a list of names to `take(item, path, name)`.
template <class Take>
void read_names(Entry const& list, std::string const& path, std::string const& expected,
                Problems& problems, Take take) {
  if (list.shape != Entry::Shape::list) {
    problems.add(list.place, path + " is " + shown(list) + "; it must be " + expected);
    return;
  }
  std::set<std::string> met;
  for (auto const& item : list.items) {
    auto const here = path + "[" + std::to_string(&item - list.items.data()) + "]";
    auto const name = checked_text(item, here, problems);
    if (!name) continue;
    if (!met.insert(*name).second) {
      problems.add(item.place, here + " is " + shown(item) + ", which stands in the list already");
      continue;
    }
    take(item, here, *name);
  }
}

void read_strata(Entry const& written, std::string const& path, BlockReading const& reading,
                 OutputSettings& output) {
  auto& problems = reading.problems;
  auto const take = [&](Entry const& item, std::string const& here, std::string const& name) {
    auto const split = std::ranges::find(split_names, std::string_view(name));
    if (split != split_names.end()) {
      output.splits.push_back(static_cast<Split>(split - split_names.begin()));
    } else if (name != "all") {  // always there
      problems.add(item.place, here + " is " + shown(item) + "; it must be one of " +
                                   joined(split_names) + suggestion(name, split_names));
    }
  };
  read_names(written, path, "a list, such as [area]", problems, take);
  std::ranges::sort(output.splits);
}

void read_measures(Entry const& written, std::string const& path, BlockReading const& reading,
                   OutputSettings& output) {
  auto const known_measures = reading.known_measures;
  auto& problems = reading.problems;
  if (written.shape == Entry::Shape::text && written.text == "all") return;
  auto const take = [&](Entry const& item, std::string const& here, std::string const& written_as) {
    auto const name = name_now(written_as, item.place, problems);
    bool const known =
        known_measures.empty() ||
        std::ranges::find(known_measures, std::string_view(name)) != known_measures.end();
    if (known) {
      output.measures.push_back(name);
    } else {
      problems.add(item.place, here + " is " + shown(item) + ", which is not a measure" +
                                   suggestion(name, known_measures));
    }
  };
  read_names(written, path, "all or a list of measures", problems, take);
  bool const empty = written.shape == Entry::Shape::list && written.items.empty();
  if (empty)
    problems.add(written.place, path + " is an empty list; it must be all or a list of measures");
}

Schema strata_schema(SchemaParts const&) {
  Schema strata = {{"type", "array"}, {"uniqueItems", true}};
  std::vector<std::string_view> splits = {"all"};
  splits.insert(splits.end(), split_names.begin(), split_names.end());
  strata["items"] = one_of(splits);
  return strata;
}

Schema measures_schema(SchemaParts const& parts) {
  Schema names = {{"type", "array"}, {"minItems", 1}, {"uniqueItems", true}};
  names["items"] = one_of(parts.measures);
  Schema either = Schema::object();
  either["anyOf"] = Schema::array({{{"enum", {"all"}}}, std::move(names)});
  return either;
}

}  // namespace

std::string text_of(std::vector<Split> const& splits) {
  std::string text;
  for (Split const split : splits)
    text.append(text.empty() ? "" : ", ").append(split_names[static_cast<std::size_t>(split)]);
  return "[" + text + "]";
}

OwnForm<OutputSettings> const BlockOf<OutputSettings>::strata = {
    .standard = [](OutputSettings const& output) { return text_of(output.splits); },
    .allowed = "a list of ",
    .words = split_names,
    .read = read_strata,
    .tell = [](OutputSettings const& output, Scenario const&,
               Tell const& tell) { tell("", text_of(output.splits)); },
    .write = [](OutputSettings const& output,
                Scenario const&) { return " " + text_of(output.splits); },
    .schema = strata_schema,
};

OwnForm<OutputSettings> const BlockOf<OutputSettings>::measures = {
    .standard = [](OutputSettings const&) { return std::string("all"); },
    .allowed = "all or a list",
    .read = read_measures,
    .tell =
        [](OutputSettings const& output, Scenario const&, Tell const& tell) {
          std::vector<std::string_view> const names(output.measures.begin(), output.measures.end());
          tell("", names.empty() ? "all" : joined(names));
        },
    .write =
        [](OutputSettings const& output, Scenario const&) {
          return output.measures.empty() ? " all" : " " + list_text(output.measures);
        },
    .schema = measures_schema,
};

}  // namespace graduasi
