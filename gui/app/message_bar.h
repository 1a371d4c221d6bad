// SPDX-License-Identifier: GPL-3.0-or-later
// Message bar at the bottom of the window, the only place for errors: a sentence, with details on
// request.
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QToolButton;

namespace splitee {

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);
    /// `message`: as an Error says it. Where it is long, its first parts are shown, the whole by
    /// Details.
    void show(const QString& message);
    /// The same with something to do about it; the message goes with the click.
    void offer(const QString& message, const QString& action, std::function<void()> work);
    [[nodiscard]] QString message() const { return message_; }
    void dismiss();

private:
    void fill();

    QString message_;
    bool details_ = false;
    QLabel* text_;
    QToolButton *more_, *action_;
    std::function<void()> work_;
};

}  // namespace splitee
