import EntenteTestSupport
import Testing

@testable import EntenteDrawing

@Suite struct LabelPlacementTests {
  private typealias Box = LayoutGeometry.Box
  private typealias Line = LayoutGeometry.Line

  private func line(
    _ tail: Int, _ head: Int, from: (Double, Double), to: (Double, Double), label: Bool = true
  ) -> Line {
    let points = (0...3).map { step in
      LayoutGeometry.Point(
        x: from.0 + (to.0 - from.0) * Double(step) / 3, y: from.1 + (to.1 - from.1) * Double(step) / 3)
    }
    let middle = Box(x: (from.0 + to.0) / 2, y: (from.1 + to.1) / 2, width: 30, height: 10)
    return Line(tail: tail, head: head, points: points, label: label ? middle : nil)
  }

  @Test func aLabelAloneStaysInTheMiddle() {
    var geometry = LayoutGeometry()
    geometry.nodes = [Box(x: 0, y: 0, width: 20, height: 20), Box(x: 300, y: 0, width: 20, height: 20)]
    geometry.edges = [line(0, 1, from: (10, 0), to: (290, 0))]
    let centre = LabelPlacement(geometry).centres()[0]
    #expect(centre.map { abs($0.x - 150) < 1 && abs($0.y) < 1 } == true)
  }

  @Test func labelsOnCrossingLinesMoveApart() {
    var geometry = LayoutGeometry()
    geometry.nodes = [(0, 0), (300, 0), (0, 300), (300, 300)].map { Box(x: $0.0, y: $0.1, width: 20, height: 20) }
    geometry.edges = [line(0, 3, from: (10, 10), to: (290, 290)), line(2, 1, from: (10, 290), to: (290, 10))]
    #expect(geometry.labels[0].overlaps(geometry.labels[1]))
    let placed = LabelPlacement(geometry).placed()
    #expect(!placed.labels[0].overlaps(placed.labels[1]))
    #expect(placed.cost() < geometry.cost())
  }

  @Test func aLabelLeavesANodeThatLiesOnItsLine() {
    var geometry = LayoutGeometry()
    geometry.nodes = [
      Box(x: 0, y: 0, width: 20, height: 20), Box(x: 300, y: 0, width: 20, height: 20),
      Box(x: 150, y: 0, width: 40, height: 30),
    ]
    geometry.edges = [line(0, 1, from: (10, 0), to: (290, 0))]
    let placed = LabelPlacement(geometry).placed()
    #expect(!geometry.nodes[2].overlaps(placed.labels[0]))
  }

  @Test func linesWithoutLabelsAreLeftAlone() {
    var geometry = LayoutGeometry()
    geometry.nodes = [Box(x: 0, y: 0, width: 20, height: 20)]
    geometry.edges = [
      line(0, 0, from: (0, 0), to: (9, 9), label: false), Line(tail: 0, head: 0, points: [], label: nil),
    ]
    #expect(LabelPlacement(geometry).centres().allSatisfy { $0 == nil })
  }

  /// Whatever the picture, a reader can see which line a label belongs to: the two touch.
  @Test(arguments: 1...20)
  func everyLabelTouchesItsLine(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var geometry = LayoutGeometry()
    geometry.nodes = (0..<12).map { _ in
      let x = Double.random(in: 0...600, using: &generator)
      return Box(x: x, y: Double.random(in: 0...400, using: &generator), width: 40, height: 20)
    }
    geometry.edges = (0..<16).map { _ in
      let ends = (Int.random(in: 0..<12, using: &generator), Int.random(in: 0..<12, using: &generator))
      let (tail, head) = (geometry.nodes[ends.0], geometry.nodes[ends.1])
      return line(ends.0, ends.1, from: (tail.x, tail.y), to: (head.x, head.y))
    }
    for edge in LabelPlacement(geometry).placed().edges {
      guard let label = edge.label, let first = edge.points.first, let last = edge.points.last else { continue }
      let touches = (0...2_000).contains { step in
        let part = Double(step) / 2_000
        return label.contains(
          LayoutGeometry.Point(x: first.x + (last.x - first.x) * part, y: first.y + (last.y - first.y) * part))
      }
      #expect(touches, "seed \(seed)")
    }
  }
}
