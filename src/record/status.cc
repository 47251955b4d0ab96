#include "record/record.h"

namespace concord {}
