// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/npy_file.h"

#include <QFile>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace splitee {
namespace {

constexpr std::size_t kMaxHeader = 64 << 10;
constexpr std::size_t kMaxDimensions = 8;

std::size_t itemBytes(std::string_view type) {
    return type == "|u1" ? 1 : type == "<i4" ? 4 : type == "<i8" ? 8 : 0;
}

// Reads the dictionary of a header, a Python literal with three keys in any order.
class NpyDictionary {
public:
    explicit NpyDictionary(std::string_view text) : rest_(text) {}

    [[nodiscard]] std::optional<NpyHeader> read() {
        NpyHeader header;
        int keys = 0;
        if (!eat("{")) return std::nullopt;
        while (!eat("}")) {
            if (eat("'descr'") && eat(":")) {
                if (!readText(header.type)) return std::nullopt;
                keys |= 1;
            } else if (eat("'fortran_order'") && eat(":")) {
                header.columnMajor = eat("True");
                if (!header.columnMajor && !eat("False")) return std::nullopt;
                keys |= 2;
            } else if (eat("'shape'") && eat(":")) {
                if (!readShape(header.shape)) return std::nullopt;
                keys |= 4;
            } else {
                return std::nullopt;
            }
            if (!eat(",") && !rest_.starts_with('}')) return std::nullopt;
        }
        skipSpace();
        return keys == 7 && rest_.empty() ? std::optional(header) : std::nullopt;
    }

private:
    void skipSpace() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n'))
            rest_.remove_prefix(1);
    }
    bool eat(std::string_view token) {
        skipSpace();
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        skipSpace();
        return true;
    }
    bool readText(std::string& text) {
        if (!rest_.starts_with('\'')) return false;
        const std::size_t end = rest_.find('\'', 1);
        if (end == std::string_view::npos) return false;
        text = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        skipSpace();
        return true;
    }
    bool readShape(std::vector<std::int64_t>& shape) {
        if (!eat("(")) return false;
        while (!eat(")")) {
            std::int64_t size = 0;
            const auto [end, error] =
                std::from_chars(rest_.data(), rest_.data() + rest_.size(), size);
            if (error != std::errc() || size < 0 || shape.size() == kMaxDimensions) return false;
            shape.push_back(size);
            rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
            if (!eat(",") && !rest_.starts_with(')')) return false;
        }
        return true;
    }

    std::string_view rest_;
};

// How many bytes the array has; none where that is more than a file can have.
std::optional<std::size_t> arrayBytes(const NpyHeader& header) {
    std::size_t bytes = itemBytes(header.type);
    for (const std::int64_t size : header.shape) {
        const auto count = static_cast<std::size_t>(size);
        if (count > 0 &&
            bytes > static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max()) / count)
            return std::nullopt;
        bytes *= count;
    }
    return bytes;
}

class MappedNpy final : public NpyFile {
public:
    MappedNpy(std::unique_ptr<QFile> file, NpyHeader header, const std::uint8_t* mapped,
              std::size_t bytes)
        : file_(std::move(file)), header_(std::move(header)), data_(mapped, bytes) {}
    [[nodiscard]] const NpyHeader& header() const override { return header_; }
    [[nodiscard]] std::span<const std::uint8_t> data() const override { return data_; }

private:
    std::unique_ptr<QFile> file_;  // unmaps in its destructor
    NpyHeader header_;
    std::span<const std::uint8_t> data_;
};

tl::unexpected<Error> unreadableArray(const std::filesystem::path& path, const std::string& why) {
    return fail("cannot read array " + path.string() + ": " + why);
}

}  // namespace

Result<NpyHeader> readNpyHeader(std::string_view begin) {
    if (!begin.starts_with("\x93NUMPY") || begin.size() < 12)
        return fail("it is no .npy file of NumPy");
    const auto byte = [&](std::size_t i) {
        return std::size_t{static_cast<unsigned char>(begin[i])};
    };
    const std::size_t version = byte(6);
    if (version < 1 || version > 3 || byte(7) != 0)
        return fail("its format has version " + std::to_string(version) + "." +
                    std::to_string(byte(7)) + ", but 1.0, 2.0 and 3.0 are known");
    const std::size_t start = version == 1 ? 10 : 12;
    std::size_t length = byte(8) | byte(9) << 8;
    if (version > 1) length |= byte(10) << 16 | byte(11) << 24;
    if (length > kMaxHeader)
        return fail("its header has " + std::to_string(length) +
                    " bytes, more than the 65536 allowed");
    if (begin.size() < start + length) return fail("it is cut off in its header");
    auto header = NpyDictionary(begin.substr(start, length)).read();
    if (!header) return fail("its header is damaged: it must say descr, fortran_order and shape");
    header->bytes = start + length;
    return *header;
}

Result<std::shared_ptr<const NpyFile>> NpyFile::open(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))  // a pipe would never end
        return unreadableArray(path, error && error != std::errc::no_such_file_or_directory
                                         ? error.message()
                                         : "there is no such file");
    auto file = std::make_unique<QFile>(QString::fromStdString(path.string()));
    if (!file->open(QIODevice::ReadOnly))
        return unreadableArray(path, file->errorString().toStdString());
    const auto size = static_cast<std::size_t>(file->size());
    const QByteArray begin = file->peek(static_cast<qint64>(std::min(size, kMaxHeader + 12)));
    auto header = readNpyHeader({begin.constData(), static_cast<std::size_t>(begin.size())});
    if (!header) return unreadableArray(path, header.error().message);
    if (header->columnMajor)
        return unreadableArray(path, "it is stored column by column (fortran_order)");
    if (itemBytes(header->type) == 0)
        return unreadableArray(path, "its values have the type '" + header->type.substr(0, 20) +
                                         "', but |u1, <i4 and <i8 can be read");
    const auto wanted = arrayBytes(*header);
    if (!wanted || *wanted != size - header->bytes)
        return unreadableArray(
            path,
            "its header promises " +
                (wanted ? std::to_string(*wanted) + " bytes" : "more bytes than a file can hold") +
                ", but " + std::to_string(size - header->bytes) + " follow; it may be cut off");
    if (*wanted == 0) return unreadableArray(path, "it holds nothing");
    const uchar* mapped = file->map(0, static_cast<qint64>(size));
    if (mapped == nullptr) return unreadableArray(path, file->errorString().toStdString());
    const std::uint8_t* data = mapped + header->bytes;
    return std::make_shared<MappedNpy>(std::move(file), std::move(*header), data, *wanted);
}

}  // namespace splitee
