// SPDX-License-Identifier: GPL-3.0-or-later
// Message bar at the bottom of the window, the only place for errors and for what asks for a
// decision: a sentence, with details on request. A problem and information differ in colour.
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
    /// A problem. `message`: as an Error says it. Where it is long, its first parts are shown, the
    /// whole by Details.
    void show(const QString& message) { fillWith(Kind::Problem, message); }
    /// What went well, or is worth knowing.
    void inform(const QString& message) { fillWith(Kind::Information, message); }
    /// Information with something to do about it; the message goes with the click.
    void offer(const QString& message, const QString& action, std::function<void()> work);
    /// A problem with a way out of it.
    void offerRemedy(const QString& problem, const QString& action, std::function<void()> work);
    [[nodiscard]] bool showsProblem() const { return !message_.isEmpty() && problem_; }
    [[nodiscard]] QString message() const { return message_; }
    void dismiss();

private:
    enum class Kind { Problem, Information };
    void fillWith(Kind kind, const QString& message);
    void addAction(const QString& action, std::function<void()> work);
    void fill();

    QString message_;
    bool details_ = false, problem_ = true;
    QLabel* text_;
    QToolButton *more_, *action_;
    std::function<void()> work_;
};

}  // namespace splitee
