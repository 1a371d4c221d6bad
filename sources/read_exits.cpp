// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/read_exits.h"

#include <algorithm>

#include "datasets/digest.h"
#include "datasets/distortion.h"
#include "storage/session/own_provenance.h"

namespace splitee {
namespace {

constexpr std::int64_t kPiece = 64;  // samples: what an image network computes at once

// Samples first..first + size - 1 of a dataset.
class SomeSamples final : public Dataset {
public:
    SomeSamples(const Dataset& all, std::int64_t first, std::int64_t size)
        : all_(all), first_(first), size_(size) {}
    [[nodiscard]] std::string name() const override { return all_.name(); }
    [[nodiscard]] std::int64_t size() const override { return size_; }
    [[nodiscard]] InputKind inputKind() const override { return all_.inputKind(); }
    [[nodiscard]] int side() const override { return all_.side(); }
    [[nodiscard]] const std::vector<std::string>& classNames() const override {
        return all_.classNames();
    }
    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        return all_.read(first_ + index);
    }
    [[nodiscard]] std::string hash() const override { return all_.hash(); }

private:
    const Dataset& all_;
    std::int64_t first_, size_;
};

template <class T>
void addTo(std::vector<T>& rows, const std::vector<T>& more) {
    rows.insert(rows.end(), more.begin(), more.end());
}

}  // namespace

ExitReading::ExitReading(const Network& network, std::shared_ptr<const Dataset> samples)
    : network_(network), samples_(std::move(samples)) {}

bool ExitReading::goOnAfter(ExitTable rows) {
    const std::vector<double> depth = network_.info().depth();
    bool same = rows.name == samples_->name() && rows.depth == depth && rows.samples() > 0 &&
                rows.samples() <= samples_->size() && !rows.entropy.empty();
    for (std::int64_t row = 0; same && row < rows.samples(); ++row)
        same = rows.sample[static_cast<std::size_t>(row)] == row;
    if (same) rows_ = std::move(rows);
    return same;
}

Result<void> ExitReading::readNext(const std::stop_token& stop) {
    const std::int64_t first = done();
    const SomeSamples next(*samples_, first, std::min(kPiece, total() - first));
    auto more = network_.buildExitTable(next, 0, 1, {}, stop);
    if (!more) return tl::unexpected(more.error());
    for (std::int64_t& sample : more->sample) sample += first;
    if (first == 0)
        rows_ = std::move(*more);
    else
        append(*more);
    return {};
}

void ExitReading::append(const ExitTable& more) {
    addTo(rows_.confidence, more.confidence);
    addTo(rows_.prediction, more.prediction);
    addTo(rows_.entropy, more.entropy);
    addTo(rows_.context, more.context);
    addTo(rows_.label, more.label);
    addTo(rows_.sample, more.sample);
}

std::string exitKey(const Network& network, const Dataset& samples, const std::string& distortion,
                    std::uint64_t seed) {
    const auto known = parseDistortion(distortion);
    const bool clean = known && known->kind == DistortionKind::Clean;
    std::string origin = "exits, version 1";
    for (const std::string& part :
         {network.info().hash, samples.hash(), samples.name(), std::to_string(samples.size()),
          known ? toText(*known) : distortion, clean ? std::string() : std::to_string(seed),
          ownProvenance().cpu})
        origin += '\n' + std::to_string(part.size()) + ' ' + part;
    return hexText(sha256(origin));
}

Result<ReadExits> readExits(const Network& network, const std::shared_ptr<const Dataset>& samples,
                            const ExitCache* cache, const std::string& key,
                            const std::function<void(const std::stop_token&)>& wait,
                            const ProgressSink& progress, const std::stop_token& stop) {
    if (samples->size() == 0) return fail("there are no samples in " + samples->name());
    ExitReading reading(network, samples);
    if (cache != nullptr)
        if (auto kept = cache->find(key)) reading.goOnAfter(std::move(*kept));
    const std::int64_t before = reading.done();
    const std::string noun = samples->inputKind() == InputKind::Text ? "texts" : "images";
    Result<void> read;
    while (read && reading.done() < reading.total()) {
        if (wait) wait(stop);
        read = stop.stop_requested() ? Result<void>(fail("stopped while the exits were read"))
                                     : reading.readNext(stop);
        if (read && progress)
            progress({"reading the exits", reading.done(), reading.total(), noun, ""});
    }
    Result<void> kept;
    if (cache != nullptr && reading.done() > before) kept = cache->keep(key, reading.rows());
    if (!read) return tl::unexpected(read.error());
    return ReadExits{reading.take(), kept ? std::string() : kept.error().message};
}

}  // namespace splitee
