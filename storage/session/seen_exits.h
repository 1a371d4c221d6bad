// SPDX-License-Identifier: GPL-3.0-or-later
// Encodes what a live round revealed: 7 bytes an exit, little-endian (u8 layer, f32 confidence, i16
// class).
#pragma once

#include <string>
#include <string_view>

#include "engine/world/recalled_world.h"

namespace splitee {

[[nodiscard]] std::string encodeSeen(const SeenExits& seen);
/// Bytes of any origin: layers must rise within 1..kMaxExits.
[[nodiscard]] Result<SeenExits> decodeSeen(std::string_view bytes);

}  // namespace splitee
