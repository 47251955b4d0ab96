// The products of kernels.h on tiles (AMX): 16 rows by 16 columns by 64 inputs an instruction.
#pragma once

#include "language/kernels.h"

namespace concord {

// `rest` with the products done on tiles; null where the processor or the system has none.
const Kernels* amx_kernels(const Kernels& rest);

}  // namespace concord
