// SPDX-License-Identifier: GPL-3.0-or-later
// Welcome page: what the program is, examples that start by one click, and recent files.
#pragma once

#include <QScrollArea>

#include <vector>

#include "gui/app/examples.h"

class QAbstractButton;
class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace splitee {

class Theme;

class WelcomePage : public QScrollArea {
    Q_OBJECT
public:
    WelcomePage(const Theme& theme, std::vector<Example> examples, QWidget* parent = nullptr);
    [[nodiscard]] const std::vector<Example>& examples() const { return examples_; }
    /// The newest first; only the first few are listed.
    void setRecent(const QStringList& paths);
    /// What the way back leads to: "CIFAR-10 · clean"; empty where nothing is loaded.
    void setLoaded(const QString& source);

signals:
    void chosen(const splitee::Example& example);
    void openWanted();
    void recentWanted(const QString& path);
    void tourWanted();
    void backWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addWords(QVBoxLayout& column);
    void addOwn(QVBoxLayout& column);
    void placeCards();
    [[nodiscard]] QAbstractButton* card(const Example& example);
    QPushButton* addLink(QVBoxLayout& column, const QString& text, const QString& help);

    const Theme& theme_;
    std::vector<Example> examples_;
    QWidget* inner_;
    QPushButton* back_;
    QGridLayout* grid_;
    std::vector<QAbstractButton*> cards_;
    QWidget* recentTitle_;
    QVBoxLayout* recent_;
};

}  // namespace splitee
