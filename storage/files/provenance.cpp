// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/files/provenance.h"

namespace splitee {

std::string programText() { return "splitee " SPLITEE_VERSION; }

}  // namespace splitee
