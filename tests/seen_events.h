// SPDX-License-Identifier: GPL-3.0-or-later
// A Qt application for tests that the thread sanitizer can follow.
#pragma once

#include <QEvent>
#include <QObject>

namespace splitee::test {

/// Before every event of the program: see seen_events.cpp.
void eventArrives(QObject* receiver);

/// `Application`: QCoreApplication, QGuiApplication or QApplication.
template <class Application>
class SeenApplication final : public Application {
public:
    using Application::Application;
    bool notify(QObject* receiver, QEvent* event) override {
        eventArrives(receiver);
        return Application::notify(receiver, event);
    }
};

}  // namespace splitee::test
