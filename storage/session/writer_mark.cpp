// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/writer_mark.h"

#include <unistd.h>

#include <fstream>
#include <sstream>

namespace splitee {
namespace {

std::string bootId() {
    std::ifstream in("/proc/sys/kernel/random/boot_id");
    std::string id;
    in >> id;
    return id;
}

// Field 22 of /proc/PID/stat; the name in field 2 may hold anything, so fields are counted from its
// last bracket.
std::string startTime(const std::string& pid) {
    std::ifstream in("/proc/" + pid + "/stat");
    std::string line;
    std::getline(in, line);
    const auto bracket = line.rfind(')');
    if (bracket == std::string::npos) return "";
    std::istringstream rest(line.substr(bracket + 1));
    std::string field;
    for (int number = 3; number <= 22; ++number)
        if (!(rest >> field) || (number == 3 && (field == "Z" || field == "X")))
            return "";  // dead, not yet buried
    return field;
}

std::string markOf(const std::string& pid) { return bootId() + ":" + pid + ":" + startTime(pid); }

}  // namespace

std::string ownWriterMark() { return markOf(std::to_string(getpid())); }

bool writerAlive(const std::string& mark) {
    const auto first = mark.find(':');
    const auto last = mark.rfind(':');
    if (first == std::string::npos || first == last) return false;
    const std::string pid = mark.substr(first + 1, last - first - 1);
    if (pid.empty() || pid.find_first_not_of("0123456789") != std::string::npos) return false;
    return last + 1 < mark.size() && markOf(pid) == mark;
}

}  // namespace splitee
