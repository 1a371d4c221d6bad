// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/cifar10.h"

#include <algorithm>
#include <array>
#include <map>

#include "datasets/archive_reader.h"
#include "datasets/digest.h"
#include "engine/rng.h"

namespace splitee {
namespace {

constexpr std::size_t kSide = 32;
constexpr std::size_t kPlane = kSide * kSide;
constexpr std::size_t kRecordBytes = 1 + 3 * kPlane;
constexpr std::size_t kBatchRecords = 10'000;
constexpr std::size_t kMaxSingleRecords = 100'000;
constexpr std::size_t kClasses = 10;
constexpr std::uint64_t kValidationShare = 20;  // one record in
constexpr std::array<const char*, kClasses> kClassNames{
    "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"};

class Cifar10 final : public Dataset {
public:
    Cifar10(std::string name, std::string records, PartSizes parts)
        : name_(std::move(name)),
          records_(std::move(records)),
          parts_(parts),
          names_(kClassNames.begin(), kClassNames.end()) {}

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::int64_t size() const override {
        return static_cast<std::int64_t>(records_.size() / kRecordBytes);
    }
    [[nodiscard]] int side() const override { return kSide; }
    [[nodiscard]] const std::vector<std::string>& classNames() const override { return names_; }
    [[nodiscard]] std::string hash() const override { return hexText(sha256(records_)); }
    [[nodiscard]] PartSizes parts() const override { return parts_; }

    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        const char* record = records_.data() + static_cast<std::size_t>(index) * kRecordBytes;
        Sample sample{Image{kSide, kSide, std::vector<std::uint8_t>(3 * kPlane)},
                      static_cast<unsigned char>(record[0])};
        std::vector<std::uint8_t>& pixels = sample.image().pixels;
        for (std::size_t pixel = 0; pixel < kPlane; ++pixel)
            for (std::size_t c = 0; c < 3; ++c)
                pixels[pixel * 3 + c] = static_cast<unsigned char>(record[1 + c * kPlane + pixel]);
        return sample;
    }

private:
    std::string name_;
    std::string records_;
    PartSizes parts_;
    std::vector<std::string> names_;
};

Result<void> checkRecords(const std::string& bytes, const std::string& where, bool wholeBatch) {
    if (bytes.empty() || bytes.size() % kRecordBytes != 0)
        return fail(where + " is not a CIFAR-10 batch: it has " + std::to_string(bytes.size()) +
                    " bytes, which is no whole number of records of 3073 bytes; it may be cut off");
    const std::size_t records = bytes.size() / kRecordBytes;
    if (wholeBatch && records != kBatchRecords)
        return fail(where + " holds " + std::to_string(records) +
                    " records, but a CIFAR-10 batch holds 10000");
    for (std::size_t r = 0; r < records; ++r)
        if (const auto label = static_cast<unsigned char>(bytes[r * kRecordBytes]);
            label >= kClasses)
            return fail(where + ": record " + std::to_string(r) + " has label " +
                        std::to_string(label) + ", but CIFAR-10 has labels 0 to 9");
    return {};
}

// The Python edition has the same names without .bin: a pickle each, beside batches.meta.
bool isPythonName(const std::string& file) {
    return file == "test_batch" || file == "batches.meta" ||
           (file.size() == 12 && file.starts_with("data_batch_") && file[11] >= '1' &&
            file[11] <= '5');
}

tl::unexpected<Error> pythonEdition(const std::filesystem::path& path) {
    return fail(path.string() +
                " is the Python edition of CIFAR-10: its pickles may hold programs and are never "
                "opened; get the binary version, cifar-10-binary.tar.gz, from the same page and "
                "name that");
}

std::vector<std::string> batchesOf(Split split) {
    if (split == Split::Test) return {"test_batch.bin"};
    std::vector<std::string> batches{"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin",
                                     "data_batch_4.bin", "data_batch_5.bin"};
    if (split == Split::All) batches.emplace_back("test_batch.bin");
    return batches;
}

bool isHeldOut(std::size_t record) { return mixBits(record) % kValidationShare == 0; }

PartSizes partsOfCifar10() {
    PartSizes parts{5 * kBatchRecords, 0, kBatchRecords, 6 * kBatchRecords};
    for (std::size_t r = 0; r < 5 * kBatchRecords; ++r) parts.validation += isHeldOut(r);
    parts.train -= parts.validation;
    return parts;
}

std::size_t expectedBytes(Split split) {
    const std::size_t records = split == Split::Train ? 5 * kBatchRecords
                                : split == Split::All ? 6 * kBatchRecords
                                                      : kBatchRecords;
    return records * kRecordBytes;
}

// Appends a batch's records that the split keeps; `batch`: its place among the training batches.
void keepRecords(const std::string& bytes, std::size_t batch, Split split, std::string& kept) {
    if (split == Split::Test || split == Split::All) {
        kept += bytes;
        return;
    }
    for (std::size_t r = 0; r < bytes.size() / kRecordBytes; ++r) {
        const bool validation = isHeldOut(batch * kBatchRecords + r);
        if (validation == (split == Split::Validation))
            kept.append(bytes, r * kRecordBytes, kRecordBytes);
    }
}

Result<std::string> readFolder(const std::filesystem::path& folder, Split split) {
    std::string kept;
    kept.reserve(expectedBytes(split));  // growing would hold it twice
    std::size_t batch = 0;
    for (const std::string& name : batchesOf(split)) {
        std::error_code error;
        auto path = folder / name;
        if (!std::filesystem::exists(path, error)) path += ".xz";
        if (!std::filesystem::exists(path, error))
            return fail("CIFAR-10 folder " + folder.string() + " has no " + name + " or " + name +
                        ".xz");
        auto bytes = readCompressedFile(path, kBatchRecords * kRecordBytes);
        if (!bytes) return tl::unexpected(bytes.error());
        if (auto valid = checkRecords(*bytes, path.string(), true); !valid)
            return tl::unexpected(valid.error());
        keepRecords(*bytes, batch++, split, kept);
    }
    return kept;
}

Result<std::string> readDownload(const std::filesystem::path& path, Split split) {
    const auto wanted = batchesOf(split);
    std::map<std::string, std::string> found;
    bool python = false;
    const auto baseName = [](const std::string& name) {
        return std::filesystem::path(name).filename().string();
    };
    auto read = readArchive(
        path,
        [&](const std::string& name) {
            python = python || isPythonName(baseName(name));
            return std::ranges::find(wanted, baseName(name)) == wanted.end()
                       ? 0
                       : kBatchRecords * kRecordBytes;
        },
        [&](const std::string& name, std::string bytes) {
            auto valid = checkRecords(bytes, path.string() + ": " + name, true);
            if (valid) found[baseName(name)] = std::move(bytes);
            return valid;
        });
    if (!read) return tl::unexpected(read.error());
    if (python && found.empty()) return pythonEdition(path);
    std::string kept;
    kept.reserve(expectedBytes(split));  // growing would hold it twice
    for (std::size_t batch = 0; batch < wanted.size(); ++batch) {
        const auto bytes =
            found.extract(wanted[batch]);  // freed after its turn: a training set is 150 MB
        if (!bytes) return fail("archive " + path.string() + " holds no " + wanted[batch]);
        keepRecords(bytes.mapped(), batch, split, kept);
    }
    return kept;
}

Result<std::string> readSingle(const std::filesystem::path& path) {
    auto bytes = readCompressedFile(path, kMaxSingleRecords * kRecordBytes);
    if (!bytes) return bytes;
    if (auto valid = checkRecords(*bytes, path.string(), false); !valid)
        return tl::unexpected(valid.error());
    return bytes;
}

}  // namespace

std::vector<std::string> cifar10Classes() { return {kClassNames.begin(), kClassNames.end()}; }

bool isCifar10Batch(const std::string& file) {
    const auto batches = batchesOf(Split::All);
    return isPythonName(file) || std::ranges::any_of(batches, [&](const std::string& batch) {
               return file == batch || file == batch + ".xz";
           });
}

bool isPythonCifar10(const std::filesystem::path& folder) {
    const auto holds = [&](const char* name) {
        std::error_code error;
        return std::filesystem::is_regular_file(folder / name, error);
    };
    const auto inner = [](const char* name) { return std::string("cifar-10-batches-py/") + name; };
    for (const char* batch : {"data_batch_1", "test_batch"})
        if (holds((std::string(batch) + ".bin").c_str()) ||
            holds((std::string(batch) + ".bin.xz").c_str()))
            return false;
    return holds("data_batch_1") || holds("test_batch") || holds(inner("data_batch_1").c_str()) ||
           holds(inner("test_batch").c_str());
}

Result<std::shared_ptr<const Dataset>> openCifar10(const std::filesystem::path& path, Split split) {
    std::error_code error;
    const std::string file = path.filename().string();
    Result<std::string> records;
    PartSizes parts = partsOfCifar10();
    if (std::filesystem::is_directory(path, error)) {
        const auto inner = path / "cifar-10-batches-bin";
        const bool binary = std::filesystem::is_directory(inner, error);
        if (!binary && isPythonCifar10(path)) return pythonEdition(path);
        records = readFolder(binary ? inner : path, split);
    } else if (!std::filesystem::exists(path, error)) {
        return fail("cannot open CIFAR-10 at " + path.string() + ": " +
                    (error ? error.message() : "there is no such file or folder"));
    } else if (isPythonName(file)) {
        return pythonEdition(path);
    } else if (file.ends_with(".bin") || file.ends_with(".bin.xz")) {
        records = readSingle(path);
        parts = {};
    } else {
        records = readDownload(path, split);
    }
    if (!records) return tl::unexpected(records.error());
    const char* part = split == Split::Test    ? "test"
                       : split == Split::Train ? "training"
                       : split == Split::All   ? "all"
                                               : "validation";
    return std::make_shared<Cifar10>(std::string("cifar10 ") + part, std::move(*records), parts);
}

}  // namespace splitee
