// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/whole_file.h"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace splitee {

Error writeError(const std::string& what, const std::filesystem::path& path, int reason) {
    const std::string why =
        reason == 0 ? "the system did not say why" : std::generic_category().message(reason);
    return {"cannot write " + what + " to " + path.string() + " (" + why +
            "): check that the folder exists, may be written and has space"};
}

Result<void> writeWholeFile(const std::filesystem::path& path, const std::string& what,
                            const std::function<void(std::ostream&)>& write) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    const bool direct =
        std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
    auto part = path;
    if (!direct) part += ".part";
    errno = 0;
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    if (!out) return tl::unexpected(writeError(what, path, errno));
    write(out);
    out.close();
    int reason = out ? 0 : errno;
    if (out && !direct) {
        std::filesystem::rename(part, path, error);
        reason = error.value();
    }
    if (out && reason == 0) return {};
    if (!direct) std::filesystem::remove(part, error);
    return tl::unexpected(writeError(what, path, reason));
}

}  // namespace splitee
