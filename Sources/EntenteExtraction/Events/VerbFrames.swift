import EntenteKnowledge
import EntenteModel

/// Matches verbs against the codebook.
struct VerbFrames {
  let vocabulary: Vocabulary
  let line: Line
  let arguments: ArgumentReader

  /// The event that a verb speaks of, by the first of its rules whose places are filled.
  func frame(at verb: Int) -> EventFrame? {
    let word = line.words[verb]
    if line.words[verb].relation.hasPrefix("aux") || word.relation == "amod" || asksQuestion(verb) { return nil }
    let lemmas = vocabulary.codebook.verbs(word.lower).map(\.lemma)
    guard let lemma = lemmas.first(where: { $0 == word.lemma }) ?? lemmas.first else { return nil }
    for rule in vocabulary.codebook.rules(ofVerb: lemma) {
      if let frame = frame(of: rule, at: verb) { return frame }
    }
    return nil
  }

  private func frame(of rule: CodebookRule, at verb: Int) -> EventFrame? {
    var trigger = verb..<verb + 1
    var particleNouns: [Int] = []
    for particle in rule.words.dropFirst() {
      if let found = line.dependents[verb].first(where: {
        line.lower($0) == particle && ["compound:prt", "advmod"].contains(line.words[$0].relation)
      }) {
        if found == trigger.upperBound { trigger = verb..<found + 1 }
      } else {
        let nouns = arguments.nouns(after: particle, of: verb)
        guard !nouns.isEmpty else { return nil }
        particleNouns += nouns
      }
    }
    let object = arguments.object(of: verb)
    if !rule.objects.isEmpty, !fitsOblique(of: verb, rule.objects) {
      guard let object, fits(object, rule.objects) else { return nil }
      if let compact = compactTrigger(verb, object) { trigger = compact }
    }
    var frame = EventFrame(
      rule: rule, trigger: trigger, head: verb, isVerb: true, actors: actors(of: verb), targets: [], object: object)
    guard let targets = targets(rule, verb, object, particleNouns) else { return nil }
    frame.targets = targets
    let needsTarget = !rule.frames.contains(.none)
    if frame.actors.isEmpty, !arguments.isPassive(verb) { return nil }
    return frame.settle(needsTarget: needsTarget) ? frame : nil
  }

  /// "was asked whether": a question wants an answer, not a deed.
  private func asksQuestion(_ verb: Int) -> Bool {
    line.dependents(of: verb, ["ccomp", "advcl"]).contains { clause in
      line.words[verb].lemma == "ask"
        && line.dependents(of: clause, ["mark"]).contains { ["if", "whether"].contains(line.lower($0)) }
    }
  }

  private func actors(of verb: Int) -> [Argument] {
    var found: [Argument] = []
    for agent in arguments.agents(of: verb) {
      found += arguments.entities(of: agent).filter { actor in !found.contains { $0.entity == actor.entity } }
    }
    let isFinite = ["VBD", "VBZ", "VBP"].contains(line.words[verb].tag)
    if found.isEmpty, isFinite, !arguments.isPassive(verb), let name = arguments.nameBefore(verb: verb) {
      return [name]
    }
    return found
  }

  /// The entities in the first of the rule's target places that holds any; nothing where one is asked for and
  /// none is there.
  private func targets(_ rule: CodebookRule, _ verb: Int, _ object: Int?, _ particleNouns: [Int]) -> [Argument]? {
    if !particleNouns.isEmpty {
      let found = particleNouns.flatMap { arguments.entities(of: $0) }
      if !found.isEmpty { return found }
      let inner = particleNouns.flatMap { arguments.entities(within: $0) }
      return inner.isEmpty ? nil : inner
    }
    for place in rule.frames {
      var nouns: [Int] = []
      switch place {
      case .object:
        // With an object of its own the rule means the one to whom it is given.
        if rule.objects.isEmpty {
          // Who is mobilized is no one against whom it happens.
          let isOwn = rule.type == .mobilize && object.map(arguments.isPersonNoun) ?? false
          nouns = isOwn ? [] : object.map { [$0] } ?? []
        } else {
          nouns = line.dependents(of: verb, ["iobj"])
        }
      case .preposition(let preposition):
        nouns = arguments.nouns(after: preposition, of: verb)
        if let object { nouns += arguments.nouns(after: preposition, of: object) }
      case .none: continue
      }
      // Whose house a meeting is in is not whom one meets.
      let isWhere = place == .preposition("in") || place == .preposition("at")
      let found = nouns.flatMap { arguments.entities(of: $0, allowingOwner: !isWhere) }
      if !found.isEmpty { return found }
    }
    let inner = innerTargets(rule, verb, object)
    if !inner.isEmpty || !rule.frames.contains(.none) { return inner.isEmpty ? nil : inner }
    // An object that is no entity makes it another sense of the verb: "meet the target".
    let isOtherSense = object != nil && rule.objects.isEmpty && rule.frames.count > 1 && rule.type != .mobilize
    return isOtherSense && !arguments.isPassive(verb) ? nil : []
  }

  /// What is said, promised or refused concerns those whom its words name: "rejected an appeal by Kosovo", "agreed to
  /// lend Ghana money", "demanded that Syria withdraw".
  private static let concerning: Set<EventType> = [
    .agree, .concede, .request, .reject, .threaten, .sanction, .aid, .cooperate,
  ]
  /// An object of these that is somebody suffers the deed: "killed an Israeli soldier".
  private static let suffered: Set<EventType> = [
    .assault, .coerce, .accuse, .sanction, .retreat, .consult, .request, .reject,
  ]

  /// The entities within the object, or within the clause that stands in its place.
  private func innerTargets(_ rule: CodebookRule, _ verb: Int, _ object: Int?) -> [Argument] {
    if !rule.objects.isEmpty, let object, Self.suffered.contains(rule.type) {
      let found = arguments.entities(of: object, allowingOwner: false)
      if !found.isEmpty { return found }
    }
    if rule.type == .assault, let object, vocabulary.struckNouns.contains(line.words[object].lemma) {
      return arguments.surroundings(of: object)
    }
    guard !arguments.isPassive(verb) else { return [] }
    if let object {
      // Who praises or condemns a deed speaks of its doer, not of those whom it meets.
      if rule.type == .accuse || rule.type == .support { return arguments.doers(of: object) }
      let found = Self.concerning.contains(rule.type) ? arguments.entities(within: object) : []
      if !found.isEmpty { return found }
    }
    return Self.concerning.contains(rule.type)
      ? arguments.entities(inClausesOf: verb, countingSubjects: rule.type == .request) : []
  }

  private func fits(_ noun: Int, _ wanted: Set<String>) -> Bool {
    ([noun] + line.dependents(of: noun, ["conj"])).contains {
      wanted.contains(line.words[$0].lemma) || wanted.contains(Inflection.singular(of: line.lower($0)))
        || wanted.contains(line.lower($0))
    }
  }

  /// Whether a noun is there that the rule asks for behind a preposition: "on:defense".
  private func fitsOblique(of verb: Int, _ wanted: Set<String>) -> Bool {
    let conditions = wanted.filter { $0.contains(":") }
    if conditions.isEmpty { return false }
    let nouns = arguments.obliques(of: verb) + (arguments.object(of: verb).map(arguments.obliques) ?? [])
    return nouns.contains { noun in
      guard let preposition = arguments.preposition(of: noun) else { return false }
      return conditions.contains("\(preposition):\(line.words[noun].lemma)")
        || conditions.contains("\(preposition):\(line.lower(noun))")
    }
  }

  /// The verb with its object where they stand close together: "held talks", "signed an agreement".
  private func compactTrigger(_ verb: Int, _ object: Int) -> Range<Int>? {
    guard object > verb, object - verb <= 4 else { return nil }
    let inner = (verb + 1)..<object
    let isPlain = inner.allSatisfy { ["DT", "JJ", "CD", "NN", "PRP$"].contains(line.words[$0].tag) }
    return isPlain ? verb..<object + 1 : nil
  }
}
