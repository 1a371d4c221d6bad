// SPDX-License-Identifier: GPL-3.0-or-later
// AdviceWork makes advice beside the window, on exit tables that are open.
#pragma once

#include <QObject>
#include <QStringList>

#include <memory>

#include "comparison/report/advice_text.h"
#include "gui/background/task.h"
#include "gui/background/work_rate.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// What was asked, and what came of it.
struct AdviceAnswer {
    AdviceRequest request;
    Advice advice;
    std::shared_ptr<const TableSource> tables;
    std::vector<std::string> left;  ///< keys of policies that were not compared
};

class AdviceWork : public QObject {
    Q_OBJECT
public:
    explicit AdviceWork(QObject* parent = nullptr) : QObject(parent) {}

    /// Where busy() is false. Of the policies of `request` those are compared that a device can
    /// play; samples and exits are the tables'.
    void start(const AdviceRequest& request, std::shared_ptr<const TableSource> tables);
    /// cancelled() follows soon.
    void cancel();
    [[nodiscard]] bool busy() const { return task_.busy(); }
    [[nodiscard]] bool cancelling() const { return cancelling_; }
    [[nodiscard]] const Progress& stand() const { return stand_; }
    /// Rounds a second; 0: not known yet.
    [[nodiscard]] double perSecond() const { return rate_.perSecond(); }

signals:
    void progressed();
    void answered(const std::shared_ptr<const AdviceAnswer>& answer);
    void failed(const QString& sentence);
    void cancelled();

private:
    Progress stand_;
    bool cancelling_ = false;
    WorkRate rate_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task task_;
};

}  // namespace splitee
