// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

#include <set>

#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"
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
#include "gui/widgets/number_field.h"
#include "gui_tests.h"
#include "replay_window.h"

using namespace splitee;

/// The lists of the set-up, their searches, and the rows of policies with their forms.
class TestPolicyRows : public test::ReplayWindow {
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
};

std::unique_ptr<QObject> splitee::test::policyRowTests() {
    return std::make_unique<TestPolicyRows>();
}

#include "test_policy_rows.moc"
