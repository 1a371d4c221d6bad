// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/distortions/distortion_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

#include "gui/distortions/distortion_tiles.h"
#include "gui/run/setup.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/scrolled.h"
#include "gui/widgets/theme.h"
#include "sources/run_source.h"

namespace splitee {
namespace {

constexpr double kFirstSeverity = 3;
constexpr int kLeastHeight = 120;  // of the pictures, pixels

// The request for one image under no distortion yet.
PreviewRequest requestFor(const Setup& setup, std::int64_t row) {
    PreviewRequest request;
    request.source = liveRequest(setup.file());
    request.seed = setup.experiment().seed;
    request.row = row;
    request.source.distortion = "clean";
    return request;
}

bool sameNetwork(const PreviewRequest& one, const PreviewRequest& other) {
    return one.source.model == other.source.model && one.source.dataset == other.source.dataset &&
           one.source.part == other.source.part;
}

}  // namespace

DistortionPanel::DistortionPanel(Setup& setup, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      tiles_(new DistortionTiles(theme, this)),
      scroll_(scrolled(tiles_, kLeastHeight, this)),
      severity_(new NumberField({1, kSeverities, 1, kSeverities, kFirstSeverity}, {}, this)),
      words_(new QLabel(this)),
      worker_([this](const Preview& preview) { receive(preview); }) {
    setAccessibleName(tr("Distortions"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 0);
    auto* label = new QLabel(tr("Severity"), this);
    label->setBuddy(severity_);
    const QString help = tr("Of all pictures below, 1 to 5 as it was published, and between.");
    severity_->setTexts(tr("Severity"), help);
    severity_->setToolTip(help);
    severity_->show(kFirstSeverity);
    tiles_->setSeverity(kFirstSeverity);
    auto* next = new QToolButton(this);
    next->setText(tr("Another image"));
    next->setToolTip(tr("The next image of the dataset"));
    row->addWidget(label);
    row->addWidget(severity_, 1);
    row->addWidget(next);
    column->addLayout(row);
    words_->setObjectName(QStringLiteral("muted"));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    words_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    words_->setContentsMargins(12, 0, 12, 0);
    words_->setFont(theme.captionFont());
    column->addWidget(words_);
    column->addWidget(scroll_, 1);
    connect(severity_, &NumberField::edited, this, [this](double severity) {
        tiles_->setSeverity(severity);
        requestNext();
    });
    connect(next, &QToolButton::clicked, this, &DistortionPanel::showNext);
    connect(tiles_, &DistortionTiles::chosen, this, [this](const QString& distortion) {
        chooseDistortion(setup_, distortion.toStdString());
    });
    connect(tiles_, &DistortionTiles::currentMoved, this, [this](const QRect& place) {
        scroll_->ensureVisible(place.center().x(), place.center().y(), 0, place.height());
    });
    connect(&setup_, &Setup::changed, this, &DistortionPanel::setupChanged);
}

void DistortionPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    setupChanged();
}

void DistortionPanel::showNext() {
    ++row_;
    setupChanged();
}

void DistortionPanel::explain(const QString& sentence) {
    words_->setText(sentence);
    scroll_->setVisible(false);
}

void DistortionPanel::setupChanged() {
    if (!isVisible()) return;
    if (!isLive(setup_.file()) || !hasSource(setup_.file()))
        return explain(
            tr("An exit table holds answers and no images. Choose a network that runs live on "
               "images under Source, and they stand here under every corruption."));
    if (setup_.file().dataset.starts_with("text:"))
        return explain(tr("Corruptions are of images, and this network reads texts."));
    const PreviewRequest wanted = requestFor(setup_, row_);
    tiles_->setAlpha(setup_.experiment().alpha);
    const std::string& text = setup_.file().distortion;
    const auto now = parseDistortion(text.empty() ? "clean" : text);
    tiles_->setChosen(now ? std::optional(*now) : std::nullopt);
    if (const bool other = !sameNetwork(wanted, asked_);
        other || wanted.seed != asked_.seed || wanted.row != asked_.row) {
        tiles_->restart(other);
        asked_ = wanted;
    }
    words_->setText(
        tr("Answer of the final exit, and the exit at which the image would leave at α = %1 "
           "(bar). Click a picture to play it.")
            .arg(shortText(setup_.experiment().alpha)));
    scroll_->setVisible(true);
    requestNext();
}

// One tile at a time, so that what can be seen goes first wherever the slider and the view are by
// then.
void DistortionPanel::requestNext() {
    if (waiting_ >= 0 || !isVisible() || asked_.source.model.empty()) return;
    const int tile = tiles_->nextStale();
    if (tile < 0) {
        emit complete();
        return;
    }
    waiting_ = tile;
    PreviewRequest request = asked_;
    request.source.distortion = toText(tiles_->distortion(tile));
    worker_.request(request);
}

void DistortionPanel::receive(const Preview& preview) {
    const int tile = std::exchange(waiting_, -1);
    if (!sameNetwork(preview.request, asked_) || preview.request.seed != asked_.seed ||
        preview.request.row != asked_.row)
        return requestNext();  // of an image that is no longer wanted
    if (!preview.error.empty()) {
        asked_ = {};  // it may succeed the next time
        return explain(QString::fromStdString(preview.error));
    }
    tiles_->show(tile, preview);
    requestNext();
}

}  // namespace splitee
