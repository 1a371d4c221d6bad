// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/unpickle.h"

#include <cstdio>
#include <cstring>
#include <deque>
#include <unordered_map>
#include <variant>

#include "engine/plain_text.h"

namespace splitee {
namespace {

struct PickleValue;
using ValuePointer = PickleValue*;  // into the machine's values

struct PickleNone {};
struct PickleMark {};
struct PickleGlobal {
    std::string name;  // "module.name"
};
struct PickleStorage {
    StoredType type;
    std::string key;
};
struct PickleTuple {
    std::vector<ValuePointer> items;
};
struct PickleDict {
    std::vector<std::pair<ValuePointer, ValuePointer>> items;
};
struct PickleValue {
    std::variant<PickleNone, PickleMark, std::int64_t, std::string, PickleGlobal, PickleStorage,
                 PickleTuple, PickleDict, PickledTensor>
        held;
};

constexpr std::size_t kMostTextBytes = 100'000;

StoredType storageType(const std::string& name) {
    if (name == "torch.DoubleStorage") return StoredType::Float64;
    if (name == "torch.FloatStorage") return StoredType::Float32;
    if (name == "torch.HalfStorage") return StoredType::Float16;
    if (name == "torch.BFloat16Storage") return StoredType::BFloat16;
    if (name == "torch.LongStorage") return StoredType::Int64;
    return StoredType::Other;
}

// Thrown inside this file alone; unpickle() turns it into its error.
struct BadPickle {
    std::string why;
};

class PickleMachine {
public:
    explicit PickleMachine(std::string_view bytes) : rest_(bytes) {}

    ValuePointer run() {
        while (true) {
            const auto code = static_cast<unsigned char>(taken(1).front());
            if (code == '.') return popped();
            step(code);
        }
    }

private:
    std::string_view taken(std::size_t count) {
        if (count > rest_.size()) throw BadPickle{"its pickle ends too early"};
        const std::string_view part = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return part;
    }
    template <class Number>
    Number number() {
        Number value = 0;
        std::memcpy(&value, taken(sizeof value).data(), sizeof value);
        return value;
    }
    std::string line() {
        const std::size_t end = rest_.find('\n');
        if (end == std::string_view::npos || end > kMostTextBytes)
            throw BadPickle{"its pickle ends too early"};
        std::string text(rest_.substr(0, end));
        rest_.remove_prefix(end + 1);
        return text;
    }

    template <class Held>
    void push(Held held) {
        stack_.push_back(&values_.emplace_back(PickleValue{std::move(held)}));
    }
    ValuePointer popped() {
        if (stack_.empty()) throw BadPickle{"its pickle is damaged"};
        const ValuePointer top = stack_.back();
        stack_.pop_back();
        return top;
    }
    std::vector<ValuePointer> toMark() {
        std::vector<ValuePointer> items;
        while (true) {
            const ValuePointer top = popped();
            if (std::holds_alternative<PickleMark>(top->held)) break;
            items.push_back(top);
        }
        return {items.rbegin(), items.rend()};
    }
    void pushTuple(std::vector<ValuePointer> items) { push(PickleTuple{std::move(items)}); }
    void pushTuple(std::size_t count) {
        std::vector<ValuePointer> items(count);
        for (std::size_t i = count; i > 0; --i) items[i - 1] = popped();
        pushTuple(std::move(items));
    }
    template <class Held>
    static const Held& as(const ValuePointer& value) {
        const Held* held = std::get_if<Held>(&value->held);
        if (held == nullptr) throw BadPickle{"its pickle is not that of a dictionary of tensors"};
        return *held;
    }

    void setItems(const std::vector<ValuePointer>& items) {
        if (stack_.empty() || items.size() % 2 != 0) throw BadPickle{"its pickle is damaged"};
        auto* dict = std::get_if<PickleDict>(&stack_.back()->held);
        if (dict == nullptr) throw BadPickle{"its pickle is damaged"};
        for (std::size_t i = 0; i < items.size(); i += 2)
            dict->items.emplace_back(items[i], items[i + 1]);
    }

    static std::vector<std::int64_t> numbers(const ValuePointer& value) {
        std::vector<std::int64_t> all;
        for (const ValuePointer& item : as<PickleTuple>(value).items)
            all.push_back(as<std::int64_t>(item));
        return all;
    }

    // torch._utils._rebuild_tensor_v2(storage, first, shape, strides, requires_grad, hooks)
    void pushTensor(const std::vector<ValuePointer>& arguments) {
        if (arguments.size() < 4) throw BadPickle{"its pickle is damaged"};
        const auto& storage = as<PickleStorage>(arguments[0]);
        const std::int64_t first = as<std::int64_t>(arguments[1]);
        const auto shape = numbers(arguments[2]);
        const auto strides = numbers(arguments[3]);
        if (first < 0 || shape.size() != strides.size() || !valuesOf(shape))
            throw BadPickle{"one of its tensors has no shape that can be"};
        std::int64_t stride = 1;
        for (std::size_t i = shape.size(); i > 0; --i) {
            if (shape[i - 1] != 1 && strides[i - 1] != stride && *valuesOf(shape) > 0)
                throw BadPickle{"one of its tensors is a view with gaps: save contiguous ones"};
            stride *= shape[i - 1];
        }
        push(PickledTensor{storage.type, storage.key, static_cast<std::uint64_t>(first), shape});
    }

    void reduce() {
        const ValuePointer arguments = popped();
        const ValuePointer callable = popped();
        const std::string& name = as<PickleGlobal>(callable).name;
        const auto& items = as<PickleTuple>(arguments).items;
        if (name == "collections.OrderedDict")
            push(PickleDict{});
        else if (name == "torch._utils._rebuild_tensor_v2")
            pushTensor(items);
        else if (name == "torch._utils._rebuild_parameter" && !items.empty())
            stack_.push_back(items.front());
        else
            throw BadPickle{"its pickle calls " + shownText(name, 100) +
                            ", and nothing of a file is run here: save the state dict alone"};
    }

    // ("storage", type, key, device, values)
    void persistent() {
        const ValuePointer id = popped();
        const auto& items = as<PickleTuple>(id).items;
        if (items.size() != 5 || as<std::string>(items[0]) != "storage")
            throw BadPickle{"its pickle is damaged"};
        push(
            PickleStorage{storageType(as<PickleGlobal>(items[1]).name), as<std::string>(items[2])});
    }

    void remember(std::uint32_t index) {
        if (stack_.empty()) throw BadPickle{"its pickle is damaged"};
        memo_[index] = stack_.back();
    }
    void recall(std::uint32_t index) {
        const auto found = memo_.find(index);
        if (found == memo_.end()) throw BadPickle{"its pickle is damaged"};
        stack_.push_back(found->second);
    }
    void text(std::size_t bytes) {
        if (bytes > kMostTextBytes) throw BadPickle{"its pickle holds too long a text"};
        push(std::string(taken(bytes)));
    }

    void longNumber() {
        const auto bytes = static_cast<std::size_t>(number<std::uint8_t>());
        if (bytes > 8) throw BadPickle{"its pickle holds too large a number"};
        std::uint64_t value = 0;
        const std::string_view digits = taken(bytes);
        std::memcpy(&value, digits.data(), bytes);
        if (bytes > 0 && bytes < 8 && (static_cast<unsigned char>(digits.back()) & 0x80) != 0)
            value |= ~std::uint64_t{0} << (8 * bytes);
        push(static_cast<std::int64_t>(value));
    }

    // By the letters of pickletools.
    void step(unsigned char code) {
        switch (code) {
            case 0x80:  // PROTO
                taken(1);
                return;
            case 'c': {  // GLOBAL
                std::string module = line();
                return push(PickleGlobal{std::move(module) + "." + line()});
            }
            case 'q':
                return remember(number<std::uint8_t>());
            case 'r':
                return remember(number<std::uint32_t>());
            case 'h':
                return recall(number<std::uint8_t>());
            case 'j':
                return recall(number<std::uint32_t>());
            case '(':
                return push(PickleMark{});
            case ')':
                return pushTuple(std::size_t{0});
            case 't':
                return pushTuple(toMark());
            case 0x85:
            case 0x86:
            case 0x87:
                return pushTuple(std::size_t{code} - 0x84);
            case '}':
                return push(PickleDict{});
            case ']':
                return push(PickleTuple{});  // a list: none of a state dict's is looked at
            case 'a':
                popped();
                return;
            case 'e':
                toMark();
                return;
            case 's': {
                const ValuePointer value = popped();
                return setItems({popped(), value});
            }
            case 'u':
                return setItems(toMark());
            case 'X':
                return text(number<std::uint32_t>());
            case 0x8c:
                return text(number<std::uint8_t>());
            case 'J':
                return push(std::int64_t{number<std::int32_t>()});
            case 'K':
                return push(std::int64_t{number<std::uint8_t>()});
            case 'M':
                return push(std::int64_t{number<std::uint16_t>()});
            case 0x8a:
                return longNumber();
            case 'G':
                taken(8);
                return push(PickleNone{});
            case 'N':
                return push(PickleNone{});
            case 0x88:
                return push(std::int64_t{1});
            case 0x89:
                return push(std::int64_t{0});
            case 'Q':
                return persistent();
            case 'R':
                return reduce();
            case 'b':  // BUILD: what a dictionary carries beside its items
                popped();
                return;
            default:
                break;
        }
        char hex[8];
        std::snprintf(hex, sizeof hex, "0x%02x", static_cast<unsigned>(code));
        throw BadPickle{"its pickle has the operation " + std::string(hex) +
                        ", which no state dict needs: nothing of it is run"};
    }

    std::string_view rest_;
    std::deque<PickleValue> values_;  // all that were made: a hostile pickle may make circles
    std::vector<ValuePointer> stack_;
    std::unordered_map<std::uint32_t, ValuePointer> memo_;
};

}  // namespace

Result<std::map<std::string, PickledTensor>> unpickle(std::string_view pickle) {
    try {
        PickleMachine machine(pickle);
        const ValuePointer top = machine.run();
        const auto* dict = std::get_if<PickleDict>(&top->held);
        if (dict == nullptr) return fail("it does not hold a dictionary of tensors");
        std::map<std::string, PickledTensor> tensors;
        for (const auto& [key, value] : dict->items) {
            const auto* name = std::get_if<std::string>(&key->held);
            const auto* tensor = std::get_if<PickledTensor>(&value->held);
            if (name != nullptr && tensor != nullptr) tensors[*name] = *tensor;
        }
        if (tensors.empty()) return fail("it holds no tensors");
        return tensors;
    } catch (const BadPickle& bad) {
        return fail(bad.why);
    }
}

}  // namespace splitee
