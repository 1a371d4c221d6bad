// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet that attaches exits to a network with one: where they go, their training, and what came of
// it.
#pragma once

#include <memory>

#include "gui/widgets/sheet.h"
#include "sources/network_import.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace splitee {

class ExitChoice;
class ImportWork;
class TextTableModel;
class TextTableView;
class Theme;
class WorkLine;

class AttachSheet : public Sheet {
    Q_OBJECT
public:
    /// `work` must outlive it.
    AttachSheet(ImportWork& work, Theme& theme, QWidget* parent);

    /// `words` as the import sheet has them; `probe` of that network on that side.
    void open(const ImportWords& words, const NetworkProbe& probe);
    [[nodiscard]] ExitChoice& choice() { return *choice_; }
    /// Null until exits were trained.
    [[nodiscard]] const ImportReport* report() const { return report_.get(); }
    [[nodiscard]] TextTableView& table() { return *table_; }
    [[nodiscard]] QString fault() const;
    /// To another file than the one that was asked for; the sheet stays.
    void saveTo(const QString& path);

signals:
    void backWanted();
    void imported(const QString& model, const QString& dataset);
    void saved(const QString& path);

protected:
    /// Trains, or uses what was trained.
    void accept() override;
    void leave() override;

private:
    enum class Doing { Nothing, Training, Using, Saving };

    void layOut(Theme& theme);
    QWidget* resultPage();
    void connectWork();
    void showReport(std::shared_ptr<const ImportReport> report);
    void fillTable();
    void refresh();
    void goBack();
    void saveByDialog();
    [[nodiscard]] QString temperatures() const;

    ImportWork& work_;
    ImportWords words_;
    NetworkProbe probe_;
    std::shared_ptr<const ImportReport> report_;
    Doing doing_ = Doing::Nothing;
    QString refusal_;
    QLabel *title_, *verdict_, *fault_, *temperatures_;
    QStackedWidget* pages_;  // choice, result
    ExitChoice* choice_;
    TextTableView* table_;
    TextTableModel* model_;
    WorkLine* line_;
    QPushButton *back_, *close_, *save_, *go_, *copy_;
};

}  // namespace splitee
