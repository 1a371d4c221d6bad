// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_texts.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

#include <qcustomplot.h>

namespace splitee::test {
namespace {

class TextRecorder final : public QPaintEngine {
public:
    TextRecorder() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    [[nodiscard]] Type type() const override { return User; }

    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        const QString text = item.text().trimmed();
        if (text.isEmpty() || painter()->pen().color().alpha() == 0) return;
        const QTransform& onto = painter()->deviceTransform();
        const QRectF ink =
            onto.mapRect(QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(at));
        QRectF clip(QPointF(-1e6, -1e6), QSizeF(2e6, 2e6));
        if (const QRegion system = systemClip(); !system.isEmpty())
            clip &= QRectF(system.boundingRect());
        if (painter()->hasClipping()) clip &= onto.mapRect(painter()->clipBoundingRect());
        // A text of two fonts comes in pieces.
        const QPointF from = onto.map(at);
        const bool goesOn = !texts.empty() && (from - end_).manhattanLength() < 1.5;
        end_ = onto.map(at + QPointF(item.width(), 0));
        if (!goesOn) return texts.push_back({text, ink, ink & clip});
        DrawnText& whole = texts.back();
        whole.text += text;
        whole.ink |= ink;
        whole.visible = whole.ink & clip;
    }

    std::vector<DrawnText> texts;

private:
    QPointF end_{-1e6, -1e6};  // of the last piece
};

class TextDevice final : public QPaintDevice {
public:
    explicit TextDevice(const QWidget& window) : window_(window) {}
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &engine_; }
    [[nodiscard]] std::vector<DrawnText>& texts() { return engine_.texts; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
            case PdmWidth:
                return window_.width();
            case PdmHeight:
                return window_.height();
            case PdmDevicePixelRatio:
                return 1;
            case PdmDevicePixelRatioScaled:
                return static_cast<int>(devicePixelRatioFScale());
            case PdmDepth:
                return 32;
            case PdmNumColors:
                return 1 << 24;
            case PdmDpiX:
            case PdmPhysicalDpiX:
                return window_.logicalDpiX();
            default:
                return window_.logicalDpiY();
        }
    }

private:
    const QWidget& window_;
    mutable TextRecorder engine_;
};

// A plot shows a picture that it made before, so its words are asked for once more.
void addPlot(QCustomPlot& plot, QWidget& window, std::vector<DrawnText>& texts) {
    TextDevice device(window);
    QCPPainter painter(&device);
    painter.translate(plot.mapTo(&window, QPoint(0, 0)));
    plot.toPainter(&painter, plot.width(), plot.height());
    painter.end();
    const QRectF frame =
        QRectF(plot.visibleRegion().boundingRect()).translated(plot.mapTo(&window, QPoint(0, 0)));
    for (DrawnText& text : device.texts()) {
        text.visible &= frame;
        texts.push_back(std::move(text));
    }
}

}  // namespace

std::vector<DrawnText> drawnTexts(QWidget& window) {
    TextDevice device(window);
    window.render(&device, QPoint(), QRegion(), QWidget::DrawChildren);
    std::vector<DrawnText> texts = std::move(device.texts());
    for (QCustomPlot* plot : window.findChildren<QCustomPlot*>())
        if (plot->isVisible() && !plot->visibleRegion().isEmpty()) addPlot(*plot, window, texts);
    return texts;
}

}  // namespace splitee::test
