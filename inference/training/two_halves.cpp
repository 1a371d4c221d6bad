// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/training/two_halves.h"

#include <ATen/Parallel.h>

#include <exception>
#include <thread>

namespace splitee {

void runHalves(int threads, const std::function<void(std::size_t half)>& work) {
    at::set_num_threads(1);
    if (threads < 2) {
        work(0);
        work(1);
        return;
    }
    std::exception_ptr problem;  // LibTorch's: an exception must not leave a thread
    {
        std::jthread second([&] {
            try {
                at::set_num_threads(1);
                work(1);
            } catch (...) {
                problem = std::current_exception();
            }
        });
        work(0);
    }
    if (problem) std::rethrow_exception(problem);
}

}  // namespace splitee
