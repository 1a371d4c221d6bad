// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/digest.h"

#include <QCryptographicHash>

#include <fstream>

namespace splitee {

std::string sha256(std::string_view bytes) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().toStdString();
}

std::string sha256OfFile(const std::filesystem::path& path) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::ifstream in(path, std::ios::binary);
    std::string block(1U << 16, '\0');
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0)
        hash.addData(QByteArrayView(block.data(), static_cast<qsizetype>(in.gcount())));
    return hash.result().toStdString();
}

std::string hexText(std::string_view bytes) {
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()))
        .toHex()
        .toStdString();
}

}  // namespace splitee
