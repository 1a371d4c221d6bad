// SPDX-License-Identifier: GPL-3.0-or-later
// List of the parameters that a sweep varies: an AxisRow each, and a button that adds one.
#pragma once

#include <QWidget>

#include <vector>

#include "engine/run/sweep_axis.h"

class QPushButton;
class QVBoxLayout;

namespace splitee {

class AxisRow;
class Theme;

class AxisRows : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kMost = 6;

    explicit AxisRows(const Theme& theme, QWidget* parent = nullptr);

    /// Whether layers have costs of their own: then a factor on o is offered first, and o, which
    /// means nothing there, not at all. A first row that nobody has touched follows.
    void setLayerCosts(bool on);
    /// In place of those that are there.
    void setAxes(const std::vector<SweepAxis>& axes);
    /// What the sweep plays on, where no row says so: the tables of distortions lie beside them.
    void setSources(const std::vector<std::string>& sources);
    /// A row with the first parameter that has none yet.
    AxisRow& add();
    /// As they are typed; the first that is wrong is the error.
    [[nodiscard]] Result<std::vector<SweepAxis>> axes() const;
    /// In the order of the Tab key.
    [[nodiscard]] std::vector<QWidget*> controls() const;
    /// Gives the keyboard to the first row.
    void focusFirst();
    /// Whether a row varies it, be its values right or wrong.
    [[nodiscard]] bool varies(std::string_view key) const;

signals:
    void changed();      ///< a row's parameter or values
    void rowsChanged();  ///< a row was added or removed
    void entered();      ///< Enter in a row

private:
    void remove(AxisRow* row);
    void updateButton();

    [[nodiscard]] std::vector<const char*> firstKeys() const;
    void tellSources();

    const Theme& theme_;
    bool layerCosts_ = false;
    std::vector<AxisRow*> rows_;
    std::vector<std::string> sources_;
    QVBoxLayout* column_;
    QPushButton* add_;
};

}  // namespace splitee
