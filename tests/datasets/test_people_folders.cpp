// SPDX-License-Identifier: GPL-3.0-or-later
// Folders of images as people have them, each made here: read as what they are, or refused by
// naming what is wrong.
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>

#include "datasets/cifar10.h"
#include "datasets/class_match.h"
#include "datasets/image_folder.h"
#include "datasets_tests.h"
#include "made_files.h"
#include "made_folder.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::string joined(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += sentence + "; ";
    return text;
}

using Make = std::function<void(const MadeFolder&)>;

}  // namespace

void TestPeopleFolders::foldersAreReadRight_data() {
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("total");        // images of all parts, 0: as the split by name gives
    QTest::addColumn<QString>("remarks");  // part of one, or "" for none
    const auto add = [](const char* name, const Make& make, int total = 3 * kCopies,
                        const char* remarks = "") {
        QTest::newRow(name) << make << total << QString(remarks);
    };
    add("plain", [](const MadeFolder& f) { f.classes(""); });
    add("notebook checkpoints", [](const MadeFolder& f) {
        f.classes("");
        f.images(".ipynb_checkpoints", 5);
        f.images("ant/.ipynb_checkpoints", 5);
    });
    add("what a Synology leaves", [](const MadeFolder& f) {
        f.classes("");
        f.images("@eaDir", 5);
        f.images("bee/@eaDir/0.png", 5);
    });
    add("what a Mac leaves in a zip", [](const MadeFolder& f) {
        f.classes("");
        f.images("__MACOSX/ant", 5);
        f.put("ant/._0.png", std::string("\0\5\26\7", 4));
        f.put(".DS_Store", "x");
        f.put("cat/.DS_Store", "x");
    });
    add("a Mac's zip around one folder", [](const MadeFolder& f) {
        f.classes("animals/");
        f.put("__MACOSX/animals/ant/._0.png", "x");
        f.put(".DS_Store", "x");
    });
    add("what Windows leaves", [](const MadeFolder& f) {
        f.classes("");
        f.put("ant/Thumbs.db", "x");
        f.put("desktop.ini", "x");
        f.images("$RECYCLE.BIN", 5);
        f.images("System Volume Information", 5);
    });
    add("version control", [](const MadeFolder& f) {
        f.classes("");
        f.images(".git/objects", 5);
    });
    add("other folders' order and capitals", [](const MadeFolder& f) {
        f.images("Bee", 1);
        f.images("CAT", 2);
        f.images("ant", 0);
    });
    add("numbered folders", [](const MadeFolder& f) {
        f.images("001.cat", 2);
        f.images("002.bee", 1);
        f.images("003.ant", 0);
    });
    add("images deep below their class", [](const MadeFolder& f) {
        f.images("ant/2024/may", 0, 20);
        f.images("ant", 0, 20);
        f.images("bee/a/b/c/d", 1);
        f.images("cat/one", 2, 20);
        f.images("cat/two", 2, 20);
    });
    add("folders in folders", [](const MadeFolder& f) { f.classes("data/images/all/"); });
    add(
        "train, val and test",
        [](const MadeFolder& f) {
            f.classes("train/", 8);
            f.classes("val/", 2);
            f.classes("test/", 3);
        },
        3 * 13);
    add(
        "Training, Validation and Testing in a folder",
        [](const MadeFolder& f) {
            f.classes("set/Training/", 8);
            f.classes("set/Validation/", 2);
            f.classes("set/Testing/", 3);
        },
        3 * 13);
    add(
        "train and test",
        [](const MadeFolder& f) {
            f.classes("train/", 20);
            f.classes("test/", 3);
        },
        3 * 23, "15 % of train are held out");
    add("train alone", [](const MadeFolder& f) { f.classes("train/"); });
    add(
        "capitals of endings",
        [](const MadeFolder& f) {
            f.classes("");
            for (int i = 0; i < 5; ++i) f.image("ant/more" + std::to_string(i) + ".PNG", 0);
        },
        3 * kCopies + 5);
    add(
        "content decides, not the ending",
        [](const MadeFolder& f) {
            f.classes("");
            for (int i = 0; i < 5; ++i)
                f.put("ant/m" + std::to_string(i) + ".jpg", imageOf(0, "bmp").toStdString());
        },
        3 * kCopies + 5);
    add(
        "files of other kinds",
        [](const MadeFolder& f) {
            f.classes("");
            f.put("ant/readme.txt", "x");
            f.put("ant/labels.csv", "x");
            f.put("licence.txt", "x");
        },
        3 * kCopies,
        "left out 2 files that are no JPEG, PNG, BMP or WebP by their names: "
        "ant/labels.csv, ant/readme.txt");
    add(
        "an empty class folder",
        [](const MadeFolder& f) {
            f.classes("");
            std::filesystem::create_directories(f.path() + "/dog");
        },
        3 * kCopies, "left out 1 folder without images: dog");
    add(
        "images beside the classes",
        [](const MadeFolder& f) {
            f.classes("");
            f.image("cover.png", 7);
        },
        3 * kCopies, "left out 1 image that lies in no class folder: cover.png");
    add(
        "one class more",
        [](const MadeFolder& f) {
            f.classes("");
            f.images("dog", 3);
        },
        3 * kCopies, "left out 1 folder that the network has no class for: dog");
    add(
        "one class less",
        [](const MadeFolder& f) {
            f.images("ant", 0);
            f.images("cat", 2);
        },
        2 * kCopies, "no images of 1 of the network's 3 classes: bee");
    add(
        "one class only, with folders in it",
        [](const MadeFolder& f) {
            f.images("bee/x", 1, 20);
            f.images("bee/y", 1, 20);
        },
        kCopies, "no images of 2 of the network's 3 classes: ant, cat");
    add("a link in a circle", [](const MadeFolder& f) {
        f.classes("");
        std::filesystem::create_directory_symlink(f.path(), f.path() + "/ant/loop");
    });
}

void TestPeopleFolders::foldersAreReadRight() {
    QFETCH(Make, make);
    QFETCH(int, total);
    QFETCH(QString, remarks);
    const MadeFolder folder;
    make(folder);
    int all = 0;
    std::string told;
    for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
        const auto images = openImageFolder(folder.path(), 8, split, kClasses);
        QVERIFY2(images.has_value(), images ? "" : images.error().message.c_str());
        QCOMPARE((*images)->classNames(), kClasses);
        const auto labels = labelsOf(**images);
        QVERIFY2(!labels.contains(-1), "an image with the label of another class");
        all += static_cast<int>((*images)->size());
        told += joined((*images)->remarks());
    }
    QCOMPARE(all, total);
    if (remarks.isEmpty())
        QCOMPARE(QString::fromStdString(told), QString());
    else
        QVERIFY2(QString::fromStdString(told).contains(remarks), told.c_str());
}

void TestPeopleFolders::foldersAreRefusedByName_data() {
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("says");
    const auto add = [](const char* name, const Make& make, const char* says) {
        QTest::newRow(name) << make << QString(says);
    };
    add(
        "a renamed class",
        [](const MadeFolder& f) {
            f.images("ant", 0);
            f.images("bees", 1);
            f.images("cat", 2);
        },
        "has no folder for 1 of the network's 3 classes (bee) and has 1 that the network does not "
        "know (bees)");
    add(
        "other classes",
        [](const MadeFolder& f) {
            f.images("0", 0);
            f.images("1", 1);
            f.images("2", 2);
        },
        "no folder for 3 of the network's 3 classes (ant, bee, cat) and has 3 that the network "
        "does not know (0, 1, 2): name the folders as the network's classes, move others away, or "
        "train a network on it: splitee train --dataset folder:");
    add(
        "no class folders", [](const MadeFolder& f) { f.image("a.png", 0); },
        "holds 0 class folders with images");
    add(
        "parts without classes",
        [](const MadeFolder& f) {
            f.images("train", 0);
            f.images("test", 1);
        },
        "has no class folders in train: lay it out as train/<class>/<image>");
    add(
        "two validation parts",
        [](const MadeFolder& f) {
            f.classes("train/", 2);
            f.classes("val/", 2);
            f.classes("valid/", 2);
        },
        "has both val and valid: keep one");
    add(
        "test alone, asked for training", [](const MadeFolder& f) { f.classes("test/", 2); },
        "has no folder train: its parts are test");
    add(
        "three of a hundred broken",
        [](const MadeFolder& f) {
            f.classes("train/", 33);
            f.classes("test/", 1);
            f.classes("val/", 1);
            for (const char* name : {"a", "b", "c"})
                f.put(std::string("train/ant/") + name + ".jpg", "no image");
        },
        "3 of 102 images cannot be read, more than 1 %; the first: cannot read image ");
    add(
        "the Python edition of CIFAR-10",
        [](const MadeFolder& f) {
            for (const char* name : {"data_batch_1", "test_batch", "batches.meta"})
                f.put(std::string("cifar-10-batches-py/") + name, "\x80\x02}q");
        },
        "is the Python edition of CIFAR-10");
}

void TestPeopleFolders::foldersAreRefusedByName() {
    QFETCH(Make, make);
    QFETCH(QString, says);
    const MadeFolder folder;
    make(folder);
    const auto images = openImageFolder(folder.path(), 8, Split::Train, kClasses);
    QVERIFY2(!images.has_value(), "should have been refused");
    QVERIFY2(QString::fromStdString(images.error().message).contains(says),
             images.error().message.c_str());
}

void TestPeopleFolders::aPartIsWhole() {
    const MadeFolder folder;
    folder.classes("train/", 8);
    folder.classes("val/", 2);
    folder.classes("test/", 3);
    const auto sizeOf = [&](Split split) {
        return (*openImageFolder(folder.path(), 8, split, kClasses))->size();
    };
    QCOMPARE(sizeOf(Split::Train), 24);
    QCOMPARE(sizeOf(Split::Validation), 6);
    QCOMPARE(sizeOf(Split::Test), 9);
    std::filesystem::remove_all(folder.path() + "/test");
    const auto instead = openImageFolder(folder.path(), 8, Split::Test, kClasses);
    QCOMPARE((*instead)->size(), 6);
    QCOMPARE(QString::fromStdString(joined((*instead)->remarks())),
             QString("there is no folder test: the images of val are the test part too; "));
}

void TestPeopleFolders::oneBrokenImageInAHundredIsNamed_data() {
    QTest::addColumn<std::string>("bytes");
    const std::string png = imageOf(0).toStdString();
    const std::string jpeg = imageOf(0, "jpg").toStdString();
    const std::string webp = imageOf(0, "webp").toStdString();
    const std::string bmp = imageOf(0, "bmp").toStdString();
    std::string flipped = png;
    flipped[flipped.find("IDAT") + 6] = static_cast<char>(flipped[flipped.find("IDAT") + 6] ^ 64);
    QTest::newRow("empty") << std::string();
    QTest::newRow("text") << std::string("no image");
    QTest::newRow("half a PNG") << png.substr(0, png.size() / 2);
    QTest::newRow("a PNG with a flipped bit") << flipped;
    QTest::newRow("half a JPEG") << jpeg.substr(0, jpeg.size() / 2);
    QTest::newRow("half a WebP") << webp.substr(0, webp.size() / 2);
    QTest::newRow("half a BMP") << bmp.substr(0, bmp.size() / 2);
}

void TestPeopleFolders::oneBrokenImageInAHundredIsNamed() {
    QFETCH(std::string, bytes);
    const MadeFolder folder;
    folder.classes("train/", 34);
    folder.classes("val/", 1);
    const auto before = openImageFolder(folder.path(), 8, Split::Train, kClasses);
    folder.put("train/bee/broken.png", bytes);
    const auto images = openImageFolder(folder.path(), 8, Split::Train, kClasses);
    QVERIFY2(images.has_value(), images ? "" : images.error().message.c_str());
    QCOMPARE((*images)->size(), 102);
    QVERIFY(!labelsOf(**images).contains(-1));
    const std::string told = joined((*images)->remarks());
    QVERIFY2(told.find("left out 1 of 103 images, which cannot be read: train/bee/broken.png; the "
                       "first: cannot read image ") != std::string::npos,
             told.c_str());
    QCOMPARE((*images)->hash(), (*before)->hash());
    QVERIFY((*before)->remarks().empty());
}

void TestPeopleFolders::namesDecideNotPositions() {
    QCOMPARE(classNameOf("017.bonsai"), std::string("bonsai"));
    QCOMPARE(classNameOf("17.bonsai"), std::string("17.bonsai"));
    // The very name comes before one that differs in case; the first of a name is the first class.
    const auto match = matchClasses({"Cat", "cat", "ANT", "001.dog", "002.dog"},
                                    {"ant", "cat", "Cat", "dog", "dog"}, "f");
    QVERIFY(match.has_value());
    QCOMPARE(match->label, (std::vector<std::int32_t>{2, 1, 0, 3, 4}));
    QVERIFY(match->remarks.empty());
    const auto loose =
        matchClasses({"Soccer Ball", "grand-piano"}, {"grand_piano", "soccer_ball"}, "f");
    QVERIFY(loose.has_value());
    QCOMPARE(loose->label, (std::vector<std::int32_t>{1, 0}));
    QCOMPARE(namesIn({"a", "b", "c"}, 2), std::string("a, b and 1 more"));
}

void TestPeopleFolders::withoutClassesTheFoldersAreCounted() {
    const MadeFolder folder;
    folder.classes("");
    folder.images(".ipynb_checkpoints", 5);
    const auto images = openImageFolder(folder.path(), 8, Split::Train);
    QVERIFY(images.has_value());
    QCOMPARE((*images)->classNames(), kClasses);
    QVERIFY(!labelsOf(**images).contains(-1));
}

void TestPeopleFolders::thePythonEditionIsRecognised() {
    const MadeFolder folder;
    folder.put("cifar-10-batches-py/data_batch_1", "\x80\x02}q");
    folder.put("cifar-10-batches-py/test_batch", "\x80\x02}q");
    writeTarGz(folder.path() + "/cifar-10-python.tar.gz",
               {{"cifar-10-batches-py/batches.meta", "x"},
                {"cifar-10-batches-py/data_batch_1", "\x80\x02}q"},
                {"cifar-10-batches-py/test_batch", "\x80\x02}q"}});
    for (const char* name : {"", "/cifar-10-batches-py", "/cifar-10-batches-py/test_batch",
                             "/cifar-10-batches-py/data_batch_1", "/cifar-10-python.tar.gz"}) {
        const auto opened = openCifar10(folder.path() + name, Split::Test);
        QVERIFY2(!opened, name);
        QVERIFY2(
            opened.error().message.find("is the Python edition of CIFAR-10") != std::string::npos &&
                opened.error().message.find("cifar-10-binary.tar.gz") != std::string::npos,
            opened.error().message.c_str());
    }
    // Where the binary edition lies beside it, that is read, or refused for what it is.
    folder.put("cifar-10-batches-py/test_batch.bin", madeBatch(3, 1));
    const auto both = openCifar10(folder.path() + "/cifar-10-batches-py", Split::Test);
    QVERIFY(!both);
    QVERIFY(both.error().message.find("holds 3 records") != std::string::npos);
}
