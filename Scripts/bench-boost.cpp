// Times the Boost Graph Library on one graph, by the protocol of bench-peers.py.
//
// usage: bench-boost FILE
//
// Every algorithm runs on rows of arcs (compressed_sparse_row_graph): an undirected edge is an arc each way.

#include "bench-native.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/version.hpp>

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                 boost::no_property, std::uint32_t, std::uint32_t>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using Edge = boost::graph_traits<Graph>::edge_descriptor;

template <typename Value>
auto byNode(std::vector<Value>& values, const Graph& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

template <typename Value>
auto byArc(std::vector<Value>& values, const Graph& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::edge_index, graph));
}

Graph makeGraph(const bench::Arcs& arcs, int nodes) {
    return Graph(boost::edges_are_sorted, arcs.ends.begin(), arcs.ends.end(), nodes);
}

std::string breadthFirst(const Graph& graph, Vertex start) {
    std::vector<int> steps(num_vertices(graph));
    const auto run = [&] {
        std::fill(steps.begin(), steps.end(), bench::unreached);
        steps[start] = 0;
        const auto recorder = boost::record_distances(byNode(steps, graph), boost::on_tree_edge());
        boost::breadth_first_search(graph, start, boost::visitor(boost::make_bfs_visitor(recorder)));
    };
    return bench::line(run, [&] { return bench::distances(steps); });
}

/// Without colours, on most of the graphs the faster of the two that the library has.
std::string shortestPaths(const Graph& graph, std::vector<int> weights, Vertex start) {
    std::vector<int> lengths(num_vertices(graph));
    const auto run = [&] {
        boost::dijkstra_shortest_paths_no_color_map(
            graph, start, boost::weight_map(byArc(weights, graph)).distance_map(byNode(lengths, graph)));
    };
    return bench::line(run, [&] { return bench::distances(lengths); });
}

/// The library gives every node 1 - damping where others give its share of that, so ranks start from 1; and it lets the
/// rank of nodes without successors go. Both scale all ranks alike, so their shares of the sum are the others' ranks.
std::string pageRank(const Graph& graph) {
    std::vector<double> ranks(num_vertices(graph)), others(num_vertices(graph));
    const auto isDone = [&](const auto&, const Graph&) {
        double change = 0, sum = 0;
        for (std::size_t node = 0; node < ranks.size(); ++node) {
            change += std::abs(ranks[node] - others[node]);
            sum += ranks[node];
        }
        return change < 1e-8 * sum;
    };
    const auto run = [&] {
        std::fill(others.begin(), others.end(), 0);
        boost::graph::page_rank(graph, byNode(ranks, graph), isDone, 0.85, 1, byNode(others, graph));
    };
    return bench::line(run, [&] {
        const double sum = std::accumulate(ranks.begin(), ranks.end(), 0.0);
        for (double& rank : ranks) rank /= sum;
        return bench::vector(ranks);
    });
}

/// On arcs both ways every pair of ends counts twice.
std::string betweenness(const Graph& graph, bool isDirected) {
    std::vector<double> values(num_vertices(graph));
    const auto run = [&] { boost::brandes_betweenness_centrality(graph, byNode(values, graph)); };
    return bench::line(run, [&] {
        if (!isDirected)
            for (double& value : values) value /= 2;
        return bench::vector(values);
    });
}

/// On arcs both ways, so that a directed edge counts at either end.
std::string cores(const Graph& both) {
    std::vector<int> values(num_vertices(both));
    const auto run = [&] { boost::core_numbers(both, byNode(values, both)); };
    return bench::line(run, [&] { return bench::vector({values.begin(), values.end()}); });
}

std::string components(const Graph& both) {
    std::vector<int> values(num_vertices(both));
    const auto run = [&] { boost::connected_components(both, byNode(values, both)); };
    return bench::line(run, [&] { return bench::labels(values); });
}

std::string strongComponents(const Graph& graph) {
    std::vector<int> values(num_vertices(graph));
    const auto run = [&] { boost::strong_components(graph, byNode(values, graph)); };
    return bench::line(run, [&] { return bench::labels(values); });
}

std::string spanningTree(const Graph& once, std::vector<int> weights) {
    std::vector<Edge> tree;
    const auto run = [&] {
        tree.clear();
        boost::kruskal_minimum_spanning_tree(
            once, std::back_inserter(tree),
            boost::weight_map(byArc(weights, once)).vertex_index_map(get(boost::vertex_index, once)));
    };
    return bench::line(run, [&] {
        double weight = 0;
        for (const Edge& edge : tree) weight += weights[get(boost::edge_index, once, edge)];
        return bench::field("weight", weight) + ", " + bench::field("edges", tree.size());
    });
}

std::string cutNodes(const Graph& both) {
    std::vector<Vertex> found;
    const auto run = [&] {
        found.clear();
        boost::articulation_points(both, std::back_inserter(found));
    };
    return bench::line(run, [&] { return bench::field("artic", found.size()); });
}

std::string biconnected(const Graph& both) {
    std::vector<int> values(num_edges(both));
    std::size_t count = 0;
    const auto run = [&] { count = boost::biconnected_components(both, byArc(values, both)); };
    return bench::line(run, [&] { return bench::field("bicomps", count); });
}

/// By Boykov and Kolmogorov, which on most of the graphs beats the library's push_relabel_max_flow.
std::string maximumFlow(const Graph& both, const bench::Arcs& arcs, std::vector<int> capacities, Vertex start,
                        Vertex end) {
    const std::vector<Edge> all(edges(both).first, edges(both).second);
    std::vector<Edge> twins;
    for (int twin : arcs.twins) twins.push_back(all[twin]);
    std::vector<int> rest(capacities.size());
    double flow = 0;
    const auto run = [&] {
        flow = boost::boykov_kolmogorov_max_flow(both, byArc(capacities, both), byArc(rest, both), byArc(twins, both),
                                                 get(boost::vertex_index, both), start, end);
    };
    return bench::line(run, [&] { return bench::field("flow", flow); });
}

int main(int, char** arguments) {
    const bench::Edges list(arguments[1]);
    const bench::Arcs single(list, false), doubled(list, true);
    const Graph once = makeGraph(single, list.nodes), both = makeGraph(doubled, list.nodes);
    const Graph& graph = list.isDirected ? once : both;
    const bench::Arcs& arcs = list.isDirected ? single : doubled;
    const Vertex start = list.start, end = list.end;

    bench::Table table = {
        {"bfs", [&] { return breadthFirst(graph, start); }},
        {"sssp", [&] { return shortestPaths(graph, arcs.weights(list), start); }},
        {"pagerank", [&] { return pageRank(graph); }},
        {"betweenness", [&] { return betweenness(graph, list.isDirected); }},
        {"kcore", [&] { return cores(both); }},
        {"wcc", [&] { return components(both); }},
        {"maxflow", [&] { return maximumFlow(both, doubled, doubled.capacities(list), start, end); }},
    };
    if (list.isDirected) {
        table["scc"] = [&] { return strongComponents(graph); };
    } else {
        table["mst"] = [&] { return spanningTree(once, single.weights(list)); };
        table["artic"] = [&] { return cutNodes(both); };
        table["bicomp"] = [&] { return biconnected(both); };
    }
    const std::string version = BOOST_LIB_VERSION;
    bench::converse("boost", std::regex_replace(version, std::regex("_"), "."), table);
}
