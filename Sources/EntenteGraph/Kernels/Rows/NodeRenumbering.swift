/// Gives the nodes of parsed edges new numbers without gaps, in the order of the old ones.
enum NodeRenumbering {
  /// Renumbers the edges in place.
  ///
  /// - Parameter byteCount: the size of the text that the edges were read from; memory stays in proportion to it.
  /// - Returns: the old number of each node, in ascending order; nil where there are no gaps, and then all stays.
  static func closeGaps(
    _ parts: inout [ParsedEdges], byteCount: Int, _ execution: Execution
  ) throws -> Column<UInt32>? {
    guard let highest = parts.lazy.filter({ $0.edgeCount > 0 }).map(\.highest).max() else { return nil }
    let numbers =
      Int(highest) <= EdgeListParser.highestNumber(inByteCount: byteCount)
      ? try byMarking(parts, highest: highest, execution) : try bySorting(parts, execution)
    guard let numbers else { return nil }
    for place in parts.indices { parts[place].highest = UInt32(numbers.count - 1) }
    return numbers
  }

  /// Numbers that lie close: a bit for each.
  private static func byMarking(
    _ parts: [ParsedEdges], highest: UInt32, _ execution: Execution
  ) throws -> Column<UInt32>? {
    let wordCount = Int(highest) / 64 + 1
    let words = MutableElements<UInt64>.allocate(count: wordCount, repeating: 0)
    let ranks = MutableElements<UInt32>.allocate(count: wordCount)
    defer {
      words.deallocate()
      ranks.deallocate()
    }
    for part in parts {
      try execution.check()
      for place in 0..<part.edgeCount {
        let (source, target) = ends(part.ends[place])
        words[source >> 6] |= 1 << UInt64(source & 63)
        words[target >> 6] |= 1 << UInt64(target & 63)
      }
    }
    var count: UInt32 = 0
    for word in 0..<wordCount {
      ranks[word] = count
      count += UInt32(words[word].nonzeroBitCount)
    }
    if count == highest &+ 1 { return nil }
    let numbers = Column<UInt32>(count: Int(count)) { numbers in
      var place = 0
      for word in 0..<wordCount {
        var bits = words[word]
        while bits != 0 {
          numbers[place] = UInt32(word * 64 + bits.trailingZeroBitCount)
          bits &= bits &- 1
          place += 1
        }
      }
    }
    try renumber(parts, execution) { number in
      let below = words[number >> 6] & ((1 << UInt64(number & 63)) - 1)
      return ranks[number >> 6] + UInt32(below.nonzeroBitCount)
    }
    return numbers
  }

  /// Numbers that lie far apart: sorted, and each found by halving.
  private static func bySorting(_ parts: [ParsedEdges], _ execution: Execution) throws -> Column<UInt32> {
    var sorted: [UInt32] = []
    for part in parts {
      for place in 0..<part.edgeCount {
        let (source, target) = ends(part.ends[place])
        sorted += [source, target]
      }
    }
    sorted.sort()
    var numbers: [UInt32] = []
    for number in sorted where number != numbers.last { numbers.append(number) }
    let column = Column(numbers)
    try renumber(parts, execution) { place(of: $0, in: column).map { UInt32($0) } ?? 0 }
    return column
  }

  /// The place of a number in an ascending column.
  static func place(of number: UInt32, in numbers: Column<UInt32>) -> Int? {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  private static func ends(_ edge: UInt64) -> (UInt32, UInt32) {
    (UInt32(truncatingIfNeeded: edge >> 32), UInt32(truncatingIfNeeded: edge))
  }

  private static func renumber(
    _ parts: [ParsedEdges], _ execution: Execution, _ new: @Sendable (UInt32) -> UInt32
  ) throws {
    try execution.forEachChunk(parts.count) { chunk, _ in
      let part = parts[chunk]
      for place in 0..<part.edgeCount {
        let (source, target) = ends(part.ends[place])
        part.ends[place] = BucketSort.entry(new(source), new(target))
      }
    }
  }
}
