/// Nodes by distance, the nearest first; a heap of four children a node in memory of a fixed size.
struct DistanceHeap {
  private let distances: MutableElements<Double>
  private let nodes: MutableElements<UInt32>
  private(set) var count = 0

  init(capacity: Int) {
    distances = .allocate(count: capacity)
    nodes = .allocate(count: capacity)
  }

  func deallocate() {
    distances.deallocate()
    nodes.deallocate()
  }

  @inline(__always) mutating func insert(_ node: UInt32, _ distance: Double) {
    var place = count
    count &+= 1
    while place > 0 {
      let parent = (place &- 1) >> 2
      if distances[parent] <= distance { break }
      distances[place] = distances[parent]
      nodes[place] = nodes[parent]
      place = parent
    }
    distances[place] = distance
    nodes[place] = node
  }

  /// Takes out the nearest; the heap must not be empty.
  @inline(__always) mutating func removeNearest() -> (node: UInt32, distance: Double) {
    let nearest = (nodes[0], distances[0])
    count &-= 1
    let (node, distance) = (nodes[count], distances[count])
    var place = 0
    while true {
      let first = place << 2 &+ 1
      if first >= count { break }
      var least = first
      var child = first &+ 1
      let end = min(count, first &+ 4)
      while child < end {
        if distances[child] < distances[least] { least = child }
        child &+= 1
      }
      if distances[least] >= distance { break }
      distances[place] = distances[least]
      nodes[place] = nodes[least]
      place = least
    }
    distances[place] = distance
    nodes[place] = node
    return nearest
  }
}
