// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/probe_script.h"

#include <ATen/Parallel.h>

#include <optional>
#include <vector>

#include "engine/exception_barrier.h"
#include "inference/torchscript/cut_script.h"
#include "inference/torchscript/isolated.h"
#include "inference/torchscript/script_archive.h"
#include "inference/torchscript/script_errors.h"

namespace splitee {
namespace {

// Of CIFAR, ImageNet, Tiny ImageNet, STL-10, MNIST, common crops, Inception, and fine-tuning.
const std::vector<int> kUsualSides{32, 224, 64, 96, 28, 128, 256, 299, 384};

Result<NetworkProbe> probedAt(const std::string& archive, int side) {
    const auto script = withScriptErrors([&] { return readScript(archive, side, kAnyClasses); });
    if (!script) return tl::unexpected(script.error());
    NetworkProbe probe;
    probe.side = side;
    probe.exits = static_cast<int>(script->exits.size());
    probe.classes = script->tensors.at(script->exits.front()).front().shape[0];
    for (const auto& [node, multiplyAdds] : script->multiplyAdds)
        probe.multiplyAdds += multiplyAdds;
    if (probe.exits == 1)
        for (auto& [place, value] : placesOf(*script)) probe.places.push_back(std::move(place));
    return probe;
}

Result<NetworkProbe> firstThatFits(const std::string& archive, const std::vector<int>& sides) {
    std::optional<Error> first;
    for (const int side : sides) {
        auto probe = probedAt(archive, side);
        if (probe) return probe;
        if (!first) first = probe.error();
    }
    return tl::unexpected(*first);
}

Result<NetworkProbe> probeNow(const std::filesystem::path& path, int side,
                              const ProgressSink& progress, const std::stop_token& stop) {
    const auto bytes = readScriptFile(path);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string failed = "cannot import " + path.string() + ": ";
    if (auto valid = checkScriptArchive(*bytes); !valid)
        return fail(failed + valid.error().message);
    if (progress) progress({"trying the network", 0, 0, "", ""});
    const std::vector<int> sides = side > 0 ? std::vector{side} : kUsualSides;
    const auto tried = triedApart(
        [&]() -> Result<void> {
            at::set_num_threads(1);
            if (auto probe = firstThatFits(*bytes, sides); !probe)
                return tl::unexpected(probe.error());
            return {};
        },
        {}, stop);
    if (!tried) return fail(failed + tried.error().message);
    auto probe = firstThatFits(*bytes, sides);
    if (!probe) return fail(failed + probe.error().message);
    return probe;
}

}  // namespace

Result<NetworkProbe> probeScript(const std::filesystem::path& path, int side,
                                 const ProgressSink& progress, const std::stop_token& stop) {
    return guarded([&] { return probeNow(path, side, progress, stop); });
}

}  // namespace splitee
