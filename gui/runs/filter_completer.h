// SPDX-License-Identifier: GPL-3.0-or-later
// FilterCompleter: offers the keys of runs while a filter is typed.
#pragma once

#include <QCompleter>

class QLineEdit;

namespace splitee {

/// Where a key may stand: at the beginning, after "and", "or", "not" or a bracket, and at the end
/// of what is typed. A key is found by its beginning, or by a part of its title.
class FilterCompleter : public QCompleter {
    Q_OBJECT
public:
    /// Sets itself on the field, which owns it.
    explicit FilterCompleter(QLineEdit& field);

    [[nodiscard]] QString pathFromIndex(const QModelIndex& index) const override;
    [[nodiscard]] QStringList splitPath(const QString& path) const override;

private:
    QLineEdit& field_;
};

}  // namespace splitee
