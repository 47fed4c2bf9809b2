/// Finds where along its edge each label hides least.
///
/// The spring engines put every label at the middle of its edge, whatever lies there. Here each label may
/// slide along its edge; labels and nodes repel it most, other edges less, and the middle draws it back.
struct LabelPlacement {
  private typealias Point = LayoutGeometry.Point
  private typealias Box = LayoutGeometry.Box

  private let geometry: LayoutGeometry
  private let paths: [[Point]]
  /// The box around each path.
  private let frames: [Box]
  /// What the nodes take up, so that no label is cut off at the edge of the picture.
  private let bounds: Box

  /// Parts of an edge's length at which its label may stand, the best first.
  private static let stations = [
    0.5, 0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34, 0.66, 0.3, 0.7, 0.26, 0.74, 0.22, 0.78, 0.18, 0.82,
  ]

  /// With more labels than this, no reader follows them, and moving them takes long.
  private static let labelLimit = 160

  /// How far a label may move from its line, in parts of its own width and height.
  private static let shifts = [(0.0, 0.0), (-0.42, 0), (0.42, 0), (0, -0.42), (0, 0.42)]

  init(_ geometry: LayoutGeometry) {
    self.geometry = geometry
    paths = geometry.edges.map { LayoutGeometry.sampled($0.points) }
    frames = paths.map { Box(around: $0) }
    let left = geometry.nodes.map { $0.x - $0.width / 2 }.min() ?? 0
    let right = geometry.nodes.map { $0.x + $0.width / 2 }.max() ?? 0
    bounds = Box(x: (left + right) / 2, y: 0, width: right - left, height: 0)
  }

  /// The centre of each edge's label; `nil` where an edge has none.
  ///
  /// With more than 160 labels, all stay where they are.
  ///
  /// - Complexity: O(*l* · (*n* + *s*)) in labels, nodes and straight pieces of edges.
  func centres() -> [LayoutGeometry.Point?] {
    placed().edges.map { edge in edge.label.map { Point(x: $0.x, y: $0.y) } }
  }

  /// The geometry with its labels in their places.
  func placed() -> LayoutGeometry {
    var placed = geometry
    let labelled = geometry.edges.indices.filter { geometry.edges[$0].label != nil && paths[$0].count > 1 }
    guard labelled.count <= Self.labelLimit else { return geometry }
    // Two rounds: the first label to be placed does not know yet where the last one will stand.
    for _ in 0..<2 {
      for index in labelled {
        guard let label = geometry.edges[index].label else { continue }
        let surroundings = Surroundings(of: index, label: label, in: self, labels: placed)
        var best = label
        var bestCost = Double.infinity
        for candidate in candidates(for: label, along: paths[index]) {
          let cost = surroundings.cost(of: candidate.box) + candidate.pull * 0.6
          if cost < bestCost {
            bestCost = cost
            best = candidate.box
          }
        }
        placed.edges[index].label = best
      }
    }
    return placed
  }

  private func candidates(for label: Box, along path: [Point]) -> [(box: Box, pull: Double)] {
    Self.stations.flatMap { station -> [(box: Box, pull: Double)] in
      guard let point = Self.point(at: station, of: path) else { return [] }
      // Beside the line, but still touching it.
      return Self.shifts.map { (x, y) in
        let box = Box(
          x: point.x + x * label.width, y: point.y + y * label.height, width: label.width, height: label.height)
        return (box, abs(station - 0.5) + abs(x) + abs(y))
      }
    }
  }

  /// What a label may come upon, wherever along its edge it stands.
  private struct Surroundings {
    private var nodes: [Box] = []
    private var labels: [Box] = []
    /// Points of other edges, those of one edge one after the other.
    private var points: [(edge: Int, point: Point)] = []
    private let bounds: Box

    init(of edge: Int, label: Box, in placement: LabelPlacement, labels placed: LayoutGeometry) {
      bounds = placement.bounds
      let frame = placement.frames[edge]
      let reach = Box(
        x: frame.x, y: frame.y, width: frame.width + 2 * label.width + 8, height: frame.height + 2 * label.height + 8)
      nodes = placement.geometry.nodes.filter { $0.meets(reach) }
      for (index, other) in placed.edges.enumerated() where index != edge {
        if let label = other.label, label.meets(reach) { labels.append(label) }
        guard placement.frames[index].meets(reach) else { continue }
        let path = placement.paths[index]
        for place in path.indices {
          if reach.contains(path[place]) { points.append((index, path[place])) }
          guard place > 0 else { continue }
          let middle = LabelPlacement.middle(path[place - 1], path[place])
          if reach.contains(middle) { points.append((index, middle)) }
        }
      }
    }

    func cost(of box: Box) -> Double {
      var cost = 0.0
      let area = max(1, box.width * box.height)
      let outside = abs(box.x - bounds.x) + box.width / 2 - bounds.width / 2
      if outside > 0 { cost += outside }
      for node in nodes { cost += 16 * box.sharedArea(with: node, gap: 2) / area }
      for label in labels { cost += 8 * box.sharedArea(with: label, gap: 1) / area }
      var last = -1
      var run = 0
      for (edge, point) in points where box.contains(point) {
        run = edge == last ? run + 1 : 1
        cost += run == 1 ? 0.3 : run <= 6 ? 0.05 : 0
        last = edge
      }
      return cost
    }
  }

  private static func middle(_ a: Point, _ b: Point) -> Point { Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2) }

  private static func point(at part: Double, of path: [Point]) -> Point? {
    let pieces = path.indices.dropFirst().map { distance(path[$0 - 1], path[$0]) }
    var left = pieces.reduce(0, +) * part
    for (index, length) in pieces.enumerated() {
      if left <= length, length > 0 {
        let (a, b, share) = (path[index], path[index + 1], left / length)
        return Point(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
      }
      left -= length
    }
    return path.last
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }
}

extension LayoutGeometry.Box {
  /// The area that both cover, with `gap` points of air around the other.
  fileprivate func sharedArea(with other: LayoutGeometry.Box, gap: Double) -> Double {
    let x = (width + other.width) / 2 + gap - abs(self.x - other.x)
    let y = (height + other.height) / 2 + gap - abs(self.y - other.y)
    return x > 0 && y > 0 ? min(x, width, other.width) * min(y, height, other.height) : 0
  }
}
