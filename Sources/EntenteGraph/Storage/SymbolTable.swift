import OrderedCollections

/// A string of a `SymbolTable`, as a number.
struct Symbol: Hashable, Sendable {
  let rawValue: UInt32
}

/// Keeps each type name and each property name once, so that records hold numbers.
struct SymbolTable: Hashable, Sendable {
  private var names: OrderedSet<String>

  /// A table of `names` in their order.
  init(_ names: some Sequence<String> = EmptyCollection<String>()) { self.names = OrderedSet(names) }

  var count: Int { names.count }

  /// The number of a name, given to it now if it has none.
  mutating func intern(_ name: String) -> Symbol {
    Symbol(rawValue: UInt32(names.append(name).index))
  }

  /// The number of a name that is here.
  func symbol(_ name: String) -> Symbol? {
    names.firstIndex(of: name).map { Symbol(rawValue: UInt32($0)) }
  }

  subscript(symbol: Symbol) -> String { names[Int(symbol.rawValue)] }
}
