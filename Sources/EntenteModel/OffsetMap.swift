/// Leads every Unicode scalar of a repaired text back to the bytes of the original file.
///
/// Stored as runs of scalars that follow each other in the file with the same number of bytes each,
/// so plain ASCII costs one run however long it is.
public struct OffsetMap: Hashable, Sendable {
  private struct Run: Hashable, Sendable {
    var scalar: Int
    var byte: Int
    var width: Int
  }

  private var runs: [Run] = []
  /// The number of scalars mapped.
  public private(set) var scalarCount = 0

  /// The map of no scalar.
  public init() {}

  /// Maps the next scalar to a stretch of the original bytes.
  ///
  /// - Precondition: `bytes` begins at or after the begin of the scalar before.
  /// - Complexity: O(1) amortised.
  public mutating func append(_ bytes: Range<Int>) {
    if let last = runs.last, last.width == bytes.count,
      last.byte + (scalarCount - last.scalar) * last.width == bytes.lowerBound
    {
      scalarCount += 1
      return
    }
    precondition(runs.last.map { $0.byte <= bytes.lowerBound } ?? true, "offsets run forward")
    runs.append(Run(scalar: scalarCount, byte: bytes.lowerBound, width: bytes.count))
    scalarCount += 1
  }

  /// The original bytes of one scalar.
  ///
  /// - Precondition: `0 <= scalar < scalarCount`.
  /// - Complexity: O(log *r*) in the number of runs.
  public func bytes(ofScalar scalar: Int) -> Range<Int> {
    precondition((0..<scalarCount).contains(scalar), "scalar \(scalar) lies outside a map of \(scalarCount)")
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].scalar <= scalar { low = middle + 1 } else { high = middle }
    }
    let run = runs[low - 1]
    let start = run.byte + (scalar - run.scalar) * run.width
    return start..<(start + run.width)
  }

  /// The stretch of the original file from a span's first byte to its last.
  ///
  /// In a web page the stretch holds whatever markup stands between the words.
  ///
  /// - Precondition: the span lies inside the mapped text.
  /// - Complexity: O(log *r*) in the number of runs.
  public func bytes(of span: TextSpan) -> Range<Int> {
    if span.isEmpty {
      let start = span.start < scalarCount ? bytes(ofScalar: span.start).lowerBound : endOfBytes
      return start..<start
    }
    let start = bytes(ofScalar: span.start).lowerBound
    return start..<max(start, bytes(ofScalar: span.end - 1).upperBound)
  }

  private var endOfBytes: Int {
    scalarCount == 0 ? 0 : bytes(ofScalar: scalarCount - 1).upperBound
  }
}

extension OffsetMap {
  /// The scalars that may begin, and the scalars that may end, where a stretch of the original bytes does.
  ///
  /// Usually one each; several where a repair made more than one scalar of the same bytes. Either is
  /// empty where no scalar begins or ends there.
  ///
  /// - Precondition: the ends of the scalars run forward in the file, as their begins do.
  /// - Complexity: O(log *n* · log *r*) in scalars and runs.
  package func scalars(beginning start: Int, ending end: Int) -> (first: Range<Int>, last: Range<Int>) {
    (
      place { $0.lowerBound < start }..<place { $0.lowerBound <= start },
      place { $0.upperBound < end }..<place { $0.upperBound <= end }
    )
  }

  /// The first scalar whose bytes do not satisfy a predicate that holds of a prefix.
  private func place(_ isBefore: (Range<Int>) -> Bool) -> Int {
    var low = 0
    var high = scalarCount
    while low < high {
      let middle = (low + high) / 2
      if isBefore(bytes(ofScalar: middle)) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
