// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/advise/advice_chart.h"

#include <algorithm>
#include <cmath>

#include "gui/advise/advice_words.h"
#include "gui/charts/exact_text.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/policy_color.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kPointMark = 3, kBestMark = 7, kRingMark = 17;  // pixels
constexpr double kPalestSplit = 0.35, kAdviceReach = 6, kAdviceAir = 0.09, kAirAbove = 2;
constexpr std::size_t kMostValues = 6;
constexpr int kNameAir = 3;  // pixels

void grow(QCPRange& range, bool& any, double value) {
    if (!any) range = QCPRange(value, value);
    range.expand(value);
    any = true;
}

// `above`: how much more of it beyond the upper end, for names.
void showWithAir(QCPAxis* axis, const QCPRange& range, double above) {
    const double air = std::max(kAdviceAir * range.size(), 1e-3);
    axis->setRange(range.lower - air, range.upper + above * air);
}

}  // namespace

AdviceChart::AdviceChart(const Theme& theme, QWidget* parent)
    : ChartPanel(theme, tr("Accuracy and cost"), false, parent),
      rect_(addAxes(tr("cost (λ per sample)"), tr("accuracy (%)"))),
      goal_(new QCPItemStraightLine(&plot())),
      goalName_(new QCPItemText(&plot())) {
    goal_->setVisible(false);
    goalName_->setVisible(false);
    goalName_->setClipToAxisRect(false);
    goalName_->setPadding(QMargins(4, 1, 4, 1));
    for (QCPItemPosition* end : {goal_->point1, goal_->point2, goalName_->position}) {
        end->setAxisRect(rect_);
        end->setAxes(rect_->axis(QCPAxis::atBottom), rect_->axis(QCPAxis::atLeft));
    }
    goal_->setClipAxisRect(rect_);
    connect(&plot(), &QCustomPlot::afterLayout, this, &AdviceChart::placeNames);
}

bool AdviceChart::labelled() const {
    return answer_ && answer_->advice.advisedOne().accuracy.has_value();
}

double AdviceChart::heightOf(const AdviceCandidate& one) const {
    return labelled() ? 100 * one.accuracy->mean : one.reward.mean;
}

QPointF AdviceChart::advised() const {
    const AdviceCandidate& one = answer_->advice.advisedOne();
    return {one.cost.mean, heightOf(one)};
}

QString AdviceChart::nameOf(const AdviceCandidate& one) const {
    return one.layer > 0 ? tr("layer %1").arg(one.layer) : policyName(one.policy);
}

void AdviceChart::show(std::shared_ptr<const AdviceAnswer> answer) {
    answer_ = std::move(answer);
    makeLines();
    recolour();
    refresh();
}

void AdviceChart::makeLines() {
    for (const Line& line : lines_) {
        for (QCPErrorBars* bars : {line.across, line.up})
            if (bars != nullptr) plot().removePlottable(bars);
        plot().removeItem(line.name);
    }
    lines_.clear();
    plot().clearGraphs();
    ring_ = nullptr;
    setToolTip(answer_ ? tr("A line joins the thresholds of a split or policy.") : QString());
    if (!answer_) return;
    setValueTitle(*rect_, labelled() ? tr("accuracy (%)") : tr("mean reward (per sample)"));
    for (const AdviceCandidate& one : answer_->advice.candidates) {
        auto line = std::ranges::find_if(lines_, [&](const Line& of) {
            return of.best->policy == one.policy && of.best->layer == one.layer;
        });
        if (line == lines_.end()) line = lines_.insert(lines_.end(), Line{{}, &one});
        line->points.push_back(&one);
        if (adviceBetter(one, *line->best, answer_->request.goal)) line->best = &one;
    }
    std::vector<std::string> policies;
    for (const Line& line : lines_)
        if (line.best->layer == 0) policies.push_back(line.best->policy);
    const std::vector<int> styles = policyColors(policies);
    std::size_t policy = 0;
    QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    for (Line& line : lines_) {
        if (line.best->layer == 0) line.style = styles[policy++];
        std::ranges::sort(line.points, {}, &AdviceCandidate::alpha);
        line.line = plot().addGraph(x, y);
        line.mark = plot().addGraph(x, y);
        QVector<double> costs, heights;
        for (const AdviceCandidate* one : line.points) {
            costs += one->cost.mean;
            heights += heightOf(*one);
        }
        // By threshold, not by cost: the line may turn back.
        line.line->setLineStyle(line.points.size() > 1 ? QCPGraph::lsLine : QCPGraph::lsNone);
        line.line->setData(costs, heights, false);
        line.mark->setLineStyle(QCPGraph::lsNone);
        line.mark->addData(line.best->cost.mean, heightOf(*line.best));
        const Estimate& height = labelled() ? *line.best->accuracy : line.best->reward;
        const std::pair<QCPErrorBars*&, double> bars[] = {
            {line.across, line.best->cost.halfWidth.value_or(0)},
            {line.up, (labelled() ? 100 : 1) * height.halfWidth.value_or(0)}};
        for (const auto& [made, half] : bars) {
            made = new QCPErrorBars(x, y);  // the plot owns it
            made->setErrorType(&made == &line.across ? QCPErrorBars::etKeyError
                                                     : QCPErrorBars::etValueError);
            made->setDataPlottable(line.mark);
            made->setWhiskerWidth(0);
            made->addData(half);
        }
        line.name = new QCPItemText(&plot());
        line.name->setClipToAxisRect(false);
        line.name->position->setAxes(x, y);
        line.name->position->setCoords(line.best->cost.mean, heightOf(*line.best));
        const bool fixed = line.best->layer > 0;
        line.name->setText(fixed ? QString::number(line.best->layer) : nameOf(*line.best));
        line.name->setPositionAlignment(fixed ? Qt::AlignRight | Qt::AlignBottom
                                              : Qt::AlignLeft | Qt::AlignTop);
        line.name->setPadding(QMargins(kNameAir, kNameAir, kNameAir, kNameAir));
    }
    ring_ = plot().addGraph(x, y);
    ring_->setLineStyle(QCPGraph::lsNone);
    ring_->addData(advised().x(), advised().y());
}

QColor AdviceChart::colorOf(const Line& line) const {
    if (line.style >= 0) return theme().policy(line.style);
    const double share = static_cast<double>(line.best->layer) / answer_->request.exits;
    return mixed(theme().color(Token::Surface), theme().color(Token::Device),
                 kPalestSplit + (1 - kPalestSplit) * share);
}

void AdviceChart::recolour() {
    const QColor muted = theme().color(Token::MutedText), text = theme().color(Token::Text);
    goal_->setPen(QPen(theme().color(Token::Warn), 1.4, Qt::DashLine));
    goalName_->setFont(theme().captionFont());
    goalName_->setColor(mixed(theme().color(Token::Warn), text, 0.4));
    if (ring_ == nullptr) return;
    ring_->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle,
                                           QPen(theme().color(Token::Accent), 2.5), Qt::NoBrush,
                                           kRingMark));
    for (const Line& line : lines_) {
        const QColor color = colorOf(line);
        line.line->setPen(QPen(color, 1.2, line.style >= 0 ? Qt::DashLine : Qt::SolidLine));
        line.line->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, kPointMark));
        line.mark->setScatterStyle(
            QCPScatterStyle(line.style >= 0 ? QCPScatterStyle::ssSquare : QCPScatterStyle::ssDisc,
                            QPen(theme().color(Token::Surface), 1), color, kBestMark));
        for (QCPErrorBars* bars : {line.across, line.up}) bars->setPen(QPen(color, 1.2));
        line.name->setFont(theme().captionFont());
        line.name->setColor(line.style >= 0 ? theme().policyText(line.style) : muted);
    }
}

// A floor lies across, a ceiling stands upright; the mean reward is no line here.
void AdviceChart::drawGoal() {
    const AdviceGoal goal = answer_ ? answer_->request.goal : AdviceGoal();
    const bool shown = goal.accuracyFloor || goal.costCeiling;
    goal_->setVisible(shown);
    goalName_->setVisible(shown);
    if (!shown) return;
    const QCPRange across = rect_->axis(QCPAxis::atBottom)->range(),
                   up = rect_->axis(QCPAxis::atLeft)->range();
    if (goal.accuracyFloor) {
        const double floor = 100 * *goal.accuracyFloor;
        goal_->point1->setCoords(across.lower, floor);
        goal_->point2->setCoords(across.upper, floor);
        goalName_->setText(tr("at least %1 %").arg(shortText(floor)));
        goalName_->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
        goalName_->position->setCoords(across.lower, floor);
        return;
    }
    goal_->point1->setCoords(*goal.costCeiling, up.lower);
    goal_->point2->setCoords(*goal.costCeiling, up.upper);
    goalName_->setText(tr("at most %1 λ").arg(shortText(*goal.costCeiling)));
    goalName_->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    goalName_->position->setCoords(*goal.costCeiling, up.lower);
}

// A name that would stand on another is left out: the advised one and the best of the others come
// first. The crosshair names all.
void AdviceChart::placeNames() {
    if (!answer_) return;
    const Advice& advice = answer_->advice;
    const auto rank = [&](const Line& line) {
        return line.best == &advice.advisedOne()                                ? 0
               : advice.other && line.best == &advice.candidates[*advice.other] ? 1
               : line.best == &advice.candidates[advice.fixed]                  ? 2
                                                                                : 3;
    };
    std::vector<const Line*> order;
    for (const Line& line : lines_) order.push_back(&line);
    std::ranges::stable_sort(order, {}, [&](const Line* line) { return rank(*line); });
    const QFontMetricsF metrics(theme().captionFont());
    const QRectF axes = rect_->rect();
    std::vector<QRectF> taken;
    if (goalName_->visible())
        taken.emplace_back(
            QPointF(goalName_->left->pixelPosition().x(), goalName_->top->pixelPosition().y()),
            goalName_->bottomRight->pixelPosition());
    for (const Line* line : order) {
        const QPointF at(rect_->axis(QCPAxis::atBottom)->coordToPixel(line->best->cost.mean),
                         rect_->axis(QCPAxis::atLeft)->coordToPixel(heightOf(*line->best)));
        const QSizeF size(metrics.horizontalAdvance(line->name->text()) + 2 * kNameAir,
                          metrics.height() + 2 * kNameAir);
        const bool fixed = line->style < 0;
        const bool right = at.x() > axes.center().x();
        // Above, and to the left.
        const std::pair<bool, bool> ways[] = {
            {fixed, fixed || right}, {!fixed, !fixed}, {true, true}, {false, true}, {false, false}};
        bool free = false;
        QRectF place;
        for (const auto& [above, left] : ways) {
            if (free) break;
            line->name->setPositionAlignment((left ? Qt::AlignRight : Qt::AlignLeft) |
                                             (above ? Qt::AlignBottom : Qt::AlignTop));
            place = QRectF(QPointF(left ? at.x() - size.width() : at.x(),
                                   above ? at.y() - size.height() : at.y()),
                           size);
            free = axes.contains(place) && std::ranges::none_of(taken, [&](const QRectF& other) {
                       return other.intersects(place);
                   });
        }
        line->name->setVisible(free);
        if (free) taken.push_back(place);
    }
}

std::int64_t AdviceChart::fill() {
    QCPRange cost(0, 1), height(0, 100);
    bool any = false, anyHeight = false;
    for (const Line& line : lines_)
        for (const AdviceCandidate* one : line.points) {
            grow(cost, any, one->cost.mean);
            grow(height, anyHeight, heightOf(*one));
        }
    if (answer_ && answer_->request.goal.accuracyFloor)
        grow(height, anyHeight, 100 * *answer_->request.goal.accuracyFloor);
    if (answer_ && answer_->request.goal.costCeiling)
        grow(cost, any, *answer_->request.goal.costCeiling);
    showWithAir(rect_->axis(QCPAxis::atBottom), cost, 1);
    showWithAir(rect_->axis(QCPAxis::atLeft), height, kAirAbove);
    drawGoal();
    return 0;
}

QString AdviceChart::crosshairTitle(double position) const {
    return tr("cost about %1 λ").arg(numberText(position, 2));
}

std::vector<Crosshair::Value> AdviceChart::valuesAt(double position) const {
    std::vector<Crosshair::Value> values;
    const QCPAxis* x = rect_->axis(QCPAxis::atBottom);
    for (const Line& line : lines_)
        for (const AdviceCandidate* one : line.points) {
            if (values.size() == kMostValues || std::abs(x->coordToPixel(one->cost.mean) -
                                                         x->coordToPixel(position)) > kAdviceReach)
                continue;
            values.push_back(
                {colorOf(line), tr("%1, α %2").arg(nameOf(*one), shortText(one->alpha)),
                 labelled()
                     ? tr("%1 λ · %2 %")
                           .arg(numberText(one->cost.mean, 2), numberText(heightOf(*one), 2))
                     : tr("%1 λ · reward %2")
                           .arg(numberText(one->cost.mean, 2), numberText(heightOf(*one), 3))});
        }
    return values;
}

ChartTable AdviceChart::visibleTable() const {
    ChartTable table{
        {QStringLiteral("policy"), QStringLiteral("layer"), QStringLiteral("alpha"),
         QStringLiteral("cost"), QStringLiteral("cost_half_width"), QStringLiteral("accuracy %"),
         QStringLiteral("accuracy_half_width %"), QStringLiteral("reward"),
         QStringLiteral("offloaded %"), QStringLiteral("meets_goal"), QStringLiteral("advised")},
        {}};
    const auto half = [](const Estimate& e, double factor) {
        return e.halfWidth ? exactText(factor * *e.halfWidth) : QString();
    };
    for (const Line& line : lines_)
        for (const AdviceCandidate* one : line.points)
            table.rows +=
                QStringList{QString::fromStdString(one->policy),
                            one->layer > 0 ? QString::number(one->layer) : QString(),
                            exactText(one->alpha),
                            exactText(one->cost.mean),
                            half(one->cost, 1),
                            one->accuracy ? exactText(100 * one->accuracy->mean) : QString(),
                            one->accuracy ? half(*one->accuracy, 100) : QString(),
                            exactText(one->reward.mean),
                            exactText(100 * one->offloadRate),
                            one->meets ? tr("yes") : tr("no"),
                            one == &answer_->advice.advisedOne() ? tr("yes") : tr("no")};
    return table;
}

QString AdviceChart::describe() const {
    if (!answer_) return tr("Nothing to show yet.");
    return tr("%1 candidates; advised: %2 at %3 λ")
        .arg(answer_->advice.candidates.size())
        .arg(nameOf(answer_->advice.advisedOne()), numberText(advised().x(), 3));
}

}  // namespace splitee
