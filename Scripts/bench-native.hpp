// What bench-boost.cpp and bench-lemon.cpp share: the graph, the checksums and the lines they talk in.
// Weights, ends, checksums and protocol are those of bench-peers.py.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <regex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace bench {

inline std::string contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The edges of a file, each with its weight, and the two nodes that paths and flows run between.
struct Edges {
    int nodes = 0;
    bool isDirected;
    std::vector<int> sources, targets, weights;
    int start = 0, end = 0;

    explicit Edges(const std::string& path) : isDirected(path.find(".dir.") != std::string::npos) {
        const std::string text = contents(path);
        const char* place = text.c_str();
        for (char* next;; place = next) {
            const int source = std::strtol(place, &next, 10);
            if (next == place) break;
            sources.push_back(source);
            targets.push_back(std::strtol(next, &next, 10));
            weights.push_back(weight(source, targets.back()));
            nodes = std::max({nodes, source + 1, targets.back() + 1});
        }
        nodes = std::max(nodes, declaredNodes(path));
        chooseEnds();
    }

    int count() const { return static_cast<int>(sources.size()); }

private:
    /// 1 to 100, by SplitMix64's finaliser over the ends: the same for every program.
    static int weight(int source, int target) {
        const std::uint64_t low = std::min(source, target), high = std::max(source, target);
        std::uint64_t bits = (low << 32 | high) + 0x9E3779B97F4A7C15;
        bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ bits >> 27) * 0x94D049BB133111EB;
        return static_cast<int>((bits ^ bits >> 31) % 100) + 1;
    }

    /// The number of nodes that meta.json beside the file gives, or 0; nodes without edges are in no line of the file.
    static int declaredNodes(const std::string& path) {
        const auto folder = path.rfind('/') + 1;  // npos + 1 is 0: the working directory
        const std::string name = path.substr(folder, path.find('.', folder) - folder);
        const std::string meta = contents(path.substr(0, folder) + "meta.json");
        std::smatch match;
        const std::regex entry("\"" + name + "\"\\s*:\\s*\\{[^}]*\"n\"\\s*:\\s*(\\d+)");
        return std::regex_search(meta, match, entry) ? std::stoi(match[1]) : 0;
    }

    /// The two nodes of the highest degree, the lower one first among equals.
    void chooseEnds() {
        std::vector<int> degrees(nodes), order(nodes);
        for (int node : sources) ++degrees[node];
        for (int node : targets) ++degrees[node];
        std::iota(order.begin(), order.end(), 0);
        std::partial_sort(order.begin(), order.begin() + std::min(2, nodes), order.end(), [&](int a, int b) {
            return degrees[a] != degrees[b] ? degrees[a] > degrees[b] : a < b;
        });
        if (nodes > 1) start = order[0], end = order[1];
    }
};

/// Arcs by source: one an edge, or two that point both ways.
struct Arcs {
    std::vector<std::pair<int, int>> ends;
    std::vector<int> edges;  // the edge of each arc
    std::vector<int> twins;  // where both ways are kept: the arc the other way
    std::vector<bool> isForward;

    Arcs(const Edges& list, bool bothWays) {
        const std::size_t count = list.sources.size() * (bothWays ? 2 : 1);
        ends.resize(count), edges.resize(count), isForward.resize(count);
        std::vector<int> next(list.nodes + 1);
        for (int node : list.sources) ++next[node + 1];
        if (bothWays)
            for (int node : list.targets) ++next[node + 1];
        std::partial_sum(next.begin(), next.end(), next.begin());
        const auto place = [&](int source, int target, int edge, bool forward) {
            const int arc = next[source]++;
            ends[arc] = {source, target}, edges[arc] = edge, isForward[arc] = forward;
            return arc;
        };
        if (bothWays) twins.resize(count);
        for (int edge = 0; edge < list.count(); ++edge) {
            const int there = place(list.sources[edge], list.targets[edge], edge, true);
            if (!bothWays) continue;
            const int back = place(list.targets[edge], list.sources[edge], edge, false);
            twins[there] = back, twins[back] = there;
        }
    }

    std::vector<int> weights(const Edges& list) const {
        std::vector<int> result;
        for (int edge : edges) result.push_back(list.weights[edge]);
        return result;
    }

    /// What each arc lets through: an edge's weight, and nothing against the direction of a directed one.
    std::vector<int> capacities(const Edges& list) const {
        std::vector<int> result = weights(list);
        for (std::size_t arc = 0; arc < result.size(); ++arc)
            if (list.isDirected && !isForward[arc]) result[arc] = 0;
        return result;
    }
};

// Checksums, as entente-bench makes them.

inline std::string number(double value) {
    std::ostringstream text;
    text.precision(17);
    text << value;
    return text.str();
}

inline std::string field(const std::string& name, double value) { return "\"" + name + "\": " + number(value); }

inline std::string vector(const std::vector<double>& values) {
    double sum = 0, check = 0;
    for (std::size_t node = 0; node < values.size(); ++node) {
        sum += values[node];
        check += values[node] * static_cast<double>(node % 97 + 1);
    }
    std::vector<int> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    const auto first = order.begin() + std::min<std::size_t>(5, order.size());
    std::partial_sort(order.begin(), first, order.end(), [&](int a, int b) {
        return values[a] != values[b] ? values[a] > values[b] : a < b;
    });
    std::string top;
    for (auto node = order.begin(); node != first; ++node)
        top += (top.empty() ? "[" : ", [") + std::to_string(*node) + ", " + number(values[*node]) + "]";
    return field("sum", sum) + ", " + field("chk", check) + ", \"top5\": [" + top + "]";
}

constexpr int unreached = std::numeric_limits<int>::max();

inline std::string distances(const std::vector<int>& values) {
    double count = 0, sum = 0, most = 0;
    for (int value : values)
        if (value != unreached) ++count, sum += value, most = std::max(most, static_cast<double>(value));
    return field("reached", count) + ", " + field("sum", sum) + ", " + field("max", most);
}

/// Labels are numbers below the number of nodes.
inline std::string labels(const std::vector<int>& values) {
    std::vector<double> sizes(values.size());
    for (int label : values) ++sizes[label];
    const double count = std::count_if(sizes.begin(), sizes.end(), [](double size) { return size > 0; });
    const double squares = std::inner_product(sizes.begin(), sizes.end(), sizes.begin(), 0.0);
    const double largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
    return field("count", count) + ", " + field("largest", largest) + ", " + field("sumsq", squares);
}

/// Calls `run` until the time is spent, and gives how long each call took.
template <typename Run>
std::string measured(Run run) {
    using Clock = std::chrono::steady_clock;
    const char* wanted = std::getenv("BENCH_SECONDS");
    const double budget = wanted ? std::atof(wanted) : 2;
    std::string all;
    double sum = 0;
    for (int runs = 0; runs == 0 || (sum < budget && runs < 25); ++runs) {
        const auto began = Clock::now();
        run();
        const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
        all += (runs == 0 ? "" : ", ") + number(seconds);
        sum += seconds;
    }
    return "\"seconds\": [" + all + "]";
}

/// The line that answers for an algorithm; the answer is asked for after the calls.
template <typename Run, typename Answer>
std::string line(Run run, Answer answer) {
    const std::string seconds = measured(run);
    return "{" + seconds + ", \"answer\": {" + answer() + "}}";
}

using Table = std::map<std::string, std::function<std::string()>>;

/// Answers names of algorithms from standard input, one a line.
inline void converse(const std::string& library, const std::string& version, const Table& table) {
    std::cout << "{\"library\": \"" << library << "\", \"version\": \"" << version << "\"}" << std::endl;
    for (std::string name; std::getline(std::cin, name);) {
        const auto entry = table.find(name);
        std::cout << (entry == table.end() ? "{\"missing\": true}" : entry->second()) << std::endl;
    }
}

}  // namespace bench
