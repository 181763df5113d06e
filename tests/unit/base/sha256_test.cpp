#include "base/sha256.h"

#include <catch2/catch.hpp>

using namespace graduasi;

namespace {

std::string hash_of(std::string_view text) {
  Sha256 hash;
  hash.add(text);
  return hash.finish();
}

}  // namespace

TEST_CASE("sha256: the examples of the standard come out", "[unit][base]") {
  CHECK(hash_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hash_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hash_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(hash_of(std::string(1000000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("sha256: it does not matter in which parts the text arrives", "[unit][base]") {
  std::string const text(257, 'x');
  for (std::size_t const part : {1u, 7u, 63u, 64u, 65u, 256u}) {
    Sha256 hash;
    for (std::size_t at = 0; at < text.size(); at += part)
      hash.add(std::string_view(text).substr(at, part));
    CAPTURE(part);
    CHECK(hash.finish() == hash_of(text));
  }
}
