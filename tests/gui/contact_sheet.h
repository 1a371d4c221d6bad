// SPDX-License-Identifier: GPL-3.0-or-later
// ContactSheet: pictures of many pages beside each other, each with its name, for a person to look
// at.
#pragma once

#include <QImage>
#include <QString>

#include <utility>
#include <vector>

namespace splitee::test {

class ContactSheet {
public:
    void add(const QString& name, const QImage& picture) { pictures_.emplace_back(name, picture); }
    [[nodiscard]] bool isEmpty() const { return pictures_.empty(); }
    /// As a PNG file, and begins anew. False where the file cannot be written.
    [[nodiscard]] bool save(const QString& path);

private:
    std::vector<std::pair<QString, QImage>> pictures_;
};

}  // namespace splitee::test
