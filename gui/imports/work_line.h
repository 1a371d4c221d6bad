// SPDX-License-Identifier: GPL-3.0-or-later
// Progress line of an import: what is done now, how much of it, how fast, and the time left.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace splitee {

class ImportWork;

class WorkLine : public QWidget {
    Q_OBJECT
public:
    /// `work` must outlive it. Empty while nothing is done; its height stays.
    explicit WorkLine(const ImportWork& work, QWidget* parent = nullptr);
    /// "Computing features · 3 200 of 20 000 images · 812 images/s · 21 s left"
    [[nodiscard]] QString text() const;
    void refresh();

private:
    const ImportWork& work_;
    QLabel* text_;
    QProgressBar* bar_;
};

}  // namespace splitee
