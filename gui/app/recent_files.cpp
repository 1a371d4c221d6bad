// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/recent_files.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

#include "gui/widgets/plain_tip.h"

namespace splitee {

RecentFiles::RecentFiles(QWidget* parent) : QMenu(tr("Open &recent"), parent) {
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentFiles::fill);
    fill();
}

void RecentFiles::add(const QString& path) {
    const QString whole = QFileInfo(path).absoluteFilePath();
    paths_.removeAll(whole);
    paths_.prepend(whole);
    paths_ = paths_.first(std::min(paths_.size(), kMost));
    fill();
    emit changed();
}

QStringList RecentFiles::paths() const {
    QStringList there;
    for (const QString& path : paths_)
        if (QFileInfo::exists(path)) there += path;
    return there;
}

void RecentFiles::restore(const QSettings& settings) {
    paths_ = settings.value(QStringLiteral("files/recent")).toStringList();
    paths_ = paths_.first(std::min(paths_.size(), kMost));
    fill();
    emit changed();
}

void RecentFiles::save(QSettings& settings) const {
    settings.setValue(QStringLiteral("files/recent"), paths());
}

void RecentFiles::fill() {
    clear();
    for (const QString& path : paths()) {
        QString name = QFileInfo(path).fileName();
        QAction* action = addAction(name.replace(QLatin1Char('&'), QLatin1String("&&")), this,
                                    [this, path] { emit chosen(path); });
        action->setToolTip(plainTip(path));
    }
    if (!isEmpty()) return;
    QAction* none = addAction(tr("No files yet"));
    none->setEnabled(false);
}

}  // namespace splitee
