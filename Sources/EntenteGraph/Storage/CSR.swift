/// A graph's adjacency in compressed sparse rows.
///
/// The neighbours of node *v* stand at places `offsets[v]..<offsets[v + 1]` of `neighbors`, in ascending order.
struct CSR: Hashable, Sendable {
  /// One more than there are nodes.
  let offsets: Column<UInt32>
  /// One for each edge, or one for each end of an edge where rows hold both ways.
  let neighbors: Column<UInt32>

  var nodeCount: Int { offsets.count - 1 }

  /// Where the neighbours of a node stand.
  func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

  /// Lends the rows to a kernel for the time of a call.
  @inline(__always) func read<Result>(_ body: (Rows) throws -> Result) rethrows -> Result {
    try offsets.read { offsets in
      try neighbors.read { neighbors in try body(Rows(offsets: offsets, neighbors: neighbors)) }
    }
  }
}

/// The rows of a `CSR` as a kernel sees them.
struct Rows: Sendable {
  let offsets: Elements<UInt32>
  let neighbors: Elements<UInt32>

  var nodeCount: Int { offsets.count - 1 }

  /// The number of all places.
  var placeCount: Int { neighbors.count }

  /// The first place of a node's row.
  @inline(__always) func start(_ node: Int) -> Int { Int(offsets[node]) }

  /// One behind the last place of a node's row.
  @inline(__always) func end(_ node: Int) -> Int { Int(offsets[node &+ 1]) }

  /// The length of a node's row.
  @inline(__always) func degree(_ node: Int) -> Int { Int(offsets[node &+ 1] &- offsets[node]) }
}
