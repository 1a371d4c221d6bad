// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "gui/run/text_line.h"
#include "gui_run_tests.h"

using namespace splitee;

class TestTextLine : public QObject {
    Q_OBJECT
private slots:
    void whatIsNotSeenIsLeftOut() {
        QCOMPARE(lineOf(Text{" two\n lines\tand\r\na \xe2\x80\xae"
                             "turn \x07 ",
                             ""}),
                 QStringLiteral("two lines and a turn"));
        QCOMPARE(lineOf(Text{"bad \xff utf", ""}), QStringLiteral("bad \ufffd utf"));
        QCOMPARE(lineOf(Text{"", ""}), QString());
        QCOMPARE(lineOf(Text{"one", "two"}), QStringLiteral("one | two"));
    }

    void whereItWasCutShort() {
        const Text text{"a good film", ""};
        QCOMPARE(lineOf(text, {5, false, 11, 0}), (TextLine{"a good film", "", 5}));
        const TextLine cut = lineOf(text, {4, true, 6, 0});
        QCOMPARE(cut, (TextLine{"a good", " film", 4}));
        QCOMPARE(cut.whole(), lineOf(text));
        QCOMPARE(lineOf(text, {4, true, 99, 0}).left, QString());  // a reader that says nonsense
        const TextLine pair = lineOf(Text{"a good film", "it is bad"}, {8, true, 6, 5});
        QCOMPARE(pair.read, QStringLiteral("a good … | it is"));
        QCOMPARE(pair.left, QStringLiteral(" bad"));
        // A letter of two bytes stays whole where words end before it.
        QCOMPARE(lineOf(Text{"é é", ""}, {3, true, 2, 0}), (TextLine{"é", " é", 3}));
    }

    void aTipIsPlainText() {
        const QString tip = tipOf({"<b>good</b>", " & more", 128});
        QVERIFY2(tip.contains("&lt;b&gt;good&lt;/b&gt;") && tip.contains("<s> &amp; more</s>") &&
                     tip.contains("128"),
                 qPrintable(tip));
        QVERIFY(tipOf({QString(100'000, 'a'), {}, 1}).size() < 3000);
    }
};

std::unique_ptr<QObject> splitee::test::textLineTests() { return std::make_unique<TestTextLine>(); }

#include "test_text_line.moc"
