public import EntenteModel

/// A diagram of facts: who is tied to whom, and who did what to whom.
///
/// Shape and hue show what kind of thing a node is, colour and arrow what kind of fact a line stands for,
/// dashes whether it is planned or only possible. Equal facts give equal bytes.
public struct FactDiagram: Sendable {
  /// The facts.
  public let facts: FactSet
  /// What is shown and how.
  public let options: Options

  /// A diagram of `facts`.
  public init(_ facts: FactSet, options: Options = Options()) {
    self.facts = facts
    self.options = options
  }

  /// The diagram as DOT text that names its engine and its arrangement.
  ///
  /// - Throws: `DrawingError` where Graphviz cannot lay the diagram out.
  public func dot() throws(DrawingError) -> String { try plan().document.text() }

  /// The diagram as an SVG document, with the evidence of each part as its tooltip.
  ///
  /// - Throws: `DrawingError` where Graphviz cannot lay the diagram out or draw it.
  public func svg() throws(DrawingError) -> String {
    String(decoding: try picture(.svg), as: UTF8.self)
  }

  /// The diagram as a picture file.
  ///
  /// - Throws: `DrawingError` where Graphviz cannot lay the diagram out or draw it.
  public func picture(_ format: PictureFormat) throws(DrawingError) -> [UInt8] {
    try drawn(as: [format]).pictures.first ?? []
  }

  /// The DOT text and a picture file in each of `formats`, in their order, all of one arrangement.
  ///
  /// - Throws: `DrawingError` where Graphviz cannot lay the diagram out or draw it.
  public func drawn(as formats: [PictureFormat]) throws(DrawingError) -> (dot: String, pictures: [[UInt8]]) {
    let plan = try plan()
    let pictures = try GraphvizRenderer.render(
      plan.document, engine: engine, formats: formats, annotations: plan.annotations)
    return (try plan.document.text(), pictures)
  }

  private var engine: GraphvizEngine { options.layout == .network ? .neato : .dot }

  private func plan() throws(DrawingError) -> (document: DOTDocument, annotations: SVGAnnotations) {
    var builder = FactSceneBuilder(facts, options: options)
    let writer = FactSceneWriter(builder.build(), facts: facts, options: options)
    var document = writer.document(engine: engine)
    if options.layout == .network {
      let start = try LayoutSearch.bestStart(of: document, engine: engine, trials: trials(for: document))
      document.attributes.append(.start(start))
    }
    return (document, writer.annotations())
  }

  /// Fewer where each takes longer; what goes to a child process is laid out once.
  private func trials(for document: DOTDocument) -> Int {
    document.isRisky ? 1 : min(max(1, options.trials), max(1, 2_400 / max(1, document.edges.count)))
  }
}
