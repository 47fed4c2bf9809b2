/// Vectors by the hash of a feature: a row of 8-bit numbers each, read where they lie in the model.
struct EmbeddingTable: Sendable {
  /// What a unit of an embedded vector is worth.
  static let scale: Float = 1 / 1024

  /// Which of a word's features it is about.
  let feature: Int
  let rowCount: Int
  let width: Int
  /// By how many bits a number is shifted to be in units of ``scale``.
  private let shift: Int
  private let rows: Range<Int>

  init(feature: Int, rowCount: Int, width: Int, shift: Int, rows: Range<Int>) {
    self.feature = feature
    self.rowCount = rowCount
    self.width = width
    self.shift = shift
    self.rows = rows
  }

  /// The row of a hash; row 0 is kept for what is unknown.
  func row(of hash: UInt32) -> Int { Int(hash % UInt32(rowCount - 1)) + 1 }

  /// Writes a row's vector to `vectors` from `place` on.
  func copy(_ row: Int, _ bytes: RawSpan, to vectors: inout [Int16], at place: Int) {
    let start = rows.lowerBound + row * width
    for column in 0..<width {
      vectors[place + column] = Int16(Int8(bitPattern: bytes.byte(at: start + column))) << shift
    }
  }
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
