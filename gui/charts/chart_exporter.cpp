// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_exporter.h"

#include <QActionGroup>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>
#include <limits>
#include <vector>

#include "engine/plain_text.h"
#include "gui/charts/chart_panel.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr double kScale = 2;  // of images, against the screen
constexpr int kTitleHeight = 28;
constexpr double kCmPerInch = 2.54, kPointsPerInch = 72;
constexpr double kScreen = 96;         // pixels an inch that fonts in points assume
constexpr double kPrint = 600;         // of a PNG for a paper
constexpr double kHeightShare = 0.66;  // of a paper's width

/// Hides the crosshair of the mouse while it lives.
class WithoutCrosshair {
public:
    explicit WithoutCrosshair(ChartPanel& chart) : chart_(chart), position_(chart.crosshair()) {
        if (!std::isnan(position_)) chart_.setCrosshair(std::numeric_limits<double>::quiet_NaN());
    }
    ~WithoutCrosshair() {
        if (!std::isnan(position_)) chart_.setCrosshair(position_);
    }
    WithoutCrosshair(const WithoutCrosshair&) = delete;
    WithoutCrosshair& operator=(const WithoutCrosshair&) = delete;

private:
    ChartPanel& chart_;
    double position_;
};

QByteArray csvLine(const QStringList& cells) {
    QStringList quoted;
    for (const QString& named : cells) {
        // A line break in a name would be a row more to many who read it.
        QString cell = QString::fromStdString(cleanText(named.toStdString()));
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

QString endingOf(const QString& path) { return QFileInfo(path).suffix().toLower(); }

// The ending of a dialog's kind of files, as in "Images (*.png)".
QString withEnding(const QString& path, const QString& kind) {
    return path + QLatin1Char('.') + kind.section(QStringLiteral("*."), 1).chopped(1);
}

tl::unexpected<Error> cannotWrite(const QString& path, const QString& why) {
    return fail("cannot write " + path.toStdString() + ": " + why.toStdString());
}

void setPage(QPdfWriter& pdf, const QString& title, const QSizeF& points) {
    pdf.setTitle(title);
    pdf.setPageSize(QPageSize(points, QPageSize::Point, title, QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    pdf.setResolution(static_cast<int>(kScreen));
}

// Exclusive choices; `choose` is told the one that was made.
template <class Values, class Text, class Choose>
void addChoices(QMenu& menu, const Values& values, double now, const Text& text,
                const Choose& choose) {
    auto* group = new QActionGroup(&menu);
    for (const double value : values) {
        QAction* action = menu.addAction(text(value));
        action->setCheckable(true);
        action->setChecked(value == now);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &menu, [choose, value] { choose(value); });
    }
    menu.addSeparator();
}

}  // namespace

ChartExporter::ChartExporter(ChartPanel& chart) : QObject(&chart), chart_(chart) {}

void ChartExporter::addActions(QMenu& menu) {
    connect(menu.addAction(tr("Copy as image")), &QAction::triggered, this,
            &ChartExporter::copyImage);
    connect(menu.addAction(tr("Export …")), &QAction::triggered, this,
            &ChartExporter::writeByDialog);
    addPaperMenu(*menu.addMenu(tr("Export for a paper")));
}

void ChartExporter::addPaperMenu(QMenu& menu) {
    menu.setToolTipsVisible(true);
    addChoices(
        menu, kPaperWidths, paper_.widthCm,
        [](double cm) { return tr("%1 cm wide").arg(numberText(cm, 1)); },
        [this](double cm) { paper_.widthCm = cm; });
    addChoices(
        menu, kPaperFonts, paper_.fontPoints,
        [](double points) { return tr("Text of %1 points").arg(numberText(points)); },
        [this](double points) { paper_.fontPoints = points; });
    QAction* titles = menu.addAction(tr("Axis titles"));
    titles->setCheckable(true);
    titles->setChecked(paper_.axisTitles);
    titles->setToolTip(tr("Turn off where the caption names the axes"));
    connect(titles, &QAction::toggled, this, [this](bool on) { paper_.axisTitles = on; });
    menu.addSeparator();
    connect(menu.addAction(tr("Export …")), &QAction::triggered, this,
            &ChartExporter::writeForPaperByDialog);
}

QSize ChartExporter::sizeWithTitle() const { return chart_.plot().size() + QSize(0, kTitleHeight); }

void ChartExporter::paint(QCPPainter& painter) {
    const WithoutCrosshair hidden(chart_);
    const QSize size = sizeWithTitle();
    const Theme& theme = chart_.theme();
    const QRect line(12, 0, size.width() - 24, kTitleHeight);
    painter.fillRect(QRect(QPoint(0, 0), size), theme.color(Token::Surface));
    painter.setFont(theme.titleFont());
    painter.setPen(theme.color(Token::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, chart_.title());
    painter.setFont(theme.captionFont());
    painter.setPen(theme.color(Token::MutedText));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, chart_.note());
    painter.translate(0, kTitleHeight);
    chart_.plot().toPainter(&painter, size.width(), size.height() - kTitleHeight);
}

void ChartExporter::paintOnto(QPaintDevice& device) {
    QCPPainter painter;
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmVectorized);
    painter.begin(&device);
    paint(painter);
    painter.end();
}

QImage ChartExporter::image() {
    QImage image(sizeWithTitle() * kScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kScale);
    QCPPainter painter;
    painter.setMode(QCPPainter::pmNoCaching);
    painter.begin(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    return image;
}

Result<void> ChartExporter::write(const QString& path) {
    chart_.drawUnseen();
    const QSize size = sizeWithTitle();
    const QString ending = endingOf(path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return cannotWrite(path, file.errorString());
    if (ending == QLatin1String("png")) {
        image().save(&file, "PNG");
    } else if (ending == QLatin1String("svg")) {
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setResolution(chart_.logicalDpiX());  // else texts are smaller than their places
        svg.setSize(size);
        svg.setViewBox(QRect(QPoint(0, 0), size));
        svg.setTitle(chart_.title());
        paintOnto(svg);
    } else if (ending == QLatin1String("pdf")) {
        QPdfWriter pdf(&file);
        setPage(pdf, chart_.title(), QSizeF(size) * (kPointsPerInch / kScreen));
        paintOnto(pdf);
    } else if (ending == QLatin1String("csv")) {
        file.write(csvOf(chart_.visibleTable()));
    } else {
        return cannotWrite(path, QStringLiteral("a chart is written as .png, .svg, .pdf or .csv"));
    }
    if (!file.commit()) return cannotWrite(path, file.errorString());
    return {};
}

Result<void> ChartExporter::writeForPaper(const QString& path, const PaperFormat& paper) {
    chart_.drawUnseen();
    const QString ending = endingOf(path);
    if (ending != QLatin1String("svg") && ending != QLatin1String("pdf") &&
        ending != QLatin1String("png"))
        return cannotWrite(path,
                           QStringLiteral("a chart for a paper is written as .svg, .pdf or .png"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return cannotWrite(path, file.errorString());

    const WithoutCrosshair hidden(chart_);
    QCustomPlot& plot = chart_.plot();
    std::vector<QString> titles;
    for (QCPAxisRect* rect : plot.axisRects())
        for (QCPAxis* axis : rect->axes()) {
            titles.push_back(axis->label());
            if (!paper.axisTitles) axis->setLabel(QString());
        }

    // What the screen draws `size` large is `scale` times as large on paper.
    const double scale = paper.fontPoints / chart_.theme().captionFont().pointSizeF();
    const double inches = paper.widthCm / kCmPerInch;
    const double wide = inches * kScreen / scale;
    const QSize size(static_cast<int>(std::lround(wide)),
                     static_cast<int>(std::lround(kHeightShare * wide)));
    const QSizeF points(inches * kPointsPerInch, kHeightShare * inches * kPointsPerInch);
    chart_.fitBands(size.height());
    if (paper.axisTitles) chart_.fitTitles(size.height());
    QCPPainter painter;
    const auto draw = [&](QPaintDevice* device, double factor, QCPPainter::PainterMode mode) {
        painter.setMode(mode);
        painter.begin(device);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(factor, factor);
        painter.fillRect(QRect(QPoint(0, 0), size), chart_.theme().color(Token::Surface));
        plot.toPainter(&painter, size.width(), size.height());
        painter.end();
    };
    if (ending == QLatin1String("svg")) {
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setResolution(static_cast<int>(kScreen));
        svg.setSize(QSizeF(inches * kScreen, kHeightShare * inches * kScreen).toSize());
        svg.setViewBox(QRect(QPoint(0, 0), size));
        svg.setTitle(chart_.title());
        draw(&svg, 1, QCPPainter::pmVectorized);
    } else if (ending == QLatin1String("pdf")) {
        QPdfWriter pdf(&file);
        setPage(pdf, chart_.title(), points);
        draw(&pdf, scale, QCPPainter::pmVectorized);
    } else {
        const double factor = scale * kPrint / kScreen;
        QImage image((QSizeF(size) * factor).toSize(), QImage::Format_ARGB32_Premultiplied);
        draw(&image, factor, QCPPainter::pmNoCaching);
        image.setDotsPerMeterX(static_cast<int>(std::lround(kPrint / kCmPerInch * 100)));
        image.setDotsPerMeterY(image.dotsPerMeterX());
        image.save(&file, "PNG");
    }

    std::size_t next = 0;
    for (QCPAxisRect* rect : plot.axisRects())
        for (QCPAxis* axis : rect->axes()) axis->setLabel(titles[next++]);
    chart_.fitBands(plot.height());
    if (!file.commit()) return cannotWrite(path, file.errorString());
    return {};
}

void ChartExporter::copyImage() { QGuiApplication::clipboard()->setImage(image()); }

// A name without an ending that can be written gets that of the kind chosen in the dialog.
void ChartExporter::writeByDialog() {
    QString kind = tr("Drawings (*.svg)");
    const QString title = chart_.title();
    QString path = QFileDialog::getSaveFileName(
        &chart_, tr("Export %1").arg(title), title + QStringLiteral(".svg"),
        QStringList{tr("Images (*.png)"), kind, tr("Documents (*.pdf)"), tr("Tables (*.csv)")}.join(
            QStringLiteral(";;")),
        &kind);
    if (path.isEmpty()) return;
    const QStringList known{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"),
                            QStringLiteral("csv")};
    if (!known.contains(endingOf(path))) path = withEnding(path, kind);
    report(path, write(path));
}

void ChartExporter::writeForPaperByDialog() {
    QString kind = tr("Documents (*.pdf)");
    const QString title = chart_.title();
    QString path = QFileDialog::getSaveFileName(
        &chart_, tr("Export %1 for a paper").arg(title), title + QStringLiteral(".pdf"),
        QStringList{kind, tr("Drawings (*.svg)"), tr("Images (*.png)")}.join(QStringLiteral(";;")),
        &kind);
    if (path.isEmpty()) return;
    if (endingOf(path).isEmpty()) path = withEnding(path, kind);
    report(path, writeForPaper(path, paper_));
}

void ChartExporter::report(const QString& path, const Result<void>& done) {
    if (done)
        emit written(path);
    else
        emit failed(QString::fromStdString(done.error().message));
}

}  // namespace splitee
