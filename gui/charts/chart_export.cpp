// SPDX-License-Identifier: GPL-3.0-or-later
// ChartPanel's way out of the window: files and the clipboard.
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <limits>

#include "gui/charts/chart_panel.h"

namespace splitee {
namespace {

constexpr double kScale = 2;  // of images, against the screen
constexpr int kTitleHeight = 28;
constexpr double kPointsPerPixel =
    0.75;  // of a PDF page, at the 96 pixels an inch that layouts assume

QByteArray csvLine(const QStringList& cells) {
    QStringList quoted;
    for (QString cell : cells) {
        if (cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')))
            cell = QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
                   QLatin1Char('"');
        quoted += cell;
    }
    return quoted.join(QLatin1Char(',')).toUtf8() + '\n';
}

QByteArray csvOf(const ChartTable& table) {
    QByteArray text = csvLine(table.columns);
    for (const QStringList& row : table.rows) text += csvLine(row);
    return text;
}

// A name without an ending that can be written gets that of the dialog's `kind`, as in "Images
// (*.png)".
QString withEnding(const QString& path, const QString& kind) {
    const QStringList known{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"),
                            QStringLiteral("csv")};
    if (known.contains(QFileInfo(path).suffix().toLower())) return path;
    return path + QLatin1Char('.') + kind.section(QStringLiteral("*."), 1).chopped(1);
}

}  // namespace

// Title and plot, without the mouse's crosshair.
void ChartPanel::paintChart(QCPPainter& painter, QSize size) {
    const double crosshair = crosshair_->position();
    crosshair_->set(std::numeric_limits<double>::quiet_NaN(), QString(), {});
    painter.fillRect(QRect(QPoint(0, 0), size), theme_.color(Token::Surface));
    painter.setFont(theme_.titleFont());
    painter.setPen(theme_.color(Token::Text));
    painter.drawText(QRect(12, 0, size.width() - 24, kTitleHeight),
                     Qt::AlignLeft | Qt::AlignVCenter, title());
    painter.setFont(theme_.captionFont());
    painter.setPen(theme_.color(Token::MutedText));
    painter.drawText(QRect(12, 0, size.width() - 24, kTitleHeight),
                     Qt::AlignRight | Qt::AlignVCenter, note());
    painter.translate(0, kTitleHeight);
    plot_->toPainter(&painter, size.width(), size.height() - kTitleHeight);
    if (crosshair == crosshair) setCrosshair(crosshair);
}

// A chart that was never shown has nothing drawn yet.
void ChartPanel::drawUnseen() {
    if (isVisible() && !stale_) return;
    if (overRounds_ && follows_) updateRange();
    updateNote(fill());
    updateMargins();
}

Result<void> ChartPanel::exportTo(const QString& path) {
    drawUnseen();
    return writeFile(path);
}

Result<void> ChartPanel::writeFile(const QString& path) {
    const QSize size = plot_->size() + QSize(0, kTitleHeight);
    const QString ending = QFileInfo(path).suffix().toLower();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail("cannot write " + path.toStdString() + ": " + file.errorString().toStdString());
    QCPPainter painter;
    painter.setMode(QCPPainter::pmNoCaching);
    if (ending == QLatin1String("png")) {
        QImage image(size * kScale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(kScale);
        painter.begin(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintChart(painter, size);
        painter.end();
        image.save(&file, "PNG");
    } else if (ending == QLatin1String("svg")) {
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setSize(size);
        svg.setViewBox(QRect(QPoint(0, 0), size));
        svg.setTitle(title());
        painter.setMode(QCPPainter::pmVectorized);
        painter.begin(&svg);
        paintChart(painter, size);
        painter.end();
    } else if (ending == QLatin1String("pdf")) {
        QPdfWriter pdf(&file);
        pdf.setTitle(title());
        pdf.setPageSize(QPageSize(QSizeF(size) * kPointsPerPixel, QPageSize::Point, title(),
                                  QPageSize::ExactMatch));
        pdf.setPageMargins(QMarginsF());
        pdf.setResolution(96);
        painter.setMode(QCPPainter::pmVectorized);
        painter.begin(&pdf);
        paintChart(painter, size);
        painter.end();
    } else if (ending == QLatin1String("csv")) {
        file.write(csvOf(visibleTable()));
    } else {
        return fail("cannot write " + path.toStdString() +
                    ": a chart is written as .png, .svg, .pdf or .csv");
    }
    if (!file.commit())
        return fail("cannot write " + path.toStdString() + ": " + file.errorString().toStdString());
    return {};
}

void ChartPanel::copyImage() {
    const QSize size = plot_->size() + QSize(0, kTitleHeight);
    QImage image(size * kScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kScale);
    QCPPainter painter;
    painter.begin(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintChart(painter, size);
    painter.end();
    QGuiApplication::clipboard()->setImage(image);
}

void ChartPanel::exportByDialog() {
    QString kind = tr("Drawings (*.svg)");
    const QString asked = QFileDialog::getSaveFileName(
        this, tr("Export %1").arg(title()), title() + QStringLiteral(".svg"),
        QStringList{tr("Images (*.png)"), kind, tr("Documents (*.pdf)"), tr("Tables (*.csv)")}.join(
            QStringLiteral(";;")),
        &kind);
    if (asked.isEmpty()) return;
    const QString path = withEnding(asked, kind);
    if (const auto done = exportTo(path); !done)
        emit failed(QString::fromStdString(done.error().message));
    else
        emit written(path);
}

}  // namespace splitee
