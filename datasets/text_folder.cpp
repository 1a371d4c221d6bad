// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/text_folder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "datasets/class_match.h"
#include "datasets/text_format.h"
#include "datasets/text_labels.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

namespace fs = std::filesystem;
using Files = std::vector<fs::path>;  // below the root
using Kind = FileTree::Kind;

constexpr int kMostTextDepth = 8;
constexpr std::size_t kMostTextFiles = 5'000'000;
constexpr std::size_t kFilesNamed = 12;

std::optional<Split> partCalled(std::string_view word) {
    if (word == "train" || word == "training") return Split::Train;
    if (word == "dev" || word == "val" || word == "valid" || word == "validation")
        return Split::Validation;
    if (word == "test" || word == "testing") return Split::Test;
    return std::nullopt;
}

// By one of the words of a file's name: "snli_1.0_train.jsonl".
std::optional<Split> partOfTable(const fs::path& file) {
    const std::string name = unpackedName(file.filename().string());
    std::string word;
    for (const char c : name + '.') {
        if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
            word += c;
            continue;
        }
        if (const auto part = partCalled(word)) return part;
        word.clear();
    }
    return std::nullopt;
}

// "positive.review" and the like: the stem is a label. Without a label of its own: nothing.
std::string labelInName(const fs::path& file) {
    const std::string stem = fs::path(unpackedName(file.filename().string())).stem().string();
    return stem == "positive" || stem == "negative" || stem == "pos" || stem == "neg" ? stem : "";
}

bool endsWith(const fs::path& file, std::string_view ending) {
    return unpackedName(file.filename().string()).ends_with(ending);
}

std::string namesOf(const Files& files) {
    std::vector<std::string> names;
    for (const fs::path& file : files) names.push_back(file.generic_string());
    return namesIn(names, kFilesNamed);
}

class TextScan {
public:
    TextScan(const FileTree& tree, fs::path root,
             const std::function<bool(const fs::path&)>& hasLabels)
        : tree_(tree), root_(std::move(root)), hasLabels_(hasLabels) {}

    Result<TextFolder> run() {
        if (auto found = collect(root_, 0); !found) return tl::unexpected(found.error());
        std::ranges::sort(files_);
        Result<bool> done = takeClassFolders();
        if (done && !*done) done = takeReviews();
        if (done && !*done) done = takeTables();
        if (!done) return tl::unexpected(done.error());
        for (auto& [part, files] : folder_.parts)
            for (TextFolder::File& file : files) file.path = root_ / file.path;
        return std::move(folder_);
    }

private:
    Result<void> collect(const fs::path& folder, int depth) {
        const auto entries = tree_.entries(folder);
        if (!entries) return tl::unexpected(entries.error());
        for (const FileTree::Entry& entry : *entries) {
            const std::string name = entry.path.filename().string();
            if (name.starts_with('.') || name == "__MACOSX") continue;
            if (entry.kind == Kind::Folder && depth < kMostTextDepth) {
                if (auto inside = collect(entry.path, depth + 1); !inside) return inside;
            } else if (entry.kind == Kind::File && isTextName(name)) {
                files_.push_back(entry.path.lexically_relative(root_));
            }
            if (files_.size() > kMostTextFiles)
                return fail(root_.string() + " holds more than 5,000,000 files of texts");
        }
        return {};
    }

    // A text a file in folders that are named as labels.
    bool takeClassFolders() {
        std::set<std::string> classes;
        std::size_t unlabelled = 0;
        std::map<Split, std::vector<TextFolder::File>> parts;
        for (const fs::path& file : files_) {
            const std::string label = file.parent_path().filename().string();
            if (label == "unsup") ++unlabelled;
            if (label.empty() || !endsWith(file, ".txt") || !looksLikeLabel(label)) continue;
            classes.insert(label);
            const auto part = partCalled(file.parent_path().parent_path().filename().string());
            parts[part.value_or(Split::All)].push_back({file, label, true});
        }
        if (classes.size() < 2) return false;
        if (unlabelled > 0)
            folder_.remarks.push_back("left out " + std::to_string(unlabelled) +
                                      " texts of the folder unsup, which have no labels");
        if (parts.size() > 1) parts.erase(Split::All);  // texts beside the parts
        folder_.parts = std::move(parts);
        return true;
    }

    // positive.review and negative.review of one domain.
    Result<bool> takeReviews() {
        std::map<fs::path, std::vector<TextFolder::File>> domains;
        for (const fs::path& file : files_)
            if (endsWith(file, ".review") && !labelInName(file).empty())
                domains[file.parent_path()].push_back({file, labelInName(file), false});
        if (domains.empty()) return false;
        if (domains.size() > 1) {
            std::vector<std::string> names;
            for (const auto& [domain, files] : domains) names.push_back(domain.generic_string());
            return fail(root_.string() + " holds reviews of " + std::to_string(domains.size()) +
                        " domains (" + namesIn(names, kFilesNamed) + "): name the folder of one");
        }
        folder_.parts.emplace(Split::All, std::move(domains.begin()->second));
        return true;
    }

    // The best table among several of a part: the least deep, the richest format, MNLI's matched.
    static std::tuple<std::ptrdiff_t, int, bool> rankOf(const fs::path& file) {
        int format = 0;
        for (const std::string_view ending : {".jsonl", ".tsv", ".csv", ".txt", ".json"}) {
            if (endsWith(file, ending)) break;
            ++format;
        }
        return {std::distance(file.begin(), file.end()), format,
                file.filename().string().find("mismatched") != std::string::npos};
    }

    Result<fs::path> bestOf(Files tables) {
        std::ranges::stable_sort(tables, {}, rankOf);
        if (tables.size() > 1 && rankOf(tables[0]) == rankOf(tables[1]))
            return fail(root_.string() + " holds several tables of one part (" + namesOf(tables) +
                        "): name one of them");
        if (tables.size() > 1)
            folder_.remarks.push_back("took " + tables[0].generic_string() + " among " +
                                      namesOf(tables));
        return tables[0];
    }

    Result<bool> takeTables() {
        std::map<Split, Files> tables;
        Files others;
        for (const fs::path& file : files_) {
            const auto part = partOfTable(file);
            (part ? tables[*part] : others).push_back(file);
        }
        if (tables.empty()) {
            if (others.size() != 1)
                return fail(
                    root_.string() +
                    (others.empty()
                         ? " holds no texts: name a file, or a folder with train, dev and "
                           "test tables or pos and neg folders"
                         : " holds several files of texts (" + namesOf(others) +
                               ") and none is called train, dev or test: name one of them"));
            folder_.parts[Split::All] = {{others.front(), labelInName(others.front()), false}};
            return true;
        }
        std::map<Split, fs::path> best;
        for (const auto& [part, files] : tables) {
            auto table = bestOf(files);
            if (!table) return tl::unexpected(table.error());
            best.emplace(part, std::move(*table));
        }
        const auto test = best.find(Split::Test);
        if (test != best.end() && best.size() > 1 && !hasLabels_(root_ / test->second)) {
            folder_.remarks.push_back(
                test->second.generic_string() + " has no labels" +
                (best.contains(Split::Validation)
                     ? ": " + best.at(Split::Validation).generic_string() + " is the test part"
                     : ""));
            best.erase(test);
        }
        if (!best.contains(Split::Test) && best.contains(Split::Validation))
            best.emplace(Split::Test, best.extract(Split::Validation).mapped());
        for (const auto& [part, table] : best)
            folder_.parts[best.size() == 1 ? Split::All : part] = {{table, "", false}};
        return true;
    }

    const FileTree& tree_;
    fs::path root_;
    const std::function<bool(const fs::path&)>& hasLabels_;
    Files files_;
    TextFolder folder_;
};

}  // namespace

Result<TextFolder> textFolder(const FileTree& tree, const fs::path& path,
                              const std::function<bool(const fs::path&)>& hasLabels) {
    return TextScan(tree, path, hasLabels).run();
}

}  // namespace splitee
