// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/welcome_page.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "gui/widgets/icons.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kPageGap = 16, kTextWidth = 848;

QLabel* words(const QString& text, const QFont& font, bool muted, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(font);
    label->setWordWrap(true);
    if (muted) label->setObjectName(QStringLiteral("muted"));
    return label;
}

}  // namespace

WelcomePage::WelcomePage(const Theme& theme, std::vector<Example> examples, QWidget* parent)
    : QWidget(parent), theme_(theme), examples_(std::move(examples)) {
    setObjectName(QStringLiteral("welcomePage"));
    setAttribute(Qt::WA_StyledBackground);
    auto* inner = new QWidget(this);
    inner->setMaximumWidth(kTextWidth);
    auto* column = new QVBoxLayout(inner);
    column->setSpacing(8);
    column->addWidget(
        words(tr("Where should a network be cut?"), theme_.figureFont(), false, inner));
    column->addWidget(words(
        tr("A device computes the first layers of a network and evaluates an exit. If the exit is "
           "confident enough, the sample leaves with its answer; if not, the rest is computed in "
           "the cloud, which costs. The layer where the device stops is the split layer. A learner "
           "finds it round by round, one sample at a time, without labels."),
        theme_.bodyFont(), true, inner));
    column->addSpacing(24);
    column->addWidget(words(tr("Start with an example"), theme_.titleFont(), false, inner));
    column->addLayout(cards());
    column->addSpacing(24);
    column->addWidget(words(tr("Or bring your own"), theme_.titleFont(), false, inner));
    auto* own = new QHBoxLayout;
    auto* open = new QPushButton(tr("Open a file…"), inner);
    open->setToolTip(
        tr("An exit table, a network, an experiment, a session or an archive of images "
           "(Ctrl+O)"));
    connect(open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    own->addWidget(open);
    own->addWidget(words(tr("or drop an exit table (.csv, .exits), a network (.mee), a folder or "
                            "archive of images, an experiment (.json) or a session anywhere on "
                            "this window"),
                         theme_.bodyFont(), true, inner),
                   1);
    column->addLayout(own);

    column->addSpacing(24);
    auto* tour = new QPushButton(tr("Take the guided tour"), inner);
    tour->setObjectName(QStringLiteral("link"));
    tour->setToolTip(tr("Six short steps over a running example"));
    connect(tour, &QPushButton::clicked, this, &WelcomePage::tourWanted);
    column->addWidget(tour, 0, Qt::AlignLeft);

    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(inner, 8);
    middle->addStretch(1);
    auto* page = new QVBoxLayout(this);
    page->addStretch(1);
    page->addLayout(middle);
    page->addStretch(2);
}

// Two or three beside each other, all as high as the highest: a button's own hint knows nothing of
// the layout inside it.
QGridLayout* WelcomePage::cards() {
    auto* grid = new QGridLayout;
    grid->setSpacing(kPageGap);
    constexpr int columns = 3;
    const int cardWidth = (kTextWidth - (columns - 1) * kPageGap) / columns - 6;
    std::vector<QAbstractButton*> made;
    int highest = 0;
    for (const Example& example : examples_) {
        if (!example.onWelcome) continue;
        made.push_back(card(example));
        highest = std::max(highest, made.back()->layout()->heightForWidth(cardWidth));
    }
    for (std::size_t i = 0; i < made.size(); ++i) {
        made[i]->setFixedSize(cardWidth, highest);
        grid->addWidget(made[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    }
    grid->setColumnStretch(columns, 1);
    return grid;
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
    column->addWidget(words(example.title, theme_.titleFont(), false, button));
    column->addWidget(words(example.text, theme_.bodyFont(), true, button));
    column->addStretch(1);
    for (QLabel* label : button->findChildren<QLabel*>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(button, &QPushButton::clicked, this, [this, example] { emit chosen(example); });
    return button;
}

}  // namespace splitee
