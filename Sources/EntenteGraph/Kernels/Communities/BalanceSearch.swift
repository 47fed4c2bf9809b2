/// Breadth-first search that gives each node a side and looks for an edge that contradicts the sides.
struct BalanceSearch {
  private let topology: Topology
  private let signs: Column<Int8>

  init(_ topology: Topology, _ signs: EdgeSigns) {
    self.topology = topology
    self.signs = signs.byPlace(topology)
  }

  /// Two sides a part if negative edges are followed, or else one side for all that positive edges join.
  func run(followingNegatives: Bool) -> SignedBalance {
    let count = topology.nodeCount
    let nodes = Nodes(count: count)
    defer { nodes.deallocate() }
    let conflict = topology.symmetric.read { rows in
      signs.read { signs in
        topology.symmetricEdges.read { edges in
          Self.color(rows, signs, edges, nodes, followingNegatives: followingNegatives)
        }
      }
    }
    guard let (left, right, edge) = conflict else {
      return SignedBalance(blocs: nodes.blocs(), contradiction: [])
    }
    let path = nodes.path(from: left, to: right)
    return SignedBalance(blocs: nil, contradiction: path + [EdgeID(rawValue: edge)])
  }

  /// Sets sides and gives the ends and the number of the first edge that contradicts them.
  private static func color(
    _ rows: Rows, _ signs: Elements<Int8>, _ edges: Elements<UInt32>, _ nodes: Nodes, followingNegatives: Bool
  ) -> (UInt32, UInt32, UInt32)? {
    for root in 0..<rows.nodeCount where nodes.roots[root] == .max {
      let name = UInt32(truncatingIfNeeded: root)
      nodes.roots[root] = name
      nodes.queue[0] = name
      var (head, tail) = (0, 1)
      while head < tail {
        let node = nodes.queue[head]
        head &+= 1
        for place in rows.start(Int(node))..<rows.end(Int(node)) {
          let sign = signs[place]
          let neighbor = rows.neighbors[place]
          if sign == 0 || (sign < 0 && !followingNegatives) { continue }
          let isOpposite = nodes.areOpposite[node] != (sign < 0)
          if nodes.roots[neighbor] == .max {
            nodes.roots[neighbor] = name
            nodes.areOpposite[neighbor] = isOpposite
            nodes.parents[neighbor] = node
            nodes.parentEdges[neighbor] = edges[place]
            nodes.queue[tail] = neighbor
            tail &+= 1
          } else if nodes.areOpposite[neighbor] != isOpposite {
            return (node, neighbor, edges[place])
          }
        }
      }
    }
    if followingNegatives { return nil }
    for node in 0..<rows.nodeCount {
      for place in rows.start(node)..<rows.end(node) where signs[place] < 0 {
        let neighbor = rows.neighbors[place]
        if nodes.roots[node] == nodes.roots[neighbor] {
          return (UInt32(truncatingIfNeeded: node), neighbor, edges[place])
        }
      }
    }
    return nil
  }

  /// What the search knows of each node.
  private struct Nodes {
    /// The lowest node of the part; the greatest number while not yet met.
    let roots: MutableElements<UInt32>
    /// Whether the node is on the other side than its root.
    let areOpposite: MutableElements<Bool>
    /// The node and the edge from which each node was met; the greatest number for a root.
    let parents: MutableElements<UInt32>
    let parentEdges: MutableElements<UInt32>
    let queue: MutableElements<UInt32>

    init(count: Int) {
      roots = MutableElements.allocate(count: count, repeating: .max)
      areOpposite = MutableElements.allocate(count: count, repeating: false)
      parents = MutableElements.allocate(count: count, repeating: .max)
      parentEdges = MutableElements.allocate(count: count)
      queue = MutableElements.allocate(count: count)
    }

    func deallocate() {
      roots.deallocate()
      areOpposite.deallocate()
      parents.deallocate()
      parentEdges.deallocate()
      queue.deallocate()
    }

    /// The sides of all parts.
    func blocs() -> Partition {
      let count = roots.count
      let labels = MutableElements<UInt32>.allocate(count: count)
      defer { labels.deallocate() }
      // The queue is done with: it names the other side of each root by its lowest node.
      queue.fill(.max)
      for node in 0..<count {
        let root = roots[node]
        if areOpposite[node], queue[root] == .max { queue[root] = UInt32(truncatingIfNeeded: node) }
        labels[node] = areOpposite[node] ? queue[root] : root
      }
      return Partition(renumbering: labels.array())
    }

    /// The edges of the tree between two nodes, from the right one.
    func path(from left: UInt32, to right: UInt32) -> [EdgeID] {
      func ancestors(_ node: UInt32) -> [UInt32] {
        var line = [node]
        while let last = line.last, parents[last] != .max { line.append(parents[last]) }
        return line
      }
      var (up, down) = (ancestors(left), ancestors(right))
      // What both have in common at the top is not part of the path.
      while let one = up.last, let two = down.last, one == two {
        up.removeLast()
        down.removeLast()
      }
      return (down + up.reversed()).map { EdgeID(rawValue: parentEdges[$0]) }
    }
  }
}
