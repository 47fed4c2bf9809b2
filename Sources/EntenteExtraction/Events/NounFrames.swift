import EntenteKnowledge
import EntenteModel

/// Matches nouns against the codebook: "a meeting between …", "the invasion of …", "Russian attacks on …".
struct NounFrames {
  let vocabulary: Vocabulary
  let line: Line
  let arguments: ArgumentReader
  let analysis: DocumentAnalysis

  private static let modifiers: Set<String> = ["nmod:poss", "compound", "amod"]

  /// The event that a noun speaks of, by the first of its rules whose places are filled.
  func frame(at noun: Int) -> EventFrame? {
    let word = line.words[noun]
    // The noun in a name and the noun before a noun name something else: "Defense Contact Group", "attack drone".
    if word.relation == "compound" || word.relation.hasPrefix("flat") { return nil }
    if analysis.mentions.mention(at: noun, line: line.index) != nil { return nil }
    for rule in vocabulary.codebook.rules(ofNoun: word.lower) {
      if let frame = frame(of: rule, at: noun) { return frame }
    }
    return nil
  }

  private func frame(of rule: CodebookRule, at noun: Int) -> EventFrame? {
    let length = rule.words.count
    let start = noun - length + 1
    guard start >= 0, zip(start..<noun, rule.words.dropLast()).allSatisfy({ line.lower($0) == $1 }) else { return nil }
    var frame = EventFrame(
      rule: rule, trigger: start..<noun + 1, head: noun, isVerb: false, actors: [], targets: [], object: nil)
    var needsTarget = true
    for place in rule.frames {
      switch place {
      case .object: continue
      case .none: needsTarget = false
      case .preposition("by"): continue
      case .preposition("between"):
        let sides = arguments.sides(of: noun)
        if sides.count >= 2 {
          frame.actors = [sides[0]]
          frame.targets = Array(sides.dropFirst())
        }
      case .preposition("of") where rule.type == .consult && rule.mode != "visit":
        // Those of whom a meeting is are those who meet.
        frame.actors += arguments.nouns(after: "of", of: noun).flatMap { arguments.entities(of: $0) }
      case .preposition(let preposition):
        if frame.targets.isEmpty {
          frame.targets = arguments.nouns(after: preposition, of: noun).flatMap { arguments.entities(of: $0) }
        }
      }
    }
    frame.actors += actors(of: noun, frame.targets + frame.actors)
    // A noun that names one side only says too little, unless what is done is a matter of one.
    guard frame.settle(needsTarget: needsTarget) else { return nil }
    return frame.targets.isEmpty && frame.actors.count < 2 && rule.type != .retreat ? nil : frame
  }

  /// Who owns the deed: "Trump's visit", "Russian attacks", "the attack by rebels", or the subject of the verb
  /// that carries it: "Russia launched an attack on".
  private func actors(of noun: Int, _ taken: [Argument]) -> [Argument] {
    var found: [Argument] = []
    let possessors = line.dependents(of: noun, ["nmod:poss"])
    // With an owner named, what stands between is no actor.
    for place in possessors.isEmpty ? line.dependents(of: noun, Self.modifiers) : possessors {
      if let mention = analysis.mentions.mention(at: place, line: line.index) {
        // "his Oval Office meeting": what has an owner of its own is where, not who.
        if mention.draft.words.contains(where: { line.dependent(of: $0, ["nmod:poss"]) != nil }) { continue }
        found.append(Argument(entity: mention.entity, words: mention.draft.words, isIndirect: false))
      } else {
        found += arguments.entities(of: place, allowingOwner: false)
      }
    }
    for agent in arguments.nouns(after: "by", of: noun) { found += arguments.entities(of: agent) }
    if found.isEmpty, let verb = carrier(of: noun) {
      found = arguments.agents(of: verb).flatMap { arguments.entities(of: $0) }
    }
    return found.filter { actor in !taken.contains { $0.entity == actor.entity } }
  }

  /// The verb whose subject does what the noun says: "Russia launched an attack on", "an inquiry was opened by".
  private func carrier(of noun: Int) -> Int? {
    let word = line.words[noun]
    guard word.relation == "obj" || word.relation == "nsubj:pass" || word.relation == "conj" else { return nil }
    let head = word.relation == "conj" && !line.words[word.head].isVerb ? line.words[word.head].head : word.head
    guard line.words.indices.contains(head), line.words[head].isVerb,
      vocabulary.carrierVerbs.contains(line.words[head].lemma)
    else { return nil }
    return head
  }
}
