/// Tries several first placements of a spring layout and keeps the one that reads best.
enum LayoutSearch {
  /// The seed, from 1 to `trials`, with which `document` reads best; of equal ones the lowest.
  ///
  /// All seeds are laid out with straight lines, which is cheap and moves no node; the best of them are laid
  /// out again as they will be drawn.
  ///
  /// - Throws: `DrawingError` where Graphviz cannot lay the document out.
  static func bestStart(
    of document: DOTDocument, engine: GraphvizEngine, trials: Int, finals: Int = 2
  ) throws(DrawingError) -> Int {
    guard trials > 1 else { return 1 }
    var rough: [(cost: Double, seed: Int)] = []
    for seed in 1...trials {
      let geometry = try geometry(of: document, engine: engine, adding: [.start(seed), .splines(.lines)])
      rough.append((LabelPlacement(geometry).placed().cost(), seed))
    }
    var best = (cost: Double.infinity, seed: 1)
    for (_, seed) in rough.sorted(by: { ($0.cost, $0.seed) < ($1.cost, $1.seed) }).prefix(max(1, finals)) {
      let geometry = try geometry(of: document, engine: engine, adding: [.start(seed)])
      let cost = LabelPlacement(geometry).placed().cost()
      if (cost, seed) < (best.cost, best.seed) { best = (cost, seed) }
    }
    return best.seed
  }

  private static func geometry(
    of document: DOTDocument, engine: GraphvizEngine, adding attributes: [DOTAttribute]
  ) throws(DrawingError) -> LayoutGeometry {
    var variant = document
    variant.attributes += attributes
    return try GraphvizRenderer.geometry(of: variant.text(), engine: engine)
  }
}
