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
  key.own_tell = [&own](void const* plan, Tell const& tell) {
    own.tell(*static_cast<Plan const*>(plan), tell);
  };
  key.own_write = [&own](void const* plan) { return own.write(*static_cast<Plan const*>(plan)); };
}

}  // namespace detail

/// @param of  the block's struct in a scenario, or null
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
    BlockKey key{.path = std::string(Table::name) + "." + std::string(row.name),
                 .form = held.form,
                 .unit = row.unit,
                 .meaning = row.meaning,
                 .aside = row.aside,
                 .range = held.range,
                 .words = held.words,
                 .example = held.example,
                 .offset = 0};
    if (auto const* const own = held.own()) {
      detail::take_over(*own, standards, key);
    } else {
      key.offset = static_cast<std::size_t>(
          static_cast<std::byte const*>(held.place_in(standards)) - beginning);
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
