import EntenteKnowledge
import EntenteModel

/// A document with its names found and its entities settled: what relations and events are read from.
struct DocumentAnalysis: Sendable {
  let document: Document
  /// A line for each sentence, in order.
  let lines: [Line]
  /// Mentions and entities.
  private(set) var mentions: DocumentMentions
  /// Who holds which office, with the relation that says so.
  private(set) var officeRelations: [Relation] = []

  /// - Complexity: O(*w*) look-ups in the words of the document.
  init(_ document: Document, _ vocabulary: Vocabulary, _ holders: OfficeHolders) {
    self.document = document
    lines = document.record.sentences.enumerated().map { Line($1, index: $0) }
    mentions = Self.names(lines, vocabulary)
    addOffices(vocabulary, holders)
    addCollectives(vocabulary)
    for (draft, card) in DescriptionFinder(vocabulary: vocabulary).mentions(lines, mentions) {
      mentions.add(draft, card)
    }
  }

  /// Names, surnames and explained initials.
  private static func names(_ lines: [Line], _ vocabulary: Vocabulary) -> DocumentMentions {
    let finder = NameFinder(vocabulary)
    let reading = lines.filter(\.role.feedsGraph)
    var drafts = reading.map { finder.names(in: $0) }
    let surnames = SurnameFinder(drafts.joined())
    for (place, line) in reading.enumerated() {
      drafts[place] += surnames.surnames(in: line, besides: drafts[place])
    }
    let acronyms = AcronymReader(lines, drafts.flatMap { $0 })
    for (place, line) in reading.enumerated() {
      drafts[place] += acronyms.acronyms(in: line, besides: drafts[place])
    }
    let resolver = EntityResolver(vocabulary, drafts: drafts.flatMap { $0 })
    var mentions = DocumentMentions(lineCount: lines.count)
    for draft in drafts.joined() {
      if let card = resolver.card(draft) { mentions.add(draft, card) }
    }
    return mentions
  }

  private mutating func addOffices(_ vocabulary: Vocabulary, _ holders: OfficeHolders) {
    let finder = OfficeFinder(vocabulary, mentions)
    let maker = OfficeRelations(vocabulary: vocabulary, document: document, lines: lines, holders: holders)
    var known: [KnownOffice] = []
    var bodies: [EntityCard] = []
    for line in lines where line.role.feedsGraph {
      for statement in finder.statements(in: line) {
        guard let person = mentions.entities[statement.person.entity] else { continue }
        let made = maker.relation(statement, of: person, mentions)
        if let made {
          officeRelations.append(made.relation)
          if mentions.entities[made.body.id] == nil { bodies.append(made.body) }
        }
        guard !statement.phrase.use.isFormer else { continue }
        let words = OfficeMentionFinder.contentWords(line.folded[statement.phrase.title].filter { !$0.isEmpty })
        known.append(KnownOffice(person: person.id, words: words, body: made?.body.id))
      }
    }
    // A body that no word of the document names still ends the relation.
    for body in bodies { mentions.addSilent(body) }
    let offices = OfficeMentionFinder(vocabulary: vocabulary, offices: known)
    for line in lines where line.role.feedsGraph {
      for found in offices.mentions(in: line, besides: mentions) {
        guard let card = mentions.entities[found.person] else { continue }
        mentions.add(found.draft, card)
      }
    }
  }

  private mutating func addCollectives(_ vocabulary: Vocabulary) {
    let finder = GroupFinder(vocabulary: vocabulary)
    let acting = ActingGroupFinder(vocabulary: vocabulary)
    let resolver = EntityResolver(vocabulary, drafts: [], scope: document.record.id.rawValue)
    var byHead: [String: Set<EntityID>] = [:]
    for line in lines where line.role.feedsGraph {
      let names = mentions.byLine[line.index].map(\.draft)
      let owned = finder.groups(in: line, besides: names)
      let others = acting.groups(in: line, besides: names + owned)
      for draft in owned + others {
        let head = ActingGroupFinder.head(of: draft, in: line)
        if let known = byHead[head], known.count == 1, let id = known.first, let card = mentions.entities[id],
          ActingGroupFinder.speaksOfKnown(draft, in: line)
        {
          mentions.add(draft, card)
        } else if let card = resolver.card(draft) {
          mentions.add(draft, card)
          if card.type == .group { byHead[head, default: []].insert(card.id) }
        }
      }
    }
  }

  /// The entities with all their mentions and aliases.
  func entities() -> [Entity] {
    var mentionsOf: [EntityID: [Mention]] = [:]
    for line in lines {
      for mention in mentions.byLine[line.index] {
        let span = line.span(mention.draft.words)
        mentionsOf[mention.entity, default: []].append(
          Mention(
            document: document.record.id, sentence: line.index, span: span, text: document.text[span],
            form: mention.draft.form))
      }
    }
    return mentions.entities.values.map { card in
      let found = (mentionsOf[card.id] ?? []).sorted()
      let surfaces = found.filter { $0.form != .description && $0.form != .office || card.type == .group }.map(\.text)
      return Entity(
        id: card.id, type: card.type, name: card.name, aliases: card.aliases.union(surfaces), codes: card.codes,
        location: card.location, mentions: found)
    }
  }
}
