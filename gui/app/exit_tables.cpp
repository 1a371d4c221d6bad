// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/exit_tables.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

#include "gui/app/message_bar.h"
#include "gui/live/exit_words.h"
#include "gui/live/run_actions.h"
#include "gui/run/run_controller.h"
#include "gui/widgets/number_text.h"
#include "storage/tables/table_csv.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

// As a schedule finds the other tables: "gaussian_blur:1" beside signs-clean.exits is
// signs-gaussian_blur-1.exits.
QString fileFor(const QString& chosen, std::string distortion) {
    std::ranges::replace(distortion, ':', '-');
    std::ranges::replace(distortion, '/', '-');
    const QFileInfo file(chosen);
    const QString stem = file.completeBaseName().section(QLatin1Char('-'), 0, 0);
    return QStringLiteral("%1/%2-%3.%4")
        .arg(file.path(), stem, QString::fromStdString(distortion), file.suffix());
}

Result<void> writeTableAs(const QString& path, const ExitTable& table) {
    return path.endsWith(QLatin1String(".csv")) ? writeTableCsv(path.toStdString(), table)
                                                : writeTableFile(path.toStdString(), table);
}

}  // namespace

ExitTables::ExitTables(RunController& controller, MessageBar& messages, const RunActions& actions,
                       QWidget& window)
    : QObject(&window),
      controller_(controller),
      messages_(messages),
      actions_(actions),
      window_(window) {
    connect(actions.saveTable, &QAction::triggered, this, &ExitTables::saveByDialog);
    connect(actions.clearTables, &QAction::triggered, this, &ExitTables::askToClear);
    connect(actions.readExits, &QAction::toggled, this,
            [this](bool on) { controller_.observer().setOn(on); });
    connect(&controller, &RunController::stateChanged, this, &ExitTables::updateActions);
    connect(&controller, &RunController::tablesChanged, this, &ExitTables::updateActions);
    connect(&controller.observer(), &ExitObserver::changed, this, &ExitTables::updateActions);
    updateActions();
}

void ExitTables::updateActions() {
    const ExitObserver& observer = controller_.observer();
    const bool live = controller_.opened().live != nullptr;
    RunActions::allow(
        *actions_.saveTable, live && controller_.tables(),
        live ? exitsText(observer)
             : tr("No network plays live; an exit table that is replayed is saved already"));
    RunActions::allow(*actions_.clearTables, observer.cache().has_value(),
                      tr("No exit tables are kept"));
    actions_.readExits->setChecked(observer.isOn());
}

void ExitTables::saveByDialog() {
    auto* dialog = new QFileDialog(&window_, tr("Save as exit table"), QString(),
                                   tr("Exit tables (*.exits *.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("exits"));
    const std::string model = QFileInfo(QString::fromStdString(controller_.played().model))
                                  .completeBaseName()
                                  .section(QLatin1Char(':'), -1)
                                  .toStdString();
    const auto known = controller_.observer().known();
    if (known)
        dialog->selectFile(QFileInfo(fileFor(QString::fromStdString(model + ".exits"),
                                             known->source.names.front()))
                               .fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &ExitTables::saveAs);
    dialog->open();
}

void ExitTables::saveAs(const QString& path) {
    const auto tables = controller_.tables();
    const auto known = controller_.observer().known();
    if (!tables || !known) return messages_.show(exitsText(controller_.observer()));
    QStringList written;
    for (std::size_t k = 0; k < tables->recorded.size(); ++k) {
        const QString file = k == 0 ? path : fileFor(path, known->source.names[k]);
        if (written.contains(file)) continue;  // a schedule that comes back
        if (auto done = writeTableAs(file, tables->recorded[k]); !done)
            return messages_.show(QString::fromStdString(done.error().message));
        written += file;
    }
    emit notice(tr("Written to %1").arg(written.join(QStringLiteral(", "))));
}

void ExitTables::askToClear() {
    const auto& cache = controller_.observer().cache();
    if (!cache) return;
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Clear kept exit tables"),
        tr("The exit tables that were read beside live runs take %1 MB in %2. A table that is "
           "cleared is read again when it is needed.")
            .arg(numberText(static_cast<double>(cache->bytes()) / 1e6, 1),
                 QString::fromStdString(cache->folder().string())),
        QMessageBox::Cancel, &window_);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton* clear = question->addButton(tr("Clear"), QMessageBox::AcceptRole);
    connect(clear, &QPushButton::clicked, this, &ExitTables::clear);
    question->open();
}

void ExitTables::clear() {
    if (auto cleared = controller_.observer().cache()->clear(); !cleared)
        return messages_.show(QString::fromStdString(cleared.error().message));
    emit notice(tr("No exit tables are kept now"));
}

}  // namespace splitee
