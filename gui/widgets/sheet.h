// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet: a form that lies over a page and follows its size. Esc closes it, and while it has the
// keyboard no key acts on the page below.
#pragma once

#include <QFrame>

namespace splitee {

class Sheet : public QFrame {
    Q_OBJECT
public:
    /// Over `parent`, at most `width` pixels wide. Hidden at first.
    Sheet(int width, QWidget* parent);

protected:
    /// Over the page, in front.
    void present();
    /// As high as it must be, in the middle of the page.
    void place();
    /// Hides it; the keyboard goes to the page.
    virtual void leave();
    /// Ctrl+Enter.
    virtual void accept() {}

    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int width_;
};

}  // namespace splitee
