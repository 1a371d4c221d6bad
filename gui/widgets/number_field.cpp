// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/number_field.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>
#include <optional>

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr int kSliderSteps = 200;
constexpr int kBoxWidth = 76;

// Writes numbers as the rest of the window does; reads them with a point or a comma.
class NumberBox : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;
    QString textFromValue(double value) const override { return shortText(value); }
    double valueFromText(const QString& text) const override {
        if (!specialValueText().isEmpty() && text == specialValueText()) return minimum();
        return numberIn(text).value_or(value());
    }
    QValidator::State validate(QString& text, int&) const override {
        if (!specialValueText().isEmpty() && text == specialValueText())
            return QValidator::Acceptable;
        const auto number = numberIn(text);
        const QString other = text.endsWith(suffix()) ? text.chopped(suffix().size()) : text;
        if (std::ranges::any_of(other, [](QChar letter) { return letter.isLetter(); }))
            return QValidator::Invalid;
        return number && *number >= minimum() && *number <= maximum() ? QValidator::Acceptable
                                                                      : QValidator::Intermediate;
    }
    void fixup(QString&) const override {}  // Qt's own takes commas out
    // What was typed is a step of the set-up as soon as it counts: undoing it is the set-up's. Nor
    // are Space before a digit, and Right after Enter, for the number: they run.
    bool event(QEvent* event) override {
        if (event->type() == QEvent::FocusIn) typing_ = entered_ = false;
        if (event->type() == QEvent::ShortcutOverride) {
            const auto* key = static_cast<QKeyEvent*>(event);
            if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) ||
                isForTheRun(*key)) {
                event->ignore();
                return false;
            }
            if (key->key() == Qt::Key_Escape && typing_) {
                event->accept();
                return true;
            }
        }
        return QDoubleSpinBox::event(event);
    }

protected:
    void keyPressEvent(QKeyEvent* event) override {
        if (isForTheRun(*event)) return event->ignore();  // there is nothing to run
        if (event->key() == Qt::Key_Escape && typing_) {
            setSuffix(suffix());  // writes the value that counts
            selectAll();
            typing_ = false;
            return;
        }
        QDoubleSpinBox::keyPressEvent(event);
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter || !event->text().isEmpty()) {
            typing_ = !enter;
            entered_ = enter;
        }
    }

private:
    [[nodiscard]] bool isForTheRun(const QKeyEvent& key) const {
        return key.modifiers() == Qt::NoModifier && ((key.key() == Qt::Key_Space && !typing_) ||
                                                     (key.key() == Qt::Key_Right && entered_));
    }
    std::optional<double> numberIn(QString text) const {
        if (text.endsWith(suffix())) text.chop(suffix().size());
        text.remove(QChar(0x00A0))
            .remove(QLatin1Char(' '))
            .replace(QLatin1Char(','), QLatin1Char('.'))
            .replace(QChar(0x2212), QLatin1Char('-'));
        bool is = false;
        const double number = text.toDouble(&is);
        return is ? std::optional(number) : std::nullopt;
    }

    bool typing_ = false;   // since it got the keyboard or Enter
    bool entered_ = false;  // by Enter, and not left since
};

}  // namespace

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel) return QObject::eventFilter(watched, event);
    event->ignore();  // so that the panel scrolls
    return true;
}

NumberField::NumberField(const Range& range, const QString& unit, QWidget* parent)
    : QWidget(parent), range_(range), box_(new NumberBox(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    if (range.sliderTop > 0) {
        slider_ = new QSlider(Qt::Horizontal, this);
        slider_->setRange(0, kSliderSteps);
        slider_->installEventFilter(this);
        row->addWidget(slider_, 1);
        connect(slider_, &QSlider::valueChanged, this,
                [this](int at) { box_->setValue(range_.sliderTop * at / kSliderSteps); });
    }
    box_->setDecimals(range.decimals);
    box_->setRange(range.min, range.max);
    box_->setSingleStep(range.sliderTop > 0 ? range.sliderTop / 20 : 1);
    box_->setAlignment(Qt::AlignRight);
    box_->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box_->setKeyboardTracking(false);
    if (!unit.isEmpty()) box_->setSuffix(QStringLiteral(" ") + unit);
    if (slider_ != nullptr) box_->setFixedWidth(kBoxWidth);
    row->addWidget(box_, slider_ == nullptr ? 1 : 0);
    box_->installEventFilter(new WheelGuard(this));
    connect(box_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        show(value);
        emit edited(value);
    });
    setFocusProxy(box_);
}

double NumberField::value() const { return box_->value(); }

void NumberField::show(double value) {
    const QSignalBlocker quiet(box_);
    box_->setValue(value);
    if (slider_ == nullptr) return;
    const QSignalBlocker still(slider_);
    slider_->setValue(
        static_cast<int>(std::lround(std::min(1.0, value / range_.sliderTop) * kSliderSteps)));
}

void NumberField::setLeastText(const QString& text) { box_->setSpecialValueText(text); }

void NumberField::setRange(double min, double max, double sliderTop) {
    range_.min = min;
    range_.max = max;
    range_.sliderTop = sliderTop;
    const QSignalBlocker quiet(box_);
    box_->setRange(min, max);
    show(box_->value());
}

void NumberField::setTexts(const QString& name, const QString& help) {
    box_->setAccessibleName(name);
    box_->setToolTip(help);
    setToolTip(help);
    if (slider_ == nullptr) return;
    slider_->setAccessibleName(tr("%1, slider").arg(name));
    slider_->setToolTip(help + tr("\nDouble click: back to %1.").arg(shortText(range_.standard)));
}

bool NumberField::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::MouseButtonDblClick) {
        box_->setValue(range_.standard);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace splitee
