/// The properties of nodes or edges in columns that never change, and that a file can hold as they are.
struct FrozenProperties: Hashable, Sendable {
  /// The values of one property, by place.
  struct Values: Hashable, Sendable {
    let name: Symbol
    /// A `PropertyKind` each.
    let kinds: Column<UInt8>
    /// The bits of a number or truth value, or the place of a text or a list.
    let payloads: Column<UInt64>
  }

  /// By ascending name.
  let columns: [Values]
  /// The texts of all columns, each once.
  let texts: TextPool
  /// Where each list begins in `listTexts`, and at last their number.
  let listOffsets: Column<UInt64>
  /// The place in `texts` of each text of a list.
  let listTexts: Column<UInt64>

  /// A property of the element at a place.
  subscript(place: Int, name: Symbol) -> PropertyValue? {
    columns.first { $0.name == name }.flatMap { value(place, $0) }
  }

  /// The properties of the element at a place, by name.
  func dictionary(_ place: Int, _ symbols: SymbolTable) -> [String: PropertyValue] {
    var properties: [String: PropertyValue] = [:]
    for column in columns {
      if let value = value(place, column) { properties[symbols[column.name]] = value }
    }
    return properties
  }

  private func value(_ place: Int, _ column: Values) -> PropertyValue? {
    let payload = column.payloads[place]
    switch PropertyKind(rawValue: column.kinds[place]) {
    case .none?, nil: return nil
    case .string: return .string(texts[Int(payload)])
    case .integer: return .integer(Int(truncatingIfNeeded: payload))
    case .double: return .double(Double(bitPattern: payload))
    case .boolean: return .boolean(payload != 0)
    case .strings:
      let range = Int(listOffsets[Int(payload)])..<Int(listOffsets[Int(payload) + 1])
      return .strings(range.map { texts[Int(listTexts[$0])] })
    }
  }
}

/// Puts the properties of a graph into columns: the same contents give the same columns.
struct PropertyFreezing {
  private var texts: [String] = []
  private var textPlaces: [String: UInt64] = [:]
  private var listOffsets: [UInt64] = [0]
  private var listTexts: [UInt64] = []

  /// The properties of elements in their new order.
  ///
  /// - Parameters:
  ///   - places: where each element stands in the table.
  ///   - names: the new number of each name that is in use, by the old one.
  static func freeze(_ table: PropertyTable, places: [Int], names: [(old: Symbol, new: Symbol)]) -> FrozenProperties {
    var freezing = PropertyFreezing()
    let columns = names.sorted { $0.new.rawValue < $1.new.rawValue }.compactMap { name in
      table.columns[name.old].flatMap { freezing.values($0, name.new, places) }
    }
    return FrozenProperties(
      columns: columns, texts: TextPool(freezing.texts), listOffsets: Column(freezing.listOffsets),
      listTexts: Column(freezing.listTexts))
  }

  private mutating func values(_ column: PropertyColumn, _ name: Symbol, _ places: [Int]) -> FrozenProperties.Values? {
    var kinds = [UInt8](repeating: PropertyKind.none.rawValue, count: places.count)
    var payloads = [UInt64](repeating: 0, count: places.count)
    var isEmpty = true
    for (place, original) in places.enumerated() {
      guard let value = column[original] else { continue }
      let (kind, payload) = encoded(value)
      kinds[place] = kind.rawValue
      payloads[place] = payload
      isEmpty = false
    }
    return isEmpty ? nil : FrozenProperties.Values(name: name, kinds: Column(kinds), payloads: Column(payloads))
  }

  private mutating func encoded(_ value: PropertyValue) -> (PropertyKind, UInt64) {
    switch value {
    case .integer(let value): return (.integer, UInt64(bitPattern: Int64(value)))
    case .double(let value): return (.double, value.bitPattern)
    case .boolean(let value): return (.boolean, value ? 1 : 0)
    case .string(let value): return (.string, textPlace(value))
    case .strings(let value):
      for text in value { listTexts.append(textPlace(text)) }
      listOffsets.append(UInt64(listTexts.count))
      return (.strings, UInt64(listOffsets.count - 2))
    }
  }

  private mutating func textPlace(_ text: String) -> UInt64 {
    if let place = textPlaces[text] { return place }
    let place = UInt64(texts.count)
    textPlaces[text] = place
    texts.append(text)
    return place
  }
}
