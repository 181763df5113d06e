#include "model/isa.h"

namespace graduasi {

Isa best_isa() { return has(Isa::v4) ? Isa::v4 : has(Isa::v3) ? Isa::v3 : Isa::v2; }

bool has(Isa isa) {
#if defined(__x86_64__)
  // clang 14 does not know the levels by name: ask for what sets each apart.
  __builtin_cpu_init();
  if (isa == Isa::v3)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
           __builtin_cpu_supports("bmi2");
  if (isa == Isa::v4)
    return has(Isa::v3) && __builtin_cpu_supports("avx512f") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512cd");
  return true;
#else
  return isa == Isa::v2;
#endif
}

std::optional<Isa> isa_named(std::string_view name) {
  if (name == "v2") return Isa::v2;
  if (name == "v3") return Isa::v3;
  if (name == "v4") return Isa::v4;
  return std::nullopt;
}

}  // namespace graduasi
