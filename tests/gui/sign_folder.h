// SPDX-License-Identifier: GPL-3.0-or-later
// Signs as pictures in a folder a class, as people have images.
#pragma once

#include <QImage>
#include <QTest>

#include <filesystem>

#include "datasets/signs.h"

namespace splitee::test {

/// The first `count` test images as PNG files; their classes take turns.
inline void writeSigns(const QString& folder, int count) {
    const auto signs = openSigns(Split::Test);
    for (int i = 0; i < count; ++i) {
        const Sample sample = *signs->read(i);
        const auto name = signs->classNames()[static_cast<std::size_t>(sample.label)];
        const QString place = folder + QLatin1Char('/') + QString::fromStdString(name);
        std::filesystem::create_directories(place.toStdString());
        const QImage image(sample.image().pixels.data(), sample.image().width,
                           sample.image().height, 3 * sample.image().width, QImage::Format_RGB888);
        QVERIFY(image.save(QStringLiteral("%1/%2.png").arg(place).arg(i)));
    }
}

}  // namespace splitee::test
