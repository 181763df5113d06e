// Turns the rows of a block into plain ones. Included by one unit only (blocks/blocks.cpp).
#pragma once

#include "base/text.h"
#include "scenario/blocks/own_form.h"

#include <utility>

namespace graduasi {

namespace detail {

template <class Plan>
void take_over(OwnForm<Plan> const& own, Plan const& standards, BlockKey& key) {
  if (own.standard != nullptr) key.own_standard = own.standard(standards);
  key.own_allowed = std::string(own.allowed) + joined(own.words);
  key.own_schema = own.schema;
  key.own_read = [&own](Entry const& written, std::string const& path, BlockReading const& reading,
                        void* plan) {
    own.read(written, path, reading, *static_cast<Plan*>(plan));
  };
  key.own_tell = [&own](void const* plan, Scenario const& scenario, Tell const& tell) {
    own.tell(*static_cast<Plan const*>(plan), scenario, tell);
  };
  key.own_write = [&own](void const* plan, Scenario const& scenario) {
    return own.write(*static_cast<Plan const*>(plan), scenario);
  };
}

}  // namespace detail

/// @param of  the block's struct in a scenario, or null; itself null for what stands in a list
template <class Plan>
Block make_block(void const* (*of)(Scenario const& scenario)) {
  using Table = BlockOf<Plan>;
  static Plan const standards{};
  auto const* const beginning = reinterpret_cast<std::byte const*>(&standards);
  Block block{.name = Table::name,
              .meaning = Table::meaning,
              .keys = {},
              .standards = &standards,
              .of = of,
              .leaves_out = nullptr};
  for (KeyRow<Plan> const& row : Table::keys) {
    auto const& held = row.holding;
    std::string path(Table::name);
    path.append(".").append(row.name);
    BlockKey key{.path = std::move(path),
                 .form = held.form,
                 .unit = row.unit,
                 .meaning = row.meaning,
                 .aside = row.aside,
                 .standard = row.standard,
                 .missing = row.missing,
                 .range = held.range,
                 .words = held.words_of != nullptr ? held.words_of() : held.words,
                 .example = held.example};
    if (auto const* const own = held.own()) {
      detail::take_over(*own, standards, key);
    } else if (auto const* const place = held.place_in(standards)) {
      key.offset = static_cast<std::size_t>(static_cast<std::byte const*>(place) - beginning);
    }
    block.keys.push_back(std::move(key));
  }
  if constexpr (requires(Plan const& plan) { Table::leaves_out(plan, std::string_view()); }) {
    block.leaves_out = [](void const* plan, std::string_view key) {
      return Table::leaves_out(*static_cast<Plan const*>(plan), key);
    };
  }
  return block;
}

}  // namespace graduasi
