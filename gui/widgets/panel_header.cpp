// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/panel_header.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include "gui/widgets/icons.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kHeight = 30;
constexpr int kButton = 24;
constexpr int kLeastTitle = 40;

}  // namespace

PanelHeader::PanelHeader(const Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      row_(new QHBoxLayout(this)),
      titleLabel_(new QLabel(title, this)),
      noteLabel_(new QLabel(this)),
      menuButton_(new QToolButton(this)),
      menu_(new QMenu(this)),
      title_(title) {
    setFixedHeight(kHeight);
    row_->setContentsMargins(12, 3, 5, 1);
    row_->setSpacing(4);
    titleLabel_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    titleLabel_->setMinimumWidth(kLeastTitle);
    titleLabel_->setObjectName(QStringLiteral("panelTitle"));
    noteLabel_->setObjectName(QStringLiteral("muted"));
    noteLabel_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    noteLabel_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row_->addWidget(titleLabel_);
    row_->addWidget(noteLabel_, 1);
    row_->addWidget(menuButton_);
    menuButton_->setAutoRaise(true);
    menuButton_->setFixedSize(kButton, kButton);
    menuButton_->setObjectName(QStringLiteral("quietButton"));
    menuButton_->setAccessibleName(tr("Menu of %1").arg(title));
    menuButton_->setToolTip(tr("What can be done with this panel"));
    connect(menuButton_, &QToolButton::clicked, this, [this] {
        menu_->popup(menuButton_->mapToGlobal(menuButton_->rect().bottomRight() -
                                              QPoint(menu_->sizeHint().width(), 0)));
    });
    connect(&theme_, &Theme::changed, this, &PanelHeader::paintAnew);
    paintAnew();
}

void PanelHeader::setTitle(const QString& title) {
    title_ = title;
    menuButton_->setAccessibleName(tr("Menu of %1").arg(title));
    fitNote();
}

QString PanelHeader::title() const { return title_; }

void PanelHeader::setNote(const QString& note, const QString& shorter, const QString& help) {
    note_ = note;
    shortNote_ = shorter;
    noteLabel_->setToolTip(help.isEmpty() ? note : note + QLatin1Char('\n') + help);
    fitNote();
}

QToolButton* PanelHeader::addButton(const QString& text, const QString& help) {
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setText(text);
    button->setToolTip(help);
    button->setObjectName(QStringLiteral("quietButton"));
    button->setProperty("accent", true);
    button->setFont(theme_.captionFont());
    button->hide();
    row_->insertWidget(2, button);
    return button;
}

QToolButton* PanelHeader::addCloseButton() {
    closeButton_ = new QToolButton(this);
    closeButton_->setAutoRaise(true);
    closeButton_->setFixedSize(kButton, kButton);
    closeButton_->setObjectName(QStringLiteral("quietButton"));
    closeButton_->setAccessibleName(tr("Close %1").arg(title()));
    closeButton_->setToolTip(tr("Close this panel; the View menu opens it again"));
    row_->addWidget(closeButton_);
    paintAnew();
    return closeButton_;
}

void PanelHeader::setTitleShown(bool shown) {
    if (titleLabel_->isHidden() != shown) return;
    titleLabel_->setVisible(shown);
    fitNote();
}

void PanelHeader::paintAnew() {
    const QColor muted = theme_.color(Token::MutedText),
                 off = mixed(theme_.color(Token::Surface), muted, 0.5);
    titleLabel_->setFont(theme_.titleFont());
    noteLabel_->setFont(theme_.captionFont());
    QPalette quiet = noteLabel_->palette();
    quiet.setColor(QPalette::WindowText, muted);
    noteLabel_->setPalette(quiet);
    QPalette strong = titleLabel_->palette();
    strong.setColor(QPalette::WindowText, theme_.color(Token::Text));
    titleLabel_->setPalette(strong);
    menuButton_->setIcon(icon(QStringLiteral("more"), muted, off));
    if (closeButton_ != nullptr) closeButton_->setIcon(icon(QStringLiteral("close"), muted, off));
}

// What the buttons and the title leave; asked of the hints, for the layout may not have run yet.
void PanelHeader::fitNote() {
    const QMargins margins = row_->contentsMargins();
    int room = width() - margins.left() - margins.right() - row_->spacing();
    for (int i = 0; i < row_->count(); ++i) {
        const QWidget* widget = row_->itemAt(i)->widget();
        if (widget != noteLabel_ && widget != titleLabel_ && !widget->isHidden())
            room -= widget->sizeHint().width() + row_->spacing();
    }
    const QFontMetrics titleMetrics(theme_.titleFont());
    const QString title =
        titleMetrics.elidedText(title_, Qt::ElideRight, std::max(room, kLeastTitle));
    titleLabel_->setText(title);
    titleLabel_->setToolTip(title == title_ ? QString() : title_);
    if (!titleLabel_->isHidden()) room -= titleMetrics.horizontalAdvance(title) + row_->spacing();
    const QFontMetrics metrics(theme_.captionFont());
    QString shown;
    for (const QString& text : {note_, shortNote_})
        if (shown.isEmpty() && metrics.horizontalAdvance(text) <= room) shown = text;
    noteLabel_->setText(shown);
}

// A dock asks the hint, not the fixed height.
QSize PanelHeader::sizeHint() const { return {QWidget::sizeHint().width(), kHeight}; }
QSize PanelHeader::minimumSizeHint() const { return {120, kHeight}; }

void PanelHeader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitNote();
}

}  // namespace splitee
