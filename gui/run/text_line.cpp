// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/text_line.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace splitee {
namespace {

constexpr qsizetype kMostShown = 2000;      // characters of a tooltip
constexpr std::size_t kMostRead = 1 << 14;  // bytes of a text that anyone looks at

QString words(const char* text) { return QCoreApplication::translate("TextLine", text); }

// Without what would hide or turn its neighbours.
QString plainLine(std::string_view text) {
    text = text.substr(0, kMostRead);
    QString line = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar& c : line)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
            c.category() == QChar::Separator_Paragraph)
            c = QLatin1Char(' ');
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    return line.simplified();
}

// Of a text that was read up to a byte.
std::pair<QString, QString> parted(const std::string& text, std::size_t bytes) {
    const std::string_view all = text;
    bytes = std::min(bytes, all.size());
    const std::string_view rest = all.substr(bytes);
    const bool apart = !rest.empty() && (rest.front() == ' ' || rest.front() == '\n');
    QString left = plainLine(rest);
    if (!left.isEmpty() && apart) left.prepend(QLatin1Char(' '));
    return {plainLine(all.substr(0, bytes)), left};
}

}  // namespace

QString lineOf(const Text& text) {
    const QString first = plainLine(text.first);
    return text.second.empty() ? first : first + QStringLiteral(" | ") + plainLine(text.second);
}

TextLine lineOf(const Text& text, const TextRead& read) {
    if (!read.cut) return {lineOf(text), {}, read.pieces};
    const auto [first, firstLeft] = parted(text.first, read.firstBytes);
    if (text.second.empty()) return {first, firstLeft, read.pieces};
    const auto [second, secondLeft] = parted(text.second, read.secondBytes);
    const QString gap = firstLeft.isEmpty() ? QString() : QStringLiteral(" …");
    return {first + gap + QStringLiteral(" | ") + second,
            secondLeft.isEmpty() ? firstLeft : secondLeft, read.pieces};
}

QString tipOf(const TextLine& line) {
    const auto shown = [](const QString& text) {
        return (text.size() > kMostShown ? text.first(kMostShown) + QStringLiteral(" …") : text)
            .toHtmlEscaped();
    };
    QString tip = QStringLiteral("<p>%1<s>%2</s></p>").arg(shown(line.read), shown(line.left));
    if (line.left.isEmpty()) tip.remove(QStringLiteral("<s></s>"));
    if (line.pieces == 0) return tip;
    const QString pieces =
        line.left.isEmpty()
            ? words(QT_TRANSLATE_NOOP("TextLine", "%1 pieces"))
            : words(QT_TRANSLATE_NOOP("TextLine",
                                      "%1 pieces: the network reads no more, the rest is cut off"));
    return tip + QStringLiteral("<p>%1</p>").arg(pieces.arg(line.pieces));
}

}  // namespace splitee
