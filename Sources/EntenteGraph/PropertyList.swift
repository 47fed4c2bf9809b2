/// The properties of one node or edge, few enough that a scan finds one faster than a hash does.
struct PropertyList: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    var name: Symbol
    var value: PropertyValue
  }

  /// Sorted by the number of the name, each name once.
  private var entries: [Entry] = []

  init() {}

  /// The names in use.
  var names: some Sequence<Symbol> { entries.lazy.map(\.name) }

  subscript(name: Symbol) -> PropertyValue? {
    get { entries.first { $0.name == name }?.value }
    set {
      let place = entries.firstIndex { $0.name.rawValue >= name.rawValue } ?? entries.endIndex
      let isPresent = place < entries.endIndex && entries[place].name == name
      switch (newValue, isPresent) {
      case (let value?, true): entries[place].value = value
      case (let value?, false): entries.insert(Entry(name: name, value: value), at: place)
      case (nil, true): entries.remove(at: place)
      case (nil, false): break
      }
    }
  }

  /// The properties by name.
  func dictionary(_ symbols: SymbolTable) -> [String: PropertyValue] {
    Dictionary(uniqueKeysWithValues: entries.map { (symbols[$0.name], $0.value) })
  }

  /// The same properties under the numbers of another table.
  func renamed(_ rename: (Symbol) -> Symbol) -> PropertyList {
    var renamed = self
    for place in renamed.entries.indices { renamed.entries[place].name = rename(renamed.entries[place].name) }
    renamed.entries.sort { $0.name.rawValue < $1.name.rawValue }
    return renamed
  }
}
