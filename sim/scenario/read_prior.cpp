#include "scenario/read_prior.h"

#include "base/text.h"
#include "scenario/priors.h"
#include "scenario/text/groups.h"
#include "scenario/text/input_files.h"

#include <array>

namespace graduasi {

namespace {

/// A shape with the names of its numbers.
struct Shape {
  Prior::Shape shape;
  std::string_view numbers;
  std::size_t count;
};

constexpr auto shapes = std::to_array<Shape>({
    {Prior::Shape::uniform, "[least, most]", 2},
    {Prior::Shape::normal, "[mean, sd]", 2},
    {Prior::Shape::beta, "[a, b]", 2},
    {Prior::Shape::lognormal, "[mean of the logarithm, sd of the logarithm]", 2},
    {Prior::Shape::triangular, "[least, likeliest, most]", 3},
    {Prior::Shape::split, "[least, median, most]", 3},
});

/// What the number of this index in the shape may be.
Rule rule_of_number(Prior::Shape shape, std::size_t index, Rule parameter) {
  parameter.kind = Kind::number;
  double const width = parameter.range.max - parameter.range.min;
  switch (shape) {
    case Prior::Shape::normal:
      if (index == 1) parameter.range = {0, width};
      break;
    case Prior::Shape::lognormal:
      return {.unit = "", .range = index == 0 ? Range{-50, 50} : Range{0, 10}};
    case Prior::Shape::beta:
      return {.unit = "", .range = {0.01, 1000}};
    default:
      break;
  }
  return parameter;
}

bool in_order(std::vector<double> const& numbers) {
  return std::ranges::is_sorted(numbers) && numbers.front() < numbers.back();
}

/// Where the middle of the prior lies when nothing is cut off.
double uncut_median(Prior prior) {
  constexpr double everywhere = 1e300;
  prior.range = {-everywhere, everywhere};
  return central_value(prior);
}

bool is_sensible(Prior const& prior, Entry const& numbers, std::string const& path,
                 Rule const& rule, Problems& problems) {
  bool const bounded = prior.shape == Prior::Shape::uniform ||
                       prior.shape == Prior::Shape::triangular ||
                       prior.shape == Prior::Shape::split;
  if (bounded && !in_order(prior.numbers)) {
    problems.add(numbers.place, path + " is not in ascending order");
    return false;
  }
  auto const middle = uncut_median(prior);
  if (rule.range.holds(middle)) return true;
  problems.add(numbers.place, path + " has its middle at " + seven_digits(middle) +
                                  "; the parameter must lie in " + text_of(rule.range));
  return false;
}

std::optional<Prior> prior_of_numbers(Shape const& shape, Entry const& numbers,
                                      std::string const& path, Rule const& rule,
                                      Problems& problems) {
  if (numbers.shape != Entry::Shape::list || numbers.items.size() != shape.count) {
    auto const is = numbers.shape == Entry::Shape::list
                        ? "a list of " + std::to_string(numbers.items.size())
                        : shown(numbers);
    problems.add(numbers.place, path + " is " + is + "; it must be " + std::string(shape.numbers));
    return std::nullopt;
  }
  Prior prior{.shape = shape.shape, .numbers = {}, .range = rule.range};
  for (std::size_t i = 0; i < numbers.items.size(); ++i) {
    auto const here = path + "[" + std::to_string(i) + "]";
    auto const number =
        checked_value(numbers.items[i], here, rule_of_number(shape.shape, i, rule), problems);
    if (number) prior.numbers.push_back(*number);
  }
  if (prior.numbers.size() != shape.count) return std::nullopt;
  if (!is_sensible(prior, numbers, path, rule, problems)) return std::nullopt;
  return prior;
}

std::vector<std::string_view> shapes_of_numbers() {
  std::vector<std::string_view> names;
  for (auto const& each : shapes) names.push_back(name_of(each.shape));
  names.push_back(name_of(Prior::Shape::draws));
  return names;
}

/// How probable zero is, beside a shape of numbers; 0 where nothing is said of it.
std::optional<double> checked_or_zero(Entry const& entry, std::string const& path, Rule const& rule,
                                      Problems& problems) {
  auto const* const written = find(entry, or_zero);
  if (written == nullptr) return 0;
  auto const here = path + "." + std::string(or_zero);
  auto const chance = checked_value(*written, here, {.unit = "share", .range = {0, 1}}, problems);
  if (!chance) return std::nullopt;
  if (*chance >= 1) {
    problems.add(written->place, here +
                                     " is 1; it must be below 1, and where the parameter is "
                                     "zero for sure, write 0 in place of the prior");
    return std::nullopt;
  }
  if (rule.range.holds(0)) return chance;
  problems.add(written->place,
               here + " is set; the parameter cannot be 0, it must lie in " + text_of(rule.range));
  return std::nullopt;
}

/// How probable it is that a parameter of yes or no is true.
std::optional<Prior> prior_of_chance(Entry const& entry, std::string const& path,
                                     Problems& problems) {
  auto const chance = checked_value(entry.members.front().value, path + ".chance",
                                    {.unit = "share", .range = {0, 1}}, problems);
  if (!chance) return std::nullopt;
  return Prior{.shape = Prior::Shape::chance, .numbers = {*chance}, .range = {0, 1}};
}

/// The lines of a file of draws as a list that knows its places.
Entry lines_of(std::string const& text, std::size_t source) {
  Entry list{.shape = Entry::Shape::list, .place = {source, 1, 1}, .members = {}};
  int line = 0;
  for (auto const part : split(text, '\n')) {
    Entry item{.shape = Entry::Shape::text, .place = {source, ++line, 1}, .members = {}};
    item.text = trimmed(part);
    if (!item.text.empty()) list.items.push_back(std::move(item));
  }
  return list;
}

/// The list of draws, from the scenario itself or from the file that it names.
std::optional<Entry> list_of_draws(Entry const& draws, std::string const& path, Problems& problems,
                                   std::vector<InputFile>& inputs) {
  if (draws.shape == Entry::Shape::list) return draws;
  if (draws.shape != Entry::Shape::text) {
    problems.add(draws.place,
                 path + " is " + shown(draws) +
                     "; it must be a file with one number a line, or a list of numbers");
    return std::nullopt;
  }
  auto const file = (problems.sources[draws.place.source].folder / draws.text).lexically_normal();
  auto const text = read_named_file(file, path, draws.place, problems, inputs);
  if (!text) return std::nullopt;
  return lines_of(*text, problems.open(file.generic_string(), file.parent_path()));
}

std::optional<Prior> prior_of_draws(Entry const& draws, std::string const& path, Rule const& rule,
                                    int wanted, Problems& problems,
                                    std::vector<InputFile>& inputs) {
  // A file of another kind would be wrong in every line.
  constexpr std::size_t max_wrong_lines = 20;
  auto const list = list_of_draws(draws, path, problems, inputs);
  if (!list) return std::nullopt;
  Prior prior{.shape = Prior::Shape::draws, .numbers = {}, .range = rule.range};
  auto const wrong_before = problems.all.size();
  bool const from_file = draws.shape == Entry::Shape::text;
  for (auto const& item : list->items) {
    if (problems.all.size() - wrong_before >= max_wrong_lines) return std::nullopt;
    // Whoever names a file that is none of draws is not shown what is in it.
    if (from_file && item.text.find_first_not_of("0123456789.,eE+-_% ") != std::string::npos) {
      problems.add(item.place, path + " names a file with a line that is not a number");
      continue;
    }
    if (auto const value = checked_value(item, path, rule, problems))
      prior.numbers.push_back(*value);
  }
  if (problems.all.size() > wrong_before) return std::nullopt;
  if (prior.numbers.size() >= static_cast<std::size_t>(wanted)) return prior;
  problems.add(draws.place, path + " has " + std::to_string(prior.numbers.size()) +
                                " draws; run.parameter_draws asks for " + std::to_string(wanted));
  return std::nullopt;
}

/// What is believed of a parameter that is true or false.
std::optional<Prior> prior_of_yes_no(Entry const& entry, std::string const& path, int draws,
                                     Problems& problems, std::vector<InputFile>& inputs) {
  auto const& members = entry.members;
  auto const key = members.size() == 1 ? std::string_view(members.front().key) : "";
  if (key == "chance") return prior_of_chance(entry, path, problems);
  if (key == "draws") {
    Rule const rule{.kind = Kind::whole_number, .unit = "", .range = {0, 1}};
    return prior_of_draws(members.front().value, path + ".draws", rule, draws, problems, inputs);
  }
  problems.add(entry.place, path +
                                " is a map; it must be true, false, {chance: how probable true is} "
                                "or {draws: a list of 0 and 1}");
  return std::nullopt;
}

}  // namespace

std::optional<Prior> checked_prior(Entry const& entry, std::string const& path, Rule const& rule,
                                   int draws, Problems& problems, std::vector<InputFile>& inputs) {
  if (rule.kind == Kind::yes_no) return prior_of_yes_no(entry, path, draws, problems, inputs);
  if (rule.kind == Kind::choice || rule.kind == Kind::set) {
    problems.add(entry.place, path + " is a map; it must be one of " + joined(rule.words));
    return std::nullopt;
  }
  auto const named =
      std::ranges::find_if(entry.members, [](Member const& each) { return each.key != or_zero; });
  bool const may_be_zero = find(entry, or_zero) != nullptr;
  if (named == entry.members.end() && may_be_zero) {
    problems.add(entry.place, path +
                                  ".or_zero stands alone; it must stand beside a shape, such as "
                                  "{uniform: [least, most], or_zero: 0.4}");
    return std::nullopt;
  }
  if (named == entry.members.end() || entry.members.size() != (may_be_zero ? 2u : 1u)) {
    problems.add(entry.place,
                 path + " is a map of " + std::to_string(entry.members.size()) +
                     "; it must be a number or one prior, such as {uniform: [least, most]}");
    return std::nullopt;
  }
  auto const& member = *named;
  auto const here = path + "." + member.key;
  if (member.key == "draws") {
    // A whole number is rounded where it is used.
    Rule const of_number{.kind = Kind::number, .unit = rule.unit, .range = rule.range};
    if (!may_be_zero) return prior_of_draws(member.value, here, of_number, draws, problems, inputs);
    problems.add(entry.place, path + ".or_zero stands beside draws; let as many of them be 0");
    return std::nullopt;
  }
  auto const shape =
      std::ranges::find(shapes, member.key, [](Shape const& each) { return name_of(each.shape); });
  if (shape != shapes.end()) {
    auto prior = prior_of_numbers(*shape, member.value, here, rule, problems);
    auto const at_zero = checked_or_zero(entry, path, rule, problems);
    if (prior && at_zero) prior->at_zero = *at_zero;
    return at_zero ? prior : std::nullopt;
  }
  auto const help = suggestion(member.key, prior_shapes);
  bool const of_yes_no = member.key == name_of(Prior::Shape::chance);
  problems.add(member.place,
               path + "." + shown(std::string_view(member.key)) + " is not a shape of a prior" +
                   (of_yes_no ? " of a number" : "") + "; " +
                   (help.empty() || of_yes_no ? "there are " + joined(shapes_of_numbers())
                                              : help.substr(2)));
  return std::nullopt;
}

}  // namespace graduasi
