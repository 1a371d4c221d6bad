// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/stage_primitives.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "inference/mobilenet/stage_plan.h"
#include "inference/mobilenet/stage_workspace.h"

namespace splitee {
namespace {

// Images that a stage takes in one go, at most; what is left of a batch runs one by one. More are
// no faster, nor are so many that an activation inside a block leaves the cache
// (docs/performance.md). Two sizes for all batches keep the number of primitives small.
constexpr std::int64_t kMostAtOnce = 8;
constexpr std::int64_t kMostHiddenBytes = 4 << 20;

std::int64_t atOnce(const std::vector<FoldedStage>& stages) {
    std::int64_t hidden = 1;
    for (const FoldedStage& stage : stages)
        for (const FoldedBlock& block : stage.blocks)
            for (const FoldedConvolution& folded : block.convolutions)
                hidden = std::max(
                    hidden, std::int64_t{4} * folded.spec.out * folded.outSide * folded.outSide);
    return std::clamp(kMostHiddenBytes / hidden, std::int64_t{1}, kMostAtOnce);
}

class OneDnnStages final : public StagePrimitives {
public:
    explicit OneDnnStages(std::vector<FoldedStage> stages)
        : stages_(std::move(stages)), atOnce_(atOnce(stages_)) {
        for (const FoldedStage& stage : stages_)
            for (const FoldedBlock& block : stage.blocks)
                for (const FoldedConvolution& folded : block.convolutions)
                    packed_.emplace_back(engine_, folded);
    }

    void prepare(std::int64_t images, int threads) const override {
        if (images >= atOnce_) {
            const Lease lease(*this, atOnce_, threads);
        }
        if (images % atOnce_ != 0) {
            const Lease lease(*this, 1, threads);
        }
    }

    void run(std::size_t stage, std::int64_t images, int threads, const float* from,
             float* to) const override {
        const FoldedConvolution& first = stages_[stage].blocks.front().convolutions.front();
        const std::int64_t in = std::int64_t{first.spec.in} * first.inSide * first.inSide;
        const std::int64_t out = std::int64_t{stages_[stage].outChannels} * stages_[stage].outSide *
                                 stages_[stage].outSide;
        for (const std::int64_t batch : {atOnce_, std::int64_t{1}}) {
            if (images < batch) continue;
            const Lease lease(*this, batch, threads);
            for (; images >= batch; images -= batch, from += batch * in, to += batch * out)
                lease->run(stage, from, to);
        }
    }

private:
    struct Made {
        StagePlan plan;
        std::vector<std::unique_ptr<StageWorkspace>> idle;
        std::size_t workspaces = 0;
    };

    // A workspace for the time of a call: the one that this thread had last, whose buffers lie in
    // its core's cache, else the one given back last.
    class Lease {
    public:
        Lease(const OneDnnStages& owner, std::int64_t batch, int threads) : owner_(owner) {
            const std::scoped_lock lock(owner.mutex_);
            made_ = &owner.made(batch, threads);
            if (made_->idle.empty()) {
                made_->idle.reserve(made_->workspaces + 1);  // giving it back cannot fail
                workspace_ =
                    std::make_unique<StageWorkspace>(owner.engine_, made_->plan, owner.stages_);
                workspace_->user = std::this_thread::get_id();
                ++made_->workspaces;
                return;
            }
            const auto mine = std::ranges::find_if(made_->idle, [](const auto& idle) {
                return idle->user == std::this_thread::get_id();
            });
            if (mine != made_->idle.end()) std::swap(*mine, made_->idle.back());
            workspace_ = std::move(made_->idle.back());
            made_->idle.pop_back();
            workspace_->user = std::this_thread::get_id();
        }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() {
            const std::scoped_lock lock(owner_.mutex_);
            made_->idle.push_back(std::move(workspace_));
        }
        StageWorkspace* operator->() const { return workspace_.get(); }

    private:
        const OneDnnStages& owner_;
        Made* made_;
        std::unique_ptr<StageWorkspace> workspace_;
    };

    // Under the mutex.
    Made& made(std::int64_t batch, int threads) const {
        const auto key = std::pair(batch, threads);
        const auto found = made_.find(key);
        if (found != made_.end()) return found->second;
        Made made{planStages(engine_, stages_, packed_, batch), {}, 0};
        return made_.emplace(key, std::move(made)).first->second;
    }

    const std::vector<FoldedStage> stages_;
    const std::int64_t atOnce_;  // images
    dnnl::engine engine_{dnnl::engine::kind::cpu, 0};
    mutable std::mutex mutex_;                   // guards what follows; not held while a stage runs
    mutable std::vector<PackedWeights> packed_;  // one a convolution, in order
    mutable std::map<std::pair<std::int64_t, int>, Made> made_;  // by batch size and threads
};

}  // namespace

// Without AVX2 oneDNN adds a residual block's input elsewhere in the sum, and the last bits would
// be others than those of earlier tables and sessions (by up to 3e-6).
std::unique_ptr<const StagePrimitives> makeStagePrimitives(std::vector<FoldedStage> stages) {
    const auto has = static_cast<unsigned>(dnnl::get_effective_cpu_isa());
    constexpr auto kAvx2 = static_cast<unsigned>(dnnl::cpu_isa::avx2);
    if ((has & kAvx2) != kAvx2) return nullptr;
    return std::make_unique<OneDnnStages>(std::move(stages));
}

}  // namespace splitee
