// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/own_provenance.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

namespace splitee {
namespace {

std::string cpuName() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("model name") || line.starts_with("Model"))
            if (const auto colon = line.find(": "); colon != std::string::npos)
                return line.substr(colon + 2);
    return "unknown";
}

}  // namespace

RunProvenance ownProvenance() {
    RunProvenance provenance;
    provenance.program = programText();
    provenance.cpu = cpuName();
    provenance.libraries = "SQLite " + std::string(SQLite::getLibVersion());
    return provenance;
}

}  // namespace splitee
