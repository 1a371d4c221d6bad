// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a reproduction's page: ours and published figures in the same rows. Streams of
// families have tables of their own (family_tables.h).
#pragma once

#include "comparison/report/report_text.h"
#include "reproduction/played_reproduction.h"

namespace splitee {

/// A row a stream, and one below it with what was published: samples, final exit, and what the
/// policies that something was published of, or claimed of, change against it.
[[nodiscard]] ReportTable changesTable(const PlayedReproduction& played);

/// Pseudo-regret at regretRounds, a row a stream and one below with what was published.
[[nodiscard]] ReportTable regretTable(const PlayedReproduction& played);

/// The layer that most rounds stop at and their share, over o, of one policy.
[[nodiscard]] ReportTable layersTable(const PlayedReproduction& played, std::size_t policy);

/// Where a policy splits, what leaves there and how often it is right; a row a stream.
[[nodiscard]] ReportTable leavingTable(const PlayedReproduction& played, std::size_t policy);

/// Every policy at the tables' o on one stream, which must be played.
[[nodiscard]] ReportTable policiesTable(const PlayedReproduction& played, std::size_t stream);

/// Accuracy and mean confidence of each exit of a stream's table.
[[nodiscard]] ReportTable exitsTable(const PlayedReproduction& played, std::size_t stream);

/// Policies with something published or claimed: those of changesTable(); the first of all where
/// there are none.
[[nodiscard]] std::vector<std::size_t> headlinePolicies(const Reproduction& description);

}  // namespace splitee
