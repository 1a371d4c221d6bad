// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/dataset_names.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace splitee {

QString datasetLabel(const std::string& dataset) {
    const QLatin1String texts("text:builtin:");
    const QString name = QString::fromStdString(dataset);
    if (name == QLatin1String("signs"))
        return QCoreApplication::translate("DatasetNames", "road signs");
    if (name == texts + QLatin1String("product-reviews"))
        return QCoreApplication::translate("DatasetNames", "product reviews");
    if (name.startsWith(texts))
        return name.mid(texts.size()).replace(QLatin1Char('-'), QLatin1Char(' '));
    return QFileInfo(name.section(QLatin1Char(':'), 1)).fileName();
}

QString datasetTitle(const std::string& dataset) {
    QString title = datasetLabel(dataset);
    // A file keeps its name.
    if (!title.isEmpty() && dataset.find('/') == std::string::npos) title[0] = title[0].toUpper();
    return title;
}

}  // namespace splitee
