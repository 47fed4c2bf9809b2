/// What a node would do.
struct CommunityChoice: BitwiseCopyable, Sendable {
  /// The community to go to; the greatest number for one of its own.
  var goal: UInt32
  /// By how much that is better than the next best.
  var margin: Float
  /// By how much more weight the node has there than at home.
  var gain: Double
}

/// Nodes that choose at the same time.
struct ChoosingNodes {
  let nodes: MutableElements<UInt32>
  let choices: MutableElements<CommunityChoice>
  /// Where each node stands; only for those that are about to move.
  let slots: MutableElements<UInt32>

  var capacity: Int { nodes.count }

  init(capacity: Int, nodeCount: Int) {
    nodes = MutableElements.allocate(count: capacity)
    choices = MutableElements.allocate(count: capacity)
    slots = MutableElements.allocate(count: capacity > 0 ? nodeCount : 0)
  }

  func deallocate() {
    nodes.deallocate()
    choices.deallocate()
    slots.deallocate()
  }
}

/// Nodes that wait for their turn, each at most once.
struct WaitingNodes {
  private let places: MutableElements<UInt32>
  private var capacity = 0
  private var head = 0
  private var tail = 0
  private(set) var count = 0

  init(nodeCount: Int) { places = MutableElements.allocate(count: nodeCount) }

  func deallocate() { places.deallocate() }

  /// - Parameter capacity: how many nodes there are, of all that were planned for.
  mutating func removeAll(capacity: Int) {
    (self.capacity, head, tail, count) = (capacity, 0, 0, 0)
  }

  @inline(__always) mutating func append(_ node: UInt32) {
    places[tail] = node
    tail = tail &+ 1 == capacity ? 0 : tail &+ 1
    count &+= 1
  }

  @inline(__always) mutating func removeFirst() -> UInt32 {
    let node = places[head]
    head = head &+ 1 == capacity ? 0 : head &+ 1
    count &-= 1
    return node
  }
}
