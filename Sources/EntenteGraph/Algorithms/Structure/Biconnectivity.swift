/// A division of the edges into groups that no single node holds together.
///
/// Components are numbered from 0 in the order of their lowest edges.
public struct BiconnectedComponents: Hashable, Sendable {
  /// The component of each edge, by edge; `UInt32.max` for a self-loop.
  let labels: [UInt32]
  /// The number of components.
  public let count: Int
  /// The nodes that are in more than one component, in ascending order.
  public let articulationPoints: [NodeID]

  init(labels: [UInt32], count: Int, articulationPoints: [NodeID]) {
    self.labels = labels
    self.count = count
    self.articulationPoints = articulationPoints
  }

  /// The component of an edge; `nil` for a self-loop.
  ///
  /// - Precondition: the edge is in the graph.
  public subscript(edge: EdgeID) -> Int? { labels[edge.index] == .max ? nil : Int(labels[edge.index]) }

  /// The number of edges in each component.
  ///
  /// - Complexity: O(*E*).
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for label in labels where label != .max { sizes[Int(label)] += 1 }
    return sizes
  }

  /// The edges that are a component of their own, in ascending order; the same as `bridges()` of the graph.
  ///
  /// - Complexity: O(*E*).
  public var bridges: [EdgeID] {
    let sizes = sizes
    return labels.indices.filter { labels[$0] != .max && sizes[Int(labels[$0])] == 1 }.map { EdgeID($0) }
  }

  /// The edges of a component in ascending order; none where there is no such component.
  ///
  /// - Complexity: O(*E*).
  public func edges(of component: Int) -> [EdgeID] {
    labels.indices.filter { labels[$0] != .max && Int(labels[$0]) == component }.map { EdgeID($0) }
  }

  /// The ends of a component's edges in ascending order.
  ///
  /// - Precondition: the components are of this graph.
  /// - Complexity: O(*E* + *k* log *k*) in the number *k* of the component's edges.
  public func nodes(of component: Int, in graph: some GraphStructure) -> [NodeID] {
    let ends = edges(of: component).flatMap { [graph.source(of: $0), graph.target(of: $0)] }
    return Set(ends).sorted()
  }
}

extension GraphStructure {
  /// The nodes without which their component would fall apart, in ascending order.
  ///
  /// The graph is taken as undirected; self-loops and parallel edges change nothing.
  ///
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: J. Hopcroft, R. Tarjan, "Algorithm 447: Efficient Algorithms for Graph Manipulation", 1973.
  public func articulationPoints() -> [NodeID] {
    let kernel = LowPointKernel(topology)
    defer { kernel.deallocate() }
    return kernel.articulationPoints()
  }

  /// The edges without which their component would fall apart, in ascending order.
  ///
  /// The graph is taken as undirected; a self-loop is no bridge, nor is any of several parallel edges.
  ///
  /// - Complexity: O(*V* + *E*), and O(log *d*) a bridge.
  ///
  /// Source: R. Tarjan, "A note on finding the bridges of a graph", 1974, by the search of Hopcroft and Tarjan.
  public func bridges() -> [EdgeID] {
    let kernel = LowPointKernel(topology)
    defer { kernel.deallocate() }
    return kernel.bridges(topology)
  }

  /// The greatest groups of edges in which each two lie on a cycle that passes no node twice.
  ///
  /// The graph is taken as undirected. A bridge is a component of its own; parallel edges are in the same one; a
  /// self-loop is in none. A node without other edges is therefore in none.
  ///
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: J. Hopcroft, R. Tarjan, "Algorithm 447: Efficient Algorithms for Graph Manipulation", 1973.
  public func biconnectedComponents() -> BiconnectedComponents {
    let kernel = LowPointKernel(topology)
    defer { kernel.deallocate() }
    return kernel.components(topology)
  }
}
