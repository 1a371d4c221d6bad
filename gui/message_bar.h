// The one place where the window says that something went wrong: a sentence at the bottom, with details on request.
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace splitee {

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);
    /// `message`: as an Error says it. Where it is long, its first parts are shown, the whole by Details.
    void show(const QString& message);
    [[nodiscard]] QString message() const { return message_; }
    void dismiss();

private:
    void fill();

    QString message_;
    bool details_ = false;
    QLabel* text_;
    QToolButton* more_;
};

}  // namespace splitee
