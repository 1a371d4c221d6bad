#include "cli/sources.h"

#include "storage/bundled.h"

namespace splitee {

Result<std::unique_ptr<MultiExitModel>> openModel(const std::string& name) {
    const auto path = resolve(name, "models", ".mee");
    if (!path) return tl::unexpected(path.error());
    if (auto readable = readModelFile(*path); !readable) return tl::unexpected(readable.error());   // before torch is loaded
    const auto inference = loadInference();
    if (!inference) return tl::unexpected(inference.error());
    return (*inference)->load(*path);
}

Result<Split> splitFrom(const std::string& text) {
    if (text == "train") return Split::Train;
    if (text == "validation") return Split::Validation;
    if (text == "test") return Split::Test;
    return fail("unknown part '" + text.substr(0, 100) + "': valid are train, validation or test");
}

}  // namespace splitee
