#!/usr/bin/env python3
"""Times one other graph library on one graph; Scripts/bench asks it for algorithms one by one.

usage: bench-peers.py LIBRARY FILE THREADS

Reads names of algorithms from standard input, one a line, and answers each with a line of JSON:
{"seconds": [...], "answer": {...}}, {"missing": true} where the library has no such algorithm,
or {"error": "..."}. The first line tells {"library": ..., "version": ...}. Only the call of the algorithm is timed.
"""
import json
import os
import sys
import time

LIBRARY, FILE, THREADS = sys.argv[1], sys.argv[2], int(sys.argv[3])
for name in ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = str(THREADS)

import numpy as np  # noqa: E402

DIRECTED = ".dir." in FILE
BUDGET = float(os.environ.get("BENCH_SECONDS", "2"))


def read_edges(path):
    with open(path) as file:
        ends = np.fromstring(file.read(), dtype=np.int64, sep=" ").reshape(-1, 2)
    count = int(ends.max()) + 1 if len(ends) else 0
    meta = os.path.join(os.path.dirname(path), "meta.json")
    if os.path.exists(meta):
        with open(meta) as file:
            count = max(count, json.load(file).get(os.path.basename(path).split(".")[0], {}).get("n", 0))
    return ends[:, 0].copy(), ends[:, 1].copy(), count


def weigh(sources, targets):
    """1 to 100, by SplitMix64's finaliser over the ends: the same for every program."""
    low = np.minimum(sources, targets).astype(np.uint64)
    high = np.maximum(sources, targets).astype(np.uint64)
    with np.errstate(over="ignore"):
        bits = ((low << np.uint64(32)) | high) + np.uint64(0x9E3779B97F4A7C15)
        bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((bits ^ (bits >> np.uint64(31))) % np.uint64(100)).astype(np.int64) + 1


U, V, N = read_edges(FILE)
W = weigh(U, V)
DEGREES = np.bincount(U, minlength=N) + np.bincount(V, minlength=N)
ORDER = np.lexsort((np.arange(N), -DEGREES))
S, T = int(ORDER[0]), int(ORDER[1])
PIVOTS = [i * N // 256 for i in range(256)]
SPACED = [i * N // 64 for i in range(64)]
ALPHA = 0.5 / float(DEGREES.max())


def far():
    """The lowest node at the most steps from S."""
    import scipy.sparse as sparse
    from scipy.sparse.csgraph import breadth_first_order

    rows, columns = (U, V) if DIRECTED else (np.r_[U, V], np.r_[V, U])
    matrix = sparse.csr_matrix((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(N, N))
    order, before = breadth_first_order(matrix, S, directed=True)
    steps = np.full(N, -1)
    steps[S] = 0
    for node in order[1:]:
        steps[node] = steps[before[node]] + 1
    return int(np.argmax(steps))


# Checksums, as entente-bench makes them.


def vector(values):
    values = np.asarray(values, dtype=float)
    values = np.where(np.isfinite(values), values, 0)
    order = np.lexsort((np.arange(len(values)), -values))[:5]
    return {
        "sum": float(values.sum()),
        "chk": float((values * (np.arange(len(values)) % 97 + 1)).sum()),
        "top5": [[int(i), float(values[i])] for i in order],
    }


def distances(values):
    values = np.asarray(values, dtype=float).ravel()
    reached = values[np.isfinite(values) & (values >= 0) & (values < 1e15) & (values != 2147483647)]
    return {"reached": len(reached), "sum": float(reached.sum()), "max": float(reached.max())}


def labels(values):
    _, counts = np.unique(np.asarray(values), return_counts=True)
    return {
        "count": len(counts),
        "largest": int(counts.max()),
        "sumsq": int((counts.astype(np.int64) ** 2).sum()),
    }


def partition(values):
    values = np.asarray(values, dtype=np.int64)
    inside = (values[U] == values[V]).sum() / len(U)
    weight = np.bincount(values, weights=DEGREES.astype(float)) / (2 * len(U))
    return {"Q": round(float(inside - (weight**2).sum()), 6), **labels(values)}


def number(name):
    return lambda value: {name: float(value)}


def count(name):
    return lambda value: {name: len(value)}


def igraph_algorithms():
    import igraph

    graph = igraph.Graph(n=N, edges=np.stack([U, V], 1), directed=DIRECTED)
    weights = W.tolist()
    table = {
        "bfs": (lambda: graph.distances(source=[S], mode="out")[0], distances),
        "msbfs64": (lambda: graph.distances(source=SPACED, mode="out"), distances),
        "sssp": (lambda: graph.distances(source=[S], weights=weights, mode="out")[0], distances),
        "pagerank": (lambda: graph.pagerank(damping=0.85), vector),
        "ppr": (lambda: graph.personalized_pagerank(damping=0.85, reset_vertices=[S]), vector),
        "betweenness": (lambda: graph.betweenness(directed=DIRECTED), vector),
        "betweenness256": (lambda: graph.betweenness(directed=DIRECTED, sources=PIVOTS), vector),
        "closeness": (lambda: graph.closeness(mode="out", normalized=True), vector),
        "harmonic": (lambda: graph.harmonic_centrality(mode="out", normalized=False), vector),
        "eigenvector": (lambda: graph.eigenvector_centrality(scale=True), vector),
        "kcore": (lambda: graph.coreness(mode="all"), vector),
        "wcc": (lambda: graph.connected_components(mode="weak").membership, labels),
        "maxflow": (lambda: graph.maxflow_value(S, T, capacity=weights), number("flow")),
        "simple_paths4": (lambda: graph.get_all_simple_paths(S, to=T, maxlen=4, mode="out"), count("paths")),
        "load_tsv": (lambda: igraph.Graph.Read_Edgelist(FILE, directed=DIRECTED), lambda g: {"edges": g.ecount()}),
        "apsp": (lambda: graph.distances(), distances),
    }
    end = far()
    table["yen10"] = (
        lambda: graph.get_k_shortest_paths(S, to=end, k=10, weights=weights, mode="out"),
        count("paths"),
    )
    if DIRECTED:
        table["scc"] = (lambda: graph.connected_components(mode="strong").membership, labels)
        table["hits"] = (lambda: graph.hub_score(scale=True), vector)
    else:
        table |= {
            "triangles": (lambda: graph.list_triangles(), count("triangles")),
            "global_cc": (lambda: graph.transitivity_undirected(), number("cc")),
            "local_cc": (lambda: graph.transitivity_local_undirected(mode="zero"), vector),
            "louvain": (lambda: graph.community_multilevel(return_levels=False).membership, partition),
            "leiden": (
                lambda: graph.community_leiden(objective_function="modularity", n_iterations=2).membership,
                partition,
            ),
            "labelprop": (lambda: graph.community_label_propagation().membership, partition),
            "mst": (
                lambda: graph.spanning_tree(weights=weights, return_tree=False),
                lambda r: {"weight": int(W[np.array(r)].sum()), "edges": len(r)},
            ),
            "bridges": (lambda: graph.bridges(), count("bridges")),
            "artic": (lambda: graph.articulation_points(), count("artic")),
            "bicomp": (lambda: graph.biconnected_components(), count("bicomps")),
            "diameter": (lambda: graph.diameter(directed=False), number("diameter")),
            "mincut_global": (lambda: graph.mincut_value(capacity=weights), number("cut")),
        }
    return igraph.__version__, table


def networkit_algorithms():
    import networkit as nk

    nk.setNumberOfThreads(THREADS)
    nk.setSeed(1, True)
    ends = (U.astype(np.uint64), V.astype(np.uint64))
    graph = nk.GraphFromCoo(ends, n=N, directed=DIRECTED)
    weighted = nk.GraphFromCoo((W.astype(float), ends), n=N, directed=DIRECTED, weighted=True)
    central, distance, community = nk.centrality, nk.distance, nk.community

    def pagerank():
        sinks = {"distributeSinks": central.SinkHandling.DistributeSinks} if DIRECTED else {}
        rank = central.PageRank(graph, damp=0.85, tol=1e-8, **sinks)
        rank.norm = central.Norm.L1_NORM
        return rank.run().scores()

    def members(algorithm):
        return algorithm.run().getPartition().getVector()

    half = 1 if DIRECTED else 0.5
    table = {
        "bfs": (lambda: distance.BFS(graph, S, False).run().getDistances(), distances),
        "msbfs64": (lambda: distance.SPSP(graph, SPACED).run().getDistances(), distances),
        "sssp": (lambda: distance.Dijkstra(weighted, S, False).run().getDistances(), distances),
        "pagerank": (pagerank, vector),
        "betweenness": (
            lambda: central.Betweenness(graph).run().scores(),
            lambda r: vector(np.array(r) * half),
        ),
        "betweenness256": (
            lambda: central.EstimateBetweenness(graph, 256, parallel=THREADS > 1).run().scores(),
            vector,
        ),
        "closeness": (
            lambda: central.Closeness(graph, True, central.ClosenessVariant.GENERALIZED).run().scores(),
            vector,
        ),
        "harmonic": (lambda: central.HarmonicCloseness(graph, normalized=False).run().scores(), vector),
        "topharmonic10": (
            lambda: central.TopHarmonicCloseness(graph, 10).run().topkNodesList(),
            lambda r: {"top": list(r)},
        ),
        "eigenvector": (lambda: central.EigenvectorCentrality(graph, tol=1e-8).run().scores(), vector),
        "katz": (lambda: central.KatzCentrality(graph, alpha=ALPHA, beta=1.0, tol=1e-8).run().scores(), vector),
        "load_tsv": (
            lambda: nk.graphio.EdgeListReader("\t", 0, continuous=True, directed=DIRECTED).read(FILE),
            lambda g: {"edges": g.numberOfEdges()},
        ),
        "apsp": (lambda: distance.APSP(graph).run().getDistances(asarray=True), distances),
    }
    if DIRECTED:
        table["wcc"] = (lambda: members(nk.components.WeaklyConnectedComponents(graph)), labels)
        table["scc"] = (lambda: members(nk.components.StronglyConnectedComponents(graph)), labels)
    else:
        graph.indexEdges()
        table |= {
            "wcc": (lambda: members(nk.components.ConnectedComponents(graph)), labels),
            "kcore": (lambda: central.CoreDecomposition(graph).run().scores(), vector),
            "triangles": (
                lambda: nk.sparsification.TriangleEdgeScore(graph).run().scores(),
                lambda r: {"triangles": int(sum(r) / 3)},
            ),
            "global_cc": (lambda: nk.globals.ClusteringCoefficient.exactGlobal(graph), number("cc")),
            "local_cc": (lambda: central.LocalClusteringCoefficient(graph, turbo=True).run().scores(), vector),
            "louvain": (lambda: members(community.PLM(graph, refine=False)), partition),
            "leiden": (lambda: members(community.ParallelLeiden(graph, iterations=2)), partition),
            "labelprop": (lambda: members(community.PLP(graph)), partition),
            "mst": (
                lambda: nk.graph.KruskalMSF(weighted).run().getForest().totalEdgeWeight(),
                number("weight"),
            ),
            "bicomp": (
                lambda: nk.components.BiconnectedComponents(graph).run().numberOfComponents(),
                number("bicomps"),
            ),
            "diameter": (
                lambda: distance.Diameter(graph, algo=distance.DiameterAlgo.EXACT).run().getDiameter()[0],
                number("diameter"),
            ),
        }
    return nk.__version__, table


def rustworkx_algorithms():
    import rustworkx as rx

    graph = (rx.PyDiGraph if DIRECTED else rx.PyGraph)()
    graph.add_nodes_from(range(N))
    graph.extend_from_weighted_edge_list(list(zip(U.tolist(), V.tolist(), W.tolist())))
    serial = 10**9 if THREADS == 1 else 1

    def by_node(result, start=None):
        values = np.full(N, np.inf)
        for node, value in result.items():
            values[node] = value
        if start is not None:
            values[start] = 0
        return values

    def grouped(components):
        values = np.zeros(N, dtype=int)
        for place, members in enumerate(components):
            values[list(members)] = place
        return labels(values)

    flow = graph if DIRECTED else graph.to_directed()
    table = {
        "bfs": (
            lambda: rx.bfs_layers(graph, [S]),
            lambda r: {
                "reached": sum(map(len, r)),
                "sum": float(sum(i * len(x) for i, x in enumerate(r))),
                "max": float(len(r) - 1),
            },
        ),
        "sssp": (
            lambda: rx.dijkstra_shortest_path_lengths(graph, S, float),
            lambda r: distances(by_node(r, S)),
        ),
        "pagerank": (
            lambda: rx.pagerank(flow, alpha=0.85, tol=1e-8 / N, max_iter=1000),
            lambda r: vector(by_node(r)),
        ),
        "ppr": (
            lambda: rx.pagerank(flow, alpha=0.85, tol=1e-8 / N, max_iter=1000, personalization={S: 1.0}),
            lambda r: vector(by_node(r)),
        ),
        "betweenness": (
            lambda: rx.betweenness_centrality(graph, normalized=False, parallel_threshold=serial),
            lambda r: vector(by_node(r)),
        ),
        "closeness": (
            lambda: rx.closeness_centrality(graph, wf_improved=True, parallel_threshold=serial),
            lambda r: vector(by_node(r)),
        ),
        "katz": (
            lambda: rx.katz_centrality(graph, alpha=ALPHA, tol=1e-8 / N, max_iter=1000),
            lambda r: vector(by_node(r)),
        ),
        "kcore": (lambda: rx.core_number(graph), lambda r: vector(by_node(r))),
        "simple_paths4": (lambda: rx.all_simple_paths(graph, S, T, cutoff=5), count("paths")),
        "load_tsv": (
            lambda: (rx.PyDiGraph if DIRECTED else rx.PyGraph).read_edge_list(FILE, deliminator="\t"),
            lambda g: {"edges": g.num_edges()},
        ),
        "apsp": (
            lambda: rx.distance_matrix(graph, parallel_threshold=serial, null_value=np.inf),
            distances,
        ),
    }
    if DIRECTED:
        table["wcc"] = (lambda: rx.weakly_connected_components(graph), grouped)
        table["scc"] = (lambda: rx.strongly_connected_components(graph), grouped)
        table["hits"] = (lambda: rx.hits(graph, tol=1e-8, max_iter=1000)[0], lambda r: vector(by_node(r)))
    else:
        table |= {
            "wcc": (lambda: rx.connected_components(graph), grouped),
            "global_cc": (lambda: rx.transitivity(graph), number("cc")),
            "mst": (
                lambda: rx.minimum_spanning_edges(graph, weight_fn=float),
                lambda r: {"weight": sum(e[2] for e in r), "edges": len(r)},
            ),
            "bridges": (lambda: rx.bridges(graph), count("bridges")),
            "artic": (lambda: rx.articulation_points(graph), count("artic")),
            "mincut_global": (lambda: rx.stoer_wagner_min_cut(graph, float)[0], number("cut")),
        }
    return rx.__version__, table


def sparse_matrices():
    import scipy.sparse as sparse

    rows, columns = (U, V) if DIRECTED else (np.r_[U, V], np.r_[V, U])
    weights = W if DIRECTED else np.r_[W, W]
    plain = sparse.csr_matrix((np.ones(len(rows), dtype=bool), (rows, columns)), shape=(N, N))
    return plain, sparse.csr_matrix((weights.astype(np.int32), (rows, columns)), shape=(N, N))


def scipy_algorithms():
    import scipy
    import scipy.sparse.csgraph as csgraph

    plain, whole = sparse_matrices()
    weighted = whole.astype(np.float64)
    table = {
        "bfs": (
            lambda: csgraph.breadth_first_order(plain, S, return_predecessors=False),
            lambda r: {"reached": len(r)},
        ),
        "sssp": (lambda: csgraph.dijkstra(weighted, indices=S), distances),
        "wcc": (lambda: csgraph.connected_components(plain, directed=True, connection="weak")[1], labels),
        "maxflow": (lambda: csgraph.maximum_flow(whole, S, T).flow_value, number("flow")),
    }
    if N < 20000:
        end = far()
        table["yen10"] = (lambda: csgraph.yen(weighted, S, end, 10), count("paths"))
        table["apsp"] = (
            lambda: csgraph.shortest_path(plain.astype(np.float64), unweighted=True, method="D"),
            distances,
        )
    if DIRECTED:
        table["scc"] = (
            lambda: csgraph.connected_components(plain, directed=True, connection="strong")[1],
            labels,
        )
    else:
        table["mst"] = (
            lambda: csgraph.minimum_spanning_tree(weighted),
            lambda t: {"weight": float(t.sum()), "edges": int(t.nnz)},
        )
    return scipy.__version__, table


def sknetwork_algorithms():
    import sknetwork
    from sknetwork import clustering, path, ranking, topology

    plain, _ = sparse_matrices()

    def pagerank(weights=None):
        model = ranking.PageRank(damping_factor=0.85, solver="piteration", n_iter=1000, tol=1e-8)
        return model.fit_predict(plain, weights=weights)

    table = {
        "bfs": (lambda: path.get_distances(plain, source=S), distances),
        "pagerank": (pagerank, vector),
        "ppr": (lambda: pagerank({S: 1}), vector),
        "wcc": (lambda: topology.get_connected_components(plain, "weak"), labels),
    }
    if DIRECTED:
        table["scc"] = (lambda: topology.get_connected_components(plain, "strong"), labels)
        table["hits"] = (lambda: ranking.HITS().fit_predict(plain), vector)
    else:
        table |= {
            "kcore": (lambda: topology.get_core_decomposition(plain), vector),
            "louvain": (lambda: clustering.Louvain(random_state=1).fit_predict(plain), partition),
            "leiden": (lambda: clustering.Leiden(random_state=1).fit_predict(plain), partition),
            "labelprop": (lambda: clustering.PropagationClustering().fit_predict(plain), partition),
        }
    return sknetwork.__version__, table


def graphtool_algorithms():
    import warnings

    warnings.filterwarnings("ignore")
    import graph_tool
    import graph_tool.all as gt

    gt.openmp_set_num_threads(THREADS)
    gt.seed_rng(1)
    graph = gt.Graph(directed=DIRECTED)
    graph.add_vertex(N)
    weights = graph.new_ep("int")
    graph.add_edge_list(np.stack([U, V, W], 1), eprops=[weights])
    start = graph.new_vp("double")
    start.a[S] = 1

    def values(result):
        return np.asarray(result.a)

    table = {
        "bfs": (lambda: gt.shortest_distance(graph, source=S), lambda r: distances(values(r))),
        "sssp": (lambda: gt.shortest_distance(graph, source=S, weights=weights), lambda r: distances(values(r))),
        "pagerank": (lambda: gt.pagerank(graph, epsilon=1e-8), lambda r: vector(values(r))),
        "ppr": (lambda: gt.pagerank(graph, pers=start, epsilon=1e-8), lambda r: vector(values(r))),
        "betweenness": (lambda: gt.betweenness(graph, norm=False)[0], lambda r: vector(values(r))),
        "betweenness256": (
            lambda: gt.betweenness(graph, pivots=np.array(PIVOTS), norm=False)[0],
            lambda r: vector(values(r)),
        ),
        "closeness": (lambda: gt.closeness(graph), lambda r: vector(values(r))),
        "harmonic": (lambda: gt.closeness(graph, harmonic=True, norm=False), lambda r: vector(values(r))),
        "eigenvector": (
            lambda: gt.eigenvector(graph, epsilon=1e-8, max_iter=5000)[1],
            lambda r: vector(values(r)),
        ),
        "katz": (
            lambda: gt.katz(graph, alpha=ALPHA, epsilon=1e-8, norm=True),
            lambda r: vector(values(r)),
        ),
        "simple_paths4": (lambda: sum(1 for _ in gt.all_paths(graph, S, T, cutoff=4)), number("paths")),
        "load_tsv": (
            lambda: gt.load_graph_from_csv(
                FILE, directed=DIRECTED, hashed=False, csv_options={"delimiter": "\t"}
            ),
            lambda g: {"edges": g.num_edges()},
        ),
    }
    if DIRECTED:
        table |= {
            "wcc": (lambda: gt.label_components(graph, directed=False)[0], lambda r: labels(values(r))),
            "scc": (lambda: gt.label_components(graph, directed=True)[0], lambda r: labels(values(r))),
            "hits": (lambda: gt.hits(graph, epsilon=1e-8, max_iter=5000)[2], lambda r: vector(values(r))),
        }
        network, capacity = graph, weights
    else:
        table |= {
            "kcore": (lambda: gt.kcore_decomposition(graph), lambda r: vector(values(r))),
            "wcc": (lambda: gt.label_components(graph)[0], lambda r: labels(values(r))),
            "global_cc": (lambda: gt.global_clustering(graph)[0], number("cc")),
            "local_cc": (lambda: gt.local_clustering(graph), lambda r: vector(values(r))),
            "mst": (
                lambda: gt.min_spanning_tree(graph, weights=weights),
                lambda r: {"weight": int(weights.a[r.a.astype(bool)].sum()), "edges": int(r.a.sum())},
            ),
            "bicomp": (
                lambda: gt.label_biconnected_components(graph),
                lambda r: {"bicomps": int(r[0].a.max()) + 1},
            ),
        }
        network = gt.Graph(directed=True)
        network.add_vertex(N)
        capacity = network.new_ep("int")
        network.add_edge_list(np.r_[np.stack([U, V, W], 1), np.stack([V, U, W], 1)], eprops=[capacity])
    first, last = network.vertex(S), network.vertex(T)
    table["maxflow"] = (
        lambda: gt.boykov_kolmogorov_max_flow(network, first, last, capacity),
        lambda rest: {"flow": float(sum(capacity[e] - rest[e] for e in first.out_edges()))},
    )
    return graph_tool.__version__.split()[0], table


def measure(run, answer):
    seconds = []
    while not seconds or (sum(seconds) < BUDGET and len(seconds) < 25):
        start = time.perf_counter()
        result = run()
        seconds.append(time.perf_counter() - start)
    return {"seconds": seconds, "answer": answer(result)}


def main():
    makers = {
        "igraph": igraph_algorithms,
        "networkit": networkit_algorithms,
        "rustworkx": rustworkx_algorithms,
        "scipy": scipy_algorithms,
        "scikit-network": sknetwork_algorithms,
        "graph-tool": graphtool_algorithms,
    }
    version, table = makers[LIBRARY]()
    print(json.dumps({"library": LIBRARY, "version": version}), flush=True)
    for line in sys.stdin:
        entry = table.get(line.strip())
        if entry is None:
            print(json.dumps({"missing": True}), flush=True)
            continue
        try:
            print(json.dumps(measure(*entry)), flush=True)
        except Exception as error:
            print(json.dumps({"error": repr(error)[:200]}), flush=True)


main()
