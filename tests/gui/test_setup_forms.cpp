// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QToolButton>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <set>

#include "comparison/run_keys.h"
#include "engine/analysis/calibration.h"
#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"
#include "engine/world/temperature.h"
#include "gui/app/message_bar.h"
#include "gui/charts/arms_chart.h"
#include "gui/charts/calibration_chart.h"
#include "gui/charts/latency_chart.h"
#include "gui/charts/regret_chart.h"
#include "gui/compare/setting_names.h"
#include "gui/live/run_view.h"
#include "gui/run/experiment_fields.h"
#include "gui/runs/run_words.h"
#include "gui/setup/parameter_form.h"
#include "gui/setup/policy_chooser.h"
#include "gui/setup/policy_list.h"
#include "gui/setup/policy_rows.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/setup/source_search.h"
#include "gui/widgets/dock_area.h"
#include "gui/widgets/number_field.h"
#include "gui_tests.h"
#include "replay_window.h"
#include "storage/tables/bundled.h"

using namespace splitee;
using State = RunController::State;

namespace {

class RecordsSink final : public RoundSink {
public:
    Result<void> consume(std::span<const RoundRecord> rounds) override {
        records.insert(records.end(), rounds.begin(), rounds.end());
        return {};
    }
    std::vector<RoundRecord> records;
};

}  // namespace

/// Settings that are no text: a form behind each policy, seeds of a band, a deadline, temperatures.
class TestSetupForms : public test::ReplayWindow {
    Q_OBJECT

    [[nodiscard]] PolicyList& policies() { return window_->panel().policies().list(); }
    void choosePolicy(const char* key) {
        for (int row = 0; row < policies().count(); ++row)
            if (policies().item(row)->data(Qt::UserRole).toString() == QLatin1String(key))
                policies().setCurrentRow(row);
        QCOMPARE(policies().current(), std::string(key));
    }
    [[nodiscard]] QStringList shownPolicies() {
        QStringList keys;
        for (int row = 0; row < policies().count(); ++row)
            if (!policies().item(row)->isHidden())
                keys += policies().item(row)->data(Qt::UserRole).toString().isEmpty()
                            ? QStringLiteral("#")
                            : policies().item(row)->data(Qt::UserRole).toString();
        return keys;
    }

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void policiesStandInGroupsAndAreFound() {
        open("");
        QCOMPARE(shownPolicies().count(QStringLiteral("#")), 6);
        QCOMPARE(shownPolicies().first(), QStringLiteral("#"));
        QLineEdit& search = window_->panel().policies().search();
        search.setText(QStringLiteral("sw-ucb"));
        QCOMPARE(shownPolicies(), (QStringList{QStringLiteral("#"), QStringLiteral("sw-ucb")}));
        search.setText(QStringLiteral("cascades entropy"));
        QCOMPARE(shownPolicies(),
                 (QStringList{QStringLiteral("#"), QStringLiteral("entropy-cascade"),
                              QStringLiteral("entropy-cascade-offload")}));
        search.setText(QStringLiteral("nothing of the kind"));
        QVERIFY(shownPolicies().isEmpty());
        QCOMPARE(set().policies, std::string("splitee"));  // what is hidden keeps its tick
    }

    void aSourceIsFoundByItsWords() {
        open("");
        SourceSearch& search = window_->panel().source().search();
        auto* list = window_->panel().source().findChild<QComboBox*>();
        search.setFocus();
        QTest::keyClicks(&search, QStringLiteral("photo"));
        const qsizetype photographs = search.offered().size();
        QVERIFY2(photographs > 50, qPrintable(QString::number(photographs)));
        QTest::keyClicks(&search, QStringLiteral(" FOG"));
        QVERIFY(search.offered().size() > 1 && search.offered().size() < photographs);
        for (const QString& name : search.offered())
            QVERIFY2(name.contains(QStringLiteral("fog")) &&
                         name.contains(QStringLiteral("photographs")),
                     qPrintable(name));
        // By keyboard alone: Enter takes the current one, the first unless another was moved to.
        const QString second = search.offered().at(1);
        QWidget* popup = QApplication::activePopupWidget();
        QVERIFY(popup != nullptr);
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(list->currentText(), second);
        QCOMPARE(sourceLabel(window_->setup().file().table), second);
        QVERIFY(search.text().isEmpty() && QApplication::activePopupWidget() == nullptr);
        // By the name that files and the command line have; separators are nothing to be found.
        QTest::keyClicks(&search, QStringLiteral("builtin:cifar10-clean"));
        QCOMPARE(search.offered(), QStringList{sourceLabel("builtin:cifar10-clean")});
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(window_->setup().file().table, std::string("builtin:cifar10-clean"));
        QTest::keyClicks(&search, QStringLiteral("no such words"));
        QVERIFY(search.offered().isEmpty());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(window_->setup().file().table, std::string("builtin:cifar10-clean"));
        search.clear();
        QSignalSpy wanted(&window_->panel().source(), &SourcePicker::networkWanted);
        QTest::keyClicks(&search, QStringLiteral("signs live"));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("builtin:signs"));
    }

    void aPolicyHasItsOwnForm() {
        open("", "splitee,sw-ucb");
        QVERIFY(window_->panel().policies().form() == nullptr);
        choosePolicy("sw-ucb");
        ParameterForm* form = window_->panel().policies().form();
        QVERIFY(form != nullptr);
        for (const char* key : {"window", "radius_scale"}) QVERIFY(form->control(key) != nullptr);
        QVERIFY(form->control("discount") == nullptr);
        auto* field = qobject_cast<NumberField*>(form->control("window"));
        emit field->edited(500);
        QCOMPARE(std::get<NonstationaryParameters>(set().policyParameters).window,
                 std::int64_t{500});
        QVERIFY2(policies().currentItem()->text().contains(QStringLiteral("500")),
                 qPrintable(policies().currentItem()->text()));
        choosePolicy("final");
        QVERIFY(window_->panel().policies().form() == nullptr);
    }

    // With a form of its own, which changes no other row; its name tells what it plays by.
    void aPolicyHasFurtherRowsWithParametersOfTheirOwn() {
        open("", "splitee,fixed");
        auto* another = window_->panel().findChild<QToolButton*>(QStringLiteral("anotherPolicy"));
        auto* remove = window_->panel().findChild<QToolButton*>(QStringLiteral("removePolicy"));
        choosePolicy("final");
        QVERIFY(!another->isVisibleTo(&window_->panel()) &&
                !remove->isVisibleTo(&window_->panel()));
        choosePolicy("fixed");
        QVERIFY(another->isVisibleTo(&window_->panel()) && !remove->isVisibleTo(&window_->panel()));
        another->click();
        QCOMPARE(set().policies, std::string("splitee,fixed,fixed:fixed_layer=2"));
        QCOMPARE(policies().current(), std::string("fixed:fixed_layer=2"));
        QCOMPARE(policies().currentItem()->text(), QStringLiteral("Fixed split, layer 2"));
        another->click();  // a copy of the row that is shown
        QCOMPARE(policies().current(), std::string("fixed:fixed_layer=3"));
        ParameterForm* form = window_->panel().policies().form();
        auto* field = qobject_cast<NumberField*>(form->control("fixed_layer"));
        QCOMPARE(field->value(), 3.0);
        emit field->edited(6);
        QCOMPARE(set().policies,
                 std::string("splitee,fixed,fixed:fixed_layer=2,fixed:fixed_layer=6"));
        QCOMPARE(set().fixedLayer, std::int64_t{1});
        QCOMPARE(window_->panel().policies().form(), form);  // who types in it goes on
        QCOMPARE(policies().current(), std::string("fixed:fixed_layer=6"));
        emit field->edited(2);  // that is the row above
        QCOMPARE(policies().current(), std::string("fixed:fixed_layer=6"));
        QCOMPARE(field->value(), 6.0);
        QVERIFY(remove->isVisibleTo(&window_->panel()));
        window_->setup().undoStack().undo();
        QCOMPARE(policies().current(), std::string("fixed:fixed_layer=3"));
        QCOMPARE(field->value(), 3.0);
        window_->setup().undoStack().redo();
        choosePolicy("fixed:fixed_layer=2");
        remove->click();
        QCOMPARE(set().policies, std::string("splitee,fixed,fixed:fixed_layer=6"));
        QCOMPARE(policies().current(), std::string("fixed:fixed_layer=6"));
        QCOMPARE(
            qobject_cast<NumberField*>(window_->panel().policies().form()->control("fixed_layer"))
                ->value(),
            6.0);
        policies().currentItem()->setCheckState(Qt::Unchecked);
        QTRY_COMPARE(set().policies, std::string("splitee,fixed"));
        QCOMPARE(shownPolicies().filter(QStringLiteral("fixed")), QStringList{"fixed"});
    }

    void rowsOfOneKindPlayWithNamesAndColoursOfTheirOwn() {
        open("", "splitee,fixed:fixed_layer=3,fixed:fixed_layer=5,splitee:beta=0.1");
        play();
        QStringList names;
        std::set<int> styles;
        for (const RunHistory& run : runs().histories()) {
            names += run.label();
            styles.insert(run.style());
        }
        QCOMPARE(names, (QStringList{"SplitEE", "Fixed split, layer 3", "Fixed split, layer 5",
                                     QStringLiteral("SplitEE, β 0.1")}));
        QCOMPARE(styles.size(), std::size_t{4});
        QCOMPARE(runs().histories()[1].last.split, 3);
        QCOMPARE(runs().histories()[2].last.split, 5);
        QCOMPARE(policyName("fixed"), QStringLiteral("Fixed split"));
        for (const PolicyInfo& policy : kPolicies) {  // a copy of any is one that can play
            const auto row = anotherRow(set(), std::string(policy.key));
            QCOMPARE(row.has_value(), !fieldsOf(std::string(policy.key)).empty());
            if (row) QVERIFY2(readEntry(*row).has_value() && *row != policy.key, row->c_str());
        }
    }

    // A parameter stands in a policy's form if and only if the policy's rounds depend on it.
    void formsHoldWhatPoliciesRead() {
        auto table = openTable("builtin:cifar10-clean");
        QVERIFY(table.has_value());
        const auto played = [&](Experiment experiment) {
            ReplayWorld world(std::vector<const ExitTable*>{&*table});
            RecordsSink sink;
            std::array<RoundSink*, 1> sinks{&sink};
            (void)runOnce(experiment, {experiment.policies, 1}, world, sinks, {}, {});
            return sink.records;
        };
        for (const PolicyInfo& policy : kPolicies) {
            Experiment experiment;
            experiment.policies = policy.key;
            experiment.rounds = 1500;
            experiment.seeds = 1;
            experiment.fixedLayer = 2;
            const auto before = played(experiment);
            if (before.empty()) continue;  // it needs what this table does not hold
            const auto keys = fieldsOf(std::string(policy.key));
            const std::set<std::string> reads(keys.begin(), keys.end());
            Experiment other = experiment;
            other.beta = 0.05;
            QVERIFY2((played(other) != before) == reads.contains("beta"), policy.key.data());
            other = experiment;
            other.fixedLayer = 4;
            QVERIFY2((played(other) != before) == reads.contains("fixed_layer"), policy.key.data());
            other = experiment;
            other.side = "observed";
            QVERIFY2((played(other) != before) == reads.contains("side"), policy.key.data());
        }
    }

    void noTooltipOfTheSetUpNamesAFlag() {
        open("");
        for (int row = 0; row < policies().count(); ++row)
            QVERIFY2(!policies().item(row)->toolTip().contains(QStringLiteral("--")),
                     qPrintable(policies().item(row)->toolTip()));
        for (const PolicyInfo& policy : kPolicies)
            for (const std::string& key : fieldsOf(std::string(policy.key))) {
                const QString help = experimentField(key).help;
                QVERIFY2(!help.contains(QStringLiteral("--")), qPrintable(help));
                for (const PolicyInfo& other : kPolicies)
                    if (other.key.find('-') != std::string_view::npos)
                        QVERIFY2(!help.contains(QString::fromUtf8(other.key.data())),
                                 qPrintable(help));
            }
    }

    // In the form, the table of runs, the sweep sheet, and the page of comparison.
    void aSettingHasOneName() {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(SPLITEE_GERMAN)));
        for (const bool translated : {false, true}) {
            if (translated) QCoreApplication::installTranslator(&german);
            const SetupPanel panel(window_->setup(), *theme_);
            for (const char* key : {"mu", "lambda1", "lambda2", "offload", "offload_factor",
                                    "alpha", "seed", "order", "rounds", "temperature"}) {
                const QWidget* control = panel.findChild<QWidget*>(QString::fromLatin1(key));
                QVERIFY2(control != nullptr, key);
                const QList<QLabel*> labels = panel.findChildren<QLabel*>();
                const auto label = std::ranges::find(labels, control, &QLabel::buddy);
                QVERIFY2(label != labels.end(), key);
                QCOMPARE(keyLabel(*findRunKey(key)), (*label)->text());
                QCOMPARE(settingName(key), (*label)->text());
            }
        }
        QCoreApplication::removeTranslator(&german);
        QCOMPARE(settingName("beta"), QStringLiteral("Exploration β"));
    }

    void bandsRestOnAsManySeedsAsAreSet() {
        open("");
        play();
        auto* regret = window_->findChild<RegretChart*>();
        QTRY_VERIFY_WITH_TIMEOUT(!regret->banded().isEmpty(), 20'000);
        NumberField& seeds = window_->panel().bandSeeds();
        QCOMPARE(seeds.value(), 20.0);
        emit seeds.edited(7);
        QCOMPARE(runs().bandSeeds(), std::int64_t{7});
        const auto named = [&] {
            QStringList all;
            for (int i = 0; i < regret->plot().itemCount(); ++i)
                if (auto* text = qobject_cast<QCPItemText*>(regret->plot().item(i)))
                    all += text->text();
            return all.join(QLatin1Char('|'));
        };
        QTRY_VERIFY_WITH_TIMEOUT(named().contains(QStringLiteral("band: 7 seeds")), 20'000);
        QVERIFY(set().seeds == 1);  // no part of the experiment
        QSettings settings(folder_->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        window_->save(settings);
        runs().setBandSeeds(20);
        window_->restore(settings);
        QCOMPARE(runs().bandSeeds(), std::int64_t{7});
        QCOMPARE(seeds.value(), 7.0);
    }

    // SW-UCB maps rewards to [0, 1]; the chart shows them as rewards, as SplitEE's are.
    void mappedArmsStandOnTheAxisOfRewards() {
        open("", "splitee,sw-ucb");
        play();
        const RunHistory& mapped = runs().histories()[1];
        const int layer = mapped.last.split;
        const ArmView& arm = mapped.arms[static_cast<std::size_t>(layer - 1)];
        QVERIFY(arm.width > 1);
        double sum = 0;
        std::int64_t count = 0;
        for (const RoundRecord& round : mapped.lastRounds())
            if (round.split == layer) {
                sum += round.reward;
                ++count;
            }
        QVERIFY(count > 200);
        const ChartTable table = window_->findChild<ArmsChart*>()->visibleTable();
        double shown = 10;
        for (const QStringList& row : table.rows)
            if (row[0] == mapped.label() && row[1].toInt() == layer) shown = row[2].toDouble();
        QVERIFY2(std::abs(shown - (arm.low + arm.width * arm.mean)) < 1e-9,
                 qPrintable(QString::number(shown)));
        QVERIFY2(std::abs(shown - sum / static_cast<double>(count)) < 0.1,
                 qPrintable(QStringLiteral("%1, but %2 was earned")
                                .arg(shown)
                                .arg(sum / static_cast<double>(count))));
    }

    void bestInHindsightOffersToRestartWithAChange() {
        open("", "splitee,best");
        runs().runTo(500);
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), State::Paused, 20'000);
        window_->setup().editField("offload", 9.0);
        QTRY_VERIFY2(window_->messages().message().contains(QStringLiteral("Best in hindsight")),
                     qPrintable(window_->messages().message()));
        const auto buttons = window_->messages().findChildren<QAbstractButton*>();
        const auto restart = std::ranges::find_if(buttons, [](const QAbstractButton* button) {
            return button->isVisible() && button->text().contains(QStringLiteral("Restart"));
        });
        QVERIFY(restart != buttons.end());
        (*restart)->click();
        QTRY_COMPARE_WITH_TIMEOUT(set().schedule, std::string("offload=9@501"), 20'000);
        QCOMPARE(set().offload, 5.0);
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), State::Finished, 20'000);
        QCOMPARE(runs().played().experiment.schedule, std::string("offload=9@501"));
    }

    void aDeadlineSaysWhichShareMissedIt() {
        open("", "splitee,final");
        play();
        window_->view().docks().reveal(QStringLiteral("latency"));
        auto* latency = window_->findChild<LatencyChart*>();
        const RunHistory& run = runs().histories()[0];
        QVERIFY(std::isnan(latency->missed(run)));
        const double slow = latency->quantile(run, 1);
        const double fast = latency->quantile(run, 0.3);
        QVERIFY(fast < slow);
        auto* field = latency->findChild<NumberField*>(QStringLiteral("deadline"));
        emit field->edited((fast + slow) / 2);
        const auto& steps = latency->visibleTable();
        double within = 0;
        for (const QStringList& row : steps.rows)
            if (row[0] == run.label() && row[1].toDouble() <= (fast + slow) / 2)
                within = std::max(within, row[2].toDouble());
        QVERIFY(std::abs(100 * latency->missed(run) - (100 - within)) < 0.01);
        QVERIFY(latency->missed(run) > 0);
        emit field->edited(slow);
        QCOMPARE(latency->missed(run), 0.0);  // just in time
        emit field->edited(fast / 1000);
        QCOMPARE(latency->missed(run), 1.0);
    }

    void temperaturesAreFittedShownAndSet() {
        open("");
        window_->view().docks().reveal(QStringLiteral("calibration"));
        auto* chart = window_->findChild<CalibrationChart*>();
        QTRY_COMPARE_WITH_TIMEOUT(chart->exits().size(), std::size_t{7}, 20'000);
        const std::vector<ExitCalibration> recorded = chart->exits();
        auto* fit = chart->findChild<QPushButton*>(QStringLiteral("fitTemperatures"));
        QTRY_VERIFY(fit->isEnabled());
        QTest::mouseClick(fit, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!chart->temperatures().empty(), 20'000);
        const auto table = openTable("builtin:cifar10-clean");
        const auto fitted = fitTemperatures(*table);
        std::vector<double> values;
        for (const FittedTemperature& one : *fitted) values.push_back(one.temperature);
        QCOMPARE(chart->temperatures(), temperaturesText(values));
        const auto after = calibrationOf(*withTemperatures(*table, values), 15);
        for (std::size_t exit = 0; exit < 7; ++exit) {
            QCOMPARE(chart->before()[exit].ece, recorded[exit].ece);
            QCOMPARE(chart->exits()[exit].ece, (*after)[exit].ece);
        }
        QVERIFY(chart->visibleTable().columns.contains(QStringLiteral("auroc")));
        auto* use = chart->findChild<QPushButton*>(QStringLiteral("useTemperatures"));
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(set().temperature, temperaturesText(values));
        window_->setup().undoStack().undo();
        QCOMPARE(set().temperature, std::string("1"));
    }
};

std::unique_ptr<QObject> splitee::test::setupFormTests() {
    return std::make_unique<TestSetupForms>();
}

#include "test_setup_forms.moc"
