// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/advise/advice_work.h"

#include <cassert>
#include <utility>

namespace splitee {
namespace {

using Answered = Result<std::shared_ptr<const AdviceAnswer>>;

Answered advised(AdviceRequest request, const std::shared_ptr<const TableSource>& source,
                 const std::stop_token& stop, const ProgressSink& progress) {
    const auto tables = source->all();
    const ExitTable& table = *tables.front();
    if (table.exits < 2)
        return fail("the exit table " + request.table +
                    " has a single exit, so there is no split to choose");
    request.samples = table.samples();
    request.exits = table.exits;
    ReplayWorld world(tables);
    auto policies = devicePolicies(request.experiment, table, world);
    if (!policies) return tl::unexpected(policies.error());
    request.experiment.policies = std::move(policies->kept);
    ReplayOptions options;
    options.threads = spareThreads();
    auto advice = advise(tables, request.experiment, request.goal, request.thresholds, stop,
                         options, progress);
    if (!advice) return tl::unexpected(advice.error());
    auto answer = std::make_shared<AdviceAnswer>();
    answer->request = std::move(request);
    answer->advice = std::move(*advice);
    answer->tables = source;
    for (const auto& [key, why] : policies->left) answer->left.push_back(key);
    return std::shared_ptr<const AdviceAnswer>(std::move(answer));
}

}  // namespace

void AdviceWork::start(const AdviceRequest& request, std::shared_ptr<const TableSource> tables) {
    assert(!busy());
    cancelling_ = false;
    stand_ = {};
    rate_.restart();
    task_.start(
        [request, tables = std::move(tables)](const std::stop_token& stop,
                                              const ProgressSink& progress) {
            return advised(request, tables, stop, progress);
        },
        [this](const Answered& answer) {
            if (answer)
                emit answered(*answer);
            else if (cancelling_)
                emit cancelled();
            else
                emit failed(QString::fromStdString(answer.error().message));
        },
        [this](const Progress& at) {
            rate_.add(at.done);
            stand_ = at;
            emit progressed();
        });
    emit progressed();
}

void AdviceWork::cancel() {
    if (!busy()) return;
    cancelling_ = true;
    task_.requestStop();
    emit progressed();
}

}  // namespace splitee
