/// A graph's adjacency in compressed sparse rows.
///
/// The neighbours of node *v* are `neighbors[offsets[v]..<offsets[v + 1]]`. A kernel takes these two
/// arrays and nothing else of the graph.
struct CSR: Hashable, Sendable {
  /// One more than there are nodes.
  let offsets: [UInt32]
  /// One for each edge.
  let neighbors: [UInt32]

  /// The rows of `neighbors`, whose owners are in ascending order.
  ///
  /// - Precondition: `owners` is sorted, and both arrays are of the same length.
  init(nodeCount: Int, owners: [UInt32], neighbors: [UInt32]) {
    assert(owners.count == neighbors.count, "each neighbour has an owner")
    var offsets = [UInt32](repeating: 0, count: nodeCount + 1)
    for owner in owners { offsets[Int(owner) + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    self.offsets = offsets
    self.neighbors = neighbors
  }

  var nodeCount: Int { offsets.count - 1 }

  /// Where the neighbours of a node stand.
  func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }
}
