import EntenteModel

/// Draws a timeline scene as SVG.
struct TimelineWriter {
  private let scene: TimelineScene
  private let width: Double
  private let axis: TimeAxis
  private let lanes: [(lane: TimelineScene.Lane, packing: TimelinePacking)]

  private let margin = 24.0
  private let nameWidth = 150.0
  private let faint = DOTColor(0xD5DAE0)

  init(_ scene: TimelineScene, width: Double) {
    self.scene = scene
    self.width = width
    let dates = scene.lanes.flatMap(\.items).compactMap(\.date)
    var days = dates.flatMap { [$0.start.dayNumber, $0.end.dayNumber] }
    if !days.isEmpty, let report = scene.reportDate { days.append(report.dayNumber) }
    let left = margin + nameWidth
    let axis = TimeAxis(days: days, left: left + 14, right: width - margin - 14)
    let right = width - margin
    self.axis = axis
    lanes = scene.lanes.map { ($0, TimelinePacking($0.items, axis: axis, left: left + 2, right: right)) }
  }

  func svg() -> String {
    var canvas = SVGCanvas()
    addFades(to: &canvas)
    var y = addHeading(to: &canvas)
    if lanes.isEmpty {
      canvas.text("No event has a date.", x: margin, y: y + 24, size: 12, color: .fadedInk)
      y += 40
    } else {
      y = addLanes(to: &canvas, from: y)
    }
    if !scene.undated.isEmpty { y = addUndated(to: &canvas, from: y) }
    return canvas.document(width: width, height: y + margin, title: scene.title, description: description)
  }

  private var description: String {
    let dated = scene.lanes.reduce(0) { $0 + $1.items.count }
    return "Timeline of \(dated) dated events in \(scene.lanes.count) lanes; "
      + "\(scene.undated.count) events have no date."
  }

  private var items: [TimelineScene.Item] { scene.lanes.flatMap(\.items) }

  // MARK: - Heading

  private func addFades(to canvas: inout SVGCanvas) {
    for line in Set(items.filter(\.isVague).map(\.line)).sorted() { canvas.fade(id: fade(line), color: line.color) }
  }

  private func fade(_ line: LinkClass) -> String { "fade-\(line.rawValue)" }

  private func addHeading(to canvas: inout SVGCanvas) -> Double {
    var y = margin + 14
    for line in FactWords.wrapped(scene.title, width: 90, limit: 3) {
      canvas.text(line, x: margin, y: y, size: 20, weight: "bold")
      y += 25
    }
    canvas.text(FactWords.cut(scene.subtitle, to: 140), x: margin, y: y - 4, size: 12, color: .fadedInk)
    y += 18
    return addLegend(to: &canvas, from: y)
  }

  private func addLegend(to canvas: inout SVGCanvas, from top: Double) -> Double {
    var x = margin
    var y = top
    func place(_ words: String, _ canvas: inout SVGCanvas, _ mark: (inout SVGCanvas, Double, Double) -> Void) {
      let width = 30 + FactWords.width(words, size: 11) + 18
      if x + width > self.width - margin, x > margin {
        x = margin
        y += 20
      }
      mark(&canvas, x, y)
      canvas.text(words, x: x + 30, y: y + 4, size: 11, color: .fadedInk)
      x += width
    }
    let ink = DOTColor.fadedInk
    for line in Set(items.map(\.line)).sorted() {
      place(line.legend, &canvas) { addMark(to: &$0, line, .actual, x: $1 + 14, y: $2) }
    }
    let dates = items.compactMap(\.date)
    if zip(items, dates).contains(where: { !$0.isVague && $1.start != $1.end }) {
      place("stretch of days", &canvas) { addBar(to: &$0, ink, "\(ink)", .actual, from: $1, to: $1 + 26, y: $2) }
    }
    if let vague = items.first(where: \.isVague) {
      place("only month or year known", &canvas) {
        addBar(to: &$0, ink, "url(#\(fade(vague.line)))", .actual, from: $1, to: $1 + 26, y: $2)
      }
    }
    let statuses = Set(items.map(\.status))
    for (status, words) in [
      (EventStatus.planned, "planned"), (.possible, "possible, claimed"), (.negated, "did not happen"),
    ] where statuses.contains(status) {
      place(words, &canvas) { addMark(to: &$0, .support, status, x: $1 + 14, y: $2, color: ink) }
    }
    return y + 22
  }

  // MARK: - Lanes

  private func addLanes(to canvas: inout SVGCanvas, from top: Double) -> Double {
    let lanesTop = top + 34
    let heights = lanes.map { Double(max(1, $0.packing.rowCount)) * TimelinePacking.rowHeight + 14 }
    let bottom = lanesTop + heights.reduce(0, +)
    addGround(to: &canvas, top: lanesTop, bottom: bottom, heights: heights)
    addAxis(to: &canvas, y: lanesTop, bottom: bottom)
    var y = lanesTop
    for (index, entry) in lanes.enumerated() {
      let names = FactWords.wrapped(entry.lane.name, width: 20, limit: 2)
      var nameY = y + 22
      for name in names {
        canvas.text(name, x: margin, y: nameY, size: 12.5, weight: "bold")
        nameY += 15
      }
      for one in entry.packing.placed {
        add(one, to: &canvas, y: y + 7 + Double(one.row) * TimelinePacking.rowHeight + 12)
      }
      y += heights[index]
    }
    return bottom + 26
  }

  private func addGround(to canvas: inout SVGCanvas, top: Double, bottom: Double, heights: [Double]) {
    var y = top
    for (index, height) in heights.enumerated() {
      if index % 2 == 0 { rectangle(&canvas, x: margin - 8, y: y, to: width - margin + 8, height, DOTColor(0xF7F8FA)) }
      y += height
    }
    guard let report = scene.reportDate else { return }
    let x = axis.x(report.dayNumber)
    rectangle(&canvas, x: x, y: top, to: width - margin + 8, bottom - top, DOTColor(0xEDEFF3))
    line(&canvas, x, top - 6, x, bottom + 4, .ink, width: 1.2)
    let isRight = x > width - 260
    canvas.text(
      "reported \(FactWords.day(report)); later: planned or expected",
      x: isRight ? width - margin + 8 : x, y: bottom + 16, size: 10, color: .fadedInk,
      anchor: isRight ? "end" : "start")
  }

  private func addAxis(to canvas: inout SVGCanvas, y: Double, bottom: Double) {
    line(&canvas, margin + nameWidth, y, width - margin + 8, y, faint)
    var year = 0
    for tick in axis.ticks() {
      line(&canvas, tick.x, y - 4, tick.x, bottom, faint, width: 0.8)
      canvas.text(tick.label, x: tick.x, y: y - 9, size: 10.5, color: .fadedInk, anchor: "middle", weight: "bold")
      if tick.year != year {
        canvas.text(String(tick.year), x: tick.x, y: y - 21, size: 10.5, color: .fadedInk, anchor: "middle")
      }
      year = tick.year
    }
    for x in axis.cuts {
      rectangle(&canvas, x: x - 5, y: y - 5, to: x + 5, 10, .white)
      for shift in [-3.0, 2.0] { line(&canvas, x + shift - 2, y + 5, x + shift + 3, y - 5, .fadedInk, width: 1.1) }
    }
  }

  private func add(_ one: TimelinePacking.Placed, to canvas: inout SVGCanvas, y: Double) {
    canvas.group(named: "\(one.item.words), \(one.item.details)", tooltip: one.item.tooltip) { canvas in
      let item = one.item
      if item.date.map({ $0.start == $0.end }) ?? true {
        addMark(to: &canvas, item.line, item.status, x: one.start + TimelinePacking.markRadius, y: y)
      } else {
        let fill = item.isVague ? "url(#\(fade(item.line)))" : "\(item.line.color)"
        let barY = one.isBelow ? y - 12 : y
        addBar(to: &canvas, item.line.color, fill, item.status, from: one.start, to: one.end, y: barY)
        if item.isVague, !one.isBelow {
          addMark(to: &canvas, item.line, item.status, x: (one.start + one.end) / 2, y: y, scale: 0.7)
        }
      }
      let anchor = one.isFlipped ? "end" : "start"
      canvas.text(
        item.words, x: one.labelX, y: y + 1.5, size: 11.5, anchor: anchor,
        style: item.status == .planned || item.status == .possible ? "italic" : "normal",
        decoration: item.status == .negated ? "line-through" : "none")
      canvas.text(item.details, x: one.labelX, y: y + 13, size: 9.5, color: .fadedInk, anchor: anchor)
    }
  }

  // MARK: - Events without a date

  private func addUndated(to canvas: inout SVGCanvas, from top: Double) -> Double {
    var y = top + 16
    canvas.text("Without a date", x: margin, y: y, size: 12.5, weight: "bold")
    y += 20
    let shown = scene.undated.prefix(40)
    let columnWidth = (width - 2 * margin) / 2
    let perColumn = (shown.count + 1) / 2
    for (index, item) in shown.enumerated() {
      let x = margin + (index < perColumn ? 0 : columnWidth)
      let rowY = y + Double(index < perColumn ? index : index - perColumn) * 30
      canvas.group(named: "\(item.words), \(item.details)", tooltip: item.tooltip) { canvas in
        addMark(to: &canvas, item.line, item.status, x: x + 6, y: rowY)
        canvas.text(
          item.words, x: x + 18, y: rowY + 3, size: 11.5,
          decoration: item.status == .negated ? "line-through" : "none")
        canvas.text(item.details, x: x + 18, y: rowY + 14, size: 9.5, color: .fadedInk)
      }
    }
    y += Double(perColumn) * 30
    let rest = scene.undated.count - shown.count
    if rest > 0 {
      canvas.text("and \(rest) more", x: margin, y: y + 2, size: 10.5, color: .fadedInk, style: "italic")
      y += 16
    }
    return y
  }
}
