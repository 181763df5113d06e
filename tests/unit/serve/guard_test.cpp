#include "serve/guard.h"

#include <catch2/catch.hpp>

using namespace graduasi;

namespace {

constexpr auto token = "0123456789abcdef0123456789abcdef";

Guard listening() {
  Guard guard(token);
  guard.set_port(4000);
  return guard;
}

/// What the page itself asks.
Asked from_page(std::string_view method = "GET", std::string_view path = "/api/runs") {
  return {.method = method,
          .path = path,
          .host = "127.0.0.1:4000",
          .origin = method == "GET" ? "" : "http://127.0.0.1:4000",
          .site = "same-origin",
          .cookie = "graduasi-4000=0123456789abcdef0123456789abcdef",
          .content_type = method == "POST" ? "application/json" : "",
          .token = ""};
}

int status_of(Asked const& asked) {
  auto const refusal = listening().refusal(asked);
  return refusal ? refusal->status : 200;
}

}  // namespace

TEST_CASE("guard: the page is answered", "[unit]") {
  CHECK(status_of(from_page()) == 200);
  CHECK(status_of(from_page("POST")) == 200);
  CHECK(status_of(from_page("DELETE")) == 200);
  auto asked = from_page();
  asked.host = "localhost:4000";
  CHECK(status_of(asked) == 200);
  asked.cookie = "theme=dark; graduasi-4000=0123456789abcdef0123456789abcdef ;a=b";
  CHECK(status_of(asked) == 200);
}

TEST_CASE("guard: the printed address opens, and puts its token into a cookie", "[unit]") {
  auto const guard = listening();
  CHECK(guard.address() == "http://127.0.0.1:4000/?token=0123456789abcdef0123456789abcdef");
  CHECK(guard.cookie().starts_with("graduasi-4000=0123456789abcdef0123456789abcdef;"));
  CHECK(guard.cookie().find("HttpOnly") != std::string::npos);
  auto asked = from_page("GET", "/");
  asked.cookie = "";
  CHECK(status_of(asked) == 403);
  asked.token = token;
  CHECK(guard.opens(asked));
  CHECK(status_of(asked) == 200);
  // Only there: no other address takes a token.
  asked.path = "/api/runs";
  CHECK(status_of(asked) == 403);
}

TEST_CASE("guard: who is not the page is refused", "[unit]") {
  for (auto const* const host : {"", "127.0.0.1", "127.0.0.1:4001", "attacker.example:4000",
                                 "127.0.0.1:4000.attacker.example", "localhost", "0.0.0.0:4000"}) {
    auto asked = from_page();
    asked.host = host;
    INFO(host);
    CHECK(status_of(asked) == 403);
  }
  for (auto const* const origin : {"null", "http://attacker.example", "https://127.0.0.1:4000",
                                   "http://127.0.0.1:4001", "file://"}) {
    auto asked = from_page("POST");
    asked.origin = origin;
    INFO(origin);
    CHECK(status_of(asked) == 403);
  }
  for (auto const* const cookie :
       {"", "graduasi-4000", "graduasi-4000=", "graduasi-4001=0123456789abcdef0123456789abcdef",
        "graduasi-4000=0123456789abcdef0123456789abcdee",
        "graduasi-4000=0123456789abcdef0123456789abcdef0", "xgraduasi-4000=0123456789abcdef"}) {
    auto asked = from_page();
    asked.cookie = cookie;
    INFO(cookie);
    CHECK(status_of(asked) == 403);
  }
  auto asked = from_page("POST");
  asked.origin = "";
  asked.site = "cross-site";
  CHECK(status_of(asked) == 403);
}

TEST_CASE("guard: what a form can post is not taken", "[unit]") {
  for (auto const* const type :
       {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"}) {
    auto asked = from_page("POST");
    asked.content_type = type;
    INFO(type);
    CHECK(status_of(asked) == 415);
  }
}

TEST_CASE("guard: tokens are long, and no two are alike", "[unit]") {
  auto const one = new_token(), other = new_token();
  CHECK(one.size() == 32);
  CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(one != other);
}
