/// Vectors by the hash of a feature: a row of 8-bit numbers each, read where they lie in the model.
struct EmbeddingTable: Sendable {
  /// What a unit of an embedded vector is worth.
  static let scale: Float = 1 / 1024

  private let shape: TableShape
  private let rows: Range<Int>

  init(_ shape: TableShape, rows: Range<Int>) { (self.shape, self.rows) = (shape, rows) }

  /// Which of a word's features it is about.
  var feature: Int { shape.feature }
  var rowCount: Int { shape.rowCount }
  var width: Int { shape.width }

  /// The row of a hash; row 0 is kept for what is unknown.
  func row(of hash: UInt32) -> Int { Int(hash % UInt32(rowCount - 1)) + 1 }

  /// Writes a row's vector to `vectors` from `place` on.
  ///
  /// - Parameter further: by how many more bits it is shifted; what does not fit into 16 bits is cut to what does.
  func copy(_ row: Int, _ bytes: RawSpan, to vectors: inout [Int16], at place: Int, shiftedBy further: Int) {
    let start = rows.lowerBound + row * width
    for column in 0..<width {
      let value = Int32(Int8(bitPattern: bytes.byte(at: start + column))) << Int32(shape.shift + further)
      vectors[place + column] = Int16(clamping: value)
    }
  }
}

extension EmbeddingTable {
  /// Writes a word's own vector and those of its features, one behind the other, to `vectors` from `place` on.
  ///
  /// - Parameters:
  ///   - row: the word's row in `words`.
  ///   - tables: one for each feature.
  static func copy(
    _ word: LexicalSentence.Word, row: Int, of words: EmbeddingTable, and tables: [EmbeddingTable], _ bytes: RawSpan,
    to vectors: inout [Int16], at place: Int, shiftedBy further: Int = 0
  ) {
    words.copy(row, bytes, to: &vectors, at: place, shiftedBy: further)
    var start = place + words.width
    for table in tables {
      let row = table.row(of: NetworkFeatures.column(table.feature, of: word))
      table.copy(row, bytes, to: &vectors, at: start, shiftedBy: further)
      start += table.width
    }
  }
}

/// What a table is about, and how large it is.
struct TableShape: Sendable {
  let feature: Int
  let rowCount: Int
  let width: Int
  /// By how many bits a number is shifted to be in units of ``EmbeddingTable/scale``.
  let shift: Int
}

/// The words that have vectors of their own, by their hashes.
struct Vocabulary: Sendable {
  private let hashes: Range<Int>
  private let count: Int

  /// - Parameter hashes: where the hashes lie in the model, in ascending order.
  init(hashes: Range<Int>) {
    self.hashes = hashes
    count = hashes.count / 4
  }

  /// The row of a word, from 1; 0 if it has none.
  func row(of hash: UInt32, _ bytes: RawSpan) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let found = bytes.number(at: hashes.lowerBound + middle * 4)
      if found == hash { return middle + 1 }
      if found < hash { low = middle + 1 } else { high = middle }
    }
    return 0
  }
}
