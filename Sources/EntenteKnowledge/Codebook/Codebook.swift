package import EntenteModel

/// Where an event's target stands, as seen from its trigger.
package enum TargetFrame: Hashable, Sendable {
  /// The direct object.
  case object
  /// The object of a preposition.
  case preposition(String)
  /// None is needed.
  case none
}

/// A rule of the codebook: a word and the event it speaks of.
package struct CodebookRule: Hashable, Sendable {
  /// Stable name, as in `verb:meet` or `verb:launch+attack`.
  package let name: String
  /// The lemma's words; those after the first follow the verb as particles.
  package let words: [String]
  /// PLOVER type.
  package let type: EventType
  /// PLOVER mode, or an empty string.
  package let mode: String
  /// Nouns one of which must head the direct object; empty where any may, or none.
  package let objects: Set<String>
  /// Where the target stands, best first.
  package let frames: [TargetFrame]

  /// A rule of its parts.
  package init(
    name: String, words: [String], type: EventType, mode: String, objects: Set<String> = [], frames: [TargetFrame]
  ) {
    self.name = name
    self.words = words
    self.type = type
    self.mode = mode
    self.objects = objects
    self.frames = frames
  }
}

/// The form of a verb that a word is.
package enum VerbForm: Hashable, Sendable {
  /// Infinitive or present.
  case base
  /// Present, third person.
  case third
  /// Past tense; also past participle where the two are alike.
  case past
  /// Past participle.
  case participle
  /// Present participle or gerund.
  case ing
}

/// The event codebook: which words speak of which PLOVER event, found by any inflected form.
package struct Codebook: Sendable {
  private var verbRules: [String: [CodebookRule]] = [:]
  private var nounRules: [String: [CodebookRule]] = [:]
  private var verbForms: [String: [(lemma: String, form: VerbForm)]] = [:]

  /// The codebook that comes with the program.
  ///
  /// - Throws: `malformedTable` where an embedded file is damaged.
  package init() throws(KnowledgeError) {
    try self.init(
      rules: EmbeddedText.codebook, rulesFile: "codebook.tsv", forms: EmbeddedText.wordForms,
      formsFile: "word-forms.tsv")
  }

  init(rules: String, rulesFile: String, forms: String, formsFile: String) throws(KnowledgeError) {
    let formTable = try TableReader(
      forms, file: formsFile, columns: ["lemma", "third", "past", "participle", "ing"])
    var irregular: [String: [[String]]] = [:]
    for row in formTable.rows {
      irregular[String(row.fields[0]), default: []].append(row.fields.dropFirst().map(String.init))
    }
    let table = try TableReader(
      rules, file: rulesFile, columns: ["word", "pos", "type", "mode", "object", "frame"])
    for row in table.rows {
      let rule = try Self.rule(row, file: rulesFile)
      switch row.fields[1] {
      case "verb":
        verbRules[rule.words[0], default: []].append(rule)
        if verbRules[rule.words[0]]?.count == 1 { addForms(of: rule.words[0], irregular: irregular) }
      case "noun":
        nounRules[rule.words[rule.words.count - 1], default: []].append(rule)
      default:
        throw KnowledgeError(
          .malformedTable, "'\(row.fields[1])' is no part of speech; wanted is verb or noun", file: rulesFile,
          line: row.line, column: 2)
      }
    }
  }

  /// The verbs, with their form, that a lower-case word may be.
  package func verbs(_ word: String) -> [(lemma: String, form: VerbForm)] { verbForms[word] ?? [] }

  /// The rules of a verb, those that ask for an object or a particle first.
  package func rules(ofVerb lemma: String) -> [CodebookRule] {
    (verbRules[lemma] ?? []).enumerated().sorted { left, right in
      let ranks = (Self.rank(left.element), Self.rank(right.element))
      return ranks.0 != ranks.1 ? ranks.0 > ranks.1 : left.offset < right.offset
    }.map(\.element)
  }

  /// The rules of a noun by its last word, singular or as listed.
  package func rules(ofNoun word: String) -> [CodebookRule] {
    nounRules[word] ?? nounRules[Inflection.singular(of: word)] ?? []
  }

  private static func rank(_ rule: CodebookRule) -> Int {
    (rule.objects.isEmpty ? 0 : 1) + (rule.words.count > 1 ? 2 : 0)
  }

  private static func rule(_ row: TableReader.Row, file: String) throws(KnowledgeError) -> CodebookRule {
    guard let type = EventType(rawValue: String(row.fields[2])) else {
      throw KnowledgeError(
        .malformedTable, "'\(row.fields[2])' is none of the sixteen PLOVER types", file: file, line: row.line,
        column: 3)
    }
    let objects = row.fields[4] == "-" ? [] : row.fields[4].split(separator: ",").map(String.init)
    let frames: [TargetFrame] = row.fields[5].split(separator: "|").map { field in
      switch field {
      case "O": .object
      case "-": .none
      default: .preposition(String(field))
      }
    }
    let name = "\(row.fields[1]):\(row.fields[0])" + (objects.first.map { "+\($0)" } ?? "")
    return CodebookRule(
      name: name, words: row.fields[0].split(separator: " ").map(String.init), type: type,
      mode: row.fields[3] == "-" ? "" : String(row.fields[3]), objects: Set(objects), frames: frames)
  }

  /// Adds what a verb looks like in a text; a verb with two spellings has two sets of forms.
  private mutating func addForms(of lemma: String, irregular: [String: [[String]]]) {
    for forms in irregular[lemma] ?? [Inflection.verbForms(of: lemma)] {
      add(lemma, .base, of: lemma)
      add(forms[0], .third, of: lemma)
      if forms[1] != lemma { add(forms[1], .past, of: lemma) }
      if forms[2] != forms[1] { add(forms[2], .participle, of: lemma) }
      add(forms[3], .ing, of: lemma)
    }
  }

  private mutating func add(_ word: String, _ form: VerbForm, of lemma: String) {
    let known = verbForms[word] ?? []
    if known.contains(where: { $0.lemma == lemma && $0.form == form }) { return }
    verbForms[word] = known + [(lemma, form)]
  }
}
