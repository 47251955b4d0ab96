find_package(benchmark REQUIRED)
add_executable(concord_bench ${CMAKE_SOURCE_DIR}/bench/read_bench.cc)
target_link_libraries(concord_bench PRIVATE engine store benchmark::benchmark)
target_compile_definitions(concord_bench PRIVATE CONCORD_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
