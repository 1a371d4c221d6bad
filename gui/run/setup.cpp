// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/setup.h"

#include <QUndoCommand>

#include <functional>

#include "engine/run/schedule.h"
#include "gui/run/experiment_fields.h"

namespace splitee {

class Setup::Edit : public QUndoCommand {
public:
    Edit(Setup& setup, ExperimentFile next, const QString& what, const std::string& key)
        : QUndoCommand(what),
          setup_(setup),
          before_(setup.file_),
          after_(std::move(next)),
          key_(key) {}
    void redo() override { setup_.replaceFile(after_); }
    void undo() override { setup_.replaceFile(before_); }
    int id() const override {
        return key_.empty() ? -1 : static_cast<int>(std::hash<std::string>{}(key_)&0x7fffffffU);
    }
    bool mergeWith(const QUndoCommand* later) override {
        const auto* edit = dynamic_cast<const Edit*>(later);
        if (edit == nullptr || edit->key_ != key_) return false;
        after_ = edit->after_;
        return true;
    }

private:
    Setup& setup_;
    ExperimentFile before_, after_;
    std::string key_;
};

void Setup::edit(const ExperimentFile& next, const QString& what, const std::string& key) {
    undo_.push(new Edit(*this, next, what, key));
}

void Setup::editField(const std::string& key, const QVariant& value) {
    if (fieldValue(file_.experiment, key) == value) return;
    ExperimentFile next = file_;
    setFieldValue(next.experiment, key, value);
    edit(next, tr("Change %1").arg(fieldTitle(key).toLower()), key);
}

void Setup::load(const ExperimentFile& file) {
    undo_.clear();
    replaceFile(file);
}

void Setup::replaceFile(const ExperimentFile& file) {
    file_ = file;
    emit changed();
}

bool hasSource(const ExperimentFile& file) {
    return !file.table.empty() || (isLive(file) && !file.dataset.empty());
}
bool isLive(const ExperimentFile& file) { return file.table.empty() && !file.model.empty(); }

bool sameSource(const ExperimentFile& first, const ExperimentFile& second) {
    return first.table == second.table && first.model == second.model &&
           first.dataset == second.dataset && first.part == second.part;
}

bool sameButSettings(ExperimentFile first, const ExperimentFile& second) {
    for (const std::string_view key : kSettings)
        setFieldValue(first.experiment, std::string(key),
                      fieldValue(second.experiment, std::string(key)));
    return first.experiment == second.experiment && sameSource(first, second) &&
           (isLive(second) || first.distortion == second.distortion);
}

}  // namespace splitee
