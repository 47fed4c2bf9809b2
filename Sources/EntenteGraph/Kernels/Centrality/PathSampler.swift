/// Draws shortest ways between random pairs of nodes, in the working memory of one thread.
///
/// Two searches, one from each end, go on by turns until they meet; the one that has fewer edges before it takes
/// the next level.
///
/// Source: M. Borassi, E. Natale, "KADABRA is an ADaptive Algorithm for Betweenness via Random Approximation", 2016.
struct PathSampler {
  /// No search came to a node.
  private static let unmet = UInt32.max

  private let nodeCount: Int
  /// By node: twice the level, and one more on the side of the end; or `unmet`.
  private let labels: MutableElements<UInt32>
  private let ways: MutableElements<Double>
  private let startQueue: MutableElements<UInt32>
  private let endQueue: MutableElements<UInt32>
  /// By node, how often it lay inside a way.
  let counts: MutableElements<UInt32>

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    labels = .allocate(count: nodeCount, repeating: Self.unmet)
    ways = .allocate(count: nodeCount)
    startQueue = .allocate(count: nodeCount + 1)
    endQueue = .allocate(count: nodeCount + 1)
    counts = .allocate(count: nodeCount, repeating: 0)
  }

  func deallocate() {
    labels.deallocate()
    ways.deallocate()
    startQueue.deallocate()
    endQueue.deallocate()
    counts.deallocate()
  }

  /// One of the two searches.
  private struct Side {
    let queue: MutableElements<UInt32>
    var levelStart = 0
    var levelEnd = 1
    var tail = 1
    var label: UInt32
    /// The edges that leave the level.
    var places: Int
  }

  /// An edge at which the searches meet, drawn by the number of ways that take it.
  private struct Meeting {
    var total = 0.0
    var near: UInt32 = 0
    var far: UInt32 = 0
  }

  /// Draws a pair and a way, and counts the nodes inside it; a pair without a way counts nothing.
  func draw(_ forward: Rows, _ backward: Rows, _ random: inout SplitMix64) {
    let bound = UInt32(truncatingIfNeeded: nodeCount)
    let start = random.next(below: bound)
    var end = random.next(below: bound &- 1)
    if end >= start { end &+= 1 }
    var first = Side(queue: startQueue, label: 0, places: forward.degree(Int(start)))
    var last = Side(queue: endQueue, label: 1, places: backward.degree(Int(end)))
    begin(first, start)
    begin(last, end)
    while first.levelStart < first.levelEnd && last.levelStart < last.levelEnd {
      var meeting = Meeting()
      if first.places <= last.places {
        advance(forward, &first, &meeting, &random)
        if meeting.total > 0 {
          retrace(backward, meeting.near, &random)
          retrace(forward, meeting.far, &random)
          break
        }
      } else {
        advance(backward, &last, &meeting, &random)
        if meeting.total > 0 {
          retrace(forward, meeting.near, &random)
          retrace(backward, meeting.far, &random)
          break
        }
      }
    }
    for place in 0..<first.tail { labels[startQueue[place]] = Self.unmet }
    for place in 0..<last.tail { labels[endQueue[place]] = Self.unmet }
  }

  private func begin(_ side: Side, _ node: UInt32) {
    side.queue[0] = node
    labels[node] = side.label
    ways[node] = 1
  }

  @inline(__always) private func advance(
    _ rows: Rows, _ side: inout Side, _ meeting: inout Meeting, _ random: inout SplitMix64
  ) {
    let next = side.label &+ 2
    let parity = side.label & 1
    var place = side.levelStart
    while place < side.levelEnd {
      let node = side.queue[place]
      let count = ways[node]
      var rowPlace = rows.start(Int(node))
      let end = rows.end(Int(node))
      while rowPlace < end {
        let neighbor = rows.neighbors[rowPlace]
        let label = labels[neighbor]
        if label == Self.unmet {
          labels[neighbor] = next
          ways[neighbor] = count
          side.queue[side.tail] = neighbor
          side.tail &+= 1
        } else if label == next {
          ways[neighbor] += count
        } else if label & 1 != parity {
          // The other search is a level short of this node's, or they would have met before.
          let weight = count * ways[neighbor]
          meeting.total += weight
          if random.nextUnit() * meeting.total < weight { (meeting.near, meeting.far) = (node, neighbor) }
        }
        rowPlace &+= 1
      }
      place &+= 1
    }
    side.label = next
    side.levelStart = side.levelEnd
    side.levelEnd = side.tail
    side.places = 0
    place = side.levelStart
    while place < side.levelEnd {
      side.places &+= rows.degree(Int(side.queue[place]))
      place &+= 1
    }
  }

  /// Goes back from a node to where its search began, each way as likely as any other, and counts all but that end.
  private func retrace(_ rows: Rows, _ from: UInt32, _ random: inout SplitMix64) {
    var node = from
    while labels[node] > 1 {
      counts[node] &+= 1
      let before = labels[node] &- 2
      var rest = random.nextUnit() * ways[node]
      var place = rows.start(Int(node))
      let end = rows.end(Int(node))
      var chosen = node
      while place < end {
        let neighbor = rows.neighbors[place]
        if labels[neighbor] == before {
          chosen = neighbor
          rest -= ways[neighbor]
          if rest < 0 { break }
        }
        place &+= 1
      }
      node = chosen
    }
  }
}
