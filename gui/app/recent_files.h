// SPDX-License-Identifier: GPL-3.0-or-later
// Menu of recently opened files, newest first, stored in the settings.
#pragma once

#include <QMenu>
#include <QStringList>

class QSettings;

namespace splitee {

class RecentFiles : public QMenu {
    Q_OBJECT
public:
    explicit RecentFiles(QWidget* parent = nullptr);

    static constexpr qsizetype kMost = 10;

    void add(const QString& path);
    /// Without those that are gone.
    [[nodiscard]] QStringList paths() const;
    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

signals:
    void chosen(const QString& path);
    void changed();

private:
    void fill();
    QStringList paths_;
};

}  // namespace splitee
