# Where `cmake --install` puts what, and the package that CPack makes of it. The program looks for its tables in
# ../share/graduasi from its own folder (sim/scenario/text/input_files.cpp), so a prefix can be moved as a whole.
install(TARGETS graduasi RUNTIME DESTINATION bin)

# Scenarios, tables and the texts about them lie there as they do here, so that links between them lead somewhere.
# What writes the figures of the texts and compares them with public ones is for whoever changes the model.
install(DIRECTORY scenarios DESTINATION share/graduasi
        PATTERN figures EXCLUDE PATTERN figures.md EXCLUDE PATTERN targets.sh EXCLUDE PATTERN schema.json EXCLUDE)
install(PROGRAMS scenarios/cluster/array.sh DESTINATION share/graduasi/scenarios/cluster)
install(DIRECTORY docs DESTINATION share/graduasi)
install(FILES sim/changes.md sim/model.md sim/parameters.md sim/population.md DESTINATION share/graduasi/sim)
install(FILES README.md CITATION.cff LICENSE DESTINATION share/graduasi)

# Manual pages and completions, written from the table of commands by a program of the library.
set(help ${PROJECT_BINARY_DIR}/help)
add_custom_command(OUTPUT ${help}.written
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${help}
  COMMAND graduasi-help-files ${help}
  COMMAND sh -c "gzip -9n \"$1\"/man/man1/*.1" gzip ${help}
  COMMAND ${CMAKE_COMMAND} -E touch ${help}.written
  DEPENDS graduasi-help-files VERBATIM)
add_custom_target(graduasi_help ALL DEPENDS ${help}.written)
install(DIRECTORY ${help}/ DESTINATION share)

# What Debian asks of a package: its licences, those of the bundled page among them, and its history.
set(debian ${PROJECT_BINARY_DIR}/debian)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS LICENSE viz/dist/report.html)
file(READ LICENSE licence)
file(READ viz/dist/report.html page)
string(FIND "${page}" "<!--" comment REVERSE)
string(SUBSTRING "${page}" ${comment} -1 bundled)
string(REGEX REPLACE "^<!--[ \n]*|[ \n]*-->.*$" "" bundled "${bundled}")
file(CONFIGURE OUTPUT ${debian}/copyright @ONLY NEWLINE_STYLE UNIX CONTENT
"graduasi, an agent-based simulation of graduation from Indonesia's PKH.

@licence@
The report page that is part of the program bundles packages of others:

@bundled@

The Apache License 2.0 that one of them names is in /usr/share/common-licenses/Apache-2.0 on Debian.
")
# The day of the build, or that of SOURCE_DATE_EPOCH.
string(TIMESTAMP day "%a, %d %b %Y 00:00:00 +0000" UTC)
file(CONFIGURE OUTPUT ${debian}/changelog @ONLY NEWLINE_STYLE UNIX CONTENT
"graduasi (@PROJECT_VERSION@) bookworm; urgency=medium

  * Version @PROJECT_VERSION@; what moved curves or the scenario format is in
    /usr/share/graduasi/sim/changes.md.

 -- @GRADUASI_CONTACT@  @day@
")
add_custom_command(OUTPUT ${debian}/changelog.gz DEPENDS ${debian}/changelog
  COMMAND sh -c "gzip -9nc \"$1\" > \"$1.gz\"" gzip ${debian}/changelog VERBATIM)
add_custom_target(graduasi_changelog ALL DEPENDS ${debian}/changelog.gz)
install(FILES ${debian}/copyright ${debian}/changelog.gz DESTINATION share/doc/graduasi)

# `./setup deb` calls CPack. Libraries that the program needs are asked of the program itself.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME graduasi)
set(CPACK_PACKAGE_CONTACT "${GRADUASI_CONTACT}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "agent-based simulation of graduation from Indonesia's PKH")
set(CPACK_PACKAGE_DESCRIPTION "Simulates families and facilitators of the Indonesian conditional cash transfer
PKH one by one, and compares what mentoring policies change: exits from the
programme, families that become able, costs. Scenarios are YAML files; a run
writes tables and one page for any browser.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# For the scripts of scenarios/analysis.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "python3-matplotlib, r-base-core")
include(CPack)
