# Puts a file into the program, as a function that returns its bytes:
# cmake -DFILE=... -DHEADER=... -DFUNCTION=... -DOUTPUT=... -P embed.cmake
# HEADER, named as in an #include, declares `std::string_view FUNCTION();`.
file(READ ${FILE} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE ${OUTPUT}
"#include \"${HEADER}\"

namespace graduasi {

namespace {
constexpr unsigned char bytes[] = {${bytes}};
}

std::string_view ${FUNCTION}() { return {reinterpret_cast<char const*>(bytes), sizeof bytes}; }

}  // namespace graduasi
")
