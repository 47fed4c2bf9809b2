import EntenteModel

/// What is told of a part of a scene while the pointer rests on it, or by a screen reader.
struct SceneWords {
  private let scene: FactScene
  private let facts: FactSet

  init(_ scene: FactScene, _ facts: FactSet) {
    self.scene = scene
    self.facts = facts
  }

  func name(ofNode index: Int) -> String {
    switch scene.nodes[index].content {
    case .entity(let entity, let office):
      let name = FactWords.squeezed(entity.name)
      return office.map { "\(name), \($0)" } ?? "\(name), \(EntityLook(entity.type).legend)"
    case .list(let entities): return entities.map { FactWords.squeezed($0.name) }.joined(separator: ", ")
    case .note(let deeds, let more):
      let told = deeds.map { deed in ([deed.words] + deed.details).joined(separator: ", ") }
      return told.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
    }
  }

  func name(of link: FactScene.Link) -> String {
    let words = link.words.isEmpty ? link.line.legend : link.words.joined(separator: ", ")
    let times = link.count > 1 ? " ×\(link.count)" : ""
    let details = link.details.isEmpty ? "" : " (\(link.details.joined(separator: ", ")))"
    return "\(plainName(link.tail)) – \(words)\(times)\(details) – \(plainName(link.head))"
  }

  func tooltip(ofNode index: Int) -> String {
    let node = scene.nodes[index]
    var lines = [name(ofNode: index)]
    if let entity = node.entity, !entity.aliases.isEmpty {
      lines.append("also: " + entity.aliases.prefix(6).map { FactWords.cut($0, to: 60) }.joined(separator: ", "))
    }
    return (lines + quotes(node.evidence)).joined(separator: "\n")
  }

  func tooltip(of link: FactScene.Link) -> String {
    ([name(of: link)] + quotes(link.evidence)).joined(separator: "\n")
  }

  private func plainName(_ index: Int) -> String {
    scene.nodes[index].entity.map { FactWords.cut(FactWords.squeezed($0.name), to: 60) } ?? name(ofNode: index)
  }

  /// At most three sentences with their source.
  private func quotes(_ evidence: [Evidence]) -> [String] {
    let sorted = Set(evidence).sorted()
    let more = sorted.count > 3 ? ["and \(sorted.count - 3) more"] : []
    return sorted.prefix(3).map { Self.quote($0, in: facts) } + more
  }

  /// The words of evidence with the document they stand in.
  static func quote(_ evidence: Evidence, in facts: FactSet) -> String {
    let record = facts.document(evidence.document)
    let source = record.map { $0.title.isEmpty ? $0.source : $0.title } ?? evidence.document.rawValue
    let words = FactWords.cut(FactWords.squeezed(evidence.text), to: 320)
    return "“\(words)” – \(FactWords.cut(FactWords.squeezed(source), to: 80)), sentence \(evidence.sentence + 1)"
  }
}
