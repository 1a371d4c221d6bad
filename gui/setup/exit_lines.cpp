// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/exit_lines.h"

#include <QPainter>

#include <algorithm>

#include "gui/setup/preview_worker.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kColumnGap = 8, kInside = 4, kRowGap = 2;
constexpr double kBarShare = 0.3;  // of its colour on the surface: words stand on it

}  // namespace

ExitLines::ExitLines(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("What every exit says"));
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void ExitLines::show(std::vector<ExitAnswers> columns, const QStringList& classes) {
    columns_ = std::move(columns);
    classes_ = classes;
    describe();
    updateGeometry();
    update();
}

void ExitLines::setAlpha(double alpha) {
    alpha_ = alpha;
    describe();
    update();
}

QString ExitLines::className(int index) const {
    return index >= 0 && index < classes_.size() ? classes_[index] : tr("class %1").arg(index);
}

QString ExitLines::sentence() const {
    QStringList said;
    for (const ExitAnswers& column : columns_)
        if (const int exit = leavesAt(column.confidence, alpha_); exit > 0)
            said += tr("%1 leaves at exit %2: %3")
                        .arg(column.title)
                        .arg(exit)
                        .arg(className(column.prediction[static_cast<std::size_t>(exit - 1)]));
    return said.join(QStringLiteral("; "));
}

void ExitLines::describe() {
    setAccessibleDescription(sentence());
    setToolTip(tr("Answer and confidence of every exit. Framed: the first exit whose confidence "
                  "reaches the threshold α, where the text would leave; the last exit answers in "
                  "any case.") +
               (columns_.empty() ? QString() : QLatin1Char('\n') + sentence()));
}

int ExitLines::rowHeight() const { return QFontMetrics(theme_.captionFont()).height() + 3; }

QSize ExitLines::sizeHint() const {
    std::size_t exits = 0;
    for (const ExitAnswers& column : columns_) exits = std::max(exits, column.confidence.size());
    return {200, exits == 0 ? 0 : static_cast<int>(exits + 1) * rowHeight()};
}

void ExitLines::paintEvent(QPaintEvent*) {
    if (columns_.empty() || columns_.front().confidence.empty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme_.captionFont());
    const QFontMetrics metrics(theme_.captionFont());
    const auto exits = static_cast<int>(columns_.front().confidence.size());
    const int numbers = metrics.horizontalAdvance(QString::number(exits)) + 6;
    painter.setPen(theme_.color(Token::MutedText));
    for (int exit = 1; exit <= exits; ++exit)
        painter.drawText(QRect(0, exit * rowHeight(), numbers - 4, rowHeight()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(exit));
    const auto count = static_cast<int>(columns_.size());
    const int wide = (width() - numbers - (count - 1) * kColumnGap) / count;
    for (int k = 0; k < count; ++k)
        paintColumn(painter, columns_[static_cast<std::size_t>(k)],
                    {numbers + k * (wide + kColumnGap), 0, wide, height()});
}

void ExitLines::paintColumn(QPainter& painter, const ExitAnswers& answers,
                            const QRect& area) const {
    const QColor surface = theme_.color(Token::Surface), muted = theme_.color(Token::MutedText);
    const int leaves = leavesAt(answers.confidence, alpha_);
    QFont bold = theme_.captionFont();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(theme_.captionFont()), heavy(bold);
    // The values have a column of their own: nothing stands on them.
    const int values = heavy.horizontalAdvance(numberText(1, 2)) + kInside;
    const double room = area.width() - values;
    painter.setPen(muted);
    painter.setFont(theme_.captionFont());
    painter.drawText(QRect(area.left(), 0, area.width(), rowHeight()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(answers.title, Qt::ElideRight, area.width()));
    for (std::size_t i = 0; i < answers.confidence.size(); ++i) {
        const int exit = static_cast<int>(i) + 1;
        const double confidence = answers.confidence[i];
        const QRectF row(area.left() + 0.5, exit * rowHeight() + 0.5, area.width() - 1.0,
                         rowHeight() - kRowGap);
        const QRectF bar(row.left(), row.top(), room - 1, row.height());
        const bool passes = confidence >= alpha_ || exit == leaves;
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(surface, theme_.color(Token::Border), 0.35));
        painter.drawRoundedRect(bar, 3, 3);
        painter.setBrush(mixed(surface, passes ? theme_.color(Token::Exit) : muted, kBarShare));
        painter.drawRoundedRect(
            QRectF(bar.left(), bar.top(), bar.width() * confidence, bar.height()), 3, 3);
        if (exit == leaves) {
            painter.setPen(QPen(theme_.color(Token::Exit), 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(row, 3, 3);
        }
        painter.setFont(exit == leaves ? bold : theme_.captionFont());
        painter.setPen(exit <= leaves ? theme_.color(Token::Text) : muted);
        painter.drawText(row.adjusted(0, 0, -kInside + 1, 0), Qt::AlignRight | Qt::AlignVCenter,
                         numberText(confidence, 2));
        const QRectF inside = bar.adjusted(kInside, 0, -kInside, 0);
        painter.drawText(
            inside, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(className(answers.prediction[i]), Qt::ElideRight,
                                             static_cast<int>(inside.width())));
    }
    const double x = area.left() + room * alpha_;
    painter.setPen(QPen(theme_.color(Token::Text), 1, Qt::DashLine));
    painter.drawLine(
        QPointF(x, rowHeight()),
        QPointF(x, (static_cast<double>(answers.confidence.size()) + 1) * rowHeight()));
}

}  // namespace splitee
