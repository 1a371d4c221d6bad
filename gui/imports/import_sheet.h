// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet that imports a network from outside: it asks what the file does not say.
#pragma once

#include <QTimer>

#include <optional>

#include "gui/widgets/sheet.h"
#include "sources/network_import.h"

class QLabel;
class QPushButton;

namespace splitee {

class ImportWork;
class NetworkForm;
class Theme;
class WorkLine;

class ImportSheet : public Sheet {
    Q_OBJECT
public:
    /// `work` must outlive it.
    ImportSheet(ImportWork& work, Theme& theme, QWidget* parent);

    /// Tries the network. What was typed before stays where it is the same file.
    void open(const QString& network);
    /// As it was left.
    void openAgain();
    [[nodiscard]] NetworkForm& form() { return *form_; }
    /// What is wrong, as it is shown.
    [[nodiscard]] QString fault() const;

signals:
    /// The network has one exit: these are to be attached.
    void exitsWanted(const ImportWords& words, const NetworkProbe& probe);
    /// The model file is there. `dataset`: that of the form, or "".
    void imported(const QString& model, const QString& dataset);

protected:
    /// Imports, or leads on to the places of exits.
    void accept() override;
    void leave() override;

private:
    void layOut(Theme& theme);
    void connectWork();
    void probe(int side);
    void refresh();
    void cancelOrLeave();

    ImportWork& work_;
    QLabel *title_, *facts_, *fault_;
    NetworkForm* form_;
    WorkLine* line_;
    QPushButton *close_, *go_;
    QString network_, refusal_;
    std::optional<NetworkProbe> probe_;
    bool importing_ = false;  // the work is this sheet's
    QTimer probeSoon_;        // a side that is typed is not tried digit by digit
};

}  // namespace splitee
