// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/preview_view.h"

#include <QPainter>
#include <QToolButton>

#include <algorithm>

#include "gui/run/setup.h"
#include "gui/setup/distortion_names.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"
#include "sources/run_source.h"

namespace splitee {
namespace {

constexpr int kImage = 96, kGap = 8, kRow = 16, kLeastExits = 7;

}  // namespace

PreviewView::PreviewView(Setup& setup, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      theme_(theme),
      next_(new QToolButton(this)),
      worker_([this](const Preview& preview) { showPreview(preview); }) {
    setAccessibleName(tr("Preview"));
    setToolTip(
        tr("One image as recorded, and as the network will see it.\nBelow it, the confidence of "
           "every exit: in colour from the threshold α on."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    next_->setText(QStringLiteral("›"));
    next_->setAutoRaise(true);
    next_->setToolTip(tr("Another image"));
    next_->setAccessibleName(tr("Another image"));
    connect(next_, &QToolButton::clicked, this, &PreviewView::showNext);
    connect(&setup_, &Setup::changed, this, [this] {
        requestPreview();
        update();  // of the threshold
    });
    connect(&theme_, &Theme::changed, this, [this] { update(); });
}

QSize PreviewView::sizeHint() const {
    const auto exits = std::max(kLeastExits, static_cast<int>(preview_.clean.confidence.size()));
    return {2 * kImage + kGap, kRow + kImage + kGap / 2 + exits * kRow};
}

void PreviewView::showEvent(QShowEvent*) { requestPreview(); }

void PreviewView::resizeEvent(QResizeEvent*) {
    next_->setGeometry(width() - kRow - 4, 0, kRow + 4, kRow);
}

void PreviewView::showNext() {
    row_ = past_ ? past_->row + 1 : row_ + 1;
    past_.reset();
    requestPreview();
}

void PreviewView::showPast(const std::optional<Past>& past) {
    past_ = past;
    requestPreview();
    update();  // of the threshold
}

void PreviewView::requestPreview() {
    if (!isVisible() || !isLive(setup_.file()) || !hasSource(setup_.file())) return;
    PreviewRequest wanted{liveRequest(setup_.file()),
                          setup_.experiment().seed,
                          past_ ? past_->row : row_,
                          {},
                          files_};
    if (past_) wanted.source.distortion = past_->distortion;
    const bool failed = !preview_.error.empty() &&
                        preview_.request.same(wanted);  // it may succeed now: the file is back
    if (wanted.same(requested_) && !failed) return;
    requested_ = wanted;
    worker_.request(wanted);
}

void PreviewView::showPreview(const Preview& preview) {
    preview_ = preview;
    const auto sure = [](const SeenSample& seen) {
        return seen.confidence.empty() ? QString() : numberText(seen.confidence.back(), 2);
    };
    setAccessibleDescription(preview.error.empty()
                                 ? tr("Confidence of the final exit: clean %1, distorted %2")
                                       .arg(sure(preview.clean), sure(preview.distorted))
                                 : QString::fromStdString(preview.error));
    updateGeometry();  // as many lines as exits
    update();
    emit previewed();
}

void PreviewView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme_.captionFont());
    painter.setPen(theme_.color(Token::MutedText));
    if (preview_.clean.confidence.empty()) {
        const QString words =
            preview_.error.empty()
                ? tr("The network is being loaded.")
                : QString::fromStdString(preview_.error).section(QStringLiteral(": "), 0, 0);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, words);
        return;
    }
    const int half = (width() - kGap) / 2;
    const QString label = QString::fromStdString(preview_.label);
    paintImage(painter, preview_.clean, label.isEmpty() ? tr("clean") : tr("clean: %1").arg(label),
               {0, 0, half, height()});
    paintImage(painter, preview_.distorted, distortionLabel(preview_.request.source.distortion),
               {half + kGap, 0, half, height()});
}

void PreviewView::paintImage(QPainter& painter, const SeenSample& seen, const QString& title,
                             const QRect& area) const {
    painter.setPen(theme_.color(Token::MutedText));
    const QRect head(area.left(), area.top(), area.width() - (area.left() > 0 ? kRow + 4 : 0),
                     kRow);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(title, Qt::ElideRight, head.width()));
    const QImage image(seen.image.pixels.data(), seen.image.width, seen.image.height,
                       3 * seen.image.width, QImage::Format_RGB888);
    painter.drawImage(QRect(area.left(), area.top() + kRow, kImage, kImage),
                      image);  // its pixels, not a smooth copy: they are what is seen
    paintExits(painter, seen,
               {area.left(), area.top() + kRow + kImage + kGap / 2, area.width(),
                static_cast<int>(seen.confidence.size()) * kRow});
}

void PreviewView::paintExits(QPainter& painter, const SeenSample& seen, const QRect& area) const {
    const double alpha = past_ ? past_->alpha : setup_.experiment().alpha;
    const int number =
        painter.fontMetrics().horizontalAdvance(QString::number(seen.confidence.size())) + 6;
    const int value = painter.fontMetrics().horizontalAdvance(QStringLiteral("0.00")) + 6;
    const int room = area.width() - number - value;
    for (std::size_t i = 0; i < seen.confidence.size(); ++i) {
        const QRect row(area.left(), area.top() + static_cast<int>(i) * kRow, area.width(), kRow);
        const bool sure = seen.confidence[i] >= alpha;
        painter.setPen(theme_.color(Token::MutedText));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, QString::number(i + 1));
        QRectF bar(row.left() + number, row.top() + 5, room, kRow - 10);
        painter.fillRect(bar,
                         mixed(theme_.color(Token::Surface), theme_.color(Token::Border), 0.7));
        bar.setWidth(room * seen.confidence[i]);
        painter.fillRect(bar, sure ? theme_.color(Token::Exit) : theme_.color(Token::MutedText));
        painter.setPen(theme_.color(sure ? Token::Text : Token::MutedText));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, numberText(seen.confidence[i], 2));
    }
    painter.setPen(QPen(theme_.color(Token::Text), 1, Qt::DashLine));
    const double x = area.left() + number + room * alpha;
    painter.drawLine(QPointF(x, area.top()),
                     QPointF(x, area.top() + static_cast<double>(seen.confidence.size()) * kRow));
}

}  // namespace splitee
