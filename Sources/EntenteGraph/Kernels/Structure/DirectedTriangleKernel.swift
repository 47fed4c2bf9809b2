/// Triangles by the directions of their edges, and pairs of neighbours of a node by those of theirs.
///
/// The directions of a pair of nodes are two bits: 1 where an edge leads from the first to the second, 2 where one leads
/// back.
struct DirectedTriangleKernel {
  private let triangles: TriangleKernel
  private let topology: Topology
  /// The directions between the rank of a row of `forward` and the rank at each place.
  private let directions: MutableElements<UInt8>

  init(_ topology: Topology) {
    self.topology = topology
    triangles = TriangleKernel(simple: topology.simple)
    directions = MutableElements.allocate(count: triangles.forward.count)
    let marks = MutableElements<UInt8>.allocate(count: topology.nodeCount, repeating: 0)
    defer { marks.deallocate() }
    topology.outgoing.read { out in
      topology.incoming.rows.read { into in
        for rank in 0..<topology.nodeCount {
          let node = Int(triangles.nodesByRank[rank])
          for place in out.start(node)..<out.end(node) { marks[out.neighbors[place]] |= 1 }
          for place in into.start(node)..<into.end(node) { marks[into.neighbors[place]] |= 2 }
          for place in Int(triangles.starts[rank])..<Int(triangles.ends[rank]) {
            directions[place] = marks[triangles.nodesByRank[triangles.forward[place]]]
          }
          for place in out.start(node)..<out.end(node) { marks[out.neighbors[place]] = 0 }
          for place in into.start(node)..<into.end(node) { marks[into.neighbors[place]] = 0 }
        }
      }
    }
  }

  func deallocate() {
    triangles.deallocate()
    directions.deallocate()
  }

  /// The number of triangles by the directions between the first node and the second, the first and the third, and the second
  /// and the third, as 16, 4 and 1 times the bits.
  func histogram(_ execution: Execution) throws -> [Int] {
    let chunks = triangles.chunkBounds()
    let count = triangles.ranks.count
    var execution = execution
    execution.threads = triangles.workers(chunks.count - 1, execution)
    let marks = (0..<execution.threads).map { _ in MutableElements<UInt8>.allocate(count: count, repeating: 0) }
    let sums = MutableElements<Int>.allocate(count: 64 * (chunks.count - 1), repeating: 0)
    defer {
      for marks in marks { marks.deallocate() }
      sums.deallocate()
    }
    try execution.forEachChunk(chunks.count - 1, reporting: true) { chunk, worker in
      for rank in chunks[chunk]..<chunks[chunk + 1] { addTriangles(rank, marks[worker], sums, 64 &* chunk) }
    }
    return (0..<64).map { kind in (0..<chunks.count - 1).reduce(0) { $0 + sums[64 * $1 + kind] } }
  }

  private func addTriangles(_ rank: Int, _ marks: MutableElements<UInt8>, _ sums: MutableElements<Int>, _ base: Int) {
    let row = Int(triangles.starts[rank])..<Int(triangles.ends[rank])
    if row.isEmpty { return }
    for place in row { marks[triangles.forward[place]] = directions[place] }
    for slot in Int(triangles.backwardStarts[rank])..<Int(triangles.backwardStarts[rank &+ 1]) {
      let limit = Int(triangles.limits[slot])
      let first = Int(directions[limit]) << 4
      var place = Int(triangles.starts[triangles.backward[slot]])
      while place < limit {
        let mark = marks[triangles.forward[place]]
        if mark != 0 { sums[base &+ (first | Int(directions[place]) << 2 | Int(mark))] &+= 1 }
        place &+= 1
      }
    }
    for place in row { marks[triangles.forward[place]] = 0 }
  }

  /// The number of neighbours of each node to which edges lead only, from which they come only, and both.
  func neighborKinds() -> (out: [Int], into: [Int], both: [Int]) {
    let count = triangles.ranks.count
    var kinds = [[Int]](repeating: [Int](repeating: 0, count: count), count: 4)
    for rank in 0..<count {
      let low = Int(triangles.nodesByRank[rank])
      for place in Int(triangles.starts[rank])..<Int(triangles.ends[rank]) {
        let high = Int(triangles.nodesByRank[triangles.forward[place]])
        let kind = Int(directions[place])
        kinds[kind][low] += 1
        kinds[kind == 3 ? 3 : 3 - kind][high] += 1
      }
    }
    return (kinds[1], kinds[2], kinds[3])
  }
}
