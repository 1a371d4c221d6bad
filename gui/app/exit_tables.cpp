// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/exit_tables.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

#include "engine/run/table_names.h"
#include "gui/app/message_bar.h"
#include "gui/live/exit_words.h"
#include "gui/live/run_actions.h"
#include "gui/run/run_controller.h"
#include "gui/widgets/number_text.h"
#include "storage/tables/table_csv.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

Result<void> writeTableAs(const std::string& path, const ExitTable& table) {
    return path.ends_with(".csv") ? writeTableCsv(path, table) : writeTableFile(path, table);
}

QString listOf(const std::vector<std::string>& files) {
    QStringList all;
    for (const std::string& file : files) all += QString::fromStdString(file);
    return all.join(QStringLiteral(", "));
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
    connect(&writing_, &Task::busyChanged, this, &ExitTables::updateActions);
    updateActions();
}

void ExitTables::updateActions() {
    const ExitObserver& observer = controller_.observer();
    const bool live = controller_.opened().live != nullptr;
    RunActions::allow(
        *actions_.saveTable, live && controller_.tables() && !writing_.busy(),
        writing_.busy() ? tr("The tables are being written")
        : live          ? exitsText(observer)
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
        dialog->selectFile(QString::fromStdString(
            tableBeside(model + "-clean.exits", known->source.names.front())));
    connect(dialog, &QFileDialog::fileSelected, this, &ExitTables::saveAs);
    dialog->open();
}

// The dialog has asked about the chosen file; about those beside it nobody has.
void ExitTables::saveAs(const QString& path) {
    const auto tables = controller_.tables();
    const auto known = controller_.observer().known();
    if (writing_.busy()) return messages_.show(tr("The tables are being written"));
    if (!tables || !known) return messages_.show(exitsText(controller_.observer()));
    Plan plan{tables, {}, {}};
    std::vector<std::string> names;
    for (std::size_t k = 0; k < known->source.names.size(); ++k) {
        const std::string& name = known->source.names[k];
        if (std::ranges::find(names, name) != names.end()) continue;  // it comes back to it
        names.push_back(name);
        plan.places.push_back(k);
    }
    plan.files = tablesTogether(path.toStdString(), names);
    if (plan.files.empty())
        return messages_.show(
            tr("Cannot write %1: a schedule would not find the tables beside it. Choose a name "
               "without '?' that ends in .exits.")
                .arg(path));
    std::vector<std::string> there;
    for (const std::string& file : plan.files)
        if (file != path.toStdString() && QFileInfo::exists(QString::fromStdString(file)))
            there.push_back(file);
    if (there.empty()) return write(std::move(plan));
    askToReplace(there, std::move(plan));
}

void ExitTables::askToReplace(const std::vector<std::string>& there, Plan plan) {
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Save as exit table"),
        tr("The tables of all distortions are written beside each other, where a schedule finds "
           "them. These files are there already: %1. Replace them?")
            .arg(listOf(there)),
        QMessageBox::Cancel, &window_);
    question->setObjectName(QStringLiteral("replaceTables"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton* replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
    connect(replace, &QPushButton::clicked, this, [this, plan = std::move(plan)] { write(plan); });
    question->open();
}

void ExitTables::write(Plan plan) {
    const QString files = listOf(plan.files);
    writing_.start(
        // To the end, also where the window closes: half of them would be of no use.
        [plan = std::move(plan)]() -> Result<void> {
            for (std::size_t k = 0; k < plan.files.size(); ++k)
                if (auto done = writeTableAs(plan.files[k], plan.tables->recorded[plan.places[k]]);
                    !done)
                    return done;
            return {};
        },
        [this, files](const Result<void>& written) {
            if (!written) return messages_.show(QString::fromStdString(written.error().message));
            emit notice(tr("Written to %1").arg(files));
        });
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
    clearing_.start([cache = *controller_.observer().cache()] { return cache.clear(); },
                    [this](const Result<void>& cleared) {
                        if (!cleared)
                            return messages_.show(QString::fromStdString(cleared.error().message));
                        emit notice(tr("No exit tables are kept now"));
                    });
}

}  // namespace splitee
