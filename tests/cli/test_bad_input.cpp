// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/tables/table_csv.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

namespace {

constexpr const char* kHeader = "sample,label,conf_1,conf_2,pred_1,pred_2\n";

// Files that the rows below name.
void makeFiles(const QTemporaryDir& folder) {
    const auto at = [&](const char* name) { return folder.filePath(name); };
    const std::string head = kHeader;
    put(at("good.csv"), head + "0,1,.5,.9,1,1\n1,,.8,.9,0,1\n");
    put(at("unlabelled.csv"), head + "0,,.5,.9,1,1\n1,-1,.8,.9,0,1\n");
    put(at("nan.csv"), head + "0,1,nan,.9,1,1\n");
    put(at("inf.csv"), head + "0,1,inf,.9,1,1\n");
    put(at("above.csv"), head + "0,1,.5,1.5,1,1\n");
    put(at("below.csv"), head + "0,1,-.5,.5,1,1\n");
    put(at("word.csv"), head + "0,1,high,.5,1,1\n");
    put(at("half.csv"), head + "0,1,.5,.5,1.5,1\n");
    put(at("negative.csv"), head + "0,1,.5,.5,-1,1\n");
    put(at("label.csv"), head + "0,-7,.5,.5,1,1\n");
    put(at("mixed.csv"), head + "0,1,.5,.9,1,1\n1,1,.5,.9,.95,1,1,1\n");
    put(at("missing.csv"), "sample,label,conf_1,conf_2,pred_1\n0,1,.5,.9,1\n");
    put(at("nolabel.csv"), "sample,conf_1,pred_1\n0,.5,1\n");
    put(at("gap.csv"), "sample,label,conf_1,conf_3,pred_1\n0,1,.5,.9,1\n");
    put(at("other.csv"), "a,b,c\n1,2,3\n");
    put(at("empty.csv"), "");
    put(at("header.csv"), head);
    put(at("long.csv"), head + std::string(100'000, '1'));
    put(at("binary.csv"), head + std::string("\0\1\2\3", 4));
    auto table = madeTable(20, 3, 1);
    const std::string exits = splitee::encodeTable(table);
    put(at("good.exits"), exits);
    put(at("cut.exits"), exits.substr(0, exits.size() / 2));
    std::string altered = exits;
    altered[altered.size() / 2] = static_cast<char>(altered[altered.size() / 2] ^ 1);
    put(at("altered.exits"), altered);
    std::string huge = exits;
    huge[16 + 5] = 127;  // claims 10^14 samples
    put(at("huge.exits"), huge);
    put(at("bad.json"), "{\"experiment\": {");
    put(at("key.json"), R"({"experiment": {"alhpa": 0.5}, "source": {"table": "good.csv"}})");
    put(at("type.json"), R"({"experiment": {"alpha": "high"}, "source": {"table": "good.csv"}})");
    put(at("range.json"), R"({"experiment": {"alpha": 7}, "source": {"table": "good.csv"}})");
    put(at("text.splitee"), std::string(5000, 'x'));
    put(at("text.mee"), std::string(5000, 'x'));
    put(at("batch.bin"), std::string(5000, '\1'));
    put(at("label.bin"), std::string(3073, '\12'));  // label 10
    put(at("junk.tar.gz"), std::string(5000, 'z'));
    put(at("notfolder"), "x");
}

struct Row {
    const char* name;
    const char* arguments;
    int code;
    const char* says;
};

constexpr Row kRows[] = {
    {"no verb", "", 2, "subcommand is required"},
    {"unknown verb", "rum", 2, "did you mean run?"},
    {"unknown flag", "run --table good.csv --alhpa .5", 2, "--alhpa"},
    {"flag without value", "run --table", 2, "--table"},
    {"no source", "run", 2, "--table FILE"},
    {"two sources", "run --table good.csv --model m.mee --dataset signs", 2, "exclude each other"},
    {"distortion of a table", "run --table good.csv --distortion gaussian_blur:1", 2,
     "go with --model"},
    {"unknown policy", "run --table good.csv --policy ucb", 2, "unknown policy 'ucb'"},
    {"parameter of no policy", "run --table good.csv --policy fixed:beta=1", 2,
     "policy 'fixed' has no parameter 'beta'"},
    {"parameter out of range", "run --table good.csv --policy splitee:beta=-1", 2,
     "beta is '-1', but must be a number between"},
    {"same policy twice", "run --table good.csv --policy fixed,fixed:layer=1", 2, "play the same"},
    {"own layer beyond", "run --table good.csv --policy fixed,fixed:layer=3", 2, "has 2 exits"},
    {"compared entry that does not play", "run --table good.csv --compare splitee,splitee:beta=3",
     2, "which does not play"},
    {"unknown side", "run --table good.csv --side all", 2, "released, observed or corrected"},
    {"unknown order", "run --table good.csv --order random", 2, "file or shuffle"},
    {"alpha above 1", "run --table good.csv --alpha 1.5", 2, "alpha is 1.5"},
    {"alpha NaN", "run --table good.csv --alpha nan", 2, "alpha is nan"},
    {"alpha a word", "run --table good.csv --alpha high", 2, "--alpha"},
    {"negative seed", "run --table good.csv --seed -1", 2, "--seed"},
    {"no seeds", "run --table good.csv --seeds 0", 2, "seeds is 0"},
    {"negative rounds", "run --table good.csv --rounds -5", 2, "rounds is -5"},
    {"layer beyond", "run --table good.csv --policy fixed --fixed-layer 3", 2, "has 2 exits"},
    {"released live", "run --model SIGNS --dataset signs --policy splitee-s --side released", 2,
     "live run"},
    {"best live", "run --model SIGNS --dataset signs --policy best", 2, "tables only"},
    {"unknown distortion", "run --model SIGNS --dataset signs --distortion gausian_blur:1", 2,
     "did you mean gaussian_blur?"},
    {"distortion without amount", "eval --model SIGNS --dataset signs --distortion gaussian_blur",
     2, "needs an amount"},
    {"distortion amount", "eval --model SIGNS --dataset signs --distortion gaussian_blur:-1", 2,
     "above 0"},
    {"severity 6", "eval --model SIGNS --dataset signs --distortion gaussian_blur@6", 2,
     "from 1 to 5"},
    {"unknown band", "run --table good.csv --band ci", 2, "se, sd, t or bootstrap"},
    {"compare one", "run --table good.csv --compare splitee", 2, "must name two policies"},
    {"compare three",
     "run --table good.csv --policy splitee,final,random --compare splitee,final,random", 2,
     "must name two policies"},
    {"compare a stranger", "run --table good.csv --policy splitee,final --compare splitee,random",
     2, "'random', which does not play"},
    {"compare with itself", "run --table good.csv --policy splitee,final --compare final,final", 2,
     "two different policies"},
    {"temperature zero", "run --table good.csv --temperature 0", 2, "temperature is 0"},
    {"temperature a word", "run --table good.csv --temperature warm", 2,
     "'warm', which is not a number"},
    {"temperatures too many", "run --table good.csv --temperature 1,2,3", 2,
     "has 3 values, but the source has 2 exits"},
    {"temperature live", "run --model SIGNS --dataset signs --temperature 2", 2,
     "a live run refuses it"},
    {"calibrate nothing", "calibrate", 2, "--table"},
    {"calibrate without labels", "calibrate --table unlabelled.csv", 1, "holds no labels"},
    {"calibrate on no labels", "calibrate --table good.csv --validation unlabelled.csv", 1,
     "holds no labels"},
    {"calibrate with no bins", "calibrate --table good.csv --bins 0", 2, "bins is 0"},
    {"calibrate with half a bin", "calibrate --table good.csv --bins 1.5", 2, "--bins"},
    {"calibrate on another network", "calibrate --table good.csv --validation good.exits", 1,
     "has 3 exits"},
    {"temperatures of nothing", "calibrate --table good.csv --out t.json", 2, "needs --validation"},
    {"temperatures in no folder",
     "calibrate --table good.csv --validation good.csv --out nowhere/t.json", 1,
     "cannot write temperatures"},
    {"absent table", "run --table nothing.csv", 1, "there is no such file"},
    {"folder as table", "run --table .", 1, "it is not a file"},
    {"NaN", "run --table nan.csv", 1, "line 2"},
    {"infinity", "run --table inf.csv", 1, "not a finite number"},
    {"confidence above 1", "run --table above.csv", 1, "between 0 and 1"},
    {"confidence below 0", "run --table below.csv", 1, "between 0 and 1"},
    {"word for number", "run --table word.csv", 1, "'high'"},
    {"half a class", "run --table half.csv", 1, "whole number"},
    {"negative prediction", "run --table negative.csv", 1, "whole number"},
    {"wrong label", "run --table label.csv", 1, "label"},
    {"mixed number of exits", "run --table mixed.csv", 1, "line 3"},
    {"missing column", "run --table missing.csv", 1, "2 columns conf_"},
    {"no label column", "run --table nolabel.csv", 1, "no column label"},
    {"gap in columns", "run --table gap.csv", 1, "without gaps"},
    {"other CSV", "run --table other.csv", 1, "is not an exit table"},
    {"empty table", "run --table empty.csv", 1, "is empty"},
    {"header only", "run --table header.csv", 1, "no samples"},
    {"endless line", "run --table long.csv", 1, "64 KiB"},
    {"binary as CSV", "run --table binary.csv", 1, "no text"},
    {"table cut off", "run --table cut.exits", 1, "damaged"},
    {"table altered", "run --table altered.exits", 1, "checksum"},
    {"table claiming too much", "run --table huge.exits", 1, "damaged"},
    {"unknown builtin", "run --table builtin:cifar11", 1, "bundled are"},
    {"broken experiment", "run --experiment bad.json", 2, "not valid JSON"},
    {"unknown key", "run --experiment key.json", 2, "did you mean alpha?"},
    {"wrong type", "run --experiment type.json", 2, "alpha"},
    {"out of range in a file", "run --experiment range.json", 2, "alpha is 7"},
    {"not a model", "eval --model text.mee --dataset signs", 1, "is not a model file"},
    {"absent model", "model info nothing.mee", 1, "there is no such file"},
    {"unknown dataset", "eval --model SIGNS --dataset sings", 1, "did you mean signs?"},
    // Images of other kinds by train, which opens them before it loads a network.
    {"absent CIFAR-10", "train --dataset cifar10:nowhere --out m.mee", 1,
     "there is no such file or folder"},
    {"truncated batch", "train --dataset cifar10:batch.bin --out m.mee", 1, "cut off"},
    {"wrong CIFAR-10 label", "train --dataset cifar10:label.bin --out m.mee", 1, "label 10"},
    {"junk archive", "train --dataset cifar10:junk.tar.gz --out m.mee", 1, "junk.tar.gz"},
    {"folder without classes", "train --dataset folder:. --out m.mee", 1, "at least 2"},
    {"absent folder", "train --dataset folder:nowhere --out m.mee", 1, "there is no such folder"},
    {"unknown part", "eval --model SIGNS --dataset signs --part tets", 1,
     "did you mean test? valid are"},
    {"not a session", "runs --session text.splitee", 1, "not a session file"},
    {"absent session", "runs --session nothing.splitee", 1, "there is no such file"},
    {"session is a folder", "run --table good.csv --session .", 1, "folder"},
    {"session in no folder", "run --table good.csv --session nowhere/s.splitee", 1, "cannot"},
    {"rounds in no folder", "run --table good.csv --rounds-csv nowhere/r.csv", 1,
     "cannot write rounds"},
    {"table packed as CSV", "table export good.exits t.csv --packed", 2,
     "--packed is a form of .exits files"},
    {"table packed on stdout", "table export good.exits - --packed", 2,
     "--packed is a form of .exits files"},
    {"table in no folder", "table export good.exits nowhere/t.csv", 1, "cannot write exit table"},
    {"train from a model that is not bundled",
     "train --dataset signs --out m.mee --init builtin:sings", 1, "there is no builtin:sings"},
    {"train width", "train --dataset signs --out m.mee --width 9", 2, "width is 9"},
    {"train schedule", "train --dataset signs --out m.mee --schedule fast", 2,
     "scratch, finetune or adamw"},
};

}  // namespace

void TestBadInput::oneSentenceAndTheRightExitCode_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    for (const Row& row : kRows) QTest::newRow(row.name) << row.arguments << row.code << row.says;
}

void TestBadInput::oneSentenceAndTheRightExitCode() {
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    makeFiles(folder);
    arguments.replace("SIGNS", "builtin:signs");
    const auto done = program(arguments.split(' ', Qt::SkipEmptyParts), folder.path());
    QVERIFY2(done.code == code, qPrintable(QString::number(done.code) + " " + done.err));
    QVERIFY2(done.err.contains(says), qPrintable(done.err));
    QVERIFY2(done.err.startsWith("splitee: ") && done.err.count('\n') == 1, qPrintable(done.err));
    QVERIFY(done.out.isEmpty());
}

void TestBadInput::aFailedRunKeepsTheSession() {
    const QTemporaryDir folder;
    makeFiles(folder);
    QCOMPARE(program({"run", "--table", "good.csv", "--seeds", "2", "--session", "s.splitee"},
                     folder.path())
                 .code,
             0);
    const auto before = program({"runs", "--session", "s.splitee"}, folder.path()).out;
    QCOMPARE(program({"run", "--table", "nan.csv", "--session", "s.splitee"}, folder.path()).code,
             1);
    QCOMPARE(program({"run", "--table", "good.csv", "--policy", "none", "--session", "s.splitee"},
                     folder.path())
                 .code,
             2);
    QCOMPARE(program({"runs", "--session", "s.splitee"}, folder.path()).out, before);
}

void TestBadInput::aFullDiskIsSaid() {
    const QTemporaryDir folder;
    makeFiles(folder);
    const auto done = program(
        {"run", "--table", "good.csv", "--seeds", "1", "--rounds-csv", "/dev/full"}, folder.path());
    QCOMPARE(done.code, 1);
    QVERIFY2(done.err.contains("cannot write rounds to /dev/full"), qPrintable(done.err));
}
