// SPDX-License-Identifier: GPL-3.0-or-later
// Small networks and datasets for tests. Torch-free.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <vector>

#include "datasets/dataset.h"
#include "datasets/signs.h"
#include "engine/rng.h"
#include "inference/mobilenet/mobilenet_model.h"

namespace splitee::test {

/// The first `size` images of another dataset.
class FirstImages final : public Dataset {
public:
    FirstImages(std::shared_ptr<const Dataset> all, std::int64_t size)
        : all_(std::move(all)), size_(size) {}
    std::string name() const override {
        return all_->name() + ", the first " + std::to_string(size_);
    }
    std::int64_t size() const override { return size_; }
    int side() const override { return all_->side(); }
    const std::vector<std::string>& classNames() const override { return all_->classNames(); }
    Result<Sample> read(std::int64_t index) const override { return all_->read(index); }
    std::string hash() const override { return all_->hash() + std::to_string(size_); }

private:
    std::shared_ptr<const Dataset> all_;
    std::int64_t size_;
};

/// A network of random weights whose batch norms are not the identity, for the 16 signs.
inline MobileNetModel randomModel(double width, std::uint64_t seed, int wideExits = 0) {
    MobileNetModel model;
    model.architecture = {width, 32, 16, wideExits};
    model.classNames = openSigns(Split::Test)->classNames();
    model.mean = {.4, .45, .5};
    model.deviation = {.2, .25, .3};
    model.provenance = {"test", "1", "none", "signs", "abc", seed, 1, {.5, .5, .5, .5, .5, .5, .5}};
    Rng rng(seed, "random model");
    for (const TensorSpec& spec : tensorsOf(model.architecture)) {
        const double fan = spec.shape.size() == 4
                               ? static_cast<double>(spec.shape[1] * spec.shape[2] * spec.shape[3])
                               : 16;
        for (std::int64_t i = 0; i < spec.size(); ++i) {
            double value = rng.normal() * .2;
            if (spec.name.ends_with(".weight")) value = rng.normal() * std::sqrt(2 / fan);
            if (spec.name.ends_with(".scale")) value = .8 + .4 * rng.uniform();
            if (spec.name.ends_with(".variance")) value = .5 + rng.uniform();
            model.values.push_back(static_cast<float>(value));
        }
    }
    return model;
}

/// Images of random walks over the pixels: neither flat nor white noise.
inline std::vector<Image> walkedImages(int count, int side, std::uint64_t seed) {
    Rng rng(seed, "walked images");
    std::vector<Image> images(static_cast<std::size_t>(count));
    for (Image& image : images) {
        image = {side, side, {}};
        std::array<int, 3> at{};
        for (int& channel : at) channel = static_cast<int>(rng.below(256));
        for (int i = 0; i < side * side * 3; ++i) {
            int& channel = at[static_cast<std::size_t>(i % 3)];
            channel = std::clamp(channel + static_cast<int>(rng.below(41)) - 20, 0, 255);
            image.pixels.push_back(static_cast<std::uint8_t>(channel));
        }
    }
    return images;
}

}  // namespace splitee::test
