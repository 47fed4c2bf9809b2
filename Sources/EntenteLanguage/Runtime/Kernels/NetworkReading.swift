import CEntenteKernels

/// What a network thinks of a sentence, and the storage it works in.
struct NetworkReading {
  /// The best tag of each word.
  private(set) var tags: [UInt8] = []
  /// The head of each word, from 1; 0 for the root.
  private(set) var heads: [Int] = []
  /// The relation of each word.
  private(set) var relations: [UInt8] = []
  /// The row of each word among those with vectors of their own.
  private(set) var wordRows: [Int] = []
  /// What the first layer made of each word.
  private(set) var read: [Int16] = []

  /// Longer sentences are parsed in stretches, whose roots hang on the root of the first.
  static let longestStretch = 256

  /// Reads a sentence.
  ///
  /// - Parameter continuation: the relation of a stretch's root to that of the first.
  /// - Complexity: O(*n*) for the layers, O(*n* · the longest stretch) for the arcs.
  mutating func read(
    _ sentence: LexicalSentence, _ network: Network, _ bytes: RawSpan, continuation: UInt8
  ) {
    let count = sentence.words.count
    let outer = readFirst(sentence, network, bytes)
    let outermost = RecurrentLayer.run(network.second, outer, count)
    var hidden = [Float](repeating: 0, count: count * network.hidden.paddedRowCount)
    network.hidden.multiply(outermost, count: count, into: &hidden)
    heads = [Int](repeating: 0, count: count)
    var stretch = 0..<min(count, Self.longestStretch)
    let arcs = ArcScores(hidden, network, count: count)
    while !stretch.isEmpty {
      let weights = arcs.weights(in: stretch)
      let size = stretch.count + 1
      let found = SpanningTree.heads(count: stretch.count) { weights[($0 - 1) * size + $1] }
      for place in stretch {
        let head = found[place - stretch.lowerBound + 1]
        heads[place] = head == 0 ? 0 : stretch.lowerBound + head
      }
      stretch = stretch.upperBound..<min(count, stretch.upperBound + Self.longestStretch)
    }
    relations = arcs.relations(heads, network)
    if let root = heads.firstIndex(of: 0) {
      for place in heads.indices where heads[place] == 0 && place != root {
        heads[place] = root + 1
        relations[place] = continuation
      }
    }
  }

  /// Tags the words; gives what the second layers read.
  private mutating func readFirst(_ sentence: LexicalSentence, _ network: Network, _ bytes: RawSpan) -> [Int16] {
    let count = sentence.words.count
    wordRows = sentence.words.map { network.vocabulary.row(of: $0.word, bytes) }
    let embedded = embed(sentence, network, bytes)
    let width = network.first.forward.width * 2
    read = RecurrentLayer.run(network.first, embedded, count)
    let shares = shares(read, count, network)
    var mixed = [Float](repeating: 0, count: count * network.tagMixture.paddedRowCount)
    network.tagMixture.multiply(shares, count: count, into: &mixed)
    let stride = width + network.tagMixture.rowCount
    var outer = [Int16](repeating: 0, count: count * stride)
    for place in 0..<count {
      outer.replaceSubrange(place * stride..<place * stride + width, with: read[place * width..<(place + 1) * width])
      for column in 0..<network.tagMixture.rowCount {
        let value = mixed[place * network.tagMixture.paddedRowCount + column] / RecurrentLayer.outputScale
        outer[place * stride + width + column] = Int16(min(max(value, -32767), 32767).rounded())
      }
    }
    return outer
  }

  /// Sets the best tags, and gives each tag's share (softmax) as the layers' outputs are given.
  private mutating func shares(_ read: [Int16], _ count: Int, _ network: Network) -> [Int16] {
    let (tagCount, stride, columns) = (
      network.tags.rowCount, network.tags.paddedRowCount, network.tagMixture.columnCount
    )
    var scores = [Float](repeating: 0, count: count * stride)
    network.tags.multiply(read, count: count, into: &scores)
    tags.removeAll(keepingCapacity: true)
    for place in 0..<count {
      let best = scores.best(place * stride..<place * stride + tagCount)
      tags.append(UInt8(truncatingIfNeeded: best))
      let highest = scores[place * stride + best]
      for tag in 0..<stride { scores[place * stride + tag] -= highest }
    }
    // SAFETY: a matrix's padded rows are a multiple of four.
    unsafe entente_exp(&scores, scores.count)
    var shares = [Int16](repeating: 0, count: count * columns)
    for place in 0..<count {
      let powers = place * stride..<place * stride + tagCount
      let unit = 1 / (powers.reduce(Float(0)) { $0 + scores[$1] } * RecurrentLayer.outputScale)
      for (tag, power) in powers.enumerated() { shares[place * columns + tag] = Int16(scores[power] * unit + 0.5) }
    }
    return shares
  }

  private func embed(_ sentence: LexicalSentence, _ network: Network, _ bytes: RawSpan) -> [Int16] {
    let width = network.tables.reduce(network.words.width) { $0 + $1.width }
    var vectors = [Int16](repeating: 0, count: sentence.words.count * width)
    for (place, word) in sentence.words.enumerated() {
      EmbeddingTable.copy(
        word, row: wordRows[place], of: network.words, and: network.tables, bytes, to: &vectors, at: place * width)
    }
    return vectors
  }
}
