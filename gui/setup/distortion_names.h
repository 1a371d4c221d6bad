// SPDX-License-Identifier: GPL-3.0-or-later
// Names of distortions for the user, and the list of them in groups.
#pragma once

#include <QString>

#include <string>

#include "datasets/distortion.h"

class QComboBox;

namespace splitee {

/// "fog" for fog, "gaussian blur" for gaussian_blur, in the user's language; clean is "clean".
[[nodiscard]] QString distortionTitle(const Distortion& distortion);

/// "gaussian blur 2" for gaussian_blur:2; a text that is none, with spaces for its marks.
[[nodiscard]] QString distortionLabel(const std::string& distortion);

/// "Weather", in the user's language.
[[nodiscard]] QString familyTitle(CorruptionFamily family);

/// Fills `box` with None and all distortions of images under headings of their families, or those
/// of texts. The data of an item is the text of a distortion of its kind, as parseDistortion()
/// reads it.
void fillDistortions(QComboBox& box, InputKind kind = InputKind::Image);

/// The item of the kind of `distortion`, -1 where there is none.
[[nodiscard]] int itemOfDistortion(const QComboBox& box, const Distortion& distortion);

}  // namespace splitee
