import EntenteLanguage
import EntenteTestSupport
import Testing

/// The costs of a parser's actions against what can still be reached by trying everything.
@Suite struct DynamicOracleTests {
  @Test(arguments: 0..<200) func actionsWithoutCostRebuildAProjectiveTree(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let heads = Self.projectiveTree(Int.random(in: 1...12, using: &generator), &generator)
    let oracle = DynamicOracle(heads: heads)
    var state = ParserState()
    state.start(count: heads.count - 1)
    while !state.isFinished {
      let costs = oracle.costs(in: state)
      let all = [costs.shift, costs.left, costs.right]
      let free = all.indices.filter { all[$0] == 0 }
      guard let action = free.randomElement(using: &generator) else {
        Issue.record("no free action, seed \(seed)")
        return
      }
      Self.apply(action, &state)
    }
    #expect(Array(state.heads[1..<heads.count]) == Array(heads.dropFirst()), "seed \(seed)")
  }

  @Test(arguments: 0..<60) func costIsTheNumberOfArcsLost(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let heads = Self.projectiveTree(Int.random(in: 2...6, using: &generator), &generator)
    let oracle = DynamicOracle(heads: heads)
    var state = ParserState()
    state.start(count: heads.count - 1)
    while !state.isFinished {
      let reachable = Self.mostRightArcs(state, heads)
      let costs = oracle.costs(in: state)
      let allowed = [(0, costs.shift), (1, costs.left), (2, costs.right)].filter { $0.1 != nil }
      for (action, cost) in allowed {
        var after = state
        Self.apply(action, &after)
        let lost = reachable - Self.mostRightArcs(after, heads)
        #expect(lost == cost, "seed \(seed), action \(action)")
      }
      Self.apply(allowed[Int.random(in: 0..<allowed.count, using: &generator)].0, &state)
    }
  }

  private static func apply(_ action: Int, _ state: inout ParserState) {
    switch action {
    case 0: state.shift()
    case 1: state.left(label: 1)
    default: state.right(label: 1)
    }
  }

  /// The most right arcs that any way on from a state has at its end.
  private static func mostRightArcs(_ state: ParserState, _ heads: [Int]) -> Int {
    if state.isFinished { return heads.indices.dropFirst().count { state.heads[$0] == heads[$0] } }
    var most = 0
    for (action, isAllowed) in [state.canShift, state.canLeft, state.canRight].enumerated() where isAllowed {
      var after = state
      apply(action, &after)
      most = max(most, mostRightArcs(after, heads))
    }
    return most
  }

  /// The heads of a random tree without crossing arcs over words 1 to `count`; 0 is the head of its root.
  private static func projectiveTree(_ count: Int, _ generator: inout SeededGenerator) -> [Int] {
    var heads = [Int](repeating: 0, count: count + 1)
    func attach(_ range: ClosedRange<Int>, to head: Int) {
      let top = Int.random(in: range, using: &generator)
      heads[top] = head
      if top > range.lowerBound { divide(range.lowerBound...top - 1, under: top) }
      if top < range.upperBound { divide(top + 1...range.upperBound, under: top) }
    }
    func divide(_ range: ClosedRange<Int>, under head: Int) {
      let cut = Int.random(in: range, using: &generator)
      attach(range.lowerBound...cut, to: head)
      if cut < range.upperBound { divide(cut + 1...range.upperBound, under: head) }
    }
    attach(1...count, to: 0)
    return heads
  }
}
