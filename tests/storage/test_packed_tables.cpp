// SPDX-License-Identifier: GPL-3.0-or-later
// Packed .exits files: the same table in fewer bytes, and nothing bad let in.
#include "subjects.h"

#include <cmath>
#include <cstring>

#include "engine/rng.h"
#include "storage/tables/packed_columns.h"
#include "storage/tables/table_file.h"

using namespace splitee;

namespace {

// Answers as a network gives them: sure exits, alike predictions, entropies of 16 bits.
ExitTable networkTable(int samples, int exits) {
    ExitTable table = someTable(samples, exits, true);
    for (std::size_t at = 0; at < table.confidence.size(); ++at) {
        const auto sample = static_cast<std::int16_t>(at / static_cast<std::size_t>(exits) % 10);
        table.prediction[at] = sample;
        table.confidence[at] = static_cast<float>(1 - table.confidence[at] * 0.1);
        table.entropy.push_back(static_cast<double>((at * 2654435761U) % 400) * kEntropyStep);
    }
    table.contextNames = {"luminance"};
    for (int row = 0; row < samples; ++row)
        table.context.push_back(static_cast<double>(row % 977) * kContextStep);
    for (int row = 0; row < samples; ++row) {
        table.label[static_cast<std::size_t>(row)] = row % 10;
        table.sample[static_cast<std::size_t>(row)] = row;
    }
    return table;
}

bool sameTable(const ExitTable& a, const ExitTable& b) {
    return sameValues(a, b) && a.depth == b.depth && a.name == b.name && a.entropy == b.entropy &&
           a.contextNames == b.contextNames && a.context == b.context;
}

template <class T>
void put(std::string& bytes, std::size_t at, T value) {
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

// With a checksum that fits what was changed.
std::string sealedAgain(std::string bytes) {
    bytes.resize(bytes.size() - 8);
    const std::uint64_t sum = hashText(bytes);
    bytes.append(reinterpret_cast<const char*>(&sum), 8);
    return bytes;
}

constexpr std::size_t kSamplesPlace = 16, kConfidenceWidthPlace = 28;

}  // namespace

class PackedTableTests final : public QObject {
    Q_OBJECT

    Folder folder_;

private slots:
    void packedIsTheSameTable_data() {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("exits");
        QTest::addColumn<bool>("floats");
        QTest::addColumn<bool>("columns");
        QTest::newRow("one sample") << 1 << 2 << true << false;
        QTest::newRow("doubles") << 31 << 5 << false << false;
        QTest::newRow("floats") << 31 << 5 << true << false;
        QTest::newRow("with columns") << 500 << 7 << true << true;
        QTest::newRow("one exit") << 9 << 1 << true << false;
    }
    void packedIsTheSameTable() {
        QFETCH(int, samples);
        QFETCH(int, exits);
        QFETCH(bool, floats);
        QFETCH(bool, columns);
        ExitTable table =
            columns ? networkTable(samples, exits) : someTable(samples, exits, floats);
        table.name = "Größe 7";
        table.sample[0] = std::numeric_limits<std::int64_t>::min();
        REQUIRE_OK(writeTableFile(folder_ / "p.exits", table, TableForm::Packed));
        REQUIRE_OK(writeTableFile(folder_ / "q.exits", table));
        const auto packed = readTable(folder_ / "p.exits"), plain = readTable(folder_ / "q.exits");
        REQUIRE_OK(packed);
        REQUIRE_OK(plain);
        QVERIFY(sameTable(*packed, *plain));
        QVERIFY(sameTable(*packed, table));
        QCOMPARE(tableHash(*packed), tableHash(*plain));
    }

    void packedIsSmaller() {
        const ExitTable table = networkTable(5000, 7);
        const auto plain = encodeTable(table).size();
        const auto packed = encodeTable(table, TableForm::Packed).size();
        QVERIFY2(packed < plain * 2 / 3, std::to_string(packed).c_str());
        const auto rounded = encodeTable(roundedTable(table), TableForm::Packed).size();
        QVERIFY2(rounded < packed * 4 / 5, std::to_string(rounded).c_str());
    }

    void aRoundedTableKeepsEachConfidenceToHalfAStep() {
        const ExitTable table = networkTable(300, 7);
        const ExitTable rounded = roundedTable(table);
        REQUIRE_OK(validate(rounded));
        for (std::size_t at = 0; at < table.confidence.size(); ++at) {
            const double steps = rounded.confidence[at] / kConfidenceStep;
            QCOMPARE(steps, std::floor(steps));
            QVERIFY(std::abs(rounded.confidence[at] - table.confidence[at]) <= kConfidenceStep / 2);
        }
        QVERIFY(rounded.contextNames.empty() && rounded.context.empty());
        QCOMPARE(rounded.entropy, table.entropy);
        const std::string bytes = encodeTable(rounded, TableForm::Packed);
        QCOMPARE(int{bytes[kConfidenceWidthPlace]}, 2);
        const auto back = decodeTable(bytes, "rounded");
        REQUIRE_OK(back);
        QVERIFY(sameTable(*back, rounded));
        // Plain files know no such width, and a rounded table may be written plain.
        const auto plain = decodeTable(encodeTable(rounded), "plain");
        REQUIRE_OK(plain);
        QVERIFY(sameTable(*plain, rounded));
    }

    void moreThanIsEverPackedIsRefused() {
        ExitTable large;
        large.exits = 1;
        large.depth = {1};
        constexpr std::size_t kRows = 2'200'000;  // 8.8 million numbers
        large.confidence.assign(kRows, 0.5);
        large.prediction.assign(kRows, 0);
        large.label.assign(kRows, 0);
        large.sample.resize(kRows);
        REQUIRE_SAYS(writeTableFile(folder_ / "l.exits", large, TableForm::Packed),
                     "8 million numbers at most");
        QVERIFY(!std::filesystem::exists(folder_ / "l.exits"));
    }

    // The checksum fits: the file was made so.
    void whatWasMadeToHarmIsRefused() {
        const ExitTable table = networkTable(600, 3);
        const std::string good = encodeTable(table, TableForm::Packed);
        for (const std::uint64_t samples :
             {std::uint64_t{0}, std::uint64_t{599}, std::uint64_t{601}, std::uint64_t{60'000},
              std::uint64_t{4'000'000}, std::uint64_t{1} << 40,
              std::numeric_limits<std::uint64_t>::max()}) {
            std::string bad = good;
            put(bad, kSamplesPlace, samples);
            REQUIRE_SAYS(decodeTable(sealedAgain(bad), "liar"), "liar");
        }
        for (const int width : {0, 1, 3, 8}) {
            std::string bad = good;
            put(bad, kConfidenceWidthPlace, static_cast<std::uint8_t>(width));
            REQUIRE_SAYS(decodeTable(sealedAgain(bad), "wide"), "damaged");
        }
        for (std::size_t at = good.size() / 2; at < good.size() - 8; ++at) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x55);
            (void)decodeTable(sealedAgain(bad), "any");  // refused or another table; no crash
        }
        REQUIRE_SAYS(decodeTable(sealedAgain(good.substr(0, good.size() - 8) + "more" +
                                             good.substr(good.size() - 8)),
                                 "longer"),
                     "cannot be unpacked");
    }

    // 70 MB of zeros in some KB: more than is ever packed.
    void aSmallFileDoesNotFillTheMemory() {
        const std::vector<ColumnGroup> groups{{8, 1}};
        constexpr std::uint64_t kMany = 70ULL * 1024 * 1024 / 8;
        const std::string small = packedColumns(std::string(kMany * 8, '\0'), kMany, groups);
        QVERIFY(small.size() < 100'000);
        QVERIFY(!unpackedColumns(small, kMany, groups).has_value());
        constexpr std::uint64_t kFew = 1000;
        const std::string fits = packedColumns(std::string(kFew * 8, 'x'), kFew, groups);
        QCOMPARE(unpackedColumns(fits, kFew, groups), std::optional(std::string(kFew * 8, 'x')));
        QVERIFY(!unpackedColumns(fits, kFew - 1, groups).has_value());
        QVERIFY(!unpackedColumns(fits, kFew + 1, groups).has_value());
    }
};

std::unique_ptr<QObject> makePackedTableTests() { return std::make_unique<PackedTableTests>(); }

#include "test_packed_tables.moc"
