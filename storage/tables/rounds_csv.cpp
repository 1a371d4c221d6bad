// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/rounds_csv.h"

#include <cerrno>
#include <charconv>

#include "engine/whole_file.h"

namespace splitee {
namespace {

constexpr int kDecimals = 9;

void appendCell(std::string& text, std::integral auto value) {
    char digits[24];
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

// to_chars and not printf: a front end may have set a locale with a decimal comma.
void appendDecimals(std::string& text, double value) {
    char digits[340];  // the largest double has 309 digits before the point
    if (value > -5e-10 && value < 5e-10) value = 0;  // what would print as -0.000000000
    text.append(digits, std::to_chars(digits, digits + sizeof digits, value,
                                      std::chars_format::fixed, kDecimals)
                            .ptr);
}

}  // namespace

Result<std::unique_ptr<RoundsCsv>> RoundsCsv::open(const std::filesystem::path& path) {
    auto sink = std::make_unique<RoundsCsv>();
    sink->path_ = path;
    errno = 0;
    sink->file_.open(path, std::ios::binary | std::ios::trunc);
    if (auto begun = sink->begin(); !begun) return tl::unexpected(begun.error());
    return sink;
}

Result<std::unique_ptr<RoundsCsv>> RoundsCsv::onto(std::ostream& out, const std::string& name) {
    auto sink = std::make_unique<RoundsCsv>();
    sink->path_ = name;
    sink->out_ = &out;
    errno = 0;
    if (auto begun = sink->begin(); !begun) return tl::unexpected(begun.error());
    return sink;
}

Result<void> RoundsCsv::begin() {
    *out_ << "round,sample,split_layer,exited,reward,cost,prediction,correct\n";
    if (!out_->flush()) return tl::unexpected(writeError("rounds", path_, errno));
    return {};
}

Result<void> RoundsCsv::consume(std::span<const RoundRecord> rounds) {
    std::string text;
    for (const RoundRecord& r : rounds) {
        appendCell(text, r.round);
        appendCell(text += ',', r.sample);
        appendCell(text += ',', r.split);
        text += r.exited ? ",1," : ",0,";
        appendDecimals(text, r.reward);
        appendDecimals(text += ',', r.cost());
        appendCell(text += ',', r.prediction);
        text += r.correct < 0 ? ",\n" : r.correct == 1 ? ",1\n" : ",0\n";
    }
    errno = 0;
    out_->write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out_->flush()) return tl::unexpected(writeError("rounds", path_, errno));
    return {};
}

Result<void> RoundsCsv::close() {
    if (!file_.is_open()) return {};  // closed already, or a stream of others, which is flushed
    errno = 0;
    file_.close();
    if (!file_) return tl::unexpected(writeError("rounds", path_, errno));
    return {};
}

}  // namespace splitee
