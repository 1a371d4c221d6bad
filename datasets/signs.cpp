// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/signs.h"

#include <algorithm>

#include "datasets/digest.h"
#include "datasets/signs_shapes.h"
#include "engine/rng.h"

namespace splitee {
namespace {

constexpr int kSignSide = 32;
constexpr int kSubpixels = 3;
constexpr std::uint64_t kSeed = 20230909;
constexpr std::string_view kGenerator =
    "signs generator 2";  // raise the number whenever a pixel changes

double between(Rng& rng, double low, double high) { return low + (high - low) * rng.uniform(); }

Colour randomColour(Rng& rng, double low, double high) {
    return {between(rng, low, high), between(rng, low, high), between(rng, low, high)};
}

Colour mixed(const Colour& a, const Colour& b, double share) {
    return {a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share,
            a[2] + (b[2] - a[2]) * share};
}

// Smooth noise: random values on a 5x5 lattice over the image, bilinear between them.
struct Texture {
    std::array<double, 25> lattice{};
    double strength;
    Texture(Rng& rng, double most) : strength(between(rng, 0, most)) {
        for (double& value : lattice) value = between(rng, -1, 1);
    }
    [[nodiscard]] double at(double u, double v) const {  // u, v in [0, 1)
        const double x = u * 4;
        const double y = v * 4;
        const auto ix = std::min(static_cast<std::size_t>(x), std::size_t{3});
        const auto iy = std::min(static_cast<std::size_t>(y), std::size_t{3});
        const double fx = x - static_cast<double>(ix);
        const double fy = y - static_cast<double>(iy);
        const double top = lattice[iy * 5 + ix] * (1 - fx) + lattice[iy * 5 + ix + 1] * fx;
        const double bottom = lattice[iy * 5 + 5 + ix] * (1 - fx) + lattice[iy * 5 + 6 + ix] * fx;
        return strength * (top * (1 - fy) + bottom * fy);
    }
};

// A coloured disc or bar: clutter behind the sign, or cover in front of it.
struct Patch {
    Colour colour{};
    double ax, ay, bx, by, radius;
    Patch(Rng& rng, double reach, double least, double most)
        : colour(randomColour(rng, .05, .95)),
          ax(between(rng, -reach, reach)),
          ay(between(rng, -reach, reach)),
          bx(ax + between(rng, -.8, .8) * static_cast<double>(rng.below(2))),
          by(ay + between(rng, -.8, .8)),
          radius(between(rng, least, most)) {}
    [[nodiscard]] bool covers(double x, double y) const {
        return onStroke(x, y, ax, ay, bx, by, radius);
    }
};

// A smaller sign of another meaning: the largest sign in the picture is the one that counts.
struct Bystander {
    int signClass;
    double x, y, scale;
    explicit Bystander(Rng& rng)
        : signClass(static_cast<int>(rng.below(kSignClasses))),
          x(between(rng, -.85, .85)),
          y(between(rng, -.85, .85)),
          scale(between(rng, .24, .36)) {}
};

// Everything about one image but its class, drawn in a fixed order from its own stream.
class Scene {
public:
    explicit Scene(Rng& rng)
        : sky_(randomColour(rng, .3, .95)),
          ground_(randomColour(rng, .05, .6)),
          horizon_(between(rng, -.6, 1.2)),
          texture_(rng, .25),
          scale_(between(rng, .46, .95)),
          shiftX_(between(rng, -.28, .28) * (1.1 - scale_) * 2),
          shiftY_(between(rng, -.28, .28) * (1.1 - scale_) * 2),
          turn_(between(rng, -.22, .22)),
          shear_(between(rng, -.18, .18)),
          squeeze_(between(rng, .8, 1.05)),
          gain_(between(rng, .35, 1.15)),
          lift_(between(rng, -.06, .12)),
          tint_{between(rng, .85, 1.1), between(rng, .9, 1.1), between(rng, .85, 1.1)},
          shadowX_(between(rng, -1, 1)),
          shadowY_(between(rng, -1, 1)),
          shadowAt_(between(rng, -.6, .6)),
          shadow_(rng.below(3) == 0 ? between(rng, .4, .75) : 1),
          noise_(between(rng, .02, .09)),
          blur_(rng.below(3) == 0 ? between(rng, .3, 1) : 0) {
        for (std::uint64_t n = rng.below(5); n > 0; --n) clutter_.emplace_back(rng, 1.0, .05, .3);
        for (std::uint64_t n = rng.below(4); n > 0; --n) bystanders_.emplace_back(rng);
        if (rng.below(3) == 0) cover_.emplace_back(rng, .9, .08, .26);
        // Rotation without sine and cosine: with t = tan(angle / 2), cos = (1 - t^2) / (1 + t^2),
        // sin = 2t / (1 + t^2).
        cos_ = (1 - turn_ * turn_) / (1 + turn_ * turn_);
        sin_ = 2 * turn_ / (1 + turn_ * turn_);
    }

    // Colour at (x, y) in [-1, 1], before light.
    [[nodiscard]] Colour colourAt(int signClass, double x, double y) const {
        for (const Patch& patch : cover_)
            if (patch.covers(x, y)) return patch.colour;
        const double rx = (cos_ * (x - shiftX_) + sin_ * (y - shiftY_)) / scale_;
        const double ry = (cos_ * (y - shiftY_) - sin_ * (x - shiftX_)) / scale_;
        if (const auto sign = signColour(signClass, (rx - shear_ * ry) / squeeze_, ry))
            return *sign;
        for (const Bystander& other : bystanders_)
            if (const auto sign = signColour(other.signClass, (x - other.x) / other.scale,
                                             (y - other.y) / other.scale))
                return *sign;
        for (const Patch& patch : clutter_)
            if (patch.covers(x, y)) return patch.colour;
        const double depth = std::clamp((y - horizon_) * 4 + .5, 0.0, 1.0);
        Colour colour = mixed(sky_, ground_, depth);
        const double grain = texture_.at((x + 1) / 2, (y + 1) / 2);
        for (double& channel : colour) channel += grain;
        return colour;
    }

    [[nodiscard]] Colour lit(const Colour& colour, double x, double y) const {
        const double light = gain_ * (shadowX_ * x + shadowY_ * y > shadowAt_ ? shadow_ : 1);
        return {colour[0] * light * tint_[0] + lift_, colour[1] * light * tint_[1] + lift_,
                colour[2] * light * tint_[2] + lift_};
    }
    [[nodiscard]] double noise() const { return noise_; }
    [[nodiscard]] double blur() const { return blur_; }

private:
    Colour sky_, ground_;
    double horizon_;
    Texture texture_;
    double scale_, shiftX_, shiftY_, turn_, shear_, squeeze_, gain_, lift_;
    Colour tint_;
    double shadowX_, shadowY_, shadowAt_, shadow_, noise_, blur_;
    double cos_ = 1, sin_ = 0;
    std::vector<Patch> clutter_, cover_;
    std::vector<Bystander> bystanders_;
};

// Mixes each value with the mean of its four neighbours.
void soften(std::vector<double>& values, double share) {
    const std::vector<double> from = values;
    const auto at = [](int x, int y, std::size_t c) {
        return static_cast<std::size_t>(
                   (std::clamp(y, 0, kSignSide - 1) * kSignSide + std::clamp(x, 0, kSignSide - 1)) *
                   3) +
               c;
    };
    for (int y = 0; y < kSignSide; ++y)
        for (int x = 0; x < kSignSide; ++x)
            for (std::size_t c = 0; c < 3; ++c) {
                const double around = (from[at(x - 1, y, c)] + from[at(x + 1, y, c)] +
                                       from[at(x, y - 1, c)] + from[at(x, y + 1, c)]) /
                                      4;
                values[at(x, y, c)] = from[at(x, y, c)] * (1 - share) + around * share;
            }
}

Image draw(int signClass, Rng& rng) {
    const Scene scene(rng);
    std::vector<double> values(static_cast<std::size_t>(kSignSide * kSignSide * 3), 0.0);
    for (int py = 0; py < kSignSide; ++py)
        for (int px = 0; px < kSignSide; ++px)
            for (int sub = 0; sub < kSubpixels * kSubpixels; ++sub) {
                const double x = (px + (sub % kSubpixels + .5) / kSubpixels) * 2 / kSignSide - 1;
                const double y = (py + (static_cast<double>(sub / kSubpixels) + .5) / kSubpixels) *
                                     2 / kSignSide -
                                 1;
                const Colour colour = scene.lit(scene.colourAt(signClass, x, y), x, y);
                for (std::size_t c = 0; c < 3; ++c)
                    values[static_cast<std::size_t>((py * kSignSide + px) * 3) + c] +=
                        colour[c] / (kSubpixels * kSubpixels);
            }
    if (scene.blur() > 0) soften(values, scene.blur());
    Image image{kSignSide, kSignSide, std::vector<std::uint8_t>(values.size())};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double grain =
            (rng.uniform() + rng.uniform() + rng.uniform() - 1.5) * 2 * scene.noise();
        image.pixels[i] =
            static_cast<std::uint8_t>(std::clamp(values[i] + grain, 0.0, 1.0) * 255 + .5);
    }
    return image;
}

// A stretch of one endless series of images.
struct Stretch {
    std::uint64_t first;
    std::int64_t size;
};
// The parts are far apart.
constexpr Stretch kTraining{0, 24'000}, kValidation{1'000'000, 2'000}, kTest{2'000'000, 4'000};

class Signs final : public Dataset {
public:
    Signs(std::string name, std::vector<Stretch> stretches)
        : name_(std::move(name)),
          stretches_(std::move(stretches)),
          names_(kSignNames.begin(), kSignNames.end()) {}
    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::int64_t size() const override {
        std::int64_t size = 0;
        for (const Stretch& stretch : stretches_) size += stretch.size;
        return size;
    }
    [[nodiscard]] int side() const override { return kSignSide; }
    [[nodiscard]] const std::vector<std::string>& classNames() const override { return names_; }
    [[nodiscard]] std::string hash() const override {
        return hexText(sha256(std::string(kGenerator) + ", " + name_));
    }
    [[nodiscard]] PartSizes parts() const override {
        return {kTraining.size, kValidation.size, kTest.size,
                kTraining.size + kValidation.size + kTest.size};
    }
    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        const std::uint64_t i = numberOf(index);
        const int signClass = classOf(i);
        Rng rng(kSeed, "signs", i);
        return Sample{draw(signClass, rng), signClass};
    }
    [[nodiscard]] Result<std::int32_t> label(std::int64_t index) const override {
        return classOf(numberOf(index));
    }

private:
    // Of all signs there are.
    [[nodiscard]] std::uint64_t numberOf(std::int64_t index) const {
        auto stretch = stretches_.begin();
        for (; index >= stretch->size; ++stretch) index -= stretch->size;
        return stretch->first + static_cast<std::uint64_t>(index);
    }
    // Sixteen images in a row hold every class once, in an order of their own.
    [[nodiscard]] static int classOf(std::uint64_t i) {
        std::array<int, kSignClasses> classes{};
        for (int k = 0; k < kSignClasses; ++k) classes[static_cast<std::size_t>(k)] = k;
        Rng order(kSeed, "signs order", i / kSignClasses);
        shuffle(classes, order);
        return classes[i % kSignClasses];
    }

    std::string name_;
    std::vector<Stretch> stretches_;
    std::vector<std::string> names_;
};

}  // namespace

std::shared_ptr<const Dataset> openSigns(Split split) {
    switch (split) {
        case Split::Train:
            return std::make_shared<Signs>("signs training", std::vector{kTraining});
        case Split::Validation:
            return std::make_shared<Signs>("signs validation", std::vector{kValidation});
        case Split::All:
            return std::make_shared<Signs>("signs all", std::vector{kTraining, kValidation, kTest});
        case Split::Test:
            break;
    }
    return std::make_shared<Signs>("signs test", std::vector{kTest});
}

}  // namespace splitee
