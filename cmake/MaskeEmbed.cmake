# maske_embed(NAME FILE): puts the bytes of FILE into the read-only data of whatever compiles ${MASKE_EMBED_SOURCES}, which
# this appends to in the caller's scope. In C++ they are
#   extern "C" const unsigned char maske_embed_NAME_begin[], maske_embed_NAME_end[];
# aligned to 64 bytes. The assembler's .incbin reads the file, so that a table of megabytes costs no compile time. FILE may
# be made by a custom command of the same folder.
function(maske_embed name file)
  set(stub ${CMAKE_CURRENT_BINARY_DIR}/embed_${name}.S)
  set(text "#ifdef __APPLE__
#define SYMBOL(x) _##x
  .const_data
#else
#define SYMBOL(x) x
  .section .rodata
#endif
  .globl SYMBOL(maske_embed_${name}_begin)
  .globl SYMBOL(maske_embed_${name}_end)
  .balign 64
SYMBOL(maske_embed_${name}_begin):
  .incbin \"${file}\"
SYMBOL(maske_embed_${name}_end):
  .byte 0
#ifdef __ELF__
  .section .note.GNU-stack,\"\",%progbits
#endif
")
  file(CONFIGURE OUTPUT ${stub} CONTENT "${text}" @ONLY)
  set_source_files_properties(${stub} PROPERTIES OBJECT_DEPENDS ${file})
  set(MASKE_EMBED_SOURCES ${MASKE_EMBED_SOURCES} ${stub} PARENT_SCOPE)
endfunction()
