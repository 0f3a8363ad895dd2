# Installs the build into a fresh folder and builds consumer/ against it twice. Every public header is also compiled on
# its own, as the first include of a file. Neither consumer sees the source tree.
cmake_minimum_required(VERSION 3.25)
function(must)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "status ${status} of: ${ARGN}\n${said}")
  endif()
  set(said "${said}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)
must(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
if(CLI)
  must(${prefix}/bin/maske --version)
  foreach(file share/man/man1/maske.1 share/bash-completion/completions/maske share/zsh/site-functions/_maske
               share/fish/vendor_completions.d/maske.fish)
    if(NOT EXISTS ${prefix}/${file})
      message(FATAL_ERROR "${file} is not installed")
    endif()
  endforeach()
endif()

# 1. find_package(maske) and maske::maske
must(${CMAKE_COMMAND} -G ${GENERATOR} -S ${SOURCE} -B ${WORK}/cmake -D CMAKE_PREFIX_PATH=${prefix}
     -D CMAKE_CXX_COMPILER=${CXX} -D CMAKE_BUILD_TYPE=Release)
must(${CMAKE_COMMAND} --build ${WORK}/cmake)
must(${WORK}/cmake/consumer)
set(first "${said}")

# 2. pkg-config --static
set(ENV{PKG_CONFIG_PATH} ${prefix}/${LIBDIR}/pkgconfig)
must(pkg-config --define-variable=prefix=${prefix} --static --cflags --libs maske)
string(STRIP "${said}" flags)
separate_arguments(flags UNIX_COMMAND "${flags}")
must(${CXX} -std=c++20 ${SOURCE}/main.cc -o ${WORK}/consumer ${flags})
must(${WORK}/consumer)
if(NOT said STREQUAL first)
  message(FATAL_ERROR "the two consumers disagree: ${first} / ${said}")
endif()

# 3. each header on its own
file(GLOB headers RELATIVE ${prefix}/include ${prefix}/include/maske/*.h)
if(NOT headers)
  message(FATAL_ERROR "no headers installed")
endif()
foreach(header IN LISTS headers)
  file(WRITE ${WORK}/alone.cc "#include \"${header}\"\n#include \"${header}\"\n")
  must(${CXX} -std=c++20 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I${prefix}/include ${WORK}/alone.cc)
endforeach()
