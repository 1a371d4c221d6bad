// SPDX-License-Identifier: GPL-3.0-or-later
// BytesReader: an archive in memory as LibTorch reads it, which never reads beyond its end
// (caffe2's own MemoryReadAdapter does). Includes LibTorch: for inference's own .cpp files only.
#pragma once

#include <caffe2/serialize/read_adapter_interface.h>

#include <cstring>
#include <stdexcept>
#include <string_view>

namespace splitee {

class BytesReader final : public caffe2::serialize::ReadAdapterInterface {
public:
    /// `bytes` must outlive the reader.
    explicit BytesReader(std::string_view bytes) : bytes_(bytes) {}
    size_t size() const override { return bytes_.size(); }
    size_t read(uint64_t at, void* to, size_t count, const char* /*what*/) const override {
        if (at > bytes_.size() || count > bytes_.size() - at)
            throw std::runtime_error("PytorchStreamReader: an entry lies beyond the end");
        if (count > 0) std::memcpy(to, bytes_.data() + at, count);  // `to` may be null
        return count;
    }

private:
    std::string_view bytes_;
};

}  // namespace splitee
