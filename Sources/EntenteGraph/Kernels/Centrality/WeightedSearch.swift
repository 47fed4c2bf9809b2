/// Dijkstra's search from one source at a time with the number of shortest ways, in the working memory of one thread.
///
/// Lengths that differ by less than rounding leaves count as equal, unless all weights are whole numbers.
struct WeightedSearch {
  /// Rows with the length of each place.
  struct Lengths {
    let rows: Rows
    let lengths: Elements<Double>
  }

  private let slack: Double
  /// By node; infinite where no way leads.
  let distances: MutableElements<Double>
  private let isSettled: MutableElements<Bool>
  private let ways: MutableElements<Double>
  private let worth: MutableElements<Double>
  /// The nodes in the order of their distances.
  private let order: MutableElements<UInt32>
  private let heap: DistanceHeap

  /// - Parameter isExact: whether lengths are equal only if they are the same number.
  init(nodeCount: Int, placeCount: Int, isExact: Bool) {
    slack = isExact ? 0 : 1e-12
    distances = .allocate(count: nodeCount, repeating: .infinity)
    isSettled = .allocate(count: nodeCount, repeating: false)
    ways = .allocate(count: nodeCount)
    worth = .allocate(count: nodeCount)
    order = .allocate(count: nodeCount)
    heap = DistanceHeap(capacity: placeCount + 1)
  }

  func deallocate() {
    distances.deallocate()
    isSettled.deallocate()
    ways.deallocate()
    worth.deallocate()
    order.deallocate()
    heap.deallocate()
  }

  /// Finds the distances and ways; gives the number of nodes reached, the source included.
  private func advance(_ forward: Lengths, from source: Int) -> Int {
    var heap = heap
    distances[source] = 0
    ways[source] = 1
    heap.insert(UInt32(truncatingIfNeeded: source), 0)
    var settled = 0
    while heap.count > 0 {
      let (node, distance) = heap.removeNearest()
      if isSettled[node] { continue }
      isSettled[node] = true
      order[settled] = node
      settled &+= 1
      var place = forward.rows.start(Int(node))
      let end = forward.rows.end(Int(node))
      while place < end {
        let neighbor = forward.rows.neighbors[place]
        let length = distance + forward.lengths[place]
        let known = distances[neighbor]
        let margin = known.isFinite ? slack * known : 0
        if length < known - margin {
          distances[neighbor] = length
          ways[neighbor] = ways[node]
          heap.insert(neighbor, length)
        } else if length <= known + margin && !isSettled[neighbor] {
          ways[neighbor] += ways[node]
        }
        place &+= 1
      }
    }
    return settled
  }

  private func reset(_ settled: Int) {
    for place in 0..<settled {
      distances[order[place]] = .infinity
      isSettled[order[place]] = false
    }
  }

  /// The number of other nodes that a node reaches, and the sum of a value of their distances.
  func totals(_ forward: Lengths, from source: Int, value: (Double) -> Double) -> (reached: Double, total: Double) {
    let settled = advance(forward, from: source)
    var total = 0.0
    for place in 1..<max(1, settled) { total += value(distances[order[place]]) }
    reset(settled)
    return (Double(settled - 1), total)
  }

  /// Adds one source's part of betweenness to the nodes' sums, and to the edges' if asked for; gives the targets
  /// that the source reaches.
  ///
  /// - Parameters:
  ///   - backward: the rows from the other ends of edges.
  ///   - edges: the edge at each place of `backward`.
  func run(
    _ forward: Lengths, _ backward: Lengths, edges: Elements<UInt32>?, from source: Int, weight: Double,
    targets: Elements<Double>, into sums: OrderedSums.Sums
  ) -> Double {
    let settled = advance(forward, from: source)
    for place in 0..<settled { worth[order[place]] = 0 }
    var last = settled - 1
    while last > 0 {
      let node = Int(order[last])
      last &-= 1
      let beyond = ways[node] * worth[node]
      sums.byNode[2 &* node] += weight * beyond
      sums.byNode[2 &* node &+ 1] += weight
      let share = (targets[node] + beyond) / ways[node]
      let distance = distances[node]
      var place = backward.rows.start(node)
      let end = backward.rows.end(node)
      while place < end {
        let before = backward.rows.neighbors[place]
        // Weights are above 0, so whatever comes by an edge of a shortest way was settled before.
        if abs(distances[before] + backward.lengths[place] - distance) <= slack * distance {
          worth[before] += share
          if let edges { sums.byEdge[edges[place]] += weight * ways[before] * share }
        }
        place &+= 1
      }
    }
    reset(settled)
    return ways[source] * worth[source]
  }
}
