// The blocks of a scenario with their keys as plain rows: whoever loops over them is compiled
// without the structs, whose tables are turned into rows in one unit (scenario/blocks/blocks.cpp).
#pragma once

#include "scenario/blocks/key.h"
#include "scenario/text/entry.h"
#include "scenario/text/value.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

struct Scenario;

using Schema = nlohmann::ordered_json;

/// What a block is read with.
struct BlockReading {
  Entry const& block;
  Scenario const& scenario;                          ///< as far as it is known already
  std::span<std::string_view const> known_measures;  ///< empty: any
  Problems& problems;
};

/// Takes a value, and what its path has beyond that of its key.
using Tell = std::function<void(std::string const& beyond, std::string value)>;

/// What the JSON Schema of a key may be made of beside its own row.
struct SchemaParts {
  std::span<std::string_view const> measures;
  Schema const& lever_ranges;  ///< what may stand behind each lever
};

/// A key of any block, seen from the struct of that block.
struct BlockKey {
  std::string path;  ///< "optimise.evaluations"
  KeyForm form;
  std::string_view unit, meaning, aside, standard, missing;
  Range range;
  std::span<std::string_view const> words;
  std::string_view example;
  std::size_t offset = 0;  ///< bytes from the beginning of the block's struct

  // Of KeyForm::own; see `OwnForm`.
  std::string own_standard{};
  std::string own_allowed{};
  std::function<void(Entry const&, std::string const&, BlockReading const&, void*)> own_read{};
  std::function<void(void const*, Scenario const&, Tell const&)> own_tell{};
  std::function<std::string(void const*, Scenario const&)> own_write{};
  Schema (*own_schema)(SchemaParts const&) = nullptr;
};

struct Block {
  std::string_view name, meaning;
  std::vector<BlockKey> keys;
  void const* standards;  ///< the struct with all its defaults
  /// The struct of a scenario; null when the scenario leaves the block out and none is made. Null
  /// itself where structs stand in a list.
  void const* (*of)(Scenario const& scenario);
  /// Whether `resolved.yaml` leaves the key out, as the reader would refuse it beside others.
  bool (*leaves_out)(void const* plan, std::string_view key);
};

/// The blocks that rows describe alone, in the order of a scenario.
std::span<Block const> blocks();

/// Calls `of_block` for each of them, and `of_findings` behind the trial that the findings are
/// compared with: they stand in a list, which is no block.
void in_order_of_scenario(std::function<void(Block const&)> const& of_block,
                          std::function<void()> const& of_findings);

/// What stands in `run` beside its table of parameters.
Block const& run_block();

/// The one of that name, `run` included.
Block const& block_named(std::string_view name);

/// What stands in `population` beside its table of parameters.
Block const& population_files();

/// The rows of what stands in a list: Policy, LeverStep, Event, Finding, Effect.
template <class Plan>
Block const& rows_of_item();

/// Adds the names of the keys of a block.
void append_names(Block const& block, std::vector<std::string_view>& names);

/// Reads the value of a key into the block's struct.
void read_key(BlockKey const& key, Entry const& written, std::string const& path,
              BlockReading const& reading, void* plan);

/// Reads every key that is written; other keys are reported.
void read_keys(Block const& block, BlockReading const& reading, void* plan);

/// The struct of a block; nothing when the scenario leaves it out.
template <class Plan>
std::optional<Plan> checked_block(Entry const& root, Scenario const& scenario,
                                  std::span<std::string_view const> known_measures,
                                  Problems& problems) {
  auto const name = std::string(BlockOf<Plan>::name);
  auto const* const written = find(root, name);
  if (written == nullptr || !is_section(*written, name, problems)) return std::nullopt;
  BlockReading const reading{*written, scenario, known_measures, problems};
  Plan plan;
  read_keys(block_named(name), reading, &plan);
  if constexpr (requires { BlockOf<Plan>::check(reading, plan); })
    BlockOf<Plan>::check(reading, plan);
  return plan;
}

/// Whether keys that must be there are asked for.
enum class Missing { refused, allowed };

/// Reads the keys of the block that an item of a list writes; what else it writes is left alone.
/// @param path  of the item: "findings[0]"
void read_item_keys(Block const& block, std::string const& path, BlockReading const& reading,
                    void* plan, Missing missing = Missing::refused);

/// The default, what may stand there, and what stands in a struct: as texts for readers.
std::string standard_of(BlockKey const& key, Block const& block);
std::string allowed_text(BlockKey const& key);
void tell(BlockKey const& key, void const* plan, Scenario const& scenario, Tell const& tell);

/// A value as a scenario writes it; empty where there is none.
std::string yaml_value(BlockKey const& key, void const* plan, Scenario const& scenario);

/// The line or lines of `resolved.yaml`, each ending with a newline; empty when it is left out.
std::string resolved_text(BlockKey const& key, void const* plan, Scenario const& scenario,
                          std::string const& indent = "  ");
std::string resolved_text(Block const& block, Scenario const& scenario);

/// The same of a struct in a list, without what its block leaves out.
std::string resolved_lines(Block const& block, void const* plan, Scenario const& scenario,
                           std::string const& indent);

/// The lines of a map as an item of a list: a dash before the first.
/// @param indent  of the lines
std::string as_item(std::string lines, std::size_t indent);

bool leaves_out(Block const& block, void const* plan, BlockKey const& key);

/// The place of the word among those of a choice, measures by an old name included; or nothing, and
/// then the problems say so.
std::optional<double> checked_choice(Entry const& written, std::string const& path,
                                     std::span<std::string_view const> words, Problems& problems);

/// The measure of that name, or nothing, and then the problems say so.
std::optional<std::string> checked_measure(Entry const& written, std::string const& path,
                                           BlockReading const& reading);

/// "[0.8, 1]", "[a, b]".
std::string list_text(std::span<double const> numbers);
std::string list_text(std::span<std::string const> words);

/// "a text in quotes", as YAML has them.
std::string in_quotes(std::string_view text);

}  // namespace graduasi
