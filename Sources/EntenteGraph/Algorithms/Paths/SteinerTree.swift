/// A tree in a graph that joins some nodes.
public struct SteinerTree: Hashable, Sendable {
  /// The nodes, ascending: those that were to be joined, and those between.
  public let nodes: [NodeID]
  /// The edges, ascending.
  public let edges: [EdgeID]
  /// The sum of their weights.
  public let weight: Double
  /// Whether no lighter tree joins the nodes; otherwise a lighter one has at least half of the weight.
  public let isOptimal: Bool
}

extension GraphStructure {
  /// The lightest tree that joins some nodes, or one of at most twice its weight; `nil` where no tree joins them.
  ///
  /// The graph is taken as undirected. The tree is the lightest where 3^*k* · *V* + 2^*k* · *E*, for *k* being one less than
  /// the nodes to join, is no more than `budget`; `isOptimal` says so. Which of several equally light trees it is the graph
  /// alone determines. Nodes may be named twice; to join none or one takes no edge.
  ///
  /// - Parameters:
  ///   - terminals: the nodes to join.
  ///   - weights: the weight of each edge, not below 0; without them each counts 1.
  ///   - budget: how much work the lightest tree may take, about 5 ns a unit.
  /// - Throws: `GraphError` with `invalidArgument` for a weight below 0 or a node that is not in the graph;
  ///   `CancellationError`.
  /// - Complexity: O(3^*k* · *V* + 2^*k* · *E* log *V*) time and O(2^*k* · *V*) memory within the budget,
  ///   O(*E* log *V*) beyond it.
  ///
  /// Source: S. E. Dreyfus, R. A. Wagner, "The Steiner problem in graphs", 1971; K. Mehlhorn, "A faster approximation
  /// algorithm for the Steiner problem in graphs", 1988.
  public func steinerTree(
    joining terminals: some Sequence<NodeID>, weights: EdgeWeights? = nil, budget: Int = 100_000_000,
    execution: Execution = Execution()
  ) throws -> SteinerTree? {
    let terminals = Set(terminals).sorted()
    try requireNodes(terminals)
    try weights?.requireNonnegative(for: "a Steiner tree")
    guard terminals.count > 1 else { return SteinerTree(nodes: terminals, edges: [], weight: 0, isOptimal: true) }
    let lengths = try weights ?? EdgeWeights(self) { _ in 1 }
    let others = terminals.count - 1
    let isAffordable =
      others <= 16
      && (0..<others).reduce(nodeCount) { work, _ in 3 * work } + (edgeCount << others) <= budget
    let edges =
      isAffordable
      ? try lightestSteinerEdges(terminals, lengths, execution) : try lightSteinerEdges(terminals, lengths, execution)
    guard let edges else { return nil }
    return tree(of: edges, joining: terminals, lengths, isOptimal: isAffordable)
  }

  /// The edges of the lightest tree, by dynamic programming over sets of nodes to join.
  private func lightestSteinerEdges(
    _ terminals: [NodeID], _ weights: EdgeWeights, _ execution: Execution
  ) throws -> [EdgeID]? {
    let kernel = SteinerKernel(topology, weights, terminals: terminals.map(\.rawValue))
    defer { kernel.deallocate() }
    return try kernel.edges(execution)?.map { EdgeID(rawValue: $0) }
  }

  /// The edges of a spanning tree of the shortest ways between nodes to join that lie next to each other.
  private func lightSteinerEdges(
    _ terminals: [NodeID], _ weights: EdgeWeights, _ execution: Execution
  ) throws -> [EdgeID]? {
    let tree = try shortestPathTree(from: terminals, weights: weights, direction: .both, execution: execution)
    var nearest = [Int?](repeating: nil, count: nodeCount)
    for (number, terminal) in terminals.enumerated() { nearest[terminal.index] = number }
    for node in nodes where tree[node] != nil {
      // Up to the first node whose terminal is known, and down again.
      var way = [node]
      while nearest[way[way.count - 1].index] == nil, let parent = tree.parent(of: way[way.count - 1]) {
        way.append(parent)
      }
      for passed in way { nearest[passed.index] = nearest[way[way.count - 1].index] }
    }
    var bridges: [(weight: Double, edge: EdgeID)] = []
    for edge in edges {
      let (source, target) = (source(of: edge), target(of: edge))
      guard let left = tree[source], let right = tree[target], nearest[source.index] != nearest[target.index] else {
        continue
      }
      bridges.append((left + weights[edge] + right, edge))
    }
    bridges.sort { ($0.weight, $0.edge) < ($1.weight, $1.edge) }
    var sets = DisjointSets(count: terminals.count)
    var chosen: Set<EdgeID> = []
    var joined = 1
    for (_, edge) in bridges {
      let ends = [source(of: edge), target(of: edge)]
      guard let left = nearest[ends[0].index], let right = nearest[ends[1].index],
        sets.root(of: left) != sets.root(of: right)
      else { continue }
      sets.join(left, right)
      joined += 1
      chosen.insert(edge)
      for end in ends { chosen.formUnion(tree.path(to: end)?.edges ?? []) }
    }
    return joined == terminals.count ? Array(chosen) : nil
  }

  /// A spanning tree of some edges, without branches that end at a node that was not to be joined.
  private func tree(
    of edges: [EdgeID], joining terminals: [NodeID], _ weights: EdgeWeights, isOptimal: Bool
  ) -> SteinerTree {
    var numbers: [NodeID: Int] = [:]
    for edge in edges {
      for end in [source(of: edge), target(of: edge)] where numbers[end] == nil { numbers[end] = numbers.count }
    }
    var sets = DisjointSets(count: numbers.count)
    var kept: Set<EdgeID> = []
    var incident: [NodeID: Set<EdgeID>] = [:]
    for edge in edges.sorted(by: { (weights[$0], $0) < (weights[$1], $1) }) {
      let (source, target) = (source(of: edge), target(of: edge))
      guard let left = numbers[source], let right = numbers[target], sets.root(of: left) != sets.root(of: right) else {
        continue
      }
      sets.join(left, right)
      kept.insert(edge)
      incident[source, default: []].insert(edge)
      incident[target, default: []].insert(edge)
    }
    let fixed = Set(terminals)
    var leaves = incident.filter { $0.value.count == 1 && !fixed.contains($0.key) }.map(\.key)
    while let leaf = leaves.popLast() {
      guard let edge = incident.removeValue(forKey: leaf)?.first else { continue }
      kept.remove(edge)
      let other = source(of: edge) == leaf ? target(of: edge) : source(of: edge)
      incident[other]?.remove(edge)
      if incident[other]?.count == 1, !fixed.contains(other) { leaves.append(other) }
    }
    let sorted = kept.sorted()
    return SteinerTree(
      nodes: fixed.union(incident.keys).sorted(), edges: sorted, weight: sorted.reduce(0) { $0 + weights[$1] },
      isOptimal: isOptimal)
  }
}
