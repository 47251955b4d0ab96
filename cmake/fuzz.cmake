# libFuzzer targets (clang); each states its property in its head.
add_executable(fuzz_pipeline ${CMAKE_SOURCE_DIR}/fuzz/pipeline_fuzz.cc)
target_link_libraries(fuzz_pipeline PRIVATE engine)
target_compile_options(fuzz_pipeline PRIVATE -fsanitize=fuzzer)
target_link_options(fuzz_pipeline PRIVATE -fsanitize=fuzzer)
set_target_properties(fuzz_pipeline PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
