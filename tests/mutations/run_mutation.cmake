# cmake -D PROGRAM=<tests> -D MUTATION=<name or empty> -D FILTER=<gtest filter> -P run_mutation.cmake
# Without a mutation the tests must pass. With one they must fail as tests fail (status 1): a crash, a hang or a filter that
# selects nothing is no proof.
if(MUTATION)
  set(ENV{MASKE_MUTATION} "${MUTATION}")
else()
  unset(ENV{MASKE_MUTATION})
endif()
execute_process(COMMAND ${PROGRAM} --gtest_filter=${FILTER} --gtest_fail_fast --gtest_brief=1
                OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE status TIMEOUT 590)
string(REGEX MATCH "[1-9][0-9]* tests? from" selected "${output}")
if(NOT MUTATION)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "without a mutation the tests fail (${status}):\n${output}")
  endif()
elseif(NOT status EQUAL 1 OR NOT output MATCHES "\\[  FAILED  \\]")
  message(FATAL_ERROR "the fault ${MUTATION} does not turn ${FILTER} red (${status}):\n${output}")
endif()
if(NOT selected)
  message(FATAL_ERROR "${FILTER} selects no test:\n${output}")
endif()
string(REGEX MATCH "\\[  FAILED  \\] [A-Za-z0-9_.]+" red "${output}")
message(STATUS "${MUTATION}: ${red}")
