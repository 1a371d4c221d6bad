// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/figures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/run/experiment_fields.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr int kLineGap = 1;
constexpr int kBeside = 44;            // margins of a figure with words beside it
constexpr double kLeastFigure = 0.65;  // of its size, where there is little room
// Of the figures that are common, in any language: "Pkt." is wider than "pts", but seldom has two
// digits before it.
const QString kWidest = QStringLiteral("−00.0 pts");

}  // namespace

/// A figure, what it is, and over what.
class FigureCard : public QWidget {
public:
    FigureCard(const Theme& theme, QString words, Token color, QWidget* parent)
        : QWidget(parent), theme_(theme), words_(std::move(words)), color_(color) {
        setMinimumSize(140, 60);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAccessibleName(words_);
        connect(&theme_, &Theme::changed, this, [this] { update(); });
    }
    /// `why`: no figure is known; for the tooltip and a screen reader.
    void set(const QString& figure, const QString& caption, const QString& why = {}) {
        if (figure == figure_ && caption == caption_ && why == why_) return;
        figure_ = figure;
        caption_ = caption;
        why_ = why;
        setAccessibleDescription(text());
        showHelp();
        update();
    }
    void setSpread(const QString& spread, std::int64_t seeds) {
        if (spread == spread_) return;
        spread_ = spread;
        seeds_ = seeds;
        setAccessibleDescription(text());
        showHelp();
        update();
    }
    /// Whether the words stand beside the figure, else below it.
    void setBeside(bool beside) {
        if (beside_ == beside) return;
        beside_ = beside;
        update();
    }
    [[nodiscard]] bool isBeside() const { return beside_; }
    /// Of the figure at its least.
    [[nodiscard]] bool hasRoomBeside() const {
        QFont words = theme_.bodyFont(), figure = theme_.figureFont();
        words.setWeight(QFont::DemiBold);
        figure.setPointSizeF(figure.pointSizeF() * kLeastFigure);
        return QFontMetrics(figure).horizontalAdvance(kWidest) + kBeside +
                   QFontMetrics(words).horizontalAdvance(words_) <=
               width();
    }
    [[nodiscard]] QString text() const {
        QString all = figure_ + QLatin1Char(' ') + words_;
        for (const QString& more : {caption_, why_, spread_})
            if (!more.isEmpty()) all += QStringLiteral(", ") + more;
        return all;
    }
    [[nodiscard]] QSize sizeHint() const override {
        const QFontMetrics words(theme_.bodyFont()), captions(theme_.captionFont());
        return {300, std::max(64, words.height() + 2 * (captions.height() + kLineGap) + 12)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme_.color(Token::Border), 1));
        painter.setBrush(theme_.color(Token::Surface));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        if (!beside_) return paintBelow(painter);
        QFont figureFont = theme_.figureFont();
        const QFont captionFont = theme_.captionFont();
        QFont wordsFont = theme_.bodyFont();
        wordsFont.setWeight(QFont::DemiBold);
        const QFontMetrics words(wordsFont), captions(captionFont);
        // Where there is little room, the figure shrinks before its caption.
        const int room =
            width() - kBeside -
            std::max({words.horizontalAdvance(words_), captions.horizontalAdvance(caption_),
                      captions.horizontalAdvance(spread_)});
        const int wanted = QFontMetrics(figureFont).horizontalAdvance(kWidest);
        if (room < wanted)
            figureFont.setPointSizeF(
                figureFont.pointSizeF() *
                std::clamp(static_cast<double>(room) / wanted, kLeastFigure, 1.0));
        const QFontMetrics figures(figureFont);
        // The figure keeps the place of the widest one, so that the words do not move when digits
        // change.
        const int place =
            std::max(figures.horizontalAdvance(figure_), figures.horizontalAdvance(kWidest));
        painter.setFont(figureFont);
        painter.setPen(theme_.color(color_));
        painter.drawText(QRect(16, 0, width() - 24, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         figure_);
        const QRect rest(16 + place + 14, 0, width() - place - 42, height());
        const int lines = (caption_.isEmpty() ? 0 : 1) + (spread_.isEmpty() ? 0 : 1);
        int top = (height() - words.height() - lines * (captions.height() + kLineGap)) / 2;
        painter.setFont(wordsFont);
        painter.setPen(theme_.color(Token::Text));
        painter.drawText(rest.left(), top + words.ascent(),
                         words.elidedText(words_, Qt::ElideRight, rest.width()));
        painter.setFont(captionFont);
        painter.setPen(theme_.color(Token::MutedText));
        top += words.height() + kLineGap;
        for (const QString& line : {caption_, spread_}) {
            if (line.isEmpty()) continue;
            painter.drawText(rest.left(), top + captions.ascent(),
                             captions.elidedText(line, Qt::ElideRight, rest.width()));
            top += captions.height() + kLineGap;
        }
    }

private:
    // The words under the figure; the rest is in the tooltip.
    void paintBelow(QPainter& painter) const {
        QFont figureFont = theme_.figureFont();
        figureFont.setPointSizeF(figureFont.pointSizeF() * kLeastFigure);
        QFont wordsFont = theme_.captionFont();
        wordsFont.setWeight(QFont::DemiBold);
        const QFontMetrics figures(figureFont), words(wordsFont), captions(theme_.captionFont());
        int top = (height() - figures.height() - words.height() - captions.height()) / 2;
        painter.setFont(figureFont);
        painter.setPen(theme_.color(color_));
        painter.drawText(10, top + figures.ascent(), figure_);
        top += figures.height();
        painter.setFont(wordsFont);
        painter.setPen(theme_.color(Token::Text));
        painter.drawText(10, top + words.ascent(),
                         words.elidedText(words_, Qt::ElideRight, width() - 16));
        top += words.height();
        painter.setFont(theme_.captionFont());
        painter.setPen(theme_.color(Token::MutedText));
        painter.drawText(10, top + captions.ascent(),
                         captions.elidedText(caption_, Qt::ElideRight, width() - 16));
    }
    void showHelp() {
        QStringList help{words_};
        for (const QString& more : {caption_, why_})
            if (!more.isEmpty()) help << more;
        if (!spread_.isEmpty())
            help << Figures::tr(
                        "%1: mean of the runs with %2 seeds up to this round, and half of its 95 % "
                        "interval")
                        .arg(spread_)
                        .arg(seeds_);
        if (caption_.contains(QChar(0x03BB))) help << costUnitHelp();  // λ
        setToolTip(help.join(QLatin1Char('\n')));
    }

    const Theme& theme_;
    QString words_, figure_ = QStringLiteral("–"), caption_, why_, spread_;
    std::int64_t seeds_ = 0;
    bool beside_ = true;
    Token color_;
};

Figures::Figures(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      cards_{new FigureCard(theme, tr("cost vs final exit"), Token::Text, this),
             new FigureCard(theme, tr("accuracy vs final exit"), Token::Text, this),
             new FigureCard(theme, tr("offloaded"), Token::Offload, this)} {
    setAccessibleName(tr("Figures against the final exit"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (FigureCard* card : cards_) row->addWidget(card, 1);
}

void Figures::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void Figures::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange) return;
    for (FigureCard* card : cards_) card->updateGeometry();
    arrange();
}

// All three look alike: the longest words decide.
void Figures::arrange() {
    layout()->activate();
    const bool beside = std::ranges::all_of(cards_, &FigureCard::hasRoomBeside);
    for (FigureCard* card : cards_) card->setBeside(beside);
}

void Figures::show(double costChangePercent, double accuracyChangePoints, double offloadPercent,
                   const QString& costCaption, const QString& accuracyCaption,
                   const QString& offloadCaption) {
    const auto with = [](const QString& text, const QString& unit, double value) {
        return std::isnan(value) ? text : text + QChar(0x00A0) + unit;
    };
    cards_[0]->set(with(signedText(costChangePercent, 1), tr("%"), costChangePercent), costCaption);
    const bool known = !std::isnan(accuracyChangePoints), labelled = !accuracyCaption.isEmpty();
    cards_[1]->set(with(signedText(accuracyChangePoints, 1), tr("pts"), accuracyChangePoints),
                   known || labelled ? accuracyCaption : tr("no labels to compare with"),
                   known || !labelled
                       ? QString()
                       : tr("the final exit's accuracy on these samples is not known"));
    cards_[2]->set(with(numberText(offloadPercent), tr("%"), offloadPercent), offloadCaption);
}

void Figures::showSpreads(const std::array<std::optional<Spread>, 3>& spreads, std::int64_t seeds) {
    for (std::size_t k = 0; k < spreads.size(); ++k) {
        if (!spreads[k]) {
            cards_[k]->setSpread({}, 0);
            continue;
        }
        const QString mean =
            k == 2 ? numberText(spreads[k]->mean, 1) : signedText(spreads[k]->mean, 1);
        cards_[k]->setSpread(
            tr("%1 seeds: %2 ± %3")
                .arg(seeds)
                .arg(mean, numberText(spreads[k]->half, spreads[k]->half < 0.095 ? 2 : 1)),
            seeds);
    }
}

void Figures::clear() {
    showSpreads({});
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    show(kNone, 0, kNone);
    cards_[1]->set(QStringLiteral("–"), QString());
}

bool Figures::isBeside(int card) const {
    return cards_[static_cast<std::size_t>(card)]->isBeside();
}

QString Figures::text(int card) const { return cards_[static_cast<std::size_t>(card)]->text(); }

}  // namespace splitee
