// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/image_file.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include <algorithm>
#include <fstream>
#include <memory>

#include "datasets/digest.h"
#include "datasets/image_whole.h"

namespace splitee {
namespace {

constexpr std::int64_t kMaxPixels = 64'000'000;
constexpr int kAllocationLimitMiB = 320;  // a 64-megapixel RGBA image and some

QImage overWhite(const QImage& image) {
    if (!image.hasAlphaChannel()) return image.convertToFormat(QImage::Format_RGB888);
    QImage white(image.size(), QImage::Format_RGB888);
    const QImage from = image.convertToFormat(QImage::Format_RGBA8888);
    for (int y = 0; y < from.height(); ++y) {
        const uchar* in = from.constScanLine(y);
        uchar* out = white.scanLine(y);
        for (int x = 0; x < from.width(); ++x, in += 4, out += 3)
            for (int c = 0; c < 3; ++c)
                out[c] = static_cast<uchar>((in[c] * in[3] + 255 * (255 - in[3]) + 127) / 255);
    }
    return white;
}

// A reader behind the header: its size is in range, and nothing is missing that the format tells.
struct Opened {
    QByteArray data;
    QBuffer buffer;
    QImageReader reader;
};

Result<std::unique_ptr<Opened>> openedImage(std::string_view bytes) {
    static const bool limited =
        (QImageReader::setAllocationLimit(kAllocationLimitMiB), true);  // Qt's is no atomic
    static_cast<void>(limited);
    const std::string_view format = imageFormat(bytes);
    if (format.empty()) return fail("it is not a JPEG, PNG, BMP or WebP image");
    if (format == "jpeg" && isCutOffJpeg(bytes))
        return fail("it is cut off: the end of the JPEG is missing");
    auto opened = std::make_unique<Opened>();
    opened->data = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    opened->buffer.setBuffer(&opened->data);
    opened->buffer.open(QIODevice::ReadOnly);
    QImageReader& reader = opened->reader;
    reader.setDevice(&opened->buffer);
    reader.setFormat(QByteArray::fromRawData(format.data(), static_cast<qsizetype>(format.size())));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return fail("its header is damaged, or Qt's reader for " + std::string(format) +
                    " is not installed");
    if (std::int64_t{size.width()} * size.height() > kMaxPixels)
        return fail("it has " + std::to_string(size.width()) + " x " +
                    std::to_string(size.height()) + " pixels, more than the 64 million allowed");
    if (format == "bmp" && isCutOffBmp(bytes, size.width(), size.height()))
        return fail("it is cut off: pixels of the BMP are missing");
    return opened;
}

Result<QImage> decoded(std::string_view bytes) {
    auto opened = openedImage(bytes);
    if (!opened) return tl::unexpected(opened.error());
    QImage image = (*opened)->reader.read();
    if (image.isNull()) return fail((*opened)->reader.errorString().toStdString());
    return image;
}

}  // namespace

tl::unexpected<Error> unreadableImage(const std::filesystem::path& name, const std::string& why) {
    return fail("cannot read image " + name.string() + ": " + why);
}

Result<std::string> imageFileBytes(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))  // a pipe or a device would never end
        return fail(error ? error.message() : "it is not a file");
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) return fail(error.message());
    if (size > kMaxImageBytes)
        return fail("it has " + std::to_string(size) + " bytes, more than the 256 MiB allowed");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail("it cannot be opened; check its permissions");
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));  // it may have been cut since
    return bytes;
}

Result<std::string> checkImage(const std::string& bytes, const std::filesystem::path& name) {
    const auto opened = openedImage(bytes);
    if (!opened) return unreadableImage(name, opened.error().message);
    if (imageFormat(bytes) == std::string_view("jpeg")) {  // its tables show with the first row
        QImageReader& reader = (*opened)->reader;
        reader.setClipRect({0, 0, reader.size().width(), 1});
        if (reader.read().isNull())
            return unreadableImage(name, reader.errorString().toStdString());
    }
    if (mayBeDamaged(bytes))
        if (const auto image = decoded(bytes); !image)
            return unreadableImage(name, image.error().message);
    return sha256(bytes);
}

Result<Image> readImageFile(const std::filesystem::path& path, int side) {
    const auto bytes = imageFileBytes(path);
    if (!bytes) return unreadableImage(path, bytes.error().message);
    return readImage(*bytes, path, side);
}

Result<Image> readImage(const std::string& bytes, const std::filesystem::path& name, int side) {
    if (side < 1 || side > kMaxImageSide)
        return unreadableImage(
            name, "it cannot be resized to " + std::to_string(side) + " pixels a side");
    auto image = decoded(bytes);
    if (!image) return unreadableImage(name, image.error().message);
    const int square = std::min(image->width(), image->height());
    if (image->width() != image->height())
        *image = image->copy((image->width() - square) / 2, (image->height() - square) / 2, square,
                             square);
    // Resized before the rest, so that a large image is not copied in every step; Qt averages areas
    // in these two formats, in others it interpolates between half size and full size.
    image->convertTo(image->hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                              : QImage::Format_RGB32);
    const QImage scaled =
        overWhite(image->scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    if (scaled.isNull()) return unreadableImage(name, "there is not enough memory");
    Image result{side, side, {}};
    result.pixels.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 3);
    for (int y = 0; y < side; ++y)
        result.pixels.insert(result.pixels.end(), scaled.constScanLine(y),
                             scaled.constScanLine(y) + side * 3);
    return result;
}

}  // namespace splitee
