// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/digest.h"

#include <QCryptographicHash>

#include <fstream>

namespace splitee {

Sha256::Sha256() : hash_(std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256)) {}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    hash_->addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

std::string Sha256::result() const { return hash_->result().toStdString(); }

std::string sha256(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.result();
}

std::string sha256OfFile(const std::filesystem::path& path) {
    Sha256 hash;
    std::ifstream in(path, std::ios::binary);
    std::string block(1U << 16, '\0');
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0)
        hash.add({block.data(), static_cast<std::size_t>(in.gcount())});
    return hash.result();
}

std::string hexText(std::string_view bytes) {
    return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()))
        .toHex()
        .toStdString();
}

}  // namespace splitee
