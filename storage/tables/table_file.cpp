// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/table_file.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <ranges>

#include "engine/plain_text.h"
#include "engine/rng.h"
#include "engine/whole_file.h"
#include "storage/tables/packed_columns.h"
#include "storage/tables/table_csv.h"

static_assert(std::endian::native == std::endian::little, "exit tables are little endian");

namespace splitee {
namespace {

constexpr std::string_view kMagic = "SPLITEXT";
constexpr std::uint32_t kPackedVersion = 3;
constexpr std::uint32_t kVersion = kPackedVersion;  // the newest that is read
constexpr std::uintmax_t kMostTableBytes = 2ULL << 30;
constexpr std::uint64_t kMaxNumbers =
    430'000'000;  // confidences, entropies and context: 3.4 GB; what 2 GiB of version 1 may hold
constexpr std::size_t kMaxNameBytes = 4096;
constexpr std::size_t kMaxContextNamesBytes = kMaxContext * (kMaxContextNameBytes + 1);

struct FileHeader {
    std::uint32_t exits;
    std::uint64_t samples;
    std::uint32_t nameBytes;
    std::uint8_t confidenceBytes, predictionBytes;
    std::uint8_t entropyBytes, contextBytes;  // 0: none; from version 2 on
    std::uint32_t contextNamesBytes;          // from version 2 on
};

// Of the columns in their order, the depths left out.
std::vector<ColumnGroup> groupsOf(const FileHeader& header, std::size_t contextColumns) {
    const std::size_t exits = header.exits;
    return {{8, 1},
            {4, 1},
            {header.confidenceBytes, exits},
            {header.predictionBytes, exits},
            {header.entropyBytes, exits},
            {header.contextBytes, contextColumns}};
}

std::uint64_t prefixBytes(std::uint32_t version) { return version == 1 ? 30 : 36; }

template <class T>
void append(std::string& bytes, T value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class As, class T>
void appendAll(std::string& bytes, const std::vector<T>& values) {
    for (const T value : values) append(bytes, static_cast<As>(value));
}

// Reads values one after the other; the caller has checked that there are enough bytes.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    template <class T>
    T get() {
        T value{};
        std::memcpy(&value, bytes_.data() + at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    std::string text(std::size_t size) {
        at_ += size;
        return std::string(bytes_.substr(at_ - size, size));
    }
    template <class As, class T>
    void getAll(std::vector<T>& values, std::size_t count) {
        values.reserve(count);
        for (std::size_t i = 0; i < count; ++i) values.push_back(static_cast<T>(get<As>()));
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

// The fewest bytes that keep every value: 2 as multiples of `step`, 4 as float, 8; 0 for no values.
std::uint8_t bytesFor(const std::vector<double>& values, double step) {
    if (values.empty()) return 0;
    const auto isStep = [&](double v) {
        return v >= 0 && v <= 65535 * step && std::floor(v / step) * step == v && !std::signbit(v);
    };
    const auto isFloat = [](double v) {
        return std::abs(v) <= double{std::numeric_limits<float>::max()} &&
               double{static_cast<float>(v)} == v;
    };
    return std::ranges::all_of(values, isStep) ? 2 : std::ranges::all_of(values, isFloat) ? 4 : 8;
}

void appendValues(std::string& bytes, const std::vector<double>& values, std::uint8_t width,
                  double step) {
    if (width == 2)
        for (const double value : values) append(bytes, static_cast<std::uint16_t>(value / step));
    else
        width == 4 ? appendAll<float>(bytes, values) : appendAll<double>(bytes, values);
}

void getValues(Reader& reader, std::vector<double>& values, std::size_t count, std::uint8_t width,
               double step) {
    if (width == 0) return;
    if (width == 2) {
        reader.getAll<std::uint16_t>(values, count);
        for (double& value : values) value *= step;
    } else {
        width == 4 ? reader.getAll<float>(values, count) : reader.getAll<double>(values, count);
    }
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
    return text;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> names;
    if (!text.empty())
        for (const auto name : std::views::split(text, ','))
            names.emplace_back(name.begin(), name.end());
    return names;
}

// Cut to the limit, and never inside a character of UTF-8.
std::string_view storedName(std::string_view name) {
    if (name.size() <= kMaxNameBytes) return name;
    std::size_t size = kMaxNameBytes;
    while (size > 0 && (static_cast<unsigned char>(name[size]) & 0xc0U) == 0x80U) --size;
    return name.substr(0, size);
}

std::string encodeAs(std::string_view name, const ExitTable& table, TableForm form) {
    const bool packs = form == TableForm::Packed;
    const bool small =
        std::ranges::all_of(table.prediction, [](std::int16_t p) { return p <= 127; });
    // Versions 1 and 2 know confidences of 4 and 8 bytes.
    const std::uint8_t confidenceBytes =
        std::max<std::uint8_t>(packs ? 2 : 4, bytesFor(table.confidence, kConfidenceStep));
    const std::uint32_t version = packs ? kPackedVersion
                                  : table.entropy.empty() && table.contextNames.empty() ? 1
                                                                                        : 2;
    const std::string contextNames = joined(table.contextNames);
    const FileHeader header{
        static_cast<std::uint32_t>(table.exits),  static_cast<std::uint64_t>(table.samples()),
        static_cast<std::uint32_t>(name.size()),  confidenceBytes,
        static_cast<std::uint8_t>(small ? 1 : 2), bytesFor(table.entropy, kEntropyStep),
        bytesFor(table.context, kContextStep),    static_cast<std::uint32_t>(contextNames.size())};
    std::string bytes(kMagic);
    append(bytes, version);
    append(bytes, header.exits);
    append(bytes, header.samples);
    append(bytes, header.nameBytes);
    append(bytes, header.confidenceBytes);
    append(bytes, header.predictionBytes);
    if (version >= 2) {
        append(bytes, header.entropyBytes);
        append(bytes, header.contextBytes);
        append(bytes, header.contextNamesBytes);
    }
    bytes += name;
    bytes += contextNames;
    appendAll<double>(bytes, table.depth);
    std::string columns;
    appendAll<std::int64_t>(columns, table.sample);
    appendAll<std::int32_t>(columns, table.label);
    appendValues(columns, table.confidence, confidenceBytes, kConfidenceStep);
    small ? appendAll<std::int8_t>(columns, table.prediction)
          : appendAll<std::int16_t>(columns, table.prediction);
    appendValues(columns, table.entropy, header.entropyBytes, kEntropyStep);
    appendValues(columns, table.context, header.contextBytes, kContextStep);
    bytes +=
        packs ? packedColumns(columns, header.samples, groupsOf(header, table.contextNames.size()))
              : columns;
    append(bytes, hashText(bytes));
    return bytes;
}

FileHeader headerIn(Reader& reader, std::uint32_t version) {
    FileHeader header{};
    header.exits = reader.get<std::uint32_t>();
    header.samples = reader.get<std::uint64_t>();
    header.nameBytes = reader.get<std::uint32_t>();
    header.confidenceBytes = reader.get<std::uint8_t>();
    header.predictionBytes = reader.get<std::uint8_t>();
    if (version == 1) return header;
    header.entropyBytes = reader.get<std::uint8_t>();
    header.contextBytes = reader.get<std::uint8_t>();
    header.contextNamesBytes = reader.get<std::uint32_t>();
    return header;
}

bool inRange(const FileHeader& header, std::uint32_t version) {
    const auto optional = [](std::uint8_t width) {
        return width == 0 || width == 2 || width == 4 || width == 8;
    };
    return (header.confidenceBytes == 4 || header.confidenceBytes == 8 ||
            (header.confidenceBytes == 2 && version == kPackedVersion)) &&
           (header.predictionBytes == 1 || header.predictionBytes == 2) &&
           optional(header.entropyBytes) && optional(header.contextBytes) && header.exits >= 1 &&
           header.exits <= static_cast<std::uint32_t>(kMaxExits) &&
           header.nameBytes <= kMaxNameBytes && header.contextNamesBytes <= kMaxContextNamesBytes;
}

// The caller has checked that the columns are there.
void readColumns(Reader& reader, const FileHeader& header, ExitTable& table) {
    const std::size_t n = header.samples;
    const std::size_t entries = n * header.exits;
    reader.getAll<std::int64_t>(table.sample, n);
    reader.getAll<std::int32_t>(table.label, n);
    getValues(reader, table.confidence, entries, header.confidenceBytes, kConfidenceStep);
    header.predictionBytes == 1 ? reader.getAll<std::int8_t>(table.prediction, entries)
                                : reader.getAll<std::int16_t>(table.prediction, entries);
    getValues(reader, table.entropy, entries, header.entropyBytes, kEntropyStep);
    getValues(reader, table.context, n * table.contextNames.size(), header.contextBytes,
              kContextStep);
}

// At most, of 8 bytes each.
std::uint64_t numbersOf(const ExitTable& table) {
    return 2 * table.confidence.size() + table.entropy.size() + table.context.size() +
           2 * table.sample.size();
}

}  // namespace

std::string encodeTable(const ExitTable& table, TableForm form) {
    return encodeAs(storedName(table.name), table, form);
}

Result<ExitTable> decodeTable(std::string_view bytes, const std::string& origin) {
    const auto damaged = [&](const std::string& why) {
        return fail("exit table " + origin + " is damaged: " + why + "; get a fresh copy");
    };
    if (!bytes.starts_with(kMagic) || bytes.size() < prefixBytes(1) + 8)
        return fail(origin + " is not an exit table");
    Reader reader(bytes);
    reader.text(kMagic.size());
    const auto version = reader.get<std::uint32_t>();
    if (version < 1 || version > kVersion)
        return fail("exit table " + origin + " has format version " + std::to_string(version) +
                    ", but this program reads versions 1 to " + std::to_string(kVersion) +
                    ": use a newer program");
    if (bytes.size() < prefixBytes(version) + 8) return damaged("it is cut off");
    const FileHeader header = headerIn(reader, version);
    const std::uint64_t columnsAt = prefixBytes(version) + header.nameBytes +
                                    std::uint64_t{header.contextNamesBytes} + header.exits * 8ULL;
    const std::uint64_t mostSamples =
        version == kPackedVersion ? kMostPackableBytes / 12 : bytes.size();
    if (!inRange(header, version) || header.samples > mostSamples || columnsAt + 8 > bytes.size())
        return damaged("its header is out of range");
    ExitTable table;
    table.name = reader.text(header.nameBytes);
    table.contextNames = split(reader.text(header.contextNamesBytes));
    const std::uint64_t contextColumns = table.contextNames.size();
    const auto groups = groupsOf(header, contextColumns);
    const std::uint64_t columnBytes = bytes.size() - 8 - columnsAt;
    if ((contextColumns == 0) != (header.contextBytes == 0) ||
        (version < kPackedVersion && plainBytes(header.samples, groups) != columnBytes))
        return damaged("its size does not fit its header");
    if (header.samples *
            (header.exits * (header.entropyBytes == 0 ? 1ULL : 2ULL) + contextColumns) >
        kMaxNumbers)
        return fail("exit table " + origin + " holds more than 430,000,000 numbers: split it");
    std::uint64_t checksum = 0;
    std::memcpy(&checksum, bytes.data() + bytes.size() - 8, 8);
    if (checksum != hashText(bytes.substr(0, bytes.size() - 8)))
        return damaged("its checksum does not match its content");
    if (std::ranges::any_of(table.name,
                            [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; }))
        return damaged("its name holds control characters");  // it is shown on terminals
    table.exits = static_cast<int>(header.exits);
    reader.getAll<double>(table.depth, header.exits);
    if (version == kPackedVersion) {
        const auto columns =
            unpackedColumns(bytes.substr(columnsAt, columnBytes), header.samples, groups);
        if (!columns) return damaged("its columns cannot be unpacked");
        Reader unpacked(*columns);
        readColumns(unpacked, header, table);
    } else {
        readColumns(reader, header, table);
    }
    if (auto valid = validate(table); !valid)
        return fail("exit table " + origin + " is not usable: " + valid.error().message);
    return table;
}

Result<void> writeTableFile(const std::filesystem::path& path, const ExitTable& table,
                            TableForm form) {
    if (auto valid = validate(table); !valid)
        return fail("cannot write exit table " + path.string() + ": " + valid.error().message);
    if (form == TableForm::Packed && numbersOf(table) * 8 > kMostPackableBytes)
        return fail("cannot pack exit table " + path.string() +
                    ": it may hold 8 million numbers at most; write it plain");
    const std::string bytes = encodeTable(table, form);
    return writeWholeFile(path, "exit table", [&](std::ostream& out) {
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    });
}

Result<ExitTable> readTable(const std::filesystem::path& path,
                            const std::vector<RowChoice>& choices) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return readTableCsv(path, choices);  // says what is wrong
    std::ifstream in(path, std::ios::binary);
    std::string magic(kMagic.size(), '\0');
    in.read(magic.data(), static_cast<std::streamsize>(magic.size()));
    if (magic != kMagic) return readTableCsv(path, choices);
    if (!choices.empty())
        return fail("exit table " + path.string() + " has no column " +
                    shownText(choices.front().column, 40) +
                    " to choose rows by: .exits keeps samples and exits only, choose when you "
                    "import its CSV");
    const auto size = std::filesystem::file_size(path, error);
    if (error || size > kMostTableBytes)
        return fail("exit table " + path.string() + " is larger than 2 GiB: split it");
    std::string bytes(size, '\0');
    in.seekg(0);
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
        return fail("cannot read exit table " + path.string() +
                    ": the disk reported an error, or the file is being written");
    return decodeTable(bytes, path.string());
}

std::string tableHash(const ExitTable& table) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::uint64_t hash = hashText(encodeAs("", table, TableForm::Plain));
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; hash >>= 4) text[i] = kDigits[hash & 15];
    return text;
}

}  // namespace splitee
