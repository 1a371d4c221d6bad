// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/text_output.h"

#include <cerrno>
#include <iostream>

#include "cli/terminal.h"
#include "engine/whole_file.h"

namespace splitee {

std::string shownName(const std::string& file) {
    return isStdout(file) ? "standard output" : printable(file);
}

Result<void> writeText(const std::string& file, const std::string& what,
                       const std::function<void(std::ostream&)>& write) {
    if (!isStdout(file)) return writeWholeFile(file, what, write);
    errno = 0;
    write(std::cout);
    if (!std::cout.flush()) return tl::unexpected(writeError(what, "standard output", errno));
    return {};
}

Result<void> writeText(const std::string& file, const std::string& what, const std::string& text) {
    return writeText(file, what, [&](std::ostream& out) { out << text; });
}

Result<void> oneOnStdout(std::initializer_list<std::pair<const char*, bool>> flagsThatWantIt) {
    const char* first = nullptr;
    for (const auto& [flag, wants] : flagsThatWantIt) {
        if (!wants) continue;
        if (first != nullptr)
            return fail(std::string(first) + " and " + flag +
                        " both write to standard output: name a file for one of them");
        first = flag;
    }
    return {};
}

}  // namespace splitee
