// SPDX-License-Identifier: GPL-3.0-or-later
// write_scripts FOLDER: TorchScript archives for tests of programs that do not link LibTorch.
#include <cstdio>
#include <exception>
#include <filesystem>

#include "script_networks.h"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    try {
        using namespace splitee::test;
        const std::filesystem::path folder = argv[1];
        saveScript(folder / "three.pt", threeExits());
        saveScript(folder / "one.pt", oneExit());
        saveScript(folder / "deep.pt", deepOneExit(24));
        saveScript(folder / "side.pt", oneSide());
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 1;
    }
    return 0;
}
