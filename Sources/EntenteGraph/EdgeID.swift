/// The place of an edge in the graph or the snapshot that gave it.
///
/// It means nothing elsewhere: an edge is carried from a graph to its snapshot, or from one graph to
/// another, by its key.
@frozen public struct EdgeID: Hashable, Sendable, Strideable, CustomStringConvertible {
  /// The place, from 0.
  public let rawValue: UInt32

  /// The edge at a place.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ place: Int) { rawValue = UInt32(place) }

  /// The place as an index into an array that holds one value an edge.
  @inlinable public var index: Int { Int(rawValue) }

  /// The place in decimal digits.
  public var description: String { String(rawValue) }

  /// How many places `other` lies behind this one.
  public func distance(to other: EdgeID) -> Int { other.index - index }

  /// The edge `distance` places on.
  public func advanced(by distance: Int) -> EdgeID { EdgeID(index + distance) }

  /// Orders by place.
  @inlinable public static func < (left: EdgeID, right: EdgeID) -> Bool { left.rawValue < right.rawValue }

  /// Whether the places are the same.
  @inlinable public static func == (left: EdgeID, right: EdgeID) -> Bool { left.rawValue == right.rawValue }
}
