/// The steps from up to 512 nodes to every node.
enum StepTable {
  static func steps(_ forward: Rows, _ backward: Rows, from sources: [UInt32]) -> [[Int32]] {
    let nodeCount = forward.nodeCount
    let table = MutableElements<Int32>.allocate(count: sources.count * nodeCount, repeating: -1)
    let search = SharedSearch(nodeCount: nodeCount)
    defer {
      table.deallocate()
      search.deallocate()
    }
    let words = (sources.count + 63) / 64
    sources.read { sources in
      for number in 0..<sources.count { table[number * nodeCount + Int(sources[number])] = 0 }
      search.run(forward, backward, from: sources, limit: .max) { node, bits, step in
        var word = 0
        while word < words {
          var set = bits[word]
          while set != 0 {
            let number = word << 6 | set.trailingZeroBitCount
            table[number &* nodeCount &+ node] = Int32(truncatingIfNeeded: step)
            set &= set &- 1
          }
          word &+= 1
        }
      }
    }
    return (0..<sources.count).map { table.array($0 * nodeCount..<($0 + 1) * nodeCount) }
  }
}
