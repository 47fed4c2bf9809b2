/// A number for each edge of a graph: a length, a cost, a capacity or a strength, as the algorithm takes it.
public struct EdgeWeights: Sendable {
  /// The weight of each edge, by edge.
  let values: Column<Double>
  /// The least weight; infinity in a graph without edges.
  public let least: Double
  /// The greatest weight; minus infinity in a graph without edges.
  public let greatest: Double
  /// Whether each weight is a whole number of less than 2^31 in size.
  public let areSmallIntegers: Bool
  private let byIncoming = Lazily<Column<Double>>()
  private let bySymmetric = Lazily<Column<Double>>()
  /// Neighbours and whole weights side by side.
  let packedArcs = PackedArcs()

  /// The weights of a graph's edges.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a weight that is not finite.
  /// - Complexity: O(*E*).
  public init(_ graph: some GraphStructure, _ weight: (EdgeID) throws -> Double) throws {
    try self.init(
      Column(count: graph.edgeCount) { values in
        for edge in graph.edges { values[edge.index] = try weight(edge) }
      })
  }

  /// Weights by edge.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a weight that is not finite.
  init(_ values: Column<Double>) throws(GraphError) {
    var least = Double.infinity
    var greatest = -Double.infinity
    var areSmallIntegers = true
    for (edge, value) in values.enumerated() {
      guard value.isFinite else {
        throw GraphError(.invalidArgument, "edge \(edge) weighs \(value), and a weight is a finite number")
      }
      least = min(least, value)
      greatest = max(greatest, value)
      if areSmallIntegers { areSmallIntegers = value.magnitude < 0x1p31 && value == value.rounded(.towardZero) }
    }
    self.values = values
    self.least = least
    self.greatest = greatest
    self.areSmallIntegers = areSmallIntegers
  }

  /// The weight of an edge.
  public subscript(edge: EdgeID) -> Double { values[edge.index] }

  /// Stops where a weight is below 0.
  ///
  /// - Throws: `GraphError` with `invalidArgument`, which names the first such edge.
  func requireNonnegative(for purpose: String) throws(GraphError) {
    guard least < 0, let edge = values.firstIndex(where: { $0 < 0 }) else { return }
    throw GraphError(.invalidArgument, "edge \(edge) weighs \(values[edge]), and \(purpose) takes no weight below 0")
  }

  /// Stops where a weight is not above 0.
  ///
  /// - Throws: `GraphError` with `invalidArgument`, which names the first such edge.
  func requirePositive(for purpose: String) throws(GraphError) {
    guard least <= 0, let edge = values.firstIndex(where: { $0 <= 0 }) else { return }
    throw GraphError(.invalidArgument, "edge \(edge) weighs \(values[edge]), and \(purpose) takes weights above 0 only")
  }

  /// The weight at each place of `topology.rows(direction)`, made when first asked for and then kept.
  ///
  /// - Precondition: the weights were made for this topology.
  func byPlace(_ topology: Topology, _ direction: Direction) -> Column<Double> {
    precondition(values.count == topology.edgeCount, "weights belong to the graph that they were made for")
    guard let edges = topology.edges(direction) else { return values }
    let kept = direction == .incoming ? byIncoming : bySymmetric
    return kept.value { Column(edges.lazy.map { values[Int($0)] }) }
  }
}
