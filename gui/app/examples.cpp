// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/examples.h"

#include <QCoreApplication>

#include <algorithm>

#include "engine/fields.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

struct Card {
    const char* name;
    const char* title;
    const char* text;
    const char* icon;
    bool onWelcome = true;
};

constexpr Card kCards[] = {
    {"signs-live", QT_TRANSLATE_NOOP("Examples", "Signs live, in fog"),
     QT_TRANSLATE_NOOP(
         "Examples",
         "A small network classifies blurred road signs one by one, split in two while you watch."),
     "network"},
    {"reviews-live", QT_TRANSLATE_NOOP("Examples", "Reviews of another kind"),
     QT_TRANSLATE_NOOP("Examples",
                       "An encoder that learned from films reads reviews of products. Watch where "
                       "each sentence leaves."),
     "text"},
    {"cifar10-rising-noise", QT_TRANSLATE_NOOP("Examples", "CIFAR-10 under rising noise"),
     QT_TRANSLATE_NOOP("Examples",
                       "The images get noisier over time. Early exits lose confidence, and the "
                       "best split moves."),
     "drift"},
    {"costs-change", QT_TRANSLATE_NOOP("Examples", "Costs change half-way"),
     QT_TRANSLATE_NOOP(
         "Examples",
         "Half-way, offloading a sample becomes expensive. See how fast each policy adapts."),
     "costs"},
    {"cifar10-replay", QT_TRANSLATE_NOOP("Examples", "CIFAR-10 replay"),
     QT_TRANSLATE_NOOP("Examples",
                       "10,000 clean images. The learner finds the layer at which most of them may "
                       "leave the network."),
     "table", false},
};

// Not a network that this program comes without.
bool isThere(const std::string& model) {
    return !model.starts_with("builtin:") || resolve(model, "models", ".mee").has_value();
}

}  // namespace

std::vector<Example> bundledExamples() {
    std::vector<Example> examples;
    const auto resources = resourcesFolder();
    if (!resources) return examples;
    for (const Card& card : kCards) {
        auto file =
            readExperimentFile(*resources / "experiments" / (std::string(card.name) + ".json"));
        if (!file || !isThere(file->model)) continue;
        const auto words = [](const char* text) {
            return QCoreApplication::translate("Examples", text);
        };
        examples.push_back({QString::fromLatin1(card.name), words(card.title), words(card.text),
                            QString::fromLatin1(card.icon), std::move(*file), card.onWelcome});
    }
    return examples;
}

Result<Example> exampleNamed(const QString& name) {
    std::vector<std::string_view> names;
    for (const Card& card : kCards) names.emplace_back(card.name);
    for (Example& example : bundledExamples())
        if (example.name == name) return std::move(example);
    return fail("there is no example '" + name.toStdString() + "': valid are " + listed(names));
}

}  // namespace splitee
