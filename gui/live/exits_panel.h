// SPDX-License-Identifier: GPL-3.0-or-later
// Panel of the network's exits: a table with computing and sending times in milliseconds, from
// which costs can be set.
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "engine/world/physical_profile.h"
#include "gui/background/task.h"
#include "inference/inference.h"
#include "storage/files/offline_profile.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace splitee {

class NumberField;
class RunController;
class Setup;
class TextTableModel;
class TextTableView;

class ExitsPanel : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the panel.
    ExitsPanel(Setup& setup, RunController& controller, QWidget* parent = nullptr);

    [[nodiscard]] const PhysicalProfile& profile() const { return profile_; }
    /// Sets the costs of the set-up from the profile, as one step to undo.
    void useAsCosts();
    /// The costs of a profile that was read, exactly as --costs takes them, as one step to undo;
    /// the panel shows them. Fails where it has another number of layers. `name`: of its file.
    void take(const PhysicalProfile& profile, const QString& name);
    /// The same of one without speeds: asks for the device's; cloud and link are the panel's.
    void askForDevice(const OfflineProfile& offline, const QString& name);
    /// Times the network's stages on this machine, in the background; they set what a layer and an
    /// exit take.
    void measure();
    [[nodiscard]] const std::vector<StageTime>& measured() const {
        return times_;
    }  ///< [L] or empty
    [[nodiscard]] TextTableView& table() const { return *table_; }
    [[nodiscard]] QString sentence() const;

signals:
    void profileChanged();
    void profileWanted(const QString& path);  ///< it has to be read first
    void taken(const QString& sentence);      ///< whose costs the set-up has now
    void failed(const QString& sentence);

private:
    NumberField* addField(const QString& name, const QString& unit, const QString& help,
                          double least, double most, int decimals);
    void buildButtons();
    void openByDialog();
    void begin();
    void edited();
    void showTimes(const std::vector<StageTime>& times);
    void refresh();
    void refreshButton();
    void fillTable();

    Setup& setup_;
    RunController& controller_;
    PhysicalProfile profile_;
    std::optional<PhysicalProfile> taken_;  // of a file: stays while the layers are as many
    double shownKilobytes_ = 0;
    std::vector<StageTime> times_;
    TextTableView* table_;
    TextTableModel* model_;
    QGridLayout* fields_ = nullptr;
    NumberField *layer_ = nullptr, *exit_ = nullptr, *cloud_ = nullptr, *link_ = nullptr,
                *trip_ = nullptr, *sent_ = nullptr;
    QLabel* words_;
    QPushButton *measure_, *use_, *open_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task measuring_;
};

}  // namespace splitee
