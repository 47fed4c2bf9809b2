import EntenteModel

/// Puts the items of a lane into rows so that neither marks nor labels overlap.
struct TimelinePacking {
  struct Placed {
    var item: TimelineScene.Item
    /// The mark, from its first to its last day.
    var start: Double
    var end: Double
    var labelX: Double
    var isFlipped = false
    /// The label stands under its bar because there is no room beside it.
    var isBelow = false
    var row = 0
  }

  static let rowHeight = 32.0
  static let markRadius = 5.5

  private(set) var placed: [Placed] = []
  private(set) var rowCount = 0

  init(_ items: [TimelineScene.Item], axis: TimeAxis, left: Double, right: Double) {
    var taken: [[ClosedRange<Double>]] = []
    for item in items {
      guard let date = item.date else { continue }
      var one = Self.place(item, axis.x(date.start.dayNumber), axis.x(date.end.dayNumber), left: left, right: right)
      let span = Self.extent(of: one)
      let free = taken.firstIndex { row in
        row.allSatisfy { $0.upperBound + 10 < span.lowerBound || span.upperBound + 10 < $0.lowerBound }
      }
      one.row = free ?? taken.count
      if free == nil { taken.append([]) }
      taken[one.row].append(span)
      placed.append(one)
    }
    rowCount = taken.count
  }

  static func labelWidth(_ item: TimelineScene.Item) -> Double {
    max(FactWords.width(item.words, size: 11.5) * 1.06, FactWords.width(item.details, size: 9.5)) + 4
  }

  private static func place(
    _ item: TimelineScene.Item, _ first: Double, _ last: Double, left: Double, right: Double
  ) -> Placed {
    let isDay = item.date.map { $0.start == $0.end } ?? true
    let start = isDay ? first - markRadius : first - 3
    let end = isDay ? first + markRadius : max(last + 3, first + 9)
    let width = labelWidth(item)
    if end + 5 + width <= right { return Placed(item: item, start: start, end: end, labelX: end + 5) }
    if start - 5 - width >= left {
      return Placed(item: item, start: start, end: end, labelX: start - 5, isFlipped: true)
    }
    let below = max(left, min(start, right - width))
    return Placed(item: item, start: start, end: end, labelX: below, isBelow: true)
  }

  private static func extent(of one: Placed) -> ClosedRange<Double> {
    let width = labelWidth(one.item)
    let label = one.isFlipped ? (one.labelX - width)...one.labelX : one.labelX...(one.labelX + width)
    return min(one.start, label.lowerBound)...max(one.end, label.upperBound)
  }
}
