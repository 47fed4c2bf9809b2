extension GraphStructure {
  /// The nodes in an order in which each edge leads forwards, or `nil` where the graph has a cycle.
  ///
  /// Nodes stand by the most edges of a way that leads to them, and of equals the lower goes first. A self-loop is a cycle;
  /// parallel edges change nothing; the graph without nodes has the empty order. `cycle(_:)` says what stands in
  /// the way.
  ///
  /// - Complexity: O(*V* + *E*).
  ///
  /// Source: A. B. Kahn, "Topological sorting of large networks", 1962.
  public func topologicalOrder() -> [NodeID]? {
    guard let (layers, count) = topology.outgoing.read({ LayerKernel.layers($0) }) else { return nil }
    var next = [Int](repeating: 0, count: count + 1)
    for layer in layers { next[Int(layer) + 1] += 1 }
    for layer in 0..<count { next[layer + 1] += next[layer] }
    var order = [NodeID](repeating: NodeID(0), count: layers.count)
    for (node, layer) in layers.enumerated() {
      order[next[Int(layer)]] = NodeID(node)
      next[Int(layer)] += 1
    }
    return order
  }

  /// The most edges of a way that leads to each node, or `nil` where the graph has a cycle.
  ///
  /// Self-loops, parallel edges, complexity and source as in `topologicalOrder()`.
  public func topologicalLayers() -> NodeMap<Int>? {
    topology.outgoing.read { LayerKernel.layers($0) }.map { NodeMap($0.layers.map(Int.init)) }
  }
}
