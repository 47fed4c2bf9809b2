/// What each action of an arc-hybrid parser costs: the number of right arcs that it puts out of reach
/// (Goldberg and Nivre 2013).
package struct DynamicOracle {
  private let heads: [Int]
  private let dependents: [[Int]]

  /// An oracle for the right heads, by node.
  package init(heads: [Int]) {
    self.heads = heads
    var dependents = [[Int]](repeating: [], count: heads.count)
    for node in heads.indices.dropFirst() { dependents[heads[node]].append(node) }
    self.dependents = dependents
  }

  /// The right head of a node.
  func head(of node: Int) -> Int { heads[node] }

  /// The cost of each kind of action in a state; nil where it is not allowed.
  package func costs(in state: ParserState) -> (shift: Int?, left: Int?, right: Int?) {
    let top = state.stacked(0)
    let next = state.next
    var (shift, left, right): (Int?, Int?, Int?)
    if state.canShift { shift = shiftCost(next, top: top, state) }
    if state.canLeft || state.canRight {
      let ahead = dependents[top].reduce(0) { $0 + ($1 >= next ? 1 : 0) }
      if state.canLeft {
        let head = heads[top]
        left = ahead + (head > next || head == state.stacked(1) ? 1 : 0)
      }
      if state.canRight { right = ahead + (heads[top] >= next ? 1 : 0) }
    }
    return (shift, left, right)
  }

  private func shiftCost(_ next: Int, top: Int, _ state: ParserState) -> Int {
    let isOnStack = { (node: Int) in node < next && state.heads[node] == ParserState.none }
    let head = heads[next]
    let lostHead = head != top && isOnStack(head) ? 1 : 0
    return dependents[next].reduce(lostHead) { $0 + (isOnStack($1) ? 1 : 0) }
  }
}
