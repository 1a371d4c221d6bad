// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet that attaches exits to a network with one: where they go, and what they learn from. Their
// training is a job.
#pragma once

#include "gui/widgets/sheet.h"
#include "sources/network_import.h"

class QLabel;
class QPushButton;

namespace splitee {

class ExitChoice;
class ImportWork;
class Theme;

class AttachSheet : public Sheet {
    Q_OBJECT
public:
    /// `work` must outlive it.
    AttachSheet(ImportWork& work, Theme& theme, QWidget* parent);

    /// `words` as the import sheet has them; `probe` of that network on that side.
    void open(const ImportWords& words, const NetworkProbe& probe);
    [[nodiscard]] ExitChoice& choice() { return *choice_; }
    [[nodiscard]] QString fault() const;

signals:
    void backWanted();
    /// `splitee model import` is to do this.
    void trainingWanted(const ImportWords& words);

protected:
    void accept() override;

private:
    void layOut(Theme& theme);
    void refresh();

    ImportWork& work_;
    ImportWords words_;
    NetworkProbe probe_;
    QString refusal_;
    QLabel *title_, *verdict_, *fault_;
    ExitChoice* choice_;
    QPushButton *back_, *close_, *go_;
};

}  // namespace splitee
