// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <sstream>

#include "comparison/report/report_html.h"
#include "comparison/report/report_text.h"
#include "comparison/report/svg_document.h"
#include "engine/plain_text.h"
#include "played_session.h"
#include "subjects.h"

using namespace splitee;
using test::PlayedSession;

namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr const char* kHostile = "<script>alert(1)</script>\"&'|_$\\\xff\x01";

}  // namespace

class TestReport : public QObject {
    Q_OBJECT
    Folder folder_;

    ComparedRuns compared(const std::string& source) {
        static int number = 0;
        const std::string name = "report" + std::to_string(++number) + ".splitee";
        PlayedSession session(folder_ / name);
        Experiment experiment;
        experiment.rounds = 200;
        std::vector<std::int64_t> ids;
        for (const char* policy : {"splitee", "splitee-s"})
            for (const std::uint64_t seed : {1U, 2U, 3U})
                ids.push_back(session.play(experiment, policy, seed, source));
        auto runs = compareRuns(folder_ / name, ids);
        if (!runs) qFatal("%s", runs.error().message.c_str());
        return std::move(*runs);
    }
private slots:
    void textIsShownAsItIs() {
        QCOMPARE(htmlText("<a href=\"x\">'&'</a>"),
                 std::string("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"));
        QCOMPARE(latexText("50 % of_a $\\x{1}"),
                 std::string("50 \\% of\\_a \\$\\textbackslash{}x\\{1\\}"));
        QCOMPARE(markdownText("a|b*c_[d](e)"), std::string("a\\|b\\*c\\_\\[d\\](e)"));
        QCOMPARE(cleanText("a\x01\xff\xc0\xafz"),
                 std::string("a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz"));
        QCOMPARE(fixedText(-0.001, 2), std::string("0.00"));
    }

    void utf8IsCheckedByOneRule() {
        QCOMPARE(utf8CharacterBytes("z"), std::size_t{1});
        QCOMPARE(utf8CharacterBytes("\xc3\xa9z"), std::size_t{2});          // é
        QCOMPARE(utf8CharacterBytes("\xe2\x82\xacz"), std::size_t{3});      // €
        QCOMPARE(utf8CharacterBytes("\xf4\x8f\xbf\xbfz"), std::size_t{4});  // U+10FFFF
        for (const char* none : {"\x80", "\xc3", "\xc0\xaf", "\xe0\x9f\xbf", "\xed\xa0\x80",
                                 "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80"})
            QCOMPARE(utf8CharacterBytes(none), std::size_t{0});
        for (const char* control : {"\x01", "\n", "\x7f", "\xc2\x85", "\xc2\x9b", "\xd8\x9c",
                                    "\xe2\x80\x8f", "\xe2\x80\xa8", "\xe2\x80\xae", "\xe2\x81\xa9"})
            QVERIFY2(isControlCharacter(control), control);
        for (const char* shown :
             {" ", "~", "\xc2\xa0", "\xc3\xa9", "\xe2\x80\x8b", "\xf0\x9f\x98\x80"})
            QVERIFY2(!isControlCharacter(shown), shown);
        const std::string hostile = "a\x1b\xc2\x9b\xe2\x80\xae\xff\n\tz";
        QCOMPARE(escapedText(hostile), std::string("a\\x1b\\u009b\\u202e\\xff\\n\\tz"));
        QCOMPARE(cleanText(hostile), "a" + std::string(kReplacementCharacter) +
                                         std::string(kReplacementCharacter) +
                                         std::string(kReplacementCharacter) +
                                         std::string(kReplacementCharacter) + "  z");
        QCOMPARE(escapedJson("{\n  \"a\": \"\xc2\x9b\xc3\xa9\"}"),
                 std::string("{\n  \"a\": \"\\u009b\xc3\xa9\"}"));
        // Half a surrogate pair made an SVG that no XML reader takes.
        const std::string svg = SvgDocument(10, 10, "a\xed\xa0\x80z").finished();
        QVERIFY2(holds(svg, "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz"), svg.c_str());
    }

    void textIsCutBetweenCharacters() {
        QCOMPARE(utf8Prefix("x\xc3\xa9\xc3\xa9", 2), std::string_view("x\xc3\xa9"));
        QCOMPARE(utf8Prefix("\xc3\xa9", 9), std::string_view("\xc3\xa9"));
        QCOMPARE(utf8Prefix("\xff\xc3\xa9", 2), std::string_view("\xff\xc3\xa9"));
        QCOMPARE(shownText("a\x1b\xed\xa0\x80z", 3), std::string("a\xef\xbf\xbd\xef\xbf\xbd"));
        // The label beside the Pareto chart is cut to fit: byte 26 lies within a character.
        ComparedRuns runs = compared("long");
        runs.groups[1].label = "x";
        for (int k = 0; k < 40; ++k) runs.groups[1].label += "\xc3\xa9";
        const std::string html = reportHtml(runs, {0, "2026-11-21", "splitee"});
        QVERIFY(!holds(html, kReplacementCharacter));
        std::string label = "x";
        for (int k = 0; k < 25; ++k) label += "\xc3\xa9";
        QVERIFY(holds(html, label + "</text>"));
    }

    void tablesInEveryForm() {
        const ReportTable table{{"Group", "Cost"}, {{"A & B", "1.50 ± 0.10"}}};
        QCOMPARE(markdownTable(table),
                 std::string("| Group | Cost |\n| --- | ---: |\n| A &amp; B | 1.50 ± 0.10 |\n"));
        QCOMPARE(latexTable(table),
                 std::string("\\begin{tabular}{lr}\n\\toprule\nGroup & Cost \\\\\n\\midrule\nA \\& "
                             "B & 1.50 $\\pm$ 0.10 \\\\\n\\bottomrule\n\\end{tabular}\n"));
        QVERIFY(holds(htmlTable(table), "<th scope=\"row\">A &amp; B</th><td>1.50 ± 0.10</td>"));
    }

    void aReportNeedsNothingFromOutsideAndRunsNothing() {
        const std::string html = reportHtml(compared("small"), {0, "2026-11-21", "splitee"});
        QVERIFY(html.starts_with("<!DOCTYPE html>"));
        QVERIFY(html.ends_with("</html>\n"));
        for (const char* none : {"<script", "src=", "href=", "url(", "@import", "<?xml", "https:"})
            QVERIFY2(!holds(html, none), none);
        QVERIFY(holds(html, "prefers-color-scheme: dark"));
        QVERIFY(holds(html, "paired over 3 seeds"));
        for (const char* part : {"SplitEE-S", "What differs", "Same in all",
                                 "Cumulative regret (pseudo)", "Pareto front", "<polyline"})
            QVERIFY2(holds(html, part), part);
    }

    void hostileNamesAreShownAndDoNothing() {
        ComparedRuns runs = compared(kHostile);
        runs.groups[1].label = kHostile;
        const std::string html = reportHtml(runs, {1, kHostile, kHostile});
        QVERIFY(!holds(html, "<script>alert"));
        QVERIFY(!holds(html, "\xff"));
        QVERIFY(!holds(html, std::string(1, '\x01')));
        QVERIFY(holds(html, "&lt;script&gt;alert(1)"));
        REQUIRE_OK(writeReport(folder_ / "hostile.tex", runs, {}));
        QVERIFY(holds(contentOf(folder_ / "hostile.tex"), "\\textbar{}\\_\\$\\textbackslash{}"));
        REQUIRE_OK(writeReport(folder_ / "hostile.md", runs, {}));
        QVERIFY(holds(contentOf(folder_ / "hostile.md"), "\\|\\_$\\\\"));
        REQUIRE_SAYS(writeReport(folder_ / "hostile.doc", runs, {}), ".html, .md or .tex");
    }

    void everyRowHasTheBaselineOrASignedDifference() {
        const ReportTable table = figuresTable(compared("small"), 0);
        QCOMPARE(table.rows.size(), std::size_t{2});
        QCOMPARE(table.rows[0].at(7), std::string("baseline"));
        QVERIFY2(holds(table.rows[1].at(7), " to "), table.rows[1].at(7).c_str());
        for (const auto& row : table.rows) QCOMPARE(row.size(), table.columns.size());
    }
};

std::unique_ptr<QObject> makeReportTests() { return std::make_unique<TestReport>(); }

#include "test_report.moc"
