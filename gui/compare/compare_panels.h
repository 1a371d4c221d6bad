// SPDX-License-Identifier: GPL-3.0-or-later
// Cards, choices and texts that the parts of the comparison share.
#pragma once

#include <QComboBox>
#include <QFrame>

#include "comparison/compared_runs.h"
#include "gui/widgets/chart_table.h"

namespace splitee {

/// A surface with a border, as the style sheet draws it.
[[nodiscard]] QFrame* cardIn(QWidget* parent);
/// The same around a widget.
[[nodiscard]] QFrame* carded(QWidget* content, QWidget* parent);
/// A box that narrows, and that the wheel does not change on its way.
[[nodiscard]] QComboBox* choiceIn(QWidget* parent, const QString& name, const QString& help);

/// "7.21 ± 0.04 λ a sample, 90.1 ± 0.2 % right, 20 seeds"
[[nodiscard]] QString figuresWords(const ComparedGroup& group);
/// "Run 17: SplitEE, seed 3, 7.21 λ a sample, 90.1 % right"; "" for a run that is not compared.
[[nodiscard]] QString runWords(const ComparedRuns& compared, std::int64_t run);
/// A row a group: figures with the half width of their interval, signed differences to the
/// baseline.
[[nodiscard]] ChartTable figuresOf(const ComparedRuns& compared, std::size_t baseline);

}  // namespace splitee
