/// How many steps away from where a search started each node lies.
public struct StepCounts: Hashable, Sendable {
  /// The steps by node; -1 where the search did not come.
  let values: [Int32]

  /// The steps to a node, or `nil` where no way leads there.
  public subscript(node: NodeID) -> Int? { values[node.index] < 0 ? nil : Int(values[node.index]) }

  /// The number of nodes that the search reached, those where it started included.
  public var reachedCount: Int { values.count { $0 >= 0 } }

  /// The steps to all nodes that the search reached together.
  public var sum: Int { values.reduce(0) { $0 + Int(Swift.max(0, $1)) } }

  /// The most steps to any node that was reached; 0 where none was.
  public var greatest: Int { Int(max(0, values.max() ?? 0)) }

  /// The steps by node.
  public var steps: NodeMap<Int?> { NodeMap(values.map { $0 < 0 ? nil : Int($0) }) }
}

extension GraphStructure {
  /// The fewest steps from the nearest of some nodes to every node.
  ///
  /// Edges count one step each, whatever they weigh.
  ///
  /// - Parameters:
  ///   - sources: where the search starts; a node may be named twice.
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*V* + *E*) time, O(*V*) memory beside the rows; on large graphs with hubs it looks at far
  ///   fewer edges.
  ///
  /// Source: S. Beamer, K. Asanović, D. Patterson, "Direction-Optimizing Breadth-First Search", 2012.
  public func steps(
    from sources: some Sequence<NodeID>, direction: Direction = .outgoing, execution: Execution = Execution()
  ) throws -> StepCounts {
    let kernel = BreadthFirstKernel(topology, direction)
    defer { kernel.deallocate() }
    return StepCounts(values: try kernel.search(from: sources.map(\.rawValue), execution))
  }
}
