// SPDX-License-Identifier: GPL-3.0-or-later
// Menu in which columns of the run table are ticked. It stays open, and a few letters find a
// column.
#pragma once

#include <QMenu>

#include <functional>
#include <vector>

#include "comparison/run_keys.h"

class QLineEdit;
class QListWidget;

namespace splitee {

class KeyPicker : public QMenu {
    Q_OBJECT
public:
    /// `offers`: which of runKeys() can be chosen.
    KeyPicker(const QString& help, const std::function<bool(const RunKey&)>& offers,
              QWidget* parent = nullptr);
    /// Keys beside those of runKeys() are listed while they are chosen.
    void setChosen(const std::vector<std::size_t>& keys);
    [[nodiscard]] const std::vector<std::size_t>& chosen() const { return chosen_; }

signals:
    /// In the order in which they were ticked.
    void changed(const std::vector<std::size_t>& keys);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();

    QLineEdit* find_;
    QListWidget* list_;
    std::vector<std::size_t> offered_, chosen_;
    bool filling_ = false;
};

}  // namespace splitee
