import EntenteModel

/// The scale of a timeline: in proportion where something happens, cut short where nothing does for long.
struct TimeAxis {
  struct Tick {
    var x: Double
    var label: String
    var year: Int
  }

  private struct Segment {
    var start: Int
    var end: Int
    var x: Double
    var width: Double
    var isCut: Bool
  }

  private var segments: [Segment] = []
  private let left: Double
  private let right: Double

  /// A scale from `left` to `right` on which every one of `days` has its place.
  init(days: [Int], left: Double, right: Double) {
    self.left = left
    self.right = right
    let anchors = Set(days).sorted()
    let gaps = zip(anchors, anchors.dropFirst()).map { $1 - $0 }
    guard !gaps.isEmpty else {
      if let only = anchors.first {
        segments = [Segment(start: only, end: only + 1, x: (left + right) / 2, width: 0, isCut: false)]
      }
      return
    }
    let room = right - left
    let cap = max(48, room / Double(min(gaps.count, 7)))
    let perDay = Self.scale(gaps, cap: cap, room: room)
    let widths = gaps.map { min(Double($0) * perDay, cap) }
    let stretch = room / max(1, widths.reduce(0, +))
    var x = left
    for (index, gap) in gaps.enumerated() {
      let width = widths[index] * stretch
      segments.append(
        Segment(
          start: anchors[index], end: anchors[index + 1], x: x, width: width,
          isCut: Double(gap) * perDay > cap * 1.05))
      x += width
    }
  }

  /// The points a day with which the gaps, none longer than `cap`, fill the room.
  private static func scale(_ gaps: [Int], cap: Double, room: Double) -> Double {
    var low = 0.0
    // A day needs no more room than this for its mark, however few days there are.
    var high = 16.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let sum = gaps.reduce(0) { $0 + min(Double($1) * middle, cap) }
      if sum < room { low = middle } else { high = middle }
    }
    return high
  }

  /// Where a day lies; days outside the scale lie at its ends.
  func x(_ day: Int) -> Double {
    guard let first = segments.first, let last = segments.last else { return left }
    if day <= first.start { return first.x }
    if day >= last.end { return last.x + last.width }
    let segment = segments.last { $0.start <= day } ?? first
    return segment.x + segment.width * Double(day - segment.start) / Double(max(1, segment.end - segment.start))
  }

  /// The middles of the stretches that are drawn shorter than they are.
  var cuts: [Double] { segments.filter(\.isCut).map { $0.x + $0.width / 2 } }

  // MARK: - Ticks

  /// Marks at round dates, at least `gap` points apart.
  func ticks(gap: Double = 62) -> [Tick] {
    guard let first = segments.first, let last = segments.last else { return [] }
    var ticks: [Tick] = []
    // The ends of the scale and of each cut come first: between them the reader cannot reckon.
    var days = [first.start]
    for segment in segments where segment.isCut { days += [segment.start, segment.end] }
    days.append(last.end)
    for day in days { add(day, to: &ticks, gap: gap) }
    for step in Step.allCases {
      for day in step.days(from: first.start, through: last.end) where !isInCut(day) { add(day, to: &ticks, gap: gap) }
    }
    return ticks.sorted { $0.x < $1.x }
  }

  private func isInCut(_ day: Int) -> Bool {
    segments.contains { $0.isCut && $0.start < day && day < $0.end }
  }

  private func add(_ day: Int, to ticks: inout [Tick], gap: Double) {
    guard let date = CalendarDate(dayNumber: day) else { return }
    let place = x(day)
    guard ticks.allSatisfy({ abs($0.x - place) >= gap }) else { return }
    ticks.append(Tick(x: place, label: "\(date.day) \(FactWords.month(date.month))", year: date.year))
  }

  /// Round dates, the roundest first.
  private enum Step: CaseIterable {
    case year, month, week

    func days(from start: Int, through end: Int) -> [Int] {
      guard end - start < 40 * 366, let first = CalendarDate(dayNumber: start), let last = CalendarDate(dayNumber: end)
      else { return [] }
      switch self {
      case .year: return (first.year...last.year).compactMap { day($0, 1) }
      case .month: return (first.year...last.year).flatMap { year in (1...12).compactMap { day(year, $0) } }
      case .week: return (start...end).filter { CalendarDate(dayNumber: $0)?.weekday == 1 }
      }
    }

    private func day(_ year: Int, _ month: Int) -> Int? { CalendarDate(year: year, month: month, day: 1)?.dayNumber }
  }
}
