import ArgumentParser
import Entente

/// `entente explain`: why a fact is in the graph.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells why a fact is in the graph: its words, the rule that read them, and other readings.",
    usage: "entente explain <file> ... <id> [<options>]",
    discussion: """
      The beginning of an identifier is enough where it fits no other.

      EXAMPLES
        entente explain article.json evt-4f1d
        entente explain article.txt rel-09ab34 --format json
      """)

  @Argument(help: ArgumentHelp("Texts or fact files, then an identifier.", valueName: "file ... id"))
  var operands: [String]

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let operands = try Operands(self.operands, names: 1, wanted: "entente explain <file> ... <id>")
    let graph = try await reading.graph(of: operands.files)
    let explanation = try graph.explanation(of: operands.names[0])
    try report.target.write(try text(of: explanation))
  }

  private func text(of explanation: Explanation) throws -> String {
    switch report.format {
    case .json: return try JSONText.pretty(explanation)
    case .jsonl: return try JSONText.line(explanation)
    case .csv: return String(decoding: Table(fields: Self.fields(of: explanation)).csv(), as: UTF8.self)
    case .table:
      var prose = Prose(for: report.target.terminal)
      Self.add(explanation, to: &prose)
      return prose.text
    }
  }

  private static func fields(of explanation: Explanation) -> [(name: String, value: String)] {
    var fields = [("fact", explanation.summary), ("type", explanation.type), ("id", explanation.id)]
    if !explanation.rule.isEmpty { fields.append(("rule", explanation.rule)) }
    if let confidence = explanation.confidence { fields.append(("confidence", String(confidence))) }
    if let status = explanation.status { fields.append(("status", status.rawValue)) }
    if let date = explanation.date { fields.append(("date", "\(date.edtf) (\(date.basis.rawValue))")) }
    if !explanation.attributedTo.isEmpty {
      fields.append(("says", explanation.attributedTo.map(\.name).joined(separator: ", ")))
    }
    for part in explanation.parts { fields.append((part.role, "\(part.entity.name) (\(part.entity.id))")) }
    for (name, value) in explanation.attributes.sorted(by: { $0.key < $1.key }) { fields.append((name, value)) }
    for event in explanation.sameAs { fields.append(("same as", event.rawValue)) }
    for evidence in explanation.evidence {
      let place = FactText.place(evidence, in: explanation.documents)
      fields.append(("evidence", "\(FactText.quote(evidence)) — \(place)"))
    }
    for reading in explanation.alternatives { fields.append(("other reading", reading)) }
    return fields.map { (name: $0.0, value: $0.1) }
  }

  private static func add(_ explanation: Explanation, to prose: inout Prose) {
    prose.add(explanation.summary, style: .bold)
    let rows = fields(of: explanation).dropFirst()
    let width = rows.map(\.name.count).max() ?? 0
    for field in rows {
      prose.add(label: field.name, width: width, field.value, indent: 2)
    }
  }
}
