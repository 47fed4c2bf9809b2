/// What numbers the nodes or the edges of a graph: `NodeID` or `EdgeID`.
public protocol GraphElementID: Hashable, Comparable, Sendable {
  /// The place, from 0.
  var rawValue: UInt32 { get }
  /// The element at a place.
  init(rawValue: UInt32)
}

extension NodeID: GraphElementID {}
extension EdgeID: GraphElementID {}

/// A choice of a graph's edges, a bit an edge.
public typealias EdgeMask = ElementMask<EdgeID>

/// A choice of a graph's nodes, a bit a node.
public typealias NodeMask = ElementMask<NodeID>

/// A choice among the nodes or the edges of a graph, a bit each.
///
/// Masks of the same graph are combined by `&`, `|`, `-` and `~`.
public struct ElementMask<Element: GraphElementID>: Hashable, Sendable {
  /// The number of elements among which the mask chooses.
  public let bound: Int
  /// One bit an element; those from `bound` on are 0.
  private(set) var words: [UInt64]

  /// All elements below a bound, or none of them.
  public init(bound: Int, all isFull: Bool = false) {
    precondition(bound >= 0, "a mask has at least no bits")
    self.bound = bound
    words = [UInt64](repeating: isFull ? .max : 0, count: (bound + 63) / 64)
    clearRest()
  }

  /// The elements below a bound that `isChosen` takes; it is asked once for each, in ascending order.
  ///
  /// - Complexity: O(*n*) in the bound.
  public init(bound: Int, where isChosen: (Element) throws -> Bool) rethrows {
    self.init(bound: bound)
    for place in words.indices {
      let first = place << 6
      var word: UInt64 = 0
      for bit in 0..<min(64, bound - first) where try isChosen(Element(rawValue: UInt32(first + bit))) {
        word |= 1 << UInt64(bit)
      }
      words[place] = word
    }
  }

  /// The elements of a sequence.
  ///
  /// - Precondition: each is below the bound.
  public init(bound: Int, _ elements: some Sequence<Element>) {
    self.init(bound: bound)
    for element in elements { self[element] = true }
  }

  private mutating func clearRest() {
    if bound & 63 != 0, let last = words.indices.last { words[last] &= (1 << UInt64(bound & 63)) &- 1 }
  }
}

extension ElementMask {
  /// Whether an element is chosen.
  ///
  /// - Precondition: the element is below the bound.
  public subscript(element: Element) -> Bool {
    get {
      precondition(element.rawValue < bound, "a mask belongs to the graph that it was made for")
      return words[Int(element.rawValue >> 6)] & (1 << UInt64(element.rawValue & 63)) != 0
    }
    set {
      precondition(element.rawValue < bound, "a mask belongs to the graph that it was made for")
      let bit: UInt64 = 1 << UInt64(element.rawValue & 63)
      if newValue { words[Int(element.rawValue >> 6)] |= bit } else { words[Int(element.rawValue >> 6)] &= ~bit }
    }
  }

  /// The number of chosen elements.
  ///
  /// - Complexity: O(*n* / 64) in the bound.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether nothing is chosen.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The chosen elements in ascending order.
  ///
  /// - Complexity: O(*n* / 64 + *k*) in the bound and the number of chosen elements.
  public var elements: [Element] {
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        elements.append(Element(rawValue: UInt32(place << 6 | rest.trailingZeroBitCount)))
        rest &= rest - 1
      }
    }
    return elements
  }
}

// MARK: - Combining

extension ElementMask {
  private func combined(with other: ElementMask, _ combine: (UInt64, UInt64) -> UInt64) -> ElementMask {
    precondition(bound == other.bound, "masks of \(bound) and \(other.bound) elements belong to different graphs")
    var result = self
    for place in words.indices { result.words[place] = combine(words[place], other.words[place]) }
    return result
  }

  /// What both masks choose.
  ///
  /// - Precondition: both have the same bound.
  public static func & (left: ElementMask, right: ElementMask) -> ElementMask { left.combined(with: right, &) }

  /// What either mask chooses.
  ///
  /// - Precondition: both have the same bound.
  public static func | (left: ElementMask, right: ElementMask) -> ElementMask { left.combined(with: right, |) }

  /// What the left mask chooses and the right one does not.
  ///
  /// - Precondition: both have the same bound.
  public static func - (left: ElementMask, right: ElementMask) -> ElementMask {
    left.combined(with: right) { $0 & ~$1 }
  }

  /// What a mask does not choose.
  public static prefix func ~ (mask: ElementMask) -> ElementMask {
    var result = mask
    for place in mask.words.indices { result.words[place] = ~mask.words[place] }
    result.clearRest()
    return result
  }
}

// MARK: - Masks of a graph

extension GraphStructure {
  /// The edges that a condition takes; it is asked once an edge.
  ///
  /// - Complexity: O(*E*).
  public func mask(_ isChosen: (EdgeID) throws -> Bool) rethrows -> EdgeMask {
    try EdgeMask(bound: edgeCount, where: isChosen)
  }

  /// The nodes that a condition takes; it is asked once a node.
  ///
  /// - Complexity: O(*V*).
  public func nodeMask(_ isChosen: (NodeID) throws -> Bool) rethrows -> NodeMask {
    try NodeMask(bound: nodeCount, where: isChosen)
  }

  /// The edges whose ends are both chosen.
  ///
  /// - Precondition: the mask was made for this graph's nodes.
  /// - Complexity: O(*V* + *E*).
  public func edges(within nodes: NodeMask) -> EdgeMask {
    precondition(nodes.bound == nodeCount, "a mask belongs to the graph that it was made for")
    let sources = topology.sources
    let targets = topology.outgoing.neighbors
    return mask { edge in
      nodes[NodeID(rawValue: sources[edge.index])] && nodes[NodeID(rawValue: targets[edge.index])]
    }
  }
}
