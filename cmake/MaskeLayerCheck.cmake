# An upward include fails the build: the facade depends on this target (see CheckLayers.cmake for the rule).
file(GLOB_RECURSE maske_layer_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/*.h ${PROJECT_SOURCE_DIR}/lib/*.cc
     ${PROJECT_SOURCE_DIR}/cli/*.h ${PROJECT_SOURCE_DIR}/cli/*.cc)
add_custom_command(
  OUTPUT ${PROJECT_BINARY_DIR}/layers.stamp
  COMMAND ${CMAKE_COMMAND} -D ROOT=${PROJECT_SOURCE_DIR} -P ${PROJECT_SOURCE_DIR}/cmake/CheckLayers.cmake
  COMMAND ${CMAKE_COMMAND} -E touch ${PROJECT_BINARY_DIR}/layers.stamp
  DEPENDS ${maske_layer_files} ${PROJECT_SOURCE_DIR}/cmake/CheckLayers.cmake
  COMMENT "Layers: no folder includes from its right"
  VERBATIM)
add_custom_target(maske_layer_check ALL DEPENDS ${PROJECT_BINARY_DIR}/layers.stamp)
