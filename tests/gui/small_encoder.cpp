// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_encoder.h"

#include <QProcess>

#include <fstream>
#include <string>

#include "engine/rng.h"

namespace splitee::test {

void writeSentences(const QString& path, int count) {
    Rng rng(1, "sentences");
    std::ofstream file(path.toStdString());
    file << "sentence\tlabel\n";
    for (int i = 0; i < count; ++i) {
        const bool good = rng.below(2) == 1;
        file << (good ? "good" : "bad");
        const std::uint64_t words = i % 10 == 9 ? 60 : 2 + rng.below(6);
        for (std::uint64_t word = 0; word < words; ++word)
            file << " " << std::string(1 + rng.below(3), static_cast<char>('a' + rng.below(6)));
        file << (good ? "\t1\n" : "\t0\n");
    }
}

bool trainEncoder(const QString& texts, const QString& model, int layers, int epochs) {
    QProcess program;
    program.start(QStringLiteral(SPLITEE_PROGRAM), {"train",
                                                    "--network",
                                                    "encoder",
                                                    "--dataset",
                                                    "text:" + texts,
                                                    "--out",
                                                    model,
                                                    "--layers",
                                                    QString::number(layers),
                                                    "--hidden",
                                                    "16",
                                                    "--heads",
                                                    "2",
                                                    "--feed-forward",
                                                    "16",
                                                    "--batch",
                                                    "32",
                                                    "--epochs",
                                                    QString::number(epochs),
                                                    "--vocabulary",
                                                    "200",
                                                    "--learning-rate",
                                                    "0.01",
                                                    "--length",
                                                    QString::number(kSmallLength)});
    if (program.waitForFinished(300'000) && program.exitCode() == 0) return true;
    qWarning().noquote() << program.readAllStandardError();
    return false;
}

}  // namespace splitee::test
