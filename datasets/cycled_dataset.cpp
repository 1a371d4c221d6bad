// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/cycled_dataset.h"

#include <cassert>
#include <utility>

namespace splitee {
namespace {

class CycledDataset final : public Dataset {
public:
    CycledDataset(std::shared_ptr<const Dataset> dataset, std::int64_t size)
        : dataset_(std::move(dataset)), size_(size) {}
    [[nodiscard]] std::string name() const override { return dataset_->name(); }
    [[nodiscard]] std::int64_t size() const override { return size_; }
    [[nodiscard]] InputKind inputKind() const override { return dataset_->inputKind(); }
    [[nodiscard]] int side() const override { return dataset_->side(); }
    [[nodiscard]] const std::vector<std::string>& classNames() const override {
        return dataset_->classNames();
    }
    [[nodiscard]] Result<Sample> read(std::int64_t index) const override {
        return dataset_->read(index % dataset_->size());
    }
    [[nodiscard]] Result<std::int32_t> label(std::int64_t index) const override {
        return dataset_->label(index % dataset_->size());
    }
    [[nodiscard]] std::string hash() const override { return dataset_->hash(); }
    [[nodiscard]] std::vector<std::string> remarks() const override { return dataset_->remarks(); }

private:
    std::shared_ptr<const Dataset> dataset_;
    std::int64_t size_;
};

}  // namespace

std::shared_ptr<const Dataset> cycled(std::shared_ptr<const Dataset> dataset, std::int64_t size) {
    assert(dataset->size() > 0);
    if (dataset->size() == size) return dataset;
    return std::make_shared<CycledDataset>(std::move(dataset), size);
}

}  // namespace splitee
