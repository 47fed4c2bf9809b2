import EntenteModel

/// The title, the legend of what occurs, and what was left out: one table at the top of a diagram.
struct DiagramHeading {
  private let scene: FactScene
  private let facts: FactSet
  private let options: FactDiagram.Options

  /// An entry of the legend.
  private struct Key {
    var glyph: String
    var color: DOTColor
    var words: String

    init(_ glyph: String, _ color: DOTColor, _ words: String) {
      self.glyph = glyph
      self.color = color
      self.words = words
    }
  }

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
    let entities = scene.nodes.reduce(0) { $0 + $1.entities.count }
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
    func wide(_ run: DOTRun) -> [DOTCell] { [DOTCell(run)] }
    var rows: [[DOTCell]] = []
    for line in FactWords.wrapped(title, width: 84, limit: 3) { rows.append(wide(DOTRun(line, size: 17, bold: true))) }
    for line in FactWords.wrapped(subtitle, width: 110, limit: 2) where !line.isEmpty {
      rows.append(wide(DOTRun(line, color: .fadedInk)))
    }
    for group in [entityKeys, lineKeys] { rows += Self.rows(group) }
    if !footer.isEmpty { rows.append(wide(DOTRun(footer, size: 9, color: .fadedInk, italic: true))) }
    return DOTTable(rows: rows, spacing: 2, padding: 2)
  }

  private var entityKeys: [Key] {
    let order: [EntityType] = [.person, .organization, .country, .place, .program, .group]
    let present = Set(scene.nodes.flatMap { $0.entities.map(\.type) })
    var keys = order.filter(present.contains).map { type in
      let look = EntityLook(type)
      return Key(look.glyph, look.line, look.legend)
    }
    if scene.nodes.contains(where: \.isNote) { keys.append(Key("▤", EntityLook.noteLine, "event")) }
    return keys
  }

  private var lineKeys: [Key] {
    let present = Set(scene.links.map(\.line)).subtracting([.involvement])
    var keys = present.sorted().map { Key($0.glyph, $0.color, $0.legend) }
    var statuses = Set(scene.links.map(\.status))
    for node in scene.nodes {
      if case .note(let deeds, _) = node.content { statuses.formUnion(deeds.map(\.status)) }
    }
    if statuses.contains(.planned) { keys.append(Key("– – –", .fadedInk, "planned")) }
    if statuses.contains(.possible) { keys.append(Key("· · ·", .fadedInk, "possible, claimed")) }
    if statuses.contains(.negated) { keys.append(Key("✕", .fadedInk, "did not happen")) }
    return keys
  }

  /// Keys one after the other, in as many rows as they need.
  private static func rows(_ keys: [Key]) -> [[DOTCell]] {
    var lines: [DOTLine] = []
    var columns = Int.max
    for key in keys {
      let width = key.glyph.count + key.words.count + 6
      if columns > 170 - width {
        lines.append(DOTLine([]))
        columns = 0
      }
      columns += width
      lines[lines.count - 1].runs += [
        DOTRun(key.glyph, size: 11, color: key.color),
        DOTRun("\u{A0}\u{A0}\(key.words)\u{A0}\u{A0}\u{A0}\u{A0} ", size: 10),
      ]
    }
    return lines.map { [DOTCell(.lines([$0]))] }
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
