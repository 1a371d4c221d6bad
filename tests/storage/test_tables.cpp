// SPDX-License-Identifier: GPL-3.0-or-later
// Exit tables as CSV and .exits, and rounds as CSV: nothing lost, nothing bad let in.
#include "subjects.h"

#include "storage/tables/rounds_csv.h"
#include "storage/tables/table_csv.h"
#include "storage/tables/table_file.h"

#include <clocale>

using namespace splitee;

namespace {

const std::string kHeader = "sample,label,conf_1,conf_2,pred_1,pred_2\n";
const std::string kRow = "0,1,0.5,0.75,1,2\n";

}  // namespace

class TableTests final : public QObject {
    Q_OBJECT

    Folder folder_;

    Result<ExitTable> readText(const std::string& text) {
        writeAll(folder_ / "t.csv", text);
        return readTable(folder_ / "t.csv");
    }

private slots:
    void csvRoundTripKeepsEveryDigit() {
        auto table = someTable(50, 7, false);
        table.sample[3] = std::numeric_limits<std::int64_t>::max();  // beyond what a double holds
        table.sample[4] = -9007199254740993;
        table.label[5] = 70000;
        table.prediction[0] = 32767;
        table.confidence[1] = std::numeric_limits<double>::denorm_min();
        REQUIRE_OK(writeTableCsv(folder_ / "a.csv", table));
        QVERIFY(!std::filesystem::exists(folder_ / "a.csv.part"));
        const auto back = readTable(folder_ / "a.csv");
        REQUIRE_OK(back);
        QVERIFY(sameValues(*back, table));
        QCOMPARE(back->depth, unitDepths(7));
        QCOMPARE(back->name, std::string("a.csv"));
    }

    void csvTakesAnyColumnOrderLineEndingByteOrderMarkAndQuotes() {
        const auto table = readText(
            "\xef\xbb\xbfpred_2,\"conf_1\",label,conf_2,sample,pred_1\r\n2,0.5,,\"0.75\",9,"
            "1\r\n\r\n\r\n");
        REQUIRE_OK(table);
        QCOMPARE(table->samples(), 1);
        QCOMPARE(table->sample[0], 9);
        QCOMPARE(table->label[0], kUnknownLabel);
        QCOMPARE(table->confidence, (std::vector<double>{0.5, 0.75}));
        QCOMPARE(table->prediction, (std::vector<std::int16_t>{1, 2}));
        REQUIRE_OK(readText(kHeader + "0,1,0.5,0.75,1,2"));  // no newline at the end
        REQUIRE_OK(readText(kHeader + kRow + kRow));         // the same sample twice
    }

    void badCsvIsRefusedWithASentence_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("says");
        const auto add = [](const char* name, const std::string& text, const std::string& says) {
            QTest::newRow(name) << text << says;
        };
        add("empty", "", "is empty");
        add("only blank lines", "\n\r\n\n", "is empty");
        add("no rows", kHeader, "has a header but no samples");
        add("no label column", "sample,conf_1,pred_1\n0,0.5,1\n", "no column label");
        add("no sample column", "label,conf_1,pred_1\n0,0.5,1\n", "no column sample");
        add("no predictions", "sample,label,conf_1\n0,0,0.5\n", "0 columns pred_1..");
        add("no confidences", "sample,label,pred_1\n0,0,1\n", "0 columns conf_1..");
        add("uneven L", "sample,label,conf_1,conf_2,pred_1\n0,0,0.5,0.5,1\n",
            "each exit needs both");
        add("a gap", "sample,label,conf_1,conf_3,pred_1\n0,0,0.5,0.5,1\n",
            "without gaps or repeats");
        add("a gap in predictions", "sample,label,conf_1,pred_1,pred_3\n0,0,0.5,1,1\n",
            "without gaps or repeats");
        add("column twice", "sample,label,label,conf_1,pred_1\n0,0,0,0.5,1\n",
            "column label twice");
        add("exit twice", "sample,label,conf_1,conf_1,pred_1\n0,0,0.5,0.5,1\n",
            "without gaps or repeats");
        add("unknown column", "sample,label,conf_1,pred_1,colour\n0,0,0.5,1,x\n",
            "unknown column 'colour'");
        add("too few fields", kHeader + kRow + "1,1,0.5\n",
            "line 3 has 3 fields, but the header has 6");
        add("too many fields", kHeader + "0,1,0.5,0.75,1,2,3\n", "line 2 has 7 fields");
        add("not a number", kHeader + "0,1,0.5,high,1,2\n",
            "line 2, column conf_2: 'high' is not a finite number");
        add("nan", kHeader + "0,1,nan,0.75,1,2\n",
            "line 2, column conf_1: 'nan' is not a finite number");
        add("inf", kHeader + "0,1,0.5,inf,1,2\n", "'inf' is not a finite number");
        add("overflow", kHeader + "0,1,0.5,1e999,1,2\n", "is not a finite number");
        add("above 1", kHeader + "0,1,0.5,1.5,1,2\n",
            "column conf_2: the confidence 1.5 is not between 0 and 1");
        add("below 0", kHeader + "0,1,-0.1,0.5,1,2\n",
            "column conf_1: the confidence -0.1 is not between 0 and 1");
        add("prediction 1.5", kHeader + "0,1,0.5,0.5,1.5,2\n",
            "column pred_1: '1.5' is not a whole number from 0 to 32767");
        add("prediction -1", kHeader + "0,1,0.5,0.5,1,-1\n",
            "column pred_2: '-1' is not a whole number");
        add("prediction 32768", kHeader + "0,1,0.5,0.5,1,32768\n", "from 0 to 32767");
        add("label -2", kHeader + "0,-2,0.5,0.5,1,2\n", "column label: '-2'");
        add("sample word", kHeader + "x,1,0.5,0.5,1,2\n", "column sample: 'x'");
        add("sample empty", kHeader + ",1,0.5,0.5,1,2\n", "column sample: ''");
        add("sample too large", kHeader + "9223372036854775808,1,0.5,0.5,1,2\n", "column sample");
        add("long line", kHeader + std::string(70000, '1') + "\n", "longer than 64 KiB");
        add("one endless line", std::string(1 << 20, 'a'), "longer than 64 KiB");
        add("binary",
            std::string("\x7f"
                        "ELF\0\0\1\2",
                        8),
            "bytes that are no text");
        add("open quote", kHeader + "0,1,\"0.5,0.5,1,2\n", "line 2 opens a quote");
        add("unknown header", "a,b,c\n1,2,3\n", "is not an exit table: its first line must be");
        add("long: exit missing",
            "Sample_ID,Exit,Confidence,Prediction,Label\n0,0,0.5,1,1\n0,2,0.5,1,1\n",
            "must follow one another");
        add("long: first exit missing", "Sample_ID,Exit,Confidence,Prediction,Label\n0,1,0.5,1,1\n",
            "must follow one another");
        add("long: another L",
            "Sample_ID,Exit,Confidence,Prediction,Label\n0,0,.5,1,1\n0,1,.5,1,1\n1,0,.5,1,1\n2,0,."
            "5,1,1\n",
            "another number of exits");
        add("long: last cut",
            "Sample_ID,Exit,Confidence,Prediction,Label\n0,0,.5,1,1\n0,1,.5,1,1\n1,0,.5,1,1\n",
            "last sample");
        add("long: labels differ",
            "Sample_ID,Exit,Confidence,Prediction,Label\n0,0,.5,1,1\n0,1,.5,1,0\n", "column Label");
        add("predictions only", "0\t1\top_labels\n1\t1\t1\n", "no confidences");
        std::string many = "sample,label";
        for (int i = 1; i <= 65; ++i)
            many += ",conf_" + std::to_string(i) + ",pred_" + std::to_string(i);
        add("65 exits", many + "\n", "more than 64 exits");
    }

    void badCsvIsRefusedWithASentence() {
        QFETCH(std::string, text);
        QFETCH(std::string, says);
        REQUIRE_SAYS(readText(text), says);
    }

    void missingAndOddFilesAreRefused() {
        REQUIRE_SAYS(readTable(folder_ / "none.csv"), "there is no such file");
        REQUIRE_SAYS(readTable(folder_ / "."), "it is not a file");
        REQUIRE_SAYS(readTable("/dev/zero"), "it is not a file");
        std::filesystem::resize_file(
            (writeAll(folder_ / "huge.csv", kHeader), folder_ / "huge.csv"), 3ULL << 30);  // sparse
        REQUIRE_SAYS(readTable(folder_ / "huge.csv"), "larger than 2 GiB");
        REQUIRE_SAYS(writeTableCsv(folder_ / "no/such/folder.csv", someTable(3, 2, true)),
                     "No such file or directory");
        REQUIRE_SAYS(writeTableFile(folder_ / "no/such/folder.exits", someTable(3, 2, true)),
                     "No such file or directory");
        REQUIRE_SAYS(writeTableFile(folder_ / "bad.exits", ExitTable{}), "0 exits");
        REQUIRE_SAYS(writeTableCsv("/dev/full", someTable(3, 2, true)), "No space left on device");
    }

    void binaryRoundTripKeepsEverything_data() {
        QTest::addColumn<bool>("floats");
        QTest::addColumn<bool>("small");
        for (const bool floats : {false, true})
            for (const bool small : {false, true})
                QTest::addRow("%s, %s", floats ? "float" : "double", small ? "int8" : "int16")
                    << floats << small;
    }

    void binaryRoundTripKeepsEverything() {
        QFETCH(bool, floats);
        QFETCH(bool, small);
        auto table = someTable(31, 5, floats);
        table.name = "Größe 7";
        table.depth = {0.5, 1, 2.25, 9, 10};
        table.sample[0] = std::numeric_limits<std::int64_t>::min();
        if (!small) table.prediction[9] = 999;
        REQUIRE_OK(writeTableFile(folder_ / "t.exits", table));
        QVERIFY(!std::filesystem::exists(folder_ / "t.exits.part"));
        const auto back = readTable(folder_ / "t.exits");
        REQUIRE_OK(back);
        QVERIFY(sameValues(*back, table));
        QCOMPARE(back->depth, table.depth);
        QCOMPARE(back->name, table.name);
        QCOMPARE(tableHash(*back), tableHash(table));
    }

    void tenThousandSamplesOfSevenExitsTakeUnder500Kilobytes() {
        REQUIRE_OK(writeTableFile(folder_ / "big.exits", someTable(10000, 7, true)));
        const auto size = std::filesystem::file_size(folder_ / "big.exits");
        QVERIFY2(size < 500'000, std::to_string(size).c_str());
    }

    void hashFollowsValuesAndNotTheName() {
        auto table = someTable(10, 3, false);
        const std::string hash = tableHash(table);
        QCOMPARE(hash.size(), 16U);
        table.name = "another";
        QCOMPARE(tableHash(table), hash);
        table.confidence[4] = std::nextafter(table.confidence[4], 1.0);
        QVERIFY(tableHash(table) != hash);
    }

    void everyCutAndEveryFlippedByteOfABinaryTableIsNoticed_data() {
        QTest::addColumn<int>("form");
        QTest::newRow("plain") << static_cast<int>(TableForm::Plain);
        QTest::newRow("packed") << static_cast<int>(TableForm::Packed);
    }
    void everyCutAndEveryFlippedByteOfABinaryTableIsNoticed() {
        QFETCH(int, form);
        const std::string good = encodeTable(someTable(4, 3, true), static_cast<TableForm>(form));
        REQUIRE_OK(decodeTable(good, "good"));
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY(!decodeTable(std::string_view(good).substr(0, size), "cut").has_value());
        for (std::size_t at = 0; at < good.size(); ++at) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x55);
            QVERIFY2(!decodeTable(bad, "flipped").has_value(), std::to_string(at).c_str());
        }
        QVERIFY(!decodeTable(good + "x", "longer").has_value());
    }

    void sizesThatLieAllocateNothing() {
        std::string bytes = encodeTable(someTable(4, 3, true));
        for (std::size_t at = 16; at < 24; ++at) bytes[at] = '\xff';  // 2^64 - 1 samples
        REQUIRE_SAYS(decodeTable(bytes, "liar"), "header is out of range");
        bytes = encodeTable(someTable(4, 3, true));
        bytes[8] = 4;
        REQUIRE_SAYS(decodeTable(bytes, "later"), "use a newer program");
        auto table = someTable(4, 3, true);
        table.name = "\x1b[2Jgone";
        REQUIRE_SAYS(decodeTable(encodeTable(table), "screen"), "control characters");
        writeAll(folder_ / "cut.exits", bytes.substr(0, 20));
        REQUIRE_SAYS(readTable(folder_ / "cut.exits"), "is not an exit table");
    }

    void roundsCsvIsExact() {
        std::setlocale(LC_ALL, "de_DE.UTF-8");  // where it is installed: a decimal comma
        auto csv = RoundsCsv::open(folder_ / "rounds.csv");
        REQUIRE_OK(csv);
        const std::vector<RoundRecord> rounds{{1, 4, 44, 3, true, 7, 1, 0.8123456789123, 0.3, 0},
                                              {2, 5, 55, 1, false, 2, 0, -1e-12, 1, 5},
                                              {3, 6, 66, 2, false, 1, -1, -0.0, 1, 5},
                                              {4, 7, 77, 2, true, 1, 1, -1.7e308, 1, 5}};
        REQUIRE_OK((*csv)->consume(rounds));
        REQUIRE_OK((*csv)->close());
        REQUIRE_OK((*csv)->close());
        std::setlocale(LC_ALL, "C");
        const std::string text = readAll(folder_ / "rounds.csv");
        QVERIFY2(text.starts_with("round,sample,split_layer,exited,reward,cost,prediction,correct\n"
                                  "1,44,3,1,0.812345679,0.300000000,7,1\n"
                                  "2,55,1,0,0.000000000,6.000000000,2,0\n"
                                  "3,66,2,0,0.000000000,6.000000000,1,\n"
                                  "4,77,2,1,-169999999"),
                 text.c_str());
        QVERIFY(text.ends_with(".000000000,6.000000000,1,1\n"));
    }

    void roundsCsvTellsOfAFullDiskAndAMissingFolder() {
        REQUIRE_SAYS(RoundsCsv::open("/dev/full"),
                     "cannot write rounds to /dev/full (No space left on device)");
        REQUIRE_SAYS(RoundsCsv::open(folder_ / "no/folder.csv"), "No such file or directory");
    }
};

std::unique_ptr<QObject> makeTableTests() { return std::make_unique<TableTests>(); }

#include "test_tables.moc"
