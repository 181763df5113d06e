#include "scenario/targets.h"

#include "base/errors.h"
#include "scenario/text/groups.h"
#include "scenario/text/load.h"
#include "scenario/text/value.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace graduasi {

namespace {

/// What a file of targets has, what each of its targets has, and what those of either kind have
/// alone.
constexpr auto sections = std::to_array<std::string_view>({"format", "question", "targets"});
constexpr auto keys = std::to_array<std::string_view>(
    {"name", "role", "source", "scenario", "value", "standard_error", "discrepancy", "finding",
     "measure", "policy", "month", "since", "of"});
constexpr auto keys_of_run =
    std::to_array<std::string_view>({"measure", "policy", "month", "since", "of"});
constexpr auto roles = std::to_array<std::string_view>({"fit", "hold"});

/// Part of the value that a world may miss, where the file says nothing: a trial is of another
/// country.
constexpr double of_run = 0.1, of_trial = 0.25;

/// Reads one target.
class TargetReader {
 public:
  TargetReader(Entry const& entry, std::string path, std::span<std::string_view const> measures,
               Problems& problems)
      : entry_(entry), path_(std::move(path)), measures_(measures), problems_(problems) {}

  std::optional<Target> read() {
    if (!is_section(entry_, path_, problems_)) return std::nullopt;
    auto const before = problems_.all.size();
    refuse_unknown(entry_, path_, keys, problems_);
    Target target;
    target.name = text("name").value_or("");
    target.source = text("source").value_or("");
    read_role(target);
    if (auto const file = text("scenario"))
      target.file = (problems_.sources[entry_.place.source].folder / *file).lexically_normal();
    if (find(entry_, "finding") != nullptr)
      read_trial(target);
    else
      read_run(target);
    read_value(target);
    return problems_.all.size() == before ? std::optional(std::move(target)) : std::nullopt;
  }

 private:
  std::string here(std::string_view key) const { return path_ + "." + std::string(key); }

  /// The value of a key that must be there.
  Entry const* needed(std::string_view key) {
    auto const* const value = find(entry_, key);
    if (value == nullptr) problems_.add(entry_.place, here(key) + " is missing");
    return value;
  }

  std::optional<std::string> text(std::string_view key) {
    auto const* const value = needed(key);
    return value == nullptr ? std::nullopt : checked_text(*value, here(key), problems_);
  }

  std::optional<double> number(std::string_view key, Rule const& rule) {
    auto const* const value = find(entry_, key);
    return value == nullptr ? std::nullopt : checked_value(*value, here(key), rule, problems_);
  }

  void read_role(Target& target) {
    auto const* const role = needed("role");
    if (role == nullptr) return;
    auto const value =
        checked_value(*role, here("role"),
                      {.kind = Kind::choice, .unit = "", .range = {}, .words = roles}, problems_);
    target.is_fit = value && *value == 0;
  }

  void read_trial(Target& target) {
    target.finding = text("finding").value_or("");
    for (auto const key : keys_of_run) {
      if (auto const* const other = find(entry_, key))
        problems_.add(other->place,
                      here(key) + " is set beside finding, which says all of it; give one");
    }
  }

  void read_run(Target& target) {
    if (auto const* const measure = needed("measure")) read_measures(*measure, target);
    if (find(entry_, "policy") != nullptr) target.policy = text("policy").value_or("");
    if (find(entry_, "of") != nullptr) {
      target.of = text("of").value_or("");
      refuse_unknown_measure(target.of, *find(entry_, "of"), here("of"));
    }
    constexpr Rule month{.kind = Kind::whole_number, .unit = "months", .range = {0, 600}};
    (void)needed("month");
    if (auto const value = number("month", month)) target.month = static_cast<int>(*value);
    if (auto const value = number("since", month)) target.since = static_cast<int>(*value);
    if (target.since && *target.since >= target.month)
      problems_.add(find(entry_, "since")->place,
                    here("since") + " is " + std::to_string(*target.since) +
                        "; it must be before month, " + std::to_string(target.month));
  }

  void read_measures(Entry const& written, Target& target) {
    std::vector<Entry> const one = {written};
    auto const& items = written.shape == Entry::Shape::list ? written.items : one;
    for (auto const& item : items) {
      auto const name = checked_text(item, here("measure"), problems_);
      if (!name) continue;
      refuse_unknown_measure(*name, item, here("measure"));
      target.measures.push_back(*name);
    }
    if (items.empty()) problems_.add(written.place, here("measure") + " is an empty list");
  }

  void refuse_unknown_measure(std::string const& name, Entry const& entry,
                              std::string const& path) {
    if (name.empty() || std::ranges::find(measures_, name) != measures_.end()) return;
    problems_.add(entry.place, path + " is " + shown(entry) + ", which is not a measure" +
                                   suggestion(name, measures_));
  }

  void read_value(Target& target) {
    constexpr double most = 1e12;
    auto const* const value = needed("value");
    if (value == nullptr) return;
    target.value = number("value", {.unit = "", .range = {-most, most}}).value_or(0);
    target.standard_error = number("standard_error", {.unit = "", .range = {0, most}}).value_or(0);
    auto const share = number("discrepancy", {.unit = "share", .range = {0, 10}});
    target.discrepancy =
        share.value_or(target.is_of_trial() ? of_trial : of_run) * std::abs(target.value);
    if (!(target.variance() > 0))
      problems_.add(value->place, path_ +
                                      " has no error: standard_error is 0, and discrepancy is a "
                                      "share of value; give a standard_error above 0");
  }

  Entry const& entry_;
  std::string path_;
  std::span<std::string_view const> measures_;
  Problems& problems_;
};

void read_list(Entry const& root, Targets& targets, std::span<std::string_view const> measures,
               Problems& problems) {
  auto const* const list = find(root, "targets");
  if (list == nullptr || list->shape != Entry::Shape::list) {
    problems.add(list == nullptr ? root.place : list->place,
                 list == nullptr ? "targets is missing; a calibration holds worlds against some"
                                 : "targets is " + shown(*list) + "; it must be a list");
    return;
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    auto const path = "targets[" + std::to_string(i) + "]";
    auto target = TargetReader(list->items[i], path, measures, problems).read();
    if (!target) continue;
    if (std::ranges::find(targets.all, target->name, &Target::name) != targets.all.end())
      problems.add(list->items[i].place,
                   path + ".name is that of another target; give each its own");
    targets.all.push_back(std::move(*target));
  }
  if (problems.all.empty() && targets.fitted().empty())
    problems.add(list->place, "targets has none with role: fit, so that nothing would be learned");
}

}  // namespace

std::vector<std::size_t> Targets::fitted() const {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].is_fit) numbers.push_back(i);
  return numbers;
}

Targets read_targets(std::filesystem::path const& file,
                     std::span<std::string_view const> measures) {
  Problems problems;
  Targets targets{
      .name = file.stem().string(), .question = {}, .file = file, .all = {}, .inputs = {}};
  auto const root = load_scenario(file, {}, {}, problems, targets.inputs);
  if (root) {
    refuse_unknown(*root, "", sections, problems);
    if (find(*root, "format") == nullptr)
      problems.add(root->place, "format is missing; a file of targets begins with format: 1");
    if (auto const* const question = find(*root, "question"))
      targets.question = checked_text(*question, "question", problems).value_or("");
    read_list(*root, targets, measures, problems);
  }
  problems.throw_if_any();
  return targets;
}

}  // namespace graduasi
