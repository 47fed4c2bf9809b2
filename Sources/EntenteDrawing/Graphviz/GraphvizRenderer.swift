/// Lays graphs out and draws them with the Graphviz library.
///
/// Safe to call from any thread; calls wait for each other. What Graphviz is known to stumble over is laid
/// out in a child process where the program offers itself as one (see `GraphvizWorker`).
public enum GraphvizRenderer {
  /// A picture of `document`.
  ///
  /// - Throws: `DrawingError`, with Graphviz's own words where it has some.
  public static func render(
    _ document: DOTDocument, engine: GraphvizEngine, format: PictureFormat
  ) throws(DrawingError) -> [UInt8] {
    try render(document, engine: engine, formats: [format]).first ?? []
  }

  /// A picture of `document` in each of `formats`, in their order, all from one layout.
  ///
  /// - Throws: `DrawingError`, with Graphviz's own words where it has some.
  public static func render(
    _ document: DOTDocument, engine: GraphvizEngine, formats: [PictureFormat]
  ) throws(DrawingError) -> [[UInt8]] {
    let dot = try document.text()
    if document.isRisky, let executable = GraphvizWorker.executable {
      return try polished(
        GraphvizWorker.draw(dot, engine: engine, formats: formats, executable: executable), formats)
    }
    return try polished(draw(dot, engine: engine, formats: formats), formats)
  }

  /// A picture of DOT text that may come from anywhere, in each of `formats`, all from one layout.
  ///
  /// The text is laid out in a child process where there is one. Otherwise it must pass checks that keep what
  /// brings Graphviz down, and with it this process, out: no ranks, numbers within bounds, at most 300 edges.
  /// In either case nothing in it can make Graphviz read a file.
  ///
  /// - Throws: `DrawingError`, with Graphviz's own words where it has some; `refusedDOT` where a check fails.
  public static func render(
    dot: String, engine: GraphvizEngine, formats: [PictureFormat]
  ) throws(DrawingError) -> [[UInt8]] {
    try DOTInspection.check(text: dot)
    if let executable = GraphvizWorker.executable {
      return try polished(
        GraphvizWorker.draw(dot, engine: engine, formats: formats, executable: executable), formats)
    }
    return try polished(draw(dot, engine: engine, formats: formats, inspected: true), formats)
  }

  /// Pictures of `document` whose parts tell a reader and a screen reader what they are.
  ///
  /// Labels of edges are moved along their edges to where they hide least, unless the document is one that
  /// is drawn in a child process.
  static func render(
    _ document: DOTDocument, engine: GraphvizEngine, formats: [PictureFormat], annotations: SVGAnnotations
  ) throws(DrawingError) -> [[UInt8]] {
    let dot = try document.text()
    if document.isRisky, let executable = GraphvizWorker.executable {
      return try polished(
        GraphvizWorker.draw(dot, engine: engine, formats: formats, executable: executable), formats, annotations)
    }
    return try polished(
      draw(dot, engine: engine, formats: formats, placingLabels: true), formats, annotations)
  }

  /// The pictures as Graphviz makes them, in this process.
  static func draw(
    _ dot: String, engine: GraphvizEngine, formats: [PictureFormat], inspected: Bool = false,
    placingLabels: Bool = false
  ) throws(DrawingError) -> [[UInt8]] {
    try GraphvizLibrary.run(reading: dot) { (graph) throws(DrawingError) -> [[UInt8]] in
      if inspected { try graph.checkHarmless() }
      return try graph.withLayout(engine) { () throws(DrawingError) -> [[UInt8]] in
        if placingLabels { graph.moveLabels(to: LabelPlacement(graph.geometry()).centres()) }
        var pictures: [[UInt8]] = []
        for format in formats { pictures.append(try graph.picture(format)) }
        return pictures
      }
    }
  }

  /// Where things lie once `dot` is laid out, in this process.
  static func geometry(
    of dot: String, engine: GraphvizEngine
  ) throws(DrawingError) -> LayoutGeometry {
    try GraphvizLibrary.run(reading: dot) { (graph) throws(DrawingError) -> LayoutGeometry in
      try graph.withLayout(engine) { () throws(DrawingError) -> LayoutGeometry in graph.geometry() }
    }
  }

  private static func polished(
    _ pictures: [[UInt8]], _ formats: [PictureFormat], _ annotations: SVGAnnotations = SVGAnnotations()
  ) throws(DrawingError) -> [[UInt8]] {
    var output: [[UInt8]] = []
    for (picture, format) in zip(pictures, formats) {
      switch format {
      case .svg: output.append(try SVGPolisher(annotations).polished(picture))
      case .pdf: output.append(PDFDate.removed(from: picture))
      case .png: output.append(picture)
      }
    }
    return output
  }
}
