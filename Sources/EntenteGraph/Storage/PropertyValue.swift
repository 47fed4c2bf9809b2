/// What a property of a node or an edge holds.
public enum PropertyValue: Sendable {
  /// A text.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// A number; two are equal where their bits are.
  case double(Double)
  /// Yes or no.
  case boolean(Bool)
  /// Texts in an order, as for aliases or references to evidence.
  case strings([String])
}

extension PropertyValue {
  /// The text, if it is one.
  public var stringValue: String? { if case .string(let value) = self { value } else { nil } }

  /// The whole number, if it is one.
  public var integerValue: Int? { if case .integer(let value) = self { value } else { nil } }

  /// The number, whole or not, if it is one.
  public var doubleValue: Double? {
    switch self {
    case .double(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  /// Yes or no, if it is either.
  public var booleanValue: Bool? { if case .boolean(let value) = self { value } else { nil } }

  /// The texts, if it holds a list of them.
  public var stringsValue: [String]? { if case .strings(let value) = self { value } else { nil } }
}

// MARK: - Equality and order

extension PropertyValue: Hashable {
  /// Whether kind and content are the same; a number that is none (NaN) equals itself.
  public static func == (left: PropertyValue, right: PropertyValue) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.double(let left), .double(let right)): left.bitPattern == right.bitPattern
    case (.boolean(let left), .boolean(let right)): left == right
    case (.strings(let left), .strings(let right)): left == right
    default: false
    }
  }

  /// Feeds kind and content.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rank)
    switch self {
    case .string(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .double(let value): hasher.combine(value.bitPattern)
    case .boolean(let value): hasher.combine(value)
    case .strings(let value): hasher.combine(value)
    }
  }
}

extension PropertyValue: Comparable {
  /// A total order: by kind (truth values, whole numbers, numbers, texts, lists), then by content.
  public static func < (left: PropertyValue, right: PropertyValue) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): left < right
    case (.integer(let left), .integer(let right)): left < right
    case (.double(let left), .double(let right)):
      // `<` alone is no order where a number is none; this is IEEE 754's, negative zero before zero.
      left.bitPattern != right.bitPattern && left.isTotallyOrdered(belowOrEqualTo: right)
    case (.boolean(let left), .boolean(let right)): !left && right
    case (.strings(let left), .strings(let right)): left.lexicographicallyPrecedes(right)
    default: left.rank < right.rank
    }
  }

  private var rank: Int {
    switch self {
    case .boolean: 0
    case .integer: 1
    case .double: 2
    case .string: 3
    case .strings: 4
    }
  }
}

// MARK: - Literals

extension PropertyValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// Yes or no.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// Texts in an order.
  public init(arrayLiteral elements: String...) { self = .strings(elements) }
}
