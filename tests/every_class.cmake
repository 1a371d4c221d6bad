# SPDX-License-Identifier: GPL-3.0-or-later
# Fails where a test class in a folder of TESTS has no entry in the ctest of BUILD: somebody wrote it, and nobody runs it.
# cmake -D CTEST=ctest -D BUILD=folder -D TESTS=folder -P every_class.cmake
# Listed from a folder of its own: ctest empties Testing/Temporary/LastTest.log of the folder where it runs, and the ctest
# that runs this check writes into that of BUILD.
string(MD5 own "${TESTS}")
set(own "${BUILD}/tests/listed-${own}")
file(WRITE "${own}/CTestTestfile.cmake" "subdirs(\"${BUILD}\")\n")
execute_process(COMMAND "${CTEST}" -N WORKING_DIRECTORY "${own}" OUTPUT_VARIABLE listed COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE sources "${TESTS}/*.h" "${TESTS}/*.cpp")
set(found 0)
foreach(source IN LISTS sources)
    file(READ "${source}" text)
    string(REGEX MATCHALL "class [A-Za-z0-9_]+[^;{}]*{[ \n]+Q_OBJECT" declared "${text}")
    foreach(one IN LISTS declared)
        string(REGEX REPLACE "class ([A-Za-z0-9_]+).*" "\\1" class "${one}")
        cmake_path(GET source PARENT_PATH folder)
        cmake_path(GET folder FILENAME folder)
        math(EXPR found "${found} + 1")
        if(NOT listed MATCHES ": test_${folder}\\.${class}\n")
            message("${source}: ctest has no test_${folder}.${class}: add the class to the subjects of its program")
            list(APPEND forgotten ${class})
        endif()
    endforeach()
endforeach()
if(found EQUAL 0 OR forgotten)
    message(FATAL_ERROR "${found} test classes under ${TESTS}; not run: ${forgotten}")
endif()
