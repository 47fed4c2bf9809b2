// MARK: - By type

extension Snapshot {
  /// The edges of some types; a type that no edge has adds none.
  ///
  /// - Complexity: O(*E*).
  public func edges(ofTypes types: Set<String>) -> EdgeMask {
    let symbols = Set(types.compactMap { self.symbols.symbol($0) })
    return mask { symbols.contains(Symbol(rawValue: edgeTypes[$0.index])) }
  }

  /// The nodes of some types; a type that no node has adds none.
  ///
  /// - Complexity: O(*V*).
  public func nodes(ofTypes types: Set<String>) -> NodeMask {
    let symbols = Set(types.compactMap { self.symbols.symbol($0) })
    return nodeMask { symbols.contains(Symbol(rawValue: nodeTypes[$0.index])) }
  }
}

// MARK: - By property

extension Snapshot {
  /// The edges whose number under a name is at least a minimum; those that hold no number there are left out.
  ///
  /// - Complexity: O(*E*) times the number of names that edges have properties of.
  public func edges(withAtLeast minimum: Double, of property: String) -> EdgeMask {
    edges(where: property) { $0.doubleValue.map { $0 >= minimum } ?? false }
  }

  /// The edges that hold a value under a name.
  ///
  /// - Complexity: O(*E*) times the number of names that edges have properties of.
  public func edges(where property: String, equals value: PropertyValue) -> EdgeMask {
    edges(where: property) { $0 == value }
  }

  /// The edges whose value under a name a condition takes; those without one are left out.
  ///
  /// - Complexity: O(*E*) times the number of names that edges have properties of.
  public func edges(where property: String, _ isChosen: (PropertyValue) throws -> Bool) rethrows -> EdgeMask {
    guard let name = symbols.symbol(property) else { return EdgeMask(bound: edgeCount) }
    return try mask { edge in
      guard let value = edgeProperties[edge.index, name] else { return false }
      return try isChosen(value)
    }
  }

  /// The nodes whose value under a name a condition takes; those without one are left out.
  ///
  /// - Complexity: O(*V*) times the number of names that nodes have properties of.
  public func nodes(where property: String, _ isChosen: (PropertyValue) throws -> Bool) rethrows -> NodeMask {
    guard let name = symbols.symbol(property) else { return NodeMask(bound: nodeCount) }
    return try nodeMask { node in
      guard let value = nodeProperties[node.index, name] else { return false }
      return try isChosen(value)
    }
  }
}

// MARK: - By time

/// The names of the two properties that say from when to when something holds.
public struct IntervalProperties: Hashable, Sendable {
  /// The property with the first moment.
  public var start: String
  /// The property with the last moment.
  public var end: String

  /// Names; `start` and `end`, if nothing else is said.
  public init(start: String = "start", end: String = "end") {
    self.start = start
    self.end = end
  }
}

extension Snapshot {
  /// The edges that held at some moment of a window.
  ///
  /// The first and the last moment of an edge and of the window are included. An edge without a first moment held
  /// since ever, one without a last moment holds still, and one without either holds always. Moments are
  /// numbers, or texts that sort by time, as dates of ISO 8601 do; an edge whose moment is of another kind than the
  /// window's is left out.
  ///
  /// - Complexity: O(*E*) times the number of names that edges have properties of.
  public func edges(
    during window: ClosedRange<PropertyValue>, _ interval: IntervalProperties = IntervalProperties()
  ) -> EdgeMask {
    let start = symbols.symbol(interval.start)
    let end = symbols.symbol(interval.end)
    return mask { edge in
      if let first = start.flatMap({ edgeProperties[edge.index, $0] }) {
        guard Self.isNotAfter(first, window.upperBound) else { return false }
      }
      if let last = end.flatMap({ edgeProperties[edge.index, $0] }) {
        guard Self.isNotAfter(window.lowerBound, last) else { return false }
      }
      return true
    }
  }

  /// The edges that held at a moment; as `edges(during:_:)` for a window of that moment alone.
  ///
  /// - Complexity: O(*E*) times the number of names that edges have properties of.
  public func edges(
    asOf moment: PropertyValue, _ interval: IntervalProperties = IntervalProperties()
  ) -> EdgeMask {
    edges(during: moment...moment, interval)
  }

  /// Whether two moments are of one kind and the left one does not come after the right one.
  private static func isNotAfter(_ left: PropertyValue, _ right: PropertyValue) -> Bool {
    if let left = left.doubleValue, let right = right.doubleValue { return left <= right }
    if let left = left.stringValue, let right = right.stringValue { return left <= right }
    return false
  }
}
