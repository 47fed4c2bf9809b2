import CGraphviz
import Synchronization

/// The library in this process, behind one lock.
///
/// Graphviz keeps state in globals, so two threads in it at once bring the process down even with graphs and
/// contexts of their own. Everything that touches it goes through `run`, and no pointer leaves it.
enum GraphvizLibrary {
  /// A graph that was read; it lives only inside `run`, while the lock is held.
  // SAFETY: the pointers are private to this file, valid until `run` closes the graph, and a value that
  // cannot be copied cannot be kept beyond the borrow that `run` hands out.
  @safe struct OpenGraph: ~Copyable {
    fileprivate let context: OpaquePointer
    fileprivate let graph: UnsafeMutablePointer<Agraph_t>
  }

  /// The address of the one context of this process, 0 before its first use; it is never freed.
  private static let gate = Mutex<UInt>(0)
  private static let errorText = Mutex<[UInt8]>([])

  /// Reads `dot` and gives the graph to `body`, one caller at a time.
  ///
  /// - Throws: `invalidDOT` with Graphviz's own words where the text is no DOT graph, and what `body` throws.
  static func run<Result>(
    reading dot: String, _ body: (borrowing OpenGraph) throws(DrawingError) -> sending Result
  ) throws(DrawingError) -> sending Result {
    guard !dot.utf8.contains(0) else {
      throw DrawingError(.invalidDOT, "the DOT text holds a NUL character; remove it")
    }
    return try gate.withLock { (address) throws(DrawingError) -> sending Result in
      let context = try unsafe openContext(&address)
      takeErrors()
      // SAFETY: the reader copies what it needs from a NUL-terminated text that lives through the call.
      let graph = unsafe dot.withCString { unsafe ente_read($0) }
      let errors = takeErrors()
      guard let graph = unsafe graph else {
        throw DrawingError(.invalidDOT, "not a DOT graph: " + (errors.isEmpty ? "there is no graph in it" : errors))
      }
      // SAFETY: the graph is closed once, after the last use; `body` cannot keep it.
      defer { unsafe _ = agclose(graph) }
      guard errors.isEmpty else { throw DrawingError(.invalidDOT, "not a DOT graph: \(errors)") }
      return try body(unsafe OpenGraph(context: context, graph: graph))
    }
  }

  private static func openContext(_ address: inout UInt) throws(DrawingError) -> OpaquePointer {
    if let context = unsafe OpaquePointer(bitPattern: address) { return unsafe context }
    unsafe ente_set_error_sink { piece in
      guard let piece = unsafe piece else { return 0 }
      // SAFETY: Graphviz passes a NUL-terminated text that lives through the call.
      let text = unsafe String(cString: piece)
      GraphvizLibrary.errorText.withLock { if $0.count < 16_384 { $0 += Array(text.utf8) } }
      return 0
    }
    ente_grow_error_buffer()
    ente_number_names_in_order()
    guard let context = unsafe gvContext() else {
      throw DrawingError(.layoutFailed, "Graphviz could not be started; check its installation")
    }
    address = UInt(bitPattern: context)
    return unsafe context
  }

  /// What Graphviz complained of since the last call, in one line, and forgets it.
  @discardableResult
  private static func takeErrors() -> String {
    _ = agreseterrors()
    let bytes = errorText.withLock { text in
      let taken = text
      text = []
      return taken
    }
    let words = String(decoding: bytes, as: UTF8.self).split { $0.isNewline || $0 == " " }
    let line = words.joined(separator: " ")
    return line.hasPrefix("Error: ") ? String(line.dropFirst(7)) : line
  }
}

extension GraphvizLibrary.OpenGraph {
  /// Lays the graph out, gives it to `body`, and frees the layout.
  ///
  /// - Throws: `layoutFailed` where Graphviz fails or reports that something was left out.
  func withLayout<Result>(
    _ engine: GraphvizEngine, _ body: () throws(DrawingError) -> Result
  ) throws(DrawingError) -> Result {
    GraphvizLibrary.forgetErrors()
    // SAFETY: context and graph are alive inside the lock.
    let status = unsafe ente_layout(context, graph, engine.rawValue)
    defer { unsafe _ = gvFreeLayout(context, graph) }
    let errors = GraphvizLibrary.errors()
    guard status == 0, errors.isEmpty else {
      throw DrawingError(
        .layoutFailed,
        "Graphviz (\(engine.rawValue)) could not lay the graph out: "
          + (errors.isEmpty ? "it gives no reason" : errors))
    }
    unsafe ente_put_layout_on_grid(graph)
    return try body()
  }

  /// Draws the layout.
  ///
  /// - Throws: `renderingFailed` where Graphviz fails, reports that something was left out, or draws nothing.
  func picture(_ format: PictureFormat) throws(DrawingError) -> [UInt8] {
    GraphvizLibrary.forgetErrors()
    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    // SAFETY: bytes and length are written by the call; the bytes are copied, then freed once.
    let status = unsafe ente_render(context, graph, format == .png ? "png" : format.rawValue, &bytes, &length)
    defer { if let bytes = unsafe bytes { unsafe gvFreeRenderData(bytes) } }
    let errors = GraphvizLibrary.errors()
    guard status == 0, errors.isEmpty, length > 0, let bytes = unsafe bytes else {
      throw DrawingError(
        .renderingFailed,
        "Graphviz could not draw the \(format.rawValue) picture: "
          + (errors.isEmpty ? "it gave no bytes; the picture may be too large" : errors))
    }
    return unsafe UnsafeRawBufferPointer(start: bytes, count: length).map { $0 }
  }

  /// Where nodes, edges and labels lie, in points.
  func geometry() -> LayoutGeometry {
    var geometry = LayoutGeometry()
    var index: [String: Int] = [:]
    // SAFETY: the graph is laid out and alive; each pointer comes from the walk itself.
    var node = unsafe agfstnode(graph)
    while let current = unsafe node {
      var box = [0.0, 0, 0, 0]
      unsafe ente_node_box(current, &box)
      index[unsafe name(of: current)] = geometry.nodes.count
      geometry.nodes.append(.init(x: box[0], y: box[1], width: box[2], height: box[3]))
      unsafe node = agnxtnode(graph, current)
    }
    unsafe node = agfstnode(graph)
    while let current = unsafe node {
      var edge = unsafe agfstout(graph, current)
      while let line = unsafe edge {
        let ends = unsafe [ente_tail(line), ente_head(line)].map { unsafe index[name(of: $0)] ?? 0 }
        var box = [0.0, 0, 0, 0]
        let hasLabel = unsafe ente_edge_label_box(line, &box) != 0
        geometry.edges.append(
          .init(
            tail: ends[0], head: ends[1], points: unsafe points(of: line),
            label: hasLabel ? .init(x: box[0], y: box[1], width: box[2], height: box[3]) : nil))
        unsafe edge = agnxtout(graph, line)
      }
      unsafe node = agnxtnode(graph, current)
    }
    return geometry
  }

  /// Puts the labels of edges at these centres, given in the order of `geometry().edges`.
  func moveLabels(to centres: [LayoutGeometry.Point?]) {
    var place = 0
    // SAFETY: the graph is laid out and alive; each pointer comes from the walk itself.
    var node = unsafe agfstnode(graph)
    while let current = unsafe node {
      var edge = unsafe agfstout(graph, current)
      while let line = unsafe edge {
        if place < centres.count, let centre = centres[place] {
          unsafe ente_move_edge_label(line, centre.x, centre.y)
        }
        place += 1
        unsafe edge = agnxtout(graph, line)
      }
      unsafe node = agnxtnode(graph, current)
    }
  }

  private func points(of edge: UnsafeMutablePointer<Agedge_t>) -> [LayoutGeometry.Point] {
    let count = unsafe ente_edge_points(edge, nil, 0)
    guard count > 0 else { return [] }
    var numbers = [Double](repeating: 0, count: 2 * count)
    let written = unsafe ente_edge_points(edge, &numbers, count)
    return (0..<min(written, count)).map { LayoutGeometry.Point(x: numbers[2 * $0], y: numbers[2 * $0 + 1]) }
  }

  private func name(of node: UnsafeMutablePointer<Agnode_t>?) -> String {
    guard let text = unsafe node.flatMap({ unsafe ente_name($0) }) else { return "" }
    return unsafe String(cString: text)
  }
}

extension GraphvizLibrary {
  fileprivate static func forgetErrors() { takeErrors() }
  fileprivate static func errors() -> String { takeErrors() }
}

// MARK: - What a graph from outside asks for

extension GraphvizLibrary.OpenGraph {
  /// Checks that nothing in the graph reads a file or is known to bring the library down.
  ///
  /// - Throws: `refusedDOT`, `valueOutOfRange` or `limitExceeded`.
  func checkHarmless() throws(DrawingError) {
    let (nodes, edges) = unsafe (agnnodes(graph), agnedges(graph))
    guard nodes <= 1_000, edges <= 300 else {
      throw DrawingError(
        .limitExceeded,
        "the graph has \(nodes) nodes and \(edges) edges; 1,000 and 300 can be drawn without a child process")
    }
    for name in DOTInspection.refusedAttributes {
      for kind in [AGRAPH, AGNODE, AGEDGE] where unsafe ente_declares(graph, Int32(kind), name) != 0 {
        throw DrawingError(.refusedDOT, "the DOT text sets \(name), which could read a file; remove it")
      }
    }
    for (name, kind) in [("rank", AGRAPH), ("concentrate", AGRAPH)]
    where unsafe ente_declares(graph, Int32(kind), name) != 0 {
      throw DrawingError(
        .refusedDOT, "the DOT text sets \(name), which can bring Graphviz down; draw it with the entente command")
    }
    try checkValues()
  }

  private func checkValues() throws(DrawingError) {
    let graphLimits: [(String, ClosedRange<Double>)] = [
      ("dpi", 10...300), ("fontsize", 1...200), ("nodesep", 0...20), ("ranksep", 0...20), ("pad", 0...20),
    ]
    // SAFETY: the graph is alive; each pointer comes from the walk itself.
    unsafe try check(UnsafeMutableRawPointer(graph), graphLimits)
    let nodeLimits: [(String, ClosedRange<Double>)] = [
      ("width", 0...100), ("height", 0...100), ("fontsize", 1...200), ("penwidth", 0...50), ("sides", 0...60),
      ("peripheries", 0...20),
    ]
    let edgeLimits: [(String, ClosedRange<Double>)] = [
      ("weight", 0...1_000), ("minlen", 0...50), ("fontsize", 1...200), ("penwidth", 0...50), ("len", 0...100),
    ]
    var node = unsafe agfstnode(graph)
    while let current = unsafe node {
      unsafe try check(UnsafeMutableRawPointer(current), nodeLimits)
      var edge = unsafe agfstout(graph, current)
      while let line = unsafe edge {
        unsafe try check(UnsafeMutableRawPointer(line), edgeLimits)
        unsafe edge = agnxtout(graph, line)
      }
      unsafe node = agnxtnode(graph, current)
    }
  }

  private func check(
    _ object: UnsafeMutableRawPointer, _ limits: [(String, ClosedRange<Double>)]
  ) throws(DrawingError) {
    for (name, range) in limits {
      guard let text = unsafe value(name, of: object), !text.isEmpty else { continue }
      guard let number = Double(text), range.contains(number) else {
        throw DrawingError(
          .valueOutOfRange,
          "\(name)=\(text.prefix(40)) must be a number from \(DOTText.number(range.lowerBound)) to "
            + DOTText.number(range.upperBound))
      }
    }
    for name in ["label", "style", "splines"] {
      guard let text = unsafe value(name, of: object) else { continue }
      if text.utf8.count > 8_000 || text.utf8.count(where: { $0 == 0x0A }) > 200 {
        throw DrawingError(.limitExceeded, "a \(name) has \(text.utf8.count) bytes, at most 8000 can be drawn")
      }
      if name == "splines", ["ortho", "curved"].contains(text) {
        throw DrawingError(.refusedDOT, "splines=\(text) can bring Graphviz down; use true, line or polyline")
      }
    }
  }

  private func value(_ name: String, of object: UnsafeMutableRawPointer) -> String? {
    guard let text = unsafe ente_attribute(object, name) else { return nil }
    return unsafe String(cString: text)
  }
}
