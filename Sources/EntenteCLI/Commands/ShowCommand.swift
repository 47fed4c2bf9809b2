import ArgumentParser
import Entente

/// `entente show`: everything known of an entity.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows what is known of an entity: names, codes, ties, events and where it is spoken of.",
    usage: "entente show <file> ... <name> [<options>]",
    discussion: """
      EXAMPLES
        entente show article.txt Greenland
        entente show article.json ent-4f1d --format json
      """)

  @Argument(help: ArgumentHelp("Texts or fact files, then a name.", valueName: "file ... name"))
  var operands: [String]

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let operands = try Operands(self.operands, names: 1, wanted: "entente show <file> ... <name>")
    let graph = try await reading.graph(of: operands.files)
    let entity = try graph.entity(named: operands.names[0])
    guard let card = graph.card(of: entity.id) else {
      throw CommandFailure(.nothingFound, "nothing is known of \(entity.name)")
    }
    try report.target.write(try text(of: card))
  }

  private func text(of card: EntityCard) throws -> String {
    switch report.format {
    case .json: return try JSONText.pretty(card)
    case .jsonl: return try JSONText.line(card)
    case .csv: return String(decoding: Table(fields: Self.fields(of: card)).csv(), as: UTF8.self)
    case .table:
      var prose = Prose(for: report.target.terminal)
      Self.add(card, to: &prose)
      return prose.text
    }
  }

  private static func fields(of card: EntityCard) -> [(name: String, value: String)] {
    let entity = card.entity
    var fields = [("name", entity.name), ("type", entity.type.rawValue), ("id", entity.id.rawValue)]
    if !entity.aliases.isEmpty { fields.append(("also", entity.aliases.joined(separator: ", "))) }
    for (scheme, code) in entity.codes.sorted(by: { $0.key < $1.key }) { fields.append((scheme, code)) }
    if let place = entity.location { fields.append(("location", "\(place.lat), \(place.lon) (\(place.level))")) }
    fields.append(("mentions", String(entity.mentions.count)))
    for document in card.documents { fields.append(("document", document.source)) }
    return fields.map { (name: $0.0, value: $0.1) }
  }

  private static func add(_ card: EntityCard, to prose: inout Prose) {
    let fields = fields(of: card)
    prose.add("\(card.entity.name) (\(card.entity.type.rawValue))", style: .bold)
    let width = fields.map(\.name.count).max() ?? 0
    for field in fields.dropFirst(2) {
      prose.add(label: field.name, width: width, field.value, indent: 2)
    }
    if !card.relations.isEmpty {
      prose.addGap()
      prose.add("Ties", style: .bold)
      for tie in card.relations {
        prose.add("\(FactText.arrow(tie.bearing)) \(tie.to.name): \(FactText.label(tie))", indent: 2)
        if let first = tie.evidence.first { prose.add(first, in: tie.documents, indent: 6) }
      }
    }
    let entries = card.timeline.dated + card.timeline.undated
    if entries.isEmpty { return }
    prose.addGap()
    prose.add("Events", style: .bold)
    for entry in entries {
      prose.add("\(entry.date?.edtf ?? "undated") \(entry.type.rawValue): \(entry.summary)", indent: 2)
      if let evidence = entry.evidence { prose.add(FactText.quote(evidence), indent: 6) }
    }
  }
}
