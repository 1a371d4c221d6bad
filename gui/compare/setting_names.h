// SPDX-License-Identifier: GPL-3.0-or-later
// Names and values of settings as the window shows them.
#pragma once

#include <QString>

#include <string>

namespace splitee {

/// "Offloading o" for offload; settings of the provenance too.
[[nodiscard]] QString settingName(const std::string& key);
/// A value as it is shown: hashes cut, "–" where it means nothing.
[[nodiscard]] QString settingValue(const std::string& key, const std::string& value);

}  // namespace splitee
