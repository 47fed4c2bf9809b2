import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteDrawing

@Suite struct TimelinePackingTests {
  private func items(_ seed: UInt64) -> [TimelineScene.Item] {
    var generator = SeededGenerator(seed: seed)
    return (0..<Int.random(in: 1...60, using: &generator)).map { order in
      let start = CalendarDate(dayNumber: 20_000 + Int.random(in: 0...900, using: &generator))
      let length = [0, 0, 0, 1, 6, 30, 364].randomElement(using: &generator) ?? 0
      let date = start.map { TimeSpan(from: $0, through: $0.adding(days: length), basis: .explicit) }
      let words = String(repeating: "word ", count: Int.random(in: 1...12, using: &generator))
      return TimelineScene.Item(
        words: words, details: words, date: date, status: .actual, line: .talks, tooltip: "", order: order)
    }
  }

  @Test(arguments: 1...30)
  func marksAndLabelsNeverOverlap(_ seed: UInt64) {
    let items = items(seed)
    let days = items.compactMap(\.date).flatMap { [$0.start.dayNumber, $0.end.dayNumber] }
    let axis = TimeAxis(days: days, left: 180, right: 1_170)
    let packing = TimelinePacking(items, axis: axis, left: 170, right: 1_180)
    #expect(packing.placed.count == items.count)
    for (index, one) in packing.placed.enumerated() {
      let extent = extent(one)
      #expect(extent.lowerBound >= 150 && extent.upperBound <= 1_180 + TimelinePacking.labelWidth(one.item))
      for other in packing.placed[(index + 1)...] where other.row == one.row {
        #expect(!extent.overlaps(self.extent(other)), "seed \(seed)")
      }
    }
  }

  private func extent(_ one: TimelinePacking.Placed) -> ClosedRange<Double> {
    let width = TimelinePacking.labelWidth(one.item)
    let label = one.isFlipped ? one.labelX - width : one.labelX
    return min(one.start, label)...max(one.end, label + width)
  }

  @Test(arguments: 1...30)
  func laterDaysNeverLieFurtherLeft(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let days = (0..<20).map { _ in Int.random(in: 0...4_000, using: &generator) }
    let axis = TimeAxis(days: days, left: 10, right: 990)
    let places = (0...4_000).map(axis.x)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(places.allSatisfy { (9.99...990.01).contains($0) })
    let ticks = axis.ticks(gap: 50)
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $1.x - $0.x >= 49.9 })
  }

  @Test func longGapsAreCut() {
    let axis = TimeAxis(days: [0, 1, 2, 3, 4, 5, 6, 5_000], left: 0, right: 1_000)
    #expect(axis.cuts.count == 1)
    #expect(axis.x(6) > 100)
  }
}
