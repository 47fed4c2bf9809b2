// Merging picks, field by field, the greater of two values in a total order, or the union of two
// sets. Both are associative, commutative and idempotent, and so is what is made of them.

extension DocumentRecord {
  /// The same document read twice: the record whose source sorts first.
  func merged(with other: DocumentRecord) -> DocumentRecord {
    sortKey.lexicographicallyPrecedes(other.sortKey) ? self : other
  }

  private var sortKey: [String] {
    [source, date?.description ?? "~", dateBasis.rawValue, title, author ?? "", encoding]
  }
}

extension Entity {
  /// One entity with the names, codes and mentions of both.
  func merged(with other: Entity) -> Entity {
    let name = [self.name, other.name].max(by: Entity.isLesserName) ?? self.name
    return Entity(
      id: id, type: max(type, other.type), name: name,
      aliases: aliases + other.aliases + [self.name, other.name],
      codes: codes.merging(other.codes, uniquingKeysWith: min),
      location: GeoLocation.first(location, other.location),
      mentions: sortedUnion(mentions, other.mentions))
  }

  /// The entity with each mention once and in order.
  var canonical: Entity {
    var canonical = self
    canonical.mentions = sortedUnion(mentions, [])
    return canonical
  }

  /// Whether `left` is the poorer name: shorter, or of the same length and later in the alphabet.
  static func isLesserName(_ left: String, _ right: String) -> Bool {
    let lengths = (left.unicodeScalars.count, right.unicodeScalars.count)
    return lengths.0 != lengths.1 ? lengths.0 < lengths.1 : left > right
  }
}

extension Relation {
  /// One relation with the evidence of both and the greater confidence.
  func merged(with other: Relation) -> Relation {
    var merged = self
    merged.confidence = max(confidence, other.confidence)
    merged.rule = min(rule, other.rule)
    merged.evidence = sortedUnion(evidence, other.evidence)
    return merged
  }

  /// The relation with each piece of evidence once and in order.
  var canonical: Relation {
    var canonical = self
    canonical.evidence = sortedUnion(evidence, [])
    return canonical
  }
}

extension Event {
  /// The same words read twice: the reading of greater confidence, with the evidence of both.
  func merged(with other: Event) -> Event {
    var merged = sortKey.lexicographicallyPrecedes(other.sortKey) ? other : self
    merged.evidence += evidence + other.evidence
    merged.sameAs = sameAs + other.sameAs
    return merged.canonical
  }

  /// The event with each piece of evidence once and in order, those of its own document first.
  var canonical: Event {
    var canonical = self
    let home = evidence.first?.document
    let pieces = sortedUnion(evidence, [])
    canonical.evidence = pieces.filter { $0.document == home } + pieces.filter { $0.document != home }
    canonical.sameAs = sortedUnion(sameAs, [])
    return canonical
  }

  private var sortKey: [String] {
    // Confidence lies between 0 and 1, so its bit pattern sorts as the number does.
    let parts = participants.map { "\($0.role) \($0.entity) \($0.span.start) \($0.span.end)" }
    let counts = magnitudes.map { "\($0.kind) \($0.value) \($0.unit)" }
    return [
      String(Confidence.rounded(confidence).bitPattern, radix: 16), rule, status.rawValue, mode, hedge ?? "",
      date.map { "\($0.edtf) \($0.basis.rawValue)" } ?? "", String(score), triggerText,
      context.joined(separator: " "), parts.joined(separator: " "), counts.joined(separator: " "),
      attributedTo.map(\.rawValue).joined(separator: " "), evidence.first?.document.rawValue ?? "",
      String(confidence.bitPattern, radix: 16),
    ]
  }
}

extension GeoLocation {
  /// The one that is there; of two, the one that sorts first.
  static func first(_ left: GeoLocation?, _ right: GeoLocation?) -> GeoLocation? {
    guard let left else { return right }
    guard let right else { return left }
    return (left.level, left.lat, left.lon) < (right.level, right.lat, right.lon) ? left : right
  }
}

private func sortedUnion<Value: Comparable & Hashable>(_ left: [Value], _ right: [Value]) -> [Value] {
  Set(left).union(right).sorted()
}
