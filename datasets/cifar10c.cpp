// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/cifar10c.h"

#include <algorithm>
#include <cmath>
#include <mutex>

#include "datasets/cifar10.h"
#include "datasets/digest.h"
#include "datasets/distortion.h"
#include "datasets/npy_file.h"
#include "engine/fields.h"

namespace splitee {
namespace {

constexpr int kTestSide = 32;
constexpr std::size_t kImageBytes = std::size_t{kTestSide} * kTestSide * 3;

using Labels = std::vector<std::int32_t>;

std::string_view bytesIn(const NpyFile& file) {
    const auto data = file.data();
    return {reinterpret_cast<const char*>(data.data()), data.size()};
}

// One corruption at one severity.
class RecordedImages final : public Dataset {
public:
    RecordedImages(std::string name, std::shared_ptr<const Labels> labels,
                   std::shared_ptr<const NpyFile> images, std::size_t first)
        : name_(std::move(name)),
          labels_(std::move(labels)),
          images_(std::move(images)),
          first_(first),
          classes_(cifar10Classes()) {}
    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::int64_t size() const override {
        return static_cast<std::int64_t>(labels_->size());
    }
    [[nodiscard]] int side() const override { return kTestSide; }
    [[nodiscard]] const std::vector<std::string>& classNames() const override { return classes_; }
    // Of the whole file, so that all severities of a corruption are the same data.
    [[nodiscard]] std::string hash() const override {
        std::call_once(hashed_, [this] { hash_ = hexText(sha256(bytesIn(*images_))); });
        return hash_;
    }
    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        const auto at = static_cast<std::size_t>(index);
        const auto pixels = images_->data().subspan((first_ + at) * kImageBytes, kImageBytes);
        return Sample{Image{kTestSide, kTestSide, {pixels.begin(), pixels.end()}}, (*labels_)[at]};
    }

private:
    std::string name_;
    std::shared_ptr<const Labels> labels_;
    std::shared_ptr<const NpyFile> images_;
    std::size_t first_;
    std::vector<std::string> classes_;
    mutable std::once_flag hashed_;
    mutable std::string hash_;
};

class Cifar10c final : public Dataset {
public:
    Cifar10c(std::filesystem::path folder, Labels labels, std::string hash,
             std::shared_ptr<const Dataset> clean)
        : folder_(std::move(folder)),
          labels_(std::make_shared<const Labels>(std::move(labels))),
          hash_(std::move(hash)),
          clean_(std::move(clean)),
          classes_(cifar10Classes()) {}
    [[nodiscard]] std::string name() const override { return "cifar10c test"; }
    [[nodiscard]] std::int64_t size() const override {
        return static_cast<std::int64_t>(labels_->size());
    }
    [[nodiscard]] int side() const override { return kTestSide; }
    [[nodiscard]] const std::vector<std::string>& classNames() const override { return classes_; }
    [[nodiscard]] std::string hash() const override { return hash_; }
    [[nodiscard]] Result<std::int32_t> label(std::int64_t index) const override {
        return (*labels_)[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        if (!clean_) return noCleanImages();
        return clean_->read(index);
    }
    [[nodiscard]] Result<std::shared_ptr<const Dataset>> recorded(
        const Distortion& distortion) const override;

private:
    [[nodiscard]] tl::unexpected<Error> noCleanImages() const {
        return fail("CIFAR-10-C at " + folder_.string() +
                    " holds no clean images: choose a distortion, as in fog@3, or put "
                    "test_batch.bin of CIFAR-10 into that folder");
    }

    std::filesystem::path folder_;
    std::shared_ptr<const Labels> labels_;
    std::string hash_;
    std::shared_ptr<const Dataset> clean_;  // null: not there
    std::vector<std::string> classes_;
};

// The file's name without .npy; none for scenes and for salt, which were never recorded.
std::string_view fileOf(const Distortion& distortion) {
    if (distortion.kind == DistortionKind::GaussianBlur) return "gaussian_blur";
    if (distortion.kind == DistortionKind::GaussianNoise) return "gaussian_noise";
    if (distortion.kind != DistortionKind::Corruption || isScene(distortion.corruption)) return {};
    return kCorruptions[static_cast<std::size_t>(distortion.corruption)].name;
}

Result<std::shared_ptr<const Dataset>> Cifar10c::recorded(const Distortion& distortion) const {
    if (distortion.kind == DistortionKind::Clean) {
        if (!clean_) return noCleanImages();
        return clean_;
    }
    const std::string_view file = fileOf(distortion);
    const auto severity = severityOf(distortion);
    if (file.empty() || !severity || *severity != std::floor(*severity))
        return fail("CIFAR-10-C at " + folder_.string() + " holds no " + toText(distortion) +
                    ": it was recorded under the 19 corruptions at severities 1, 2, 3, 4 and 5, "
                    "as in fog@3");
    const auto path = folder_ / (std::string(file) + ".npy");
    auto images = NpyFile::open(path);
    if (!images) return tl::unexpected(images.error());
    const auto samples = static_cast<std::int64_t>(labels_->size());
    if (const NpyHeader& header = (*images)->header();
        header.type != "|u1" ||
        header.shape != std::vector<std::int64_t>{kSeverities * samples, kTestSide, kTestSide, 3})
        return fail("cannot read array " + path.string() + ": CIFAR-10-C with " +
                    std::to_string(samples) + " labels has " +
                    std::to_string(kSeverities * samples) +
                    " x 32 x 32 x 3 bytes in each file, but this has another shape or type");
    const auto first = static_cast<std::size_t>(*severity - 1) * labels_->size();
    return std::make_shared<RecordedImages>(name() + ", " + toText(distortion), labels_,
                                            std::move(*images), first);
}

// The published labels are those of the 10,000 images five times over; once is taken for the same.
Result<Labels> readLabels(const NpyFile& file, const std::filesystem::path& path) {
    const NpyHeader& header = file.header();
    if (header.shape.size() != 1)
        return fail("cannot read labels " + path.string() + ": they must be one row of numbers");
    const std::size_t bytes = header.type == "|u1" ? 1 : header.type == "<i4" ? 4 : 8;
    const auto count = static_cast<std::size_t>(header.shape[0]);
    Labels labels(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t value = 0;
        for (std::size_t k = bytes; k-- > 0;) value = value << 8 | file.data()[i * bytes + k];
        if (value >= cifar10Classes().size())
            return fail("cannot read labels " + path.string() + ": label " + std::to_string(i) +
                        " is none of 0 to 9");
        labels[i] = static_cast<std::int32_t>(value);
    }
    const std::size_t samples = count / kSeverities;
    const auto begin = labels.begin();
    const auto repeats = [&](std::size_t k) {
        return std::equal(begin, begin + static_cast<std::ptrdiff_t>(samples),
                          begin + static_cast<std::ptrdiff_t>(k * samples));
    };
    if (samples > 0 && count % kSeverities == 0 && repeats(1) && repeats(2) && repeats(3) &&
        repeats(4))
        labels.resize(samples);
    return labels;
}

}  // namespace

bool isCifar10c(const std::filesystem::path& folder) {
    std::error_code error;
    return std::filesystem::is_regular_file(folder / "labels.npy", error) &&
           std::ranges::any_of(kCorruptions, [&](const CorruptionInfo& info) {
               return std::filesystem::is_regular_file(folder / (std::string(info.name) + ".npy"),
                                                       error);
           });
}

Result<std::shared_ptr<const Dataset>> openCifar10c(const std::filesystem::path& folder,
                                                    Split split) {
    if (split == Split::Train || split == Split::Validation)
        return fail("CIFAR-10-C at " + folder.string() +
                    " is the test images of CIFAR-10: choose part test");
    const auto path = folder / "labels.npy";
    const auto file = NpyFile::open(path);
    if (!file) return tl::unexpected(file.error());
    auto labels = readLabels(**file, path);
    if (!labels) return tl::unexpected(labels.error());
    std::shared_ptr<const Dataset> clean;
    std::error_code error;
    for (const char* name : {"test_batch.bin", "test_batch.bin.xz"})
        if (!clean && std::filesystem::exists(folder / name, error)) {
            auto batch = openCifar10(folder / name, Split::Test);
            if (!batch) return batch;
            clean = std::move(*batch);
        }
    if (clean && clean->size() != static_cast<std::int64_t>(labels->size()))
        return fail("CIFAR-10-C at " + folder.string() + " has " + std::to_string(labels->size()) +
                    " labels, but test_batch.bin " + std::to_string(clean->size()) + " images");
    for (std::int64_t i = 0; clean && i < clean->size(); ++i)
        if (const auto label = clean->label(i);
            label && *label != (*labels)[static_cast<std::size_t>(i)])
            return fail("CIFAR-10-C at " + folder.string() + ": label " + std::to_string(i) +
                        " differs from that of test_batch.bin, so they are not the same images");
    return std::make_shared<Cifar10c>(folder, std::move(*labels), hexText(sha256(bytesIn(**file))),
                                      std::move(clean));
}

}  // namespace splitee
