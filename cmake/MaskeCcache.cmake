# Compiles through ccache when it is there and nobody chose another launcher. The base directory makes two clones of the
# repository share what they compiled.
if(MASKE_TOP_LEVEL AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(MASKE_CCACHE ccache)
  if(MASKE_CCACHE)
    foreach(language C CXX)
      set(CMAKE_${language}_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}
                                              CCACHE_NOHASHDIR=1 ${MASKE_CCACHE})
    endforeach()
  endif()
endif()
