#include "scenario/read_output.h"

#include "base/text.h"
#include "scenario/groups.h"
#include "scenario/value.h"

#include <algorithm>
#include <array>
#include <set>

namespace graduasi {

namespace {

constexpr auto keys = std::to_array<std::string_view>({"strata", "strata_every", "measures"});

/// Hands each name of a list of names to `take(item, path, name)`.
template <class Take>
void read_names(Entry const& list, std::string const& path, std::string const& expected,
                Findings& findings, Take take) {
  if (list.shape != Entry::Shape::list) {
    findings.add(list.place, path + " is " + shown(list) + "; it must be " + expected);
    return;
  }
  std::set<std::string> met;
  for (auto const& item : list.items) {
    auto const here = path + "[" + std::to_string(&item - list.items.data()) + "]";
    auto const name = checked_text(item, here, findings);
    if (!name) continue;
    if (!met.insert(*name).second) {
      findings.add(item.place, here + " is " + shown(item) + ", which stands in the list already");
      continue;
    }
    take(item, here, *name);
  }
}

void read_strata(Entry const& written, OutputSettings& output, Findings& findings) {
  auto const take = [&](Entry const& item, std::string const& here, std::string const& name) {
    auto const split = std::ranges::find(split_names, std::string_view(name));
    if (split != split_names.end()) {
      output.splits.push_back(static_cast<Split>(split - split_names.begin()));
    } else if (name != "all") {  // always there
      findings.add(item.place, here + " is " + shown(item) + "; it must be one of " +
                                   joined(split_names) + suggestion(name, split_names));
    }
  };
  read_names(written, "output.strata", "a list, such as [area]", findings, take);
  std::ranges::sort(output.splits);
}

void read_measures(Entry const& written, std::span<std::string_view const> known_measures,
                   OutputSettings& output, Findings& findings) {
  if (written.shape == Entry::Shape::text && written.text == "all") return;
  auto const take = [&](Entry const& item, std::string const& here, std::string const& name) {
    bool const known =
        known_measures.empty() ||
        std::ranges::find(known_measures, std::string_view(name)) != known_measures.end();
    if (known) {
      output.measures.push_back(name);
    } else {
      findings.add(item.place, here + " is " + shown(item) + ", which is no measure" +
                                   suggestion(name, known_measures));
    }
  };
  read_names(written, "output.measures", "all or a list of measures", findings, take);
  bool const empty = written.shape == Entry::Shape::list && written.items.empty();
  if (empty)
    findings.add(written.place,
                 "output.measures is an empty list; it must be all or a list of measures");
}

}  // namespace

std::string text_of(std::vector<Split> const& splits) {
  std::string text;
  for (Split const split : splits)
    text.append(text.empty() ? "" : ", ").append(split_names[static_cast<std::size_t>(split)]);
  return "[" + text + "]";
}

OutputSettings checked_output(Entry const* written,
                              std::span<std::string_view const> known_measures,
                              Findings& findings) {
  OutputSettings output;
  if (written == nullptr || !is_section(*written, "output", findings)) return output;
  for (auto const& member : written->members) {
    auto const path = "output." + member.key;
    if (member.key == "strata") {
      read_strata(member.value, output, findings);
    } else if (member.key == "strata_every") {
      Rule const rule{.kind = Kind::whole_number, .unit = "months", .range = {1, 600}};
      auto const months = checked_value(member.value, path, rule, findings);
      if (months) output.strata_every = static_cast<int>(*months);
    } else if (member.key == "measures") {
      read_measures(member.value, known_measures, output, findings);
    } else {
      add_unknown(member, path, keys, findings);
    }
  }
  return output;
}

}  // namespace graduasi
