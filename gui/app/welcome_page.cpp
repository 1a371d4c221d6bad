// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/welcome_page.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "gui/widgets/icons.h"
#include "gui/widgets/plain_tip.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kPageGap = 16, kWelcomeWidth = 848, kPageMargin = 24;
constexpr int kLeastCard = 188, kLongestRecent = 240, kMostBeside = 4;
constexpr qsizetype kRecentShown = 5;

QLabel* welcomeWords(const QString& text, const QFont& font, bool muted, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(font);
    label->setWordWrap(true);
    if (muted) label->setObjectName(QStringLiteral("muted"));
    return label;
}

}  // namespace

WelcomePage::WelcomePage(const Theme& theme, std::vector<Example> examples, QWidget* parent)
    : QScrollArea(parent),
      theme_(theme),
      examples_(std::move(examples)),
      inner_(new QWidget(this)),
      grid_(new QGridLayout) {
    setObjectName(QStringLiteral("welcomePage"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    inner_->setMaximumWidth(kWelcomeWidth);
    auto* column = new QVBoxLayout(inner_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    back_ = addLink(*column, QString(), tr("Back to what is loaded (Esc)"));
    back_->hide();
    connect(back_, &QPushButton::clicked, this, &WelcomePage::backWanted);
    addWords(*column);
    for (const Example& example : examples_)
        if (example.onWelcome) cards_.push_back(card(example));
    grid_->setSpacing(kPageGap);
    column->addLayout(grid_);
    addOwn(*column);

    auto* page = new QWidget(this);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(inner_, 1000);
    middle->addStretch(1);
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    whole->addStretch(1);
    whole->addLayout(middle);
    whole->addStretch(2);
    setWidget(page);
}

void WelcomePage::addWords(QVBoxLayout& column) {
    column.addWidget(
        welcomeWords(tr("Where should a network be cut?"), theme_.figureFont(), false, inner_));
    column.addWidget(welcomeWords(
        tr("A device computes the first layers of a network and evaluates an exit. If the exit is "
           "confident enough, the sample leaves with its answer; if not, the rest is computed in "
           "the cloud, which costs. The layer where the device stops is the split layer. A learner "
           "finds it round by round, one sample at a time, without labels."),
        theme_.bodyFont(), true, inner_));
    column.addSpacing(16);
    column.addWidget(welcomeWords(tr("Start with an example"), theme_.titleFont(), false, inner_));
}

void WelcomePage::addOwn(QVBoxLayout& column) {
    column.addSpacing(16);
    column.addWidget(welcomeWords(tr("Or bring your own"), theme_.titleFont(), false, inner_));
    auto* own = new QHBoxLayout;
    auto* open = new QPushButton(tr("Open a file…"), inner_);
    open->setToolTip(
        tr("An exit table, a network, an experiment, a session, texts or an archive of images "
           "(Ctrl+O)"));
    connect(open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    own->addWidget(open, 0, Qt::AlignTop);
    own->addWidget(
        welcomeWords(tr("or drop an exit table (.csv, .exits), a network (.mee, .pt), a folder or "
                        "archive of images or texts, an experiment (.json) or a session anywhere "
                        "on this window"),
                     theme_.bodyFont(), true, inner_),
        1);
    column.addLayout(own);
    recentTitle_ = welcomeWords(tr("Recent files"), theme_.titleFont(), false, inner_);
    column.addSpacing(8);
    column.addWidget(recentTitle_);
    recentTitle_->hide();
    recent_ = new QVBoxLayout;
    recent_->setSpacing(0);
    column.addLayout(recent_);
    column.addSpacing(8);
    connect(
        addLink(column, tr("Take the guided tour"), tr("Six short steps over a running example")),
        &QPushButton::clicked, this, &WelcomePage::tourWanted);
}

QPushButton* WelcomePage::addLink(QVBoxLayout& column, const QString& text, const QString& help) {
    auto* link = new QPushButton(text, inner_);
    link->setObjectName(QStringLiteral("link"));
    link->setToolTip(help);
    column.addWidget(link, 0, Qt::AlignLeft);
    return link;
}

void WelcomePage::setRecent(const QStringList& paths) {
    while (QLayoutItem* item = recent_->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (const QString& path : paths.first(std::min(paths.size(), kRecentShown))) {
        const QString name = QFileInfo(path).fileName();
        auto* link = addLink(*recent_,
                             fontMetrics()
                                 .elidedText(name, Qt::ElideMiddle, kLongestRecent)
                                 .replace(QLatin1Char('&'), QLatin1String("&&")),
                             plainTip(path));
        link->setAccessibleName(tr("Open %1").arg(name));
        connect(link, &QPushButton::clicked, this, [this, path] { emit recentWanted(path); });
    }
    recentTitle_->setVisible(!paths.isEmpty());
}

void WelcomePage::setLoaded(const QString& source) {
    back_->setText(QStringLiteral("‹ ") +
                   tr("Back to %1").arg(source).replace(QLatin1Char('&'), QLatin1String("&&")));
    back_->setVisible(!source.isEmpty());
}

void WelcomePage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    placeCards();
}

// As many beside each other as there is room for, all as high as the highest: a button's own hint
// knows nothing of the layout inside it.
void WelcomePage::placeCards() {
    const int width = std::min(kWelcomeWidth, viewport()->width() - 2 * kPageMargin);
    const int count = static_cast<int>(cards_.size());
    int columns = std::clamp((width + kPageGap) / (kLeastCard + kPageGap), 1,
                             std::max(1, std::min(count, kMostBeside)));
    if (columns > 2 && count % columns == 1) columns = 2;  // none stands alone below the others
    const int cardWidth = (width - (columns - 1) * kPageGap) / columns;
    int highest = 0;
    for (const QAbstractButton* card : cards_)
        highest = std::max(highest, card->layout()->heightForWidth(cardWidth));
    for (std::size_t i = 0; i < cards_.size(); ++i) {
        cards_[i]->setFixedSize(cardWidth, highest);
        grid_->addWidget(cards_[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
}

QAbstractButton* WelcomePage::card(const Example& example) {
    auto* button = new QPushButton(this);
    button->setObjectName(QStringLiteral("exampleCard"));
    button->setProperty("example", example.name);
    button->setAccessibleName(example.title);
    button->setAccessibleDescription(example.text);
    button->setToolTip(tr("Start %1").arg(example.title));
    auto* column = new QVBoxLayout(button);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto* picture = new QLabel(button);
    const auto paint = [this, picture, name = example.icon] {
        picture->setPixmap(
            icon(name, theme_.color(Token::Accent), theme_.color(Token::MutedText)).pixmap(28, 28));
    };
    paint();
    connect(&theme_, &Theme::changed, picture, paint);
    column->addWidget(picture);
    column->addWidget(welcomeWords(example.title, theme_.titleFont(), false, button));
    column->addWidget(welcomeWords(example.text, theme_.bodyFont(), true, button));
    column->addStretch(1);
    for (QLabel* label : button->findChildren<QLabel*>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(button, &QPushButton::clicked, this, [this, example] { emit chosen(example); });
    return button;
}

}  // namespace splitee
