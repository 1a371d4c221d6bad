# SPDX-License-Identifier: GPL-3.0-or-later
# The one place where our targets are declared: C++20, many warnings, one static library a folder. A warning is an error but in a release:
# that is built by others, whose compiler may see what ours does not.

add_library(splitee_options INTERFACE)
target_compile_features(splitee_options INTERFACE cxx_std_20)
target_include_directories(splitee_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(splitee_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast $<$<NOT:$<CONFIG:Release>>:-Werror>
    -ffp-contract=off)   # the same double arithmetic on every machine (arm64 would fuse multiply and add)
# At -O3 GCC 12 sees overlaps in std::string's operator+ that are not there (GCC bug 105651).
target_compile_options(splitee_options INTERFACE $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>)
target_compile_definitions(splitee_options INTERFACE SPLITEE_VERSION="${PROJECT_VERSION}")
if(SPLITEE_SANITIZE)
    # GCC 12 finds uninitialised members in its own <regex> where it instruments it.
    # The check of dynamic types asks for some that LibTorch keeps to itself.
    target_compile_options(splitee_options INTERFACE -fsanitize=${SPLITEE_SANITIZE} -fno-omit-frame-pointer -g
        $<$<BOOL:$<TARGET_PROPERTY:SPLITEE_USES_TORCH>>:-fno-sanitize=vptr>
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(splitee_options INTERFACE -fsanitize=${SPLITEE_SANITIZE})
endif()

# splitee_unity(TARGET): its files are compiled eight at a time, which reads their headers once and takes a third of the
# time. So names in their anonymous namespaces differ within a target. -DSPLITEE_UNITY=OFF compiles each file alone: faster
# after a change of one, and it shows whether each includes what it uses.
function(splitee_unity target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${SPLITEE_UNITY} UNITY_BUILD_BATCH_SIZE 8)
endfunction()

# splitee_light(TARGET): front ends and tests, which compute little, are optimised less in the build that run.sh and
# test.sh share: a quarter less time to compile (docs/building.md).
function(splitee_light target)
    if(NOT SPLITEE_SANITIZE)   # whose presets choose for all
        target_compile_options(${target} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O1>)
    endif()
endfunction()

# splitee_library(NAME SOURCES a.cpp ... LINKS x y ...): the static library of one folder.
function(splitee_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    splitee_unity(${name})
    target_link_libraries(${name} PUBLIC $<BUILD_INTERFACE:splitee_options> ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# splitee_precompile(TARGET <header>..): headers that are read once: three times as fast, and the files still say what they include
# (-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON shows whether they do).
function(splitee_precompile target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)   # for ccache
endfunction()

# splitee_share_precompiled(TARGET OTHER): OTHER's precompiled headers serve both; their flags must be alike.
function(splitee_share_precompiled target other)
    target_precompile_headers(${target} REUSE_FROM ${other})
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()

function(splitee_precompile_widgets target)
    splitee_precompile(${target} <QtWidgets> <qcustomplot.h> <algorithm> <functional> <memory> <optional> <string> <thread> <vector> <tl/expected.hpp>)
endfunction()

# Not for files that include LibTorch, whose headers cannot follow Qt's macros. From a precompiled header GCC 12 also tells of overlaps
# in std::string's operator+ that are not there (GCC bugs 105329 and 105651).
# Tests with no other module of Qt share what is precompiled for the first; test_cli has QtGui, too.
function(splitee_precompile_tests target)
    if(target MATCHES "^test_(engine|cli)$")
        splitee_precompile(${target} <QtTest> <algorithm> <array> <filesystem> <functional> <memory> <optional> <string> <vector> <tl/expected.hpp>)
    else()
        splitee_share_precompiled(${target} test_engine)
    endif()
    target_compile_options(${target} PRIVATE "$<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-restrict;-Wno-stringop-overflow>")
endfunction()

# splitee_test(NAME SOURCES a.cpp .. LINKS lib .. [TIMEOUT seconds] [LABEL label] [SERIAL class ..] [ENVIRONMENT A=1 ..]): one Qt Test program for one library. ctest asks the
# program for its classes and has an entry NAME.CLASS for each; TIMEOUT is that of one class.
function(splitee_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT;LABEL" "SOURCES;LINKS;ENVIRONMENT;SERIAL" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    splitee_unity(${name})
    splitee_light(${name})
    if(SPLITEE_SANITIZE MATCHES "thread")
        target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/seen_processes.cpp)
    endif()
    # Qt defines both, to the folder of each target; headers that were precompiled for another would not do.
    target_compile_options(${name} PRIVATE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
    # A test's class may hold what its file alone knows; GCC warns of that where files are compiled together.
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    target_link_libraries(${name} PRIVATE splitee_options Qt6::Test ${ARG_LINKS})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    set(function_timeout 300000)   # milliseconds, Qt Test's own
    if(SPLITEE_SANITIZE)           # instrumented code is some ten times slower
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 8")
        math(EXPR function_timeout "${function_timeout} * 8")
    endif()
    set(entries ${CMAKE_CURRENT_BINARY_DIR}/${name}_entries.cmake)
    # For Debian's Qt and LibTorch, which are not instrumented: Qt starts programs from a process of
    # several threads, and oneDNN's threads end the leak check unless it leaves their storage alone.
    # More memory than there is fails as it does without a sanitizer.
    set(sanitizers "TSAN_OPTIONS=ignore_noninstrumented_modules=1:die_after_fork=0;ASAN_OPTIONS=intercept_tls_get_addr=0:allocator_may_return_null=1")
    file(GENERATE OUTPUT ${entries} CONTENT "set(name ${name})
set(program \"$<TARGET_FILE:${name}>\")
set(timeout ${ARG_TIMEOUT})
set(label \"${ARG_LABEL}\")
set(serial \"${ARG_SERIAL}\")
set(environment \"QT_QPA_PLATFORM=offscreen;QTEST_DISABLE_STACK_DUMP=1;QTEST_FUNCTION_TIMEOUT=${function_timeout};${ARG_ENVIRONMENT};${sanitizers}\")
include(\"${PROJECT_SOURCE_DIR}/cmake/TestEntries.cmake\")
")
    set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${entries})
endfunction()
