// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/advise/advise_sheet.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <cmath>

#include "engine/run/policy_entry.h"
#include "engine/whole_file.h"
#include "gui/advise/advice_chart.h"
#include "gui/advise/advice_words.h"
#include "gui/live/exit_words.h"
#include "gui/run/experiment_fields.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"
#include "gui/widgets/time_left.h"
#include "storage/files/profile_costs.h"

namespace splitee {
namespace {

constexpr double kSameCost = 1e-3;  // what the page Exits and times rounds away

// Whether the costs of an experiment are what a profile of times says: as that page writes them,
// or as a file of them is taken.
bool areTimesOf(const PhysicalProfile& profile, const std::vector<double>& depth,
                const Experiment& experiment) {
    const auto same = [&](const Experiment& other) {
        return other.offloadPerLayer == experiment.offloadPerLayer &&
               other.computePerLayer == experiment.computePerLayer &&
               other.lambda1 == experiment.lambda1 &&
               std::abs(other.lambda2 - experiment.lambda2) < kSameCost;
    };
    if (profile.unit != CostUnit::Time || experiment.offloadFactor != 1 ||
        !experiment.offloadsPerLayer() || profile.cutBytes.size() != depth.size() + 1)
        return false;
    Experiment written = experiment;
    written.takeCosts(costWeightsOf(profile, depth, experiment.mu));
    if (same(written)) return true;
    Experiment taken = experiment;
    taken.offloadPerLayer.clear();
    taken.computePerLayer.clear();
    return takeProfile(profile, taken).has_value() && same(taken);
}

}  // namespace

AdviseSheet::Goal AdviseSheet::goal() const {
    return static_cast<Goal>(goal_->currentData().toInt());
}

void AdviseSheet::open() {
    setupChanged();
    present();
    values_->currentWidget()->setFocus();
}

void AdviseSheet::setTimes(const PhysicalProfile& profile) {
    profile_ = profile;
    if (isVisible()) refresh();
}

void AdviseSheet::setGoal(Goal goal, double value) {
    goal_->setCurrentIndex(goal_->findData(static_cast<int>(goal)));
    for (const auto& [of, field] :
         {std::pair{Goal::Accuracy, accuracy_}, {Goal::Cost, cost_}, {Goal::Latency, latency_}})
        if (of == goal) field->show(value);
    refresh();
}

void AdviseSheet::setSeeds(std::int64_t seeds) {
    seeds_->show(static_cast<double>(seeds));
    refresh();
}

void AdviseSheet::setThresholds(const QString& text) { thresholds_->setText(text); }

QString AdviseSheet::words() const {
    return answer_ ? adviceLines(answer_->request, answer_->advice).join(QLatin1Char('\n'))
                   : QString();
}
QString AdviseSheet::fault() const { return fault_->text(); }

std::optional<double> AdviseSheet::lambdaMilliseconds() const {
    return areTimesOf(profile_, controller_.opened().depth, setup_.experiment())
               ? std::optional(profile_.layerMilliseconds)
               : std::nullopt;
}

Result<AdviceRequest> AdviseSheet::request() const {
    AdviceRequest asked;
    const ExperimentFile& file = setup_.file();
    asked.table = isLive(file) ? sourceText(file).toStdString() : file.table;
    asked.experiment = file.experiment;
    asked.experiment.seeds = static_cast<std::int64_t>(seeds_->value());
    auto thresholds = adviceThresholds(thresholds_->text().trimmed().toStdString());
    if (!thresholds) return tl::unexpected(thresholds.error());
    asked.thresholds = std::move(*thresholds);
    if (goal() == Goal::Accuracy) asked.goal.accuracyFloor = accuracy_->value() / 100;
    if (goal() == Goal::Cost) asked.goal.costCeiling = cost_->value();
    if (goal() == Goal::Latency) {
        asked.lambdaMilliseconds = lambdaMilliseconds();
        if (!asked.lambdaMilliseconds)
            return fail(tr("A latency needs costs that are times: set them from the panel Exits "
                           "and times, or open a profile there")
                            .toStdString());
        asked.goal.costCeiling = latency_->value() / *asked.lambdaMilliseconds;
    }
    return asked;
}

// Tables, costs or policies may be others now.
void AdviseSheet::setupChanged() {
    tables_.look();
    base_->setText(baseText());
    refresh();
}

QString AdviseSheet::baseText() const {
    const ExperimentFile& file = setup_.file();
    if (!hasSource(file)) return {};
    QStringList names;
    if (const auto keys = policiesOf(file.experiment); keys && keys->size() <= 6)
        for (const std::string& key : *keys) names << policyName(key);
    const QString policies =
        names.isEmpty() ? tr("all policies") : names.join(QStringLiteral(", "));
    return tr("%1 · every fixed split, and of %2 those that a device can play · costs, order and "
              "schedule as the page Live is set up")
        .arg(sourceText(file), policies);
}

bool AdviseSheet::stale() const {
    const auto now = request();
    if (!answer_ || !now) return true;
    Experiment asked = now->experiment, was = answer_->request.experiment;
    const auto policies = policiesOf(asked);
    std::string kept;
    for (const std::string& key : policies.value_or(std::vector<std::string>()))
        if (std::ranges::find(answer_->left, key) == answer_->left.end())
            kept += (kept.empty() ? "" : ",") + key;
    asked.policies = kept;
    return !(asked == was) || now->table != answer_->request.table ||
           now->goal.accuracyFloor != answer_->request.goal.accuracyFloor ||
           now->goal.costCeiling != answer_->request.goal.costCeiling ||
           now->thresholds.values != answer_->request.thresholds.values;
}

QString AdviseSheet::progressText() const {
    const Progress& at = work_.stand();
    QStringList words{tr("Replaying")};
    if (at.total > 0) {
        const auto done = static_cast<double>(at.done), total = static_cast<double>(at.total);
        words << tr("%1 %").arg(numberText(100 * done / total));
        if (work_.cancelling())
            words << tr("cancelling");
        else if (work_.perSecond() > 0)
            words << timeLeftText((total - done) / work_.perSecond());
    }
    return words.join(QStringLiteral(" · "));
}

void AdviseSheet::refresh() {
    const bool working = work_.busy();
    const auto wanted = request();
    QString problem =
        tables_.whyNot().isEmpty() ? QString() : whyNoTables(tables_, controller_.observer());
    if (problem.isEmpty() && !wanted) problem = QString::fromStdString(wanted.error().message);
    if (problem.isEmpty()) problem = refusal_;
    if (working) problem.clear();
    if (!problem.isEmpty()) problem[0] = problem[0].toUpper();
    const bool possible = tables_.whyNot().isEmpty() && wanted.has_value();
    fault_->setText(problem);
    fault_->setToolTip(problem);
    fault_->setVisible(!problem.isEmpty());
    stand_->setVisible(working);
    bar_->setVisible(working);
    if (working) {
        stand_->setText(progressText());
        const Progress& at = work_.stand();
        bar_->setRange(0, at.total > 0 ? 1000 : 0);
        bar_->setValue(at.total > 0 ? static_cast<int>(1000 * at.done / at.total) : 0);
    }
    go_->setEnabled(!working && possible);
    go_->setToolTip(working    ? tr("The advice is being computed")
                    : possible ? tr("Play the table at every threshold and say what to take home "
                                    "(Ctrl+Enter)")
                               : problem);
    close_->setText(working ? tr("Cancel") : tr("Close"));
    close_->setEnabled(!work_.cancelling() || !working);
    close_->setToolTip(working ? tr("End the computation; what is shown stays")
                               : tr("Close; the answer stays (Esc)"));
    for (QWidget* field : std::initializer_list<QWidget*>{goal_, values_, seeds_, thresholds_})
        field->setEnabled(!working);
    const bool known = answer_ != nullptr;
    results_->setVisible(known);
    for (QPushButton* button : {policy_, markdown_, copy_, use_}) {
        button->setVisible(known);
        button->setEnabled(known && !working);
    }
    if (known) updateAnswer();
    place();
}

void AdviseSheet::updateAnswer() {
    QStringList notes{
        QString::fromStdString(playedWords(answer_->request, answer_->advice, windowLanguage()))};
    if (!answer_->left.empty()) {
        QStringList names;
        for (const std::string& key : answer_->left) names << policyName(key);
        notes << tr("not compared, for no device can play them: %1")
                     .arg(names.join(QStringLiteral(", ")));
    }
    if (!work_.busy() && stale()) notes.prepend(tr("Computed for another set-up or goal than now"));
    note_->setText(notes.join(QStringLiteral(" · ")));
    note_->setToolTip(QString::fromStdString(adviceMeaning(windowLanguage())));
}

void AdviseSheet::showAnswer(const std::shared_ptr<const AdviceAnswer>& answer) {
    answer_ = answer;
    QStringList lines = adviceLines(answer->request, answer->advice);
    const int first = answer->advice.advisedOne().meets ? 1 : 2;
    head_->setText(lines.first(first).join(QLatin1Char(' ')));
    text_->setText(lines.mid(first).join(QLatin1Char('\n')));
    int advised = -1;
    model_->set(adviceTable(answer->request, answer->advice, advised));
    model_->mark(advised, mixed(theme_.color(Token::Surface), theme_.color(Token::Accent), 0.15));
    table_->resizeColumnsToContents();
    chart_->show(answer);
    refresh();
    if (advised >= 0) table_->scrollTo(model_->index(advised, 0));
    go_->setFocus();
}

void AdviseSheet::accept() {
    if (!go_->isEnabled()) return;
    const auto wanted = request();
    const auto& tables = tables_.look();
    if (!wanted || !tables) return refresh();
    refusal_.clear();
    work_.start(*wanted, tables);
    refresh();
}

// Work is ended by its button alone.
void AdviseSheet::leave() {
    if (!work_.busy()) Sheet::leave();
}

void AdviseSheet::write(const QString& path, const char* what, const std::string& text) {
    const auto written =
        writeWholeFile(path.toStdString(), what, [&](std::ostream& out) { out << text; });
    if (written)
        emit saved(path);
    else
        emit failed(QString::fromStdString(written.error().message));
}

void AdviseSheet::savePolicyTo(const QString& path) {
    if (answer_)
        write(path, "policy",
              advicePolicyFile(answer_->request, answer_->advice, *answer_->tables->all().front()));
}

void AdviseSheet::saveMarkdownTo(const QString& path) {
    if (answer_) write(path, "advice", adviceMarkdown(answer_->request, answer_->advice));
}

void AdviseSheet::saveByDialog(const QString& title, const QString& name, const QString& filter,
                               void (AdviseSheet::*save)(const QString&)) {
    auto* dialog = new QFileDialog(this, title, name, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(name.section(QLatin1Char('.'), -1));
    connect(dialog, &QFileDialog::fileSelected, this, save);
    dialog->open();
}

void AdviseSheet::useInSetup() {
    if (!answer_) return;
    const AdviceCandidate& one = answer_->advice.advisedOne();
    ExperimentFile next = setup_.file();
    next.experiment.alpha = one.alpha;
    if (one.layer > 0) next.experiment.fixedLayer = one.layer;
    const std::string advised = wholeEntry(next.experiment, one.policy);
    std::string policies = one.policy;
    for (const std::string& key : entriesIn(next.experiment).value_or(std::vector<std::string>()))
        if (wholeEntry(next.experiment, key) != advised) policies += "," + key;
    next.experiment.policies = policies;
    if (!(next.experiment == setup_.experiment())) setup_.edit(next, tr("Take the advice"));
    leave();
}

}  // namespace splitee
