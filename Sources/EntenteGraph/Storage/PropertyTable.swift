/// The properties of nodes or edges, one column a name, that grow and change.
struct PropertyTable: Sendable {
  private(set) var columns: [Symbol: PropertyColumn] = [:]

  /// A property of the element at a place.
  subscript(place: Int, name: Symbol) -> PropertyValue? {
    get { columns[name]?[place] }
    set {
      if newValue == nil, columns[name] == nil { return }
      columns[name, default: PropertyColumn()][place] = newValue
    }
  }

  /// Takes all properties away from the element at a place.
  mutating func removeAll(at place: Int) { for name in columns.keys { columns[name]?[place] = nil } }

  /// The properties of the element at a place, by name.
  func dictionary(_ place: Int, _ symbols: SymbolTable) -> [String: PropertyValue] {
    var properties: [String: PropertyValue] = [:]
    for (name, column) in columns {
      if let value = column[place] { properties[symbols[name]] = value }
    }
    return properties
  }
}

/// The kinds of a value in a column.
enum PropertyKind: UInt8, Sendable {
  case none, string, integer, double, boolean, strings
}

/// The values of one property, by the place of the element that has them: 9 bytes a place, and the texts beside.
struct PropertyColumn: Sendable {
  private var kinds: [PropertyKind] = []
  /// The bits of a number or truth value, or the place of a text or a list.
  private var payloads: [UInt64] = []
  private var texts: [String] = []
  private var lists: [[String]] = []

  subscript(place: Int) -> PropertyValue? {
    get {
      guard place < kinds.count else { return nil }
      let payload = payloads[place]
      switch kinds[place] {
      case .none: return nil
      case .string: return .string(texts[Int(payload)])
      case .integer: return .integer(Int(truncatingIfNeeded: payload))
      case .double: return .double(Double(bitPattern: payload))
      case .boolean: return .boolean(payload != 0)
      case .strings: return .strings(lists[Int(payload)])
      }
    }
    set {
      if place >= kinds.count {
        guard newValue != nil else { return }
        kinds += Array(repeating: .none, count: place + 1 - kinds.count)
        payloads += Array(repeating: 0, count: place + 1 - payloads.count)
      }
      (kinds[place], payloads[place]) = encoded(newValue, replacing: kinds[place], payloads[place])
    }
  }

  /// Kind and payload of a value; a text or list takes the room of the one that it replaces.
  private mutating func encoded(
    _ value: PropertyValue?, replacing kind: PropertyKind, _ payload: UInt64
  ) -> (PropertyKind, UInt64) {
    switch value {
    case nil: return (.none, 0)
    case .integer(let value): return (.integer, UInt64(bitPattern: Int64(value)))
    case .double(let value): return (.double, value.bitPattern)
    case .boolean(let value): return (.boolean, value ? 1 : 0)
    case .string(let value):
      if kind == .string {
        texts[Int(payload)] = value
        return (.string, payload)
      }
      texts.append(value)
      return (.string, UInt64(texts.count - 1))
    case .strings(let value):
      if kind == .strings {
        lists[Int(payload)] = value
        return (.strings, payload)
      }
      lists.append(value)
      return (.strings, UInt64(lists.count - 1))
    }
  }
}
