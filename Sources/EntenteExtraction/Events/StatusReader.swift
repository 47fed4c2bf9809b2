import EntenteModel

/// Whether what a word says happened, and the word that weakens it.
struct Reading: Hashable, Sendable {
  var status: EventStatus
  var hedge: String?
}

/// Reads negation, plans, conditions and doubt from the words that govern or qualify a trigger.
struct StatusReader {
  let vocabulary: Vocabulary
  let line: Line

  private static let conditions: Set<String> = ["if", "unless", "whether", "lest"]
  private static let planNouns: Set<String> = [
    "plan", "decision", "pledge", "promise", "intention", "vow", "commitment", "agreement", "schedule", "proposal",
  ]
  private static let wishNouns: Set<String> = [
    "threat", "demand", "call", "request", "hope", "offer", "effort", "attempt", "bid", "push", "chance",
    "possibility", "prospect", "risk", "fear", "readiness", "willingness", "speculation", "suggestion", "option",
  ]
  private static let mostSteps = 8

  /// The status of a trigger.
  func reading(of trigger: Int) -> Reading {
    var result = own(trigger)
    var current = trigger
    for _ in 0..<Self.mostSteps {
      let word = line.words[current]
      guard word.head != current, line.words.indices.contains(word.head) else { break }
      let effect = effect(of: word.head, on: current)
      if let effect { result = combine(result, effect) }
      if !carries(word.relation) { break }
      current = word.head
    }
    return result
  }

  /// What the words around the trigger itself say.
  private func own(_ trigger: Int) -> Reading {
    var reading = Reading(status: .actual, hedge: nil)
    for place in line.dependents[trigger] {
      let word = line.words[place]
      switch word.relation {
      case "advmod", "det", "cc:preconj", "discourse":
        if vocabulary.negations.contains(word.lower) { reading.status = .negated }
        if vocabulary.hedges.contains(word.lower) {
          reading = Reading(status: weaker(reading.status), hedge: word.form)
        }
      case "aux":
        if word.lower == "would", isReported(trigger), reading.status == .actual {
          reading.status = .planned
        } else if vocabulary.possibleModals.contains(word.lower) {
          reading = Reading(status: weaker(reading.status), hedge: word.form)
        } else if vocabulary.plannedModals.contains(word.lower), reading.status == .actual {
          reading.status = .planned
        }
      case "mark":
        if Self.conditions.contains(word.lower) { reading = Reading(status: weaker(reading.status), hedge: word.form) }
        if word.lower == "without" { reading.status = .negated }
        if word.lower == "to", line.words[trigger].relation == "advcl" {
          reading.status = weaker(reading.status)
        }
      default: break
      }
    }
    if reading.status == .actual, isToCome(trigger) { reading.status = .planned }
    if line.words[trigger].isVerb, let object = line.dependent(of: trigger, ["obj"]),
      line.dependents(of: object, ["det"]).contains(where: { line.lower($0) == "no" })
    {
      reading.status = .negated
    }
    return reading
  }

  /// "Talks are to resume": by whichever of the two verbs the parser takes for the upper.
  private func isToCome(_ trigger: Int) -> Bool {
    if line.words[trigger].lemma == "be" {
      return line.dependents(of: trigger, ["xcomp"]).contains { hasMarkTo($0) }
    }
    let forms = ["is", "are", "was", "were"]
    return hasMarkTo(trigger)
      && line.dependents(of: trigger, ["aux", "cop"]).contains { forms.contains(line.lower($0)) }
  }

  private func hasMarkTo(_ place: Int) -> Bool {
    line.dependents(of: place, ["mark"]).contains { line.lower($0) == "to" }
  }

  /// "said that it would": what was the future when it was said.
  private func isReported(_ trigger: Int) -> Bool {
    let word = line.words[trigger]
    guard word.relation == "ccomp", line.words.indices.contains(word.head) else { return false }
    return line.words[word.head].tag == "VBD" && vocabulary.speechVerbs.contains(line.words[word.head].lemma)
  }

  /// What a governing word says of what it governs.
  private func effect(of head: Int, on dependent: Int) -> Reading? {
    let word = line.words[head]
    let relation = line.words[dependent].relation
    let isComplement =
      ["xcomp", "ccomp", "obj", "obl", "acl", "csubj", "nmod"].contains(relation)
      || relation == "nsubj:pass" || relation == "advcl" && line.words[dependent].tag == "VBG"
    if word.isNoun, relation == "acl" || relation == "nmod" {
      if Self.planNouns.contains(word.lemma) { return Reading(status: .planned) }
      if Self.wishNouns.contains(word.lemma) { return Reading(status: .possible, hedge: word.form) }
      return nil
    }
    guard isComplement || relation == "conj" || relation.hasPrefix("nsubj") else { return nil }
    if isComplement, word.isVerb || word.tag.hasPrefix("JJ") {
      if vocabulary.refuseVerbs.contains(word.lemma), relation != "obl" { return Reading(status: .negated) }
      if relation == "xcomp" || relation == "ccomp" || word.tag.hasPrefix("JJ") || line.words[dependent].isNoun {
        if vocabulary.wishVerbs.contains(word.lemma) { return Reading(status: .possible, hedge: word.form) }
        if vocabulary.planVerbs.contains(word.lemma), relation != "ccomp" { return Reading(status: .planned) }
      }
    }
    // "talks will be held", "might carry out an attack": the verb's own modality holds for its noun.
    // "would not cut ties but might expel diplomats": what has a modality of its own, or stands after "but", takes none.
    if relation == "conj", hasOwnModality(dependent) { return nil }
    let own = own(head)
    if line.words[dependent].isNoun || relation == "conj" || relation == "xcomp" {
      return own.status == .actual ? nil : own
    }
    return nil
  }

  private func hasOwnModality(_ place: Int) -> Bool {
    line.dependents[place].contains {
      line.words[$0].relation == "aux" || line.words[$0].relation == "cc" && line.lower($0) == "but"
    }
  }

  /// Whether what stands above a word of this relation still bears on it.
  private func carries(_ relation: String) -> Bool {
    ArgumentReader.subjects.contains(relation)
      || ["xcomp", "ccomp", "conj", "obj", "nmod", "acl", "obl", "compound"].contains(relation)
  }

  private func combine(_ left: Reading, _ right: Reading) -> Reading {
    if left.status == .negated || right.status == .negated {
      // What is refused is as little done as what is not done; "not rule out" stays open.
      return left.status == right.status
        ? Reading(status: .possible, hedge: left.hedge ?? right.hedge) : Reading(status: .negated, hedge: left.hedge)
    }
    if left.status == .possible || right.status == .possible {
      return Reading(status: .possible, hedge: left.hedge ?? right.hedge)
    }
    return left.status == .planned || right.status == .planned ? Reading(status: .planned, hedge: left.hedge) : left
  }

  private func weaker(_ status: EventStatus) -> EventStatus { status == .negated ? .negated : .possible }
}
