// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program_module.h"

#include <dlfcn.h>

#include <filesystem>

namespace splitee {
namespace {

Result<std::filesystem::path> pathOf(const ProgramModule& module) {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) return fail("cannot find the " + module.title + ": /proc is not mounted");
    for (auto folder = program.parent_path(); folder.has_relative_path();
         folder = folder.parent_path())
        if (auto path = folder / "lib" / "splitee" / module.file;
            std::filesystem::exists(path, error))
            return path;
    return fail("cannot find the " + module.title + " lib/splitee/" + module.file +
                " in a folder above " + program.string() + ": " + module.remedy);
}

int flagsOf(const ProgramModule& module) {
#ifdef __SANITIZE_ADDRESS__
    (void)module;
    return RTLD_NOW | RTLD_LOCAL;
#else
    return RTLD_NOW | RTLD_LOCAL | (module.ownSymbolsFirst ? RTLD_DEEPBIND : 0);
#endif
}

}  // namespace

Result<void*> entryOf(const ProgramModule& module) {
    const auto path = pathOf(module);
    if (!path) return tl::unexpected(path.error());
    void* loaded = dlopen(path->c_str(), flagsOf(module));
    if (loaded == nullptr) {
        const char* why = dlerror();
        return fail("cannot load the " + module.title + ": " +
                    std::string(why == nullptr ? "unknown reason" : why));
    }
    void* entry = dlsym(loaded, module.entry.c_str());
    if (entry == nullptr)
        return fail("the " + module.title + " " + path->string() +
                    " is of another version: build again");
    return entry;
}

}  // namespace splitee
