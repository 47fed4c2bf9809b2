import EntenteGraph

/// All distances and numbers of shortest ways of a small graph, by Floyd and Warshall and by plain counting.
struct ShortestWayOracle {
  let nodeCount: Int
  /// Each edge in each way in which it can be followed.
  let arcs: [(from: Int, to: Int, edge: Int, length: Double)]
  private(set) var distances: [[Double]]
  private(set) var ways: [[Double]]

  init(_ graph: Topology, _ direction: Direction, length: (EdgeID) -> Double = { _ in 1 }) {
    nodeCount = graph.nodeCount
    arcs = graph.edges.flatMap { edge in
      let (source, target, length) = (graph.source(of: edge).index, graph.target(of: edge).index, length(edge))
      let along = (from: source, to: target, edge: edge.index, length: length)
      let against = (from: target, to: source, edge: edge.index, length: length)
      switch direction {
      case .outgoing: return [along]
      case .incoming: return [against]
      case .both: return [along, against]
      }
    }
    let nodes = 0..<nodeCount
    distances = nodes.map { row in nodes.map { $0 == row ? 0 : .infinity } }
    ways = nodes.map { row in nodes.map { $0 == row ? 1 : 0 } }
    for arc in arcs where arc.from != arc.to {
      distances[arc.from][arc.to] = min(distances[arc.from][arc.to], arc.length)
    }
    for middle in nodes {
      for row in nodes {
        for column in nodes {
          distances[row][column] = min(distances[row][column], distances[row][middle] + distances[middle][column])
        }
      }
    }
    for source in nodes {
      let order = nodes.filter { distances[source][$0].isFinite }
        .sorted { distances[source][$0] < distances[source][$1] }
      for node in order where node != source {
        ways[source][node] = arcs.filter { $0.to == node && $0.from != node }
          .filter { distances[source][$0.from] + $0.length == distances[source][node] }
          .reduce(0) { $0 + ways[source][$1.from] }
      }
    }
  }

  /// Sums over ordered pairs, where each source counts as often as `times` says.
  func betweenness(times: (Int) -> Double = { _ in 1 }) -> [Double] {
    (0..<nodeCount).map { node in
      sum(times) { source, target in
        guard node != source, node != target,
          distances[source][node] + distances[node][target] == distances[source][target]
        else { return 0 }
        return ways[source][node] * ways[node][target]
      }
    }
  }

  /// Sums over ordered pairs for each edge.
  func edgeBetweenness(edgeCount: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: edgeCount)
    for arc in arcs where arc.from != arc.to {
      sums[arc.edge] += sum({ _ in 1 }) { source, target in
        guard distances[source][arc.from] + arc.length + distances[arc.to][target] == distances[source][target] else {
          return 0
        }
        return ways[source][arc.from] * ways[arc.to][target]
      }
    }
    return sums
  }

  /// The nodes that a node reaches, itself left out, with their distances.
  func others(_ node: Int) -> [Double] {
    (0..<nodeCount).filter { $0 != node }.map { distances[node][$0] }.filter(\.isFinite)
  }

  private func sum(_ times: (Int) -> Double, _ passing: (Int, Int) -> Double) -> Double {
    var sum = 0.0
    for source in 0..<nodeCount where times(source) > 0 {
      for target in 0..<nodeCount where target != source && distances[source][target].isFinite {
        sum += times(source) * passing(source, target) / ways[source][target]
      }
    }
    return sum
  }
}

/// Whether values agree to a share of the greater, or below one to that itself.
func areClose(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-9) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($0), abs($1)) }
}

extension Topology {
  /// A graph of edges given as pairs.
  init(_ nodeCount: Int, _ pairs: [(Int, Int)]) throws {
    try self.init(nodeCount: nodeCount, edges: pairs.map { (source: $0.0, target: $0.1) })
  }
}
