// SPDX-License-Identifier: GPL-3.0-or-later
// Folders of small images for the tests, a colour a class.
#pragma once

#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "datasets/dataset.h"
#include "made_files.h"

namespace splitee::test {

inline const std::vector<std::string> kClasses{"ant", "bee", "cat"};
inline constexpr int kCopies = 40;  ///< enough for each part of a split by name

/// One colour a class: red counts up with the class's place.
inline QByteArray imageOf(int colour, const char* format = "png") {
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(qRgb(40 * (colour + 1), 0, 0));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// A folder that goes away, with images in it.
class MadeFolder {
public:
    [[nodiscard]] std::string path() const { return folder_.path().toStdString(); }

    void put(const std::string& name, const std::string& bytes) const {
        const std::filesystem::path file = std::filesystem::path(path()) / name;
        std::filesystem::create_directories(file.parent_path());
        splitee::test::put(file.string(), bytes);
    }
    void image(const std::string& name, int colour) const {
        put(name, imageOf(colour).toStdString());
    }
    // `copies` images of one colour below `folder`.
    void images(const std::string& folder, int colour, int copies = kCopies) const {
        for (int i = 0; i < copies; ++i) image(folder + "/" + std::to_string(i) + ".png", colour);
    }
    // ant, bee and cat below `root`, which ends in / or is empty.
    void classes(const std::string& root, int copies = kCopies) const {
        for (int c = 0; c < 3; ++c) images(root + kClasses[static_cast<std::size_t>(c)], c, copies);
    }

private:
    QTemporaryDir folder_;
};

/// How many images of each label a dataset holds; -1 counts those whose colour is not the label's.
inline std::map<int, int> labelsOf(const Dataset& images) {
    std::map<int, int> counts;
    for (std::int64_t i = 0; i < images.size(); ++i) {
        const auto sample = images.read(i);
        const bool right = sample && sample->image().pixels[0] / 40 == sample->label + 1;
        ++counts[right ? sample->label : -1];
    }
    return counts;
}

}  // namespace splitee::test
