# cmake -D NAME=<name> -D FROM=<file> -D TO=<file.c> -P EmbedArray.cmake: the bytes of FROM as a C array maske_embed_NAME
# and its size.
# See MaskeEmbed.cmake.
file(READ ${FROM} bytes HEX)
string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${TO} "#ifdef __GNUC__
#pragma GCC visibility push(hidden)
#endif
_Alignas(64) const unsigned char maske_embed_${NAME}[] = {
${bytes}};
const unsigned long long maske_embed_${NAME}_size = sizeof maske_embed_${NAME};
")
