# maske_layer(NAME [LINK libraries...] [SOURCES extra sources...]): the object library of one folder of lib/.
# Every *.cc of the folder belongs to it, so that a check or a rule is added by adding a file.
add_library(maske_options INTERFACE)
target_compile_options(maske_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
if(MASKE_SANITIZE)
  target_compile_options(maske_options INTERFACE -fsanitize=${MASKE_SANITIZE} -fno-omit-frame-pointer
                                                -fno-sanitize-recover=all)
  target_link_options(maske_options INTERFACE -fsanitize=${MASKE_SANITIZE})
endif()

function(maske_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;SOURCES")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  add_library(maske_${name} OBJECT ${sources} ${arg_SOURCES})
  target_include_directories(maske_${name} PUBLIC ${PROJECT_SOURCE_DIR}/lib ${PROJECT_SOURCE_DIR}/lib/include)
  target_link_libraries(maske_${name} PRIVATE maske_options PUBLIC ${arg_LINK})
  set_property(GLOBAL APPEND PROPERTY MASKE_LAYERS maske_${name})
endfunction()
