/// Takes the node with the least strength away, again and again.
///
/// Source: M. Eidsaa, E. Almaas, "s-core network decomposition", 2013, with the heap of V. Batagelj, M. Zaveršnik,
/// "Generalized Cores", 2002.
struct StrengthPeelingKernel {
  private static let gone = UInt32.max

  private let rows: CSR
  private let weights: Column<Double>
  private let strengths: MutableElements<Double>
  private let cores: MutableElements<Double>
  /// The nodes left as a heap of four children each, the least strength on top, of equals the lower node.
  private let heap: MutableElements<UInt32>
  /// Where each node stands in the heap.
  private let positions: MutableElements<UInt32>

  init(_ topology: Topology, _ weights: EdgeWeights) {
    rows = topology.symmetric
    self.weights = weights.byPlace(topology, .both)
    strengths = MutableElements.allocate(count: topology.nodeCount, repeating: 0)
    cores = MutableElements.allocate(count: topology.nodeCount, repeating: 0)
    heap = MutableElements.allocate(count: topology.nodeCount)
    positions = MutableElements.allocate(count: topology.nodeCount)
  }

  func deallocate() {
    strengths.deallocate()
    cores.deallocate()
    heap.deallocate()
    positions.deallocate()
  }

  func peel(_ execution: Execution) throws -> [Double] {
    try rows.read { rows in try weights.read { try peel(rows, $0, execution) } }
    return cores.array()
  }

  private func peel(_ rows: Rows, _ weights: Elements<Double>, _ execution: Execution) throws {
    for node in 0..<rows.nodeCount {
      var strength = 0.0
      for place in rows.start(node)..<rows.end(node) where Int(rows.neighbors[place]) != node {
        strength += weights[place]
      }
      strengths[node] = strength
      set(UInt32(truncatingIfNeeded: node), at: node)
    }
    var count = rows.nodeCount
    for position in stride(from: count / 4, through: 0, by: -1) where position < count { sink(position, count) }
    var level = 0.0
    while count > 0 {
      if count & 0xFFFF == 0 { try execution.check() }
      let node = heap[0]
      level = max(level, strengths[node])
      cores[node] = level
      positions[node] = Self.gone
      count -= 1
      if count > 0 {
        set(heap[count], at: 0)
        sink(0, count)
      }
      for place in rows.start(Int(node))..<rows.end(Int(node)) {
        let neighbor = rows.neighbors[place]
        if positions[neighbor] == Self.gone || weights[place] == 0 { continue }
        strengths[neighbor] -= weights[place]
        rise(Int(positions[neighbor]))
      }
    }
  }

  @inline(__always) private func set(_ node: UInt32, at position: Int) {
    heap[position] = node
    positions[node] = UInt32(truncatingIfNeeded: position)
  }

  @inline(__always) private func isBefore(_ left: UInt32, _ right: UInt32) -> Bool {
    let (a, b) = (strengths[left], strengths[right])
    return a < b || (a == b && left < right)
  }

  private func rise(_ start: Int) {
    var position = start
    let node = heap[position]
    while position > 0 {
      let parent = (position &- 1) / 4
      if !isBefore(node, heap[parent]) { break }
      set(heap[parent], at: position)
      position = parent
    }
    set(node, at: position)
  }

  private func sink(_ start: Int, _ count: Int) {
    var position = start
    let node = heap[position]
    while true {
      let first = 4 &* position &+ 1
      if first >= count { break }
      var least = first
      var child = first &+ 1
      while child < min(count, first &+ 4) {
        if isBefore(heap[child], heap[least]) { least = child }
        child &+= 1
      }
      if !isBefore(heap[least], node) { break }
      set(heap[least], at: position)
      position = least
    }
    set(node, at: position)
  }
}
