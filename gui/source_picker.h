// What the experiment plays on: a bundled exit table, or a file.
#pragma once

#include <QWidget>

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

/// `setup` on the table `name`, as one step that can be undone.
void chooseTable(Setup& setup, const std::string& name);

}  // namespace splitee
