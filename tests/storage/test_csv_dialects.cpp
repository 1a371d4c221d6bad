// SPDX-License-Identifier: GPL-3.0-or-later
// Exit tables in the dialects of CSV that people's programs write, each made here: read as what
// they say, or refused by naming what is wrong.
#include "subjects.h"

#include "storage/tables/bundled.h"
#include "storage/tables/published_tables.h"
#include "storage/tables/table_csv.h"

#include <algorithm>
#include <sstream>

using namespace splitee;

namespace {

// The one table that all dialects below write.
constexpr const char* kPlain =
    "sample,label,conf_1,conf_2,pred_1,pred_2\n"
    "0,1,0.5,0.75,1,2\n"
    "1,-1,0.125,1,3,3\n"
    "2,9,0.0625,0.875,9,9\n";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
        text.replace(at, what.size(), with);
    return text;
}

std::string separatedBy(const std::string& separator, bool decimalComma = false) {
    std::string text = replaced(kPlain, ",", separator);
    return decimalComma ? replaced(text, "0.", "0,") : text;
}

// Every line as `change` makes it of the line and its number, from 0.
template <class Change>
std::string eachLine(const std::string& text, const Change& change) {
    std::istringstream in(text);
    std::string line, out;
    for (int number = 0; std::getline(in, line); ++number) out += change(line, number) + "\n";
    return out;
}

std::string inUtf16(const std::string& ascii, bool bigEndian, bool mark) {
    std::string bytes = !mark ? "" : bigEndian ? "\xfe\xff" : "\xff\xfe";
    for (const char c : ascii) {
        if (bigEndian) bytes += '\0';
        bytes += c;
        if (!bigEndian) bytes += '\0';
    }
    return bytes;
}

std::string quotedFields(const std::string& line) {
    return "\"" + replaced(line, ",", "\",\"") + "\"";
}

// What others published of two distortions and two models in one file, with an index that starts
// anew where a block was appended.
std::string severalDistortions() {
    std::string text =
        ",distortion_type_model,distortion_type_data,distortion_lvl,target,conf_branch_1,"
        "infered_class_branches_1,correct_branch_1,entropy_branch_1,conf_branch_2,"
        "infered_class_branches_2,correct_branch_2,entropy_branch_2\n";
    for (const char* model : {"pristine", "gaussian_blur"})
        for (const char* data : {"pristine,0", "gaussian_blur,1", "gaussian_blur,2"})
            for (int row = 0; row < 3; ++row) {
                const std::string first = data == std::string("pristine,0") ? "0.5" : "0.25";
                text += std::to_string(row) + "," + model + "," + data + ",4," + first +
                        ",4,1,0.69,0.75,4,1,0.25\n";
            }
    return text;
}

}  // namespace

class CsvDialectTests final : public QObject {
    Q_OBJECT

    Folder folder_;

    std::string written(const std::string& bytes, const std::string& name = "t.csv") {
        writeAll(folder_ / name, bytes);
        return (folder_ / name).string();
    }
    Result<ExitTable> readBytes(const std::string& bytes) { return openTable(written(bytes)); }

private slots:
    void dialectsAreReadRight_data() {
        QTest::addColumn<std::string>("bytes");
        const auto add = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << bytes;
        };
        add("plain", kPlain);
        add("semicolons", separatedBy(";"));
        add("semicolons, decimal commas", separatedBy(";", true));
        add("tabs", separatedBy("\t"));
        add("tabs, decimal commas", separatedBy("\t", true));
        add("bars", separatedBy("|"));
        add("blanks", separatedBy(" "));
        add("columns padded with blanks", separatedBy("    "));
        add("sep=;", "sep=;\n" + separatedBy(";"));
        add("sep=, quoted", "\"sep=,\"\r\n" + replaced(kPlain, "\n", "\r\n"));
        add("SEP of an unusual sign", "sep=~\n" + separatedBy("~"));
        add("sep= and decimal commas as a spreadsheet saves it",
            inUtf16(replaced("sep=;\n" + separatedBy(";", true), "\n", "\r\n"), false, true));
        add("UTF-8 with a mark", std::string("\xef\xbb\xbf") + kPlain);
        add("UTF-16, little endian", inUtf16(kPlain, false, true));
        add("UTF-16, big endian", inUtf16(kPlain, true, true));
        add("UTF-16 with tabs", inUtf16(separatedBy("\t"), false, true));
        add("UTF-16 without a mark", inUtf16(kPlain, false, false));
        add("UTF-16 without a mark, big endian", inUtf16(kPlain, true, false));
        add("lines end in a carriage return", replaced(kPlain, "\n", "\r"));
        add("unnamed index", eachLine(kPlain, [](const std::string& line, int n) {
                return (n == 0 ? "" : std::to_string(n - 1)) + "," + line;
            }));
        add("index of an index", eachLine(kPlain, [](const std::string& line, int n) {
                return (n == 0 ? ",Unnamed: 0" : "7,8") + std::string(",") + line;
            }));
        add("quoted unnamed index, as R writes it",
            eachLine(kPlain, [](const std::string& line, int n) {
                const std::string name = n == 0 ? "" : std::to_string(n);
                return "\"" + name + "\"," + (n == 0 ? quotedFields(line) : line);
            }));
        add("# before the header", std::string("# ") + kPlain);
        add("#, comments and blank lines before the header",
            "#\n# made by a script, on a Monday\n\n# " + std::string(kPlain));
        add("comments before a bare header", "# L = 2\n" + std::string(kPlain));
        add("blanks after commas", replaced(kPlain, ",", ", "));
        add("blanks and tabs around everything", replaced(kPlain, ",", " ,\t"));
        add("no-break spaces", replaced(kPlain, ",", ",\xc2\xa0"));
        add("capitals", replaced(replaced(kPlain, "conf_", "CONF_"), "label", "Label"));
        add("all capitals and quotes", eachLine(kPlain, [](std::string line, int n) {
                if (n == 0)
                    std::ranges::transform(line, line.begin(), [](char c) {
                        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
                    });
                return quotedFields(line);
            }));
        add("blanks and hyphens in names",
            replaced(replaced(kPlain, "conf_", "Conf "), "pred_", "Pred-"));
        add("a comma at each end", replaced(kPlain, "\n", ",\n"));
        add("commas at the ends of rows", eachLine(kPlain, [](const std::string& line, int n) {
                return line + (n == 0 ? "" : ",,");
            }));
        add("commas at the end of the header", eachLine(kPlain, [](const std::string& line, int n) {
                return line + (n == 0 ? ",," : "");
            }));
        add("rows of nothing but separators", std::string(kPlain) + ",,,,,\n , ,,,,\n   \n");
        add("padded numbers", replaced(replaced(kPlain, "0.", "  0000."), "9", "  009"));
        add("signs and floats", replaced(replaced(kPlain, "0.5", "+5.0E-01"), ",3,3", ",3.0,+3"));
        add("quoted decimal commas between commas",
            replaced(replaced(kPlain, "0.5", "\"0,5\""), "0.875", "\"0,875\""));
        add("whole numbers with decimal commas",
            replaced(replaced(separatedBy(";", true), ";3;3", ";3,0;3,0"), "9;", "9,00;"));
        add("rounded past 1", replaced(kPlain, ",1,3,3", ",1.0000001,3,3"));
        add("no line feed at the end",
            std::string(kPlain).substr(0, std::string(kPlain).size() - 1));
    }

    void dialectsAreReadRight() {
        QFETCH(std::string, bytes);
        const auto expected = readBytes(kPlain);
        REQUIRE_OK(expected);
        QCOMPARE(expected->confidence, (std::vector<double>{.5, .75, .125, 1, .0625, .875}));
        const auto table = readBytes(bytes);
        REQUIRE_OK(table);
        QVERIFY(sameValues(*table, *expected));
        QCOMPARE(tableHash(*table), tableHash(*expected));
        QVERIFY(table->remark.empty());
    }

    void whatIsRefusedIsNamed_data() {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("says");
        const auto add = [](const char* name, const std::string& bytes, const std::string& says) {
            QTest::newRow(name) << bytes << says;
        };
        add("another table", "id;name;score\n1;a;2\n",
            "UTF-8, columns separated by semicolons: 3 columns, 'id', 'name', 'score'");
        add("another table in UTF-16", inUtf16("id\tname\n1\ta\n", false, true),
            "UTF-16, columns separated by tabs: 2 columns, 'id', 'name'");
        add("no header", "0,1,0.5,0.75,1,2\n1,1,0.5,0.75,1,2\n",
            "separated by commas: 6 columns, '0', '1', '0.5'");
        add("UTF-32", std::string("\xff\xfe\0\0s\0\0\0", 8), "UTF-32: save it as UTF-8");
        add("Excel", std::string("PK\x03\x04\x14\0", 6), "Excel workbook");
        add("gzip", "\x1f\x8b\x08 and so on", "gunzip");
        add("xz",
            "\xfd"
            "7zXZ and so on",
            "unxz");
        add("Parquet", "PAR1\x15\x04", "df.to_csv()");
        add("NumPy", "\x93NUMPY\x01", "numpy.savetxt()");
        add("pickle", "\x80\x04\x95 pickled", "Python pickle");
        add("decimal commas between commas", replaced(kPlain, "0.", "0,"),
            "line 2 has 8 fields, but the header has 6 (UTF-8, columns separated by commas): if "
            "the numbers have decimal commas");
        add("decimal commas that a comma at the header's end makes room for",
            "sample,label,conf_1,pred_1,\n0,1,0,5,1\n", "line 2 has '1' in column 5, which has no");
        add("thousands in a context column",
            "sample,label,conf_1,pred_1,context_area\n0,1,0.5,1,\"12,345\"\n",
            "column context_area: '12,345' may be thousands");
        add("thousands", replaced(separatedBy(";"), "9;0.", "9,000;0."),
            "column label: '9,000' may be a thousand");
        add("another separator in a row", std::string(kPlain) + "3;1;0.5;0.75;1;2\n",
            "line 5 has 1 fields, but the header has 6 (UTF-8, columns separated by commas)");
        add("per cent", replaced(kPlain, "0.875", "87.5"),
            "column conf_2: the confidence 87.5 is not between 0 and 1; divide by 100");
        add("two decimal signs", replaced(separatedBy(";"), "0.875", "1.000,875"),
            "column conf_2: '1.000,875' is not a finite number");
        add("more than rounding", replaced(kPlain, "0.875", "1.0001"), "is not between 0 and 1");
        add("one name twice but for capitals",
            replaced(kPlain, "sample,label", "Sample,LABEL,label"), "the column LABEL twice");
        add("a published name twice but for capitals",
            "Target, target,Conf_branch_1,prediction_branch_1\n1,2,0.5,1\n",
            "the column target twice, but for capitals and blanks");
        add("a misspelt column, as it is written",
            replaced(kPlain, "sample,label", "Sample,Label,Colour"), "unknown column 'Colour'");
        add("a control character in a name", replaced(kPlain, "label", "label,la\x1b[2J"),
            "unknown column 'la\xef\xbf\xbd[2J'");
        add("bytes that are no UTF-8", replaced(kPlain, "0.5", "\xe4\xff"),
            "'\xef\xbf\xbd\xef\xbf\xbd' is not a finite number");
        add("a field cut between characters, not within",
            replaced(kPlain, "0.5", "x" + replaced(std::string(60, '.'), ".", "\xc3\xa9")),
            "\xc3\xa9' is not a finite number");
        add("UTF-16 cut within a character", inUtf16(kPlain, false, true).substr(0, 300) + "x",
            "line 5 has 1 fields");
        add("comments for ever", replaced(std::string(3000, '#'), "#", "# c\n"),
            "is not an exit table");
    }

    void whatIsRefusedIsNamed() {
        QFETCH(std::string, bytes);
        QFETCH(std::string, says);
        const auto refused = readBytes(bytes);
        REQUIRE_SAYS(refused, says);
        QVERIFY(QString::fromUtf8(refused.error().message.c_str()).toUtf8().toStdString() ==
                refused.error().message);  // valid UTF-8: nothing was cut within a character
    }

    void publishedColumnsMayVaryToo() {
        const auto table = readBytes(
            "\xef\xbb\xbf; Target; Conf_Branch_1; Prediction_Branch_1; Note\r\n"
            "5;3;0,5;3;caf\xe9\r\n6;3;0,25;2;x\r\n");
        REQUIRE_OK(table);
        QCOMPARE(table->sample, (std::vector<std::int64_t>{5, 6}));  // the unnamed index
        QCOMPARE(table->confidence, (std::vector<double>{.5, .25}));
        const auto rows =
            readBytes("sample_id\texit\tconfidence\tprediction\tlabel\n4\t0\t0,5\t1\t1\n");
        REQUIRE_OK(rows);
        QCOMPARE(rows->sample, (std::vector<std::int64_t>{4}));
        const auto hash = readBytes("#,target,conf_branch_1,prediction_branch_1\n7,3,0.5,3\n");
        REQUIRE_OK(hash);  // a column of that name, as before
        QCOMPARE(hash->sample, (std::vector<std::int64_t>{0}));
        const auto commas =
            readBytes("target,conf_branch_1,prediction_branch_1,\n3,0.5,3,\n2,0.5,3,\n");
        REQUIRE_OK(commas);  // what the last comma leaves is no number of a sample
        QCOMPARE(commas->sample, (std::vector<std::int64_t>{0, 1}));
    }

    void publishedEntropiesAreRead() {
        const std::string head = "target,conf_branch_1,prediction_branch_1,entropy_branch_1\n";
        const auto table = readBytes(head + "3,0.5,3,0.69\n3,1,3,-0.0000001\n");
        REQUIRE_OK(table);
        QCOMPARE(table->entropy, (std::vector<double>{0.69, 0}));
        QVERIFY(table->remark.empty());
        // 0 log 0 is no number: then the table is read without, as before, and says so.
        for (const char* odd : {"nan", "", "tensor(0.3)", "-0.5", "11"}) {
            const auto without = readBytes(head + "3,0.5,3,0.69\n3,0.5,3," + odd + "\n");
            REQUIRE_OK(without);
            QCOMPARE(without->samples(), 2);
            QVERIFY(without->entropy.empty());
            QVERIFY2(without->remark.find("line 3, column entropy_branch_1") != std::string::npos,
                     without->remark.c_str());
        }
        const auto some = readBytes(
            "target,conf_branch_1,conf_branch_2,prediction_branch_1,prediction_branch_2,"
            "entropy_branch_1\n3,0.5,0.5,3,3,0.69\n");
        REQUIRE_OK(some);
        QVERIFY(some->entropy.empty());
        QVERIFY(some->remark.find("2 exits have 1 columns") != std::string::npos);
    }

    void aTableOfSeveralDistortionsSaysSo() {
        const std::string path = written(severalDistortions());
        REQUIRE_SAYS(openTable(path),
                     "holds several of distortion_type_model (pristine, gaussian_blur)");
        REQUIRE_SAYS(openTable(path), "--where distortion_type_model=pristine");
        REQUIRE_SAYS(openTable(path + "?distortion_type_model=pristine"),
                     "holds several of distortion_type_data");
        REQUIRE_SAYS(openTable(path + "?distortion_type_model=pristine&distortion_type_data="
                                      "gaussian_blur"),
                     "holds several of distortion_lvl (1, 2)");
        const auto groups = groupColumnsOf(path, {{"distortion_type_data", "gaussian_blur"}});
        REQUIRE_OK(groups);
        QCOMPARE(groups->size(), std::size_t{2});
        QCOMPARE(groups->back().name, std::string("distortion_lvl"));
        QCOMPARE(groups->back().values, (std::vector<std::string>{"1", "2"}));
    }

    void rowsAreChosenByTheirColumns() {
        const std::string path = written(severalDistortions());
        const auto one = openTable(withRowChoices(path, {{"distortion_type_model", "pristine"},
                                                         {"Distortion-Type-Data", "gaussian_blur"},
                                                         {"distortion_lvl", "2.0"}}));
        REQUIRE_OK(one);
        QCOMPARE(one->samples(), 3);
        QCOMPARE(one->sample, (std::vector<std::int64_t>{0, 1, 2}));
        QCOMPARE(one->confidence[0], .25);
        QCOMPARE(one->entropy.size(), std::size_t{6});
        QVERIFY(one->name.find("?distortion_type_model=pristine&") != std::string::npos);
        const auto all = openTable(withRowChoices(path, {{"distortion_type_model", "*"},
                                                         {"distortion_type_data", "*"},
                                                         {"distortion_lvl", "*"}}));
        REQUIRE_OK(all);
        QCOMPARE(all->samples(), 18);
        REQUIRE_SAYS(openTable(path + "?distortion_type_data=fog"),
                     "has no rows with distortion_type_data=fog: there it is pristine, "
                     "gaussian_blur");
        REQUIRE_SAYS(openTable(path + "?weather=fog"),
                     "has no column weather to choose rows by: its columns are '', "
                     "distortion_type_model");
        REQUIRE_SAYS(openTable(path + "?weather"), "'weather' chooses no rows");
        REQUIRE_SAYS(openTable(path + "x?a=b"), "t.csvx: there is no such file");
        REQUIRE_SAYS(openTable("builtin:cifar10-clean?a=b"), "has no column a to choose rows by");
        REQUIRE_SAYS(rowChoiceFrom("=x"), "write COLUMN=VALUE");
    }

    void ourOwnLayoutMayHoldSeveralToo() {
        const std::string text =
            "model,sample,label,conf_1,pred_1\nsmall,0,1,0.5,1\nlarge,0,1,0.75,1\n";
        REQUIRE_SAYS(readBytes(text), "holds several of model (small, large)");
        const auto large = openTable(written(text) + "?model=large");
        REQUIRE_OK(large);
        QCOMPARE(large->confidence, (std::vector<double>{.75}));
        // One value only tells nothing apart.
        REQUIRE_OK(readBytes("model,sample,label,conf_1,pred_1\nsmall,0,1,0.5,1\n"));
        // Any column may be chosen by, also one that would be unknown.
        const std::string colours =
            "colour,sample,label,conf_1,pred_1\nred,0,1,0.5,1\nblue,1,1,0.75,1\n";
        REQUIRE_SAYS(readBytes(colours), "unknown column 'colour'");
        const auto red = openTable(written(colours) + "?colour=red");
        REQUIRE_OK(red);
        QCOMPARE(red->samples(), 1);
    }

    void whatVariesWithTheSampleIsNoGroup() {
        std::string text = "severity,target,conf_branch_1,prediction_branch_1\n";
        for (int row = 0; row < 100; ++row) text += std::to_string(row) + ",1,0.5,1\n";
        REQUIRE_OK(readBytes(text));
    }

    void namesOfRowsSurviveTheirText() {
        const std::string odd = written(kPlain, "odd?name.csv");
        const std::vector<RowChoice> choices{{"a=b", "c&d%25"}, {"e", ""}, {"f", "g=h?"}};
        const auto back = namedRows(withRowChoices(odd, choices));
        REQUIRE_OK(back);
        QCOMPARE(back->file, odd);
        QVERIFY(back->choices == choices);
        REQUIRE_OK(openTable(odd));
        const auto more =
            namedRows(withRowChoices(withRowChoices(odd, {choices[0]}), {choices[1], choices[2]}));
        REQUIRE_OK(more);
        QVERIFY(more->choices == choices);
        const std::string equal = written(kPlain, "t.csv?a=b");
        REQUIRE_OK(openTable(equal));
    }

    // Hashes as version 0.1.0 told them.
    void publishedTablesKeepTheirHashes() {
        const QString data = qEnvironmentVariable("SPLITEE_DATA");
        if (data.isEmpty()) QSKIP("skipped: SPLITEE_DATA is not set");
        const std::filesystem::path traces = std::filesystem::path(data.toStdString()) / "traces";
        const auto hashOf = [&](const char* file) {
            const auto table = importTable(traces / file);
            return table ? tableHash(*table) : table.error().message;
        };
        QCOMPARE(hashOf("cifar10-alexnet-2exit/results_ee_alexnet_for_ucb_3.csv"),
                 std::string("dd607aa4ae6267a9"));
        QCOMPARE(hashOf("cifar10-mobilenet-2exit/ee_data_branches.csv"),
                 std::string("2335933dd5445b11"));
        QCOMPARE(hashOf("sst2-bert-12exit/df_samples_0000-0581.csv"),
                 std::string("295b9b40d9556425"));
    }
};

std::unique_ptr<QObject> makeCsvDialectTests() { return std::make_unique<CsvDialectTests>(); }

#include "test_csv_dialects.moc"
