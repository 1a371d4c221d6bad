// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/style_sheet.h"

#include <utility>

#include "gui/widgets/theme.h"

namespace splitee {
namespace {

// %NAME% is replaced by a colour of the theme.
constexpr const char* kSheet = R"(
QMainWindow, #runView, #welcomePage, #runsPage { background: %BACKGROUND%; }
QMenuBar { background: %SURFACE%; border: none; padding: 2px 6px; }
QMenuBar::item { padding: 5px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: %HOVER%; color: %TEXT%; }
#runBar { background: %SURFACE%; border: none; border-bottom: 1px solid %BORDER%; }
#setupPanel, #setupPanel > QWidget > #setupContents { background: %SURFACE%; border: none; }
#setupPanel { border-right: 1px solid %BORDER%; }
#sectionLine { background: %BORDER%; border: none; max-height: 1px; }
QStatusBar { background: %SURFACE%; border-top: 1px solid %BORDER%; color: %MUTED%; }
QStatusBar QLabel { color: %MUTED%; }
QStatusBar::item { border: none; }
#messageBar { background: %WARNED%; border: none; border-top: 1px solid %ERROR%; }
#messageBar[information="true"] { background: %INFORMED%; border-top: 1px solid %ACCENT%; }
#card { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 8px; }
#exampleCard { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 8px; text-align: left; outline: none; }
#exampleCard:hover { border: 1px solid %ACCENT%; }
#exampleCard:focus { border: 2px solid %ACCENT%; }
#muted, #setupPanel QLabel { color: %MUTED%; }
#panelTitle { color: %TEXT%; }
#setupPanel QLabel#sectionTitle, #setupPanel QLabel#sampleText { color: %TEXT%; }
#runBar QToolButton, #messageBar QToolButton, QPushButton { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 5px; padding: 5px 11px; color: %TEXT%; outline: none; }
#runBar QToolButton:hover, #messageBar QToolButton:hover, QPushButton:hover { background: %HOVER%; }
#runBar QToolButton:focus, QPushButton:focus { border-color: %ACCENT%; }
#runBar QToolButton:disabled, QPushButton:disabled { color: %DISABLED%; }
#runBar QToolButton#runButton { background: %ACCENT%; border-color: %ACCENT%; color: %ONACCENT%; font-weight: 600; }
#runBar QToolButton#liveButton { padding: 1px 9px; }
#runBar QToolButton#runButton:disabled { background: %BORDER%; border-color: %BORDER%; color: %MUTED%; }
#setupPanel QLineEdit, #setupPanel QAbstractSpinBox, #runBar QAbstractSpinBox, #runView QAbstractSpinBox {
    background: %BACKGROUND%; border: 1px solid %BORDER%; border-radius: 4px; padding: 3px 7px; min-height: 18px; }
#setupPanel QLineEdit:focus, #setupPanel QAbstractSpinBox:focus { border-color: %ACCENT%; }
#setupPanel QLabel#fault { color: %ERROR%; }
#setupPanel QTableView { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 4px; outline: none; }
#setupPanel QTableView::item { padding: 0 3px; border-bottom: 1px solid %LINE%; }
#setupPanel QTableView QLineEdit, #setupPanel QTableView QComboBox { border: 1px solid %ACCENT%; border-radius: 0; padding: 0 2px; min-height: 0; }
#setupPanel QHeaderView::section { background: %SURFACE%; color: %MUTED%; border: none; border-bottom: 1px solid %BORDER%; padding: 2px 3px; }
#setupPanel QPlainTextEdit { background: %BACKGROUND%; border: 1px solid %BORDER%; border-radius: 4px; padding: 2px 4px; }
#setupPanel QPlainTextEdit:focus { border-color: %ACCENT%; }
QPushButton#fieldButton { background: %BACKGROUND%; border-radius: 4px; padding: 0; }
#setupPanel QListWidget { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 4px; padding: 2px; }
#setupPanel QListWidget::item { padding: 2px; }
QPushButton#link { background: transparent; border: 1px solid transparent; color: %ACCENT%; padding: 4px 0; }
QPushButton#link:hover { text-decoration: underline; }
QPushButton#link:focus { border-color: %ACCENT%; }
#commandPalette { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 8px; }
#commandPalette QLineEdit { background: %BACKGROUND%; border: 1px solid %ACCENT%; border-radius: 4px; padding: 6px 10px; }
#commandPalette QListWidget { background: %SURFACE%; border: none; }
QSlider { min-height: 18px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: %BORDER%; }
QSlider::sub-page:horizontal { background: %ACCENT%; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -6px 0; border-radius: 8px; background: %SURFACE%; border: 2px solid %ACCENT%; }
QSlider::handle:horizontal:focus { background: %ACCENT%; }
QSlider::sub-page:horizontal:disabled { background: %BORDER%; }
QSlider::handle:horizontal:disabled { border-color: %BORDER%; }
QProgressBar { background: %BORDER%; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: %ACCENT%; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: %BORDER%; border-radius: 4px; min-height: 32px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: %BORDER%; border-radius: 4px; min-width: 32px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QMainWindow::separator { background: transparent; width: 8px; height: 8px; }
QMainWindow::separator:hover { background: %BORDER%; }
#quietButton { border: 1px solid transparent; border-radius: 4px; padding: 0 4px; color: %MUTED%; }
#quietButton[accent="true"] { color: %ACCENT%; }
#quietButton:hover { background: %HOVER%; }
#quietButton:focus { border-color: %ACCENT%; }
#dockArea QTabBar, #compareView QTabBar { background: transparent; }
#dockArea QTabBar::tab, #compareView QTabBar::tab { background: transparent; border: none; padding: 4px 10px; color: %MUTED%; }
#dockArea QTabBar::tab:selected, #compareView QTabBar::tab:selected { color: %TEXT%; border-bottom: 2px solid %ACCENT%; }
#dockArea QTabBar::tab:hover, #compareView QTabBar::tab:hover { color: %TEXT%; }
#pageTabs { background: %SURFACE%; border: none; border-bottom: 1px solid %BORDER%; }
#pageTabs::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 6px 16px; margin: 0 4px; color: %MUTED%; }
#pageTabs::tab:selected { color: %TEXT%; font-weight: 600; border-bottom: 2px solid %ACCENT%; }
#pageTabs::tab:hover { color: %TEXT%; }
#pageTabs::tab:focus { background: %HOVER%; }
#runsPage QLineEdit { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 5px; padding: 4px 8px; min-height: 18px; }
#runsPage QLineEdit:focus { border-color: %ACCENT%; }
#runsPage QTableView { background: %SURFACE%; border: none; selection-background-color: %CHOSEN%; selection-color: %TEXT%; outline: none; }
#runsPage QTableView::item { padding: 0 6px; border-bottom: 1px solid %LINE%; }
#runsPage QTableView::item:selected { background: %CHOSEN%; color: %TEXT%; }
#runsPage QTableView::item:focus { border: 1px solid %ACCENT%; }
#runsPage QHeaderView::section { background: %SURFACE%; color: %MUTED%; border: none; border-bottom: 1px solid %BORDER%; padding: 4px 6px; font-weight: 600; }
#runsPage QHeaderView::section:hover { color: %TEXT%; }
#runsPage QTableView QLineEdit { border-radius: 0; padding: 0 4px; min-height: 0; }
#runsPage QPushButton { padding-right: 24px; }
#runsPage QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: 8px; }
#sweepStrip, QFrame[sheet="true"] { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 8px; }
QFrame[sheet="true"] QLineEdit, QFrame[sheet="true"] QAbstractSpinBox { background: %BACKGROUND%; border: 1px solid %BORDER%; border-radius: 4px; padding: 3px 7px; min-height: 18px; }
QFrame[sheet="true"] QLineEdit:focus, QFrame[sheet="true"] QAbstractSpinBox:focus { border-color: %ACCENT%; }
QFrame[sheet="true"] QListWidget { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 4px; padding: 2px; }
QFrame[sheet="true"] QListWidget::item { padding: 2px; }
QFrame[sheet="true"] QTableView { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 4px; }
#runsPage QPushButton#sweepButton, QFrame[sheet="true"] QPushButton, #sweepStrip QPushButton { padding-right: 11px; }
QFrame[sheet="true"] QPushButton[primary="true"] { background: %ACCENT%; border-color: %ACCENT%; color: %ONACCENT%; font-weight: 600; }
QFrame[sheet="true"] QPushButton[primary="true"]:disabled { background: %BORDER%; border-color: %BORDER%; color: %MUTED%; }
#jobRow { background: %SURFACE%; border: 1px solid %BORDER%; border-radius: 6px; }
#jobRow[chosen="true"] { background: %CHOSEN%; border-color: %ACCENT%; }
#jobScroll, #jobList { background: transparent; }
#jobLog { background: %BACKGROUND%; border: 1px solid %BORDER%; border-radius: 4px; }
#filterFault { color: %ERROR%; }
QToolTip { background: %SURFACE%; color: %TEXT%; border: 1px solid %BORDER%; padding: 4px; }
)";

}  // namespace

QString styleSheet(const Theme& theme) {
    const QColor surface = theme.color(Token::Surface);
    const QColor text = theme.color(Token::Text);
    const std::pair<const char*, QColor> colors[] = {
        {"%BACKGROUND%", theme.color(Token::Background)},
        {"%SURFACE%", surface},
        {"%BORDER%", theme.color(Token::Border)},
        {"%TEXT%", text},
        {"%MUTED%", theme.color(Token::MutedText)},
        {"%ACCENT%", theme.color(Token::Accent)},
        {"%ONACCENT%", theme.palette().color(QPalette::HighlightedText)},
        {"%CHOSEN%", mixed(surface, theme.color(Token::Accent), theme.dark() ? 0.18 : 0.11)},
        {"%LINE%", mixed(surface, theme.color(Token::Border), 0.6)},
        {"%HOVER%", mixed(surface, text, 0.07)},
        {"%DISABLED%", mixed(surface, text, 0.35)},
        {"%ERROR%", theme.color(Token::Error)},
        {"%WARNED%", mixed(surface, theme.color(Token::Error), 0.12)},
        {"%INFORMED%", mixed(surface, theme.color(Token::Accent), 0.10)},
    };
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto& [name, color] : colors) sheet.replace(QLatin1String(name), color.name());
    return sheet;
}

}  // namespace splitee
