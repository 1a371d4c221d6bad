// SPDX-License-Identifier: GPL-3.0-or-later
// Text tables that nobody meant well: damaged at random, or made to exhaust time or memory. Each is
// read or refused in one sentence of valid UTF-8.
#include "subjects.h"

#include "engine/plain_text.h"
#include "engine/rng.h"
#include "storage/tables/bundled.h"
#include "storage/tables/table_csv.h"

using namespace splitee;

namespace {

const std::string kOurs =
    "sample,label,conf_1,conf_2,pred_1,pred_2,entropy_1,entropy_2,context_light\n"
    "0,1,0.5,0.75,1,2,0.5,0.25,0.5\n1,-1,0.125,1,3,3,0.5,0.25,0.5\n";
const std::string kPublished =
    "sep=;\n;model;target;conf_branch_1;prediction_branch_1;entropy_branch_1\n"
    "0;a;1;0,5;1;0,25\n1;a;1;0,75;1;0,25\n";
const std::string kLong =
    "# Sample_ID\tExit\tConfidence\tPrediction\tLabel\n0\t0\t.5\t1\t1\n0\t1\t.5\t1\t1\n";

std::string asUtf16(const std::string& ascii) {
    std::string bytes = "\xff\xfe";
    for (const char c : ascii) (bytes += c) += '\0';
    return bytes;
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t bytes = utf8CharacterBytes(text);
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

}  // namespace

class HostileTableTests final : public QObject {
    Q_OBJECT

    Folder folder_;

private slots:
    void damagedTablesAreReadOrRefused_data() {
        QTest::addColumn<std::string>("good");
        QTest::newRow("ours") << kOurs;
        QTest::newRow("published, semicolons") << kPublished;
        QTest::newRow("long, tabs") << kLong;
        QTest::newRow("UTF-16") << asUtf16(kPublished);
    }

    void damagedTablesAreReadOrRefused() {
        QFETCH(std::string, good);
        const std::string path = (folder_ / "t.csv").string();
        writeAll(path, good);
        REQUIRE_OK(openTable(path));
        Rng rng(7, "damage");
        const auto below = [&](std::size_t n) { return static_cast<std::size_t>(rng() % n); };
        const std::string odd("\0\t\n\r\",;.#=?%&|\xff\xfe\xc3\xed\xa0-+9e", 24);
        int refused = 0;
        for (int round = 0; round < 1500; ++round) {
            std::string bad = good;
            for (std::size_t k = 1 + below(4); k > 0; --k) {
                const std::size_t at = below(bad.size());
                switch (below(4)) {
                    case 0:
                        bad[at] = odd[below(odd.size())];
                        break;
                    case 1:
                        bad.erase(at, 1 + below(8));
                        break;
                    case 2:
                        bad.insert(at, 1 + below(3), odd[below(odd.size())]);
                        break;
                    default:
                        bad.insert(at, bad.substr(below(bad.size()), 1 + below(20)));
                }
                if (bad.empty()) bad = "x";
            }
            writeAll(path, bad);
            const auto table = openTable(path);
            if (table) {
                REQUIRE_OK(validate(*table));
                continue;
            }
            ++refused;
            const std::string& says = table.error().message;
            QVERIFY2(!says.empty() && isUtf8(says) && says.find('\n') == std::string::npos,
                     says.c_str());
            QVERIFY2(says.size() < 2000, says.c_str());
        }
        QVERIFY(refused > 100 && refused < 1500);  // the damage is neither harmless nor total
    }

    void nothingIsCollectedForEver() {
        const std::string path = (folder_ / "many.csv").string();
        const std::string head = "model,target,conf_branch_1,prediction_branch_1\n";
        // Values of a group: many, and long ones that differ at their ends only.
        std::string text = head;
        for (int row = 0; row < 20'000; ++row) text += "m" + std::to_string(row) + ",1,0.5,1\n";
        writeAll(path, text);
        REQUIRE_OK(openTable(path));
        text = head;
        for (const char* end : {"a", "b"}) text += std::string(5000, 'x') + end + ",1,0.5,1\n";
        writeAll(path, text);
        const auto same = openTable(path);
        QVERIFY(same || same.error().message.size() < 2000);
        // A header of thousands of columns, and lines of nothing but separators.
        std::string wide = "target,conf_branch_1,prediction_branch_1";
        while (wide.size() < 60'000) wide += ",c";
        writeAll(path, wide + "\n");
        REQUIRE_SAYS(openTable(path), "has a header but no samples");
        std::string empty = head;
        for (int line = 0; line < 200'000; ++line) empty += ",,,\n";
        writeAll(path, empty);
        REQUIRE_SAYS(openTable(path), "has a header but no samples");
        std::string comments;
        for (int line = 0; line < 300; ++line) comments += "#" + std::string(60'000, ',') + "\n";
        writeAll(path, comments);
        REQUIRE_SAYS(openTable(path), "is not an exit table");
        writeAll(path, std::string(200'000, ' '));
        REQUIRE_SAYS(openTable(path), "longer than 64 KiB");
        std::string choices = path + "?a=b";
        for (int k = 0; k < 100; ++k) choices += "&a=b";
        REQUIRE_SAYS(openTable(choices), "chooses by more than 32 columns");
    }
};

std::unique_ptr<QObject> makeHostileTableTests() { return std::make_unique<HostileTableTests>(); }

#include "test_hostile_tables.moc"
