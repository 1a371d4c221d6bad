#include "gui/figures.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gui/experiment_fields.h"
#include "gui/number_text.h"

namespace splitee {
namespace {

const QString kWidest = QStringLiteral("−00.0 pts");    // of the figures that are common

}  // namespace

/// A figure, what it is, and over what.
class FigureCard : public QWidget {
public:
    FigureCard(const Theme& theme, QString words, Token color, QWidget* parent) : QWidget(parent), theme_(theme), words_(std::move(words)), color_(color) {
        setMinimumSize(190, 60);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAccessibleName(words_);
        connect(&theme_, &Theme::changed, this, [this] { update(); });
    }
    void set(const QString& figure, const QString& caption) {
        if (figure == figure_ && caption == caption_) return;
        figure_ = figure;
        caption_ = caption;
        setAccessibleDescription(text());
        setToolTip(caption.contains(QChar(0x03BB)) ? caption + QLatin1Char('\n') + costUnitHelp() : caption);   // λ
        update();
    }
    [[nodiscard]] QString text() const { return figure_ + QLatin1Char(' ') + words_ + (caption_.isEmpty() ? QString() : QStringLiteral(", ") + caption_); }
    [[nodiscard]] QSize sizeHint() const override { return {300, 64}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme_.color(Token::Border), 1));
        painter.setBrush(theme_.color(Token::Surface));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        QFont figureFont = theme_.figureFont();
        const QFont captionFont = theme_.captionFont();
        QFont wordsFont = theme_.bodyFont();
        wordsFont.setWeight(QFont::DemiBold);
        const QFontMetrics words(wordsFont), captions(captionFont);
        // Where there is little room, the figure gives way before the words do.
        const int room = width() - 44 - std::max(words.horizontalAdvance(words_), captions.horizontalAdvance(caption_));
        const int wanted = QFontMetrics(figureFont).horizontalAdvance(kWidest);
        if (room < wanted) figureFont.setPointSizeF(figureFont.pointSizeF() * std::clamp(static_cast<double>(room) / wanted, 0.65, 1.0));
        const QFontMetrics figures(figureFont);
        // The figure keeps the place of the widest one, so that the words do not move when digits change.
        const int place = std::max(figures.horizontalAdvance(figure_), figures.horizontalAdvance(kWidest));
        painter.setFont(figureFont);
        painter.setPen(theme_.color(color_));
        painter.drawText(QRect(16, 0, width() - 24, height()), Qt::AlignLeft | Qt::AlignVCenter, figure_);
        const QRect rest(16 + place + 14, 0, width() - place - 42, height());
        const int top = (height() - words.height() - (caption_.isEmpty() ? 0 : captions.height() + 2)) / 2;
        painter.setFont(wordsFont);
        painter.setPen(theme_.color(Token::Text));
        painter.drawText(rest.left(), top + words.ascent(), words.elidedText(words_, Qt::ElideRight, rest.width()));
        painter.setFont(captionFont);
        painter.setPen(theme_.color(Token::MutedText));
        painter.drawText(rest.left(), top + words.height() + 2 + captions.ascent(), captions.elidedText(caption_, Qt::ElideRight, rest.width()));
    }

private:
    const Theme& theme_;
    QString words_, figure_ = QStringLiteral("–"), caption_;
    Token color_;
};

Figures::Figures(const Theme& theme, QWidget* parent)
    : QWidget(parent), cards_{new FigureCard(theme, tr("cost vs final exit"), Token::Text, this),
                              new FigureCard(theme, tr("accuracy vs final exit"), Token::Text, this),
                              new FigureCard(theme, tr("offloaded"), Token::Offload, this)} {
    setAccessibleName(tr("Figures against the final exit"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (FigureCard* card : cards_) row->addWidget(card, 1);
}

void Figures::show(double costChangePercent, double accuracyChangePoints, double offloadPercent, const QString& costCaption,
                   const QString& accuracyCaption, const QString& offloadCaption) {
    const auto with = [](const QString& text, const QString& unit, double value) { return std::isnan(value) ? text : text + QChar(0x00A0) + unit; };
    cards_[0]->set(with(signedText(costChangePercent, 1), tr("%"), costChangePercent), costCaption);
    const bool labelled = !std::isnan(accuracyChangePoints);
    cards_[1]->set(with(signedText(accuracyChangePoints, 1), tr("pts"), accuracyChangePoints), labelled ? accuracyCaption : tr("no labels to compare with"));
    cards_[2]->set(with(numberText(offloadPercent), tr("%"), offloadPercent), offloadCaption);
}

void Figures::clear() {
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    show(kNone, 0, kNone);
    cards_[1]->set(QStringLiteral("–"), QString());
}

QString Figures::text(int card) const { return cards_[static_cast<std::size_t>(card)]->text(); }

}  // namespace splitee
