// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/script_archive.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <optional>
#include <vector>

namespace splitee {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kWayOut =
    "save the network itself with torch.jit.script(model.eval()).save('net.pt')";
constexpr std::size_t kEndBytes = 22, kEntryBytes = 46, kMostComment = 65535;
constexpr std::size_t kMostEntries = 100'000;

template <class Number>
Number numberAt(std::string_view bytes, std::size_t at) {
    Number number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

struct Entry {
    std::string_view name;  // without the folder in front of all
    std::uint64_t unpacked = 0;
};

// The central directory of a zip archive; nothing where it is not one, or cut short.
std::optional<std::vector<Entry>> entriesOf(std::string_view bytes) {
    if (bytes.size() < kEndBytes) return std::nullopt;
    const std::size_t lowest = bytes.size() - std::min(bytes.size(), kEndBytes + kMostComment);
    std::size_t end = bytes.rfind("PK\5\6"sv, bytes.size() - kEndBytes);
    if (end == std::string_view::npos || end < lowest) return std::nullopt;
    const std::size_t count = numberAt<std::uint16_t>(bytes, end + 10);
    std::size_t at = numberAt<std::uint32_t>(bytes, end + 16);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < count && i < kMostEntries; ++i) {
        if (at > bytes.size() || bytes.size() - at < kEntryBytes ||
            bytes.substr(at, 4) != "PK\1\2"sv)
            return std::nullopt;
        const std::size_t nameBytes = numberAt<std::uint16_t>(bytes, at + 28);
        const std::size_t more = std::size_t{numberAt<std::uint16_t>(bytes, at + 30)} +
                                 numberAt<std::uint16_t>(bytes, at + 32);
        if (bytes.size() - at - kEntryBytes < nameBytes + more) return std::nullopt;
        std::string_view name = bytes.substr(at + kEntryBytes, nameBytes);
        const std::size_t folder = name.find('/');
        if (folder != std::string_view::npos) name.remove_prefix(folder + 1);
        entries.push_back({name, numberAt<std::uint32_t>(bytes, at + 24)});
        at += kEntryBytes + nameBytes + more;
    }
    return entries;
}

Result<void> notAnArchive(std::string_view bytes) {
    if (bytes.empty()) return fail("it is empty");
    if (bytes.starts_with("\x80\x02"sv))
        return fail("it was saved by torch.save of PyTorch before 1.6 and holds no TorchScript: " +
                    std::string(kWayOut));
    if (bytes.starts_with("PK\3\4"sv))
        return fail("it is damaged: the archive ends too early; get a fresh copy");
    if (bytes.starts_with("\x89HDF"sv))
        return fail("it is an HDF5 file, as Keras writes, and no TorchScript of PyTorch");
    if (bytes.size() > 9 && bytes[8] == '{')
        return fail("it is a safetensors file, which holds weights and no network: " +
                    std::string(kWayOut));
    if (bytes[0] == '\x08' && bytes.substr(0, 400).find("pytorch") != std::string_view::npos)
        return fail("it is an ONNX file: " + std::string(kWayOut));
    return fail("it is no TorchScript archive: " + std::string(kWayOut));
}

}  // namespace

Result<std::string> readScriptFile(const std::filesystem::path& path) {
    const std::string subject = "network " + path.string();
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail("cannot read " + subject + ": there is no such file");
    const auto size = std::filesystem::file_size(path, error);
    if (error) return fail("cannot read " + subject + ": " + error.message());
    if (size > kMostScriptBytes)
        return fail(subject + " has " + std::to_string(size) + " bytes: at most " +
                    std::to_string(kMostScriptBytes) + " are read");
    std::string bytes(size, '\0');
    std::ifstream in(path, std::ios::binary);
    if (!in || !in.read(bytes.data(), static_cast<std::streamsize>(size)))
        return fail("cannot read " + subject + ": check that you may read it");
    return bytes;
}

Result<void> checkScriptArchive(std::string_view bytes) {
    const auto entries = entriesOf(bytes);
    if (!entries) return notAnArchive(bytes);
    std::uint64_t unpacked = 0;
    bool code = false, constants = false, data = false, exported = false;
    for (const Entry& entry : *entries) {
        unpacked += entry.unpacked;
        code = code || entry.name.starts_with("code/");
        constants = constants || entry.name == "constants.pkl";
        data = data || entry.name == "data.pkl";
        exported = exported || entry.name.ends_with(".json") || entry.name == "archive_format";
    }
    if (entries->size() >= kMostEntries || unpacked > kMostUnpackedBytes)
        return fail("it would unpack to " + std::to_string(unpacked) + " bytes in " +
                    std::to_string(entries->size()) + " parts: at most " +
                    std::to_string(kMostUnpackedBytes) + " bytes are taken");
    if (data && (code || constants)) return {};
    if (data)
        return fail(
            "it holds what torch.save(..) wrote, weights or a Python object, and no "
            "TorchScript: " +
            std::string(kWayOut));
    if (exported)
        return fail("it is a program of torch.export (.pt2), which PyTorch 1.13 cannot read: " +
                    std::string(kWayOut));
    return fail("it is a zip archive without TorchScript in it: " + std::string(kWayOut));
}

}  // namespace splitee
