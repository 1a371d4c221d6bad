// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/policy_entry.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <span>

#include "engine/plain_text.h"
#include "engine/policies/policy_info.h"

namespace splitee {
namespace {

// Of parameters that stand beside those of the policies: which policies read them
// (docs/policies.md).
constexpr std::array<std::string_view, 1> kReadSide{"splitee-s"};
constexpr std::array<std::string_view, 9> kReadBeta{"splitee",        "splitee-s", "i-splitee",
                                                    "ucb1",           "linucb",    "adaee",
                                                    "adaee-released", "joint",     "joint-leave"};
constexpr std::array<std::string_view, 7> kReadFixedLayer{
    "fixed",          "device-only", "confidence-cascade-offload", "entropy-cascade-offload",
    "adaee-released", "adaee",       "patience-cascade-offload"};

bool isAmong(std::span<const std::string_view> policies, std::string_view policy) {
    return std::ranges::find(policies, policy) != policies.end();
}

// The parts of an entry.
std::vector<std::string_view> partsOfEntry(std::string_view entry) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= entry.size();) {
        const std::size_t to = std::min(entry.find(kEntrySeparator, from), entry.size());
        parts.push_back(entry.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

template <class Number>
std::optional<Number> wholeText(std::string_view text) {
    Number number{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                      : std::nullopt;
}

template <class Value>
std::string valueText(const Value& value) {
    if constexpr (std::is_same_v<Value, std::string>)
        return value;
    else
        return shortNumber(static_cast<double>(value));
}

std::string textIn(const Experiment& experiment, std::string_view key) {
    std::string text;
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo& info) {
        if (info.key == key) text = valueText(value);
    });
    return text;
}

// Sets a number or a choice; says what it must be where it is none.
template <class Value>
Result<void> setValue(Value& member, const FieldInfo& info, std::string_view text) {
    const auto wrong = [&](const std::string& must) {
        return fail(std::string(info.key) + " is '" + shownText(text, 60) + "', but must be " +
                    must);
    };
    if constexpr (std::is_same_v<Value, std::string>) {
        if (std::ranges::find(info.choices, text) == info.choices.end())
            return wrong(listed(info.choices));
        member = text;
    } else {
        const auto number = wholeText<Value>(text);
        if (!number ||
            !(static_cast<double>(*number) >= info.min && static_cast<double>(*number) <= info.max))
            return wrong(std::string(std::is_integral_v<Value> ? "a whole number" : "a number") +
                         " between " + shortNumber(info.min) + " and " + shortNumber(info.max));
        member = *number;
    }
    return {};
}

Result<void> setByText(Experiment& experiment, std::string_view key, std::string_view text) {
    Result<void> done;
    Experiment::visitFields(experiment, [&](auto& member, const FieldInfo& info) {
        if (info.key == key) done = setValue(member, info, text);
    });
    return done;
}

// The whole key of a parameter that was typed, or of which the end was.
Result<std::string> keyMeant(std::string_view kind, const std::vector<std::string>& keys,
                             std::string_view typed) {
    if (std::ranges::find(keys, typed) != keys.end()) return std::string(typed);
    const std::string ending = "_" + std::string(typed);
    std::vector<std::string> meant;
    for (const std::string& key : keys)
        if (!typed.empty() && key.ends_with(ending)) meant.push_back(key);
    if (meant.size() == 1) return meant.front();
    const std::vector<std::string_view> valid(keys.begin(), keys.end());
    return fail("policy '" + std::string(kind) + "' has no parameter '" + shownText(typed, 60) +
                "': valid " + (valid.size() == 1 ? "is " : "are ") + listed(valid));
}

Error unknownPolicy(std::string_view key) {
    std::vector<std::string_view> valid;
    valid.reserve(kPolicies.size());
    for (const PolicyInfo& policy : kPolicies) valid.push_back(policy.key);
    const std::string meant = nearest(key, valid);
    return {"unknown policy '" + shownText(key, 100) + "': " +
            (meant.empty() ? "" : "did you mean " + meant + "? ") + "valid are " + listed(valid)};
}

std::string spelledEntry(std::string_view kind, const EntryValues& values) {
    std::string text(kind);
    for (const std::string& key : entryParameters(kind))
        for (const auto& [set, value] : values)
            if (set == key) text += kEntrySeparator + key + "=" + value;
    return text;
}

// The policies of `experiment`, which mean the same under `changed`.
std::string policiesUnder(const Experiment& changed, const Experiment& experiment) {
    const auto entries = entriesIn(experiment);
    if (!entries) return experiment.policies;
    std::string text;
    bool written = false;
    for (const std::string& entry : *entries) {
        EntryValues values = valuesOf(entry);
        for (const std::string& key : entryParameters(entry)) {
            const std::string before = textIn(experiment, key);
            if (before == textIn(changed, key) ||
                std::ranges::find(values, key, &EntryValues::value_type::first) != values.end())
                continue;
            values.emplace_back(key, before);
            written = true;
        }
        text += (text.empty() ? "" : ",") + spelledEntry(policyKind(entry), values);
    }
    return written ? text : experiment.policies;
}

}  // namespace

std::vector<std::string> entryParameters(std::string_view policy) {
    const std::string_view kind = policyKind(policy);
    std::vector<std::string> keys;
    if (isAmong(kReadSide, kind)) keys.emplace_back("side");
    if (isAmong(kReadBeta, kind)) keys.emplace_back("beta");
    if (isAmong(kReadFixedLayer, kind)) keys.emplace_back("fixed_layer");
    static const PolicyParameters standard;
    std::apply(
        [&](const auto&... own) {
            (std::remove_cvref_t<decltype(own)>::visitFields(
                 own,
                 [&](const auto&, const FieldInfo& info) {
                     if (readsParameter(kind, info.key)) keys.emplace_back(info.key);
                 }),
             ...);
        },
        standard);
    return keys;
}

Result<std::string> readEntry(std::string_view text) {
    const std::string_view kind = policyKind(text);
    if (findPolicy(kind) == nullptr) return tl::unexpected(unknownPolicy(kind));
    if (!hasOwnParameters(text)) return std::string(text);
    const auto keys = entryParameters(kind);
    if (keys.empty())
        return fail("policy '" + std::string(kind) +
                    "' has no parameters of its own: leave out what follows it in '" +
                    shownText(text, 100) + "'");
    const auto parts = partsOfEntry(text);
    EntryValues values;
    Experiment scratch;
    for (const std::string_view part : std::span(parts).subspan(1)) {
        const std::size_t equals = part.find('=');
        if (equals == std::string_view::npos)
            return fail("policy '" + shownText(text, 100) + "' is not written as in " +
                        std::string(kind) + ":" + keys.front() + "=" +
                        textIn(scratch, keys.front()));
        const auto key = keyMeant(kind, keys, part.substr(0, equals));
        if (!key) return key;
        if (std::ranges::find(values, *key, &EntryValues::value_type::first) != values.end())
            return fail("policy '" + shownText(text, 100) + "' sets " + *key + " twice");
        if (auto set = setByText(scratch, *key, part.substr(equals + 1)); !set)
            return fail("policy '" + shownText(text, 100) + "': " + set.error().message);
        values.emplace_back(*key, textIn(scratch, *key));
    }
    return spelledEntry(kind, values);
}

EntryValues valuesOf(std::string_view entry) {
    EntryValues values;
    const auto parts = partsOfEntry(entry);
    for (const std::string_view part : std::span(parts).subspan(1)) {
        const std::size_t equals = std::min(part.find('='), part.size());
        values.emplace_back(part.substr(0, equals), part.substr(std::min(equals + 1, part.size())));
    }
    return values;
}

Result<std::string> withParameter(std::string_view entry, const std::string& key,
                                  const std::string& value) {
    EntryValues values = valuesOf(entry);
    std::erase_if(values, [&](const auto& one) { return one.first == key; });
    values.emplace_back(key, value);
    std::string text(policyKind(entry));
    for (const auto& [set, to] : values) text += kEntrySeparator + set + "=" + to;
    return readEntry(text);
}

std::string wholeEntry(const Experiment& experiment, std::string_view entry) {
    EntryValues values = valuesOf(entry);
    for (const std::string& key : entryParameters(entry))
        if (std::ranges::find(values, key, &EntryValues::value_type::first) == values.end())
            values.emplace_back(key, textIn(experiment, key));
    return spelledEntry(policyKind(entry), values);
}

Experiment settingsOf(const Experiment& experiment, std::string_view entry) {
    Experiment own = experiment;
    if (!hasOwnParameters(entry)) return own;
    for (const auto& [key, value] : valuesOf(entry))
        static_cast<void>(setByText(own, key, value));  // readEntry() has checked it
    own.policies = policiesUnder(own, experiment);
    return own;
}

std::vector<Experiment> playedAlone(const Experiment& experiment) {
    static const Experiment standard;
    std::vector<Experiment> alone;
    for (const std::string& entry : entriesIn(experiment).value_or(std::vector<std::string>())) {
        const Experiment own = settingsOf(experiment, entry);
        Experiment& one = alone.emplace_back(own);
        one.policies = policyKind(entry);
        one.side = standard.side;
        one.beta = standard.beta;
        one.fixedLayer = standard.fixedLayer;
        one.policyParameters = standard.policyParameters;
        for (const std::string& key : entryParameters(entry))
            static_cast<void>(setByText(one, key, textIn(own, key)));
    }
    return alone;
}

std::string entryPlayed(const Experiment& experiment, std::string_view kind) {
    if (!hasOwnParameters(experiment.policies)) return std::string(kind);
    const std::string own = wholeEntry(experiment, kind);
    for (const std::string& entry : entriesIn(experiment).value_or(std::vector<std::string>()))
        if (policyKind(entry) == kind && wholeEntry(experiment, entry) == own) return entry;
    return std::string(kind);
}

Result<std::vector<std::string>> entriesIn(const Experiment& experiment) {
    constexpr std::size_t kMostEntries = 100;
    std::vector<std::string> entries;
    const std::string_view text = experiment.policies;
    if (text == "all") {
        for (const PolicyInfo& policy : kPolicies)
            if (policy.offered(experiment.rules)) entries.emplace_back(policy.key);
        return entries;
    }
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        auto entry = readEntry(text.substr(from, comma - from));
        from = comma + 1;
        if (!entry) return tl::unexpected(entry.error());
        if (std::ranges::find(entries, *entry) == entries.end())
            entries.push_back(std::move(*entry));
        else if (hasOwnParameters(*entry))
            return fail("policy " + *entry + " is there twice: leave one out");
        if (entries.size() > kMostEntries)
            return fail("there are more than " + std::to_string(kMostEntries) +
                        " policies: use several experiments, or a sweep");
    }
    return entries;
}

std::string entryLabel(std::string_view entry) {
    const PolicyInfo* info = findPolicy(policyKind(entry));
    if (info == nullptr) return std::string(entry);
    std::string label(info->label);
    for (const auto& [key, value] : valuesOf(entry)) label += ", " + key + " " + value;
    return label;
}

Result<void> checkDifferent(const Experiment& experiment, const std::vector<std::string>& entries) {
    std::map<std::string, std::string> known;
    for (const std::string& entry : entries) {
        const auto [first, isNew] = known.emplace(wholeEntry(experiment, entry), entry);
        if (isNew) continue;
        return fail("policies " + first->second + " and " + entry + " play the same, " +
                    first->first + ": leave one out");
    }
    return {};
}

}  // namespace splitee
