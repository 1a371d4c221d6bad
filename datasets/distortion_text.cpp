// SPDX-License-Identifier: GPL-3.0-or-later
// Distortions by their names: reading, writing, listing.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "datasets/distortion.h"
#include "engine/fields.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

struct KindInfo {
    std::string_view name;
    DistortionKind kind;
    std::optional<InputKind> input;    // nothing: any
    std::array<double, 5> severities;  // amounts of CIFAR-10-C severities 1..5, 0: has none
};

constexpr std::array<KindInfo, 6> kKinds{{
    {"clean", DistortionKind::Clean, {}, {}},
    {"gaussian_blur", DistortionKind::GaussianBlur, InputKind::Image, {.4, .6, .7, .8, 1}},
    {"gaussian_noise",
     DistortionKind::GaussianNoise,
     InputKind::Image,
     {.04 / kNoiseUnit, .06 / kNoiseUnit, .08 / kNoiseUnit, .09 / kNoiseUnit, .10 / kNoiseUnit}},
    {"legacy_wrap", DistortionKind::LegacyWrap, InputKind::Image, {}},
    {"typos", DistortionKind::Typos, InputKind::Text, {}},
    {"dropped_words", DistortionKind::DroppedWords, InputKind::Text, {}},
}};

// In front of the name of a published corruption.
constexpr std::string_view kPublishedPrefix = "cifar10c:";

const KindInfo& infoOf(DistortionKind kind) {
    return *std::ranges::find(kKinds, kind, &KindInfo::kind);
}

const CorruptionInfo* findCorruption(std::string_view name) {
    const auto found = std::ranges::find(kCorruptions, name, &CorruptionInfo::name);
    return found == kCorruptions.end() ? nullptr : &*found;
}

// With the prefix where the bare name is an older distortion's.
std::string corruptionName(Corruption corruption) {
    const std::string name(kCorruptions[static_cast<std::size_t>(corruption)].name);
    const bool taken = std::ranges::find(kKinds, name, &KindInfo::name) != kKinds.end();
    return (taken ? std::string(kPublishedPrefix) : "") + name;
}

struct NumberAt {
    bool given = false, severity = false;  // "@": a severity
    std::optional<double> value;           // of a whole number text
};

NumberAt numberAfter(std::string_view text, std::size_t mark) {
    if (mark == std::string_view::npos) return {};
    const std::string_view number = text.substr(mark + 1);
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    const bool whole = error == std::errc() && end == number.data() + number.size();
    return {true, text[mark] == '@', whole ? std::optional(value) : std::nullopt};
}

bool isSeverity(const std::optional<double>& value) {
    return value && *value >= 1 && *value <= kSeverities;
}

tl::unexpected<Error> badSeverity(const std::string& quoted) {
    return fail("distortion " + quoted +
                ": the severity must be a number from 1 to 5, such as 3 or 2.5");
}

tl::unexpected<Error> unknownDistortion(std::string_view name, const std::string& quoted) {
    std::vector<std::string> known{"clean"};
    for (const DistortionInfo& info : distortionList()) known.push_back(info.name);
    for (const KindInfo& info : kKinds)
        if (info.input == InputKind::Text) known.emplace_back(info.name);
    const std::vector<std::string_view> names(known.begin(), known.end());
    const std::string meant = nearest(name, names);
    return fail("unknown distortion " + quoted + ": " +
                (meant.empty() ? "" : "did you mean " + meant + "? ") + "valid are " +
                listed(names) +
                ", all but clean with a number as in gaussian_blur:0.8 or fog@3; typos and "
                "dropped_words are for texts");
}

}  // namespace

Result<Distortion> parseDistortion(std::string_view text) {
    const std::string quoted = "'" + shownText(text, 100) + "'";
    const bool published = text.starts_with(kPublishedPrefix);
    const std::string_view plain = published ? text.substr(kPublishedPrefix.size()) : text;
    const std::size_t mark = plain.find_first_of(":@");
    const std::string_view name = plain.substr(0, mark);
    const NumberAt number = numberAfter(plain, mark);
    const auto info = std::ranges::find(kKinds, name, &KindInfo::name);
    if (published || info == kKinds.end()) {
        const CorruptionInfo* corruption = findCorruption(name);
        if (corruption == nullptr || (published && isScene(corruption->corruption)))
            return unknownDistortion(text.substr(0, text.size() - plain.size() + name.size()),
                                     quoted);
        if (!number.given)
            return fail("distortion " + quoted + " needs a severity from 1 to 5, as in " +
                        std::string(text) + "@3");
        if (!isSeverity(number.value)) return badSeverity(quoted);
        return Distortion{DistortionKind::Corruption, *number.value, corruption->corruption};
    }
    if (info->kind == DistortionKind::Clean)
        return !number.given ? Result<Distortion>(Distortion{})
                             : fail("distortion " + quoted + ": clean takes no amount");
    if (!number.given)
        return fail("distortion " + quoted + " needs an amount, as in " + std::string(name) +
                    ":0.8");
    if (number.severity) {
        if (info->severities[0] == 0)
            return fail("distortion " + quoted + ": " + std::string(name) +
                        " has no severities, give an amount");
        if (!isSeverity(number.value)) return badSeverity(quoted);
        const std::size_t low = std::min<std::size_t>(static_cast<std::size_t>(*number.value), 4);
        const double share = *number.value - static_cast<double>(low);
        const double from = info->severities[low - 1];
        const double to = info->severities[low];
        if (share == 0 || share == 1) return Distortion{info->kind, share == 0 ? from : to};
        const double amount = from + share * (to - from);
        return Distortion{info->kind,
                          std::round(amount * 1e6) / 1e6};  // .65, not .6499999999999999
    }
    const double most = info->input == InputKind::Text ? 1 : kMaxDistortionAmount;
    if (!number.value || !(*number.value > 0 && *number.value <= most))
        return fail("distortion " + quoted + ": the amount must be a number above 0 and at most " +
                    shortNumber(most));
    return Distortion{info->kind, *number.value};
}

std::optional<InputKind> inputOf(DistortionKind kind) {
    return kind == DistortionKind::Corruption ? InputKind::Image : infoOf(kind).input;
}

std::string toText(const Distortion& distortion) {
    if (distortion.kind == DistortionKind::Corruption)
        return corruptionName(distortion.corruption) + ":" + shortNumber(distortion.amount);
    const std::string name(infoOf(distortion.kind).name);
    return distortion.kind == DistortionKind::Clean ? name
                                                    : name + ":" + shortNumber(distortion.amount);
}

std::optional<double> severityOf(const Distortion& distortion) {
    if (distortion.kind == DistortionKind::Corruption) return distortion.amount;
    const auto& amounts = infoOf(distortion.kind).severities;
    const auto found = std::ranges::find(amounts, distortion.amount);
    if (found == amounts.end() || distortion.amount == 0) return std::nullopt;
    return static_cast<double>(found - amounts.begin() + 1);
}

std::vector<DistortionInfo> distortionList() {
    std::vector<DistortionInfo> list{
        {"gaussian_blur",
         {DistortionKind::GaussianBlur, 1},
         CorruptionFamily::Blur,
         "As in I-SplitEE, by a standard deviation in pixels"},
        {"gaussian_noise",
         {DistortionKind::GaussianNoise, 1},
         CorruptionFamily::Noise,
         "As in I-SplitEE, by levels of 4 % of the pixels' range"},
        {"legacy_wrap",
         {DistortionKind::LegacyWrap, 1},
         CorruptionFamily::Noise,
         "Noise that wraps to white, as a published script makes it, by a standard deviation"}};
    for (const CorruptionInfo& info : kCorruptions)
        list.push_back({corruptionName(info.corruption),
                        {DistortionKind::Corruption, 3, info.corruption},
                        info.family,
                        std::string(info.help)});
    return list;
}

}  // namespace splitee
