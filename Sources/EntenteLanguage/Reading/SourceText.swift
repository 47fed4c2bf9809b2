package import EntenteModel

/// Decoded scalars, each with the stretch of the original bytes it was read from.
///
/// The currency of reading: decoding makes one, taking the article out of a web page and mending
/// mojibake turn one into another, and no step loses the way back to the file.
package struct SourceText: Hashable, Sendable {
  /// The scalars.
  package private(set) var scalars: [Unicode.Scalar] = []
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []

  package init() {}

  package var count: Int { scalars.count }

  package mutating func reserveCapacity(_ capacity: Int) {
    scalars.reserveCapacity(capacity)
    starts.reserveCapacity(capacity)
    ends.reserveCapacity(capacity)
  }

  /// Adds a scalar that was read from `bytes`.
  package mutating func append(_ scalar: Unicode.Scalar, bytes: Range<Int>) {
    scalars.append(scalar)
    starts.append(UInt32(bytes.lowerBound))
    ends.append(UInt32(bytes.upperBound))
  }

  /// The bytes that the scalar at `index` was read from.
  package func bytes(at index: Int) -> Range<Int> {
    Int(starts[index])..<Int(ends[index])
  }

  /// The scalars as a string.
  package var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The way from each scalar back to the file.
  package var offsets: OffsetMap {
    var map = OffsetMap()
    for index in scalars.indices { map.append(bytes(at: index)) }
    return map
  }
}
