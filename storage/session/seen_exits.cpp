// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/seen_exits.h"

#include <bit>
#include <cstring>

namespace splitee {
namespace {

static_assert(std::endian::native == std::endian::little);
constexpr std::size_t kExitBytes = 7;

}  // namespace

std::string encodeSeen(const SeenExits& seen) {
    std::string bytes(seen.size() * kExitBytes, '\0');
    char* at = bytes.data();
    for (const SeenExit& exit : seen) {
        *at = static_cast<char>(exit.layer);
        std::memcpy(at + 1, &exit.confidence, sizeof exit.confidence);
        std::memcpy(at + 5, &exit.prediction, sizeof exit.prediction);
        at += kExitBytes;
    }
    return bytes;
}

Result<SeenExits> decodeSeen(std::string_view bytes) {
    const Error damaged{"what a round revealed is damaged"};
    if (bytes.size() % kExitBytes != 0 || bytes.size() > kExitBytes * kMaxExits)
        return tl::unexpected(damaged);
    SeenExits seen(bytes.size() / kExitBytes);
    int last = 0;
    for (SeenExit& exit : seen) {
        exit.layer = static_cast<unsigned char>(bytes.front());
        std::memcpy(&exit.confidence, bytes.data() + 1, sizeof exit.confidence);
        std::memcpy(&exit.prediction, bytes.data() + 5, sizeof exit.prediction);
        if (exit.layer <= last || exit.layer > kMaxExits) return tl::unexpected(damaged);
        last = exit.layer;
        bytes.remove_prefix(kExitBytes);
    }
    return seen;
}

}  // namespace splitee
