#include "scenario/text/document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <unordered_map>

namespace graduasi {

namespace {

constexpr int deepest = 40;
// More than any scenario needs; aliases of aliases would otherwise fill the memory.
constexpr int most_entries = 100000;

struct Conversion {
  std::size_t source;
  int lines;  ///< 0 for a text of the command line
  Problems& problems;
  int entries = 0;
  bool gave_up = false;
};

Place place_of(YAML::Mark const& mark, Conversion const& conversion) {
  if (conversion.lines == 0 || mark.is_null()) return {conversion.source, 0, 0};
  if (mark.line >= conversion.lines) return {conversion.source, conversion.lines, 1};
  return {conversion.source, mark.line + 1, mark.column + 1};  // yaml-cpp counts from 0
}

void give_up(Conversion& conversion, Place place, std::string text) {
  if (!conversion.gave_up) conversion.problems.add(place, std::move(text));
  conversion.gave_up = true;
}

Entry entry_of(YAML::Node const& node, std::string const& path, int depth, Conversion& conversion);

/// The keys of a map so far, each with its line.
using KeysMet = std::unordered_map<std::string, int>;

/// Whether this key may enter the map; if not, the problems say why.
bool usable_key(YAML::Node const& key, std::string const& path, KeysMet& met,
                Conversion& conversion) {
  auto const place = place_of(key.Mark(), conversion);
  auto& problems = conversion.problems;
  if (!key.IsScalar()) {
    problems.add(place, (path.empty() ? "a key" : "a key in " + path) +
                            " is not a word; keys are plain words");
    return false;
  }
  auto const here = path.empty() ? shown(key.Scalar()) : path + "." + shown(key.Scalar());
  if (key.Scalar() == "<<") {
    problems.add(place, here +
                            " is a merge key, which scenarios do not have; write the values out, "
                            "or use extends");
    return false;
  }
  auto const [first, is_new] = met.try_emplace(key.Scalar(), place.line);
  if (is_new) return true;
  auto const where =
      conversion.lines > 0 ? " (first on line " + std::to_string(first->second) + ")" : "";
  problems.add(place, here + " is given twice" + where);
  return false;
}

void append_members(YAML::Node const& node, std::string const& path, int depth,
                    Conversion& conversion, Entry& map) {
  KeysMet met;
  for (auto const& pair : node) {
    if (conversion.gave_up) return;
    if (!usable_key(pair.first, path, met, conversion)) continue;
    auto const& key = pair.first.Scalar();
    auto const here = path.empty() ? key : path + "." + key;
    auto value = entry_of(pair.second, here, depth + 1, conversion);
    auto const place = place_of(pair.first.Mark(), conversion);
    // yaml-cpp places an empty value at the next token, which may be lines below.
    if (value.shape == Entry::Shape::empty) value.place = place;
    map.members.push_back({key, place, std::move(value)});
  }
}

void append_items(YAML::Node const& node, std::string const& path, int depth,
                  Conversion& conversion, Entry& list) {
  for (auto const& item : node) {
    if (conversion.gave_up) return;
    auto const here = path + "[" + std::to_string(list.items.size()) + "]";
    list.items.push_back(entry_of(item, here, depth + 1, conversion));
  }
}

Entry entry_of(YAML::Node const& node, std::string const& path, int depth, Conversion& conversion) {
  Entry entry{.place = place_of(node.Mark(), conversion), .members = {}};
  if (depth > deepest) {
    give_up(conversion, entry.place,
            shown(path) + " is nested more than " + std::to_string(deepest) +
                " levels deep; no scenario is");
  } else if (++conversion.entries > most_entries) {
    give_up(conversion, entry.place,
            "more than " + std::to_string(most_entries) + " values; no scenario is that long");
  }
  if (conversion.gave_up) return entry;

  auto const& tag = node.Tag();
  if (!tag.empty() && tag != "?" && tag != "!") {
    conversion.problems.add(entry.place,
                            path + " has the tag " + shown(tag) + "; leave the tag out");
  }
  if (node.IsScalar()) {
    entry.shape = Entry::Shape::text;
    entry.text = node.Scalar();
    entry.quoted = tag == "!";
  } else if (node.IsSequence()) {
    entry.shape = Entry::Shape::list;
    append_items(node, path, depth, conversion, entry);
  } else if (node.IsMap()) {
    entry.shape = Entry::Shape::map;
    append_members(node, path, depth, conversion, entry);
  }
  return entry;
}

/// Where the document that is read begins; the events themselves are of no use here.
class DocumentStart : public YAML::EventHandler {
 public:
  YAML::Mark mark;

  void OnDocumentStart(YAML::Mark const& start) override { mark = start; }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const&, YAML::anchor_t) override {}
  void OnAlias(YAML::Mark const&, YAML::anchor_t) override {}
  void OnScalar(YAML::Mark const&, std::string const&, YAML::anchor_t,
                std::string const&) override {}
  void OnSequenceStart(YAML::Mark const&, std::string const&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(YAML::Mark const&, std::string const&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

/// Whether the whole text is one document. YAML::LoadAll cannot be asked: a comma where a document
/// should begin keeps it busy until the memory is full.
bool is_one_document(std::string const& text, Conversion& conversion) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  DocumentStart start;
  bool const has_two = parser.HandleNextDocument(start) && parser.HandleNextDocument(start);
  if (has_two) {
    conversion.problems.add(
        place_of(start.mark, conversion),
        "the YAML document ends here, but the text goes on; a scenario is one document");
  }
  return !has_two;
}

std::string syntax_text(YAML::ParserException const& error, std::string const& text,
                        bool has_lines) {
  // yaml-cpp's words for a text that is nested too deeply.
  if (error.msg == YAML::ErrorMsg::BAD_FILE)
    return "lists or maps are nested too deeply; no scenario needs that";
  std::string said = "this is not YAML: " + error.msg;
  if (error.msg == YAML::ErrorMsg::DOC_IN_SCALAR) {
    said = "this is not YAML: a quote is opened and never closed";
  }
  if (!has_lines) return said;
  said += "; reading gave up here, the mistake may stand in a line before";
  if (text.find('\t') != std::string::npos) said += "; the text holds tabs, indent with spaces";
  return said;
}

}  // namespace

std::optional<Entry> parse_yaml(std::string const& text, std::size_t source, bool has_lines,
                                std::string const& path, Problems& problems) {
  auto const lines = has_lines ? 1 + std::ranges::count(text, '\n') : 0;
  Conversion conversion{.source = source, .lines = static_cast<int>(lines), .problems = problems};
  try {
    // yaml-cpp 0.7 lets a quote run to the end of the text in silence and so swallows what follows.
    // The sign for the end of a document makes it speak up.
    auto const closed = text + "\n...\n";
    if (!is_one_document(closed, conversion)) return std::nullopt;
    return entry_of(YAML::Load(closed), path, 0, conversion);
  } catch (YAML::ParserException const& error) {
    problems.add(place_of(error.mark, conversion), syntax_text(error, text, has_lines));
  } catch (YAML::Exception const& error) {
    problems.add(place_of(error.mark, conversion), "this is not YAML: " + error.msg);
  }
  return std::nullopt;
}

}  // namespace graduasi
