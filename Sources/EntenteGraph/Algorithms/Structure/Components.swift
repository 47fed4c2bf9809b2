/// A division of the nodes into groups that hang together.
///
/// Components are numbered from 0 in the order of their lowest nodes.
public struct Components: Hashable, Sendable {
  /// The component of each node, by node.
  let labels: [UInt32]
  /// The number of components.
  public let count: Int

  init(labels: [UInt32], count: Int) {
    self.labels = labels
    self.count = count
  }

  /// The component of a node.
  ///
  /// - Precondition: the node is in the graph.
  public subscript(node: NodeID) -> Int { Int(labels[node.index]) }

  /// The component of each node.
  ///
  /// - Complexity: O(*V*).
  public var byNode: NodeMap<Int> { NodeMap(labels.map(Int.init)) }

  /// The number of nodes in each component.
  ///
  /// - Complexity: O(*V*).
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for label in labels { sizes[Int(label)] += 1 }
    return sizes
  }

  /// The component with the most nodes, of equals the lowest; `nil` in the graph without nodes.
  ///
  /// - Complexity: O(*V*).
  public var largest: Int? {
    let sizes = sizes
    return sizes.indices.max { sizes[$0] != sizes[$1] ? sizes[$0] < sizes[$1] : $0 > $1 }
  }

  /// The nodes of a component in ascending order; none where there is no such component.
  ///
  /// - Complexity: O(*V*).
  public func members(of component: Int) -> [NodeID] {
    labels.indices.filter { Int(labels[$0]) == component }.map { NodeID($0) }
  }

  /// The nodes of every component in ascending order.
  ///
  /// - Complexity: O(*V*).
  public var groups: [[NodeID]] {
    var groups = sizes.map { size in
      var group: [NodeID] = []
      group.reserveCapacity(size)
      return group
    }
    for (node, label) in labels.enumerated() { groups[Int(label)].append(NodeID(node)) }
    return groups
  }

  /// Whether two nodes are in the same component.
  public func isConnected(_ left: NodeID, _ right: NodeID) -> Bool { labels[left.index] == labels[right.index] }
}

extension GraphStructure {
  /// The greatest groups of nodes in which a way leads from each to each when edges are followed either way.
  ///
  /// A node without edges is a component of its own; self-loops and parallel edges change nothing; the graph without
  /// nodes has no component.
  ///
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* + *E* α(*V*)) at most; where one component is large, little more than O(*V*).
  ///
  /// Source: M. Sutton, T. Ben-Nun, A. Barak, "Optimizing Parallel Graph Connectivity Computation via Subgraph
  /// Sampling", 2018 (Afforest).
  public func weakComponents(execution: Execution = Execution()) throws -> Components {
    let kernel = WeakComponentsKernel(topology, execution)
    defer { kernel.deallocate() }
    return try kernel.components()
  }

  /// The greatest groups of nodes in which a directed way leads from each to each.
  ///
  /// A node through which no cycle passes is a component of its own; self-loops and parallel edges change nothing; the
  /// graph without nodes has no component.
  ///
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: R. Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972, as D. J. Pearce, "A Space-Efficient
  /// Algorithm for Finding Strongly Connected Components", 2016; in large graphs after the step forwards and backwards
  /// of L. K. Fleischer, B. Hendrickson, A. Pınar, "On Identifying Strongly Connected Components in Parallel", 2000.
  public func strongComponents(execution: Execution = Execution()) throws -> Components {
    let kernel = StrongComponentsKernel(topology)
    defer { kernel.deallocate() }
    return try kernel.components(topology, execution)
  }

  /// The graph of components: a node for each, and an edge where an edge of this graph leads from one to another.
  ///
  /// There are no self-loops and no parallel edges. Of strong components it has no cycle, of weak ones no edge.
  ///
  /// - Precondition: the components are of this graph.
  /// - Complexity: O(*V* + *E* log *E*).
  public func condensation(of components: Components) -> Topology {
    precondition(components.labels.count == nodeCount, "components belong to the graph that they were found in")
    var ends: Set<UInt64> = []
    topology.outgoing.read { rows in
      for node in 0..<rows.nodeCount {
        let from = components.labels[node]
        for place in rows.start(node)..<rows.end(node) {
          let to = components.labels[Int(rows.neighbors[place])]
          if from != to { ends.insert(UInt64(from) << 32 | UInt64(to)) }
        }
      }
    }
    let sorted = ends.sorted()
    let built = RowBuilding.rows(
      nodeCount: components.count, owners: sorted.map { UInt32(truncatingIfNeeded: $0 >> 32) },
      neighbors: sorted.map { UInt32(truncatingIfNeeded: $0) })
    return Topology(outgoing: built.rows)
  }
}
