// SPDX-License-Identifier: GPL-3.0-or-later
// A chart for a paper: everything is drawn as on the screen and scaled as a whole until its writing
// has the size asked for, so that lines, dashes and room between names keep their proportions.
#include <QActionGroup>
#include <QFileDialog>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

#include "gui/charts/chart_panel.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kCmPerInch = 2.54, kPointsPerInch = 72;
constexpr double kScreen = 96;         // pixels an inch that fonts in points assume
constexpr double kPrint = 600;         // of a PNG
constexpr double kHeightShare = 0.66;  // of the width

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

void ChartPanel::addPaperMenu() {
    QMenu* menu = menu_->addMenu(tr("Export for a paper"));
    menu->setToolTipsVisible(true);
    addChoices(
        *menu, kPaperWidths, paper_.widthCm,
        [](double cm) { return tr("%1 cm wide").arg(numberText(cm, 1)); },
        [this](double cm) { paper_.widthCm = cm; });
    addChoices(
        *menu, kPaperFonts, paper_.fontPoints,
        [](double points) { return tr("Writing of %1 points").arg(numberText(points)); },
        [this](double points) { paper_.fontPoints = points; });
    QAction* titles = menu->addAction(tr("Axis titles"));
    titles->setCheckable(true);
    titles->setChecked(paper_.axisTitles);
    titles->setToolTip(tr("Off where the caption says what the axes are"));
    connect(titles, &QAction::toggled, this, [this](bool on) { paper_.axisTitles = on; });
    menu->addSeparator();
    connect(menu->addAction(tr("Export …")), &QAction::triggered, this,
            &ChartPanel::exportForPaperByDialog);
}

Result<void> ChartPanel::exportForPaper(const QString& path, const PaperFormat& paper) {
    drawUnseen();
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != QLatin1String("svg") && ending != QLatin1String("pdf") &&
        ending != QLatin1String("png"))
        return fail("cannot write " + path.toStdString() +
                    ": a chart for a paper is written as .svg, .pdf or .png");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail("cannot write " + path.toStdString() + ": " + file.errorString().toStdString());

    std::vector<QString> titles;
    for (QCPAxisRect* rect : plot_->axisRects())
        for (QCPAxis* axis : rect->axes()) {
            titles.push_back(axis->label());
            if (!paper.axisTitles) axis->setLabel(QString());
        }
    const double crosshair = crosshair_->position();
    crosshair_->set(std::numeric_limits<double>::quiet_NaN(), QString(), {});

    // What the screen draws `size` large is `scale` times as large on paper.
    const double scale = paper.fontPoints / theme_.captionFont().pointSizeF();
    const double inches = paper.widthCm / kCmPerInch;
    const double wide = inches * kScreen / scale;
    const QSize size(static_cast<int>(std::lround(wide)),
                     static_cast<int>(std::lround(kHeightShare * wide)));
    const QSizeF points(inches * kPointsPerInch, kHeightShare * inches * kPointsPerInch);
    if (paper.axisTitles) fitTitles(size.height());
    QCPPainter painter;
    const auto draw = [&](QPaintDevice* device, double factor, QCPPainter::PainterMode mode) {
        painter.setMode(mode);
        painter.begin(device);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(factor, factor);
        painter.fillRect(QRect(QPoint(0, 0), size), theme_.color(Token::Surface));
        plot_->toPainter(&painter, size.width(), size.height());
        painter.end();
    };
    if (ending == QLatin1String("svg")) {
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        svg.setResolution(static_cast<int>(kScreen));
        svg.setSize(QSizeF(inches * kScreen, kHeightShare * inches * kScreen).toSize());
        svg.setViewBox(QRect(QPoint(0, 0), size));
        svg.setTitle(title());
        draw(&svg, 1, QCPPainter::pmVectorized);
    } else if (ending == QLatin1String("pdf")) {
        QPdfWriter pdf(&file);
        pdf.setTitle(title());
        pdf.setPageSize(QPageSize(points, QPageSize::Point, title(), QPageSize::ExactMatch));
        pdf.setPageMargins(QMarginsF());
        pdf.setResolution(static_cast<int>(kScreen));
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
    for (QCPAxisRect* rect : plot_->axisRects())
        for (QCPAxis* axis : rect->axes()) axis->setLabel(titles[next++]);
    if (!std::isnan(crosshair)) setCrosshair(crosshair);
    if (!file.commit())
        return fail("cannot write " + path.toStdString() + ": " + file.errorString().toStdString());
    return {};
}

void ChartPanel::exportForPaperByDialog() {
    QString kind = tr("Documents (*.pdf)");
    QString path = QFileDialog::getSaveFileName(
        this, tr("Export %1 for a paper").arg(title()), title() + QStringLiteral(".pdf"),
        QStringList{kind, tr("Drawings (*.svg)"), tr("Images (*.png)")}.join(QStringLiteral(";;")),
        &kind);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QLatin1Char('.') + kind.section(QStringLiteral("*."), 1).chopped(1);
    if (const auto done = exportForPaper(path, paper_); !done)
        emit failed(QString::fromStdString(done.error().message));
    else
        emit written(path);
}

}  // namespace splitee
