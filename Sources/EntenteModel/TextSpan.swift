/// A half-open stretch of a document's repaired text, counted in Unicode scalars.
///
/// Every offset that leaves the engine is of this kind; `Document` turns it into UTF-8 offsets and
/// into the bytes of the original file.
public struct TextSpan: Hashable, Sendable, Comparable {
  /// The first scalar.
  public var start: Int
  /// One past the last scalar.
  public var end: Int

  /// A span from `start` up to, but not including, `end`.
  ///
  /// - Precondition: `0 <= start <= end`.
  public init(start: Int, end: Int) {
    precondition(0 <= start && start <= end, "a text span runs forward from a start that is not negative")
    self.start = start
    self.end = end
  }

  /// The number of scalars.
  public var length: Int { end - start }

  /// Whether the span holds no scalar.
  public var isEmpty: Bool { start == end }

  /// Whether `other` lies wholly inside this span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share a scalar.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// Orders by start, then by end.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
