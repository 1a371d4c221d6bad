// SPDX-License-Identifier: GPL-3.0-or-later
// Words of advice in the language of the window: those of splitee advise, translated phrase by
// phrase.
#pragma once

#include <QStringList>

#include "comparison/report/advice_text.h"
#include "gui/widgets/chart_table.h"

namespace splitee {

/// λ for lambda, μ for mu; thousands apart, a true minus sign, and the sign before decimals as the
/// window writes them; policies by the names that they have in it.
[[nodiscard]] Language windowLanguage();

/// adviceSentences() in it.
[[nodiscard]] QStringList adviceLines(const AdviceRequest& request, const Advice& advice);

/// adviceRows() in it, one candidate a row; `advised`: the row of what is advised.
[[nodiscard]] ChartTable adviceTable(const AdviceRequest& request, const Advice& advice,
                                     int& advised);

}  // namespace splitee
