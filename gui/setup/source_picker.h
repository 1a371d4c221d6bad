// SPDX-License-Identifier: GPL-3.0-or-later
// Picker of the source that an experiment plays on: an exit table or a network, bundled or from a
// file; bundled ones are found by words.
#pragma once

#include <QWidget>

#include "storage/files/experiment_file.h"

class QComboBox;

namespace splitee {

class LiveSourceForm;
class Setup;
class SourceSearch;
class Theme;

class SourcePicker : public QWidget {
    Q_OBJECT
public:
    SourcePicker(Setup& setup, const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] LiveSourceForm& live() { return *live_; }
    [[nodiscard]] SourceSearch& search() { return *search_; }

signals:
    void browseWanted();
    void networkWanted(const QString& name);  ///< it has to be read first

private:
    void refresh();
    void choose(int at);

    Setup& setup_;
    QComboBox* sources_;
    SourceSearch* search_;
    LiveSourceForm* live_;
};

/// "cifar10 · gaussian blur 0.8" for builtin:cifar10-gaussian_blur-0.8, a file's name for a path.
[[nodiscard]] QString sourceLabel(const std::string& name);

/// What a set-up plays on, in a few words: "signs · gaussian blur 2".
[[nodiscard]] QString sourceText(const ExperimentFile& file);

/// `setup` on the table `name`, as one step that can be undone.
void chooseTable(Setup& setup, const std::string& name);

/// The same of a live run's distortion, as parseDistortion() reads it; choices in a row are one
/// step to undo.
void chooseDistortion(Setup& setup, const std::string& distortion);

}  // namespace splitee
