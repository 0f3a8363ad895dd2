# maske_embed(NAME FILE [ARRAY]): puts the bytes of FILE into the read-only data of whatever compiles
# ${MASKE_EMBED_SOURCES}, which this appends to in the caller's scope. In C++ they are
#   extern "C" const unsigned char maske_embed_NAME[];
#   extern "C" const std::uint64_t maske_embed_NAME_size;
# aligned to 64 bytes, and not seen outside of a shared library. The assembler's .incbin reads the file, so that a table of
# megabytes costs no compile time. With ARRAY, or MASKE_INCBIN off, for compilers without it, an array in C is made of it:
# some seconds a megabyte. FILE may be made by a custom command of the same folder. Tested by tests/house/embed_test.cc.
option(MASKE_INCBIN "link tables by the assembler's .incbin (off: as arrays)" ON)

function(maske_embed name file)
  cmake_parse_arguments(PARSE_ARGV 2 arg "ARRAY" "" "")
  if(arg_ARRAY OR NOT MASKE_INCBIN OR WIN32)
    set(stub ${CMAKE_CURRENT_BINARY_DIR}/embed_${name}.c)
    add_custom_command(OUTPUT ${stub}
                       COMMAND ${CMAKE_COMMAND} -D NAME=${name} -D FROM=${file} -D TO=${stub}
                               -P ${PROJECT_SOURCE_DIR}/cmake/EmbedArray.cmake
                       DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/EmbedArray.cmake VERBATIM)
    set(MASKE_EMBED_SOURCES ${MASKE_EMBED_SOURCES} ${stub} PARENT_SCOPE)
    return()
  endif()
  set(stub ${CMAKE_CURRENT_BINARY_DIR}/embed_${name}.S)
  set(text "#ifdef __APPLE__
#define SYMBOL(x) _##x
#define HIDDEN(x) .private_extern _##x
  .const_data
#else
#define SYMBOL(x) x
#define HIDDEN(x) .hidden x
  .section .rodata
#endif
  HIDDEN(maske_embed_${name})
  HIDDEN(maske_embed_${name}_size)
  .globl SYMBOL(maske_embed_${name})
  .globl SYMBOL(maske_embed_${name}_size)
  .balign 64
SYMBOL(maske_embed_${name}_size):
  .quad 1f - 0f
  .balign 64
SYMBOL(maske_embed_${name}):
0:
  .incbin \"${file}\"
1:
  .byte 0
#ifdef __ELF__
  .section .note.GNU-stack,\"\",%progbits
#endif
")
  file(CONFIGURE OUTPUT ${stub} CONTENT "${text}" @ONLY)
  set_source_files_properties(${stub} PROPERTIES OBJECT_DEPENDS ${file})
  set(MASKE_EMBED_SOURCES ${MASKE_EMBED_SOURCES} ${stub} PARENT_SCOPE)
endfunction()
