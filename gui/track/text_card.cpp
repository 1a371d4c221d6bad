// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/track/text_card.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr double kCardEdge = 6, kMarkWidth = 2, kMarkGap = 2;
constexpr qsizetype kMostInLine = 160;  // characters
constexpr double kReadShare = 0.62;     // of the line that shows where a text was cut short

QString cardWords(const char* text) { return QCoreApplication::translate("TextCard", text); }

// At most `most` lines of `text`, `width` wide; the last one holds all the rest.
QStringList linesOf(const QString& text, const QFont& font, double width, int most) {
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == most) {
            lines << text.mid(line.textStart());
            break;
        }
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

// A mark, and the beginning of what was not read, from `x` on.
void paintRest(QPainter& painter, const QRectF& row, double x, const TextLine& text,
               const Theme& theme) {
    painter.fillRect(QRectF(x + kMarkGap, row.top() + 1, kMarkWidth, row.height() - 2),
                     theme.color(Token::Warn));
    const double from = x + kMarkWidth + 2 * kMarkGap + 1;
    painter.setPen(theme.color(Token::MutedText));
    painter.drawText(QRectF(from, row.top(), row.right() - from, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(theme.captionFont())
                         .elidedText(text.left.left(kMostInLine).trimmed(), Qt::ElideRight,
                                     static_cast<int>(row.right() - from)));
}

// The lines of what was read; of one that was cut short, the last line shows where.
void paintLines(QPainter& painter, QRectF row, int rows, const TextLine& text, const QFont& font,
                const Theme& theme) {
    const QFontMetrics metrics(font);
    const bool cut = !text.left.isEmpty();
    // No more than can stand there is laid out: it is drawn many times a second.
    QStringList lines = linesOf(text.read.left(rows * kMostInLine), font, row.width(), rows);
    if (lines.isEmpty()) return;
    const double room = row.width() * (cut ? kReadShare : 1);
    const bool whole = metrics.horizontalAdvance(lines.back()) <= room;
    if (!whole)
        lines.back() =
            cut ? metrics.elidedText(text.read.right(kMostInLine), Qt::ElideLeft,
                                     static_cast<int>(room))
                : metrics.elidedText(lines.back(), Qt::ElideRight, static_cast<int>(room));
    for (const QString& line : lines) {
        painter.setPen(theme.color(Token::Text));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line);
        if (&line != &lines.back()) row.translate(0, row.height());
    }
    if (cut)
        paintRest(painter, row, row.left() + metrics.horizontalAdvance(lines.back()), text, theme);
}

}  // namespace

void paintTextCard(QPainter& painter, const QRectF& frame, const TextLine& text,
                   const Theme& theme) {
    const QRectF inside = frame.adjusted(kCardEdge, kCardEdge - 2, -kCardEdge, -kCardEdge + 2);
    const int caption = QFontMetrics(theme.captionFont()).height();
    const bool cut = !text.left.isEmpty(), captioned = inside.height() >= 2 * caption;
    const double room = inside.height() - (captioned ? caption : 0);
    // A short one is as large as other texts.
    QFont font = theme.bodyFont();
    const int body = QFontMetrics(font).height();
    if (const int rows = static_cast<int>(room) / body;
        cut || rows < 1 ||
        linesOf(text.read.left((rows + 1) * kMostInLine), font, inside.width(), rows + 1).size() >
            rows)
        font = theme.captionFont();
    const int line = QFontMetrics(font).height();
    painter.setFont(font);
    paintLines(painter, {inside.left(), inside.top(), inside.width(), static_cast<double>(line)},
               std::max(1, static_cast<int>(room) / line), text, font, theme);
    if (!captioned) return;
    const QString pieces = (cut ? cardWords(QT_TRANSLATE_NOOP("TextCard", "%1 pieces, cut short"))
                                : cardWords(QT_TRANSLATE_NOOP("TextCard", "%1 pieces")))
                               .arg(text.pieces);
    painter.setFont(theme.captionFont());
    painter.setPen(theme.color(cut ? Token::Warn : Token::MutedText));
    painter.drawText(
        QRectF(inside.left(), inside.bottom() - caption, inside.width(), caption),
        Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(pieces, Qt::ElideRight, static_cast<int>(inside.width())));
}

}  // namespace splitee
