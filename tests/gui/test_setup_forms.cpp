// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <set>

#include "comparison/run_keys.h"
#include "engine/analysis/calibration.h"
#include "engine/policies/policy_info.h"
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
#include "gui/setup/policy_chooser.h"
#include "gui/setup/policy_list.h"
#include "gui/setup/setup_panel.h"
#include "gui/widgets/dock_area.h"
#include "gui/widgets/number_field.h"
#include "gui_tests.h"
#include "replay_window.h"
#include "sign_folder.h"
#include "sources/live_source.h"
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

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

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
        QTRY_VERIFY_WITH_TIMEOUT(!chart->fit().temperatures().empty(), 20'000);
        const auto table = openTable("builtin:cifar10-clean");
        const auto fitted = fitTemperatures(*table);
        std::vector<double> values;
        for (const FittedTemperature& one : *fitted) values.push_back(one.temperature);
        QCOMPARE(chart->fit().temperatures(), temperaturesText(values));
        const auto after = calibrationOf(*withTemperatures(*table, values), 15);
        for (std::size_t exit = 0; exit < 7; ++exit) {
            QCOMPARE(chart->fit().diagrams().before[exit].ece, recorded[exit].ece);
            QCOMPARE(chart->exits()[exit].ece, (*after)[exit].ece);
        }
        QVERIFY(chart->visibleTable().columns.contains(QStringLiteral("auroc")));
        auto* use = chart->findChild<QPushButton*>(QStringLiteral("useTemperatures"));
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(set().temperature, temperaturesText(values));
        window_->setup().undoStack().undo();
        QCOMPARE(set().temperature, std::string("1"));
    }

    // What the program fits on a table of the validation part, and never on what plays.
    void temperaturesAreFittedOnTheValidationPartOfALiveSource() {
        const QString images = folder_->filePath(QStringLiteral("signs"));
        writeSigns(images, 400);
        CalibrationChart& chart = openLive("folder:" + images.toStdString());
        auto* fit = chart.findChild<QPushButton*>(QStringLiteral("fitOnValidation"));
        QTRY_VERIFY(fit->isVisible() && fit->isEnabled());
        QVERIFY(!chart.findChild<QPushButton*>(QStringLiteral("fitTemperatures"))->isVisible());
        QTest::mouseClick(fit, Qt::LeftButton);
        QVERIFY(chart.fit().readsValidation());
        auto* cancel = chart.findChild<QPushButton*>(QStringLiteral("cancelFit"));
        QVERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!chart.fit().readsValidation() && !cancel->isVisible());
        QVERIFY2(chart.fit().words().startsWith("Cancelled"), qPrintable(chart.fit().words()));
        QTest::mouseClick(fit, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!chart.fit().temperatures().empty(), 60'000);
        const auto source = openLiveSource(
            {"builtin:signs", "folder:" + images.toStdString(), "fog:2", "validation", 1}, 1);
        QVERIFY(source.has_value());
        const auto table =
            source->model->buildExitTable(*source->dataset, 0, 1, {}, std::stop_token());
        QVERIFY(table.has_value());
        QVERIFY(table->samples() > 20 && table->samples() < 120);  // 15 % of 400
        const auto fitted = fitTemperatures(*table);
        std::vector<double> values;
        for (const FittedTemperature& one : *fitted) values.push_back(one.temperature);
        QCOMPARE(chart.fit().temperatures(), temperaturesText(values));
        const auto before = calibrationOf(*table, 15);
        const auto after = calibrationOf(*withTemperatures(*table, values), 15);
        QCOMPARE(chart.fit().diagrams().before.size(), std::size_t{7});
        for (std::size_t exit = 0; exit < 7; ++exit) {
            QCOMPARE(chart.fit().diagrams().before[exit].ece, (*before)[exit].ece);
            QCOMPARE(chart.exits()[exit].ece, (*after)[exit].ece);
            QCOMPARE(chart.exits()[exit].auroc, (*after)[exit].auroc);
        }
        QVERIFY2(chart.fit().words().contains(
                     QStringLiteral("%1 samples of the validation part").arg(table->samples())),
                 qPrintable(chart.fit().words()));
        auto* copy = chart.findChild<QPushButton*>(QStringLiteral("useTemperatures"));
        QCOMPARE(copy->text(), QStringLiteral("Copy"));
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), temperaturesText(values));
        QCOMPARE(set().temperature, std::string("1"));
        open("");  // a table has its own buttons again, and no fit of before
        QTRY_VERIFY(!fit->isVisible());
        QVERIFY(chart.fit().temperatures().empty() && chart.fit().words().isEmpty());
    }

    void withoutAValidationPartOneSentenceSaysSo() {
        const QString images = folder_->filePath(QStringLiteral("signs"));
        writeSigns(images + QStringLiteral("/train"), 60);
        writeSigns(images + QStringLiteral("/val"), 60);  // so they are the test part, too
        CalibrationChart& chart = openLive("folder:" + images.toStdString());
        auto* fit = chart.findChild<QPushButton*>(QStringLiteral("fitOnValidation"));
        QTRY_VERIFY(fit->isVisible() && fit->isEnabled());
        QTest::mouseClick(fit, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!chart.fit().readsValidation(), 60'000);
        QVERIFY(chart.fit().temperatures().empty());
        QVERIFY2(
            chart.fit().words().startsWith("Temperatures are never fitted on test samples, and "),
            qPrintable(chart.fit().words()));
    }

    // The test part of a single file of texts is all of it.
    void aSingleFileOfTextsHasNoValidationPartOfItsOwn() {
        ExperimentFile file;
        file.model = "builtin:sst2";
        file.dataset = "text:builtin:product-reviews";
        RunProvenance opened;
        opened.modelHash = readModel(file.model).value()->hash;
        const auto read = ValidationPart(file, opened, std::nullopt).read({}, {});
        QVERIFY(!read.has_value());
        QVERIFY2(read.error().message.starts_with("temperatures are never fitted on test samples"),
                 read.error().message.c_str());
        opened.modelHash = "another";
        file.dataset = "signs";
        file.model = "builtin:signs";
        const auto changed = ValidationPart(file, opened, std::nullopt).read({}, {});
        QVERIFY(!changed.has_value());
        QVERIFY2(changed.error().message.find("has changed since") != std::string::npos,
                 changed.error().message.c_str());
        QVERIFY(!ValidationPart(file, opened, std::nullopt)
                     .sameAs(ValidationPart(file, RunProvenance(), std::nullopt)));
    }

private:
    CalibrationChart& openLive(const std::string& dataset) {
        ExperimentFile file;
        file.model = "builtin:signs";
        file.dataset = dataset;
        file.distortion = "fog:2";
        file.experiment.policies = "splitee,final";
        file.experiment.rounds = 20;
        file.experiment.seeds = 1;
        window_->setup().load(file);
        [&] {
            QTRY_COMPARE_WITH_TIMEOUT(runs().state(), State::Ready, 60'000);
            QVERIFY(isLive(runs().played()));
        }();
        window_->view().docks().reveal(QStringLiteral("calibration"));
        return *window_->findChild<CalibrationChart*>();
    }
};

std::unique_ptr<QObject> splitee::test::setupFormTests() {
    return std::make_unique<TestSetupForms>();
}

#include "test_setup_forms.moc"
