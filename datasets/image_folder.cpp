#include "datasets/image_folder.h"

#include <QImage>
#include <QImageReader>

#include <algorithm>
#include <array>
#include <fstream>
#include <mutex>

#include "datasets/digest.h"
#include "engine/rng.h"

namespace splitee {
namespace {

constexpr std::int64_t kMaxPixels = 64'000'000;
constexpr int kAllocationLimitMiB = 320;             // a 64-megapixel RGBA image and some
constexpr std::size_t kMaxImages = 5'000'000;
constexpr std::array<std::string_view, 5> kEndings{".jpg", ".jpeg", ".png", ".bmp", ".webp"};

struct File {
    std::filesystem::path path;
    std::int32_t label;
};

bool looksLikeImage(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
    return std::ranges::find(kEndings, ending) != kEndings.end();
}

// Entries of one folder, sorted, so that the result is the same on every machine. Links to folders are not followed.
Result<std::vector<std::filesystem::path>> sortedEntries(const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> entries;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        entries.push_back(it->path());
        if (entries.size() > kMaxImages) return fail("folder " + folder.string() + " holds more than 5,000,000 files");
    }
    if (error) return fail("cannot read folder " + folder.string() + ": " + error.message());
    std::ranges::sort(entries);
    return entries;
}

bool isFolder(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_directory(std::filesystem::symlink_status(path, error));
}

// "017.bonsai" -> "bonsai" (Caltech-256).
std::string className(const std::filesystem::path& folder) {
    std::string name = folder.filename().string();
    const bool numbered = name.size() > 4 && name[3] == '.' && std::all_of(name.begin(), name.begin() + 3, [](char c) { return c >= '0' && c <= '9'; });
    return numbered ? name.substr(4) : name;
}

QImage asRgb(const QImage& image) {
    if (!image.hasAlphaChannel()) return image.convertToFormat(QImage::Format_RGB888);
    QImage white(image.size(), QImage::Format_RGB888);
    white.fill(Qt::white);
    const QImage from = image.convertToFormat(QImage::Format_RGBA8888);
    for (int y = 0; y < from.height(); ++y) {
        const uchar* in = from.constScanLine(y);
        uchar* out = white.scanLine(y);
        for (int x = 0; x < from.width(); ++x, in += 4, out += 3)
            for (int c = 0; c < 3; ++c) out[c] = static_cast<uchar>((in[c] * in[3] + 255 * (255 - in[3]) + 127) / 255);
    }
    return white;
}

class ImageFolder final : public Dataset {
public:
    ImageFolder(std::filesystem::path root, int side, std::vector<std::string> classes, std::vector<File> files)
        : root_(std::move(root)), side_(side), classes_(std::move(classes)), files_(std::move(files)) {}
    [[nodiscard]] std::string name() const override { return "folder " + root_.string(); }
    [[nodiscard]] std::int64_t size() const override { return static_cast<std::int64_t>(files_.size()); }
    [[nodiscard]] int side() const override { return side_; }
    [[nodiscard]] const std::vector<std::string>& classNames() const override { return classes_; }

    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        const File& file = files_[static_cast<std::size_t>(index)];
        QImageReader reader(QString::fromStdString(file.path.string()));
        reader.setDecideFormatFromContent(true);
        reader.setAutoTransform(true);
        const QSize size = reader.size();
        const auto problem = [&](const std::string& why) { return fail("cannot read image " + file.path.string() + ": " + why); };
        if (size.isValid() && std::int64_t{size.width()} * size.height() > kMaxPixels)
            return problem("it has " + std::to_string(size.width()) + " x " + std::to_string(size.height()) +
                           " pixels, more than the 64 million allowed");
        const QImage image = reader.read();
        if (image.isNull()) return problem(reader.errorString().toStdString());
        const int square = std::min(image.width(), image.height());
        const QImage centre = image.copy((image.width() - square) / 2, (image.height() - square) / 2, square, square);
        const QImage scaled = asRgb(centre).scaled(side_, side_, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB888);
        if (scaled.isNull()) return problem("there is not enough memory");
        Sample sample{{side_, side_, {}}, file.label};
        for (int y = 0; y < side_; ++y)
            sample.image.pixels.insert(sample.image.pixels.end(), scaled.constScanLine(y), scaled.constScanLine(y) + side_ * 3);
        return sample;
    }

    [[nodiscard]] std::string hash() const override {
        std::call_once(hashed_, [this] {
            std::string sums;
            for (const File& file : files_) {
                std::ifstream in(file.path, std::ios::binary);
                const std::string bytes(std::istreambuf_iterator<char>(in), {});
                sums += file.path.lexically_relative(root_).generic_string() + '\n' + sha256(bytes);
            }
            hash_ = hexText(sha256(sums));
        });
        return hash_;
    }

private:
    std::filesystem::path root_;
    int side_;
    std::vector<std::string> classes_;
    std::vector<File> files_;
    mutable std::once_flag hashed_;
    mutable std::string hash_;
};

Split splitOf(const std::filesystem::path& relative) {
    const auto share = mixBits(hashText(relative.generic_string())) % 100;
    return share < 70 ? Split::Train : share < 85 ? Split::Validation : Split::Test;
}

}  // namespace

Result<std::shared_ptr<const Dataset>> openImageFolder(const std::filesystem::path& path, int side, Split split) {
    QImageReader::setAllocationLimit(kAllocationLimitMiB);
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) return fail("cannot open image folder " + path.string() + ": there is no such folder");
    auto entries = sortedEntries(path);
    if (!entries) return tl::unexpected(entries.error());
    std::erase_if(*entries, [](const auto& entry) { return !isFolder(entry); });
    std::filesystem::path root = path;
    if (entries->size() == 1) {
        const auto inner = sortedEntries(entries->front());
        if (inner && std::ranges::count_if(*inner, isFolder) > 1) {
            root = entries->front();
            entries = inner;
            std::erase_if(*entries, [](const auto& entry) { return !isFolder(entry); });
        }
    }
    std::vector<std::string> classes;
    std::vector<File> files;
    for (const auto& folder : *entries) {
        const auto images = sortedEntries(folder);
        if (!images) return tl::unexpected(images.error());
        if (std::ranges::none_of(*images, looksLikeImage)) continue;
        const auto label = static_cast<std::int32_t>(classes.size());
        classes.push_back(className(folder));
        for (const auto& image : *images)
            if (looksLikeImage(image) && splitOf(image.lexically_relative(root)) == split) files.push_back({image, label});
    }
    if (classes.size() < 2)
        return fail("image folder " + path.string() + " holds " + std::to_string(classes.size()) +
                    " class folders with images, but at least 2 are needed: lay it out as <class>/<image>");
    if (files.empty()) return fail("image folder " + path.string() + " has no image in this part of the split: add images");
    return std::make_shared<ImageFolder>(root, side, std::move(classes), std::move(files));
}

}  // namespace splitee
