// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/contact_sheet.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/whole_file.h"

namespace splitee {
namespace {

constexpr int kLetterWidth = 5, kLetterHeight = 7, kLetterScale = 2;
constexpr int kAdvance = (kLetterWidth + 1) * kLetterScale;
constexpr int kGap = 4, kLeastSide = 96;
constexpr std::uint8_t kPaper = 255, kInk = 30;

// Rows of five bits, from the top.
struct Letter {
    char character;
    std::array<std::uint8_t, kLetterHeight> rows;
};

constexpr std::array<Letter, 39> kLetters{{
    {'a', {0x00, 0x00, 0x0e, 0x01, 0x0f, 0x11, 0x0f}},
    {'b', {0x10, 0x10, 0x16, 0x19, 0x11, 0x11, 0x1e}},
    {'c', {0x00, 0x00, 0x0e, 0x10, 0x10, 0x11, 0x0e}},
    {'d', {0x01, 0x01, 0x0d, 0x13, 0x11, 0x11, 0x0f}},
    {'e', {0x00, 0x00, 0x0e, 0x11, 0x1f, 0x10, 0x0e}},
    {'f', {0x06, 0x09, 0x08, 0x1c, 0x08, 0x08, 0x08}},
    {'g', {0x00, 0x0f, 0x11, 0x11, 0x0f, 0x01, 0x0e}},
    {'h', {0x10, 0x10, 0x16, 0x19, 0x11, 0x11, 0x11}},
    {'i', {0x04, 0x00, 0x0c, 0x04, 0x04, 0x04, 0x0e}},
    {'j', {0x02, 0x00, 0x06, 0x02, 0x02, 0x12, 0x0c}},
    {'k', {0x10, 0x10, 0x12, 0x14, 0x18, 0x14, 0x12}},
    {'l', {0x0c, 0x04, 0x04, 0x04, 0x04, 0x04, 0x0e}},
    {'m', {0x00, 0x00, 0x1a, 0x15, 0x15, 0x11, 0x11}},
    {'n', {0x00, 0x00, 0x16, 0x19, 0x11, 0x11, 0x11}},
    {'o', {0x00, 0x00, 0x0e, 0x11, 0x11, 0x11, 0x0e}},
    {'p', {0x00, 0x00, 0x1e, 0x11, 0x1e, 0x10, 0x10}},
    {'q', {0x00, 0x00, 0x0d, 0x13, 0x0f, 0x01, 0x01}},
    {'r', {0x00, 0x00, 0x16, 0x19, 0x10, 0x10, 0x10}},
    {'s', {0x00, 0x00, 0x0e, 0x10, 0x0e, 0x01, 0x1e}},
    {'t', {0x08, 0x08, 0x1c, 0x08, 0x08, 0x09, 0x06}},
    {'u', {0x00, 0x00, 0x11, 0x11, 0x11, 0x13, 0x0d}},
    {'v', {0x00, 0x00, 0x11, 0x11, 0x11, 0x0a, 0x04}},
    {'w', {0x00, 0x00, 0x11, 0x11, 0x15, 0x15, 0x0a}},
    {'x', {0x00, 0x00, 0x11, 0x0a, 0x04, 0x0a, 0x11}},
    {'y', {0x00, 0x00, 0x11, 0x11, 0x0f, 0x01, 0x0e}},
    {'z', {0x00, 0x00, 0x1f, 0x02, 0x04, 0x08, 0x1f}},
    {'0', {0x0e, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0e}},
    {'1', {0x04, 0x0c, 0x04, 0x04, 0x04, 0x04, 0x0e}},
    {'2', {0x0e, 0x11, 0x01, 0x02, 0x04, 0x08, 0x1f}},
    {'3', {0x1f, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0e}},
    {'4', {0x02, 0x06, 0x0a, 0x12, 0x1f, 0x02, 0x02}},
    {'5', {0x1f, 0x10, 0x1e, 0x01, 0x01, 0x11, 0x0e}},
    {'6', {0x06, 0x08, 0x10, 0x1e, 0x11, 0x11, 0x0e}},
    {'7', {0x1f, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08}},
    {'8', {0x0e, 0x11, 0x11, 0x0e, 0x11, 0x11, 0x0e}},
    {'9', {0x0e, 0x11, 0x11, 0x0f, 0x01, 0x02, 0x0c}},
    {'_', {0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x1f}},
    {':', {0x00, 0x0c, 0x0c, 0x00, 0x0c, 0x0c, 0x00}},
    {'.', {0x00, 0x00, 0x00, 0x00, 0x00, 0x0c, 0x0c}},
}};

int labelWidth(const std::string& label) { return static_cast<int>(label.size()) * kAdvance; }

void fillSquare(Image& sheet, int x, int y, int side, const std::uint8_t* rgb) {
    for (int v = y; v < y + side; ++v)
        for (int u = x; u < x + side; ++u)
            std::copy_n(rgb, 3, &sheet.pixels[static_cast<std::size_t>((v * sheet.width + u) * 3)]);
}

void writeLabel(Image& sheet, int x, int y, const std::string& label) {
    constexpr std::array<std::uint8_t, 3> kColour{kInk, kInk, kInk};
    for (const char character : label) {
        const auto letter = std::ranges::find(kLetters, character, &Letter::character);
        for (int row = 0; letter != kLetters.end() && row < kLetterHeight; ++row)
            for (int column = 0; column < kLetterWidth; ++column)
                if ((letter->rows[static_cast<std::size_t>(row)] >> (kLetterWidth - 1 - column) &
                     1) != 0)
                    fillSquare(sheet, x + column * kLetterScale, y + row * kLetterScale,
                               kLetterScale, kColour.data());
        x += kAdvance;
    }
}

}  // namespace

Image contactSheet(const std::vector<std::string>& columns, const std::vector<SheetRow>& rows) {
    int left = 0;
    int width = 1;
    int height = 1;
    for (const SheetRow& row : rows) {
        left = std::max(left, labelWidth(row.label));
        for (const Image& picture : row.pictures) {
            width = std::max(width, picture.width);
            height = std::max(height, picture.height);
        }
    }
    left += 2 * kGap;
    const int scale = std::max(1, kLeastSide / std::max(width, height));
    const int across = width * scale + kGap;
    const int down = height * scale + kGap;
    const int top = kLetterHeight * kLetterScale + 2 * kGap;
    Image sheet{left + across * static_cast<int>(columns.size()),
                top + down * static_cast<int>(rows.size()),
                {}};
    sheet.pixels.assign(
        static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height) * 3, kPaper);
    for (std::size_t k = 0; k < columns.size(); ++k)
        writeLabel(
            sheet,
            left + static_cast<int>(k) * across + (width * scale - labelWidth(columns[k])) / 2,
            kGap, columns[k]);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const int y = top + static_cast<int>(r) * down;
        writeLabel(sheet, kGap, y + (height * scale - kLetterHeight * kLetterScale) / 2,
                   rows[r].label);
        for (std::size_t k = 0; k < rows[r].pictures.size(); ++k) {
            const Image& picture = rows[r].pictures[k];
            for (int v = 0; v < picture.height; ++v)
                for (int u = 0; u < picture.width; ++u)
                    fillSquare(
                        sheet, left + static_cast<int>(k) * across + u * scale, y + v * scale,
                        scale,
                        &picture.pixels[static_cast<std::size_t>((v * picture.width + u) * 3)]);
        }
    }
    return sheet;
}

Result<void> writePng(const std::string& path, const Image& image) {
    const QImage picture(image.pixels.data(), image.width, image.height, 3 * image.width,
                         QImage::Format_RGB888);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "png"))
        return fail("cannot write picture to " + path + ": there is not enough memory");
    return writeWholeFile(path, "picture",
                          [&](std::ostream& out) { out.write(bytes.constData(), bytes.size()); });
}

}  // namespace splitee
