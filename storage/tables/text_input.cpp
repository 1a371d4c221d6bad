// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/text_input.h"

#include <string_view>
#include <utility>

namespace splitee {
namespace {

constexpr std::size_t kBlockBytes = 64 * 1024;
constexpr std::uintmax_t kMaxFileBytes = std::uintmax_t{2} << 30;
constexpr std::uint32_t kReplacement = 0xfffd;

struct Signature {
    std::string_view begin, is;
};
using namespace std::string_view_literals;
// What people give for a table and what is none.
constexpr std::array kNoText{
    Signature{"\x1f\x8b"sv, "is compressed by gzip: unpack it with gunzip"},
    Signature{"\xfd"
              "7zXZ"sv,
              "is compressed by xz: unpack it with unxz"},
    Signature{"BZh91AY&SY"sv, "is compressed by bzip2: unpack it with bunzip2"},
    Signature{"\x28\xb5\x2f\xfd"sv, "is compressed by zstd: unpack it with unzstd"},
    Signature{"PK\x03\x04"sv,
              "is a zip archive or an Excel workbook: unpack it, or save its sheet as CSV"},
    Signature{"\xd0\xcf\x11\xe0"sv, "is an old Excel workbook: save its sheet as CSV"},
    Signature{"PAR1\x15"sv, "is a Parquet file: write it as CSV, in pandas by df.to_csv()"},
    Signature{"\x93NUMPY"sv, "is a NumPy array: write it as CSV, by numpy.savetxt()"},
    Signature{"\x80\x02"sv,
              "is a Python pickle, which may hold programs and is never opened: "
              "write its table as CSV"},
    Signature{"\x80\x03"sv,
              "is a Python pickle, which may hold programs and is never opened: "
              "write its table as CSV"},
    Signature{"\x80\x04"sv,
              "is a Python pickle, which may hold programs and is never opened: "
              "write its table as CSV"},
    Signature{"\x80\x05"sv,
              "is a Python pickle, which may hold programs and is never opened: "
              "write its table as CSV"},
    Signature{"SQLite format 3\0"sv,
              "is an SQLite file: name a run of a session as FILE.splitee#NUMBER"},
    Signature{"\xff\xfe\0\0"sv, "is text in UTF-32: save it as UTF-8"},
    Signature{"\0\0\xfe\xff"sv, "is text in UTF-32: save it as UTF-8"}};

}  // namespace

Result<TextInput> TextInput::open(const std::filesystem::path& path) {
    const auto refused = [&](const std::string& why) {
        return fail("cannot read table " + path.string() + ": " + why);
    };
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return refused("there is no such file");
    if (!std::filesystem::is_regular_file(path, error)) return refused("it is not a file");
    if (std::filesystem::file_size(path, error) > kMaxFileBytes)
        return refused("it is larger than 2 GiB; split it");
    TextInput text;
    text.in_.open(path, std::ios::binary);
    if (!text.in_) return refused("check that you may read it");
    const int first = text.byte();
    text.at_ = 0;
    const std::string_view begin = text.block_;
    for (const Signature& signature : kNoText)
        if (begin.starts_with(signature.begin)) return refused("it " + std::string(signature.is));
    if (begin.starts_with("\xef\xbb\xbf")) text.at_ = 3;
    const bool marked = begin.starts_with("\xff\xfe") || begin.starts_with("\xfe\xff");
    const bool little = begin.size() > 1 && begin[0] != '\0' && begin[1] == '\0';
    const bool big = begin.size() > 1 && begin[0] == '\0' && begin[1] != '\0';
    if (marked || little || big) {
        text.unitBytes_ = 2;
        text.bigEndian_ = marked ? begin[0] == '\xfe' : big;
        text.at_ = marked ? 2 : 0;
    }
    const std::string_view newLine = text.unitBytes_ == 1 ? "\n"sv
                                     : text.bigEndian_    ? "\0\n"sv
                                                          : "\n\0"sv;
    text.returnsEndLines_ = first != kEnd && begin.find(newLine) == std::string_view::npos &&
                            begin.find('\r') != std::string_view::npos;
    return text;
}

int TextInput::byte() {
    if (at_ == block_.size()) {
        block_.resize(kBlockBytes);
        in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
        block_.resize(static_cast<std::size_t>(in_.gcount()));
        at_ = 0;
        if (block_.empty()) return kEnd;
    }
    return static_cast<unsigned char>(block_[at_++]);
}

int TextInput::unit() {
    if (held_ != kEnd) return std::exchange(held_, kEnd);
    const int first = byte();
    const int second = first == kEnd ? kEnd : byte();
    if (second == kEnd) return first == kEnd ? kEnd : static_cast<int>(kReplacement);  // cut off
    return bigEndian_ ? first << 8 | second : second << 8 | first;
}

void TextInput::push(std::uint32_t character) {
    const auto add = [&](std::uint32_t value) {
        waiting_[waitingTo_++] = static_cast<unsigned char>(value);
    };
    waitingFrom_ = waitingTo_ = 0;
    if (character < 0x80) return add(character);
    if (character < 0x800) {
        add(0xc0 | character >> 6);
    } else {
        if (character < 0x10000) {
            add(0xe0 | character >> 12);
        } else {
            add(0xf0 | character >> 18);
            add(0x80 | (character >> 12 & 0x3f));
        }
        add(0x80 | (character >> 6 & 0x3f));
    }
    add(0x80 | (character & 0x3f));
}

int TextInput::get() {
    int next = kEnd;
    if (unitBytes_ == 1) {
        next = byte();
    } else {
        if (waitingFrom_ == waitingTo_) {
            const int high = unit();
            if (high == kEnd) return kEnd;
            auto character = static_cast<std::uint32_t>(high);
            if (high >= 0xd800 && high < 0xe000) {
                const int low = high < 0xdc00 ? unit() : kEnd;
                if (low >= 0xdc00 && low < 0xe000) {
                    character = 0x10000 + (static_cast<std::uint32_t>(high - 0xd800) << 10) +
                                static_cast<std::uint32_t>(low - 0xdc00);
                } else {
                    character = kReplacement;
                    held_ = low;
                }
            }
            push(character);
        }
        next = waiting_[waitingFrom_++];
    }
    return next == '\r' && returnsEndLines_ ? '\n' : next;
}

}  // namespace splitee
