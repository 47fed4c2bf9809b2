public import EntenteGraph

/// A node or an edge without which a component falls apart.
public struct BreakPoint: Hashable, Sendable {
  /// What breaks.
  public enum Element: Hashable, Sendable {
    /// An articulation point.
    case node(NodeID)
    /// A bridge.
    case edge(EdgeID)
  }

  /// What breaks.
  public var element: Element
  /// How many parts are left of the component.
  public var parts: Int
  /// How many nodes are cut off from the largest part.
  public var lost: Int
}

extension GraphStructure {
  /// The articulation points and bridges of the graph taken as undirected, with what falls apart; nodes first, each
  /// kind in ascending order.
  ///
  /// - Complexity: O(*V* + *E* log *E*).
  ///
  /// Source: the tree of blocks and cut points (F. Harary, G. Prins, "The block-cutpoint-tree of a graph", 1966).
  public func breakPoints() -> [BreakPoint] {
    let components = biconnectedComponents()
    let tree = BlockCutTree(self, components)
    let nodes = components.articulationPoints.map { node in
      let parts = tree.parts(without: node)
      return BreakPoint(element: .node(node), parts: parts.count, lost: parts.reduce(0, +) - (parts.max() ?? 0))
    }
    let edges = components.bridges.map { edge in
      BreakPoint(
        element: .edge(edge), parts: 2, lost: tree.smallerSide(of: edge, ends: (source(of: edge), target(of: edge))))
    }
    return nodes + edges
  }
}

/// Blocks and the articulation points between them, as a forest whose roots are blocks.
private struct BlockCutTree {
  private let components: BiconnectedComponents
  /// The nodes of each block, and the blocks of each node that is in several.
  private var nodes: [[NodeID]]
  private var blocks: [NodeID: [Int]] = [:]
  /// The number of nodes in a block's subtree without the point above it, and the point.
  private var blockSizes: [Int]
  private var above: [NodeID?]
  /// The number of nodes in a point's subtree with itself, and the block above it.
  private var pointSizes: [NodeID: Int] = [:]
  private var blockAbove: [NodeID: Int] = [:]
  /// The number of nodes in the whole tree of each block.
  private var totals: [Int]

  init(_ graph: some GraphStructure, _ components: BiconnectedComponents) {
    self.components = components
    var members = [Set<NodeID>](repeating: [], count: components.count)
    for edge in graph.edges {
      guard let block = components[edge] else { continue }
      members[block].insert(graph.source(of: edge))
      members[block].insert(graph.target(of: edge))
    }
    nodes = members.map { $0.sorted() }
    let points = Set(components.articulationPoints)
    for (block, members) in nodes.enumerated() {
      for node in members where points.contains(node) { blocks[node, default: []].append(block) }
    }
    blockSizes = [Int](repeating: 0, count: components.count)
    totals = blockSizes
    above = [NodeID?](repeating: nil, count: components.count)
    var isMet = [Bool](repeating: false, count: components.count)
    for root in 0..<components.count where !isMet[root] { grow(from: root, &isMet) }
  }

  private mutating func grow(from root: Int, _ isMet: inout [Bool]) {
    var order = [root]
    isMet[root] = true
    var head = 0
    while head < order.count {
      let block = order[head]
      head += 1
      for point in nodes[block] where point != above[block] {
        guard let around = blocks[point] else { continue }
        blockAbove[point] = block
        for other in around where other != block {
          isMet[other] = true
          above[other] = point
          order.append(other)
        }
      }
    }
    for block in order.reversed() {
      var size = 0
      for node in nodes[block] where node != above[block] {
        guard let around = blocks[node] else {
          size += 1
          continue
        }
        let own = 1 + around.filter { $0 != block }.reduce(0) { $0 + blockSizes[$1] }
        pointSizes[node] = own
        size += own
      }
      blockSizes[block] = size
    }
    for block in order { totals[block] = blockSizes[root] }
  }

  /// The sizes of what is left of a component without one of its articulation points.
  func parts(without point: NodeID) -> [Int] {
    guard let parent = blockAbove[point], let around = blocks[point] else { return [] }
    let below = around.filter { $0 != parent }.map { blockSizes[$0] }
    return below + [totals[parent] - 1 - below.reduce(0, +)]
  }

  /// The number of nodes on the smaller side of a bridge.
  func smallerSide(of bridge: EdgeID, ends: (NodeID, NodeID)) -> Int {
    guard let block = components[bridge] else { return 0 }
    let lower = ends.0 == above[block] ? ends.1 : ends.0
    let size = blocks[lower] == nil ? 1 : pointSizes[lower] ?? 1
    return min(size, totals[block] - size)
  }
}
