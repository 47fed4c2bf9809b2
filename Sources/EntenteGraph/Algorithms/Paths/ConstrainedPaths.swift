extension GraphStructure {
  /// A way of the fewest steps from one node to another whose edges match an expression, or `nil` where there is none.
  ///
  /// It may meet a node more than once. Of several such ways it is one that the graph and the expression alone determine.
  ///
  /// - Parameters:
  ///   - expression: which edges may follow each other.
  ///   - edgeType: the type of an edge; asked whenever an edge is looked at.
  ///   - nodeType: the type of a node; asked only where the expression names types of nodes.
  /// - Throws: `GraphError` with `invalidArgument` for a node that is not in the graph; `CancellationError`; what the
  ///   closures throw.
  /// - Complexity: O((*V* + *E*) · *m*) time, O(*V* · *m*) memory for an expression of *m* parts, repetitions written out.
  ///
  /// Source: A. O. Mendelzon, P. T. Wood, "Finding Regular Simple Paths in Graph Databases", 1995 (search over pairs of
  /// nodes and states).
  public func shortestWalk(
    from start: NodeID, to end: NodeID, matching expression: PathExpression, execution: Execution = Execution(),
    edgeType: (EdgeID) throws -> String, nodeType: (NodeID) throws -> String = { _ in "" }
  ) throws -> Path? {
    try requireNodes([start, end])
    let places = expression.places
    var search = ConstrainedSearch(topology, expression.automaton)
    return try search.walk(
      from: start.rawValue, to: end.rawValue, execution, edgeType: { places[try edgeType($0)] ?? -1 },
      nodeType: { places[try nodeType($0)] ?? -1 })
  }

  /// The fewest steps from the nearest of some nodes to every node along edges that match an expression.
  ///
  /// - Parameters:
  ///   - expression: which edges may follow each other.
  ///   - edgeType: the type of an edge; asked whenever an edge is looked at.
  ///   - nodeType: the type of a node; asked only where the expression names types of nodes.
  /// - Throws: as `shortestWalk(from:to:matching:execution:edgeType:nodeType:)`.
  /// - Complexity: as `shortestWalk(from:to:matching:execution:edgeType:nodeType:)`.
  public func steps(
    from sources: some Sequence<NodeID>, matching expression: PathExpression, execution: Execution = Execution(),
    edgeType: (EdgeID) throws -> String, nodeType: (NodeID) throws -> String = { _ in "" }
  ) throws -> StepCounts {
    let starts = Array(sources)
    try requireNodes(starts)
    let places = expression.places
    var search = ConstrainedSearch(topology, expression.automaton)
    return try search.steps(
      from: starts.map(\.rawValue), execution, edgeType: { places[try edgeType($0)] ?? -1 },
      nodeType: { places[try nodeType($0)] ?? -1 })
  }
}

extension Snapshot {
  /// A way of the fewest steps whose edges and nodes have the types that an expression asks for, or `nil` where there is
  /// none.
  ///
  /// - Throws: as `shortestWalk(from:to:matching:execution:edgeType:nodeType:)`.
  /// - Complexity: as `shortestWalk(from:to:matching:execution:edgeType:nodeType:)`.
  public func shortestWalk(
    from start: NodeID, to end: NodeID, matching expression: PathExpression, execution: Execution = Execution()
  ) throws -> Path? {
    try requireNodes([start, end])
    let places = places(of: expression)
    var search = ConstrainedSearch(topology, expression.automaton)
    return try search.walk(
      from: start.rawValue, to: end.rawValue, execution,
      edgeType: { places[Int(edgeTypes[$0.index])] },
      nodeType: { places[Int(nodeTypes[$0.index])] })
  }

  /// The fewest steps from the nearest of some nodes to every node along edges and nodes of the types that an expression
  /// asks for.
  ///
  /// - Throws: as `shortestWalk(from:to:matching:execution:edgeType:nodeType:)`.
  /// - Complexity: as `shortestWalk(from:to:matching:execution:edgeType:nodeType:)`.
  public func steps(
    from sources: some Sequence<NodeID>, matching expression: PathExpression, execution: Execution = Execution()
  ) throws -> StepCounts {
    let starts = Array(sources)
    try requireNodes(starts)
    let places = places(of: expression)
    var search = ConstrainedSearch(topology, expression.automaton)
    return try search.steps(
      from: starts.map(\.rawValue), execution,
      edgeType: { places[Int(edgeTypes[$0.index])] },
      nodeType: { places[Int(nodeTypes[$0.index])] })
  }

  /// The place that the expression gives to each of the snapshot's names; -1 to those that it does not name.
  private func places(of expression: PathExpression) -> [Int] {
    (0..<symbols.count).map { expression.places[symbols[Symbol(rawValue: UInt32($0))]] ?? -1 }
  }
}

extension PathExpression {
  fileprivate var places: [String: Int] {
    Dictionary(uniqueKeysWithValues: automaton.names.enumerated().map { ($1, $0) })
  }
}

/// Breadth-first search over pairs of a node and a state.
private struct ConstrainedSearch {
  private static let none = Int.max
  private let topology: Topology
  private let automaton: PathAutomaton
  private let stateCount: Int
  /// By pair: the pair before, and the edge between or `UInt32.max` where only the state changed.
  private var parents: [Int]
  private var edges: [UInt32]
  private var steps: [Int32]
  private var queue: [Int] = []

  init(_ topology: Topology, _ automaton: PathAutomaton) {
    self.topology = topology
    self.automaton = automaton
    stateCount = automaton.moves.count
    let count = topology.nodeCount * stateCount
    parents = Array(repeating: Self.none, count: count)
    edges = Array(repeating: .max, count: count)
    steps = Array(repeating: -1, count: count)
  }

  mutating func walk(
    from start: UInt32, to end: UInt32, _ execution: Execution, edgeType: (EdgeID) throws -> Int,
    nodeType: (NodeID) throws -> Int
  ) throws -> Path? {
    let goal = Int(end) * stateCount + automaton.final
    try search(from: [start], until: goal, execution, edgeType, nodeType)
    guard steps[goal] >= 0 else { return nil }
    var nodes = [NodeID(rawValue: end)]
    var taken: [EdgeID] = []
    var pair = goal
    while parents[pair] != Self.none {
      if edges[pair] != .max {
        taken.append(EdgeID(rawValue: edges[pair]))
        nodes.append(NodeID(parents[pair] / stateCount))
      }
      pair = parents[pair]
    }
    return Path(nodes: nodes.reversed(), edges: taken.reversed())
  }

  mutating func steps(
    from sources: [UInt32], _ execution: Execution, edgeType: (EdgeID) throws -> Int, nodeType: (NodeID) throws -> Int
  ) throws -> StepCounts {
    try search(from: sources, until: nil, execution, edgeType, nodeType)
    return StepCounts(values: (0..<topology.nodeCount).map { steps[$0 * stateCount + automaton.final] })
  }

  private mutating func search(
    from sources: [UInt32], until goal: Int?, _ execution: Execution, _ edgeType: (EdgeID) throws -> Int,
    _ nodeType: (NodeID) throws -> Int
  ) throws {
    for source in sources { try meet(Int(source) * stateCount, from: Self.none, by: .max, at: 0, nodeType) }
    var head = 0
    while head < queue.count {
      if let goal, steps[goal] >= 0 { return }
      if head & 0xFFF == 0 { try execution.check() }
      let pair = queue[head]
      head += 1
      let node = pair / stateCount
      for move in automaton.moves[pair % stateCount] {
        guard case .step(let name, let direction) = move.condition else { continue }
        if direction != .incoming {
          for place in topology.outgoing.row(node) {
            let edge = UInt32(truncatingIfNeeded: place)
            if let name, try edgeType(EdgeID(rawValue: edge)) != name { continue }
            let next = Int(topology.outgoing.neighbors[place]) * stateCount + move.state
            try meet(next, from: pair, by: edge, at: steps[pair] + 1, nodeType)
          }
        }
        if direction != .outgoing {
          let incoming = topology.incoming
          for place in incoming.rows.row(node) {
            let edge = incoming.edges[place]
            if let name, try edgeType(EdgeID(rawValue: edge)) != name { continue }
            let next = Int(incoming.rows.neighbors[place]) * stateCount + move.state
            try meet(next, from: pair, by: edge, at: steps[pair] + 1, nodeType)
          }
        }
      }
    }
  }

  /// Notes a pair that was not met before, and those that it leads to without a step.
  private mutating func meet(
    _ pair: Int, from parent: Int, by edge: UInt32, at step: Int32, _ nodeType: (NodeID) throws -> Int
  ) throws {
    guard steps[pair] < 0 else { return }
    steps[pair] = step
    parents[pair] = parent
    edges[pair] = edge
    queue.append(pair)
    let node = pair / stateCount
    for move in automaton.moves[pair % stateCount] {
      let next = node * stateCount + move.state
      switch move.condition {
      case .none: try meet(next, from: pair, by: .max, at: step, nodeType)
      case .node(let name):
        if try nodeType(NodeID(node)) == name { try meet(next, from: pair, by: .max, at: step, nodeType) }
      case .step: continue
      }
    }
  }
}
