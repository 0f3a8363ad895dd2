# Doxygen makes the reference of the public headers without a warning; and warns when something is not documented.
# cmake -D DOXYGEN=<program> -D ROOT=<tree> -D WORK=<folder> -P reference_test.cmake
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK}/tools ${WORK}/build/doc)
file(COPY ${ROOT}/lib/include DESTINATION ${WORK}/lib)
file(COPY ${ROOT}/tools/doxygen DESTINATION ${WORK}/tools)

function(doxygen result)
  execute_process(COMMAND ${DOXYGEN} tools/doxygen/Doxyfile WORKING_DIRECTORY ${WORK} RESULT_VARIABLE status
                  OUTPUT_VARIABLE said ERROR_VARIABLE said)
  set(${result} ${status} PARENT_SCOPE)
  set(said "${said}" PARENT_SCOPE)
endfunction()

doxygen(status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${said}")
endif()
file(WRITE ${WORK}/lib/include/maske/bare.h "// A header.\nnamespace maske {\nint Bare();\n}\n")
doxygen(status)
if(status EQUAL 0 OR NOT said MATCHES "Bare")
  message(FATAL_ERROR "a function without documentation was let pass: status ${status} ${said}")
endif()
