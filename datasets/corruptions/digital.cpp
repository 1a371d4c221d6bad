// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QImage>
#include <QImageWriter>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "datasets/corruptions/families.h"
#include "datasets/corruptions/filters.h"

namespace splitee {
namespace {

// Three points of a square in the middle, and where each has moved to, make an affine map; every
// pixel comes from where the inverse sends it.
void transformAffinely(Frame& frame, double furthest, Rng& rng) {
    const double half = std::min(frame.width, frame.height) / 3;
    const double cx = frame.width / 2;
    const double cy = frame.height / 2;
    std::array<double, 6> moved{cx + half, cy + half, cx + half, cy - half, cx - half, cy - half};
    for (double& at : moved) at += furthest * (2 * rng.uniform() - 1);
    if (half == 0) return;
    const double ax = (moved[2] - moved[4]) / (2 * half);
    const double ay = (moved[3] - moved[5]) / (2 * half);
    const double bx = (moved[0] - moved[2]) / (2 * half);
    const double by = (moved[1] - moved[3]) / (2 * half);
    const double area = ax * by - ay * bx;
    if (std::abs(area) < 1e-6) return;  // the square has become a line
    const Frame from = frame;
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x) {
            const double dx = x - moved[0];
            const double dy = y - moved[1];
            const auto u = static_cast<float>(cx + half + (by * dx - bx * dy) / area);
            const auto v = static_cast<float>(cy + half + (ax * dy - ay * dx) / area);
            for (int c = 0; c < frame.channels; ++c)
                frame.row(y)[x * frame.channels + c] = between(from, u, v, c, Border::Mirror);
        }
}

Frame shiftLayer(const Frame& like, double amount, double sigma, Rng& rng) {
    Frame layer = emptyFrame(like.width, like.height, 1);
    for (float& value : layer.values) value = static_cast<float>(2 * rng.uniform() - 1);
    blurGaussian(layer, sigma, Border::Reflect, 3);
    for (float& value : layer.values) value *= static_cast<float>(amount);
    return layer;
}

// The whole pixels that Pillow's box filter takes the mean of, for each of `count` out of n.
std::vector<std::pair<int, int>> boxRanges(int n, int count) {
    std::vector<std::pair<int, int>> ranges;
    for (int i = 0; i < count; ++i) {
        const auto edge = [&](int k) {
            return static_cast<int>(static_cast<double>(k) * n / count + .5);
        };
        ranges.emplace_back(edge(i), std::max(edge(i) + 1, edge(i + 1)));
    }
    return ranges;
}

// Rows of `frame` to `width` pixels, then turned: twice is both directions.
Frame boxShrunkTurned(const Frame& frame, int width) {
    const auto ranges = boxRanges(frame.width, width);
    Frame turned = emptyFrame(frame.height, width, frame.channels);
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < frame.channels; ++c) {
                const auto [first, end] = ranges[static_cast<std::size_t>(x)];
                float sum = 0;
                for (int from = first; from < end; ++from)
                    sum += frame.row(y)[from * frame.channels + c];
                turned.row(x)[y * frame.channels + c] =
                    std::floor(sum / static_cast<float>(end - first) + .5F);
            }
    return turned;
}

}  // namespace

void transformElastically(Frame& frame, const Constants& c, Rng& rng) {
    const int side = std::min(frame.width, frame.height);
    transformAffinely(frame, c[2] * side, rng);
    const Frame dx = shiftLayer(frame, c[0] * side, c[1] * side, rng);
    const Frame dy = shiftLayer(frame, c[0] * side, c[1] * side, rng);
    const Frame from = frame;
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            for (int channel = 0; channel < frame.channels; ++channel)
                frame.row(y)[x * frame.channels + channel] =
                    between(from, static_cast<float>(x) + dx.row(y)[x],
                            static_cast<float>(y) + dy.row(y)[x], channel, Border::Reflect);
}

void pixelate(Frame& frame, const Constants& c) {
    const auto shrunk = [&](int n) { return std::max(1, static_cast<int>(n * c[0] + 1e-9)); };
    const int width = shrunk(frame.width);
    const int height = shrunk(frame.height);
    const Frame small = boxShrunkTurned(boxShrunkTurned(frame, width), height);
    const auto nearest = [](int i, int from, int to) {
        return static_cast<int>((i + .5) * from / to);
    };
    for (int y = 0; y < frame.height; ++y)
        for (int x = 0; x < frame.width; ++x)
            std::copy_n(small.row(nearest(y, height, frame.height)) +
                            nearest(x, width, frame.width) * frame.channels,
                        frame.channels, frame.row(y) + x * frame.channels);
}

void compressAsJpeg(Frame& frame, const Constants& c) {
    const std::vector<std::uint8_t> bytes = bytesOf(frame);
    const QImage image(bytes.data(), frame.width, frame.height, 3 * frame.width,
                       QImage::Format_RGB888);
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(static_cast<int>(std::lround(c[0])));
    [[maybe_unused]] const bool written = writer.write(image);
    assert(written);  // QtGui brings its own writer
    const QImage read = QImage::fromData(file, "jpeg").convertToFormat(QImage::Format_RGB888);
    assert(read.size() == image.size());
    for (int y = 0; y < read.height(); ++y)
        std::copy_n(read.constScanLine(y), frame.stride(), frame.row(y));
}

}  // namespace splitee
