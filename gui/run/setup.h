// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment and source that the user has set up, with undo.
#pragma once

#include <QObject>
#include <QUndoStack>

#include <string>

#include "storage/files/experiment_file.h"

namespace splitee {

class Setup : public QObject {
    Q_OBJECT
public:
    explicit Setup(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] const ExperimentFile& file() const { return file_; }
    [[nodiscard]] const Experiment& experiment() const { return file_.experiment; }
    [[nodiscard]] QUndoStack& undoStack() { return undo_; }

    /// One step that can be undone; further edits of the same `key` join it, as when a slider is
    /// dragged ("": never).
    void edit(const ExperimentFile& next, const QString& what, const std::string& key = "");
    /// One parameter of the experiment.
    void editField(const std::string& key, const QVariant& value);
    /// Another experiment altogether: what was done before cannot be undone.
    void load(const ExperimentFile& file);

signals:
    void changed();

private:
    class Edit;
    void replaceFile(const ExperimentFile& file);

    ExperimentFile file_;
    QUndoStack undo_;
};

/// Whether there is something to play on.
[[nodiscard]] bool hasSource(const ExperimentFile& file);
/// Whether it is a network at work, not an exit table.
[[nodiscard]] bool isLive(const ExperimentFile& file);
/// Whether both play on the same table, or the same network and images. Distortions may differ.
[[nodiscard]] bool sameSource(const ExperimentFile& first, const ExperimentFile& second);

/// Whether two set-ups differ in nothing but kSettings (schedule.h) and, live, the distortion,
/// which may change while runs play.
[[nodiscard]] bool sameButSettings(ExperimentFile first, const ExperimentFile& second);

}  // namespace splitee
