import EntenteKnowledge
import EntenteModel

/// A mention whose entity is settled.
struct ResolvedMention: Hashable, Sendable {
  /// The words and how they were found.
  let draft: MentionDraft
  /// Which entity they speak of.
  let entity: EntityID
}

/// The mentions of a document, line by line in text order, and the entities they speak of.
struct DocumentMentions: Sendable {
  /// For each line the mentions in it, sorted by their first word, then the longer first.
  private(set) var byLine: [[ResolvedMention]]
  /// What is known of each entity, without its mentions.
  private(set) var entities: [EntityID: EntityCard]

  init(lineCount: Int) {
    byLine = Array(repeating: [], count: lineCount)
    entities = [:]
  }

  mutating func add(_ draft: MentionDraft, _ card: EntityCard) {
    entities[card.id, default: card].take(card)
    let mention = ResolvedMention(draft: draft, entity: card.id)
    let line = byLine[draft.line]
    let place = line.firstIndex { Self.precedes(mention, $0) } ?? line.count
    byLine[draft.line].insert(mention, at: place)
  }

  /// Makes an entity known that no word of the document names.
  mutating func addSilent(_ card: EntityCard) { entities[card.id, default: card].take(card) }

  private static func precedes(_ left: ResolvedMention, _ right: ResolvedMention) -> Bool {
    let words = (left.draft.words, right.draft.words)
    return words.0.lowerBound != words.1.lowerBound
      ? words.0.lowerBound < words.1.lowerBound : words.0.upperBound > words.1.upperBound
  }

  /// The widest mention that holds the word at `place`.
  func mention(at place: Int, line: Int) -> ResolvedMention? {
    byLine[line].filter { $0.draft.words.contains(place) }.max { $0.draft.words.count < $1.draft.words.count }
  }

  /// The mention that begins at `place`, the widest of several.
  func mention(startingAt place: Int, line: Int) -> ResolvedMention? {
    byLine[line].first { $0.draft.words.lowerBound == place }
  }

  /// The widest mention that ends right before `place`.
  func mention(endingAt place: Int, line: Int) -> ResolvedMention? {
    byLine[line].first { $0.draft.words.upperBound == place }
  }

  /// The words of a line that some mention holds.
  func claimedWords(line: Int) -> Set<Int> {
    byLine[line].map(\.draft).claimedWords
  }
}

/// What is known of an entity besides its mentions.
struct EntityCard: Hashable, Sendable {
  let id: EntityID
  let type: EntityType
  private(set) var name: String
  private(set) var aliases: Set<String>
  private(set) var codes: [String: String]
  let location: GeoLocation?
  /// The gazetteer's entry, if it is one of them.
  let entry: Gazetteer.EntryID?

  init(
    type: EntityType, key: String, name: String, aliases: Set<String> = [], codes: [String: String] = [:],
    location: GeoLocation? = nil, entry: Gazetteer.EntryID? = nil
  ) {
    id = EntityID(hashing: type.rawValue, key)
    self.type = type
    self.name = name
    self.aliases = aliases
    self.codes = codes
    self.location = location
    self.entry = entry
  }

  /// The entity of a gazetteer's entry.
  init(_ entry: Gazetteer.Entry) {
    self.init(
      type: entry.type, key: entry.key, name: entry.name, codes: entry.codes, location: entry.location,
      entry: entry.id)
  }

  /// Takes over what another card of the same entity knows; the longer name becomes the name, unless the
  /// gazetteer has settled it.
  mutating func take(_ other: EntityCard) {
    aliases.formUnion(other.aliases)
    codes.merge(other.codes, uniquingKeysWith: min)
    guard entry == nil, other.name != name else { return }
    aliases.formUnion([name, other.name])
    if (other.name.unicodeScalars.count, name) > (name.unicodeScalars.count, other.name) { name = other.name }
  }

  mutating func set(code: String, _ value: String) { codes[code] = value }
}
