import Entente

/// Facts in words, for people.
enum FactText {
  /// What joins two entities, without their names: `HOLDS_OFFICE (title: Prime Minister)`.
  static func label(_ tie: Tie) -> String {
    let details =
      tie.kind == .relation
      ? tie.attributes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      : ["“\(tie.trigger)”"]
    return tie.type + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }

  /// What keeps a fact from being plain, and when it was: `planned · 2029 · says Mark Rutte`.
  static func caveats(_ tie: Tie) -> String {
    caveats(status: tie.status, date: tie.date, claimants: tie.attributedTo.map(\.name))
  }

  /// Status, date and source of a statement, with those that go without saying left out.
  static func caveats(status: EventStatus?, date: TimeSpan?, claimants: [String]) -> String {
    var parts: [String] = []
    if let status, status != .actual { parts.append(status.rawValue) }
    if let date { parts.append(date.edtf) }
    if !claimants.isEmpty { parts.append("says " + claimants.joined(separator: ", ")) }
    return parts.joined(separator: " · ")
  }

  /// The way a fact points, between two names.
  static func arrow(_ bearing: Tie.Bearing) -> String {
    switch bearing {
    case .forward: "→"
    case .backward: "←"
    case .mutual: "↔"
    }
  }

  /// The words of a piece of evidence in quotation marks, with line breaks as spaces.
  static func quote(_ evidence: Evidence) -> String {
    "“" + evidence.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") + "”"
  }

  /// Where a piece of evidence stands.
  static func place(_ evidence: Evidence, in documents: [DocumentSummary]) -> String {
    let source = documents.first { $0.id == evidence.document }?.source ?? evidence.document.rawValue
    return "\(source), sentence \(evidence.sentence + 1)"
  }
}
