// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <atomic>
#include <numeric>
#include <stdexcept>

#include "datasets/image_folder.h"
#include "datasets/read_ahead.h"
#include "datasets_tests.h"
#include "engine/rng.h"
#include "made_folder.h"

using namespace splitee;
using namespace splitee::test;

namespace {

// Photographs of a camera, so that decoding one takes milliseconds.
void fill(const MadeFolder& folder) {
    for (int c = 0; c < 2; ++c)
        for (int i = 0; i < 15; ++i) {
            QImage image(1600, 1200, QImage::Format_RGB32);
            Rng rng(static_cast<std::uint64_t>(c * 100 + i), "photo");
            for (int y = 0; y < image.height(); ++y) {
                const QRgb row = qRgb(static_cast<int>(rng.below(256)), 40 * c, 90);
                std::fill_n(reinterpret_cast<QRgb*>(image.scanLine(y)), image.width(), row);
            }
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "jpg");
            folder.put(kClasses[static_cast<std::size_t>(c)] + "/" + std::to_string(i) + ".jpg",
                       bytes.toStdString());
        }
}

// Fails at one row, throws at another, and counts how often each is read.
class Faulty final : public Dataset {
public:
    explicit Faulty(std::shared_ptr<const Dataset> behind) : behind_(std::move(behind)) {}
    mutable std::array<std::atomic<int>, 64> reads{};
    [[nodiscard]] std::string name() const override { return "faulty"; }
    [[nodiscard]] std::int64_t size() const override { return behind_->size(); }
    [[nodiscard]] int side() const override { return behind_->side(); }
    [[nodiscard]] const std::vector<std::string>& classNames() const override {
        return behind_->classNames();
    }
    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        ++reads[static_cast<std::size_t>(index)];
        if (index == 7) return fail("row 7 is gone");
        if (index == 9) throw std::runtime_error("row 9 throws");
        return behind_->read(index);
    }
    [[nodiscard]] std::string hash() const override { return behind_->hash(); }

private:
    std::shared_ptr<const Dataset> behind_;
};

std::shared_ptr<const Dataset> photos(const MadeFolder& folder) {
    fill(folder);
    return *openImageFolder(folder.path(), 96, Split::All);
}

}  // namespace

void TestReadAhead::givesWhatTheDatasetGives_data() {
    QTest::addColumn<int>("threads");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("four") << 4;
}

// Rows in any order, some expected, some not, some expected and never asked for, some twice.
void TestReadAhead::givesWhatTheDatasetGives() {
    QFETCH(int, threads);
    const MadeFolder folder;
    const auto images = photos(folder);
    ReadAhead ahead(images, threads);
    Rng rng(5, "asked");
    std::vector<std::uint32_t> rows(static_cast<std::size_t>(images->size()));
    std::iota(rows.begin(), rows.end(), 0U);
    for (int pass = 0; pass < 4; ++pass) {
        shuffle(rows, rng);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto following = std::span(rows).subspan(i + 1);
            if (rng.below(4) != 0) ahead.expect(following);
            const bool astray = rng.below(5) == 0;
            const std::int64_t row =
                astray ? static_cast<std::int64_t>(rng.below(rows.size())) : std::int64_t{rows[i]};
            const auto sample = ahead.read(row);
            const auto expected = images->read(row);
            QVERIFY(sample.has_value());
            QCOMPARE(sample->label, expected->label);
            QCOMPARE(sample->image(), expected->image());
        }
    }
    QCOMPARE(ahead.readByThreads() > 0, threads > 0);
}

// As a run plays: what follows is told before each row is asked for, and no row is read twice.
void TestReadAhead::whatWasReadAheadIsUsed() {
    const MadeFolder folder;
    const auto counted = std::make_shared<const Faulty>(photos(folder));
    ReadAhead ahead(counted, 1);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < counted->size(); ++row)
        if (row != 7 && row != 9) rows.push_back(row);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ahead.expect(std::span(rows).subspan(i + 1));
        QVERIFY(ahead.read(rows[i]).has_value());
    }
    for (const std::uint32_t row : rows) QCOMPARE(counted->reads[row].load(), 1);
    QVERIFY(ahead.readByThreads() > 0);
}

void TestReadAhead::errorsAreThoseOfTheRow() {
    const MadeFolder folder;
    const auto faulty = std::make_shared<const Faulty>(photos(folder));
    ReadAhead ahead(faulty, 2);
    QVERIFY(ahead.read(0).has_value());  // slow: from now on threads read
    const std::vector<std::uint32_t> rows{6, 7, 8, 9, 10};
    ahead.expect(rows);
    for (const std::uint32_t row : rows) {
        const auto sample = ahead.read(row);
        QCOMPARE(sample.has_value(), row != 7 && row != 9);
        if (row == 7) QCOMPARE(sample.error().message, std::string("row 7 is gone"));
        if (row == 9) QVERIFY(sample.error().message.find("row 9 throws") != std::string::npos);
        QCOMPARE(faulty->reads[row].load(), 1);
    }
}

// Ended while its threads read; under a sanitizer this would show what outlives it.
void TestReadAhead::endsWhileItReads() {
    const MadeFolder folder;
    const auto images = photos(folder);
    for (int turn = 0; turn < 10; ++turn) {
        ReadAhead ahead(images, 2);
        QVERIFY(ahead.read(0).has_value());
        const std::vector<std::uint32_t> rows{1, 2, 3, 4, 5, 6};
        ahead.expect(rows);
    }
}
