/// Triangles, each met once: from its node of the middle rank, when the nodes are ranked by falling degree.
///
/// A row holds a node's neighbours of higher degree only, at most √(2*E*) of them. The row of a node is marked, and then the
/// rows of its neighbours of lower degree are looked through up to the node itself.
///
/// Source: T. Schank, D. Wagner, "Finding, Counting and Listing All Triangles in Large Graphs", 2005 (forward); M. Latapy,
/// "Main-memory triangle computations for very large (sparse (power-law)) graphs", 2008.
struct TriangleKernel {
  /// How many places of rows a chunk looks through, about.
  private static let placesPerChunk = 1 << 20
  /// Below this many edges threads cost more than they save.
  private static let leastEdges = 1 << 15

  private let rows: CSR
  /// The rank of each node; 0 has the highest degree, of equals the lower node goes first.
  let ranks: MutableElements<UInt32>
  let nodesByRank: MutableElements<UInt32>
  /// Where the row of each rank begins and ends in `forward`.
  let starts: MutableElements<UInt32>
  let ends: MutableElements<UInt32>
  /// The ranks of neighbours of higher degree, by rank, ascending.
  let forward: MutableElements<UInt32>
  /// Where the neighbours of lower degree of each rank begin in `backward`; one more than there are nodes.
  let backwardStarts: MutableElements<UInt32>
  /// The ranks of neighbours of lower degree, by rank.
  let backward: MutableElements<UInt32>
  /// The place in `forward` at which the rank stands in the row of each of `backward`.
  let limits: MutableElements<UInt32>

  /// - Parameter simple: rows both ways without self-loops and with each neighbour once.
  init(simple: CSR) {
    rows = simple
    let count = simple.nodeCount
    let places = simple.neighbors.count
    ranks = MutableElements.allocate(count: count)
    nodesByRank = MutableElements.allocate(count: count)
    starts = MutableElements.allocate(count: count)
    ends = MutableElements.allocate(count: count)
    forward = MutableElements.allocate(count: places)
    backwardStarts = MutableElements.allocate(count: count + 1)
    // One more, because a place is written before it is known whether it is kept.
    backward = MutableElements.allocate(count: places / 2 + 1)
    limits = MutableElements.allocate(count: places / 2)
    simple.read { rows in
      rank(rows)
      orient(rows)
    }
  }

  func deallocate() {
    ranks.deallocate()
    nodesByRank.deallocate()
    starts.deallocate()
    ends.deallocate()
    forward.deallocate()
    backwardStarts.deallocate()
    backward.deallocate()
    limits.deallocate()
  }

  /// Ranks by counting.
  private func rank(_ rows: Rows) {
    let count = rows.nodeCount
    var greatest = 0
    for node in 0..<count { greatest = max(greatest, rows.degree(node)) }
    let next = MutableElements<UInt32>.allocate(count: greatest + 2, repeating: 0)
    defer { next.deallocate() }
    for node in 0..<count { next[greatest &- rows.degree(node) &+ 1] &+= 1 }
    for place in 1..<next.count { next[place] &+= next[place &- 1] }
    for node in 0..<count {
      let slot = greatest &- rows.degree(node)
      let rank = next[slot]
      next[slot] = rank &+ 1
      ranks[node] = rank
      nodesByRank[rank] = UInt32(truncatingIfNeeded: node)
    }
  }

  private func orient(_ rows: Rows) {
    let count = rows.nodeCount
    var start: UInt32 = 0
    for rank in 0..<count {
      starts[rank] = start
      ends[rank] = start
      start &+= UInt32(truncatingIfNeeded: rows.degree(Int(nodesByRank[rank])))
    }
    var kept = 0
    for place in 0..<count {
      let rank = UInt32(truncatingIfNeeded: place)
      let node = Int(nodesByRank[place])
      backwardStarts[place] = UInt32(truncatingIfNeeded: kept)
      let first = kept
      for slot in rows.start(node)..<rows.end(node) {
        let neighbor = ranks[rows.neighbors[slot]]
        backward[kept] = neighbor
        kept &+= neighbor > rank ? 1 : 0
      }
      // Ranks come in ascending order, so that each row does too.
      for slot in first..<kept {
        let neighbor = backward[slot]
        let end = ends[neighbor]
        limits[slot] = end
        forward[end] = rank
        ends[neighbor] = end &+ 1
      }
    }
    backwardStarts[count] = UInt32(truncatingIfNeeded: kept)
  }

  /// The number of all triangles.
  func count(_ execution: Execution) throws -> Int {
    let chunks = chunkBounds()
    let sums = MutableElements<Int>.allocate(count: chunks.count - 1, repeating: 0)
    defer { sums.deallocate() }
    try withMarks(chunks.count - 1, execution) { chunk, marks in
      var sum = 0
      for rank in chunks[chunk]..<chunks[chunk + 1] {
        if !mark(rank, marks) { continue }
        for slot in Int(backwardStarts[rank])..<Int(backwardStarts[rank &+ 1]) {
          var place = Int(starts[backward[slot]])
          let limit = Int(limits[slot])
          while place < limit {
            sum &+= Int(marks[forward[place]])
            place &+= 1
          }
        }
        unmark(rank, marks)
      }
      sums[chunk] = sum
    }
    return sums.array().reduce(0, +)
  }

  /// The number of triangles at each node.
  func countsByNode(_ execution: Execution) throws -> [Int] {
    let chunks = chunkBounds()
    let workers = workers(chunks.count - 1, execution)
    let nodeCount = rows.nodeCount
    let counts = MutableElements<Int>.allocate(count: nodeCount * workers, repeating: 0)
    defer { counts.deallocate() }
    try withMarks(chunks.count - 1, execution) { chunk, marks, worker in
      let base = worker &* nodeCount
      for rank in chunks[chunk]..<chunks[chunk + 1] {
        if !mark(rank, marks) { continue }
        var sum = 0
        for slot in Int(backwardStarts[rank])..<Int(backwardStarts[rank &+ 1]) {
          let low = backward[slot]
          var place = Int(starts[low])
          let limit = Int(limits[slot])
          var found = 0
          while place < limit {
            let high = forward[place]
            let isCommon = Int(marks[high])
            found &+= isCommon
            counts[base &+ Int(high)] &+= isCommon
            place &+= 1
          }
          counts[base &+ Int(low)] &+= found
          sum &+= found
        }
        counts[base &+ rank] &+= sum
        unmark(rank, marks)
      }
    }
    return (0..<nodeCount).map { node in
      var sum = 0
      var place = Int(ranks[node])
      for _ in 0..<workers {
        sum &+= counts[place]
        place &+= nodeCount
      }
      return sum
    }
  }

  /// Marks the row of a rank; false where there is nothing to find.
  @inline(__always) func mark(_ rank: Int, _ marks: MutableElements<UInt8>) -> Bool {
    if starts[rank] == ends[rank] || backwardStarts[rank] == backwardStarts[rank &+ 1] { return false }
    for place in Int(starts[rank])..<Int(ends[rank]) { marks[forward[place]] = 1 }
    return true
  }

  @inline(__always) func unmark(_ rank: Int, _ marks: MutableElements<UInt8>) {
    for place in Int(starts[rank])..<Int(ends[rank]) { marks[forward[place]] = 0 }
  }

  /// Ranks divided into parts of about as much work each, whatever the number of threads.
  func chunkBounds() -> [Int] {
    var bounds = [0]
    var places = 0
    for rank in 0..<rows.nodeCount {
      for slot in Int(backwardStarts[rank])..<Int(backwardStarts[rank &+ 1]) {
        places &+= Int(limits[slot] &- starts[backward[slot]])
      }
      if places >= Self.placesPerChunk {
        bounds.append(rank + 1)
        places = 0
      }
    }
    bounds.append(rows.nodeCount)
    return bounds
  }

  /// How many threads are worth their cost.
  func workers(_ chunks: Int, _ execution: Execution) -> Int {
    backward.count > Self.leastEdges ? max(1, min(execution.threads, chunks)) : 1
  }

  private func withMarks(
    _ chunks: Int, _ execution: Execution,
    _ body: @Sendable (_ chunk: Int, _ marks: MutableElements<UInt8>, _ worker: Int) -> Void
  ) throws {
    var execution = execution
    execution.threads = workers(chunks, execution)
    let marks = (0..<execution.threads).map { _ in
      MutableElements<UInt8>.allocate(count: rows.nodeCount, repeating: 0)
    }
    defer { for marks in marks { marks.deallocate() } }
    try execution.forEachChunk(chunks, reporting: true) { chunk, worker in body(chunk, marks[worker], worker) }
  }

  private func withMarks(
    _ chunks: Int, _ execution: Execution, _ body: @Sendable (_ chunk: Int, _ marks: MutableElements<UInt8>) -> Void
  ) throws {
    try withMarks(chunks, execution) { chunk, marks, _ in body(chunk, marks) }
  }
}
