/// A network that tags the words of a sentence and weighs the arcs between them.
///
/// Two layers of long short-term memory read the sentence in both directions. Tags come from the first; what is
/// thought of them goes into the second together with its outputs; arcs and relations come from the second.
///
/// Source: T. Dozat and C. Manning, "Deep biaffine attention for neural dependency parsing", 2017; the tags half-way,
/// K. Hashimoto et al., "A joint many-task model", 2017; the relations by one hidden layer, E. Kiperwasser and
/// Y. Goldberg, "Simple and accurate dependency parsing using bidirectional LSTM feature representations", 2016.
struct Network: Sendable {
  /// What a unit of the hidden layers behind the second reading is worth.
  static let hiddenScale: Float = 1 / 1024

  let vocabulary: Vocabulary
  let words: EmbeddingTable
  let tables: [EmbeddingTable]
  let first: (forward: RecurrentLayer, backward: RecurrentLayer)
  let second: (forward: RecurrentLayer, backward: RecurrentLayer)
  let tags: QuantizedMatrix
  /// Mixes what is thought of the tags.
  let tagMixture: QuantizedMatrix
  /// The hidden layers for arcs and relations: as dependent, as head, as labelled dependent, as labelled head.
  let hidden: QuantizedMatrix
  let arcs: QuantizedMatrix
  let relations: QuantizedMatrix
  /// How likely each hidden number of a head makes it a head at all.
  let headBias: [Float]
  /// The hidden numbers of the root, as head and as labelled head.
  let root: (arc: [Float], label: [Float])

  var arcWidth: Int { headBias.count }
  var labelWidth: Int { root.label.count }

  /// The network in a section of a model.
  ///
  /// - Throws: `damaged` where the parts do not fit together.
  init(in bytes: RawSpan, section: Range<Int>) throws(ModelError) {
    var reader = SectionReader(section)
    let shapes = try reader.tableShapes(bytes)
    let wordCount = try reader.count(bytes, upTo: 1 << 20)
    vocabulary = Vocabulary(hashes: try reader.take(wordCount * 4))
    var tables: [EmbeddingTable] = []
    for shape in shapes { tables.append(try reader.table(shape)) }
    var matrices: [QuantizedMatrix] = []
    let (embedded, read, hiddenScale) = (EmbeddingTable.scale, RecurrentLayer.outputScale, Self.hiddenScale)
    for scale in [embedded, read, embedded, read, read, read, read, read, read, read, read, hiddenScale, hiddenScale] {
      matrices.append(try reader.matrix(bytes, inputScale: scale))
    }
    let (arcWidth, labelWidth) = (matrices[11].rowCount, matrices[12].columnCount)
    headBias = try reader.floats(bytes, count: arcWidth)
    root = (try reader.floats(bytes, count: arcWidth), try reader.floats(bytes, count: labelWidth))
    guard let words = tables.first, words.feature == 0, words.rowCount == wordCount + 1,
      tables.allSatisfy({ $0.rowCount > 1 && $0.feature < NetworkFeatures.columnCount }),
      Self.fit(matrices, inputs: tables.reduce(0) { $0 + $1.width })
    else {
      throw ModelError(.damaged, "the parts of the language model's network do not fit; take another copy of the file")
    }
    self.words = words
    self.tables = Array(tables.dropFirst())
    let layer = { (place: Int, isReversed: Bool) in
      RecurrentLayer(input: matrices[place], recurrence: matrices[place + 1], isReversed: isReversed)
    }
    first = (layer(0, false), layer(2, true))
    (tags, tagMixture) = (matrices[4], matrices[5])
    second = (layer(6, false), layer(8, true))
    (hidden, arcs, relations) = (matrices[10], matrices[11], matrices[12])
  }

  /// Whether each matrix takes what the one before it gives.
  private static func fit(_ matrices: [QuantizedMatrix], inputs: Int) -> Bool {
    let width = matrices[1].columnCount
    let between = width * 2 + matrices[5].rowCount
    guard matrices[5].rowCount % 2 == 0 else { return false }
    for (place, columns) in [(0, inputs), (2, inputs), (6, between), (8, between)] {
      guard fit(layer: matrices[place...place + 1], inputs: columns), matrices[place + 1].columnCount == width
      else { return false }
    }
    let (arcWidth, labelWidth) = (matrices[11].rowCount, matrices[12].columnCount)
    return matrices[4].columnCount == width * 2 && (matrices[4].rowCount + 1) / 2 * 2 == matrices[5].columnCount
      && matrices[10].columnCount == width * 2 && matrices[10].rowCount == 2 * (arcWidth + labelWidth)
      && matrices[11].columnCount == arcWidth && arcWidth % 4 == 0 && labelWidth % 4 == 0
  }

  /// Whether a layer's two matrices take so many numbers a word, and fit together.
  static func fit(layer: ArraySlice<QuantizedMatrix>, inputs: Int) -> Bool {
    guard let input = layer.first, let recurrence = layer.last else { return false }
    let width = recurrence.columnCount
    return width > 0 && width % 8 == 0 && inputs % 2 == 0 && input.columnCount == inputs
      && input.rowCount == 4 * width && recurrence.rowCount == 4 * width
  }
}
