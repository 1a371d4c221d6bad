// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of files of texts for the tests, and what is read of them, as text.
#pragma once

#include <QByteArray>
#include <QTemporaryDir>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "datasets/open_dataset.h"
#include "made_files.h"

namespace splitee::test {

/// "negative 2, positive 1": samples of each class, "?" for none.
inline std::string countsOf(const Dataset& texts) {
    std::map<std::string, int> counts;
    for (std::int64_t i = 0; i < texts.size(); ++i) {
        const std::int32_t label = texts.read(i)->label;
        ++counts[label < 0 ? "?" : texts.classNames()[static_cast<std::size_t>(label)]];
    }
    std::string shown;
    for (const auto& [name, count] : counts)
        shown += (shown.empty() ? "" : ", ") + name + " " + std::to_string(count);
    return shown;
}

class MadeTexts {
public:
    [[nodiscard]] std::string path(const std::string& name) const {
        return (std::filesystem::path(folder_.path().toStdString()) / name).string();
    }
    void put(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        splitee::test::put(path(name), bytes);
    }
    /// `name`: below the folder, with what follows #.
    [[nodiscard]] Result<std::shared_ptr<const Dataset>> open(
        const std::string& name, const std::vector<std::string>& classes = {},
        Split split = Split::Test) const {
        return openDataset("text:" + path(name), split, 0, classes);
    }
    /// "positive: text / second text" a line, or the error.
    [[nodiscard]] QByteArray shown(const std::string& name, Split split = Split::Test) const {
        const auto texts = open(name, {}, split);
        if (!texts) return QByteArray::fromStdString(texts.error().message);
        std::string all;
        for (std::int64_t i = 0; i < (*texts)->size(); ++i) {
            const auto sample = (*texts)->read(i);
            const Text& text = sample->text();
            all += sample->label < 0
                       ? "?"
                       : (*texts)->classNames()[static_cast<std::size_t>(sample->label)];
            all += ": " + text.first + (text.second.empty() ? "" : " / " + text.second) + "\n";
        }
        return QByteArray::fromStdString(all);
    }
    [[nodiscard]] std::vector<int> labels(const std::string& name,
                                          const std::vector<std::string>& classes = {}) const {
        const auto texts = open(name, classes);
        if (!texts) return {-100};
        std::vector<int> all;
        for (std::int64_t i = 0; i < (*texts)->size(); ++i) all.push_back((*texts)->read(i)->label);
        return all;
    }

private:
    QTemporaryDir folder_;
};

}  // namespace splitee::test
