// SPDX-License-Identifier: GPL-3.0-or-later
// QProcess starts a program from a child that shares the parent's memory until then. The thread
// sanitizer takes it for a child with memory of its own: there it stops watching, and so, in the
// shared memory, it stops watching the thread that called. Here the child gets memory of its own.
#if defined(__SANITIZE_THREAD__)

#include <dlfcn.h>
#include <sched.h>
#include <sys/types.h>

#include <cstdarg>

// Stands before the sanitizer's own, which it calls.
extern "C" int clone(int (*run)(void*), void* stack, int flags, void* argument, ...) noexcept {
    std::va_list rest;
    va_start(rest, argument);
    auto* parent = va_arg(rest, pid_t*);
    auto* storage = va_arg(rest, void*);
    auto* child = va_arg(rest, pid_t*);
    va_end(rest);
    using Clone = int (*)(int (*)(void*), void*, int, void*, pid_t*, void*, pid_t*);
    static const auto own = reinterpret_cast<Clone>(dlsym(RTLD_NEXT, "clone"));
    return own(run, stack, flags & ~CLONE_VM, argument, parent, storage, child);
}

#endif
