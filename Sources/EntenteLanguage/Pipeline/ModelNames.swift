/// A tag: a universal part of speech together with one of the Penn Treebank.
package struct JointTag: Hashable, Sendable {
  package var upos: String
  package var xpos: String

  package init(upos: String, xpos: String) {
    self.upos = upos
    self.xpos = xpos
  }
}

/// The classes that the numbers of a model stand for.
package struct ModelNames: Hashable, Sendable {
  package var tags: [JointTag] = []
  package var lemmaRules: [LemmaRule] = []
  package var relations: [String] = []
  /// The types of named entities.
  package var entities: [String] = []

  /// The names as text, one a line: what it names, then its parts, parted by tabs.
  package var text: String {
    var lines = tags.map { "tag\t\($0.upos)\t\($0.xpos)" }
    lines += relations.map { "relation\t\($0)" }
    lines += entities.map { "entity\t\($0)" }
    lines += lemmaRules.map { "lemma\t\($0.dropped)\t\($0.keepsCase ? "keep" : "lower")\t\($0.ending)" }
    return lines.joined(separator: "\n")
  }

  package init() {}

  /// Reads what `text` gives.
  ///
  /// - Throws: `damaged` where a line is none of the kinds.
  package init(_ text: String) throws(ModelError) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (parts[0], parts.count) {
      case ("tag", 3): tags.append(JointTag(upos: parts[1], xpos: parts[2]))
      case ("relation", 2): relations.append(parts[1])
      case ("entity", 2): entities.append(parts[1])
      case ("lemma", 4):
        guard let dropped = Int(parts[1]) else { throw Self.damaged(line) }
        lemmaRules.append(LemmaRule(dropped: dropped, ending: parts[3], keepsCase: parts[2] == "keep"))
      default: throw Self.damaged(line)
      }
    }
  }

  private static func damaged(_ line: Substring) -> ModelError {
    ModelError(.damaged, "the language model names '\(line)', which is nothing known; take another copy of the file")
  }
}
