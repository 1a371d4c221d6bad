// SPDX-License-Identifier: GPL-3.0-or-later
// The page of runs with ten thousand of them: nothing keeps the window waiting.
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "played_runs.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::size_t keyOf(std::string_view name) { return *findRunKey(name); }

}  // namespace

class TestManyRuns : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    Theme theme_;
    std::unique_ptr<RunsPage> page_;

    [[nodiscard]] int columnOf(std::string_view name) {
        for (int column = 0; column < page_->model().columnCount(); ++column)
            if (page_->model().keyOf(column) == keyOf(name)) return column;
        return -1;
    }

private slots:
    void init() {
        page_ = std::make_unique<RunsPage>(theme_);
        page_->resize(1256, 600);
        page_->show();
        QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
    }
    void cleanup() { page_.reset(); }

    void tenThousandRunsFollowEveryKey() {
        const auto few = folder_.filePath(QStringLiteral("few.splitee")).toStdString();
        keepRuns(few, {"splitee", "splitee-s", "final"}, 3, {5, 8}, 300);
        const QString many = folder_.filePath(QStringLiteral("many.splitee"));
        {
            auto store = Session::open(many.toStdString());
            auto rows = Session::openReadOnly(few)->runs().all().value();
            QVERIFY(store
                        ->inTransaction([&]() -> Result<void> {
                            for (std::uint64_t i = 0; i < 10'000; ++i) {
                                StoredRun run = rows[i % rows.size()];
                                run.spec.seed = i / rows.size();
                                run.experiment.alpha = 0.5 + static_cast<double>(i % 7) / 100;
                                if (auto added = store->runs().add(run); !added)
                                    return tl::unexpected(added.error());
                            }
                            return {};
                        })
                        .has_value());
        }
        QElapsedTimer clock;
        qint64 longest = 0, opened = 0;
        clock.start();
        page_->showSession(many.toStdString());
        while (page_->reading() || page_->model().rowCount() != 10'000) {
            QElapsedTimer one;
            one.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            longest = std::max(longest, one.elapsed());
            QVERIFY(clock.elapsed() < 20'000);
        }
        opened = clock.elapsed();
        qint64 slowest = 0;
        for (const QChar letter :
             QStringLiteral("policy = splitee-s and accuracy >= 50 % or tag ~ b")) {
            clock.restart();
            page_->filterField().insert(letter);
            QCoreApplication::processEvents();
            slowest = std::max(slowest, clock.elapsed());
        }
        page_->filterField().clear();
        clock.restart();
        TableLook look = standardLook();
        look.groupBy = {keyOf("policy"), keyOf("offload"), keyOf("alpha")};
        page_->setLook(look);
        QCoreApplication::processEvents();
        const qint64 grouped = clock.elapsed();
        QCOMPARE(page_->model().rowCount(), 42);
        clock.restart();
        page_->table().sortBy(columnOf("cost_mean"), false);
        const qint64 sorted = clock.elapsed();
        qInfo(
            "10,000 runs: opened in %lld ms (longest step of the window %lld), slowest key of a "
            "filter %lld ms, grouped in %lld ms, sorted in %lld ms",
            opened, longest, slowest, grouped, sorted);
        QVERIFY(opened < 10'000 && slowest < 500 &&
                grouped < 2000);  // with room for a busy machine
    }
};

std::unique_ptr<QObject> splitee::test::manyRunsTests() { return std::make_unique<TestManyRuns>(); }

#include "test_many_runs.moc"
