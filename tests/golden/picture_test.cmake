# docs/letter.svg is what tools/picture/letter_svg.py draws of examples/brief.txt with the built program.
# cmake -D PYTHON=<interpreter> -D PROGRAM=<maske> -D ROOT=<tree> -D WORK=<folder> -P picture_test.cmake
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${PYTHON} ${ROOT}/tools/picture/letter_svg.py ${PROGRAM} ${ROOT}/examples/brief.txt
                OUTPUT_FILE ${WORK}/letter.svg COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${WORK}/letter.svg ${ROOT}/docs/letter.svg RESULT_VARIABLE differs)
if(differs)
  message(FATAL_ERROR "docs/letter.svg is old; draw it again: tools/picture/letter_svg.py PROGRAM examples/brief.txt > docs/letter.svg")
endif()
