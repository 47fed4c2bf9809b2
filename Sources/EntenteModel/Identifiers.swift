/// A stable name of a thing, equal wherever the thing is the same: a kind and a content hash.
///
/// The wire form is `kind-20 hexadecimal digits`, as in `ent-4f1d…`.
public protocol ContentIdentifier: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// What stands before the hyphen.
  static var kind: String { get }
  /// The whole identifier as written.
  var rawValue: String { get }
  /// An identifier read back from its written form, unchecked.
  init(rawValue: String)
}

extension ContentIdentifier {
  /// The identifier of what the fields describe.
  ///
  /// - Parameter fields: the type first, then the key.
  public init(hashing fields: String...) {
    self.init(rawValue: "\(Self.kind)-\(ContentHash(fields).digits)")
  }

  /// The identifier of what the fields describe.
  public init(hashing fields: [String]) {
    self.init(rawValue: "\(Self.kind)-\(ContentHash(fields).digits)")
  }

  /// The written form.
  public var description: String { rawValue }

  /// Orders by the written form, byte by byte.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Reads the written form.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the written form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// Names a document by the SHA-256 of its bytes.
public struct DocumentID: ContentIdentifier {
  /// `doc`.
  public static let kind = "doc"
  /// The written form.
  public let rawValue: String
  /// Takes the written form as it is.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names an entity by its type and its key: a gazetteer code or its folded full name.
public struct EntityID: ContentIdentifier {
  /// `ent`.
  public static let kind = "ent"
  /// The written form.
  public let rawValue: String
  /// Takes the written form as it is.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names a relation by its type, its ends and its attributes.
public struct RelationID: ContentIdentifier {
  /// `rel`.
  public static let kind = "rel"
  /// The written form.
  public let rawValue: String
  /// Takes the written form as it is.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Names an event by its type, its document and the place of its trigger there.
public struct EventID: ContentIdentifier {
  /// `evt`.
  public static let kind = "evt"
  /// The written form.
  public let rawValue: String
  /// Takes the written form as it is.
  public init(rawValue: String) { self.rawValue = rawValue }
}
