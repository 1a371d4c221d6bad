#include "gui/screenshot.h"

#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

#include <optional>

#include "gui/examples.h"
#include "gui/main_window.h"

namespace splitee {
namespace {

constexpr int kSettleMilliseconds = 400;   // queued replots and the gliding border

void rest(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

Result<void> playTo(MainWindow& window, const Example& example, std::int64_t round) {
    RunController& runs = window.controller();
    QEventLoop loop;
    std::optional<Error> error;
    QObject::connect(&runs, &RunController::failed, &loop, [&](const QString& sentence) {
        error = Error{sentence.toStdString()};
        loop.quit();
    });
    QObject::connect(&runs, &RunController::stateChanged, &loop, [&] {
        using State = RunController::State;
        if (runs.state() == State::Paused || runs.state() == State::Finished) loop.quit();
    });
    window.start(example);
    runs.runTo(round);
    loop.exec();
    if (error) return tl::unexpected(*error);
    return {};
}

}  // namespace

Result<void> takeScreenshot(MainWindow& window, const QString& example, std::int64_t round, const QString& path) {
    window.show();
    if (!example.isEmpty()) {
        const auto found = exampleNamed(example);
        if (!found) return tl::unexpected(found.error());
        if (auto played = playTo(window, *found, round); !played) return played;
    }
    rest(kSettleMilliseconds);
    if (!window.grab().save(path, "PNG")) return fail("cannot write the picture " + path.toStdString() + ": check that its folder may be written");
    return {};
}

}  // namespace splitee
