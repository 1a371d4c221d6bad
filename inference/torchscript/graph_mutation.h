// SPDX-License-Identifier: GPL-3.0-or-later
// Takes mutation out of a graph where LibTorch's own passes leave it, so that it can be cut by what
// needs what. Includes LibTorch: for inference's own .cpp files only.
#pragma once

#include <torch/csrc/jit/ir/ir.h>

#include <memory>

namespace splitee {

/// Of lists that are read between two appends, as DenseNets have: after each append what reads the
/// list reads a new one.
void removeAppends(torch::jit::Graph& graph);

/// Of operators that write into their first input, such as relu_ on a tensor that others read
/// later: those read the new tensor. Left alone where a view of the old one is read later.
void removeWrites(std::shared_ptr<torch::jit::Graph>& graph);

}  // namespace splitee
