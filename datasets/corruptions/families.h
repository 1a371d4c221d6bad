// SPDX-License-Identifier: GPL-3.0-or-later
// The corruptions by families, a file each: noise, blur, weather (with frost and spatter apart),
// light, digital, scenes. What their Constants mean stands in constants.cpp.
#pragma once

#include "datasets/corruptions/constants.h"
#include "datasets/corruptions/frame.h"
#include "engine/rng.h"

namespace splitee {

void addGaussianNoise(Frame& frame, const Constants& c, Rng& rng);
void addShotNoise(Frame& frame, const Constants& c, Rng& rng);
void addImpulseNoise(Frame& frame, const Constants& c, Rng& rng);
void addSpeckleNoise(Frame& frame, const Constants& c, Rng& rng);

/// The kernel between two severities is a mixture of theirs: disks grow by whole pixels.
void blurDefocused(Frame& frame, const Constants& c, const Constants& next, double share);
void blurBehindGlass(Frame& frame, const Constants& c, Rng& rng);
/// Smears along `degrees`, to one side, with the weights of a Gaussian: ImageMagick's motion blur.
void smear(Frame& frame, double radius, double sigma, double degrees);
void blurMoving(Frame& frame, const Constants& c, Rng& rng);
void blurZoomed(Frame& frame, const Constants& c);

void snow(Frame& frame, const Constants& c, Rng& rng);
void frost(Frame& frame, const Constants& c, Rng& rng);
void fog(Frame& frame, const Constants& c, Rng& rng);
void spatter(Frame& frame, const Constants& c, Rng& rng);

void brighten(Frame& frame, const Constants& c);
void changeContrast(Frame& frame, const Constants& c);
void saturate(Frame& frame, const Constants& c);

void transformElastically(Frame& frame, const Constants& c, Rng& rng);
void pixelate(Frame& frame, const Constants& c);
void compressAsJpeg(Frame& frame, const Constants& c);

/// `strength`: 0 the image as it is, 1 severity 5.
void paintScene(Frame& frame, Corruption scene, double strength, Rng& rng);

/// Mean, standard deviation of independent normal values.
[[nodiscard]] Frame normalLayer(const Frame& like, double mean, double deviation, Rng& rng);

}  // namespace splitee
