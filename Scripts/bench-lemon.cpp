// Times LEMON on one graph, by the protocol of bench-peers.py.
//
// usage: bench-lemon FILE
//
// What follows arcs runs on a StaticDigraph, an undirected edge as an arc each way; what needs edges on a SmartGraph.

#include "bench-native.hpp"

#include <lemon/bfs.h>
#include <lemon/config.h>
#include <lemon/connectivity.h>
#include <lemon/dijkstra.h>
#include <lemon/kruskal.h>
#include <lemon/nagamochi_ibaraki.h>
#include <lemon/preflow.h>
#include <lemon/quad_heap.h>
#include <lemon/smart_graph.h>
#include <lemon/static_graph.h>

using lemon::SmartGraph;
using lemon::StaticDigraph;

void fill(StaticDigraph& graph, const bench::Arcs& arcs, int nodes) {
    graph.build(nodes, arcs.ends.begin(), arcs.ends.end());
}

/// Edge `i` of the list gets the id `i`.
void fill(SmartGraph& graph, const bench::Edges& list) {
    graph.reserveNode(list.nodes);
    graph.reserveEdge(list.count());
    for (int node = 0; node < list.nodes; ++node) graph.addNode();
    for (int edge = 0; edge < list.count(); ++edge)
        graph.addEdge(graph.nodeFromId(list.sources[edge]), graph.nodeFromId(list.targets[edge]));
}

template <typename Graph>
std::vector<int> byNode(const Graph& graph, const typename Graph::template NodeMap<int>& values) {
    std::vector<int> result;
    for (int node = 0; node <= graph.maxNodeId(); ++node) result.push_back(values[graph.nodeFromId(node)]);
    return result;
}

/// Something of each arc, given in the order of the arcs.
struct ArcValues : StaticDigraph::ArcMap<int> {
    ArcValues(const StaticDigraph& graph, const std::vector<int>& values) : StaticDigraph::ArcMap<int>(graph) {
        for (std::size_t arc = 0; arc < values.size(); ++arc) set(StaticDigraph::arc(arc), values[arc]);
    }
};

struct EdgeWeights : SmartGraph::EdgeMap<int> {
    EdgeWeights(const SmartGraph& graph, const bench::Edges& list) : SmartGraph::EdgeMap<int>(graph) {
        for (int edge = 0; edge < list.count(); ++edge) set(graph.edgeFromId(edge), list.weights[edge]);
    }
};

std::string breadthFirst(const StaticDigraph& graph, StaticDigraph::Node start) {
    StaticDigraph::NodeMap<int> steps(graph);
    const auto run = [&] {
        lemon::mapFill(graph, steps, bench::unreached);
        lemon::bfs(graph).distMap(steps).run(start);
    };
    return bench::line(run, [&] { return bench::distances(byNode(graph, steps)); });
}

/// On the heap of four children, which beats the binary heap and mostly the radix heap.
std::string shortestPaths(const StaticDigraph& graph, const std::vector<int>& weights, StaticDigraph::Node start) {
    const ArcValues lengths(graph, weights);
    StaticDigraph::NodeMap<int> distances(graph);
    using NoPaths = lemon::NullMap<StaticDigraph::Node, StaticDigraph::Arc>;
    using Heap = lemon::QuadHeap<int, StaticDigraph::NodeMap<int>>;
    using Search = lemon::Dijkstra<StaticDigraph, StaticDigraph::ArcMap<int>>::SetPredMap<
        NoPaths>::Create::SetStandardHeap<Heap>::Create;
    const auto run = [&] {
        lemon::mapFill(graph, distances, bench::unreached);
        NoPaths none;
        Search search(graph, lengths);
        search.predMap(none).distMap(distances).run(start);
    };
    return bench::line(run, [&] { return bench::distances(byNode(graph, distances)); });
}

std::string components(const SmartGraph& graph) {
    SmartGraph::NodeMap<int> values(graph);
    const auto run = [&] { lemon::connectedComponents(graph, values); };
    return bench::line(run, [&] { return bench::labels(byNode(graph, values)); });
}

std::string strongComponents(const StaticDigraph& graph) {
    StaticDigraph::NodeMap<int> values(graph);
    const auto run = [&] { lemon::stronglyConnectedComponents(graph, values); };
    return bench::line(run, [&] { return bench::labels(byNode(graph, values)); });
}

std::string spanningTree(const SmartGraph& graph, const bench::Edges& list) {
    const EdgeWeights weights(graph, list);
    SmartGraph::EdgeMap<bool> isInTree(graph);
    double weight = 0;
    const auto run = [&] { weight = lemon::kruskal(graph, weights, isInTree); };
    return bench::line(run, [&] {
        return bench::field("weight", weight) + ", " +
               bench::field("edges", lemon::mapCount(graph, isInTree, true));
    });
}

/// One of the searches that mark edges or nodes and return how many were not marked before.
template <typename Map, typename Search>
std::string counted(const std::string& name, const SmartGraph& graph, Search search) {
    Map marks(graph);
    int count = 0;
    const auto run = [&] {
        lemon::mapFill(graph, marks, 0);
        count = search(graph, marks);
    };
    return bench::line(run, [&] { return bench::field(name, count); });
}

std::string maximumFlow(const StaticDigraph& both, const std::vector<int>& capacities, StaticDigraph::Node start,
                        StaticDigraph::Node end) {
    const ArcValues limits(both, capacities);
    double flow = 0;
    const auto run = [&] {
        lemon::Preflow<StaticDigraph> search(both, limits, start, end);
        search.run();
        flow = search.flowValue();
    };
    return bench::line(run, [&] { return bench::field("flow", flow); });
}

std::string minimumCut(const SmartGraph& graph, const bench::Edges& list) {
    const EdgeWeights weights(graph, list);
    double cut = 0;
    const auto run = [&] {
        lemon::NagamochiIbaraki<SmartGraph> search(graph, weights);
        search.run();
        cut = search.minCutValue();
    };
    return bench::line(run, [&] { return bench::field("cut", cut); });
}

int main(int, char** arguments) {
    const bench::Edges list(arguments[1]);
    const bench::Arcs single(list, false), doubled(list, true);
    StaticDigraph once, both;
    fill(once, single, list.nodes);
    fill(both, doubled, list.nodes);
    const StaticDigraph& graph = list.isDirected ? once : both;
    const bench::Arcs& arcs = list.isDirected ? single : doubled;
    SmartGraph undirected;
    fill(undirected, list);
    const auto start = StaticDigraph::node(list.start), end = StaticDigraph::node(list.end);

    using NodeMarks = SmartGraph::NodeMap<bool>;
    using EdgeMarks = SmartGraph::EdgeMap<bool>;
    using EdgeLabels = SmartGraph::EdgeMap<int>;
    bench::Table table = {
        {"bfs", [&] { return breadthFirst(graph, start); }},
        {"sssp", [&] { return shortestPaths(graph, arcs.weights(list), start); }},
        {"wcc", [&] { return components(undirected); }},
        {"maxflow", [&] { return maximumFlow(both, doubled.capacities(list), start, end); }},
    };
    if (list.isDirected) {
        table["scc"] = [&] { return strongComponents(graph); };
    } else {
        table["mst"] = [&] { return spanningTree(undirected, list); };
        table["artic"] = [&] {
            return counted<NodeMarks>("artic", undirected, lemon::biNodeConnectedCutNodes<SmartGraph, NodeMarks>);
        };
        table["bridges"] = [&] {
            return counted<EdgeMarks>("bridges", undirected, lemon::biEdgeConnectedCutEdges<SmartGraph, EdgeMarks>);
        };
        table["bicomp"] = [&] {
            return counted<EdgeLabels>("bicomps", undirected, lemon::biNodeConnectedComponents<SmartGraph, EdgeLabels>);
        };
        table["mincut_global"] = [&] { return minimumCut(undirected, list); };
    }
    bench::converse("lemon", LEMON_VERSION, table);
}
