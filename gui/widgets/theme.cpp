// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/theme.h"

#include <QEvent>
#include <QGuiApplication>

#include <array>

namespace splitee {
namespace {

struct Shades {
    QRgb light, dark;
};

constexpr std::array<Shades, 20> kColors{{
    {0xFFF3F5F8, 0xFF14171C},  // Background
    {0xFFFFFFFF, 0xFF1C2027},  // Surface
    {0xFFDDE2EA, 0xFF303742},  // Border
    {0xFF1B1F27, 0xFFE8EBF0},  // Text
    {0xFF5F6B7C, 0xFF9AA5B5},  // MutedText
    {0xFF1F6FBF, 0xFF5AA9E9},  // Accent
    {0xFF0E8A77, 0xFF2FB5A0},  // Device
    {0xFF5B4FC9, 0xFF9185EA},  // Cloud
    {0xFFB26200, 0xFFE8A33D},  // Offload
    {0xFF1E8449, 0xFF58C27D},  // Exit
    {0xFFB54708, 0xFFF0A35E},  // Warn
    {0xFFC62828, 0xFFF2807B},  // Error
    // Okabe and Ito's palette, which the colour-blind tell apart; lighter on dark, the last one
    // darker on light.
    {0xFF0072B2, 0xFF4FA3E8},  // blue
    {0xFFD55E00, 0xFFF27F43},  // vermilion
    {0xFF009E73, 0xFF30C295},  // green
    {0xFFC4659A, 0xFFDD97C0},  // purple
    {0xFFD18F00, 0xFFF0B232},  // orange
    {0xFF3E9FD8, 0xFF7CC8F5},  // sky
    {0xFF6B7280, 0xFFA7AFBC},  // grey
    {0xFF8C7A00, 0xFFF0E442},  // yellow
}};

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
}

/// The palette below ours. Asking for it means to take ours away for a moment: there is no other
/// question in Qt 6.4.
bool systemIsDark() {
    const QPalette ours = QGuiApplication::palette();
    QGuiApplication::setPalette(QPalette());
    const bool dark = isDark(QGuiApplication::palette());
    QGuiApplication::setPalette(ours);
    return dark;
}

QFont scaled(double factor, QFont::Weight weight = QFont::Normal) {
    QFont font = QGuiApplication::font();
    const double size = font.pointSizeF() > 0 ? font.pointSizeF() : 9;
    font.setPointSizeF(size * factor);
    font.setWeight(weight);
    return font;
}

}  // namespace

Theme::Theme(QObject* parent) : QObject(parent), systemDark_(isDark(QGuiApplication::palette())) {
    qApp->installEventFilter(this);
}

void Theme::setMode(Mode mode) {
    const bool was = dark();
    mode_ = mode;
    if (dark() != was) emit changed();
}

bool Theme::dark() const { return mode_ == Mode::Dark || (mode_ == Mode::System && systemDark_); }

QColor Theme::color(Token token) const {
    const Shades& shades = kColors[static_cast<std::size_t>(token)];
    return QColor::fromRgb(dark() ? shades.dark : shades.light);
}

QColor Theme::policy(int index) const {
    return color(static_cast<Token>(static_cast<int>(Token::Policy1) + index % kPolicyStyles));
}

QPen Theme::policyPen(int index) const {
    static const std::array<QList<qreal>, kPolicyStyles> kDashes{{{},
                                                                  {5, 2},
                                                                  {1.5, 2},
                                                                  {6, 2, 1.5, 2},
                                                                  {9, 3},
                                                                  {3, 1.5, 1, 1.5, 1, 1.5},
                                                                  {1, 3},
                                                                  {12, 2, 2, 2}}};
    QPen pen(policy(index), 2);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::BevelJoin);
    if (const auto& dashes = kDashes[static_cast<std::size_t>(index % kPolicyStyles)];
        !dashes.isEmpty())
        pen.setDashPattern(dashes);
    return pen;
}

QColor Theme::policyText(int index) const {
    return mixed(policy(index), color(Token::Text), dark() ? 0.1 : 0.2);
}

QPalette Theme::palette() const {
    const QColor surface = color(Token::Surface), text = color(Token::Text),
                 muted = color(Token::MutedText), border = color(Token::Border);
    QPalette palette(surface, color(Token::Background));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, surface);
    palette.setColor(QPalette::AlternateBase, mixed(surface, color(Token::Background), 0.6));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, surface);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, surface);
    palette.setColor(QPalette::ToolTipBase, surface);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::Highlight, color(Token::Accent));
    palette.setColor(QPalette::HighlightedText, dark() ? color(Token::Background) : surface);
    palette.setColor(QPalette::Link, color(Token::Accent));
    palette.setColor(QPalette::LinkVisited, color(Token::Accent));
    palette.setColor(QPalette::Light, mixed(border, surface, 0.5));
    palette.setColor(QPalette::Midlight, border);
    palette.setColor(QPalette::Mid, mixed(border, muted, 0.3));
    palette.setColor(QPalette::Dark, mixed(border, muted, 0.6));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(surface, muted, 0.6));
    return palette;
}

QFont Theme::figureFont() const { return scaled(2.3, QFont::DemiBold); }
QFont Theme::titleFont() const { return scaled(1.1, QFont::DemiBold); }
QFont Theme::bodyFont() const { return scaled(1); }
QFont Theme::captionFont() const { return scaled(0.9); }

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ThemeChange) {
        const bool was = dark();
        systemDark_ = systemIsDark();
        if (dark() != was) emit changed();
    }
    return QObject::eventFilter(watched, event);
}

QColor mixed(const QColor& under, const QColor& over, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a + share * (b - a) + 0.5); };
    return QColor(mix(under.red(), over.red()), mix(under.green(), over.green()),
                  mix(under.blue(), over.blue()));
}

}  // namespace splitee
