// SPDX-License-Identifier: GPL-3.0-or-later
// Line of the set-up that shows costs of layers where there are any, with the way back to one
// number.
#pragma once

#include <QWidget>

class QLabel;

namespace splitee {

class Setup;

class LayerCostsLine : public QWidget {
    Q_OBJECT
public:
    /// `setup` must outlive the line.
    explicit LayerCostsLine(Setup& setup, QWidget* parent = nullptr);
    [[nodiscard]] QString text() const;
    /// One o for all layers, and computing by their depth, as one step to undo.
    void backToOneNumber();

private:
    void refresh();

    Setup& setup_;
    QLabel* text_;
};

}  // namespace splitee
