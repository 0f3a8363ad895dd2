# maske_layer(NAME [LINK libraries...] [SOURCES extra sources...]): the object library of one folder of lib/.
# Every *.cc of the folder belongs to it, so that a check or a rule is added by adding a file.
add_library(maske_options INTERFACE)
target_compile_options(maske_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
# g++ 12 warns falsely of overlapping copies in std::string's operator+ (GCC bug 105651).
target_compile_options(maske_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(MASKE_SANITIZE)
  target_compile_options(maske_options INTERFACE -fsanitize=${MASKE_SANITIZE} -fno-omit-frame-pointer
                                                -fno-sanitize-recover=all)
  target_link_options(maske_options INTERFACE -fsanitize=${MASKE_SANITIZE})
endif()
if(MASKE_BUILD_FUZZERS)
  target_compile_options(maske_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

function(maske_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;SOURCES")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  if(NOT sources AND NOT arg_SOURCES)
    return()  # a layer that is still empty
  endif()
  add_library(maske_${name} OBJECT ${sources} ${arg_SOURCES})
  target_include_directories(maske_${name} PUBLIC ${PROJECT_SOURCE_DIR}/lib ${PROJECT_SOURCE_DIR}/lib/include)
  target_link_libraries(maske_${name} PRIVATE maske_options PUBLIC ${arg_LINK})
  set_property(GLOBAL APPEND PROPERTY MASKE_LAYERS maske_${name})
  set_property(GLOBAL APPEND PROPERTY MASKE_LINKS ${arg_LINK})
endfunction()

# maske_facade(TARGET [MUTATIONS]): the library of all layers and of lib/*.cc. With MUTATIONS it is compiled anew with the
# named faults of lib/base/mutation.h switched in; a process chooses one by the environment variable MASKE_MUTATION.
function(maske_facade target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "MUTATIONS" "" "")
  get_property(layers GLOBAL PROPERTY MASKE_LAYERS)
  get_property(links GLOBAL PROPERTY MASKE_LINKS)
  list(REMOVE_DUPLICATES links)
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/*.cc)
  if(arg_MUTATIONS)
    set(tables "/embed_[a-z]+\\.[Sc]")  # what maske_embed made
    foreach(layer IN LISTS layers)
      get_target_property(layer_sources ${layer} SOURCES)
      list(FILTER layer_sources EXCLUDE REGEX "${tables}$")
      list(APPEND sources ${layer_sources} $<FILTER:$<TARGET_OBJECTS:${layer}>,INCLUDE,${tables}\\.o$>)  # as they are
      get_target_property(layer_includes ${layer} INCLUDE_DIRECTORIES)
      list(APPEND includes ${layer_includes})
    endforeach()
    add_library(${target} STATIC EXCLUDE_FROM_ALL ${sources})
    target_compile_definitions(${target} PRIVATE MASKE_MUTATIONS)
    target_include_directories(${target} PRIVATE ${includes})
    add_dependencies(${target} ${layers})  # what they generate
  else()
    foreach(layer IN LISTS layers)
      list(APPEND sources $<TARGET_OBJECTS:${layer}>)
    endforeach()
    add_library(${target} ${sources})
  endif()
  add_dependencies(${target} maske_layer_check)
  target_include_directories(${target} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/lib/include>
                                              $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
                                       PRIVATE ${PROJECT_SOURCE_DIR}/lib)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:maske_options> ${links})
endfunction()
