import EntenteGraph

/// A checksum of a result, so that two programs can be seen to have done the same work.
enum Answer: Encodable, Sendable {
  /// Named numbers.
  case numbers([String: Double])
  /// Values by node: their sum, their sum weighted by place, and the five greatest; what is not finite counts as 0.
  case vector([Double])
  /// Steps or lengths from a source, infinite or negative where nothing leads: how many nodes are reached, the sum, the greatest.
  case distances([Double])
  /// Groups by node: how many, the size of the largest, the sum of squared sizes; and named numbers beside them.
  case labels([Int], [String: Double] = [:])
  /// Nodes in an order.
  case list(String, [Int])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .numbers(let numbers): for (name, value) in numbers { try container.encode(value, forKey: Key(name)) }
    case .list(let name, let list): try container.encode(list, forKey: Key(name))
    case .vector(let values):
      let finite = values.map { $0.isFinite ? $0 : 0 }
      let order = finite.indices.sorted { finite[$0] != finite[$1] ? finite[$0] > finite[$1] : $0 < $1 }
      try container.encode(Self.sum(finite[...]), forKey: Key("sum"))
      let weighted = finite.enumerated().map { $0.element * Double($0.offset % 97 + 1) }
      try container.encode(Self.sum(weighted[...]), forKey: Key("chk"))
      try container.encode(order.prefix(5).map { [Double($0), finite[$0]] }, forKey: Key("top5"))
    case .distances(let distances):
      let reached = distances.filter { $0.isFinite && $0 >= 0 }
      try container.encode(reached.count, forKey: Key("reached"))
      try container.encode(reached.reduce(0, +), forKey: Key("sum"))
      try container.encode(reached.max() ?? 0, forKey: Key("max"))
    case .labels(let labels, let numbers):
      let sizes = Dictionary(grouping: labels) { $0 }.mapValues(\.count).values
      try container.encode(sizes.count, forKey: Key("count"))
      try container.encode(sizes.max() ?? 0, forKey: Key("largest"))
      try container.encode(sizes.reduce(0) { $0 + $1 * $1 }, forKey: Key("sumsq"))
      for (name, value) in numbers { try container.encode(value, forKey: Key(name)) }
    }
  }

  /// A sum by halves, whose error grows with the logarithm of the count.
  private static func sum(_ values: ArraySlice<Double>) -> Double {
    if values.count <= 128 { return values.reduce(0, +) }
    let middle = values.startIndex + values.count / 2
    return sum(values[..<middle]) + sum(values[middle...])
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }
}
