/// Triangles by edge, cliques of four and cycles of four, from which the other shapes of four nodes follow.
///
/// Source: A. Pinar, C. Seshadhri, V. Vishal, "ESCAPE: Efficiently Counting All 5-Vertex Subgraphs", 2017, section on
/// four nodes; cycles as N. Chiba, T. Nishizeki, "Arboricity and Subgraph Listing Algorithms", 1985.
struct MotifKernel {
  private static let ranksPerPart = 1 << 10

  private let triangles: TriangleKernel
  private let count: Int
  /// The most neighbours of higher degree.
  private let widest: Int

  init(simple: CSR) {
    triangles = TriangleKernel(simple: simple)
    count = simple.nodeCount
    var widest = 0
    for rank in 0..<count { widest = max(widest, Int(triangles.ends[rank] &- triangles.starts[rank])) }
    self.widest = widest
  }

  func deallocate() { triangles.deallocate() }

  /// The number of pairs of triangles that share an edge.
  func pairsOfTriangles(_ execution: Execution) throws -> Int {
    let byPlace = MutableElements<UInt32>.allocate(count: triangles.forward.count, repeating: 0)
    let marks = MutableElements<UInt32>.allocate(count: count, repeating: 0)
    defer {
      byPlace.deallocate()
      marks.deallocate()
    }
    for rank in 0..<count {
      if rank & 0xFFF == 0 { try execution.check() }
      let row = row(rank)
      for place in row { marks[triangles.forward[place]] = UInt32(truncatingIfNeeded: place &+ 1) }
      for slot in backwardRow(rank) {
        let limit = Int(triangles.limits[slot])
        var place = Int(triangles.starts[triangles.backward[slot]])
        var found: UInt32 = 0
        while place < limit {
          let mark = marks[triangles.forward[place]]
          if mark != 0 {
            byPlace[mark &- 1] &+= 1
            byPlace[place] &+= 1
            found &+= 1
          }
          place &+= 1
        }
        byPlace[limit] &+= found
      }
      for place in row { marks[triangles.forward[place]] = 0 }
    }
    var sum = 0
    for rank in 0..<count {
      for place in row(rank) { sum &+= Int(byPlace[place]) &* (Int(byPlace[place]) &- 1) / 2 }
    }
    return sum
  }

  /// The number of cycles of four edges, with or without edges across.
  func cyclesOfFour(_ execution: Execution) throws -> Int {
    try sum(execution) { rank, meetings in
      var sum = 0
      forEachTwoSteps(rank) { far in
        sum &+= Int(meetings[far])
        meetings[far] &+= 1
      }
      forEachTwoSteps(rank) { meetings[$0] = 0 }
      return sum
    }
  }

  /// The ends of ways of two steps from a rank through ranks behind it, to ranks behind it.
  @inline(__always) private func forEachTwoSteps(_ rank: Int, _ body: (UInt32) -> Void) {
    for slot in backwardRow(rank) {
      let middle = Int(triangles.backward[slot])
      for place in Int(triangles.limits[slot]) &+ 1..<Int(triangles.ends[middle]) { body(triangles.forward[place]) }
      for further in backwardRow(middle) { body(triangles.backward[further]) }
    }
  }

  /// The number of cliques of four nodes.
  func cliquesOfFour(_ execution: Execution) throws -> Int {
    let width = max(1, (widest + 63) / 64)
    let parts = Execution.parts(of: count, size: Self.ranksPerPart)
    let sets = (0..<max(1, min(execution.threads, parts))).map { _ in
      MutableElements<UInt64>.allocate(count: width * widest)
    }
    defer { for sets in sets { sets.deallocate() } }
    return try sum(execution) { rank, numbers, worker in cliques(rank, numbers, sets[worker], width) }
  }

  /// Cliques of which a rank is the last: triangles among its neighbours of higher degree.
  private func cliques(
    _ rank: Int, _ numbers: MutableElements<UInt32>, _ sets: MutableElements<UInt64>, _ width: Int
  ) -> Int {
    let row = row(rank)
    if row.count < 3 { return 0 }
    for place in row { numbers[triangles.forward[place]] = UInt32(truncatingIfNeeded: place &- row.lowerBound &+ 1) }
    for word in 0..<width * row.count { sets[word] = 0 }
    var sum = 0
    for place in row {
      let set = width &* (place &- row.lowerBound)
      for further in self.row(Int(triangles.forward[place])) {
        let number = numbers[triangles.forward[further]]
        if number != 0 { sets[set &+ Int((number &- 1) >> 6)] |= 1 << UInt64((number &- 1) & 63) }
      }
      // The sets of neighbours of higher degree are complete, for they stand before.
      for word in 0..<width {
        var members = sets[set &+ word]
        while members != 0 {
          let other = width &* (word << 6 | members.trailingZeroBitCount)
          members &= members &- 1
          for common in 0...word { sum &+= (sets[set &+ common] & sets[other &+ common]).nonzeroBitCount }
        }
      }
    }
    for place in row { numbers[triangles.forward[place]] = 0 }
    return sum
  }

  @inline(__always) private func row(_ rank: Int) -> Range<Int> {
    Int(triangles.starts[rank])..<Int(triangles.ends[rank])
  }

  @inline(__always) private func backwardRow(_ rank: Int) -> Range<Int> {
    Int(triangles.backwardStarts[rank])..<Int(triangles.backwardStarts[rank &+ 1])
  }

  private func sum(
    _ execution: Execution, _ body: @Sendable (_ rank: Int, _ numbers: MutableElements<UInt32>) -> Int
  ) throws -> Int {
    try sum(execution) { rank, numbers, _ in body(rank, numbers) }
  }

  /// Adds up what `body` gives for each rank; it has one number a rank to work with, 0 before and after.
  private func sum(
    _ execution: Execution, _ body: @Sendable (_ rank: Int, _ numbers: MutableElements<UInt32>, _ worker: Int) -> Int
  ) throws -> Int {
    let parts = Execution.parts(of: count, size: Self.ranksPerPart)
    let sums = MutableElements<Int>.allocate(count: parts, repeating: 0)
    let numbers = (0..<max(1, min(execution.threads, parts))).map { _ in
      MutableElements<UInt32>.allocate(count: count, repeating: 0)
    }
    defer {
      sums.deallocate()
      for numbers in numbers { numbers.deallocate() }
    }
    try execution.forEachChunk(parts, reporting: true) { part, worker in
      var sum = 0
      for rank in part * Self.ranksPerPart..<min(count, (part + 1) * Self.ranksPerPart) {
        sum &+= body(rank, numbers[worker], worker)
      }
      sums[part] = sum
    }
    return sums.array().reduce(0, +)
  }
}
