// SPDX-License-Identifier: GPL-3.0-or-later
// Exporter of a ChartPanel: writes it as an image, drawing, document or table, for a paper too, and
// copies it to the clipboard.
#pragma once

#include <QObject>
#include <QSize>

#include "engine/result.h"
#include "gui/charts/paper_format.h"

class QCPPainter;
class QMenu;
class QPaintDevice;

namespace splitee {

class ChartPanel;

class ChartExporter : public QObject {
    Q_OBJECT
public:
    /// `chart` owns it.
    explicit ChartExporter(ChartPanel& chart);

    /// Adds the actions that copy and export, and the paper's format.
    void addActions(QMenu& menu);

    /// Writes .png (twice as fine as the screen), .svg, .pdf or .csv, by the name's ending. Blocks.
    [[nodiscard]] Result<void> write(const QString& path);
    /// For a paper: .svg, .pdf or .png of that width with writing of that size, without title.
    /// Everything is drawn as on the screen and scaled as a whole until its writing has that size,
    /// so that lines, dashes and room between names keep their proportions. Blocks.
    [[nodiscard]] Result<void> writeForPaper(const QString& path, const PaperFormat& paper);
    void copyImage();
    /// Asks for the file; written() or failed() follows, unless the user cancels.
    void writeByDialog();
    void writeForPaperByDialog();

signals:
    void written(const QString& path);
    void failed(const QString& sentence);

private:
    void addPaperMenu(QMenu& menu);
    [[nodiscard]] QSize sizeWithTitle() const;
    [[nodiscard]] QImage image();
    void paint(QCPPainter& painter);
    void paintOnto(QPaintDevice& device);
    void report(const QString& path, const Result<void>& done);

    ChartPanel& chart_;
    PaperFormat paper_;
};

}  // namespace splitee
