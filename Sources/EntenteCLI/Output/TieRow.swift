import Entente

/// A fact between two entities as a line of a table.
struct TieRow: ReportRow {
  static let columns = ["step", "from", "way", "to", "fact", "status", "date", "says", "id", "evidence"]
  var tie: Tie
  /// The step of a path, or nil for a neighbour.
  var step: Int?

  var cells: [Table.Cell] {
    [
      step.map { .integer($0) } ?? .none, .text(tie.from.name), .text(FactText.arrow(tie.bearing)),
      .text(tie.to.name), .text(FactText.label(tie)), .text(tie.status?.rawValue ?? ""),
      .text(tie.date?.edtf ?? ""), .list(tie.attributedTo.map(\.name)), .text(tie.id),
      .list(tie.evidence.map(\.text)),
    ]
  }

  func encode(to encoder: any Encoder) throws { try tie.encode(to: encoder) }
}
