// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/source_pictures.h"

#include "gui/run/run_controller.h"

namespace splitee {
namespace {

constexpr std::int64_t kPictured = 3;  // the sample; any will do

QImage pictureOf(const Dataset& samples) {
    if (samples.inputKind() != InputKind::Image || samples.size() < 1) return {};
    const auto sample = samples.read(std::min(kPictured, samples.size() - 1));
    if (!sample || !std::holds_alternative<Image>(sample->input)) return {};
    const Image& image = sample->image();
    if (image.pixels.empty()) return {};
    const QImage whole(image.pixels.data(), image.width, image.height, 3 * image.width,
                       QImage::Format_RGB888);
    return whole
        .scaled(SourcePictures::kSide, SourcePictures::kSide, Qt::KeepAspectRatioByExpanding,
                Qt::SmoothTransformation)
        .copy(0, 0, SourcePictures::kSide, SourcePictures::kSide);
}

}  // namespace

SourcePictures::SourcePictures(RunController& controller, QObject* parent)
    : QObject(parent), controller_(controller) {
    connect(&controller_, &RunController::sourceOpened, this, &SourcePictures::request);
    connect(&controller_, &RunController::settingChanged, this,
            [this](const SettingChange& change) {
                if (change.samples) request();
            });
    connect(&controller_, &RunController::aboutToOpen, this, [this] {
        work_.cancel();
        pictures_.clear();
        emit changed();
    });
}

void SourcePictures::request() {
    const auto& sources = controller_.opened().sources;
    if (sources.size() < 2) return;
    work_.start(
        [sources](const std::stop_token& stop) -> Result<std::vector<QImage>> {
            std::vector<QImage> pictures;
            for (const auto& source : sources) {
                if (stop.stop_requested()) return fail("cancelled");
                pictures.push_back(pictureOf(*source));
            }
            return pictures;
        },
        [this](const Result<std::vector<QImage>>& pictures) {
            pictures_ = pictures.value_or(std::vector<QImage>());
            emit changed();
        });
}

}  // namespace splitee
