// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/confusion_chart.h"

#include <QActionGroup>

#include <cmath>

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr std::size_t kMostPlaces = 26;
constexpr double kPaleCell = 0.06, kStrongCell = 0.9;
constexpr int kLongestName = 12;

}  // namespace

ConfusionChart::ConfusionChart(const Theme& theme, QWidget* parent)
    : CellMapChart(theme, tr("Confusion by exit"), tr("prediction (class)"), tr("label (class)"),
                   parent),
      exits_(menu().addMenu(tr("Exit"))),
      leavingOnly_(addOption(tr("Only samples that leave there"))) {
    leavingOnly_->setChecked(false);
    leavingOnly_->setToolTip(tr("Those whose confidence at the exit reaches α"));
    connect(leavingOnly_, &QAction::toggled, this, [this] {
        unread_ = tables_ != nullptr;
        if (isVisible()) read();
    });
    rect().axis(QCPAxis::atLeft)->setRangeReversed(true);
    setNote(tr("no table yet"));
}

int ConfusionChart::exit() const {
    const int exits = tables_ ? tables_->all().front()->exits : 0;
    return exit_ == 0 || exit_ > exits ? exits : exit_;
}

void ConfusionChart::setTables(std::shared_ptr<const TableSource> tables, const QString& why) {
    why_ = why;
    if (tables == tables_) return showWords();
    reading_.abandon();
    tables_ = std::move(tables);
    known_.reset();
    fault_.clear();
    unread_ = tables_ != nullptr;
    offerExits();
    if (isVisible()) read();
    showWords();
    refresh();
}

void ConfusionChart::setClassNames(const std::vector<std::string>& names) {
    if (names == names_) return;
    names_ = names;
    refresh();
}

void ConfusionChart::setAlpha(double alpha) {
    if (alpha == alpha_) return;
    alpha_ = alpha;
    if (!leavingOnly_->isChecked() || !tables_) return;
    unread_ = true;
    if (isVisible()) read();
}

void ConfusionChart::setExit(int exit) {
    exit_ = exit;
    unread_ = tables_ != nullptr;
    offerExits();
    if (isVisible()) read();
}

void ConfusionChart::offerExits() {
    exits_->clear();
    delete group_;
    group_ = new QActionGroup(this);
    const int exits = tables_ ? tables_->all().front()->exits : 0;
    for (int i = 1; i <= exits; ++i) {
        QAction* action =
            group_->addAction(i == exits ? tr("%1 final").arg(i) : QString::number(i));
        action->setCheckable(true);
        action->setChecked(i == exit());
        // Queued: the action goes with the choice.
        connect(
            action, &QAction::triggered, this, [this, i] { setExit(i); }, Qt::QueuedConnection);
        exits_->addAction(action);
    }
    exits_->menuAction()->setVisible(exits > 1);
}

void ConfusionChart::showEvent(QShowEvent* event) {
    ChartPanel::showEvent(event);
    read();
}

void ConfusionChart::read() {
    if (!unread_) return;
    unread_ = false;
    reading_.start(
        [tables = tables_, exit = exit(),
         alpha = leavingOnly_->isChecked() ? alpha_ : 0](const std::stop_token& stop) {
            return confusionOf(*tables->all().front(), exit, alpha, kMostPlaces, stop);
        },
        [this](const Result<Confusion>& known) {
            known_ = known ? std::optional(*known) : std::nullopt;
            fault_ = known ? QString() : tr("unknown: no labels");
            showWords();
            refresh();
        });
}

void ConfusionChart::showWords() {
    if (!tables_) return setNote(why_.isEmpty() ? tr("known where an exit table plays") : why_);
    if (!fault_.isEmpty()) return setNote(fault_);
    if (!known_) return setNote(tr("reading the table …"));
    const QString right = numberText(
        known_->samples > 0
            ? 100.0 * static_cast<double>(known_->right) / static_cast<double>(known_->samples)
            : std::nan(""),
        1);
    setNote(tr("exit %1: %2 % correct of %3 samples of the table")
                .arg(exit())
                .arg(right, numberText(static_cast<double>(known_->samples))),
            tr("exit %1: %2 % correct").arg(exit()).arg(right));
}

QString ConfusionChart::nameOf(std::size_t place) const {
    const int number = known_->classes[place];
    if (number < 0) return tr("others");
    const auto at = static_cast<std::size_t>(number);
    return at < names_.size() && !names_[at].empty() ? QString::fromStdString(names_[at])
                                                     : QString::number(number);
}

void ConfusionChart::nameAxes() {
    QStringList names;
    for (std::size_t k = 0; k < known_->places(); ++k) {
        QString name = nameOf(k);
        if (name.size() > kLongestName) name = name.left(kLongestName - 1) + QChar(0x2026);
        names += name;
    }
    nameCells(names, names, true);
}

std::int64_t ConfusionChart::fill() {
    if (!known_) {
        clearCells();
        return 0;
    }
    nameAxes();
    const QColor surface = theme().color(Token::Surface), right = theme().color(Token::Accent),
                 wrong = theme().color(Token::Warn);
    std::vector<CellGrid::Cell> cells;
    for (std::size_t label = 0; label < known_->places(); ++label) {
        const auto all = static_cast<double>(known_->ofLabel(label));
        for (std::size_t prediction = 0; prediction < known_->places(); ++prediction) {
            const auto count = static_cast<double>(known_->at(label, prediction));
            const double share = all > 0 ? count / all : 0;
            const QColor hue = label == prediction ? right : wrong;
            // By the root, so that what is seldom confused shows too.
            cells.push_back(
                {mixed(surface, hue,
                       count > 0 ? kPaleCell + (kStrongCell - kPaleCell) * std::sqrt(share)
                                 : kPaleCell / 2),
                 count > 0 ? numberText(100 * share, share < 0.0995 ? 1 : 0) : QString()});
        }
    }
    setCells(static_cast<int>(known_->places()), std::move(cells),
             {{mixed(surface, right, kStrongCell), tr("correct")},
              {mixed(surface, wrong, kStrongCell), tr("confused")}},
             tr("% of the samples with the label, which the table knows"));
    return 0;
}

QString ConfusionChart::wordsOf(std::size_t label, std::size_t prediction) const {
    const auto all = static_cast<double>(known_->ofLabel(label)),
               count = static_cast<double>(known_->at(label, prediction));
    const QString share = all > 0 ? numberText(100 * count / all, 1) : numberText(std::nan(""));
    return (label == prediction
                ? tr("%1 answered correctly: %3 of %4 samples, %5 %").arg(nameOf(label))
                : tr("%1 taken for %2: %3 of %4 samples, %5 %")
                      .arg(nameOf(label), nameOf(prediction)))
        .arg(numberText(count), numberText(all), share);
}

QString ConfusionChart::tipAt(int cell) const {
    const auto place = static_cast<std::size_t>(cell);
    return wordsOf(place / known_->places(), place % known_->places());
}

ChartTable ConfusionChart::visibleTable() const {
    ChartTable table{{QStringLiteral("exit"), QStringLiteral("label"), QStringLiteral("prediction"),
                      QStringLiteral("samples")},
                     {}};
    if (!known_) return table;
    for (std::size_t label = 0; label < known_->places(); ++label)
        for (std::size_t prediction = 0; prediction < known_->places(); ++prediction)
            table.rows += QStringList{QString::number(exit()), nameOf(label), nameOf(prediction),
                                      QString::number(known_->at(label, prediction))};
    return table;
}

// The class that fares worst.
QString ConfusionChart::describe() const {
    if (!known_ || known_->samples == 0) return tr("Known once an exit table with labels plays.");
    std::size_t worst = 0, with = 0;
    std::int64_t most = -1;
    for (std::size_t label = 0; label < known_->places(); ++label)
        for (std::size_t prediction = 0; prediction < known_->places(); ++prediction)
            if (label != prediction && known_->at(label, prediction) > most) {
                most = known_->at(label, prediction);
                worst = label;
                with = prediction;
            }
    return tr("Exit %1, most often confused: %2").arg(exit()).arg(wordsOf(worst, with));
}

}  // namespace splitee
