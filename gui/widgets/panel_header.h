// SPDX-License-Identifier: GPL-3.0-or-later
// Header of a chart or panel: title, a note, and its buttons. A dock takes it as its title bar.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace splitee {

class Theme;

class PanelHeader : public QWidget {
    Q_OBJECT
public:
    PanelHeader(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] QString title() const;
    /// Where the long form has no room the short one is shown, and where that has none, nothing.
    /// The tooltip begins with the long one.
    void setNote(const QString& note, const QString& shorter, const QString& help = {});
    [[nodiscard]] const QString& note() const { return note_; }
    /// A button between the note and the menu, hidden at first.
    QToolButton* addButton(const QString& text, const QString& help);
    /// What the panel offers; the button for it is there once the menu holds something.
    [[nodiscard]] QMenu& menu() { return *menu_; }

    /// In a dock: the button that closes it. Tabs say the title themselves.
    QToolButton* addCloseButton();
    void setTitleShown(bool shown);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void paintAnew();
    void fitNote();

    const Theme& theme_;
    QHBoxLayout* row_;
    QLabel* titleLabel_;
    QLabel* noteLabel_;
    QToolButton* menuButton_;
    QToolButton* closeButton_ = nullptr;
    QMenu* menu_;
    QString title_, note_, shortNote_;
};

}  // namespace splitee
