// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/distortions/severity_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

#include "gui/distortions/severity_chart.h"
#include "gui/distortions/severity_map.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/setup.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/scrolled.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/time_left.h"
#include "sources/run_source.h"

namespace splitee {
namespace {

constexpr int kDistortions = kSeverityRows * kSeverities + 1;  // clean counts once
constexpr int kLeastMapHeight = 120;
constexpr int kSideBySide = 720;  // pixels from which chart and map are

LiveRequest sourceOf(const Setup& setup) {
    LiveRequest request = liveRequest(setup.file());
    request.distortion = "clean";
    return request;
}

// What the figures depend on; see figuresUnder().
Experiment playedOf(Experiment experiment) {
    experiment.schedule.clear();
    experiment.temperature = "1";
    experiment.rounds = 0;
    experiment.seeds = kSeveritySeeds;
    return experiment;
}

}  // namespace

SeverityPanel::SeverityPanel(Setup& setup, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      chart_(new SeverityChart(theme, this)),
      map_(new SeverityMap(theme, this)),
      scroll_(scrolled(map_, kLeastMapHeight, this)),
      policy_(new QComboBox(this)),
      go_(new QPushButton(this)),
      progress_(new QProgressBar(this)),
      words_(new QLabel(this)) {
    setAccessibleName(tr("By severity"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(4);
    column->addWidget(chart_->findChild<PanelHeader*>());  // the dock shows one header, the chart's
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(policy_, 1);
    row->addWidget(progress_, 1);
    row->addWidget(go_);
    go_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    column->addLayout(row);
    words_->setObjectName(QStringLiteral("muted"));
    words_->setTextFormat(Qt::PlainText);
    words_->setWordWrap(true);
    words_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    words_->setContentsMargins(12, 0, 12, 0);
    column->addWidget(words_);
    pictures_ = new QBoxLayout(QBoxLayout::TopToBottom);
    pictures_->addWidget(chart_, 1);
    pictures_->addWidget(scroll_, 1);
    column->addLayout(pictures_, 1);
    policy_->setAccessibleName(tr("Whose split layer the map shows"));
    policy_->setToolTip(tr("Whose split layer the map shows"));
    policy_->installEventFilter(new WheelGuard(policy_));
    progress_->setAccessibleName(tr("Progress of the map"));
    progress_->setTextVisible(false);
    progress_->setObjectName(QStringLiteral("panelProgress"));
    progress_->setMaximum(kDistortions);
    go_->setToolTip(tr("Shows the network %1 images under each of %2 distortions, then plays the "
                       "policies on its answers. What is known stays while costs change.")
                        .arg(kSeveritySamples)
                        .arg(kDistortions));
    connect(go_, &QPushButton::clicked, this, &SeverityPanel::startOrStop);
    connect(policy_, &QComboBox::activated, this, &SeverityPanel::showKnown);
    connect(map_, &SeverityMap::rowMoved, this, &SeverityPanel::showKnown);
    connect(map_, &SeverityMap::currentMoved, this, [this](const QRect& place) {
        scroll_->ensureVisible(place.center().x(), place.center().y(), 0, place.height());
    });
    connect(map_, &SeverityMap::chosen, this, [this](const QString& distortion) {
        chooseDistortion(setup_, distortion.toStdString());
    });
    connect(&setup_, &Setup::changed, this, &SeverityPanel::setupChanged);
    updateWords();
}

QString SeverityPanel::words() const { return words_->text(); }
int SeverityPanel::known() const { return static_cast<int>(cells_.size()); }

void SeverityPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    setupChanged();
}

void SeverityPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    pictures_->setDirection(width() >= kSideBySide ? QBoxLayout::LeftToRight
                                                   : QBoxLayout::TopToBottom);
}

const SeverityPanel::Cell* SeverityPanel::cellOf(const Distortion& distortion) const {
    const auto cell = cells_.find(toText(distortion));
    return cell == cells_.end() ? nullptr : &cell->second;
}

void SeverityPanel::setupChanged() {
    if (!isVisible()) return;
    const std::string& text = setup_.file().distortion;
    const auto now = parseDistortion(text.empty() ? "clean" : text);
    map_->setChosen(now ? std::optional(*now) : std::nullopt);
    const LiveRequest source = sourceOf(setup_);
    const std::uint64_t seed = setup_.experiment().seed;
    if (source.model != asked_.model || source.dataset != asked_.dataset ||
        source.part != asked_.part || seed != seed_) {
        work_.cancel();
        ++number_;
        reads_ = false;
        cells_.clear();
        fault_.clear();
        asked_ = source;
        seed_ = seed;
    }
    if (const Experiment wanted = playedOf(setup_.experiment()); !(wanted == played_)) {
        played_ = wanted;
        if (!cells_.empty()) replayAll();
    }
    showKnown();
    updateWords();
}

void SeverityPanel::startOrStop() {
    if (std::exchange(reads_, !reads_)) {
        work_.cancel();
        ++number_;
    } else {
        fault_.clear();
        rate_.restart();
        readNext();
    }
    updateWords();
}

std::optional<Distortion> SeverityPanel::nextUnknown() const {
    for (int k = 0; k < kSeverityRows; ++k)
        for (int column = 0; column < kSeverityColumns; ++column) {
            const Distortion one = distortionAt((map_->row() + k) % kSeverityRows, column);
            if (cellOf(one) == nullptr) return one;
        }
    return std::nullopt;
}

void SeverityPanel::readNext() {
    const auto next = nextUnknown();
    if (!next) reads_ = false;
    if (!reads_) return updateWords();
    LiveRequest source = asked_;
    source.distortion = toText(*next);
    const int number = ++number_;
    work_.start(
        [reader = reader_, source, seed = seed_,
         experiment = played_](const std::stop_token& stop) -> Result<Cell> {
            auto answers = reader->read(source, seed, stop);
            if (!answers) return tl::unexpected(answers.error());
            auto figures = figuresUnder(**answers, experiment, stop);
            if (!figures) return tl::unexpected(figures.error());
            return Cell{std::move(*answers), std::move(*figures)};
        },
        [this, number, one = *next](const Result<Cell>& cell) {
            if (number == number_) receive(one, cell);
        });
}

void SeverityPanel::receive(const Distortion& distortion, const Result<Cell>& cell) {
    if (!cell) {
        reads_ = false;
        fault_ = QString::fromStdString(cell.error().message);
        return updateWords();
    }
    cells_[toText(distortion)] = *cell;
    rate_.add(known());
    showKnown();
    readNext();
    updateWords();
    emit progressed();
}

// Costs have changed: the same answers, played anew. What is read meanwhile waits.
void SeverityPanel::replayAll() {
    const int number = ++number_;
    work_.cancel();
    using Replayed = std::map<std::string, Cell>;
    work_.start(
        [cells = cells_,
         experiment = played_](const std::stop_token& stop) mutable -> Result<Replayed> {
            for (auto& [name, cell] : cells) {
                auto figures = figuresUnder(*cell.answers, experiment, stop);
                if (!figures) return tl::unexpected(figures.error());
                cell.figures = std::move(*figures);
            }
            return std::move(cells);
        },
        [this, number](const Result<Replayed>& replayed) {
            if (number != number_) return;
            if (replayed)
                cells_ = *replayed;
            else
                fault_ = QString::fromStdString(replayed.error().message);
            showKnown();
            if (reads_) readNext();
            updateWords();
            emit progressed();
        });
}

void SeverityPanel::showKnown() {
    const std::string wanted = policy_->currentData().toString().toStdString();
    std::vector<std::string> policies;
    int exits = 1;
    if (!cells_.empty()) {
        const Cell& any = cells_.begin()->second;
        exits = any.answers->exits;
        for (const SeverityFigures& one : any.figures) policies.push_back(one.policy);
    }
    QStringList offered;
    for (int i = 0; i < policy_->count(); ++i) offered += policy_->itemData(i).toString();
    QStringList names;
    for (const std::string& policy : policies) names += QString::fromStdString(policy);
    if (offered != names) {
        policy_->clear();
        for (const QString& name : names)
            policy_->addItem(tr("Split layer of %1").arg(policyName(name.toStdString())), name);
        policy_->setCurrentIndex(std::max(0, policy_->findData(QString::fromStdString(wanted))));
    }
    policy_->setVisible(!policies.empty());
    const auto place = static_cast<std::size_t>(std::max(0, policy_->currentIndex()));
    std::vector<std::optional<SeverityFigures>> shown;
    SeverityChart::Row row;
    for (int r = 0; r < kSeverityRows; ++r)
        for (int column = 0; column < kSeverityColumns; ++column) {
            const Cell* cell = cellOf(distortionAt(r, column));
            const bool known = cell != nullptr && place < cell->figures.size();
            shown.push_back(known ? std::optional(cell->figures[place]) : std::nullopt);
            if (known && r == map_->row()) row[static_cast<std::size_t>(column)] = cell->figures;
        }
    map_->show(std::move(shown), exits);
    chart_->show(map_->row(), std::move(row));
}

void SeverityPanel::updateWords() {
    const bool live = isLive(setup_.file()) && hasSource(setup_.file());
    const bool texts = setup_.file().dataset.starts_with("text:");
    const bool possible = live && !texts;
    go_->setVisible(possible && known() < kDistortions);
    go_->setText(reads_ ? tr("Cancel") : known() > 0 ? tr("Continue") : tr("Compute"));
    progress_->setVisible(reads_);
    progress_->setValue(known());
    const bool something = possible && (known() > 0 || reads_);
    scroll_->setVisible(something);
    chart_->setVisible(something);
    QString words;
    if (!live)
        words =
            tr("An exit table holds answers and no images. Choose a network that runs live on "
               "images under Source to see what corruptions do to it.");
    else if (texts)
        words = tr("Corruptions are of images, and this network reads texts.");
    else if (!fault_.isEmpty())
        words = fault_;
    else if (reads_) {
        words = tr("%1 of %2 distortions").arg(known()).arg(kDistortions);
        if (rate_.perSecond() > 0)
            words += QStringLiteral(" · ") +
                     tr("%1 images/s").arg(numberText(rate_.perSecond() * kSeveritySamples)) +
                     QStringLiteral(" · ") +
                     timeLeftText((kDistortions - known()) / rate_.perSecond());
    } else if (known() == 0)
        words = tr("What do noise, blur, weather and light cost, and where does the learner split "
                   "then? Compute shows the network %1 images under each corruption.")
                    .arg(kSeveritySamples);
    else
        words = tr("Click a cell to play that distortion; a row's name shows it in the chart. "
                   "%1 rounds, mean of %2 seeds, costs as they are set.")
                    .arg(numberText(kSeverityRounds))
                    .arg(kSeveritySeeds);
    words_->setText(words);
}

}  // namespace splitee
