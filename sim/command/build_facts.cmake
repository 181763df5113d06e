# Writes version, commit and compiler: cmake -DOUTPUT=... -DSOURCE=... -DVERSION=... -DCOMPILER=... -P
set(commit "")
find_program(git_program git)
if(git_program)
  execute_process(COMMAND ${git_program} -C ${SOURCE} describe --always --dirty=+ --abbrev=12 --exclude=*
                  OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(commit STREQUAL "")
  set(commit unknown)
endif()
set(text "#include \"command/build_facts.h\"

namespace graduasi {

std::string_view program_version() { return \"${VERSION}\"; }
std::string_view program_commit() { return \"${commit}\"; }
std::string_view program_compiler() { return \"${COMPILER}\"; }

}  // namespace graduasi
")
set(before "")
if(EXISTS ${OUTPUT})
  file(READ ${OUTPUT} before)
endif()
if(NOT text STREQUAL before)
  file(WRITE ${OUTPUT} "${text}")
endif()
