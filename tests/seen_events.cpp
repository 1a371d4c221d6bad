// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's Qt is not instrumented: the thread sanitizer does not see the lock of its event queue,
// and takes all that a queued call hands over for a race. Here it is told: who posts a call to an
// object happens before the object's next event.
#if defined(__SANITIZE_THREAD__)

#include <QMetaObject>
#include <QObject>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include "tests/seen_events.h"

// Stands before Qt's own, which it calls.
bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot,
                                   Qt::ConnectionType type, void* answer) {
    using Invoke = bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*);
    static const auto invoke =
        reinterpret_cast<Invoke>(dlsym(RTLD_NEXT,
                                       "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15Q"
                                       "SlotObjectBaseEN2Qt14ConnectionTypeEPv"));
    __tsan_release(object);
    return invoke(object, slot, type, answer);
}

void splitee::test::eventArrives(QObject* receiver) { __tsan_acquire(receiver); }

#else

#include "tests/seen_events.h"

void splitee::test::eventArrives(QObject*) {}

#endif
