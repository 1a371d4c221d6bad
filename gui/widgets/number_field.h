// SPDX-License-Identifier: GPL-3.0-or-later
// Number box, with a slider beside it where a useful range is known.
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QSlider;

namespace splitee {

/// Keeps the wheel from changing a value under the pointer: the panel scrolls instead. Installed on
/// any control.
class WheelGuard : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

class NumberField : public QWidget {
    Q_OBJECT
public:
    struct Range {
        double min = 0, max = 1;
        int decimals = 2;
        double sliderTop = 0;  ///< what the slider's right end means; 0: no slider
        double standard = 0;   ///< a double click on the slider goes back to it
    };
    NumberField(const Range& range, const QString& unit, QWidget* parent = nullptr);

    [[nodiscard]] double value() const;
    /// Without telling: it comes from elsewhere.
    void show(double value);
    /// Shown in place of the least value, which means something of its own.
    void setLeastText(const QString& text);
    /// Other limits, without telling; `sliderTop` only where there is a slider.
    void setRange(double min, double max, double sliderTop);
    void setTexts(const QString& name, const QString& help);

signals:
    void edited(double value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Range range_;
    QDoubleSpinBox* box_;
    QSlider* slider_ = nullptr;
};

}  // namespace splitee
