// SPDX-License-Identifier: GPL-3.0-or-later
// What a comparison writes: its report, and a chart for a paper.
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "gui/charts/chart_exporter.h"
#include "gui/compare/compare_view.h"
#include "gui/compare/curves_chart.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "played_runs.h"
#include "tests/comma_locale.h"

using namespace splitee;
using namespace splitee::test;

class TestCompareExport : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path session_;
    std::vector<std::int64_t> runs_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<CompareView> view_;

private slots:
    void initTestCase() {
        session_ = folder_.filePath(QStringLiteral("runs.splitee")).toStdString();
        runs_ = keepRuns(session_, {"splitee", "splitee-s"}, 4, {5}, 1000);
    }
    void init() {
        theme_ = std::make_unique<Theme>();
        view_ = std::make_unique<CompareView>(*theme_);
        view_->resize(1256, 420);
        view_->show();
        QSignalSpy shown(view_.get(), &CompareView::comparisonShown);
        view_->setRuns(session_, runs_);
        QTRY_COMPARE(shown.count(), 1);
    }
    void cleanup() {
        view_.reset();
        theme_.reset();
    }

    void theReportIsOneFile() {
        QSignalSpy written(view_.get(), &CompareView::written);
        const QString path = folder_.filePath(QStringLiteral("report.html"));
        view_->exportReport(path.toStdString());
        QTRY_COMPARE(written.count(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray html = file.readAll();
        QVERIFY(html.contains("paired over 4 seeds"));
        QVERIFY(!html.contains("<script"));
        QSignalSpy failed(view_.get(), &CompareView::failed);
        view_->exportReport(folder_.filePath(QStringLiteral("none/report.html")).toStdString());
        QTRY_COMPARE(failed.count(), 1);
    }

    void aChartForAPaperIsAsWideAsItsColumn() {
        const QString path = folder_.filePath(QStringLiteral("paper.svg"));
        const auto outcome = view_->curves().exporter().writeForPaper(path, {8.6, 8, true});
        QVERIFY2(outcome.has_value(), outcome ? "" : outcome.error().message.c_str());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        const QRegularExpressionMatch width =
            QRegularExpression(QStringLiteral("width=\"([0-9.]+)mm\""))
                .match(QString::fromUtf8(svg));
        QVERIFY2(std::abs(width.captured(1).toDouble() - 86) < 0.2,
                 svg.left(300).constData());  // whole pixels of 0.26 mm
        QVERIFY(svg.contains("regret (reward)"));
        QVERIFY(view_->curves().exporter().writeForPaper(path, {8.6, 8, false}).has_value());
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("regret (reward)"));
        QCOMPARE(view_->curves().plot().axisRect()->axis(QCPAxis::atLeft)->label(),
                 QStringLiteral("regret (reward)"));
        QVERIFY(view_->curves()
                    .exporter()
                    .writeForPaper(folder_.filePath(QStringLiteral("paper.pdf")), {})
                    .has_value());
        QVERIFY(view_->curves()
                    .exporter()
                    .writeForPaper(folder_.filePath(QStringLiteral("paper.png")), {})
                    .has_value());
        QVERIFY(!view_->curves()
                     .exporter()
                     .writeForPaper(folder_.filePath(QStringLiteral("paper.csv")), {})
                     .has_value());
    }

    void filesHaveTheSameBytesUnderDecimalCommas() {
        const auto files = [&] {
            QList<QByteArray> bytes;
            for (const char* ending : {"html", "md", "tex"}) {
                const QString path = folder_.filePath(QStringLiteral("report.") + ending);
                QFile::remove(path);
                QSignalSpy written(view_.get(), &CompareView::written);
                view_->exportReport(path.toStdString());
                if (!QTest::qWaitFor([&] { return written.count() == 1; }, 60'000)) return bytes;
                bytes += contentOf(path);
                // Everything but the moment that it was made at.
                const qsizetype made = bytes.back().indexOf(" · made ");
                if (made >= 0) bytes.back().remove(made, 8 + 24 + 1);
            }
            for (const char* ending : {"svg", "csv"}) {
                const QString path = folder_.filePath(QStringLiteral("chart.") + ending);
                if (view_->curves().exporter().write(path)) bytes += contentOf(path);
            }
            return bytes;
        };
        const QList<QByteArray> expected = files();
        QCOMPARE(expected.size(), 5);
        const CommaLocale commas;
        if (!commas.inForce()) QSKIP("no locale with decimal commas can be made: no localedef");
        const QList<QByteArray> now = files();
        QCOMPARE(now.size(), 5);
        for (int k = 0; k < 5; ++k) QVERIFY2(now[k] == expected[k], qPrintable(QString::number(k)));
    }

private:
    static QByteArray contentOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

std::unique_ptr<QObject> splitee::test::compareExportTests() {
    return std::make_unique<TestCompareExport>();
}

#include "test_compare_export.moc"
