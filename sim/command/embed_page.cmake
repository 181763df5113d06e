# Turns the built page into a C++ file: cmake -DPAGE=... -DOUTPUT=... -P embed_page.cmake
file(READ ${PAGE} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE ${OUTPUT}
"#include \"command/build_facts.h\"

namespace graduasi {

namespace {
constexpr unsigned char page[] = {${bytes}};
}

std::string_view embedded_page() { return {reinterpret_cast<char const*>(page), sizeof page}; }

}  // namespace graduasi
")
