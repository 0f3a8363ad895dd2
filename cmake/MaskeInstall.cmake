# cmake --install: headers, library, CMake package (find_package(maske), target maske::maske), pkg-config file, command with
# its manual page and completions.
# Tested by tests/install.
include(CMakePackageConfigHelpers)
install(TARGETS maske EXPORT maske_targets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lib/include/maske DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING
        PATTERN "*.h")
set(maske_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/maske)
install(EXPORT maske_targets NAMESPACE maske:: FILE maske-targets.cmake DESTINATION ${maske_cmake_dir})
if(TARGET maske_vault)  # a component: find_package(maske COMPONENTS vault), maske::vault; pkg-config maske-vault
  install(TARGETS maske_vault EXPORT maske_vault_targets)
  install(EXPORT maske_vault_targets NAMESPACE maske:: FILE maske-vault-targets.cmake DESTINATION ${maske_cmake_dir})
  configure_file(${PROJECT_SOURCE_DIR}/cmake/maske-vault.pc.in ${PROJECT_BINARY_DIR}/maske-vault.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/maske-vault.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endif()
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/maske-config.cmake.in
                              ${PROJECT_BINARY_DIR}/maske-config.cmake INSTALL_DESTINATION ${maske_cmake_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/maske-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/maske-config.cmake ${PROJECT_BINARY_DIR}/maske-config-version.cmake
        DESTINATION ${maske_cmake_dir})
configure_file(${PROJECT_SOURCE_DIR}/cmake/maske.pc.in ${PROJECT_BINARY_DIR}/maske.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/maske.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(TARGET maske_cli)
  install(TARGETS maske_cli)
  install(FILES ${MASKE_DESCRIPTIONS}/maske.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${MASKE_DESCRIPTIONS}/maske.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
          RENAME maske)
  install(FILES ${MASKE_DESCRIPTIONS}/_maske DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${MASKE_DESCRIPTIONS}/maske.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
