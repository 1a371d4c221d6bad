// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/setting_chart.h"

#include <QActionGroup>

#include <algorithm>
#include <cmath>

#include "gui/charts/seed_curves.h"
#include "gui/compare/setting_names.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kSettingDot = 7;
constexpr double kAside = 0.04;  // room left and right of the first and last value
constexpr int kHintMargin = 24;
constexpr int kSettingTickDistance = 60;

// Lines of a text that are no wider than this, in pixels; a word alone may be.
QString brokenAt(const QString& text, const QFontMetrics& metrics, int width) {
    QStringList lines;
    for (const QString& word : text.simplified().split(QLatin1Char(' '))) {
        const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
        if (lines.isEmpty() || metrics.horizontalAdvance(longer) > width)
            lines += word;
        else
            lines.back() = longer;
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

SettingChart::SettingChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Against a setting"), false, parent),
      plots_{Plot{addAxes(QString(), tr("accuracy (%)")), nullptr, EndFigure::Accuracy, {}, {}},
             Plot{addAxes(QString(), tr("cost (λ)")), nullptr, EndFigure::CostMean, {}, {}}},
      hint_(new QCPItemText(&plot())),
      choices_(menu().addMenu(tr("Setting"))) {
    for (Plot& plot : plots_) plot.labels = addEndLabels(*plot.rect);
    hint_->setClipToAxisRect(false);
    hint_->position->setType(QCPItemPosition::ptViewportRatio);
    hint_->position->setCoords(0.5, 0.4);
}

void SettingChart::show(ComparedRunsPtr compared) {
    compared_ = std::move(compared);
    settings_ = compared_ ? numericSettings(*compared_) : std::vector<std::string>();
    const bool stays = std::ranges::find(settings_, setting_) != settings_.end();
    if (!stays) setting_ = settings_.empty() ? std::string() : settings_.front();
    offer();
    updateSeries();
}

void SettingChart::choose(const std::string& setting) {
    setting_ = setting;
    offer();
    updateSeries();
}

void SettingChart::offer() {
    choices_->clear();
    delete group_;
    group_ = new QActionGroup(choices_);
    for (const std::string& setting : settings_) {
        QAction* action = choices_->addAction(settingName(setting));
        action->setCheckable(true);
        action->setChecked(setting == setting_);
        group_->addAction(action);
        connect(action, &QAction::triggered, this, [this, setting] { choose(setting); });
    }
    choices_->setEnabled(settings_.size() > 1);
}

std::optional<Estimate> SettingChart::at(const SettingSeries& series, std::size_t k,
                                         EndFigure figure) const {
    return endEstimate(compared_->groups[series.groups[k]], figure);
}

void SettingChart::updateSeries() {
    series_ = compared_ && !setting_.empty() ? seriesOver(*compared_, setting_)
                                             : std::vector<SettingSeries>();
    looks_.clear();
    for (std::size_t s = 0; s < series_.size(); ++s) {
        // As the groups look elsewhere where colours are of policies; a series of its own place
        // else.
        const GroupLook own = looksOf(*compared_)[series_[s].groups.front()];
        const bool taken = std::ranges::any_of(looks_, [&](const GroupLook& look) {
            return look.color == own.color && look.dash == own.dash;
        });
        const int place = static_cast<int>(s);
        looks_.push_back(taken ? GroupLook{place, place, place} : own);
    }
    for (Plot& plot : plots_) {
        for (QCPErrorBars* bars : plot.bars) this->plot().removePlottable(bars);
        for (QCPGraph* line : plot.lines) this->plot().removeGraph(line);
        plot.bars.clear();
        plot.lines.clear();
        QCPAxis *x = plot.rect->axis(QCPAxis::atBottom), *y = plot.rect->axis(QCPAxis::atLeft);
        for (const SettingSeries& series : series_) {
            QCPGraph* line = this->plot().addGraph(x, y);
            auto* bars = new QCPErrorBars(x, y);
            bars->setDataPlottable(line);
            bars->setWhiskerWidth(6);
            bars->setSymbolGap(kSettingDot);
            QVector<double> keys, values, halves;
            for (std::size_t k = 0; k < series.x.size(); ++k) {
                const auto e = at(series, k, plot.figure);
                if (!e) continue;
                keys += series.x[k];
                values += e->mean;
                halves += e->halfWidth.value_or(0);
            }
            line->setData(keys, values, true);
            bars->setData(halves);
            plot.lines.push_back(line);
            plot.bars.push_back(bars);
        }
    }
    for (const Plot& plot : plots_)
        for (QCPAxis* axis : plot.rect->axes()) axis->setVisible(!series_.empty());
    hint_->setVisible(compared_ && series_.empty());
    plots_[1].rect->axis(QCPAxis::atBottom)->setLabel(settingName(setting_));
    setTitle(setting_.empty() ? tr("Against a setting")
                              : tr("Against %1").arg(settingName(setting_)));
    setNote(series_.empty() ? QString() : tr("95 % over seeds"));
    recolour();
    refresh();
}

void SettingChart::recolour() {
    hint_->setFont(theme().bodyFont());
    hint_->setColor(theme().color(Token::MutedText));
    for (Plot& plot : plots_)
        for (std::size_t s = 0; s < plot.lines.size(); ++s) {
            plot.lines[s]->setPen(penOf(theme(), looks_[s]));
            plot.lines[s]->setScatterStyle(markerOf(theme(), looks_[s], kSettingDot));
            plot.bars[s]->setPen(QPen(theme().policy(looks_[s].color), 1.2));
        }
}

std::int64_t SettingChart::fill() {
    hint_->setText(
        brokenAt(tr("No setting with a number differs between these runs.\nPlay some under another "
                    "offloading cost, threshold or weight,\n"
                    "or start a sweep, and accuracy and cost stand here against it."),
                 QFontMetrics(theme().bodyFont()), this->plot().width() - kHintMargin));
    QCPRange shown;
    bool anyX = false;
    for (const SettingSeries& series : series_)
        for (const double x : series.x) {
            if (!anyX) shown = {x, x};
            shown.expand(x);
            anyX = true;
        }
    if (!anyX) shown = {0, 1};
    const double air = kAside * shown.size();
    for (Plot& plot : plots_) {
        plot.rect->axis(QCPAxis::atBottom)->setRange(shown.lower - air, shown.upper + air);
        plot.rect->axis(QCPAxis::atBottom)
            ->ticker()
            ->setTickCount(std::clamp(this->plot().width() / kSettingTickDistance, 2, 6));
        QCPRange range;
        bool any = false;
        plot.labels->clear();
        for (std::size_t s = 0; s < series_.size(); ++s) {
            std::optional<double> last;
            for (std::size_t k = 0; k < series_[s].x.size(); ++k) {
                const auto e = at(series_[s], k, plot.figure);
                if (!e) continue;
                const double half = e->halfWidth.value_or(0);
                if (!any) range = {e->mean - half, e->mean + half};
                range.expand({e->mean - half, e->mean + half});
                any = true;
                last = e->mean;
            }
            if (last)
                plot.labels->add(
                    {QString::fromStdString(series_[s].label),
                     mixed(theme().policy(looks_[s].color), theme().color(Token::Text), 0.2), *last,
                     false});
        }
        fitValueAxis(*plot.rect->axis(QCPAxis::atLeft), range, any, false);
    }
    if (plots_[1].labels->height() > axesHeight())
        plots_[1].labels->clear();  // the same names as above
    return 0;
}

QString SettingChart::crosshairTitle(double position) const {
    return tr("%1 %2").arg(settingName(setting_), shortText(position));
}

// Of the nearest value of each series.
std::vector<Crosshair::Value> SettingChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> values;
    for (std::size_t s = 0; s < series_.size(); ++s) {
        const auto nearest = std::ranges::min_element(
            series_[s].x, {}, [&](double x) { return std::abs(x - position); });
        const auto k = static_cast<std::size_t>(nearest - series_[s].x.begin());
        const auto accuracy = at(series_[s], k, EndFigure::Accuracy),
                   cost = at(series_[s], k, EndFigure::CostMean);
        if (!cost) continue;
        QString text = tr("at %1: %2 λ").arg(shortText(*nearest), numberText(cost->mean, 2));
        if (accuracy) text += tr(" · %1 %").arg(numberText(accuracy->mean, 1));
        values.push_back(
            {theme().policy(looks_[s].color), QString::fromStdString(series_[s].label), text});
    }
    return values;
}

ChartTable SettingChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("series"), QString::fromStdString(setting_), QStringLiteral("quantity"),
         QStringLiteral("mean"), QStringLiteral("half_width_95"), QStringLiteral("seeds")},
        {}};
    const auto exact = [](double value) { return QString::number(value, 'g', 10); };
    for (const Plot& plot : plots_)
        for (const SettingSeries& series : series_)
            for (std::size_t k = 0; k < series.x.size(); ++k)
                if (const auto e = at(series, k, plot.figure))
                    table.rows.push_back(
                        {QString::fromStdString(series.label), exact(series.x[k]),
                         plot.figure == EndFigure::Accuracy ? QStringLiteral("accuracy %")
                                                            : QStringLiteral("cost"),
                         exact(e->mean), e->halfWidth ? exact(*e->halfWidth) : QString(),
                         QString::number(compared_->groups[series.groups[k]].runs.size())});
    return table;
}

QString SettingChart::describe() const {
    return series_.empty() ? tr("No setting with a number differs.")
                           : tr("%1 lines of accuracy and cost against %2")
                                 .arg(series_.size())
                                 .arg(settingName(setting_));
}

}  // namespace splitee
