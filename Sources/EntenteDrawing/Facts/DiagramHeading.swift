import EntenteModel

/// The title, the legend of what occurs, and what was left out: one table at the top of a diagram.
struct DiagramHeading {
  private let scene: FactScene
  private let facts: FactSet
  private let options: FactDiagram.Options

  init(_ scene: FactScene, facts: FactSet, options: FactDiagram.Options) {
    self.scene = scene
    self.facts = facts
    self.options = options
  }

  var title: String {
    if let title = options.title { return FactWords.squeezed(title) }
    if facts.documents.count == 1, let only = facts.documents.first, !only.title.isEmpty {
      return FactWords.squeezed(only.title)
    }
    return facts.documents.count > 1 ? "Facts from \(facts.documents.count) documents" : "Facts"
  }

  var subtitle: String {
    if let subtitle = options.subtitle { return FactWords.squeezed(subtitle) }
    return SourceWords.summary(of: facts.documents)
  }

  /// One sentence for who cannot see the picture.
  var description: String {
    let entities = scene.nodes.count { $0.entity != nil }
    let facts = scene.links.reduce(0) { $0 + $1.count }
    return "Network diagram of \(entities) people, bodies and places and \(facts) ties between them. \(footer)"
  }

  var footer: String {
    var parts: [String] = []
    if scene.tielessCount > 0 { parts.append("\(scene.tielessCount) more named, without a stated tie") }
    if scene.leftOutCount > 0 { parts.append("\(scene.leftOutCount) with fewer or more distant ties not shown") }
    return parts.isEmpty ? "" : parts.joined(separator: "; ") + "."
  }

  var table: DOTTable {
    let columns = 6
    func wide(_ run: DOTRun) -> [DOTCell] { [DOTCell(run, columns: columns)] }
    var rows: [[DOTCell]] = []
    for line in FactWords.wrapped(title, width: 76, limit: 3) { rows.append(wide(DOTRun(line, size: 17, bold: true))) }
    for line in FactWords.wrapped(subtitle, width: 110, limit: 2) where !line.isEmpty {
      rows.append(wide(DOTRun(line, color: .fadedInk)))
    }
    for group in [entityCells, lineCells] {
      for start in stride(from: 0, to: group.count, by: columns) {
        rows.append(Array(group[start..<min(start + columns, group.count)]))
      }
    }
    if !footer.isEmpty { rows.append(wide(DOTRun(footer, size: 9, color: .fadedInk, italic: true))) }
    return DOTTable(rows: rows, spacing: 2, padding: 2)
  }

  private var entityCells: [DOTCell] {
    let order: [EntityType] = [.person, .organization, .country, .place, .program, .group]
    let present = Set(scene.nodes.compactMap { $0.entity?.type })
    var cells = order.filter(present.contains).map { type in
      let look = EntityLook(type)
      return Self.cell(look.glyph, look.line, look.legend)
    }
    if scene.nodes.contains(where: { $0.entity == nil }) { cells.append(Self.cell("▤", EntityLook.noteLine, "event")) }
    return cells
  }

  private var lineCells: [DOTCell] {
    let present = Set(scene.links.map(\.line)).subtracting([.involvement])
    var cells = present.sorted().map { Self.cell($0.glyph, $0.color, $0.legend) }
    var statuses = Set(scene.links.map(\.status))
    for node in scene.nodes {
      if case .note(let deeds, _) = node.content { statuses.formUnion(deeds.map(\.status)) }
    }
    if statuses.contains(.planned) { cells.append(Self.cell("╌╌╌", .fadedInk, "planned")) }
    if statuses.contains(.possible) { cells.append(Self.cell("┈┈┈", .fadedInk, "possible, claimed")) }
    if statuses.contains(.negated) { cells.append(Self.cell("✕", .fadedInk, "did not happen")) }
    return cells
  }

  private static func cell(_ glyph: String, _ color: DOTColor, _ words: String) -> DOTCell {
    DOTCell(DOTRun(glyph, size: 11, color: color), DOTRun("  " + words + "   ", size: 10))
  }
}

/// Where facts come from, in few words.
enum SourceWords {
  /// "brussels.txt, 11 Feb 2026" or "3 documents, 1 Feb 2026 to 11 Feb 2026".
  static func summary(of documents: [DocumentRecord]) -> String {
    let dates = documents.compactMap(\.date).sorted()
    var words: String
    if documents.count == 1, let only = documents.first {
      let file = only.source.split(separator: "/").last.map(String.init) ?? only.source
      words = file == "-" ? "standard input" : FactWords.cut(FactWords.squeezed(file), to: 80)
    } else {
      words = documents.isEmpty ? "" : "\(documents.count) documents"
    }
    if let first = dates.first, let last = dates.last {
      words += (words.isEmpty ? "" : ", ") + FactWords.day(first)
      if first != last { words += " to \(FactWords.day(last))" }
    }
    return words
  }
}
