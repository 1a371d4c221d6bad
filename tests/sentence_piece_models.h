// SPDX-License-Identifier: GPL-3.0-or-later
// SentencePiece models for the tests, trained by the library's own program, and what its own
// encoder makes of texts. Debian's package sentencepiece has both.
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QStringList>

namespace splitee::test {

inline bool hasSentencePiecePrograms() {
    return !QStandardPaths::findExecutable("spm_train").isEmpty() &&
           !QStandardPaths::findExecutable("spm_encode").isEmpty();
}

/// What a program writes when it is given `input`; null where it fails.
inline QByteArray writtenBy(const QString& program, const QStringList& arguments,
                            const QByteArray& input = {}) {
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) return {};
    const QByteArray out = process.readAllStandardOutput();
    return out.isNull() ? QByteArray("") : out;
}

/// Sentences of some twenty words, with accents, numbers, dots and two blanks side by side.
inline QByteArray sentencePieceTexts() {
    const QStringList lines{
        "the cat sat on the mat.", "a dog ran to the cat, and the cat ran  away",
        "na\u00EFve cats eat fish \u2014 %1 of them!",
        "The Dog of No. %1 sat\u2026 \uFF21\uFF22 \u3042\u308A\u304C\u3068\u3046",
        "good films are not bad films"};
    QByteArray text;
    for (int i = 0; i < 400; ++i) {
        const QString& line = lines[i % lines.size()];
        text += (line.contains("%1") ? line.arg(i * 7 % 100) : line).toUtf8() + "\n";
    }
    return text;
}

/// PREFIX.model, of those texts; false where it fails.
inline bool trainSentencePiece(const QString& prefix, const QStringList& more) {
    QFile text(prefix + ".txt");
    if (!text.open(QIODevice::WriteOnly)) return false;
    text.write(sentencePieceTexts());
    text.close();
    writtenBy("spm_train", QStringList{"--input=" + text.fileName(), "--model_prefix=" + prefix,
                                       "--minloglevel=2", "--num_threads=1"} +
                               more);
    return QFile::exists(prefix + ".model");
}

/// Special pieces as BERT has them.
inline QStringList bertPieces() {
    return {"--pad_id=0", "--unk_id=1", "--bos_id=-1", "--eos_id=-1",
            "--control_symbols=[CLS],[SEP],[MASK]"};
}

}  // namespace splitee::test
