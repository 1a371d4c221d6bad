// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imports/exit_choice.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

#include "gui/setup/dataset_picker.h"
#include "gui/track/places_track.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "inference/places.h"

namespace splitee {
namespace {

constexpr int kCountWidth = 110, kMostExitsAttached = 47;
constexpr double kMostImages = 1e7, kFlopsAMultiplyAdd = 2, kMega = 1e6, kKilo = 1e3;

}  // namespace

ExitChoice::ExitChoice(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      track_(new PlacesTrack(theme, this)),
      count_(new NumberField({0, kMostExitsAttached, 0, 0, 0}, {}, this)),
      most_(new NumberField({0, kMostImages, 0, 0, 0}, {}, this)),
      images_(new DatasetPicker(this)) {
    count_->setLeastText(tr("Auto"));
    count_->setTexts(tr("Exits"), tr("So many exits, spread evenly over the computing; or click "
                                     "the places themselves"));
    count_->setFixedWidth(kCountWidth);
    most_->setLeastText(tr("All"));
    most_->setTexts(tr("Training images"),
                    tr("Of the training images at most so many: their features are computed once"));
    most_->show(static_cast<double>(ImportRequest().images));
    most_->setFixedWidth(kCountWidth);
    most_->setObjectName(QStringLiteral("mostImages"));
    images_->setAccessibleName(tr("Images"));
    images_->setToolTip(tr("The images that the exits learn from and are validated on"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(3, 1);
    grid->addWidget(track_, 0, 0, 1, 6);
    grid->setRowStretch(0, 1);
    int column = 0;
    const std::pair<QString, QWidget*> fields[] = {
        {tr("Exits"), count_}, {tr("Images"), images_}, {tr("at most"), most_}};
    for (const auto& [name, control] : fields) {
        auto* label = new QLabel(name, this);
        label->setObjectName(QStringLiteral("muted"));
        label->setBuddy(control);
        grid->addWidget(label, 1, column++);
        grid->addWidget(control, 1, column++);
    }
    connect(track_, &PlacesTrack::checkedChanged, this, [this] {
        count_->show(static_cast<double>(track_->checked().size()));
        emit changed();
    });
    connect(count_, &NumberField::edited, this, &ExitChoice::spread);
    connect(most_, &NumberField::edited, this, &ExitChoice::changed);
    connect(images_, &DatasetPicker::chosen, this, &ExitChoice::imagesWanted);
}

void ExitChoice::setNetwork(const NetworkProbe& probe) {
    probe_ = probe;
    shown_ = placesWorthAnExit(probe_.places, probe_.multiplyAdds);
    std::vector<TrackPlace> places;
    for (const std::size_t at : shown_) {
        const Place& place = probe_.places[at];
        const auto upTo = static_cast<double>(place.multiplyAdds);
        places.push_back({QString::fromStdString(place.name),
                          upTo / static_cast<double>(probe_.multiplyAdds),
                          kFlopsAMultiplyAdd * upTo / kMega,
                          static_cast<double>(place.tensor.bytes) / kKilo, false});
    }
    track_->setPlaces(std::move(places));
    count_->show(0);
    spread(0);
}

// 0 is as many as the automatic choice takes. Where there are fewer places, all of them.
void ExitChoice::spread(double count) {
    if (shown_.empty()) return;
    const auto wanted = std::min(static_cast<std::size_t>(count), shown_.size());
    if (static_cast<double>(wanted) < count) count_->show(static_cast<double>(wanted));
    const auto chosen = choosePlaces(probe_.places, probe_.multiplyAdds,
                                     wanted == 0 ? "auto" : std::to_string(wanted));
    if (!chosen) return;
    std::vector<std::size_t> checked;
    for (const std::size_t at : *chosen)
        if (const auto found = std::ranges::find(shown_, at); found != shown_.end())
            checked.push_back(static_cast<std::size_t>(found - shown_.begin()));
    track_->check(checked);
    emit changed();
}

void ExitChoice::showImages(const QString& dataset) {
    images_->showDataset(dataset);
    emit changed();
}

std::string ExitChoice::places() const {
    std::string names;
    for (const std::size_t at : track_->checked())
        names += (names.empty() ? "" : ",") + probe_.places[shown_[at]].name;
    return names;
}

QString ExitChoice::dataset() const { return images_->dataset(); }

std::int64_t ExitChoice::images() const { return static_cast<std::int64_t>(most_->value()); }

QString ExitChoice::problem() const {
    if (shown_.empty())
        return tr("There is no place in it where a single tensor carries all that follows");
    if (track_->checked().empty()) return tr("Choose a place for an exit");
    if (dataset().isEmpty()) return tr("Choose the images that the exits learn from");
    return {};
}

QString ExitChoice::words() const {
    const auto chosen = track_->checked();
    double least = 0, most = 0;
    for (const std::size_t at : chosen) {
        const double kilobytes = track_->places()[at].kilobytes;
        least = at == chosen.front() ? kilobytes : std::min(least, kilobytes);
        most = std::max(most, kilobytes);
    }
    const QString sent =
        least == most ? tr("%1 kB sent").arg(numberText(least, 1))
                      : tr("%1 to %2 kB sent").arg(numberText(least, 1), numberText(most, 1));
    if (chosen.size() == 1) return tr("1 exit and the network's own · %1").arg(sent);
    return tr("%1 exits and the network's own · %2")
        .arg(numberText(static_cast<double>(chosen.size())), sent);
}

}  // namespace splitee
