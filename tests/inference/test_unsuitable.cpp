// SPDX-License-Identifier: GPL-3.0-or-later
// What people should not bring: each gives one sentence, and leaves the process as it was.
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>

#include "inference/inference.h"
#include "inference/sealed_file.h"
#include "inference/torchscript/import_script.h"
#include "inference/torchscript/isolated.h"
#include "inference/torchscript/script_errors.h"
#include "inference_tests.h"
#include "script_networks.h"
#include "small_models.h"
#include "torch_probe.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::string unsuitableBytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void putBytes(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string whyNot(const std::filesystem::path& path) {
    ImportRequest request;
    request.network = path;
    request.classNames = openSigns(Split::Test)->classNames();
    const auto report = importScript(request, nullptr, nullptr, {}, {});
    return report ? "" : report.error().message;
}

void compareSentence(const std::string& message, const QString& says) {
    const QString text = QString::fromStdString(message);
    QVERIFY2(text.contains(says), message.c_str());
    QVERIFY2(!text.contains('\n') && text.size() < 1200, message.c_str());
    QVERIFY2(!text.contains("Exception raised"), message.c_str());
}

constexpr const char* kTwoLogits =
    "    a = x.mean([2, 3])\n"
    "    l = torch.matmul(torch.cat([a, a, a[:, :2]], 1), self.h0)\n";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

}  // namespace

void TestUnsuitable::aNetworkThatCannotBeCutGivesOneSentence_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& source, const char* says) {
        QTest::newRow(name) << QString::fromStdString(source) << says;
    };
    const std::string two = kTwoLogits, head = "def forward(self, x: Tensor) -> List[Tensor]:\n";
    row("an exit in an if",
        head + two + "    if bool(l.max() > 0.5):\n        return [l]\n    return [l, l + 1]\n",
        "decides by the data which exits it returns (an if");
    row("logits out of an if",
        head + two +
            "    m = l\n    if bool(l.max() > 0.5):\n        m = l + 1\n    return [l, m]\n",
        "decides by the data which exits it returns (an if");
    row("a dictionary",
        "def forward(self, x: Tensor) -> Dict[str, Tensor]:\n" + two +
            "    return {\"a\": l, \"b\": l}\n",
        "returns a dictionary");
    row("a number", "def forward(self, x: Tensor) -> int:\n    return x.dim()\n",
        "returns a value of type int");
    row("other classes", head + "    return [x.mean([2, 3]), x.mean([2, 3]) + 1]\n",
        "exit 1 tells 3 classes apart, but 16 are named");
    row("a map in place of logits", head + "    return [x, x + 1]\n",
        "must be the logits, float32 [n, classes]");
    row("integers in place of logits", head + two + "    return [l.to(3), l.to(3)]\n",
        "must be the logits, float32 [n, classes]");
    row("no exit", head + "    e: List[Tensor] = []\n    return e\n", "returns 0 exits");
    row("one exit", "def forward(self, x: Tensor) -> Tensor:\n" + two + "    return l\n",
        "it has one exit");
    row("deepest first", head + two + "    m = torch.matmul(l, self.t)\n    return [m, l]\n",
        "in the order of their depth");
    row("two inputs",
        "def forward(self, x: Tensor, y: Tensor) -> List[Tensor]:\n" + two +
            "    return [l, l + y]\n",
        "takes 2 inputs");
    row("no input", "def forward(self) -> Tensor:\n    return self.b0\n", "takes no image");
    row("no forward", "def infer(self, x: Tensor) -> Tensor:\n    return x\n",
        "has no method forward");
    row("random numbers", head + two + "    m = l + torch.rand_like(l)\n    return [l, m]\n",
        "draws random numbers (aten::rand_like");
    row("state", head + two + "    self.seen = self.seen + 1\n    return [l, l + self.seen]\n",
        "keeps something in the network between two images");
    row("a while without end",
        head + two +
            "    while bool(l.sum() < 1e30):\n        l = l * 1.0\n    return [l, l + 1]\n",
        "a loop without a fixed, small number of turns");
    row("a loop as long as the data says",
        head + two +
            "    n = int(l.abs().sum())\n    for i in range(n):\n        l = l + 1\n    return [l, "
            "l + 1]\n",
        "a loop without a fixed, small number of turns");
    row("a million turns",
        head + two + "    for i in range(1000000):\n        l = l + 1\n    return [l, l + 1]\n",
        "a loop without a fixed, small number of turns");
    row("writing into a slice", head + two + "    x[:, 0] = 1.0\n    return [l, l + x.mean()]\n",
        "writes into a tensor that others may read");
    row("files",
        head + two + "    y = torch.from_file(\"/tmp/never\", True, 16)\n    return [l, l + y]\n",
        "reads or writes files (torch.from_file)");
    row("memory",
        head + two + "    z = torch.zeros([1 << 20, 1 << 20])\n    return [l, l + z.sum()]\n",
        "memory");
    row("shapes that do not fit", head + "    return [torch.matmul(x.mean([2, 3]), self.h0), x]\n",
        "LibTorch says: mat1 and mat2 shapes cannot be multiplied");
    row("not a number", head + two + "    m = l / (l - l)\n    return [l, m]\n",
        "a number that is not finite");
}

void TestUnsuitable::aNetworkThatCannotBeCutGivesOneSentence() {
    QFETCH(QString, source);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("net.pt").toStdString();
    saveScript(path, source.toStdString());
    const std::string message = whyNot(path);
    compareSentence(message, says);
    QVERIFY2(message.starts_with("cannot import " + path.string() + ": "), message.c_str());
    QVERIFY(!std::filesystem::exists("/tmp/never"));
}

void TestUnsuitable::aFileThatIsNoNetworkGivesOneSentence_data() {
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* damage, const char* says) {
        QTest::newRow(damage) << damage << says;
    };
    row("absent", "there is no such file");
    row("folder", "there is no such file");
    row("empty", "it is empty");
    row("text", "it is no TorchScript archive");
    row("half", "the archive ends too early");
    row("old torch.save", "torch.save of PyTorch before 1.6");
    row("safetensors", "it is a safetensors file");
    row("hdf5", "it is an HDF5 file");
    row("onnx", "it is an ONNX file");
    row("weights", "it holds what torch.save(..) wrote");
    row("pt2", "it is a program of torch.export (.pt2)");
    row("zip", "it is a zip archive without TorchScript");
    row("bomb", "it would unpack to");
    row("new operator", "uses the operator aten::scaled_dot_product_attention, which PyTorch 1.13");
    row("new version", "it has file version 99, newer than PyTorch 1.13 reads");
    row("custom class", "uses the class mine.Blob of a PyTorch extension");
    row("flipped data", "damaged");
    row("syntax", "LibTorch says");
}

void TestUnsuitable::aFileThatIsNoNetworkGivesOneSentence() {
    QFETCH(QString, damage);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const std::filesystem::path whole = folder.filePath("whole.pt").toStdString(),
                                path = folder.filePath("net.pt").toStdString();
    saveScript(whole, threeExits());
    std::string bytes = unsuitableBytes(whole);
    const auto rename = [&](const std::string& what, const std::string& by) {
        putBytes(path, replaced(bytes, what, by));
    };
    const auto recode = [&](const std::string& what, const std::string& by,
                            std::uint64_t version = 0) {
        rewriteScript(
            whole, path,
            [&](const std::string& name, std::string content) {
                return name.ends_with(".py") ? replaced(content, what, by) : content;
            },
            version);
    };
    if (damage == "folder") std::filesystem::create_directory(path);
    if (damage == "empty") putBytes(path, "");
    if (damage == "text") putBytes(path, "This is no network, but a letter about one.\n");
    if (damage == "half") putBytes(path, bytes.substr(0, bytes.size() / 2));
    if (damage == "old torch.save")
        putBytes(path, "\x80\x02\x8a\x0al\xfc\x9c" + std::string(200, 'x'));
    if (damage == "safetensors")
        putBytes(path, std::string("\x40\0\0\0\0\0\0\0", 8) + "{\"w\":{\"dtype\":\"F32\"}}" +
                           std::string(90, ' '));
    if (damage == "hdf5") putBytes(path, "\x89HDF\r\n\x1a\n" + std::string(200, 'x'));
    if (damage == "onnx") putBytes(path, "\x08\x08\x12\x07pytorch\x1a\x06" + std::string(200, 'x'));
    if (damage == "weights") {
        rename("constants.pkl", "nothing_a.pkl");
        bytes = replaced(unsuitableBytes(path), "/code/", "/dode/");
        putBytes(path, bytes);
    }
    if (damage == "pt2") {
        bytes = replaced(
            replaced(replaced(bytes, "constants.pkl", "constants.jso"), "/code/", "/dode/"),
            "/data.pkl", "/data.pk_");
        putBytes(path, replaced(bytes, "constants.jso", "constant.json"));
    }
    if (damage == "zip")
        putBytes(path, replaced(replaced(replaced(bytes, "constants.pkl", "constants.abc"),
                                         "/code/", "/dode/"),
                                "/data.pkl", "/data.abc"));
    if (damage == "bomb") {
        const std::size_t entry = bytes.find(std::string("PK\1\2"));
        for (std::size_t i = 0; i < 4; ++i) bytes[entry + 24 + i] = '\x7f';
        putBytes(path, bytes);
    }
    if (damage == "new operator") recode("torch.relu_(", "torch.scaled_dot_product_attention(");
    if (damage == "new version") recode("def forward", "def forward", 99);
    if (damage == "custom class")
        recode("  t : Tensor\n", "  t : Tensor\n  c : __torch__.torch.classes.mine.Blob\n");
    if (damage == "flipped data") {
        const std::size_t at = bytes.find("data.pkl");
        for (std::size_t i = 0; i < 200; ++i)
            bytes[at + 30 + i] = static_cast<char>(bytes[at + 30 + i] ^ 0x55);
        putBytes(path, bytes);
    }
    if (damage == "syntax") recode("def forward", "def def forward");
    compareSentence(whyNot(path), says);
}

void TestUnsuitable::aDishonestModelFileGivesOneSentence_data() {
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* damage, const char* says) {
        QTest::newRow(damage) << damage << says;
    };
    row("side", "1 to 1024 are possible");
    row("no stages", "2 to 64 are possible");
    row("depth", "the depths of its exits do not rise");
    row("huge cost", "the costs of exit exit 1 are out of range");
    row("payload type", "header is incomplete");
    row("cuts", "its cuts do not fit its exits");
    row("attached", "its attached exits do not fit its exits");
    row("features", "an attached exit looks at");
    row("heads", "too few weights of attached exits");
    row("more heads", "too many weights of attached exits");
    row("no archive", "it holds no network");
    row("other archive", "the network in it is none");
    row("other costs", "its exits and cuts are not what the file says of them");
    row("other classes", "exit 1 tells 16 classes apart, but 15 are named");
    row("other plan", "its exits and cuts are not what the file says of them");
    row("hostile code", "reads or writes files");
}

void TestUnsuitable::aDishonestModelFileGivesOneSentence() {
    QFETCH(QString, damage);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const std::filesystem::path net = folder.filePath("net.pt").toStdString(),
                                path = folder.filePath("net.mee").toStdString();
    saveScript(net, damage == "other plan" ? twoBranches() : threeExits());
    ImportRequest request;
    request.network = net;
    request.classNames = openSigns(Split::Test)->classNames();
    const auto report = importScript(request, nullptr, nullptr, {}, {});
    QVERIFY(report.has_value());
    QVERIFY(writeModelFile(path, report->model).has_value());
    const auto sealed = readSealedFile(path, "SPLITMEE", "model file", 1 << 30, 2);
    nlohmann::json header = sealed->header;
    std::string body = sealed->body;
    auto& stage = header["stages"][0];
    const nlohmann::json one{{"place", "conv2d"}, {"features", 8}};
    if (damage == "side") header["side"] = 100000;
    if (damage == "no stages") header["stages"] = nlohmann::json::array();
    if (damage == "depth") stage["depth"] = 7;
    if (damage == "huge cost") stage["multiply_adds"] = -1;
    if (damage == "payload type") stage["payload"][0]["bytes"] = "many";
    if (damage == "cuts") header["cuts"] = {true};
    if (damage == "attached")
        header["attached"] = {one}, body += std::string(9 * 16 * 4, '\0'),
        header["sections"][1]["bytes"] = 9 * 16 * 4;
    if (damage == "features") header["attached"] = {{{"place", "a"}, {"features", -5}}};
    if (damage == "heads") header["attached"] = {one, one};
    if (damage == "more heads") body += "1234", header["sections"][1]["bytes"] = 4;
    if (damage == "no archive") header["sections"][0]["name"] = "nothing";
    if (damage == "other archive") body = "a letter", header["sections"][0]["bytes"] = body.size();
    if (damage == "other costs") stage["multiply_adds"] = 5;
    if (damage == "other classes") header["class_names"].erase(0);
    if (damage == "other plan") header["cuts"][0] = !header["cuts"][0].get<bool>();
    if (damage == "hostile code") {
        saveScript(net, replaced(threeExits(), "    return logits",
                                 "    y = torch.from_file(\"/tmp/never\", True, 16)\n"
                                 "    return [logits[0], logits[1], logits[2] + y]"));
        body = unsuitableBytes(net);
        header["sections"][0]["bytes"] = body.size();
    }
    QVERIFY(writeSealedFile(path, "SPLITMEE", "model file", header, body, 2).has_value());
    const auto read = readModelFile(path);
    std::string message = read ? "" : read.error().message;
    if (read) message = Probe::whyNotBuilt(*read);
    compareSentence(message, says);
    QVERIFY(!std::filesystem::exists("/tmp/never"));
}

void TestUnsuitable::whatLibTorchSaysBecomesOneSentence_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("weights") << "Input type (float) and bias type (c10::Half) should be the same\n"
                                "Exception raised from check at x.cpp:1 (most recent call first)"
                             << "its weights are of type c10::Half, but images are float32: export "
                                "model.float()";
    QTest::newRow("lost") << "required keyword attribute 'value' is undefined"
                          << "some of its constants were lost when it was saved, as they are after "
                             "torch.jit.optimize_for_inference: save the scripted network without "
                             "that";
    QTest::newRow("traceback")
        << "The following operation failed in the TorchScript interpreter.\nTraceback of "
           "TorchScript, serialized code (most recent call last):\n  File "
           "\"code/__torch__.py\", line 7, in forward\nTraceback of TorchScript, original code "
           "(most recent call last):\n  File \"/home/me/net.py\", line 31, in forward\n  File "
           "\"/usr/lib/python3/torch/nn/functional.py\", line 9, in relu\nRuntimeError: shapes "
           "do not fit."
        << "LibTorch says: shapes do not fit (line 31 of net.py)";
    QTest::newRow("nothing") << ""
                             << "LibTorch says: ";
}

void TestUnsuitable::whatLibTorchSaysBecomesOneSentence() {
    QFETCH(QString, what);
    QFETCH(QString, sentence);
    QCOMPARE(QString::fromStdString(scriptErrorText(what.toStdString())), sentence);
}

void TestUnsuitable::aCrashAndEndlessWorkEndTheTrialAlone() {
    const auto crashed = triedApart([]() -> Result<void> {
        std::raise(SIGSEGV);
        return {};
    });
    QVERIFY(!crashed);
    compareSentence(crashed.error().message, "it crashed LibTorch");
    const auto endless = triedApart(
        []() -> Result<void> {
            const std::atomic<bool> ended{false};
            while (!ended) {
            }
            return {};
        },
        {std::chrono::seconds(1), std::chrono::seconds(2), 1ULL << 30});
    QVERIFY(!endless);
    compareSentence(endless.error().message, "more than 1 s");
    const auto still = triedApart(
        []() -> Result<void> {
            ::pause();  // as for a lock that nobody will open
            return {};
        },
        {std::chrono::seconds(60), std::chrono::milliseconds(200), 1ULL << 30});
    QVERIFY(!still);
    compareSentence(still.error().message, "it stood still when it was tried, 3 times");
    const auto thrown = triedApart([]() -> Result<void> { throw std::bad_alloc(); });
    compareSentence(thrown.error().message, "not enough memory");
    QVERIFY(triedApart([]() -> Result<void> { return {}; }).has_value());
}
