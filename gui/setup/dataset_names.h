// SPDX-License-Identifier: GPL-3.0-or-later
// Names of datasets for the user.
#pragma once

#include <QString>

#include <string>

namespace splitee {

/// "road signs" for signs, a file's or folder's name for KIND:PATH, "product reviews" for
/// text:builtin:product-reviews.
[[nodiscard]] QString datasetLabel(const std::string& dataset);

/// The same at the start of a line.
[[nodiscard]] QString datasetTitle(const std::string& dataset);

}  // namespace splitee
