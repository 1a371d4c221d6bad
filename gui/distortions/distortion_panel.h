// SPDX-License-Identifier: GPL-3.0-or-later
// Panel that shows one image under every corruption at the severity of a slider, and lets one of
// them be chosen for the run.
#pragma once

#include <QWidget>

#include "gui/setup/preview_worker.h"

class QLabel;
class QScrollArea;

namespace splitee {

class DistortionTiles;
class NumberField;
class Setup;
class Theme;

class DistortionPanel : public QWidget {
    Q_OBJECT
public:
    /// Follows the set-up, which must outlive it. It computes only while it can be seen.
    DistortionPanel(Setup& setup, const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] DistortionTiles& tiles() { return *tiles_; }
    [[nodiscard]] NumberField& severity() { return *severity_; }
    /// Another image of the dataset.
    void showNext();

signals:
    /// Every tile shows what it would show of the newest request.
    void complete();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void setupChanged();
    void requestNext();
    void receive(const Preview& preview);
    void explain(const QString& sentence);

    Setup& setup_;
    DistortionTiles* tiles_;
    QScrollArea* scroll_;
    NumberField* severity_;
    QLabel* words_;
    PreviewRequest asked_;  // without the distortion: what the tiles are of
    std::int64_t row_ = 0;
    int waiting_ = -1;  // the tile that is being made
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    PreviewWorker worker_;
};

}  // namespace splitee
