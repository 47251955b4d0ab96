# libFuzzer targets (clang); each states its property in its head. What they call is compiled with
# fuzzer-no-link (cmake/compiler.cmake): without it libFuzzer sees the target's own branches only.
foreach(target pipeline model html charset warc feed json)
  add_executable(fuzz_${target} ${CMAKE_SOURCE_DIR}/fuzz/${target}_fuzz.cc)
  target_compile_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
  target_link_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
  set_target_properties(fuzz_${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
endforeach()
target_link_libraries(fuzz_pipeline PRIVATE engine)
target_link_libraries(fuzz_model PRIVATE language)
foreach(format html charset warc feed json)
  target_link_libraries(fuzz_${format} PRIVATE intake)
endforeach()
