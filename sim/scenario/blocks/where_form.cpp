// How `where` and `among` are read, told and written.
#include "base/names.h"
#include "base/text.h"
#include "population/islands.h"
#include "scenario/blocks/event_keys.h"
#include "scenario/blocks/own_form.h"
#include "scenario/blocks/schema_parts.h"
#include "scenario/scenario.h"
#include "scenario/text/groups.h"
#include "scenario/where.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace graduasi {

namespace {

constexpr auto where_keys = std::to_array<std::string_view>({"island", "area"});

/// The names that a key of `where` lists, one by one or a single one.
template <class Take>
void for_each_name(Entry const& written, std::string const& path, Problems& problems, Take take) {
  if (written.shape == Entry::Shape::list && !written.items.empty()) {
    for (std::size_t i = 0; i < written.items.size(); ++i) {
      auto const here = path + "[" + std::to_string(i) + "]";
      if (checked_text(written.items[i], here, problems)) take(written.items[i], here);
    }
  } else if (written.shape == Entry::Shape::text) {
    if (checked_text(written, path, problems)) take(written, path);
  } else {
    auto const is = written.shape == Entry::Shape::list ? "an empty list" : shown(written);
    problems.add(written.place, path + " is " + is + "; it must be a name or a list of names");
  }
}

/// "Bali and Nusa Tenggara": the islands that the areas file has.
std::string islands_of(std::vector<Area> const& areas) {
  std::set<int> numbers;
  for (auto const& area : areas)
    if (area.island >= 0) numbers.insert(area.island);
  return text_of(Where{.islands = {numbers.begin(), numbers.end()}});
}

/// Why no area is on an island; empty where one is, or where nobody knows the areas.
std::string why_no_area(int island, Scenario const& scenario) {
  auto const& areas = scenario.places;
  if (areas.empty() || std::ranges::find(areas, island, &Area::island) != areas.end()) return {};
  auto const file = "the areas file " + scenario.areas_file.filename().string();
  auto const there = islands_of(areas);
  if (there.empty())
    return "; " + file +
           " does not say on which island its areas are: give it a column island or province, " +
           "or name areas with where.area";
  return "; " + file + " has no area there, it has " + there;
}

void read_islands(Entry const& written, std::string const& path, BlockReading const& reading,
                  std::vector<int>& islands) {
  for_each_name(written, path, reading.problems, [&](Entry const& name, std::string const& here) {
    auto const island = island_called(name.text);
    if (!island) {
      reading.problems.add(name.place, here + " is " + shown(name) + "; it must be one of " +
                                           island_names() + island_meant_by(name.text));
      return;
    }
    if (auto const why = why_no_area(*island, reading.scenario); !why.empty())
      return reading.problems.add(name.place, here + " is " + shown(name) + why);
    if (std::ranges::find(islands, *island) == islands.end()) islands.push_back(*island);
  });
  std::ranges::sort(islands);
}

/// The name of an area or province as the areas file writes it; as it is written here where nobody
/// knows the areas.
std::optional<std::string> checked_area(Entry const& name, std::string const& path,
                                        BlockReading const& reading) {
  auto const& areas = reading.scenario.places;
  if (areas.empty()) return name.text;
  auto const looked_for = alike(name.text);
  std::vector<std::string_view> candidates;
  for (auto const& area : areas) {
    for (std::string_view const its :
         {std::string_view(area.name), std::string_view(area.province)}) {
      if (its.empty()) continue;
      if (alike(its) == looked_for) return std::string(its);
      if (std::ranges::find(candidates, its) == candidates.end()) candidates.push_back(its);
    }
  }
  auto help = suggestion(name.text, candidates);
  if (help.empty()) {
    constexpr std::size_t shown_at_most = 5;
    bool const all = candidates.size() <= shown_at_most;
    if (!all) candidates.resize(shown_at_most);
    help = std::string(all ? "; it has " : "; it has, among others, ") + joined(candidates);
  }
  if (auto const island = island_called(name.text); island && help.find("did you") == help.npos)
    help = "; that is an island: write where.island";
  reading.problems.add(name.place, path + " is " + shown(name) + ", which is not an area of " +
                                       reading.scenario.areas_file.filename().string() + help);
  return std::nullopt;
}

void read_areas(Entry const& written, std::string const& path, BlockReading const& reading,
                std::vector<std::string>& areas) {
  for_each_name(written, path, reading.problems, [&](Entry const& name, std::string const& here) {
    auto area = checked_area(name, here, reading);
    if (area && std::ranges::find(areas, *area) == areas.end()) areas.push_back(std::move(*area));
  });
}

void read_where(Entry const& written, std::string const& path, BlockReading const& reading,
                Where& where) {
  if (written.shape != Entry::Shape::map || written.members.empty()) {
    auto const is = written.shape == Entry::Shape::map ? "empty" : shown(written);
    reading.problems.add(written.place, path + " is " + is +
                                            "; it must be a map with island or area, such as "
                                            "{island: [Java, Papua]} or {area: [Aceh]}");
    return;
  }
  refuse_unknown(written, path, where_keys, reading.problems);
  if (auto const* const islands = find(written, "island"))
    read_islands(*islands, path + ".island", reading, where.islands);
  if (auto const* const areas = find(written, "area"))
    read_areas(*areas, path + ".area", reading, where.areas);
}

std::string yaml_of(Where const& where) {
  if (where.everywhere()) return {};
  std::string text;
  std::vector<std::string> names;
  for (int const island : where.islands)
    names.emplace_back(island_groups[static_cast<std::size_t>(island)].english);
  if (!names.empty()) text = "island: " + list_text(names);
  names.clear();
  for (auto const& area : where.areas) names.push_back(in_quotes(area));
  if (!names.empty()) text += (text.empty() ? "area: " : ", area: ") + list_text(names);
  return " {" + text + "}";
}

/// One of these, or a list of them.
Schema name_or_names(Schema name) {
  Schema names = {{"type", "array"}, {"minItems", 1}};
  names["items"] = name;
  Schema either = Schema::object();
  either["anyOf"] = Schema::array({std::move(name), std::move(names)});
  return either;
}

Schema where_schema(SchemaParts const&) {
  std::vector<std::string_view> islands;
  for (auto const& group : island_groups) {
    islands.push_back(group.english);
    if (group.indonesian != group.english) islands.push_back(group.indonesian);
  }
  Schema where = {{"type", "object"}, {"additionalProperties", false}, {"minProperties", 1}};
  where["properties"] = {{"island", name_or_names(one_of(islands))},
                         {"area", name_or_names(one_line())}};
  return where;
}

/// The form of `where`, wherever it stands.
template <class Plan>
constexpr OwnForm<Plan> where_form() {
  return {
      .standard = [](Plan const&) { return std::string("everywhere"); },
      .allowed =
          "{island: [...]} with island groups in English or Indonesian, {area: [...]} with "
          "areas or provinces of the areas file, or both",
      .read = [](Entry const& written, std::string const& path, BlockReading const& reading,
                 Plan& plan) { read_where(written, path, reading, plan.where); },
      .tell =
          [](Plan const& plan, Scenario const&, Tell const& tell) {
            if (!plan.where.everywhere()) tell("", text_of(plan.where));
          },
      .write = [](Plan const& plan, Scenario const&) { return yaml_of(plan.where); },
      .schema = where_schema,
  };
}

void read_among(Entry const& written, std::string const& path, BlockReading const& reading,
                Event& event) {
  auto const& block = rows_of_item<Among>();
  if (written.shape != Entry::Shape::map || written.members.empty()) {
    auto const is = written.shape == Entry::Shape::map ? "empty" : shown(written);
    reading.problems.add(written.place, path + " is " + is +
                                            "; it must be a map, such as {business: true, "
                                            "oldest_adult: [20, 50]}");
    return;
  }
  std::vector<std::string_view> names;
  append_names(block, names);
  refuse_unknown(written, path, names, reading.problems);
  read_item_keys(block, path, {written, reading.scenario, {}, reading.problems}, &event.among);
}

std::string among_text(Event const& event, Scenario const& scenario) {
  auto const& block = rows_of_item<Among>();
  std::string text;
  for (auto const& key : block.keys) {
    if (leaves_out(block, &event.among, key)) continue;
    text += (text.empty() ? " {" : ", ") + std::string(last_part(key.path)) + ": " +
            yaml_value(key, &event.among, scenario);
  }
  return text.empty() ? text : text + "}";
}

Schema among_schema(SchemaParts const& parts) {
  Schema among = {{"type", "object"}, {"additionalProperties", false}, {"minProperties", 1}};
  for (auto const& key : rows_of_item<Among>().keys)
    among["properties"][std::string(last_part(key.path))] = key_schema(key, parts);
  return among;
}

}  // namespace

OwnForm<LeverStep> const BlockOf<LeverStep>::where = where_form<LeverStep>();
OwnForm<Event> const BlockOf<Event>::where = where_form<Event>();

OwnForm<Event> const BlockOf<Event>::among = {
    .standard = [](Event const&) { return std::string("everybody in the programme"); },
    .allowed = "a map of the keys below",
    .read = read_among,
    .tell =
        [](Event const& event, Scenario const& scenario, Tell const& tell) {
          if (!event.among.everybody()) tell("", among_text(event, scenario).substr(1));
        },
    .write = among_text,
    .schema = among_schema,
};

}  // namespace graduasi
