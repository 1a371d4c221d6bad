// SPDX-License-Identifier: GPL-3.0-or-later
// EncoderSettings: what the training of an encoder takes beside TrainSettings: its shape, and what
// keeps it from learning its training texts by heart. No LibTorch here.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/fields.h"

namespace splitee {

inline constexpr std::array<std::string_view, 2> kNormPlaces{"first", "after"};
inline constexpr std::array<std::string_view, 2> kPieceVectors{"neighbours", "random"};
inline constexpr std::array<std::string_view, 3> kExitGradients{"equilibrium", "sum", "last"};

struct EncoderSettings {
    std::int64_t layers = 12;
    std::int64_t hidden = 128;
    std::int64_t heads = 4;
    std::int64_t feedForward = 512;
    std::string norm = "first";
    std::int64_t embedding = 0;
    std::int64_t vocabulary = 8000;
    std::int64_t length = 128;
    double dropout = .2;
    double wordDropout = .1;
    double joined = .25;
    double labelSmoothing = .05;
    double average = .995;
    std::string pieceVectors = "neighbours";
    double pieceRate = .3;
    std::string exitGradients = "equilibrium";

    friend bool operator==(const EncoderSettings&, const EncoderSettings&) = default;

    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.layers, FieldInfo{"layers", "Layers", "Layers, an exit after each", "", 1, 64});
        visit(self.hidden, FieldInfo{"hidden", "Hidden width",
                                     "Values a token has between two layers", "", 8, 4096});
        visit(self.heads,
              FieldInfo{"heads", "Heads", "Heads of attention; divide the width", "", 1, 64});
        visit(self.feedForward, FieldInfo{"feed_forward", "Feed-forward width",
                                          "Values a token has inside a layer", "", 8, 16384});
        visit(self.norm, FieldInfo{"norm", "Norm",
                                   "first: layers normalise what they take; after: what they give, "
                                   "as BERT does",
                                   "", 0, 0, kNormPlaces});
        visit(self.embedding,
              FieldInfo{"embedding", "Embedding width",
                        "Values a piece of a word has; 0: as the hidden width", "", 0, 4096});
        visit(self.vocabulary,
              FieldInfo{"vocabulary", "Vocabulary",
                        "Pieces of words, learned from the training texts", "", 200, 100000});
        visit(self.length,
              FieldInfo{"length", "Length", "Pieces of a text that are read; the rest is cut off",
                        "", 8, 512});
        visit(self.dropout,
              FieldInfo{"dropout", "Dropout", "Share of values dropped in training", "", 0, .9});
        visit(self.wordDropout, FieldInfo{"word_dropout", "Word dropout",
                                          "Share of pieces made unknown in training", "", 0, .9});
        visit(self.joined,
              FieldInfo{"joined", "Joined texts",
                        "Share of batches in which texts of one class are joined to long ones", "",
                        0, 1});
        visit(self.average,
              FieldInfo{"average", "Average of weights",
                        "Share of the mean of earlier weights that a step keeps; 0: the last ones",
                        "", 0, .99999});
        visit(self.pieceVectors,
              FieldInfo{"piece_vectors", "First vectors of pieces",
                        "neighbours: by which pieces stand near which, also in texts without "
                        "labels; random",
                        "", 0, 0, kPieceVectors});
        visit(self.pieceRate,
              FieldInfo{"piece_rate", "Rate of pieces",
                        "Share of the learning rate for the vectors of pieces", "", 0, 1});
        visit(self.labelSmoothing,
              FieldInfo{"label_smoothing", "Label smoothing",
                        "Share of the target spread over all classes", "", 0, .9});
        visit(self.exitGradients,
              FieldInfo{"exit_gradients", "Exit gradients",
                        "equilibrium: a layer takes the mean of the later exits' gradients; sum: "
                        "their sum; last: the last exit's alone, the others learn on what there is",
                        "", 0, 0, kExitGradients});
    }
};

}  // namespace splitee
