// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_read_exits.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <fstream>

#include "sources/exit_cache.h"
#include "sources/read_exits.h"
#include "storage/tables/table_file.h"

using namespace splitee;

namespace {

constexpr const char* kDistortion = "gaussian_noise:2";
constexpr std::uint64_t kSeed = 7;
const std::string kKey(64, 'a');
const std::string kOtherKey(64, 'b');

QByteArray contentOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

LiveRequest noisySigns() {
    LiveRequest request;
    request.model = "builtin:signs";
    request.dataset = "signs";
    request.distortion = kDistortion;
    request.part = "validation";
    return request;
}

// What reading told, and how often it did.
struct Told {
    std::int64_t first = -1, last = 0, total = 0;
    ProgressSink sink() {
        return [this](const Progress& at) {
            if (first < 0) first = at.done;
            last = at.done;
            total = at.total;
        };
    }
};

// Reads until some samples are done, then stops.
Result<ReadExits> readUntil(const LiveSource& source, const ExitCache* cache,
                            std::int64_t samples) {
    std::stop_source stop;
    return readExits(
        *source.model, source.dataset, cache, kKey, {},
        [&](const Progress& at) {
            if (at.done >= samples) stop.request_stop();
        },
        stop.get_token());
}

Result<ReadExits> readAll(const LiveSource& source, const ExitCache* cache, Told& told) {
    return readExits(*source.model, source.dataset, cache, kKey, {}, told.sink(), {});
}

void setUsed(const std::filesystem::path& path, int secondsAgo) {
    std::filesystem::last_write_time(
        path, std::filesystem::file_time_type::clock::now() - std::chrono::seconds(secondsAgo));
}

}  // namespace

std::filesystem::path TestReadExits::path(const char* name) const {
    return folder_->filePath(QString::fromLatin1(name)).toStdString();
}

void TestReadExits::initTestCase() {
    auto source = openLiveSource(noisySigns(), kSeed);
    QVERIFY2(source.has_value(), source ? "" : source.error().message.c_str());
    source_ = std::make_unique<LiveSource>(std::move(*source));
    auto table = source_->model->buildExitTable(*source_->dataset, 0, 2, {}, {});
    QVERIFY(table.has_value());
    expected_ = std::make_unique<ExitTable>(std::move(*table));
}

void TestReadExits::init() { folder_ = std::make_unique<QTemporaryDir>(); }
void TestReadExits::cleanup() { folder_.reset(); }

void TestReadExits::theTableIsThatOfTableBuild() {
    const QString built = folder_->filePath(QStringLiteral("built.exits"));
    QCOMPARE(QProcess::execute(QStringLiteral(SPLITEE_PROGRAM),
                               {"table", "build", "--model", "builtin:signs", "--dataset", "signs",
                                "--part", "validation", "--distortion", kDistortion, "--seed",
                                QString::number(kSeed), "--out", built}),
             0);
    Told told;
    const auto read = readAll(*source_, nullptr, told);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QVERIFY(read->notKept.empty());
    QCOMPARE(told.total, source_->dataset->size());
    QCOMPARE(told.last, told.total);
    QVERIFY(told.first < told.total);
    QVERIFY(writeTableFile(path("read.exits"), read->table).has_value());
    QVERIFY(contentOf(path("read.exits")) == contentOf(built.toStdString()));
}

void TestReadExits::whatDecidesTheBitsIsTheKey() {
    const auto keyOf = [&](const Dataset& samples, const char* distortion, std::uint64_t seed) {
        return exitKey(*source_->model, samples, distortion, seed);
    };
    const std::string key = keyOf(*source_->dataset, kDistortion, kSeed);
    QCOMPARE(key.size(), std::size_t{64});
    QCOMPARE(keyOf(*source_->dataset, "gaussian_noise:2.0", kSeed), key);  // the same words
    QVERIFY(keyOf(*source_->dataset, kDistortion, 8) != key);
    const std::string clean = keyOf(*source_->images, "clean", kSeed);
    QVERIFY(clean != key);
    QCOMPARE(keyOf(*source_->images, "clean", 8), clean);  // no noise, no seed
    LiveRequest request = noisySigns();
    request.part = "test";
    const auto test = openLiveSource(request, kSeed);
    QVERIFY(test.has_value());
    QVERIFY(keyOf(*test->dataset, kDistortion, kSeed) != key);
    request = noisySigns();
    request.model = "builtin:cifar10";
    const auto other = openModel(request.model);
    QVERIFY(other.has_value());
    QVERIFY(exitKey(**other, *source_->dataset, kDistortion, kSeed) != key);
}

void TestReadExits::aStopKeepsWhatIsRead() {
    const ExitCache cache(path("kept"));
    const auto stopped = readUntil(*source_, &cache, 150);
    QVERIFY(!stopped.has_value());
    QCOMPARE(stopped.error().message, std::string("stopped while the exits were read"));
    const auto part = cache.find(kKey);
    QVERIFY(part.has_value());
    QVERIFY(part->samples() >= 150 && part->samples() < 400);
    Told told;
    const auto read = readAll(*source_, &cache, told);
    QVERIFY(read.has_value());
    QVERIFY2(told.first > part->samples(), "it began anew");
    QVERIFY(encodeTable(read->table) == encodeTable(*expected_));
    QVERIFY(encodeTable(*cache.find(kKey)) == encodeTable(*expected_));
}

void TestReadExits::aStopWithoutAFolderKeepsNothing() {
    QVERIFY(!readUntil(*source_, nullptr, 100).has_value());
    const ExitCache cache(path("never"));
    std::stop_source stop;
    stop.request_stop();  // before the first sample
    QVERIFY(!readExits(*source_->model, source_->dataset, &cache, kKey, {}, {}, stop.get_token())
                 .has_value());
    QVERIFY(!std::filesystem::exists(path("never")));
}

void TestReadExits::aKeptTableIsNotReadAgain() {
    const ExitCache cache(path("kept"));
    QVERIFY(cache.keep(kKey, *expected_).has_value());
    int waited = 0;
    const auto read = readExits(*source_->model, source_->dataset, &cache, kKey,
                                [&](const std::stop_token&) { ++waited; }, {}, {});
    QVERIFY(read.has_value());
    QCOMPARE(waited, 0);
    QVERIFY(encodeTable(read->table) == encodeTable(*expected_));
}

void TestReadExits::aDamagedFileIsReadAgain_data() {
    QTest::addColumn<bool>("cut");
    QTest::newRow("a flipped bit") << false;
    QTest::newRow("cut short") << true;
}

void TestReadExits::aDamagedFileIsReadAgain() {
    QFETCH(bool, cut);
    const ExitCache cache(path("kept"));
    QVERIFY(cache.keep(kKey, *expected_).has_value());
    const auto file = path("kept") / (kKey + ".exits");
    QByteArray bytes = contentOf(file);
    if (cut)
        bytes.chop(bytes.size() / 3);
    else
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
    std::ofstream(file, std::ios::binary) << bytes.toStdString();
    QVERIFY(!cache.find(kKey).has_value());
    QVERIFY(!std::filesystem::exists(file));
    Told told;
    const auto read = readAll(*source_, &cache, told);
    QVERIFY(read.has_value());
    QVERIFY(told.first < 200);
    QVERIFY(encodeTable(read->table) == encodeTable(*expected_));
    QVERIFY(cache.find(kKey).has_value());
}

// Whole, but not of these samples: whoever put it there.
void TestReadExits::anotherTableUnderTheKeyIsReadAgain() {
    const ExitCache cache(path("kept"));
    for (const auto& change : std::initializer_list<void (*)(ExitTable&)>{
             [](ExitTable& table) { table.name = "another"; },
             [](ExitTable& table) { table.depth.back() += 1; },
             [](ExitTable& table) { table.entropy.clear(); },
             [](ExitTable& table) { std::swap(table.sample[0], table.sample[1]); }}) {
        ExitTable other = *expected_;
        change(other);
        QVERIFY(cache.keep(kKey, other).has_value());
        Told told;
        const auto read = readAll(*source_, &cache, told);
        QVERIFY(read.has_value());
        QVERIFY(told.first > 0 && told.first < 200);
        QVERIFY(encodeTable(read->table) == encodeTable(*expected_));
    }
}

void TestReadExits::theFolderIsBounded() {
    const std::string keys[] = {kKey, kOtherKey, std::string(64, 'c')};
    const auto fileOf = [&](int k) { return path("kept") / (keys[k] + ".exits"); };
    const std::uintmax_t one = encodeTable(*expected_).size();
    const ExitCache cache(path("kept"), 2 * one + one / 2);
    for (int k = 0; k < 2; ++k) {
        QVERIFY(cache.keep(keys[k], *expected_).has_value());
        setUsed(fileOf(k), 100 - k);
    }
    QCOMPARE(cache.bytes(), 2 * one);
    QVERIFY(cache.find(keys[0]).has_value());  // the older one was used since
    QVERIFY(cache.keep(keys[2], *expected_).has_value());
    QCOMPARE(cache.bytes(), 2 * one);
    QVERIFY(std::filesystem::exists(fileOf(0)) && std::filesystem::exists(fileOf(2)));
    QVERIFY(!std::filesystem::exists(fileOf(1)));
    const ExitCache tiny(path("tiny"), one / 2);  // one table is too much
    QVERIFY(tiny.keep(kKey, *expected_).has_value());
    QCOMPARE(tiny.bytes(), std::uintmax_t{0});
}

void TestReadExits::onlyTablesAreCleared() {
    const ExitCache cache(path("kept"));
    QVERIFY(cache.clear().has_value());  // there is no folder
    QVERIFY(cache.keep(kKey, *expected_).has_value());
    QVERIFY(cache.keep(kOtherKey, *expected_).has_value());
    std::ofstream(path("kept") / "mine.exits") << "mine";
    std::ofstream(path("kept") / (kKey + ".exits.12.part")) << "left by one that was killed";
    QVERIFY(cache.bytes() > 2 * encodeTable(*expected_).size());
    QVERIFY(cache.clear().has_value());
    QCOMPARE(cache.bytes(), std::uintmax_t{0});
    QVERIFY(!cache.find(kKey).has_value());
    QCOMPARE(contentOf(path("kept") / "mine.exits"), QByteArray("mine"));
    QVERIFY(!std::filesystem::exists(path("kept") / (kKey + ".exits.12.part")));
}

void TestReadExits::aFolderThatCannotBeWrittenIsTold() {
    std::ofstream(path("file")) << "no folder";
    const ExitCache cache(path("file"));
    Told told;
    const auto read = readAll(*source_, &cache, told);
    QVERIFY(read.has_value());
    QVERIFY(read->notKept.find("cannot write exit table") != std::string::npos);
    QVERIFY(encodeTable(read->table) == encodeTable(*expected_));
}
