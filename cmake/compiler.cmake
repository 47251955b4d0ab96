# Warnings, sanitizers and the compiler cache, as one interface target.
add_library(concord_options INTERFACE)
target_compile_options(concord_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 warns of "text" + std::string at -O3 without cause (GCC bug 105651).
  target_compile_options(concord_options INTERFACE -Wno-restrict)
endif()
if(CONCORD_SANITIZE)
  target_compile_options(concord_options INTERFACE -fsanitize=${CONCORD_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(concord_options INTERFACE -fsanitize=${CONCORD_SANITIZE})
  target_compile_definitions(concord_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
