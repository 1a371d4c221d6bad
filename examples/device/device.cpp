// SPDX-License-Identifier: GPL-3.0-or-later
// A device that asks the learner of a policy file where to split its network.
// Usage: device POLICY.json ANSWERS.csv [SEED] > rounds.csv
//
// `Network` stands for a network of your own, which computes layer after layer. This one plays back
// what the exits of a recorded network said: a CSV as `splitee table export` writes it.
#include <splitee/device_learner.h>

#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

using splitee::DeviceLearner;

class Network {
public:
    explicit Network(const std::string& answers) : file_(answers) {
        std::string header;
        std::getline(file_, header);
        std::istringstream names(header);
        for (std::string name; std::getline(names, name, ',');) {
            names_.push_back(name);
            if (name.rfind("conf_", 0) == 0) ++layers_;
        }
    }
    int layers() const { return layers_; }

    /// The next sample: yours would read a camera.
    bool nextSample() {
        values_.clear();
        std::string line;
        if (!std::getline(file_, line)) return false;
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, ',');) values_.push_back(cell);
        return values_.size() == names_.size();
    }
    /// What the exit of `layer` says: yours would compute up to there.
    DeviceLearner::Answer exit(int layer) const {
        DeviceLearner::Answer answer;
        const std::string number = std::to_string(layer);
        answer.confidence = std::stod(value("conf_" + number, "0"));
        answer.prediction = std::stoi(value("pred_" + number, "0"));
        answer.entropy = std::stod(value("entropy_" + number, "nan"));
        return answer;
    }
    std::string sample() const { return value("sample", "0"); }

private:
    std::string value(const std::string& name, const std::string& otherwise) const {
        for (std::size_t at = 0; at < names_.size(); ++at)
            if (names_[at] == name) return values_[at];
        return otherwise;
    }
    std::ifstream file_;
    std::vector<std::string> names_, values_;
    int layers_ = 0;
};

int main(int argc, char** argv) {
    if (argc < 3) return std::cerr << "usage: device POLICY.json ANSWERS.csv [SEED]\n", 2;
    auto opened = DeviceLearner::open(argv[1], argc > 3 ? std::stoull(argv[3]) : 1);
    if (!opened.learner) return std::cerr << opened.problem << '\n', 1;
    DeviceLearner& learner = *opened.learner;
    Network network(argv[2]);
    if (network.layers() != learner.layers())
        return std::cerr << argv[2] << " does not hold " << learner.layers() << " layers\n", 1;

    std::cout << "round,sample,split_layer,exited,reward,cost,prediction\n" << std::fixed;
    while (network.nextSample()) {
        learner.nextSplit();
        while (const int layer = learner.nextExit())  // compute up to there, and ask
            if (learner.atExit(network.exit(layer)) == DeviceLearner::Step::Refused)
                return std::cerr << learner.problem() << '\n', 1;
        // Send the activation on; the cloud computes the rest, or a round is lost.
        if (learner.awaitsCloud() && !learner.cloudAnswered(network.exit(network.layers())))
            learner.dropRound();
        const auto& round = learner.lastRound();
        std::cout << round.round << ',' << network.sample() << ',' << round.layer << ','
                  << round.exited << ',' << std::setprecision(9) << round.reward << ','
                  << round.cost << ',' << round.prediction << '\n';
    }
    return 0;
}
