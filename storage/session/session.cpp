// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/session.h"

namespace splitee {

Result<Session> Session::open(const std::filesystem::path& path, Access access) {
    auto connection = SessionConnection::open(path, access);
    if (!connection) return tl::unexpected(connection.error());
    return Session(std::make_unique<Stores>(std::move(*connection)));
}

}  // namespace splitee
