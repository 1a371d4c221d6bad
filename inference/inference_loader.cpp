// SPDX-License-Identifier: GPL-3.0-or-later
#include <dlfcn.h>

#include <filesystem>
#include <string>

#include "inference/inference.h"

namespace splitee {
namespace {

// lib/splitee in a folder above the program: of a build, its tests included, and of the installed
// program alike.
Result<std::filesystem::path> modulePath() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) return fail("cannot find the inference module: /proc is not mounted");
    for (auto folder = program.parent_path(); folder.has_relative_path();
         folder = folder.parent_path())
        if (const auto path = folder / "lib" / "splitee" / "inference.so";
            std::filesystem::exists(path, error))
            return path;
    return fail("cannot find the inference module lib/splitee/inference.so in a folder above " +
                program.string() + ": build or install the program again");
}

Result<const Inference*> open() {
    const auto path = modulePath();
    if (!path) return tl::unexpected(path.error());
    void* module = dlopen(path->c_str(), RTLD_NOW | RTLD_LOCAL);
    if (module == nullptr) {
        const char* why = dlerror();
        return fail("cannot load the inference module: " +
                    std::string(why == nullptr ? "unknown reason" : why));
    }
    const auto entry = reinterpret_cast<const Inference* (*)()>(dlsym(module, "spliteeInference"));
    if (entry == nullptr)
        return fail("the inference module " + path->string() +
                    " is of another version: build again");
    return entry();
}

}  // namespace

Result<const Inference*> loadInference() {
    static const Result<const Inference*> loaded = open();
    return loaded;
}

}  // namespace splitee
