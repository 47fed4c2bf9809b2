/// The place of a node in the graph or the snapshot that gave it.
///
/// It means nothing elsewhere: a node is carried from a graph to its snapshot, or from one graph to
/// another, by its key.
@frozen public struct NodeID: Hashable, Sendable, Strideable, CustomStringConvertible {
  /// The place, from 0.
  public let rawValue: UInt32

  /// The node at a place.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ place: Int) { rawValue = UInt32(place) }

  /// The place as an index into an array that holds one value a node.
  @inlinable public var index: Int { Int(rawValue) }

  /// The place in decimal digits.
  public var description: String { String(rawValue) }

  /// How many places `other` lies behind this one.
  public func distance(to other: NodeID) -> Int { other.index - index }

  /// The node `distance` places on.
  public func advanced(by distance: Int) -> NodeID { NodeID(index + distance) }

  /// Orders by place.
  @inlinable public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }

  /// Whether the places are the same.
  @inlinable public static func == (left: NodeID, right: NodeID) -> Bool { left.rawValue == right.rawValue }
}
