// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace splitee {

Result<void> chooseLanguage(QCoreApplication& application, const QString& wished) {
    const QLocale locale = wished.isEmpty() ? QLocale() : QLocale(wished);
    if (locale.language() == QLocale::English &&
        (wished.isEmpty() || wished.startsWith(QLatin1String("en"))))
        return {};
    auto* ours = new QTranslator(&application);
    if (!ours->load(locale, QStringLiteral("splitee"), QStringLiteral("_"),
                    QStringLiteral(":/translations"))) {
        delete ours;
        if (wished.isEmpty()) return {};
        return fail("there is no language '" + wished.toStdString() + "': valid are de, en, zh_CN");
    }
    QCoreApplication::installTranslator(ours);
    auto* theirs = new QTranslator(&application);  // of Qt's own dialogs, where the system has them
    if (theirs->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(theirs);
    return {};
}

}  // namespace splitee
