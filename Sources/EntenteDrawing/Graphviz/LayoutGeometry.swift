/// Where things lie in a laid-out graph, in points.
struct LayoutGeometry: Sendable {
  struct Point: Sendable {
    var x: Double
    var y: Double
  }

  struct Box: Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    /// The smallest box around points.
    init(around points: [Point]) {
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
      let (bottom, top) = (ys.min() ?? 0, ys.max() ?? 0)
      self.init(x: (left + right) / 2, y: (bottom + top) / 2, width: right - left, height: top - bottom)
    }

    init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }

    /// Whether the two share a point.
    func meets(_ other: Box) -> Bool {
      abs(x - other.x) * 2 <= width + other.width && abs(y - other.y) * 2 <= height + other.height
    }

    func overlaps(_ other: Box) -> Bool {
      abs(x - other.x) * 2 < width + other.width && abs(y - other.y) * 2 < height + other.height
    }

    func contains(_ point: Point, margin: Double = 0) -> Bool {
      abs(point.x - x) * 2 < width - 2 * margin && abs(point.y - y) * 2 < height - 2 * margin
    }
  }

  struct Line: Sendable {
    var tail: Int
    var head: Int
    var points: [Point]
    var label: Box?
  }

  var nodes: [Box] = []
  var edges: [Line] = []
  var labels: [Box] { edges.compactMap(\.label) }

  /// How hard the picture is to read; less is better.
  ///
  /// One for each crossing of two edges, four for an edge through a node that it does not end at, five for
  /// each overlap of two labels, six for one of a label with a node, and a little for a
  /// picture that is large or narrow.
  ///
  /// Source: C. Dunne, B. Shneiderman, "Improving Graph Drawing Readability by Incorporating Readability
  /// Metrics", HCIL-2009-13.
  ///
  /// - Complexity: O(*s*²) in the straight pieces of the edges.
  func cost() -> Double {
    let paths = edges.map { Self.sampled($0.points) }
    let frames = paths.map { Box(around: $0) }
    var cost = 0.0
    for first in paths.indices {
      for second in paths.indices where second > first && frames[first].meets(frames[second]) {
        let shared = shares(edges[first], edges[second])
        if !shared && Self.cross(paths[first], paths[second]) { cost += 1 }
      }
      for (index, node) in nodes.enumerated() where node.meets(frames[first]) {
        guard index != edges[first].tail, index != edges[first].head else { continue }
        if paths[first].contains(where: { node.contains($0, margin: 2) }) { cost += 4 }
      }
    }
    let labels = labels
    for (index, label) in labels.enumerated() {
      cost += 5 * Double(labels[(index + 1)...].count { $0.overlaps(label) })
      cost += 6 * Double(nodes.count { $0.overlaps(label) })
    }
    return cost + shapeCost()
  }

  private func shapeCost() -> Double {
    guard nodes.count > 1 else { return 0 }
    let left = nodes.map { $0.x - $0.width / 2 }.min() ?? 0
    let right = nodes.map { $0.x + $0.width / 2 }.max() ?? 0
    let bottom = nodes.map { $0.y - $0.height / 2 }.min() ?? 0
    let top = nodes.map { $0.y + $0.height / 2 }.max() ?? 0
    let (width, height) = (max(1, right - left), max(1, top - bottom))
    let taken = nodes.reduce(0) { $0 + $1.width * $1.height }
    let ratio = width / height
    // A page is wider than high; what is far from 4 : 3 leaves half of it blank.
    let skew = ratio > 4.0 / 3 ? ratio / (4.0 / 3) : (4.0 / 3) / ratio
    return 6 * (skew - 1) + width * height / max(1, taken) / 10
  }

  private func shares(_ left: Line, _ right: Line) -> Bool {
    left.tail == right.tail || left.tail == right.head || left.head == right.tail || left.head == right.head
  }

  /// Points along a chain of cubic Bézier pieces.
  static func sampled(_ points: [Point]) -> [Point] {
    guard points.count >= 4 else { return points }
    var output = [points[0]]
    var index = 0
    while index + 3 < points.count {
      for step in 1...8 {
        let t = Double(step) / 8
        let u = 1 - t
        let weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        let (a, b, c, d) = (points[index], points[index + 1], points[index + 2], points[index + 3])
        output.append(
          Point(
            x: weights.0 * a.x + weights.1 * b.x + weights.2 * c.x + weights.3 * d.x,
            y: weights.0 * a.y + weights.1 * b.y + weights.2 * c.y + weights.3 * d.y))
      }
      index += 3
    }
    return output
  }

  private static func cross(_ left: [Point], _ right: [Point]) -> Bool {
    for i in left.indices.dropFirst() {
      for j in right.indices.dropFirst()
      where segmentsCross(left[i - 1], left[i], right[j - 1], right[j]) { return true }
    }
    return false
  }

  private static func segmentsCross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    guard max(a.x, b.x) >= min(c.x, d.x), max(c.x, d.x) >= min(a.x, b.x),
      max(a.y, b.y) >= min(c.y, d.y), max(c.y, d.y) >= min(a.y, b.y)
    else { return false }
    func side(_ p: Point, _ q: Point, _ r: Point) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }
}
