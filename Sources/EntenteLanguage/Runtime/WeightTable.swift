/// Where the weights of one classifier lie in a model, and how to find them.
///
/// Features are sorted into buckets by the upper half of their key. An index of 32-bit offsets, one
/// more than there are buckets, leads to the bucket's features, which lie one behind the other: 16
/// bits of the key, the number of weights, then for each weight its class and its value, a byte each.
/// A look-up touches two places in memory and allocates nothing.
struct WeightTable: Hashable, Sendable {
  /// The largest number of classes that a byte can tell apart.
  static let largestClassCount = 256
  static let headerSize = 12

  let classCount: Int
  let bucketCount: Int
  /// Where the index begins in the model.
  let index: Int
  /// Where the features begin and end in the model.
  let features: Range<Int>

  /// The table in a section of a model.
  ///
  /// - Throws: `damaged` where the section's parts do not fit into it.
  init(in bytes: RawSpan, section: Range<Int>) throws(ModelError) {
    guard section.count >= Self.headerSize, section.lowerBound % 4 == 0 else { throw Self.damaged }
    classCount = Int(bytes.number(at: section.lowerBound))
    bucketCount = Int(bytes.number(at: section.lowerBound + 4))
    let length = Int(bytes.number(at: section.lowerBound + 8))
    index = section.lowerBound + Self.headerSize
    let start = index + (bucketCount + 1) * 4
    guard (1...Self.largestClassCount).contains(classCount), bucketCount > 0, start + length == section.upperBound,
      Int(bytes.number(at: start - 4)) == length
    else { throw Self.damaged }
    features = start..<section.upperBound
  }

  private static var damaged: ModelError {
    ModelError(.damaged, "the language model holds a table that does not fit; build it again or take another copy")
  }

  /// The class with the highest score; of several the lowest.
  static func best(_ scores: [Int32], _ classCount: Int) -> Int {
    var best = 0
    for place in 1..<max(classCount, 1) where scores[place] > scores[best] { best = place }
    return best
  }

  /// The bucket of a key.
  @inline(__always)
  static func bucket(of key: UInt64, among count: Int) -> Int {
    Int(truncatingIfNeeded: ((key >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// The part of a key that is kept in the table.
  @inline(__always)
  static func mark(of key: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: key) }
}
