/// A text that finds the UTF-8 offset of any of its Unicode scalars in constant time.
///
/// A checkpoint stands at every 64th scalar, so the index costs half a bit to a bit per byte.
public struct IndexedText: Hashable, Sendable {
  private static let stride = 64

  /// The text's bytes, well-formed UTF-8.
  public let utf8: [UInt8]
  /// The number of Unicode scalars.
  public let scalarCount: Int
  private let checkpoints: [UInt32]

  /// Indexes `text`.
  ///
  /// - Precondition: fewer than 2^32 bytes.
  /// - Complexity: O(*n*) in its bytes.
  public init(_ text: String) {
    utf8 = Array(text.utf8)
    precondition(utf8.count < Int(UInt32.max), "a text of four gigabytes or more cannot be indexed")
    var checkpoints: [UInt32] = []
    var scalars = 0
    for (offset, byte) in utf8.enumerated() where byte & 0xC0 != 0x80 {
      if scalars % Self.stride == 0 { checkpoints.append(UInt32(offset)) }
      scalars += 1
    }
    scalarCount = scalars
    self.checkpoints = checkpoints
  }

  /// The whole text.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The UTF-8 offset at which a scalar begins; the scalar count gives the byte count.
  ///
  /// - Precondition: `0 <= scalar <= scalarCount`.
  /// - Complexity: O(1).
  public func utf8Offset(ofScalar scalar: Int) -> Int {
    precondition((0...scalarCount).contains(scalar), "scalar \(scalar) lies outside a text of \(scalarCount)")
    if scalar == scalarCount { return utf8.count }
    var offset = Int(checkpoints[scalar / Self.stride])
    var remaining = scalar % Self.stride
    while remaining > 0 {
      offset += 1
      if utf8[offset] & 0xC0 != 0x80 { remaining -= 1 }
    }
    return offset
  }

  /// The words of a span.
  ///
  /// - Precondition: the span lies inside the text.
  /// - Complexity: O(*n*) in the span's length.
  public subscript(span: TextSpan) -> String {
    let start = utf8Offset(ofScalar: span.start)
    let end = utf8Offset(ofScalar: span.end)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }

  /// Whether the span lies inside the text.
  public func contains(_ span: TextSpan) -> Bool { span.end <= scalarCount }
}
