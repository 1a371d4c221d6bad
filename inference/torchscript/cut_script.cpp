// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/cut_script.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <map>

#include "engine/plain_text.h"
#include "inference/places.h"
#include "inference/torchscript/isolated.h"
#include "inference/torchscript/script_errors.h"

namespace splitee {

using torch::jit::Node;
using torch::jit::Value;

namespace {

constexpr std::size_t kMostNameBytes = 80;

// "layer2.1.relu" of the modules around the node; of a traced function its operator.
std::string moduleOf(const Node& node) {
    std::string path;
    if (const auto stack = node.callstack())
        for (const auto& entry : (*stack)->vec())
            if (const auto& module = std::get<2>(entry)) {
                const std::string name = module->instance_name();
                if (name.empty() || name == "self" || name == "SELF") continue;
                path += (path.empty() ? "" : ".") + name;
            }
    if (path.empty()) path = node.kind().toUnqualString();
    std::ranges::replace(path, ',', '.');
    return shownText(path, kMostNameBytes);
}

Result<std::vector<Value*>> endsOf(CutScript& cut, const std::string& attach) {
    const ScriptGraph& script = cut.script;
    if (attach.empty()) {
        if (script.exits.size() > 1) return script.exits;
        std::vector<Place> places;
        for (auto& [place, value] : placesOf(script)) places.push_back(std::move(place));
        return fail(
            "it has one exit, and nothing to decide: attach exits with --attach auto, a "
            "number, or some of " +
            namesOf(places));
    }
    if (script.exits.size() != 1)
        return fail("it has " + std::to_string(script.exits.size()) +
                    " exits of its own: exits are attached to a network with one");
    std::int64_t all = 0;
    for (const auto& [node, multiplyAdds] : script.multiplyAdds) all += multiplyAdds;
    const auto found = placesOf(script);
    std::vector<Place> places;
    for (const auto& [place, value] : found) places.push_back(place);
    const auto chosen = choosePlaces(places, all, attach);
    if (!chosen) return tl::unexpected(chosen.error());
    std::vector<Value*> ends;
    for (const std::size_t at : *chosen) {
        ends.push_back(found[at].second);
        cut.places.push_back(places[at]);
    }
    ends.push_back(script.exits.front());
    return ends;
}

Result<CutScript> cutNow(const std::string& archive, int side, std::size_t classes,
                         const CutWish& wish) {
    auto script = readScript(archive, side, classes);
    if (!script) return tl::unexpected(script.error());
    CutScript cut{std::move(*script), {}, {}};
    const auto ends = endsOf(cut, wish.attach);
    if (!ends) return tl::unexpected(ends.error());
    auto plan = planCuts(cut.script, *ends, wish.reachesOn);
    if (!plan) return tl::unexpected(plan.error());
    cut.plan = std::move(*plan);
    return cut;
}

std::string attachedNames(const ScriptModel& own) {
    std::string names;
    for (const AttachedExit& exit : own.attached) names += (names.empty() ? "" : ",") + exit.place;
    return names;
}

// An exit's weights must fit the tensor that it reads.
Result<void> checkAttached(const CutScript& cut, const ScriptModel& own) {
    if (cut.places.size() != own.attached.size()) return fail("its attached exits are not its own");
    for (std::size_t k = 0; k < cut.places.size(); ++k) {
        const auto& shape = cut.places[k].tensor.shape;
        if (cut.places[k].name != own.attached[k].place ||
            own.attached[k].features != (shape.size() == 2 ? shape[1] : shape[0]))
            return fail("attached exit " + std::to_string(k + 1) + " does not fit the network at " +
                        cut.places[k].name);
    }
    return {};
}

struct Built {
    CutScript cut;
    std::unique_ptr<StagedScript> network;
};

Result<Built> built(const ModelFile& model, const ScriptModel& own) {
    auto cut = cutScript(*own.archive, model.image().side, model.classNames.size(),
                         {attachedNames(own), own.reachesOn});
    if (!cut) return tl::unexpected(cut.error());
    if (auto fit = checkAttached(*cut, own); !fit) return tl::unexpected(fit.error());
    if (stagesOf(cut->script, cut->plan, own.attached, model.classNames.size()) != model.stages)
        return fail("its exits and cuts are not what the file says of them: import it again");
    auto network = std::make_unique<StagedScript>(model, cut->script, cut->plan, own.attached);
    return Built{std::move(*cut), std::move(network)};
}

}  // namespace

std::vector<std::pair<Place, Value*>> placesOf(const ScriptGraph& script) {
    std::vector<std::pair<Place, Value*>> places;
    std::map<std::string, int> named;
    for (Value* value : singleCuts(script, script.exits.back())) {
        const PayloadTensor& tensor = script.tensors.at(value).front();
        if (value == script.exits.back() || tensor.type != "float32" || tensor.shape.empty() ||
            tensor.shape.size() > 3)
            continue;
        Place place{moduleOf(*value->node()), 0, tensor};
        if (const int again = ++named[place.name]; again > 1)
            place.name += "#" + std::to_string(again);
        for (const Node* node : closureOf(value))
            if (const auto found = script.multiplyAdds.find(node);
                found != script.multiplyAdds.end())
                place.multiplyAdds += found->second;
        places.emplace_back(std::move(place), value);
    }
    return places;
}

Result<CutScript> cutScript(const std::string& archive, int side, std::size_t classes,
                            const CutWish& wish) {
    return withScriptErrors([&] { return cutNow(archive, side, classes, wish); });
}

Result<std::unique_ptr<StagedNetwork>> buildScript(const ModelFile& model, const ScriptModel& own,
                                                   const std::string& name) {
    const std::string failed = "cannot build the network of " + name + ": ";
    const auto tried = triedApart([&]() -> Result<void> {
        at::set_num_threads(1);
        auto trial = built(model, own);
        if (!trial) return tl::unexpected(trial.error());
        const auto differences =
            differencesOf(trial->cut.script, *trial->network, own.attached.size());
        if (!differences) return tl::unexpected(differences.error());
        return checkDifferences(*differences);
    });
    if (!tried) return fail(failed + tried.error().message);
    auto made = built(model, own);
    if (!made) return fail(failed + made.error().message);
    return std::move(made->network);
}

}  // namespace splitee
