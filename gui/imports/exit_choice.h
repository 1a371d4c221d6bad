// SPDX-License-Identifier: GPL-3.0-or-later
// Choice of where exits are attached to a network, and of the images that train them.
#pragma once

#include <QWidget>

#include <string>

#include "inference/importing.h"

namespace splitee {

class DatasetPicker;
class NumberField;
class PlacesTrack;
class Theme;

class ExitChoice : public QWidget {
    Q_OBJECT
public:
    explicit ExitChoice(const Theme& theme, QWidget* parent = nullptr);

    /// The places of the network, as `auto` chooses among them; images and their number stay.
    void setNetwork(const NetworkProbe& probe);
    void showImages(const QString& dataset);

    /// Names of the chosen places with commas between them; "" for none.
    [[nodiscard]] std::string places() const;
    [[nodiscard]] QString dataset() const;
    [[nodiscard]] std::int64_t images() const;
    /// What is missing, in a sentence; empty where training can begin.
    [[nodiscard]] QString problem() const;
    /// What is chosen, in words.
    [[nodiscard]] QString words() const;
    [[nodiscard]] PlacesTrack& track() { return *track_; }
    [[nodiscard]] NumberField& count() { return *count_; }

signals:
    void changed();
    void imagesWanted(const QString& dataset);  ///< as DatasetPicker says it

private:
    void spread(double count);

    NetworkProbe probe_;
    std::vector<std::size_t> shown_;  // places of the probe that the track shows
    PlacesTrack* track_;
    NumberField *count_, *most_;
    DatasetPicker* images_;
};

}  // namespace splitee
