// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/preview_worker.h"

#include <utility>

namespace splitee {
namespace {

// A threshold that no confidence reaches: the device computes, and shows, every exit.
constexpr double kNeverSure = 2;

// What was typed, in the place of row 0 .. `row` of a set of texts.
class TypedText final : public Dataset {
public:
    TypedText(Text text, std::int64_t row, std::vector<std::string> classes)
        : text_(std::move(text)), rows_(row + 1), classes_(std::move(classes)) {}
    [[nodiscard]] std::string name() const override { return "what was typed"; }
    [[nodiscard]] std::int64_t size() const override { return rows_; }
    [[nodiscard]] InputKind inputKind() const override { return InputKind::Text; }
    [[nodiscard]] int side() const override { return 0; }
    [[nodiscard]] const std::vector<std::string>& classNames() const override { return classes_; }
    [[nodiscard]] Result<Sample> read(std::int64_t /*index*/) const override {
        return Sample{text_, -1};
    }
    [[nodiscard]] std::string hash() const override { return ""; }

private:
    Text text_;
    std::int64_t rows_;
    std::vector<std::string> classes_;
};

Result<SeenSample> seen(const Network& model, const std::shared_ptr<const Dataset>& samples,
                        std::int64_t row) {
    const auto world = model.liveWorld(samples, 0, 1);
    if (!world) return tl::unexpected(world.error());
    const int exits = (*world)->exits();
    const auto all = (*world)->observe({row, {exits, kNeverSure}, Feedback::UpToSplit});
    if (!all) return tl::unexpected(all.error());
    SeenSample one{(*world)->image(), (*world)->text(), (*world)->textRead(), {}, {}};
    for (int layer = 1; layer <= exits; ++layer) {
        one.confidence.push_back(all->confidence(layer));
        one.prediction.push_back(all->prediction(layer));
    }
    return one;
}

}  // namespace

int leavesAt(std::span<const double> confidence, double alpha) {
    for (std::size_t i = 0; i < confidence.size(); ++i)
        if (confidence[i] >= alpha) return static_cast<int>(i) + 1;
    return static_cast<int>(confidence.size());
}

bool PreviewRequest::same(const PreviewRequest& other) const {
    return source.model == other.source.model && source.dataset == other.source.dataset &&
           source.part == other.source.part && source.distortion == other.source.distortion &&
           seed == other.seed && row == other.row && typed == other.typed;
}

void PreviewWorker::request(const PreviewRequest& request) {
    work_.start(
        [this, request] { return compute(request); },
        [this, request](const Result<Preview>& preview) {
            ready_(preview ? *preview : Preview{request, {}, {}, "", {}, preview.error().message});
        });
}

Result<void> PreviewWorker::open(const PreviewRequest& request) {
    const std::string name =
        request.source.model + " on " + request.source.dataset + " [" + request.source.part + "]";
    if (model_ && name == opened_) return {};
    opened_.clear();
    samples_.reset();
    model_.reset();
    if (request.source.dataset.empty()) {
        auto model = openModel(request.source.model);
        if (!model) return tl::unexpected(model.error());
        model_ = std::move(*model);
    } else {
        auto source = openLiveSource(request.source, request.seed, request.files);
        if (!source) return tl::unexpected(source.error());
        model_ = std::move(source->model);
        samples_ = std::move(source->images);
    }
    opened_ = name;
    return {};
}

Result<Preview> PreviewWorker::compute(const PreviewRequest& request) {
    const auto distortion = parseDistortion(request.source.distortion);
    if (!distortion) return tl::unexpected(distortion.error());
    if (auto opened = open(request); !opened) return tl::unexpected(opened.error());
    std::shared_ptr<const Dataset> samples = samples_;
    const std::int64_t rows = samples ? samples->size() : 1;
    if (rows == 0) return fail("there are no samples in " + samples->name());
    const std::int64_t row = request.row % rows;
    const std::vector<std::string>& names = model_->info().classNames;
    if (request.typed) samples = std::make_shared<TypedText>(*request.typed, row, names);
    if (!samples) return fail("there is no sample to show: choose a dataset, or type a text");
    auto clean = seen(*model_, samples, row);
    if (!clean) return tl::unexpected(clean.error());
    const auto distorted = underDistortion(samples, *distortion, request.seed);
    if (!distorted) return tl::unexpected(distorted.error());
    auto dim = *distorted == samples ? clean : seen(*model_, *distorted, row);
    if (!dim) return tl::unexpected(dim.error());
    const auto label = samples->label(row);
    const bool labelled = label && *label >= 0 && static_cast<std::size_t>(*label) < names.size();
    return Preview{request,         std::move(*clean),
                   std::move(*dim), labelled ? names[static_cast<std::size_t>(*label)] : "",
                   names,           ""};
}

}  // namespace splitee
