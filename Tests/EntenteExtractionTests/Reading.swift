import EntenteExtraction
import EntenteLanguage
import EntenteModel

/// The facts of a text, with names in place of identifiers.
struct Reading {
  let facts: FactSet
  let document: Document

  private static let tools = Result { (try LanguagePipeline(), try Extractor()) }

  init(_ text: String, date: String? = nil) throws {
    let (pipeline, extractor) = try Self.tools.get()
    let reader = DocumentReader(annotator: pipeline, date: date.flatMap { CalendarDate(iso8601: $0) })
    document = try reader.read(text: text, source: "text")
    facts = extractor.facts(in: document)
  }

  func name(_ id: EntityID) -> String { facts.entity(id)?.name ?? id.rawValue }

  func entity(_ name: String) -> Entity? { facts.entities.first { $0.name == name } }

  func names(_ type: EntityType) -> [String] { facts.entities.filter { $0.type == type }.map(\.name).sorted() }

  /// Relations as "source TYPE target (title)".
  var ties: [String] {
    facts.relations.map { relation in
      let title = relation.attributes["title"].map { " (\($0))" } ?? ""
      return "\(name(relation.source)) \(relation.type) \(name(relation.target))\(title)"
    }.sorted()
  }

  /// Events as "actors TYPE targets", in text order.
  var events: [String] {
    facts.events.sorted { $0.triggerSpan < $1.triggerSpan }.map { event in
      let actors = event.entities(.actor).map(name).joined(separator: " + ")
      let targets = event.entities(.target).map(name).joined(separator: " + ")
      return "\(actors) \(event.type.rawValue) \(targets)"
    }
  }

  func event(_ type: EventType) -> Event? { facts.events.first { $0.type == type } }
}
