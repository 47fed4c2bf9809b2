import EntenteModel

extension TimelineWriter {
  /// The mark of a day: its shape says the class, its outline the status.
  func addMark(
    to canvas: inout SVGCanvas, _ line: LinkClass, _ status: EventStatus, x: Double, y: Double, scale: Double = 1,
    color: DOTColor? = nil
  ) {
    let color = color ?? line.color
    let radius = 5 * scale
    let isHollow = status == .planned || status == .possible
    let look: [String] = [
      isHollow ? "#FFFFFF" : "\(color)", "\(color)", status == .planned ? "3,2" : status == .possible ? "1,2" : "none",
    ]
    switch line {
    case .talks: polygon(&canvas, x, y, [(0, -6.3), (6.3, 0), (0, 6.3), (-6.3, 0)], scale, look)
    case .criticism: polygon(&canvas, x, y, [(0, -5.8), (5.8, 4.6), (-5.8, 4.6)], scale, look)
    case .conflict: polygon(&canvas, x, y, [(-4.8, -4.8), (4.8, -4.8), (4.8, 4.8), (-4.8, 4.8)], scale, look)
    case .sanction:
      let octagon = [
        (-2.4, -5.8), (2.4, -5.8), (5.8, -2.4), (5.8, 2.4), (2.4, 5.8), (-2.4, 5.8), (-5.8, 2.4), (-5.8, -2.4),
      ]
      polygon(&canvas, x, y, octagon, scale, look)
      rectangle(&canvas, x: x - 3 * scale, y: y - scale, to: x + 3 * scale, 2 * scale, isHollow ? color : .white)
    default:
      canvas.add(
        "circle",
        [
          "cx": DOTText.number(x), "cy": DOTText.number(y), "r": DOTText.number(radius), "fill": look[0],
          "stroke": look[1], "stroke-width": "1.5", "stroke-dasharray": look[2],
        ])
    }
    if status == .negated { addCross(to: &canvas, x: x, y: y) }
  }

  func addCross(to canvas: inout SVGCanvas, x: Double, y: Double) {
    for (width, color) in [(4.0, DOTColor.white), (1.8, .ink)] {
      line(&canvas, x - 6, y - 6, x + 6, y + 6, color, width: width)
      line(&canvas, x - 6, y + 6, x + 6, y - 6, color, width: width)
    }
  }

  func addBar(
    to canvas: inout SVGCanvas, _ color: DOTColor, _ fill: String, _ status: EventStatus, from start: Double,
    to end: Double, y: Double
  ) {
    let isHollow = status == .planned || status == .possible
    let isFaded = fill.hasPrefix("url")
    canvas.add(
      "rect",
      [
        "x": DOTText.number(start), "y": DOTText.number(y - 4), "width": DOTText.number(max(1, end - start)),
        "height": "8", "rx": "4", "fill": isHollow && !isFaded ? "#FFFFFF" : fill,
        "fill-opacity": isHollow && isFaded ? "0.45" : "1", "stroke": isHollow || !isFaded ? "\(color)" : "none",
        "stroke-width": "1.2", "stroke-dasharray": status == .planned ? "4,3" : status == .possible ? "1,3" : "none",
      ])
    if status == .negated { addCross(to: &canvas, x: (start + end) / 2, y: y) }
  }

  func polygon(
    _ canvas: inout SVGCanvas, _ x: Double, _ y: Double, _ corners: [(Double, Double)], _ scale: Double,
    _ look: [String]
  ) {
    let points = corners.map { DOTText.number(x + $0.0 * scale) + "," + DOTText.number(y + $0.1 * scale) }
    canvas.add(
      "polygon",
      [
        "points": points.joined(separator: " "), "fill": look[0], "stroke": look[1], "stroke-width": "1.5",
        "stroke-dasharray": look[2],
      ])
  }

  func rectangle(
    _ canvas: inout SVGCanvas, x: Double, y: Double, to right: Double, _ height: Double, _ color: DOTColor
  ) {
    canvas.add(
      "rect",
      [
        "x": DOTText.number(x), "y": DOTText.number(y), "width": DOTText.number(max(0, right - x)),
        "height": DOTText.number(height), "fill": "\(color)",
      ])
  }

  func line(
    _ canvas: inout SVGCanvas, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: DOTColor,
    width: Double = 1
  ) {
    canvas.add(
      "line",
      [
        "x1": DOTText.number(x1), "y1": DOTText.number(y1), "x2": DOTText.number(x2), "y2": DOTText.number(y2),
        "stroke": "\(color)", "stroke-width": DOTText.number(width),
      ])
  }
}
