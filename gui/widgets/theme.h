// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: every colour and font of the window, light and dark, from one table.
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QPen>

namespace splitee {

/// What a colour means. Device and cloud are two hues that mean nothing else anywhere.
enum class Token {
    Background,
    Surface,
    Border,
    Text,
    MutedText,
    Accent,
    Device,
    Cloud,
    Offload,
    Exit,
    Warn,
    Error,
    Policy1,
    Policy2,
    Policy3,
    Policy4,
    Policy5,
    Policy6,
    Policy7,
    Policy8
};
inline constexpr int kPolicyStyles = 8;

/// Handed by reference to every widget that paints; widgets repaint on changed().
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    /// Begins as the system is: light or dark by the application's palette.
    explicit Theme(QObject* parent = nullptr);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return mode_; }
    [[nodiscard]] bool dark() const;

    [[nodiscard]] QColor color(Token token) const;
    /// Colour of a policy by its place in the window, from 0; goes round after kPolicyStyles.
    [[nodiscard]] QColor policy(int index) const;
    /// Colour and dash of its lines, so that policies differ without colour too.
    [[nodiscard]] QPen policyPen(int index) const;
    /// The policy's colour as text: drawn towards the text colour until it can be read.
    [[nodiscard]] QColor policyText(int index) const;
    /// For the Fusion style.
    [[nodiscard]] QPalette palette() const;

    /// Four sizes, all from the size of the application's font.
    [[nodiscard]] QFont figureFont() const;
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] QFont bodyFont() const;
    [[nodiscard]] QFont captionFont() const;

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Mode mode_ = Mode::System;
    bool systemDark_ = false;
};

/// `share` of `over` laid on `under`, both opaque.
[[nodiscard]] QColor mixed(const QColor& under, const QColor& over, double share);

}  // namespace splitee
