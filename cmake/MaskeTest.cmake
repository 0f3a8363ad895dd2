# maske_test(NAME [LIBRARY target] [LINK libraries...] [LABELS labels...] [TIMEOUT seconds]): the test program of one
# folder of tests/, of every *.cc in it. LIBRARY is the library under test: maske::maske, or maske_mutated for tests that
# must be seen to fail. Tests labelled slow run with `./dev test --slow` only; test suites
# whose name ends in Slow are labelled so by themselves.
find_package(GTest REQUIRED)
include(GoogleTest)
function(maske_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LIBRARY;TIMEOUT" "LINK;LABELS;SOURCES")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  if(NOT arg_LIBRARY)
    set(arg_LIBRARY maske::maske)
  endif()
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 600)
  endif()
  set(properties TIMEOUT ${arg_TIMEOUT})
  if(arg_LABELS)
    list(APPEND properties LABELS ${arg_LABELS})
  endif()
  add_executable(maske_${name}_test ${sources} ${arg_SOURCES})
  target_include_directories(maske_${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/lib ${PROJECT_SOURCE_DIR}/tests
                                                        ${PROJECT_SOURCE_DIR})
  target_link_libraries(maske_${name}_test PRIVATE ${arg_LINK} ${arg_LIBRARY} maske_options GTest::gtest_main)
  gtest_discover_tests(maske_${name}_test DISCOVERY_MODE PRE_TEST TEST_PREFIX ${name}. TEST_FILTER "-*Slow.*"
                       PROPERTIES ${properties})
  gtest_discover_tests(maske_${name}_test DISCOVERY_MODE PRE_TEST TEST_PREFIX ${name}. TEST_FILTER "*Slow.*"
                       PROPERTIES ${properties} LABELS slow)
endfunction()
