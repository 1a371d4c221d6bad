// SPDX-License-Identifier: GPL-3.0-or-later
// Legend of the policies with colour, dash and name: a click hides or shows one in every chart.
#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <set>
#include <string>
#include <vector>

class QHBoxLayout;

namespace splitee {

class RunHistory;
class Theme;

/// A policy that is shown while it is checked.
class PolicyChip : public QAbstractButton {
    Q_OBJECT
public:
    static constexpr int kSwatch = 38;  ///< pixels of its line: a period of the longest dash

    PolicyChip(const Theme& theme, std::string policy, const QString& label, int style,
               QWidget* parent);
    [[nodiscard]] const std::string& policy() const { return policy_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    std::string policy_;
    int style_;
};

/// What is hidden stays hidden while runs come and go.
class PolicyLegend : public QWidget {
    Q_OBJECT
public:
    explicit PolicyLegend(const Theme& theme, QWidget* parent = nullptr);
    void setRuns(const std::vector<const RunHistory*>& runs);
    [[nodiscard]] const std::set<std::string>& hidden() const { return hidden_; }
    [[nodiscard]] const std::vector<PolicyChip*>& chips() const { return chips_; }

signals:
    void hiddenChanged();

private:
    void toggled(const PolicyChip& chip, bool shown);

    const Theme& theme_;
    QHBoxLayout* row_;
    std::vector<PolicyChip*> chips_;
    std::set<std::string> hidden_;
};

}  // namespace splitee
