// SPDX-License-Identifier: GPL-3.0-or-later
// Button whose menu holds many choices in groups; any number of them may be checked, and the menu
// stays while one does.
#pragma once

#include <QPushButton>
#include <QString>
#include <QStringList>

#include <vector>

class QMenu;

namespace splitee {

class ChoiceList : public QPushButton {
    Q_OBJECT
public:
    struct Choice {
        QString value, group, label;  ///< a group of "" stands in the menu itself
    };

    explicit ChoiceList(QWidget* parent = nullptr);

    /// What is checked stays so, offered or not.
    void offer(std::vector<Choice> choices);
    /// In the order of the choices; a value that is not offered comes last.
    void check(const QStringList& values);
    [[nodiscard]] QStringList checked() const;
    [[nodiscard]] const std::vector<Choice>& choices() const { return choices_; }
    /// Shown while nothing is checked.
    void setPlaceholder(const QString& text);
    /// As if the choice were clicked.
    void toggle(const QString& value);

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void updateWords();
    void set(const QString& value, bool on);

    std::vector<Choice> choices_;
    QStringList checked_;
    QString placeholder_;
    QMenu* menu_;
};

}  // namespace splitee
