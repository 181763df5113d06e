// Cards held by others: who has the benefit card (KKS) of a family in hand, and what levy is taken
// from the payout.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"
#include "policy/livelihood_levers.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// Cards (KKS) held by others, and what is taken from the payout.
struct CardCustodyParameters {
  bool on = true;
  float levy = 0.09f;
  float handing_over = 0.0007f;
  float keepers = 0;
  float keeper_takes = 0.1f;
  float taking_back = 0.03f;
  float enforced_back = 0.2f;
  float audit_finds = 0.8f;
  float printed_cut = 0.5f;
  float confidence_drop = 0.01f;
  float distrust = 0.02f;
};

template <>
struct Table<CardCustodyParameters> {
  static constexpr std::string_view group = "card_custody";
  static constexpr auto rows = std::to_array<Parameter<CardCustodyParameters>>({
      {"on",
       &CardCustodyParameters::on,
       "",
       {0, 1},
       "whether cards change hands and levies are taken",
       "choice of the user"},
      {"levy",
       &CardCustodyParameters::levy,
       "share of payout",
       {0, 1},
       "taken by who holds another family's card, from one without digital literacy",
       "S112 derived: 0.05 to 0.18"},
      {"handing_over",
       &CardCustodyParameters::handing_over,
       "per month",
       {0, 1},
       "families without digital literacy that give their card away",
       "assumption: keeps the share of kks_held_by_others (0.05; 0.01 to 0.3)"},
      {"keepers",
       &CardCustodyParameters::keepers,
       "share",
       {0, 1},
       "of facilitators who keep cards of their families, themselves or with leaders of their "
       "groups",
       "choice of the user: 0 in today.yaml. Where they are to be looked at 0.005, an assumption "
       "(0.0015 to 0.015): S112 reports single cases, each with many cards"},
      {"keeper_takes",
       &CardCustodyParameters::keeper_takes,
       "per month",
       {0, 1},
       "families of such a facilitator that lose their card to him, where the rule of the own card "
       "is not enforced",
       "assumption, 0.03 to 0.3: most cards of a caseload within a year or two"},
      {"taking_back",
       &CardCustodyParameters::taking_back,
       "per month",
       {0, 1},
       "families of full digital literacy that take their card back",
       "assumption, with handing_over: 0.01 to 0.1"},
      {"enforced_back",
       &CardCustodyParameters::enforced_back,
       "per month",
       {0, 1},
       "cards held by others that come back where the rule of the own card is enforced",
       "assumption, 0.05 to 0.5"},
      {"audit_finds",
       &CardCustodyParameters::audit_finds,
       "share",
       {0, 1},
       "of cards held by others that an audit finds and gives back",
       "assumption, 0.5 to 1"},
      {"printed_cut",
       &CardCustodyParameters::printed_cut,
       "share",
       {0, 1},
       "of the levy that families spare who know their entitlement",
       "assumption, 0 to 0.9; E175, E176: received 26 and 21 percent more of a rice subsidy"},
      {"confidence_drop",
       &CardCustodyParameters::confidence_drop,
       "share per payout",
       {0, 1},
       "of self-confidence lost where a levy is taken",
       "assumption, 0 to 0.05"},
      {"distrust",
       &CardCustodyParameters::distrust,
       "share per payout",
       {0, 1},
       "of the habit of coming lost where a levy is taken",
       "assumption, 0 to 0.1"},
  });
  static_assert(describes(rows));
};

/// Cards change hands: those who cannot use them give them away, those who learn to, rules and
/// audits bring them back.
/// @param away     1 while somebody else holds the card, else 0; changed in place
/// @param active   1 while in the programme, else 0
/// @param digital  share in [0, 1]
/// @param draw     uniform in [0, 1)
/// @param kept     families that lose their card to their facilitator, per month
/// @param months   that are decided at once
inline void pass_cards(std::span<float> away, std::span<float const> active,
                       std::span<float const> digital, std::span<float const> draw,
                       CardLevers const& levers, CardCustodyParameters const& p, float months = 1,
                       float kept = 0) {
  float const brought_back =
      levers.own_card * p.enforced_back + levers.audits_per_year * (1.0f / 12.0f) * p.audit_finds;
  float const given = p.handing_over * (1.0f - levers.own_card);
  float const taken = kept * (1.0f - levers.own_card);
  auto const slots = away.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const back = brought_back + p.taking_back * digital[i];
    float const gives = given * (1.0f - digital[i]) + taken;
    float const chance = months * active[i] * (gives + away[i] * (back - gives));
    float const changes = draw[i] < chance ? 1.0f : 0.0f;
    away[i] += changes * (1.0f - 2.0f * away[i]);
  }
}

/// Whether an audit of the month finds that a facilitator keeps cards.
/// @param draw  uniform in [0, 1)
inline bool found_by_audit(float keeps_cards, float draw, CardLevers const& levers,
                           CardCustodyParameters const& p) {
  float const chance = levers.audits_per_year * (1.0f / 12.0f) * p.audit_finds;
  return p.on && keeps_cards > 0.0f && draw < chance;
}

/// Levies: nothing is taken from who holds the own card; digital literacy and a printed entitlement
/// protect the others.
/// @param taken  out: share of the payout, in [0, 1]
inline void take_levies(std::span<float> taken, std::span<float const> away,
                        std::span<float const> digital, CardLevers const& levers,
                        CardCustodyParameters const& p) {
  float const max = p.levy * (1.0f - levers.printed_entitlement * p.printed_cut);
  auto const slots = taken.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) taken[i] = max * away[i] * (1.0f - digital[i]);
}

/// A levy costs confidence and the trust that makes a family come; felt at each payout.
/// @param hurt    share of self-confidence lost this month, added to
/// @param habit   share in [0, 1], changed in place
/// @param taken   share of the payout that a levy takes, [0, 1]
inline void resent_levies(std::span<float> hurt, std::span<float> habit,
                          std::span<float const> taken, std::span<float const> active,
                          CardCustodyParameters const& p) {
  auto const slots = hurt.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const levied = taken[i] > 0.0f ? active[i] : 0.0f;
    hurt[i] += levied * p.confidence_drop;
    habit[i] -= levied * p.distrust * habit[i];
  }
}

}  // namespace graduasi
