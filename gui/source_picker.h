// What the experiment plays on: a bundled exit table, or a file.
#pragma once

#include <QWidget>

#include "storage/experiment_file.h"

class QComboBox;

namespace splitee {

class Setup;
class Theme;

class SourcePicker : public QWidget {
    Q_OBJECT
public:
    SourcePicker(Setup& setup, const Theme& theme, QWidget* parent = nullptr);

signals:
    void browseWanted();

private:
    void refresh();

    Setup& setup_;
    QComboBox* tables_;
};

/// "cifar10 · gaussian blur 0.8" for builtin:cifar10-gaussian_blur-0.8, a file's name for a path.
[[nodiscard]] QString sourceLabel(const std::string& name);

/// What a set-up plays on, in a few words: "signs · gaussian blur 2".
[[nodiscard]] QString sourceText(const ExperimentFile& file);
/// "gaussian blur 2" for gaussian_blur:2.
[[nodiscard]] QString distortionLabel(const std::string& distortion);

/// `file` with the network `model` (a path or builtin:NAME) in place of what it plays on. Images stay where they fit, else they
/// are those it was trained on if the program can make them, else none: hasSource() is false then. Reads the model file.
[[nodiscard]] Result<ExperimentFile> onNetwork(const ExperimentFile& file, const std::string& model);

/// `setup` on the table `name`, as one step that can be undone.
void chooseTable(Setup& setup, const std::string& name);

}  // namespace splitee
