// SPDX-License-Identifier: GPL-3.0-or-later
#include "script_networks.h"

#include <ATen/ATen.h>
#include <caffe2/serialize/inline_container.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/serialization/import.h>

#include "engine/rng.h"

namespace splitee::test {
namespace {

at::Tensor randomTensor(Rng& rng, std::vector<std::int64_t> shape, double deviation) {
    at::Tensor tensor = at::empty(shape);
    for (std::int64_t i = 0; i < tensor.numel(); ++i)
        tensor.data_ptr<float>()[i] = static_cast<float>(deviation * rng.normal());
    return tensor;
}

void addLogits(const c10::IValue& value, std::vector<std::vector<double>>& exits) {
    if (value.isTensor()) {
        const at::Tensor row = value.toTensor().to(at::kDouble).contiguous();
        exits.emplace_back(row.data_ptr<double>(), row.data_ptr<double>() + row.numel());
    } else if (value.isTuple()) {
        for (const auto& inner : value.toTupleRef().elements()) addLogits(inner, exits);
    } else if (value.isList()) {
        for (const c10::IValue& inner : value.toListRef()) addLogits(inner, exits);
    }
}

}  // namespace

void saveScript(const std::filesystem::path& path, const std::string& source) {
    Rng rng(7, "script weights");
    torch::jit::Module module("Net");
    for (int i = 0; i < 3; ++i) {
        const std::string number = std::to_string(i);
        module.register_parameter("w" + number, randomTensor(rng, {8, i == 0 ? 3 : 8, 3, 3}, .2),
                                  false);
        module.register_parameter("b" + number, randomTensor(rng, {8}, .1), false);
        module.register_parameter("h" + number, randomTensor(rng, {8, 16}, .5), false);
    }
    module.register_parameter("t", randomTensor(rng, {16, 16}, .3), false);
    module.register_attribute("seen", c10::IntType::get(), c10::IValue(0));
    module.define(source);
    module.save(path.string());
}

std::string threeExits() {
    return R"(
def forward(self, x: Tensor) -> List[Tensor]:
    a = torch.relu_(torch.conv2d(x, self.w0, self.b0, [2, 2], [1, 1]))
    logits = [torch.matmul(a.mean([2, 3]), self.h0)]
    b = torch.conv2d(a, self.w1, self.b1, [1, 1], [1, 1])
    b += a
    b = torch.relu_(b)
    logits.append(torch.matmul(b.mean([2, 3]), self.h1))
    c = torch.relu_(torch.conv2d(b, self.w2, self.b2, [2, 2], [1, 1]))
    c = c.view(c.size(0), c.size(1), -1).mean([2])
    logits.append(torch.matmul(c, self.h2))
    return logits
)";
}

std::string twoBranches() {
    return R"(
def forward(self, x: Tensor) -> Tuple[Tensor, Tensor]:
    a = torch.relu(torch.conv2d(x, self.w0, self.b0, [4, 4], [1, 1]))
    b = torch.relu(torch.conv2d(torch.avg_pool2d(x, [4, 4]), self.w0, self.b0, [1, 1], [1, 1]))
    first = torch.matmul(a.mean([2, 3]), self.h0)
    both = torch.conv2d(a, self.w1, self.b1, [1, 1], [1, 1]) + b
    return first, torch.matmul(both.mean([2, 3]), self.h1)
)";
}

std::string writtenInPlace() {
    return R"(
def forward(self, x: Tensor) -> List[Tensor]:
    a = torch.conv2d(x, self.w0, self.b0, [2, 2], [1, 1])
    before = a.mean()
    logits = [torch.matmul(torch.relu_(a).mean([2, 3]), self.h0)]
    b = torch.conv2d(a, self.w1, self.b1, [1, 1], [1, 1])
    a.add_(1.0)
    logits.append(torch.matmul((a * b).mean([2, 3]), self.h1) + before)
    return logits
)";
}

std::string oneExit() {
    return R"(
def forward(self, x: Tensor) -> Tensor:
    a = torch.relu(torch.conv2d(x, self.w0, self.b0, [2, 2], [1, 1]))
    b = torch.relu(torch.conv2d(a, self.w1, self.b1, [1, 1], [1, 1]))
    c = torch.relu(b + a)
    d = torch.relu(torch.conv2d(c, self.w2, self.b2, [2, 2], [1, 1]))
    return torch.softmax(torch.matmul(d.mean([2, 3]), self.h2), 1)
)";
}

std::string deepOneExit(int layers) {
    std::string source =
        "\ndef forward(self, x: Tensor) -> Tensor:\n"
        "    a = torch.relu(torch.conv2d(x, self.w0, self.b0, [2, 2], [1, 1]))\n";
    for (int layer = 1; layer < layers; ++layer)
        source += "    a = torch.relu(torch.conv2d(a, self.w1, self.b1, [1, 1], [1, 1]))\n";
    return source + "    return torch.matmul(a.mean([2, 3]), self.h0)\n";
}

std::string oneSide() {
    return R"(
def forward(self, x: Tensor) -> List[Tensor]:
    a = torch.relu(torch.conv2d(x, self.w0, self.b0, [2, 2], [1, 1]))
    first = torch.matmul(a.view([1, 8, 1024]).mean([2]), self.h0)
    b = torch.relu(torch.conv2d(a, self.w1, self.b1, [1, 1], [1, 1]))
    return [first, torch.matmul(b.mean([2, 3]), self.h1)]
)";
}

void rewriteScript(const std::filesystem::path& from, const std::filesystem::path& to,
                   const std::function<std::string(const std::string&, std::string)>& change,
                   std::uint64_t version) {
    caffe2::serialize::PyTorchStreamReader reader(from.string());
    caffe2::serialize::PyTorchStreamWriter writer(to.string());
    if (version != 0) writer.setMinVersion(version);
    for (const std::string& name : reader.getAllRecords()) {
        if (name == "version" || name.starts_with(".data")) continue;
        const auto [data, size] = reader.getRecord(name);
        const std::string content =
            change(name, std::string(static_cast<const char*>(data.get()), size));
        writer.writeRecord(name, content.data(), content.size(), content.size() > 200);
    }
    writer.writeEndOfFile();
}

std::vector<std::vector<std::vector<double>>> wholeLogits(const std::filesystem::path& path,
                                                          const std::vector<Image>& images) {
    const at::NoGradGuard noGradients;
    torch::jit::Module module = torch::jit::load(path.string());
    module.eval();
    std::vector<std::vector<std::vector<double>>> all;
    for (const Image& image : images) {
        at::Tensor x = at::empty({1, 3, image.height, image.width});
        const std::int64_t pixels = std::int64_t{image.height} * image.width;
        for (std::int64_t i = 0; i < 3 * pixels; ++i)
            x.data_ptr<float>()[i % 3 * pixels + i / 3] =
                static_cast<float>((image.pixels[static_cast<std::size_t>(i)] / 255.0 - .5) / .25);
        all.emplace_back();
        addLogits(module.forward({x}), all.back());
    }
    return all;
}

}  // namespace splitee::test
