// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/dock.h"

#include <QAction>
#include <QFocusEvent>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/widgets/panel_header.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

// Three tabs share the width of one panel: "Cost and accuracy, last 500 rounds" says there what it
// shows, not over what.
QString tabText(const QString& title) {
    return title.section(QRegularExpression(QStringLiteral("[,:，：]")), 0, 0).trimmed();
}

}  // namespace

Dock::Dock(const Theme& theme, const QString& name, const QString& title, QWidget* panel,
           QWidget* parent)
    : QDockWidget(tabText(title), parent),
      theme_(theme),
      panel_(panel),
      header_(panel->findChild<PanelHeader*>(QString(), Qt::FindDirectChildrenOnly)) {
    setObjectName(name);
    setAccessibleName(title);
    toggleViewAction()->setText(title);
    if (header_ == nullptr) {
        header_ = new PanelHeader(theme, title, this);
        auto* framed = new QWidget(this);  // so that the card's border stays in sight
        auto* column = new QVBoxLayout(framed);
        column->setContentsMargins(12, 0, 12, 12);
        auto* scroll = new QScrollArea(framed);  // where the dock is too small for the panel
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidgetResizable(true);
        scroll->setWidget(panel);
        for (QWidget* part : {scroll->viewport(), panel})
            part->setAutoFillBackground(false);  // the card shows through
        column->addWidget(scroll);
        setWidget(framed);
    } else {
        setWidget(panel);
    }
    setTitleBarWidget(header_);
    buildMenu();
    panel->installEventFilter(this);
    connect(&theme_, &Theme::changed, this, [this] { update(); });
}

void Dock::buildMenu() {
    QMenu& menu = header_->menu();
    if (!menu.isEmpty()) menu.addSeparator();
    QAction* floating = menu.addAction(tr("Float"), this, [this] { setFloating(!isFloating()); });
    connect(this, &QDockWidget::topLevelChanged, floating,
            [floating](bool floats) { floating->setText(floats ? tr("Dock") : tr("Float")); });
    menu.addAction(tr("Close"), this, &QWidget::close);
    connect(header_->addCloseButton(), &QToolButton::clicked, this, &QWidget::close);
}

// Qt leaves what a tab hides beyond the upper left corner of the window.
bool Dock::isBuried() const {
    return !isHidden() && !isFloating() && (geometry().right() < 0 || geometry().bottom() < 0);
}

void Dock::closeEvent(QCloseEvent* event) {
    emit aboutToClose();
    QDockWidget::closeEvent(event);
}

// The ring is for those who use the keyboard.
bool Dock::eventFilter(QObject* watched, QEvent* event) {
    if (watched == panel_ &&
        (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        const bool byKey = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                           reason == Qt::ShortcutFocusReason;
        ringed_ = event->type() == QEvent::FocusIn && byKey;
        update();
    }
    return QDockWidget::eventFilter(watched, event);
}

void Dock::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.color(ringed_ ? Token::Accent : Token::Border), ringed_ ? 2 : 1));
    painter.setBrush(theme_.color(Token::Surface));
    const double radius = isFloating() ? 0 : 8, inset = ringed_ ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
}

}  // namespace splitee
