public import EntenteModel

/// What was found under a name.
public enum NameMatch: Hashable, Sendable {
  /// One entity.
  case found(EntityID)
  /// Several, the most spoken of first.
  case ambiguous([EntityID])
  /// None, and names that look like it, the likest first.
  case none(suggestions: [String])
}

/// Finds entities by what people call them, without regard to case, accents and punctuation.
///
/// The first of these that fits anything decides; where it fits several entities, the name is ambiguous:
/// 1. the whole identifier, or its beginning (at least one digit of the hash);
/// 2. the name;
/// 3. an alias;
/// 4. a code, alone or with its scheme (`GRL`, `iso3166:GRL`);
/// 5. words that all stand in a name or alias ("Rutte", "kiel institute"), the last of them perhaps begun only;
/// 6. the beginning of a name or an alias.
public struct NameIndex: Sendable {
  struct Name: Sendable {
    var text: String
    var folded: String
    var words: Set<String>
    var entity: Int
  }

  private struct Bearer: Sendable {
    var id: EntityID
    var mentions: Int
    var name: String
  }

  private let bearers: [Bearer]
  let names: [Name]
  private var byName: [String: [Int]] = [:]
  private var byAlias: [String: [Int]] = [:]
  private var byCode: [String: [Int]] = [:]

  /// An index of the names, aliases and codes of `entities`.
  ///
  /// - Complexity: O(*n*) in the characters of all names.
  public init(_ entities: some Sequence<Entity>) {
    let entities = entities.sorted { $0.id < $1.id }
    bearers = entities.map { Bearer(id: $0.id, mentions: $0.mentions.count, name: $0.name) }
    var names: [Name] = []
    for (place, entity) in entities.enumerated() {
      for (rank, text) in ([entity.name] + entity.aliases).enumerated() {
        let folded = TextFolding.fold(text)
        guard !folded.isEmpty else { continue }
        names.append(
          Name(text: text, folded: folded, words: Set(folded.split(separator: " ").map(String.init)), entity: place))
        if rank == 0 { byName[folded, default: []].append(place) } else { byAlias[folded, default: []].append(place) }
      }
      for (scheme, code) in entity.codes.sorted(by: { $0.key < $1.key }) {
        for key in [TextFolding.fold(code), TextFolding.fold("\(scheme):\(code)")] where !key.isEmpty {
          byCode[key, default: []].append(place)
        }
      }
    }
    self.names = names
  }

  /// The entity that `query` means.
  ///
  /// - Complexity: O(1) for a whole name, alias or code; O(*n*) in the names otherwise, and in their characters
  ///   times the length of `query` where nothing fits and suggestions are made.
  public func find(_ query: String) -> NameMatch {
    let byIdentifier = bearers.indices.filter { matchesIdentifier(bearers[$0].id, query) }
    if !byIdentifier.isEmpty { return match(byIdentifier) }
    let folded = TextFolding.fold(query)
    guard !folded.isEmpty else { return .none(suggestions: []) }
    for places in [byName[folded], byAlias[folded], byCode[folded]] {
      if let places { return match(places) }
    }
    for places in [placesByWords(folded), placesByPrefix(folded)] where !places.isEmpty { return match(places) }
    return .none(suggestions: suggestions(for: folded))
  }

  private func matchesIdentifier(_ id: EntityID, _ query: String) -> Bool {
    query.utf8.count > EntityID.kind.utf8.count + 1 && id.rawValue.hasPrefix(query)
  }

  private func placesByWords(_ folded: String) -> [Int] {
    let words = folded.split(separator: " ").map(String.init)
    let whole = names.filter { name in words.allSatisfy(name.words.contains) }
    if !whole.isEmpty { return whole.map(\.entity) }
    guard let last = words.last, last.count >= 3 else { return [] }
    return names.filter { name in
      words.dropLast().allSatisfy(name.words.contains) && name.words.contains { $0.hasPrefix(last) }
    }.map(\.entity)
  }

  private func placesByPrefix(_ folded: String) -> [Int] {
    names.filter { $0.folded.hasPrefix(folded) }.map(\.entity)
  }

  private func match(_ places: [Int]) -> NameMatch {
    let unique = Set(places)
    if unique.count == 1, let only = unique.first { return .found(bearers[only].id) }
    return .ambiguous(unique.sorted { isMoreSpokenOf($0, $1) }.map { bearers[$0].id })
  }

  private func isMoreSpokenOf(_ left: Int, _ right: Int) -> Bool {
    (bearers[right].mentions, bearers[left].name, bearers[left].id)
      < (bearers[left].mentions, bearers[right].name, bearers[right].id)
  }

  /// At most five names that `folded` may have been meant for: those a few slips away, then those that share a word.
  private func suggestions(for folded: String) -> [String] {
    let limit = folded.unicodeScalars.count < 4 ? 1 : min(3, folded.unicodeScalars.count / 3)
    let words = folded.split(separator: " ").map(String.init).filter { $0.unicodeScalars.count >= 4 }
    var best: [Int: Int] = [:]
    func consider(_ entity: Int, _ distance: Int) { best[entity] = min(best[entity] ?? distance, distance) }
    for name in names {
      for spelling in [name.folded] + name.words {
        if let distance = EditDistance.between(folded, spelling, limit: limit) { consider(name.entity, distance) }
      }
      if words.contains(where: name.words.contains) { consider(name.entity, limit + 1) }
    }
    let ranked = best.sorted { left, right in
      left.value != right.value ? left.value < right.value : isMoreSpokenOf(left.key, right.key)
    }
    return ranked.prefix(5).map { bearers[$0.key].name }
  }
}
