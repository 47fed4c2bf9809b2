import Synchronization

/// Nodes and edges without names: what is left of a graph when only its shape is asked for.
///
/// A directed multigraph; an algorithm says by a `Direction` how it follows the edges, and `both` makes the graph
/// undirected. Nodes and edges are numbered from 0, edges in the order of source, target and the order in which
/// they were given. It holds 4 bytes an edge; rows by target, made when first asked for and then kept, add 8,
/// rows both ways another 8, and the ends of edges 4.
public struct Topology: Sendable, GraphStructure {
  /// The number of nodes.
  public let nodeCount: Int
  /// Rows of targets; the place of an edge is its identifier.
  let outgoing: CSR
  private let derived = Derived()

  /// The number of edges.
  public var edgeCount: Int { outgoing.neighbors.count }

  /// Itself.
  public var topology: Topology { self }

  /// A graph of given rows, each of them in ascending order.
  init(outgoing: CSR) {
    nodeCount = outgoing.nodeCount
    self.outgoing = outgoing
  }

  /// A graph of edges between numbered nodes.
  ///
  /// Self-loops and parallel edges stay. The edges of the graph are those given, in the order of source, target and
  /// their order here.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for an edge whose end is not below `nodeCount`, `tooLarge` beyond
  ///   2^31 edges or 2^32 - 1 nodes.
  /// - Complexity: O(*V* + *E* + Σ *d* log *d*) in the degrees *d*; O(*V* + *E*) where they come in order.
  public init(nodeCount: Int, edges: some Sequence<(source: Int, target: Int)>) throws(GraphError) {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    sources.reserveCapacity(edges.underestimatedCount)
    targets.reserveCapacity(edges.underestimatedCount)
    for (source, target) in edges {
      guard source >= 0, target >= 0, source < nodeCount, target < nodeCount else {
        throw GraphError(
          .invalidArgument,
          "edge \(sources.count) leads from \(source) to \(target), and the nodes are 0 to \(nodeCount - 1)")
      }
      sources.append(UInt32(truncatingIfNeeded: source))
      targets.append(UInt32(truncatingIfNeeded: target))
    }
    try Self.checkSize(nodeCount: nodeCount, edgeCount: sources.count)
    self.init(outgoing: RowBuilding.rows(nodeCount: nodeCount, owners: sources, neighbors: targets).rows)
  }

  static func checkSize(nodeCount: Int, edgeCount: Int) throws(GraphError) {
    guard nodeCount < Int(UInt32.max), edgeCount <= Int(Int32.max) else {
      throw GraphError(
        .tooLarge, "\(nodeCount) nodes and \(edgeCount) edges are more than 32 bits count; divide the graph")
    }
  }
}

// MARK: - Rows made when asked for

extension Topology {
  /// Rows with the edge at each place.
  struct Incidence: Sendable {
    /// The rows.
    let rows: CSR
    /// The edge at each place of `rows`.
    let edges: Column<UInt32>
  }

  /// Rows of sources, each in ascending order of source and edge.
  var incoming: Incidence {
    Incidence(
      rows: incomingRows(Execution()),
      edges: derived.incomingEdges.value { Execution().toTheEnd { try RowBuilding.transposedPlaces(outgoing, $0) } })
  }

  func incomingRows(_ execution: Execution) -> CSR {
    derived.incoming.value { execution.toTheEnd { try RowBuilding.transposed(outgoing, $0) } }
  }

  /// Where each edge starts.
  var sources: Column<UInt32> { derived.sources.value { RowBuilding.owners(outgoing) } }

  /// Rows of neighbours either way, each in ascending order; a self-loop stands twice, parallel edges each.
  var symmetric: CSR { symmetricRows(Execution()) }

  private func symmetricRows(_ execution: Execution) -> CSR {
    derived.symmetric.value { execution.toTheEnd { try RowBuilding.symmetric(self, $0) } }
  }

  /// The edge at each place of `symmetric`; of parallel ones the lower first.
  var symmetricEdges: Column<UInt32> { derived.symmetricEdges.value { RowBuilding.symmetricEdges(self) } }

  /// Rows of neighbours either way without self-loops and with each neighbour once.
  var simple: CSR { derived.simple.value { RowBuilding.simple(symmetric) } }

  /// Whether an edge leads from a node to itself.
  var hasLoops: Bool {
    derived.hasLoops.value {
      outgoing.read { rows in
        (0..<rows.nodeCount).contains { SortedRow.contains(UInt32(truncatingIfNeeded: $0), in: rows, $0) }
      }
    }
  }

  /// The rows by which edges are followed.
  func rows(_ direction: Direction) -> CSR {
    switch direction {
    case .outgoing: outgoing
    case .incoming: incomingRows(Execution())
    case .both: symmetric
    }
  }

  /// The edge at each place of `rows(direction)`; `nil` where the place is the edge.
  func edges(_ direction: Direction) -> Column<UInt32>? {
    switch direction {
    case .outgoing: nil
    case .incoming: incoming.edges
    case .both: symmetricEdges
    }
  }

  /// Makes and keeps the rows that a direction needs, so that a later algorithm starts at once.
  ///
  /// - Complexity: O(*V* + *E*), on as many threads as it may use.
  public func prepare(_ direction: Direction, execution: Execution = Execution()) {
    switch direction {
    case .outgoing: break
    case .incoming: _ = incomingRows(execution)
    case .both: _ = symmetricRows(execution)
    }
  }

  private final class Derived: Sendable {
    let incoming = Lazily<CSR>()
    let incomingEdges = Lazily<Column<UInt32>>()
    let sources = Lazily<Column<UInt32>>()
    let symmetric = Lazily<CSR>()
    let symmetricEdges = Lazily<Column<UInt32>>()
    let simple = Lazily<CSR>()
    let hasLoops = Lazily<Bool>()
  }
}

/// A value that is made when first asked for, once, whatever the number of threads that ask.
final class Lazily<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let value = made { return value }
      let value = make()
      made = value
      return value
    }
  }
}

extension Topology: Hashable {
  /// Whether both have the same nodes and edges.
  ///
  /// - Complexity: O(*V* + *E*).
  public static func == (left: Topology, right: Topology) -> Bool { left.outgoing == right.outgoing }

  /// Feeds nodes and edges.
  public func hash(into hasher: inout Hasher) { hasher.combine(outgoing) }
}
