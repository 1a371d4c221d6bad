// SPDX-License-Identifier: GPL-3.0-or-later
// Preview of a network for texts: a sentence of the dataset or of the user's own, beside its
// distortion, with what every exit says of both as it is typed.
#pragma once

#include <QWidget>

#include "gui/setup/preview_worker.h"

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace splitee {

class ExitLines;
class Setup;
class Theme;

class TextPreview : public QWidget {
    Q_OBJECT
public:
    /// Follows the set-up; there is something to see where it names a network for texts.
    TextPreview(Setup& setup, const Theme& theme, QWidget* parent = nullptr);
    /// The last answer.
    [[nodiscard]] const Preview& preview() const { return preview_; }
    [[nodiscard]] QPlainTextEdit& edit() { return *edit_; }
    [[nodiscard]] const ExitLines& exits() const { return *exits_; }
    /// The distorted text; empty where nothing is done to it.
    [[nodiscard]] QString distortedText() const;
    /// What was read of the source: the preview does not read it again.
    void setFiles(const LiveFiles& files);
    /// Another text of the dataset, in the place of what was typed.
    void showNext();

signals:
    void previewed();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void layOut();
    void applyTheme();
    void onTyped();
    void requestPreview();
    void showPreview(const Preview& preview);
    void showText(const Preview& preview);
    void showDistorted(const Preview& preview);
    void markRead(const SeenSample& seen);
    [[nodiscard]] Text typedText() const;
    [[nodiscard]] QString headText() const;

    Setup& setup_;
    const Theme& theme_;
    QLabel* head_;
    QToolButton* next_;
    QPlainTextEdit* edit_;
    QLabel* distorted_;
    ExitLines* exits_;
    PreviewRequest requested_;  // last; preview_ may still be of the one before
    std::int64_t row_ = 0;
    bool typed_ = false;  // the text in the field is the user's own
    bool pair_ = false;   // the first line and the rest are judged together
    LiveFiles files_;
    Preview preview_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    PreviewWorker worker_;
};

}  // namespace splitee
