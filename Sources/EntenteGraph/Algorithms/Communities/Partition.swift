/// A division of a graph's nodes into groups, each node in exactly one.
///
/// Groups are numbered from 0 in the order of their lowest nodes, so that two divisions into the same groups are
/// equal. No group is empty.
public struct Partition: Hashable, Sendable {
  let labels: [UInt32]
  /// The number of nodes in each group.
  public let sizes: [Int]

  /// Puts nodes with equal labels into one group.
  ///
  /// - Complexity: O(*V*).
  public init<Label: Hashable>(_ labels: NodeMap<Label>) {
    var numbers: [Label: UInt32] = [:]
    var sizes: [Int] = []
    self.labels = labels.values.map { label in
      let number = numbers[label] ?? UInt32(sizes.count)
      if Int(number) == sizes.count {
        numbers[label] = number
        sizes.append(0)
      }
      sizes[Int(number)] += 1
      return number
    }
    self.sizes = sizes
  }

  /// Groups of one node each.
  public init(singletons nodeCount: Int) {
    labels = (0..<UInt32(nodeCount)).map { $0 }
    sizes = Array(repeating: 1, count: nodeCount)
  }

  /// One group of all nodes; none where there are no nodes.
  public init(whole nodeCount: Int) {
    labels = Array(repeating: 0, count: nodeCount)
    sizes = nodeCount > 0 ? [nodeCount] : []
  }

  /// Groups as a kernel left them, each named by a number below that of the nodes.
  init(renumbering groups: [UInt32]) {
    var numbers = [UInt32](repeating: .max, count: groups.count)
    var sizes: [Int] = []
    labels = groups.map { group in
      if numbers[Int(group)] == .max {
        numbers[Int(group)] = UInt32(sizes.count)
        sizes.append(0)
      }
      let number = numbers[Int(group)]
      sizes[Int(number)] += 1
      return number
    }
    self.sizes = sizes
  }

  /// The number of nodes.
  public var nodeCount: Int { labels.count }

  /// The number of groups.
  public var count: Int { sizes.count }

  /// The group of a node.
  ///
  /// - Precondition: the node is in the graph.
  public subscript(node: NodeID) -> Int { Int(labels[node.index]) }

  /// The group of each node.
  ///
  /// - Complexity: O(*V*).
  public var groups: NodeMap<Int> { NodeMap(labels.map { Int($0) }) }

  /// The nodes of a group, ascending.
  ///
  /// - Complexity: O(*V*); for all groups at once there is `members`.
  public func members(of group: Int) -> [NodeID] {
    labels.indices.filter { Int(labels[$0]) == group }.map { NodeID($0) }
  }

  /// The nodes of each group, ascending.
  ///
  /// - Complexity: O(*V*).
  public var members: [[NodeID]] {
    var members: [[NodeID]] = sizes.map { size in
      var nodes: [NodeID] = []
      nodes.reserveCapacity(size)
      return nodes
    }
    for (node, group) in labels.enumerated() { members[Int(group)].append(NodeID(node)) }
    return members
  }

  /// The groups, largest first; of equals the lower number first.
  ///
  /// - Complexity: O(*k* log *k*) in the number of groups.
  public var groupsBySize: [Int] {
    sizes.indices.sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
  }

  /// Whether two nodes are in one group.
  public func joins(_ left: NodeID, _ right: NodeID) -> Bool { labels[left.index] == labels[right.index] }

  /// The numbers of the nodes' groups as kernels take them.
  func read<Result>(_ body: (Elements<UInt32>) throws -> Result) rethrows -> Result { try labels.read(body) }
}

extension GraphStructure {
  /// Stops where a division is of another graph.
  ///
  /// - Throws: `GraphError` with `invalidArgument`.
  func check(_ partition: Partition) throws(GraphError) {
    guard partition.nodeCount == nodeCount else {
      throw GraphError(
        .invalidArgument,
        "the partition has \(partition.nodeCount) nodes, and the graph has \(nodeCount); take one of this graph")
    }
  }
}
