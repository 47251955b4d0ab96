# Lays the files of data/ into the program: an assembler file with .incbin, made at configure time.
# The assembler sees a changed data file through OBJECT_DEPENDS.
file(GLOB_RECURSE CONCORD_DATA CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/data
  ${CMAKE_SOURCE_DIR}/data/*.tsv ${CMAKE_SOURCE_DIR}/data/*.toml ${CMAKE_SOURCE_DIR}/data/*.model)
list(FILTER CONCORD_DATA EXCLUDE REGEX "SOURCES.tsv")
set(bytes "")
set(rows "")
set(paths "")
set(count 0)
foreach(name IN LISTS CONCORD_DATA)
  string(APPEND bytes "name${count}: .asciz \"${name}\"\n  .balign 64\nbegin${count}: .incbin \"${CMAKE_SOURCE_DIR}/data/${name}\"\nend${count}: .byte 0\n")
  string(APPEND rows "  .quad name${count}, begin${count}, end${count}\n")
  list(APPEND paths ${CMAKE_SOURCE_DIR}/data/${name})
  math(EXPR count "${count} + 1")
endforeach()
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/data.S CONTENT
"# Made by cmake/embed.cmake.
  .section .rodata
${bytes}
  .section .data.rel.ro,\"aw\"
  .balign 8
  .globl concord_data_files
concord_data_files:
${rows}
  .globl concord_data_file_count
concord_data_file_count: .quad ${count}
  .section .note.GNU-stack,\"\",%progbits
")
set_source_files_properties(${CMAKE_BINARY_DIR}/data.S PROPERTIES GENERATED ON OBJECT_DEPENDS "${paths}")
