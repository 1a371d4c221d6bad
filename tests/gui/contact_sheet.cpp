// SPDX-License-Identifier: GPL-3.0-or-later
#include "contact_sheet.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace splitee::test {
namespace {

constexpr int kGap = 12, kCaption = 24;     // pixels
constexpr int kPictureWidth = 900;          // texts can still be read
constexpr QColor kPaper(0x80, 0x80, 0x80);  // neither of the two themes

}  // namespace

bool ContactSheet::save(const QString& path) {
    int height = 0;
    for (auto& [name, picture] : pictures_) {
        picture.setDevicePixelRatio(1);
        if (picture.width() > kPictureWidth)
            picture = picture.scaledToWidth(kPictureWidth, Qt::SmoothTransformation);
        height = std::max(height, picture.height());
    }
    const int count = static_cast<int>(pictures_.size());
    const int columns = std::max(1, static_cast<int>(std::ceil(std::sqrt(count))));
    const int rows = (count + columns - 1) / columns;
    QImage sheet(columns * (kPictureWidth + kGap) + kGap, rows * (height + kCaption + kGap) + kGap,
                 QImage::Format_RGB32);
    sheet.fill(kPaper);
    QPainter painter(&sheet);
    for (int k = 0; k < count; ++k) {
        const auto& [name, picture] = pictures_[static_cast<std::size_t>(k)];
        const int x = kGap + k % columns * (kPictureWidth + kGap);
        const int y = kGap + k / columns * (height + kCaption + kGap);
        painter.drawText(QRect(x, y, kPictureWidth, kCaption), Qt::AlignVCenter, name);
        painter.drawImage(x, y + kCaption, picture);
    }
    painter.end();
    pictures_.clear();
    return sheet.save(path, "PNG");
}

}  // namespace splitee::test
