# SPDX-License-Identifier: GPL-3.0-or-later
# ctest reads this, not the build: it adds one test for each class of a test program. Before it are set `name`, `program`, `timeout` in
# seconds, `label` and `environment`. The classes are asked of the program, once after it was built.

set(list "${program}.classes")
if(EXISTS "${program}" AND "${program}" IS_NEWER_THAN "${list}")
    set(platform "$ENV{QT_QPA_PLATFORM}")
    set(ENV{QT_QPA_PLATFORM} offscreen)
    execute_process(COMMAND "${program}" --classes OUTPUT_VARIABLE classes RESULT_VARIABLE failed ERROR_QUIET)
    set(ENV{QT_QPA_PLATFORM} "${platform}")
    if(NOT failed)
        file(WRITE "${list}" "${classes}")
    endif()
endif()
set(classes "")
if(EXISTS "${program}" AND EXISTS "${list}")
    file(STRINGS "${list}" classes)
endif()
foreach(class IN LISTS classes)
    add_test("${name}.${class}" "${program}" "${class}")
    set_tests_properties("${name}.${class}" PROPERTIES TIMEOUT ${timeout} LABELS "${label}" ENVIRONMENT "${environment}")
endforeach()
if(NOT classes)   # not built, or it does not start: this fails and says which
    add_test("${name}.classes" "${program}" --classes)
    set_tests_properties("${name}.classes" PROPERTIES LABELS "${label}")
endif()
