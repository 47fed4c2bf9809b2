import ArgumentParser
import EntenteGraph

/// What can be timed: a name for the command line, the work, and a checksum of its result.
enum Algorithm: String, CaseIterable, ExpressibleByArgument {
  /// Reading the file into a graph.
  case loadTSV = "load_tsv"
  /// The number of edges at each node.
  case degree
  /// Shares of a random walk, to a change of less than 1e-8 over all nodes.
  case pagerank
  /// The fewest steps from the node of the highest degree to that of the second highest.
  case shortestPath = "shortest_path"
}

/// A checksum of a result, so that two programs can be seen to have done the same work.
struct Answer: Encodable {
  /// Values by node: their sum, their sum weighted by place, and the five greatest.
  struct Vector: Encodable {
    var sum: Double
    var chk: Double
    var top5: [[Double]]

    init(_ values: [Double]) {
      sum = values.reduce(0, +)
      chk = values.enumerated().reduce(0) { $0 + $1.element * Double($1.offset % 97 + 1) }
      let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
      top5 = order.prefix(5).map { [Double($0), values[$0]] }
    }
  }

  var vector: Vector?
  var length: Int?
  var edges: Int?

  func encode(to encoder: any Encoder) throws {
    if let vector { return try vector.encode(to: encoder) }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(length, forKey: .length)
    try container.encodeIfPresent(edges, forKey: .edges)
  }

  private enum CodingKeys: String, CodingKey { case length, edges }
}
