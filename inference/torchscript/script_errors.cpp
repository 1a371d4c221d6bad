// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/script_errors.h"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>

#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr std::size_t kMostReason = 300, kMostOfEachEnd = 6000;

std::string firstGroup(const std::string& text, const char* pattern) {
    std::smatch found;
    return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : std::string();
}

// "line 31 of net.py", of the innermost frame that tells a line of the author's own file.
std::string placeIn(const std::string& text) {
    static const std::regex kFrame("File \"([^\"\n]*)\", line ([0-9]+)");
    std::string place;
    for (std::sregex_iterator frame(text.begin(), text.end(), kFrame), end; frame != end; ++frame) {
        const std::string file = (*frame)[1];
        if (file.starts_with("code/") || file.find("/torch/") != std::string::npos) continue;
        place = "line " + (*frame)[2].str() + " of " + file.substr(file.rfind('/') + 1);
    }
    return place;
}

std::string lastErrorLine(const std::string& text) {
    std::string last;
    static const std::regex kLine("\n?([A-Za-z_.]*(Error|Exception)): ([^\n]+)");
    for (std::sregex_iterator line(text.begin(), text.end(), kLine), end; line != end; ++line)
        last = (*line)[3];
    return last;
}

// LibTorch repeats where it was thrown.
std::string firstSentence(std::string text) {
    for (const char* end : {"\n", " (no backtrace available)", "Exception raised from"})
        text = text.substr(0, text.find(end));
    while (!text.empty() && (text.back() == ' ' || text.back() == '.' || text.back() == ':'))
        text.pop_back();
    return text;
}

std::optional<std::string> known(const std::string& text) {
    if (const auto name = firstGroup(text, "Unknown builtin op: ([A-Za-z0-9_:.]+[A-Za-z0-9_])");
        !name.empty())
        return "it uses the operator " + name +
               ", which PyTorch 1.13 does not have: write it out in plain operators (attention as "
               "softmax(q @ k.transpose(-2, -1) * scale) @ v), or export with PyTorch 1.13";
    if (const auto name = firstGroup(text, "__torch__\\.torch\\.classes\\.([A-Za-z0-9_.]+)");
        !name.empty())
        return "it uses the class " + name +
               " of a PyTorch extension: only PyTorch's own "
               "operators can be played";
    if (const auto version = firstGroup(text, "(?:file with version|file_version) ([0-9]+)");
        !version.empty())
        return "it has file version " + version +
               ", newer than PyTorch 1.13 reads: export with PyTorch 1.13, or an older one";
    if (const auto name = firstGroup(text, "\n?\\s*(aten::[a-z_0-9.]+)\\([^\n]*\\) -> ");
        !name.empty() && (text.find("Arguments for call are not valid") != std::string::npos ||
                          text.find("Expected at most") != std::string::npos ||
                          text.find("Unknown keyword argument") != std::string::npos))
        return "it calls " + name +
               " with arguments that PyTorch 1.13 does not know: export with PyTorch 1.13, or "
               "write the operation out in plain operators";
    if (const auto type = firstGroup(text,
                                     "Input type \\([a-z:A-Z0-9]+\\) and (?:bias|weight) type "
                                     "\\(([a-zA-Z0-9:]+)\\) should be the same");
        !type.empty())
        return "its weights are of type " + type + ", but images are float32: export model.float()";
    if (text.find("required keyword attribute 'value' is undefined") != std::string::npos)
        return "some of its constants were lost when it was saved, as they are after "
               "torch.jit.optimize_for_inference: save the scripted network without that";
    if (const auto bytes = firstGroup(text, "you tried to allocate ([0-9]+) bytes"); !bytes.empty())
        return "it needs " + bytes + " bytes of memory at once, more than there are";
    constexpr std::array kDamage{
        "PytorchStreamReader", "inline_container", "unpickler", "Unpickler", "miniz",
        "file not found"};
    if (std::ranges::any_of(kDamage,
                            [&](const char* sign) { return text.find(sign) != std::string::npos; }))
        return "the archive is damaged (" + shownText(firstSentence(text), kMostReason) +
               "); get a fresh copy";
    return std::nullopt;
}

}  // namespace

std::string scriptErrorText(std::string_view what) {
    // Both ends: std::regex recurses along its text.
    std::string text(what.substr(0, kMostOfEachEnd));
    if (what.size() > kMostOfEachEnd)
        text += what.substr(std::max(kMostOfEachEnd, what.size() - kMostOfEachEnd));
    if (auto sentence = known(text)) return *sentence;
    const std::string place = placeIn(text);
    std::string reason = lastErrorLine(text);
    if (reason.empty()) reason = text;
    return "LibTorch says: " + shownText(firstSentence(reason), kMostReason) +
           (place.empty() ? "" : " (" + place + ")");
}

}  // namespace splitee
