/// The layer of a network that finds names, and its weights.
///
/// It reads what the network's first layer made of the words, and vectors of its own for each word, for its shape, its
/// ends and the phrases it stands in. Each word gets a mark: outside, or the first, inner, last or only word of a name of
/// some type; of all chains of marks that make sense the best is taken.
///
/// Source: G. Lample et al., "Neural architectures for named entity recognition", 2016 (the layer and the chain); L.
/// Ratinov and D. Roth, "Design challenges and misconceptions in named entity recognition", 2009 (the marks, the
/// phrases); Z. Huang et al., "Bidirectional LSTM-CRF models for sequence tagging", 2015.
struct NameFinder: Sendable {
  let words: EmbeddingTable
  let tables: [EmbeddingTable]
  let layers: (forward: RecurrentLayer, backward: RecurrentLayer)
  let scores: QuantizedMatrix
  /// For each mark how well each mark stands behind it.
  let transitions: [Float]

  /// The mark of a word outside all names; then follow, type by type, those of ``NameMark``.
  static let outside = 0

  /// How many types of names there are.
  var typeCount: Int { (scores.rowCount - 1) / NameMark.allCases.count }

  /// The layer in a section of a model, on top of a network.
  ///
  /// - Throws: `damaged` where the parts do not fit together.
  init(in bytes: RawSpan, section: Range<Int>, on network: Network) throws(ModelError) {
    var reader = SectionReader(section)
    var tables: [EmbeddingTable] = []
    let shapes = try reader.tableShapes(bytes)
    for shape in shapes { tables.append(try reader.table(shape)) }
    var matrices: [QuantizedMatrix] = []
    for _ in 0..<5 { matrices.append(try reader.matrix(bytes, inputScale: RecurrentLayer.outputScale)) }
    let markCount = matrices[4].rowCount
    transitions = try reader.floats(bytes, count: markCount * markCount)
    let inputs = tables.reduce(network.first.forward.width * 2) { $0 + $1.width }
    guard let words = tables.first, words.feature == 0, words.rowCount == network.words.rowCount,
      tables.allSatisfy({ $0.rowCount > 1 }), Network.fit(layer: matrices[0...1], inputs: inputs),
      Network.fit(layer: matrices[2...3], inputs: inputs), matrices[1].columnCount == matrices[3].columnCount,
      matrices[4].columnCount == 2 * matrices[1].columnCount, markCount > 1,
      markCount % NameMark.allCases.count == 1
    else {
      throw ModelError(.damaged, "the parts of the language model's names do not fit; take another copy of the file")
    }
    self.words = words
    self.tables = Array(tables.dropFirst())
    layers = (
      RecurrentLayer(input: matrices[0], recurrence: matrices[1], isReversed: false),
      RecurrentLayer(input: matrices[2], recurrence: matrices[3], isReversed: true)
    )
    scores = matrices[4]
  }
}

/// Where in a name a word stands.
enum NameMark: Int, CaseIterable, Sendable {
  case first
  case inner
  case last
  case only
}
