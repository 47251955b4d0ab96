#include "store/store.h"

namespace concord {}
