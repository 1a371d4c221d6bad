// SPDX-License-Identifier: GPL-3.0-or-later
// Entropies and context in exit tables: kept exactly, in few bytes, and no harm from files that lie
// about them.
#include "subjects.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "engine/rng.h"
#include "storage/tables/table_csv.h"
#include "storage/tables/table_file.h"

using namespace splitee;

namespace {

// Entropies and context that fit 16 bits, as networks and image statistics give them.
ExitTable withColumns(ExitTable table, const std::vector<std::string>& names) {
    for (std::size_t at = 0; at < table.confidence.size(); ++at)
        table.entropy.push_back(static_cast<double>((at * 2654435761U) % 9431) * kEntropyStep);
    table.contextNames = names;
    for (std::size_t at = 0; at < table.label.size() * names.size(); ++at)
        table.context.push_back(static_cast<double>((at * 40503U) % 32769) * kContextStep);
    return table;
}

const std::vector<std::string> kNames{"luminance", "noise"};
constexpr std::size_t kEntropyWidthAt = 30;  // of version 2
constexpr std::size_t kContextWidthAt = 31;
constexpr std::size_t kNamesSizeAt = 32;
constexpr std::size_t kSamplesAt = 16;

bool sameColumns(const ExitTable& a, const ExitTable& b) {
    return sameValues(a, b) && a.entropy == b.entropy && a.contextNames == b.contextNames &&
           a.context == b.context;
}

// The bytes with a checksum that fits what was changed in them.
std::string sealed(std::string bytes) {
    bytes.resize(bytes.size() - 8);
    const std::uint64_t sum = hashText(bytes);
    bytes.append(reinterpret_cast<const char*>(&sum), 8);
    return bytes;
}

std::string changed(std::string bytes, std::size_t at, std::string_view to) {
    bytes.replace(at, to.size(), to);
    return sealed(std::move(bytes));
}

}  // namespace

class OptionalColumnTests final : public QObject {
    Q_OBJECT

    Folder folder_;

    Result<ExitTable> readText(const std::string& text) {
        writeAll(folder_ / "t.csv", text);
        return readTable(folder_ / "t.csv");
    }

private slots:
    void validateChecksTheOptionalColumns_data() {
        QTest::addColumn<std::function<void(ExitTable&)>>("damage");
        QTest::addColumn<std::string>("says");
        using Damage = std::function<void(ExitTable&)>;
        const auto add = [](const char* name, Damage damage, const char* says) {
            QTest::newRow(name) << damage << std::string(says);
        };
        add(
            "too few entropies", [](ExitTable& t) { t.entropy.pop_back(); }, "differ in number");
        add(
            "negative entropy", [](ExitTable& t) { t.entropy[4] = -1e-9; },
            "the entropy of sample 3, exit 2");
        add(
            "entropy above ln 32768", [](ExitTable& t) { t.entropy[0] = 10.3973; },
            "between 0 and ln 32768");
        add(
            "entropy NaN", [](ExitTable& t) { t.entropy[0] = std::nan(""); },
            "the entropy of sample 0, exit 1 is nan");
        add(
            "context NaN", [](ExitTable& t) { t.context[3] = std::nan(""); },
            "context noise of sample 3 is not a finite number");
        add(
            "context infinite", [](ExitTable& t) { t.context[0] = HUGE_VAL; },
            "context luminance of sample 0 is not");
        add(
            "context too short", [](ExitTable& t) { t.context.pop_back(); },
            "context differs in length");
        add(
            "context without names", [](ExitTable& t) { t.contextNames.clear(); },
            "context differs in length");
        add(
            "name twice", [](ExitTable& t) { t.contextNames[1] = "luminance"; },
            "column luminance twice");
        for (const char* name : {"", "Noise", "7up", "_a", "a b", "a,b",
                                 "gr\xc3\xb6\xc3\x9f"
                                 "e",
                                 "a\x1b"})
            add(
                name, [name](ExitTable& t) { t.contextNames[1] = name; },
                "context column 2 has a bad name");
        add(
            "name of 65 bytes", [](ExitTable& t) { t.contextNames[0] = std::string(65, 'a'); },
            "context column 1 has a bad name");
        add(
            "33 columns",
            [](ExitTable& t) {
                for (int i = 2; i < 33; ++i) t.contextNames.push_back("c" + std::to_string(i));
                t.context.resize(t.label.size() * 33);
            },
            "33 context columns, but at most 32");
    }

    void validateChecksTheOptionalColumns() {
        QFETCH(std::function<void(ExitTable&)>, damage);
        QFETCH(std::string, says);
        auto table = withColumns(someTable(4, 3, true), kNames);
        REQUIRE_OK(validate(table));
        damage(table);
        REQUIRE_SAYS(validate(table), says);
        REQUIRE_SAYS(writeTableFile(folder_ / "bad.exits", table), says);
    }

    void binaryKeepsThemExactlyInTheFewestBytes_data() {
        QTest::addColumn<double>("entropy");
        QTest::addColumn<double>("context");
        QTest::addColumn<int>("entropyBytes");
        QTest::addColumn<int>("contextBytes");
        QTest::newRow("steps") << 9430 * kEntropyStep << 65535 * kContextStep << 2 << 2;
        QTest::newRow("floats") << double{1.1F} << -0.5 << 4 << 4;
        QTest::newRow("doubles") << 1.1 << 1e300 << 8 << 8;
        QTest::newRow("beyond 16 bits") << 0.5 * kEntropyStep << 65536 * kContextStep << 4 << 4;
        QTest::newRow("minus zero") << 0.25 << -0.0 << 2 << 4;
        QTest::newRow("smallest") << std::numeric_limits<double>::denorm_min()
                                  << std::numeric_limits<double>::denorm_min() << 8 << 8;
    }

    void binaryKeepsThemExactlyInTheFewestBytes() {
        QFETCH(double, entropy);
        QFETCH(double, context);
        QFETCH(int, entropyBytes);
        QFETCH(int, contextBytes);
        auto table = withColumns(someTable(9, 3, true), kNames);
        table.entropy[5] = entropy;
        table.context[5] = context;
        REQUIRE_OK(writeTableFile(folder_ / "t.exits", table));
        const auto back = readTable(folder_ / "t.exits");
        REQUIRE_OK(back);
        QVERIFY(sameColumns(*back, table));
        QCOMPARE(std::signbit(back->context[5]), std::signbit(context));
        QCOMPARE(tableHash(*back), tableHash(table));
        const std::string bytes = encodeTable(table);
        QCOMPARE(static_cast<int>(bytes[kEntropyWidthAt]), entropyBytes);
        QCOMPARE(static_cast<int>(bytes[kContextWidthAt]), contextBytes);
    }

    void eitherColumnMayComeAlone() {
        auto entropyOnly = withColumns(someTable(5, 2, true), {});
        auto contextOnly = withColumns(someTable(5, 2, true), {"a"});
        contextOnly.entropy.clear();
        for (const auto& table : {entropyOnly, contextOnly}) {
            const auto back = decodeTable(encodeTable(table), "alone");
            REQUIRE_OK(back);
            QVERIFY(sameColumns(*back, table));
            REQUIRE_OK(writeTableCsv(folder_ / "alone.csv", table));
            const auto text = readTable(folder_ / "alone.csv");
            REQUIRE_OK(text);
            QVERIFY(sameColumns(*text, table));
        }
    }

    void tablesWithoutThemKeepTheirBytesAndHashes() {
        const auto table = someTable(10, 3, false);
        const std::string bytes = encodeTable(table);
        QCOMPARE(static_cast<int>(bytes[8]), 1);
        QCOMPARE(bytes.size(), std::size_t{30 + 10 + 3 * 8 + 10 * (12 + 3 * 9) + 8});
        QCOMPARE(tableHash(table),
                 std::string("38f64d6ed06691e7"));  // as hashed before there were such columns
        REQUIRE_OK(decodeTable(bytes, "version 1"));
    }

    void theHashCoversEntropiesNamesAndContext() {
        const auto table = withColumns(someTable(10, 3, false), kNames);
        std::vector<std::string> hashes{tableHash(table), tableHash(someTable(10, 3, false))};
        auto other = table;
        other.entropy[3] += kEntropyStep;
        hashes.push_back(tableHash(other));
        other = table;
        other.context[3] += kContextStep;
        hashes.push_back(tableHash(other));
        other = table;
        other.contextNames[0] = "luminancf";
        hashes.push_back(tableHash(other));
        std::ranges::sort(hashes);
        QVERIFY(std::ranges::adjacent_find(hashes) == hashes.end());
    }

    void tenThousandSamplesOfSevenExitsAndFiveColumnsTakeUnder750Kilobytes() {
        const auto table =
            withColumns(someTable(10000, 7, true),
                        {"luminance", "contrast", "sharpness", "noise", "saturation"});
        const auto size = encodeTable(table).size();
        QVERIFY2(size < 750'000, std::to_string(size).c_str());
    }

    void everyCutAndEveryFlippedByteIsNoticed() {
        const std::string good = encodeTable(withColumns(someTable(4, 3, true), kNames));
        for (std::size_t size = 0; size < good.size(); ++size) {
            QVERIFY(!decodeTable(std::string_view(good).substr(0, size), "cut").has_value());
            if (size > 8)
                QVERIFY2(!decodeTable(sealed(good.substr(0, size)), "cut and sealed").has_value(),
                         std::to_string(size).c_str());
        }
        for (std::size_t at = 0; at < good.size(); ++at) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x55);
            QVERIFY2(!decodeTable(bad, "flipped").has_value(), std::to_string(at).c_str());
        }
    }

    void sizesAndValuesThatLieAreRefused() {
        const std::string good = encodeTable(withColumns(someTable(4, 3, true), kNames));
        REQUIRE_OK(decodeTable(sealed(good), "good"));
        using namespace std::string_view_literals;
        REQUIRE_SAYS(
            decodeTable(changed(good, kSamplesAt, "\xff\xff\xff\xff\xff\xff\xff\xff"sv), "liar"),
            "header is out of range");
        REQUIRE_SAYS(decodeTable(changed(good, kSamplesAt, "\x05"sv), "liar"), "size does not fit");
        for (const char width : {'\1', '\3', '\x10', '\xff'}) {
            REQUIRE_SAYS(decodeTable(changed(good, kEntropyWidthAt, {&width, 1}), "liar"),
                         "header is out of range");
            REQUIRE_SAYS(decodeTable(changed(good, kContextWidthAt, {&width, 1}), "liar"),
                         "header is out of range");
        }
        for (const char width : {'\0', '\4', '\x8'}) {
            REQUIRE_SAYS(decodeTable(changed(good, kEntropyWidthAt, {&width, 1}), "liar"),
                         "size does not fit");
            REQUIRE_SAYS(decodeTable(changed(good, kContextWidthAt, {&width, 1}), "liar"),
                         "size does not fit");
        }
        REQUIRE_SAYS(decodeTable(changed(good, kNamesSizeAt, "\xff\xff\xff\xff"sv), "liar"),
                     "header is out of range");
        REQUIRE_SAYS(decodeTable(changed(good, kNamesSizeAt, "\x20\x08\0\0"sv), "liar"),
                     "header is out of range");  // 2080 bytes, beyond the end
        REQUIRE_SAYS(decodeTable(changed(good, kNamesSizeAt, "\0\0\0\0"sv), "liar"),
                     "size does not fit");  // width without names
        REQUIRE_SAYS(decodeTable(changed(good, 8, "\1"sv), "liar"), "size does not fit");
        REQUIRE_SAYS(decodeTable(changed(good, 8, "\4"sv), "later"), "use a newer program");
        REQUIRE_SAYS(decodeTable(changed(good, 8, "\0"sv), "never"), "format version 0");
        const auto namesAt = good.find("luminance");
        REQUIRE_SAYS(decodeTable(changed(good, namesAt, "Luminance"sv), "names"), "bad name");
        REQUIRE_SAYS(decodeTable(changed(good, namesAt, "lum\x1b[2Jce"sv), "names"), "bad name");
    }

    void valuesOutOfRangeInAFileAreRefused() {
        auto table = withColumns(someTable(4, 3, true), kNames);
        table.entropy[0] = table.context[7] = 1.1;  // 8 bytes each
        const std::string good = encodeTable(table);
        const double nan = std::nan("");
        const double negative = -0.25;
        const auto bytesOf = [](const double& value) {
            return std::string_view(reinterpret_cast<const char*>(&value), 8);
        };
        const std::size_t contextAt = good.size() - 8 - 8 * table.context.size();
        const std::size_t entropyAt = contextAt - 8 * table.entropy.size();
        REQUIRE_SAYS(decodeTable(changed(good, contextAt, bytesOf(nan)), "nan"),
                     "context luminance of sample 0 is not a finite number");
        REQUIRE_SAYS(decodeTable(changed(good, entropyAt, bytesOf(nan)), "nan"),
                     "entropy of sample 0, exit 1 is nan");
        REQUIRE_SAYS(decodeTable(changed(good, entropyAt, bytesOf(negative)), "negative"),
                     "must be between 0 and ln 32768");
    }

    void csvKeepsThemInOurLayout() {
        auto table = withColumns(someTable(40, 3, false), kNames);
        table.entropy[7] = 1.0 / 3;
        table.context[8] = -1e-300;
        REQUIRE_OK(writeTableCsv(folder_ / "a.csv", table));
        const std::string text = readAll(folder_ / "a.csv");
        QVERIFY2(text.starts_with("sample,label,conf_1,conf_2,conf_3,pred_1,pred_2,pred_3,entropy_"
                                  "1,entropy_2,entropy_3,context_luminance,context_noise\n"),
                 text.substr(0, 200).c_str());
        const auto back = readTable(folder_ / "a.csv");
        REQUIRE_OK(back);
        QVERIFY(sameColumns(*back, table));
        const auto anyOrder = readText(
            "context_b,entropy_2,sample,label,conf_1,context_a,conf_2,pred_1,pred_2,entropy_1\n7,2,"
            "0,1,.5,8,.5,1,1,1\n");
        REQUIRE_OK(anyOrder);
        QCOMPARE(anyOrder->entropy, (std::vector<double>{1, 2}));
        QCOMPARE(anyOrder->contextNames, (std::vector<std::string>{"b", "a"}));
        QCOMPARE(anyOrder->context, (std::vector<double>{7, 8}));
    }

    void otherLayoutsHaveNoneOfThem() {
        const auto table =
            readText("target,conf_branch_1,prediction_branch_1,entropy_1,context_a\n1,.5,1,x,y\n");
        REQUIRE_OK(table);
        QVERIFY(table->entropy.empty() && table->contextNames.empty() && table->context.empty());
    }

    void badCsvColumnsAreRefused_data() {
        QTest::addColumn<std::string>("columns");
        QTest::addColumn<std::string>("values");
        QTest::addColumn<std::string>("says");
        const auto add = [](const char* name, const std::string& columns, const std::string& values,
                            const char* says) {
            QTest::newRow(name) << columns << values << std::string(says);
        };
        add("one of two", "entropy_1", ".5",
            "1 columns entropy_1.. but 2 exits: either every exit has one or none");
        add("three of two", "entropy_1,entropy_2,entropy_3", "1,1,1",
            "3 columns entropy_1.. but 2 exits");
        add("a gap", "entropy_1,entropy_3", "1,1", "entropy_1.. must be numbered from 1");
        add("twice", "entropy_1,entropy_2,entropy_2", "1,1,1", "column entropy_2 twice");
        add("no number", "entropy_x", "1", "entropy_1.. must be numbered");
        add("entropy NaN", "entropy_1,entropy_2", "1,nan",
            "line 2, column entropy_2: 'nan' is not a finite number");
        add("entropy empty", "entropy_1,entropy_2", "1,",
            "column entropy_2: '' is not a finite number");
        add("entropy negative", "entropy_1,entropy_2", "1,-1",
            "the entropy of sample 0, exit 2 is -1");
        add("entropy too large", "entropy_1,entropy_2", "11,1",
            "the entropy of sample 0, exit 1 is 11");
        add("context word", "context_a", "dark",
            "line 2, column context_a: 'dark' is not a finite number");
        add("context infinite", "context_a", "1e999", "is not a finite number");
        add("context without a name", "context_", "1", "context column 1 has a bad name");
        add("context in capitals", "context_A", "1", "context column 1 has a bad name");
        add("context twice", "context_a,context_a", "1,1", "column context_a twice");
        std::string columns;
        std::string values;
        for (int i = 1; i <= 33; ++i) {
            columns += (i == 1 ? "context_a" : ",context_a") + std::to_string(i);
            values += i == 1 ? "1" : ",1";
        }
        add("33 context columns", columns, values, "33 columns context_.., but at most 32");
    }

    void badCsvColumnsAreRefused() {
        QFETCH(std::string, columns);
        QFETCH(std::string, values);
        QFETCH(std::string, says);
        REQUIRE_SAYS(readText("sample,label,conf_1,conf_2,pred_1,pred_2," + columns +
                              "\n0,1,0.5,0.75,1,2," + values + "\n"),
                     says);
    }
};

std::unique_ptr<QObject> makeOptionalColumnTests() {
    return std::make_unique<OptionalColumnTests>();
}

#include "test_optional_columns.moc"
