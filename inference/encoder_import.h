// SPDX-License-Identifier: GPL-3.0-or-later
// Import of an encoder from outside: weights of ElasticBERT, or of BERT with exits, by the names
// that their state dicts have. No LibTorch here: nothing of the files is run.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "inference/model_file.h"

namespace splitee {

struct EncoderFiles {
    std::filesystem::path weights;     ///< safetensors, or a zip of torch.save
    std::filesystem::path config;      ///< config.json of Hugging Face
    std::filesystem::path vocabulary;  ///< vocab.txt, or a SentencePiece model
};

/// The files in a folder by their usual names; each that was given stays.
[[nodiscard]] Result<EncoderFiles> encoderFilesIn(const std::filesystem::path& folder,
                                                  EncoderFiles given);

/// Reads what the config describes: P.embeddings.*, P.encoder.layer.N.*, a pooler a layer
/// (P.encoder.pooler.N.dense) or one for all (P.pooler.dense), and classifiers.N, P being
/// elasticbert or bert. A tensor that is missing, not known or of another shape is an error that
/// names it. `lowerCase`: of a
/// vocab.txt. `length`: pieces of a text that are read, at most the config's positions;
/// `classNames`: empty: the config's, else 0, 1, ... Blocks; holds all weights twice.
[[nodiscard]] Result<ModelFile> importEncoder(const EncoderFiles& files, int length, bool lowerCase,
                                              std::vector<std::string> classNames,
                                              const Provenance& provenance);

}  // namespace splitee
