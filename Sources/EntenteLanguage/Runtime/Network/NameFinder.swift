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
  /// How many numbers it reads of what the network made of a word.
  let givenWidth: Int
  /// For each mark how well each mark stands behind it; minus infinity where it may not.
  let transitions: [Float]

  /// The mark of a word outside all names; then follow, type by type, those of ``NameMark``.
  static let outside = 0

  /// The type of a mark that is not outside, counted from 0.
  static func type(_ mark: Int) -> Int { (mark - 1) / NameMark.allCases.count }

  /// Whether a mark is outside, or the beginning of a name.
  static func isBeginning(_ mark: Int) -> Bool { kind(mark) != .inner && kind(mark) != .last }

  /// Whether a name goes on behind a mark.
  static func goesOn(_ mark: Int) -> Bool { kind(mark) == .first || kind(mark) == .inner }

  private static func kind(_ mark: Int) -> NameMark? {
    mark == outside ? nil : NameMark(rawValue: (mark - 1) % NameMark.allCases.count)
  }

  /// Whether a mark may stand behind another: names go on with the same type until their last word.
  private static func mayFollow(_ before: Int, _ mark: Int) -> Bool {
    guard goesOn(before) else { return isBeginning(mark) }
    return mark != outside && !isBeginning(mark) && type(before) == type(mark)
  }

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
    let learned = try reader.floats(bytes, count: markCount * markCount)
    givenWidth = network.first.forward.width * 2
    let inputs = tables.reduce(givenWidth) { $0 + $1.width }
    guard let words = tables.first, words.feature == 0, words.rowCount == network.words.rowCount,
      tables.allSatisfy({ $0.rowCount > 1 }), Network.fit(layer: matrices[0...1], inputs: inputs),
      Network.fit(layer: matrices[2...3], inputs: inputs), matrices[1].columnCount == matrices[3].columnCount,
      matrices[4].columnCount == 2 * matrices[1].columnCount, markCount > 1,
      markCount % NameMark.allCases.count == 1
    else {
      throw ModelError(.damaged, "the parts of the language model's names do not fit; take another copy of the file")
    }
    transitions = learned.indices.map {
      Self.mayFollow($0 / markCount, $0 % markCount) ? learned[$0] : -.infinity
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
