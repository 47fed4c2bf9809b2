import EntenteGraph
import EntenteTestSupport
import Foundation
import Testing

@Suite struct EventTimesTests {
  private func node(_ number: UInt32) -> NodeID { NodeID(rawValue: number) }

  @Test func contactsOfAPairBecomeASeries() throws {
    let graph = try TemporalGraph(numberedGraph(3, [(0, 1), (0, 1), (1, 0), (1, 2), (2, 2)])) {
      Contact(start: [10, 3, 7, 0, 12][$0.index])
    }
    #expect(graph.starts(between: node(0), and: node(1)).moments == [3, 7, 10])
    #expect(graph.starts(between: node(0), and: node(1), direction: .outgoing).moments == [3, 10])
    #expect(graph.starts(between: node(0), and: node(1), direction: .incoming).moments == [7])
    #expect(graph.starts(between: node(2), and: node(2)).moments == [12])
    #expect(graph.starts(between: node(0), and: node(2)).moments.isEmpty)
    let series = try graph.series(between: node(0), and: node(1), step: 5)
    #expect(series.start == 0 && series.values == [1, 1, 1] && series.moment(of: 2) == 10)
  }

  @Test func countsKeepToTheWindow() throws {
    let times = EventTimes([5, 1, 1, 9])
    #expect(try times.counts(every: 4) == CountSeries(start: 1, step: 4, values: [2, 1, 1]))
    #expect(try times.counts(every: 4, in: 0..<9).values == [2, 1, 0])
    #expect(try EventTimes([]).counts(every: 4).values.isEmpty)
    #expect(throws: GraphError.self) { try times.counts(every: 0) }
    #expect(throws: GraphError.self) { try EventTimes([0, 1 << 40]).counts(every: 1) }
  }

  @Test func aRushIsABurst() throws {
    let times = EventTimes([0, 100, 200, 300, 301, 302, 303, 304, 305, 400, 500, 600])
    let bursts = try times.bursts()
    #expect(bursts.map(\.span) == [300...305] && bursts.map(\.count) == [6] && bursts.map(\.level) == [1])
    #expect(try times.bursts(BurstOptions(transitionCost: 100)).isEmpty)
    #expect(try EventTimes([1, 2]).bursts().isEmpty && EventTimes([3, 3, 3, 3]).bursts().isEmpty)
    let nested = try times.bursts(BurstOptions(levels: 3))
    #expect(nested.map(\.level) == [1, 2, 3] && nested.allSatisfy { $0.span == 300...305 })
  }

  @Test(arguments: [
    BurstOptions(scaling: 1), BurstOptions(scaling: .nan), BurstOptions(transitionCost: -1), BurstOptions(levels: 0),
  ])
  func burstOptionsOutOfRangeAreRefused(options: BurstOptions) {
    let error = #expect(throws: GraphError.self) { try EventTimes([1, 2, 3]).bursts(options) }
    #expect(error?.code == .invalidArgument)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func burstsAreTheCheapestSequence(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 3...10, using: &random)
    let times = EventTimes((0..<count).map { _ in Int64.random(in: 0...60, using: &random) })
    guard let first = times.moments.first, let last = times.moments.last, first < last else { return }
    let gaps = zip(times.moments.dropFirst(), times.moments).map { Double($0 - $1) }
    let base = Double(gaps.count) / Double(last - first)
    func cost(_ isHigh: [Bool]) -> Double {
      var sum = 0.0
      for (place, gap) in gaps.enumerated() {
        let rate = isHigh[place] ? 2 * base : base
        sum += rate * gap - log(rate)
        if isHigh[place], place == 0 || !isHigh[place - 1] { sum += 0.3 * log(Double(gaps.count)) }
      }
      return sum
    }
    let found = try times.bursts(BurstOptions(transitionCost: 0.3))
    var isHigh = [Bool](repeating: false, count: gaps.count)
    var place = 0
    for burst in found {
      // The first place from the last burst on where moments as many as the burst's span it.
      while times.moments[place] != burst.span.lowerBound
        || times.moments[place + burst.count - 1] != burst.span.upperBound
      {
        place += 1
      }
      for gap in place..<place + burst.count - 1 { isHigh[gap] = true }
      place += burst.count - 1
    }
    var least = Double.infinity
    for bits in 0..<(1 << gaps.count) {
      let choice: [Bool] = gaps.indices.map { (bits >> $0) & 1 == 1 }
      least = min(least, cost(choice))
    }
    #expect(abs(cost(isHigh) - least) < 1e-9, "seed \(seed)")
  }

  @Test func aStepInTheRateIsFound() throws {
    let series = CountSeries(start: 0, step: 1, values: [1, 0, 1, 2, 1, 0, 9, 11, 8, 10, 12, 9])
    #expect(try series.changePoints() == [6])
    #expect(try series.changePoints(.meanAndVariance) == [6])
    #expect(try series.changePoints(penalty: 1e6) == [])
    #expect(try CountSeries(start: 0, step: 1, values: []).changePoints() == [])
    #expect(try CountSeries(start: 0, step: 1, values: [3, 3, 3, 3]).changePoints(.meanAndVariance) == [])
    #expect(throws: GraphError.self) { try series.changePoints(penalty: -1) }
    #expect(throws: GraphError.self) { try CountSeries(start: 0, step: 1, values: [1, -1]).changePoints() }
    #expect(throws: GraphError.self) {
      try CountSeries(start: 0, step: 1, values: [.nan]).changePoints(.meanAndVariance)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func changesAreTheCheapestDivision(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let model: ChangeModel = seed % 2 == 0 ? .rate : .meanAndVariance
    let count = Int.random(in: 1...11, using: &random)
    let values = (0..<count).map { _ in Double(Int.random(in: 0...9, using: &random)) }
    let mean = values.reduce(0, +) / Double(count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    func cost(_ piece: Range<Int>) -> Double {
      let length = Double(piece.count)
      let sum = values[piece].reduce(0, +)
      if model == .rate { return sum > 0 ? 2 * (sum - sum * log(sum / length)) : 0 }
      if piece.count < 2 { return .infinity }
      let own = values[piece].reduce(0) { $0 + ($1 - sum / length) * ($1 - sum / length) } / length
      let fitted = max(own, variance > 0 ? variance * 1e-12 : 1)
      return length * (log(2 * .pi) + log(fitted) + own / fitted)
    }
    func total(_ changes: [Int]) -> Double {
      var sum = Double(changes.count) * 4
      var start = 0
      for end in changes + [count] {
        sum += cost(start..<end)
        start = end
      }
      return sum
    }
    let found = try CountSeries(start: 0, step: 1, values: values).changePoints(model, penalty: 4)
    var least = Double.infinity
    for bits in 0..<(1 << (count - 1)) {
      let changes: [Int] = (1..<max(1, count)).filter { (bits >> ($0 - 1)) & 1 == 1 }
      least = min(least, total(changes))
    }
    if least.isFinite { #expect(abs(total(found) - least) < 1e-6, "seed \(seed)") } else { #expect(found.isEmpty) }
  }
}
