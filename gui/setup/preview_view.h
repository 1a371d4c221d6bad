// SPDX-License-Identifier: GPL-3.0-or-later
// Preview of a distortion: one image clean and distorted, with the confidence of every exit below
// it.
#pragma once

#include <QWidget>

#include <optional>
#include <string>

#include "gui/setup/preview_worker.h"

class QToolButton;

namespace splitee {

class Setup;
class Theme;

class PreviewView : public QWidget {
    Q_OBJECT
public:
    /// Follows the set-up; there is something to see only where it names a network and images.
    PreviewView(Setup& setup, const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] const Preview& preview() const { return preview_; }
    /// What was read of the source: the preview does not read it again.
    void setFiles(const LiveFiles& files) { files_ = files; }
    /// Another image of the dataset.
    void showNext();
    /// What a past round of the run showed, in place of the set-up's; none: the set-up's again.
    struct Past {
        std::int64_t row = 0;
        std::string distortion;  ///< in force then
        double alpha = 0;        ///< likewise
    };
    void showPast(const std::optional<Past>& past);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void previewed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void requestPreview();
    void showPreview(const Preview& preview);
    void paintImage(QPainter& painter, const SeenSample& seen, const QString& title,
                    const QRect& area) const;
    void paintExits(QPainter& painter, const SeenSample& seen, const QRect& area) const;

    Setup& setup_;
    const Theme& theme_;
    QToolButton* next_;
    PreviewRequest requested_;  // last; preview_ may still be of the one before
    std::int64_t row_ = 0;
    std::optional<Past> past_;
    LiveFiles files_;
    Preview preview_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    PreviewWorker worker_;
};

}  // namespace splitee
