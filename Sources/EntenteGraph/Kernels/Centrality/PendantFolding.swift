/// A graph without its pendant trees: a node with one neighbour is folded into it, again and again.
///
/// What remains is the core. Each node of it carries how many sources and targets of shortest ways stand for
/// themselves and for the trees that were folded into them; what the trees themselves see of those ways follows from
/// these numbers without a search.
///
/// Source: M. Baglioni, F. Geraci, M. Pellegrini, E. Lastres, "Fast Exact Computation of Betweenness Centrality in
/// Social Networks", 2012; here for directed graphs and chosen sources as well.
struct PendantFolding {
  /// How a node that was folded hangs on its parent.
  struct Pendant {
    var node: UInt32
    var parent: UInt32
    /// Whether an edge leads from the node to the parent.
    var leadsOut: Bool
    /// Whether an edge leads from the parent to the node.
    var leadsIn: Bool
  }

  /// Those folded, each before its parent.
  private(set) var pendants: [Pendant] = []
  /// How often each node itself starts a search.
  let own: [Double]
  /// The sources that each node stands for.
  private(set) var sources: [Double]
  /// The targets that each node stands for.
  private(set) var targets: [Double]
  /// Pairs of a source and a target in different branches that meet at each node.
  private(set) var meetings: [Double]
  /// The nodes of the core by descending degree.
  private(set) var core: [UInt32] = []

  /// - Parameter own: how often each node starts a search.
  init(_ topology: Topology, _ direction: Direction, own: [Double]) {
    self.own = own
    sources = own
    targets = [Double](repeating: 1, count: own.count)
    meetings = [Double](repeating: 0, count: own.count)
    let simple = topology.simple
    let rows = topology.rows(direction)
    var degrees = [UInt32](repeating: 0, count: own.count)
    var isFolded = [Bool](repeating: false, count: own.count)
    // The exclusive or of the neighbours that are left: with one left, it is that one.
    var left = [UInt32](repeating: 0, count: own.count)
    var queue: [UInt32] = []
    simple.read { simple in
      for node in 0..<simple.nodeCount {
        degrees[node] = UInt32(truncatingIfNeeded: simple.degree(node))
        for place in simple.start(node)..<simple.end(node) { left[node] ^= simple.neighbors[place] }
        if degrees[node] == 1 { queue.append(UInt32(truncatingIfNeeded: node)) }
      }
    }
    rows.read { rows in
      while let node = queue.popLast() {
        guard degrees[Int(node)] == 1 else { continue }
        let parent = left[Int(node)]
        isFolded[Int(node)] = true
        degrees[Int(node)] = 0
        degrees[Int(parent)] -= 1
        left[Int(parent)] ^= node
        fold(
          Pendant(
            node: node, parent: parent, leadsOut: direction == .both || rows.contains(node, parent),
            leadsIn: direction == .both || rows.contains(parent, node)))
        if degrees[Int(parent)] == 1 { queue.append(parent) }
      }
    }
    core = (0..<UInt32(own.count)).filter { !isFolded[Int($0)] }
    core.sort { degrees[Int($0)] != degrees[Int($1)] ? degrees[Int($0)] > degrees[Int($1)] : $0 < $1 }
  }

  private mutating func fold(_ pendant: Pendant) {
    let (node, parent) = (Int(pendant.node), Int(pendant.parent))
    let comingSources = pendant.leadsOut ? sources[node] : 0
    let comingTargets = pendant.leadsIn ? targets[node] : 0
    meetings[parent] += comingSources * (targets[parent] - 1) + (sources[parent] - own[parent]) * comingTargets
    sources[parent] += comingSources
    targets[parent] += comingTargets
    pendants.append(pendant)
  }
}

extension PendantFolding {
  /// What goes in and out of each node's tree, by node.
  struct Traffic {
    /// The targets that each node's sources reach beyond its own tree.
    var outward: [Double]
    /// The sources beyond its own tree that reach each node.
    var inward: [Double]
  }

  /// Carries what searches in the core found down into the trees.
  ///
  /// - Parameter traffic: that of the nodes of the core; the rest is filled in.
  func descend(_ traffic: inout Traffic) {
    for pendant in pendants.reversed() {
      let (node, parent) = (Int(pendant.node), Int(pendant.parent))
      if pendant.leadsOut {
        let reached = targets[parent] + traffic.outward[parent]
        traffic.outward[node] = reached - (pendant.leadsIn ? targets[node] : 0)
      }
      if pendant.leadsIn {
        let reaching = sources[parent] + traffic.inward[parent]
        traffic.inward[node] = reaching - (pendant.leadsOut ? sources[node] : 0)
      }
    }
  }

  /// The pairs whose ways pass a node and have an end in its tree; both ends beyond it are not counted.
  func passing(_ node: Int, _ traffic: Traffic) -> Double {
    meetings[node] + (sources[node] - own[node]) * traffic.outward[node] + (targets[node] - 1) * traffic.inward[node]
  }
}

extension Rows {
  /// Whether a row, in ascending order, holds a neighbour.
  func contains(_ node: UInt32, _ neighbor: UInt32) -> Bool {
    var low = start(Int(node))
    var high = end(Int(node))
    while low < high {
      let middle = (low + high) / 2
      if neighbors[middle] < neighbor { low = middle + 1 } else { high = middle }
    }
    return low < end(Int(node)) && neighbors[low] == neighbor
  }
}
