/// The state of an arc-hybrid parse (Kuhlmann, Gómez-Rodríguez and Satta 2011).
///
/// Nodes are words from 1; 0 is the root, which lies at the bottom of the stack. A word is given its
/// head when it leaves the stack. The root takes its one dependent last of all.
package struct ParserState {
  /// No node.
  static let none = -1

  private(set) var count = 0
  private(set) var stack: [Int] = []
  /// The next word; `count + 1` when all have been taken.
  private(set) var next = 1
  package private(set) var heads: [Int] = []
  private(set) var labels: [UInt8] = []
  /// The outermost and the second outermost dependents on either side.
  private(set) var leftmost: [Int] = []
  private(set) var leftmost2: [Int] = []
  private(set) var rightmost: [Int] = []
  private(set) var rightmost2: [Int] = []
  private(set) var leftCount: [UInt32] = []
  private(set) var rightCount: [UInt32] = []
  /// Which relations a node has on either side, as bits.
  private(set) var leftLabels: [UInt64] = []
  private(set) var rightLabels: [UInt64] = []

  package init() {}

  /// Begins a sentence.
  package mutating func start(count: Int) {
    self.count = count
    next = 1
    stack.removeAll(keepingCapacity: true)
    stack.append(0)
    // One place more than there are nodes answers for the node that is none.
    Self.fill(&heads, count + 2, Self.none)
    Self.fill(&labels, count + 2, 0)
    Self.fill(&leftmost, count + 2, Self.none)
    Self.fill(&leftmost2, count + 2, Self.none)
    Self.fill(&rightmost, count + 2, Self.none)
    Self.fill(&rightmost2, count + 2, Self.none)
    Self.fill(&leftCount, count + 2, 0)
    Self.fill(&rightCount, count + 2, 0)
    Self.fill(&leftLabels, count + 2, 0)
    Self.fill(&rightLabels, count + 2, 0)
  }

  package var isFinished: Bool { next > count && stack.count == 1 }
  package var canShift: Bool { next <= count }
  package var canLeft: Bool { next <= count && stack.count > 1 }
  package var canRight: Bool { stack.count > 2 || stack.count == 2 && next > count }

  /// The node `depth` below the top of the stack.
  @inline(__always)
  func stacked(_ depth: Int) -> Int { stack.count > depth ? stack[stack.count - 1 - depth] : Self.none }

  /// The word `distance` after the next.
  @inline(__always)
  func upcoming(_ distance: Int) -> Int { next + distance <= count ? next + distance : Self.none }

  package mutating func shift() {
    stack.append(next)
    next += 1
  }

  package mutating func left(label: UInt8) {
    let dependent = stack.removeLast()
    heads[dependent] = next
    labels[dependent] = label
    leftmost2[next] = leftmost[next]
    leftmost[next] = dependent
    leftCount[next] += 1
    leftLabels[next] |= 1 << UInt64(label & 63)
  }

  package mutating func right(label: UInt8) {
    let dependent = stack.removeLast()
    let head = stack[stack.count - 1]
    heads[dependent] = head
    labels[dependent] = label
    rightmost2[head] = rightmost[head]
    rightmost[head] = dependent
    rightCount[head] += 1
    rightLabels[head] |= 1 << UInt64(label & 63)
  }

  private static func fill<Value>(_ values: inout [Value], _ count: Int, _ value: Value) {
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(value, count: count))
  }
}
