import EntenteKnowledge
import EntenteModel

/// Reads what somebody undertakes or refuses to do: "said it would release the sailors", "is willing to lend Ghana money",
/// "announced that it will not lift the embargo".
///
/// PLOVER counts the promise of a cooperative deed as AGREE and its refusal as REJECT; the deed itself, if it is one of
/// the codebook, stays an event of its own, planned or negated.
struct CommitmentFrames {
  let vocabulary: Vocabulary
  let line: Line
  let arguments: ArgumentReader

  private static let saying: Set<String> = [
    "say", "announce", "declare", "state", "assert", "reiterate", "confirm", "insist", "stress", "affirm", "add",
  ]
  private static let readiness: Set<String> = ["willing", "ready", "prepared", "unwilling", "unprepared"]
  private static let undertaking: Set<String> = ["will", "would", "'ll", "wo"]
  private static let cooperative: Set<EventType> = [
    .agree, .consult, .support, .concede, .cooperate, .aid, .retreat,
  ]

  /// The promise or refusal that a word speaks of, if it is one.
  func frame(at place: Int) -> EventFrame? {
    let word = line.words[place]
    if word.isVerb, Self.saying.contains(word.lemma) { return said(place) }
    return Self.readiness.contains(word.lower) ? shown(place) : nil
  }

  private func said(_ verb: Int) -> EventFrame? {
    let speakers = arguments.agents(of: verb)
    guard !arguments.isPassive(verb), let speaker = speakers.first,
      let clause = line.dependents(of: verb, ["ccomp"]).first(where: { line.words[$0].isVerb }),
      line.dependents(of: clause, ["aux"]).contains(where: { Self.undertaking.contains(line.lower($0)) }),
      speaksOfItself(clause, speaker)
    else { return nil }
    return frame(verb, by: speakers, deed: clause, isRefused: isNegated(clause))
  }

  private func shown(_ adjective: Int) -> EventFrame? {
    guard
      let clause = line.dependents(of: adjective, ["xcomp", "ccomp", "advcl"]).first(where: { line.words[$0].isVerb }),
      let subject = line.dependent(of: adjective, ArgumentReader.subjects)
    else { return nil }
    let isRefused = line.lower(adjective).hasPrefix("un") != isNegated(adjective)
    return frame(adjective, by: [subject], deed: clause, isRefused: isRefused)
  }

  /// Whether the subject of a clause is the speaker: a pronoun, or the same entity once more.
  private func speaksOfItself(_ clause: Int, _ speaker: Int) -> Bool {
    guard let subject = line.dependent(of: clause, ArgumentReader.subjects) else { return false }
    if ["it", "they", "he", "she", "we", "i"].contains(line.lower(subject)) { return true }
    let own = arguments.entities(of: subject, allowingOwner: false).map(\.entity)
    return !own.isEmpty && own == arguments.entities(of: speaker, allowingOwner: false).map(\.entity)
  }

  private func isNegated(_ place: Int) -> Bool {
    line.dependents(of: place, ["advmod"]).contains { vocabulary.negations.contains(line.lower($0)) }
  }

  private func frame(_ trigger: Int, by agents: [Int], deed: Int, isRefused: Bool) -> EventFrame? {
    guard isCooperative(deed) else { return nil }
    let rule = CodebookRule(
      name: isRefused ? "commitment:refused" : "commitment:given", words: [line.words[trigger].lemma],
      type: isRefused ? .reject : .agree, mode: "", frames: [.none])
    let actors = agents.flatMap { arguments.entities(of: $0) }
    guard !actors.isEmpty else { return nil }
    var frame = EventFrame(
      rule: rule, trigger: trigger..<trigger + 1, head: trigger, isVerb: true, actors: actors,
      targets: arguments.concerned(by: deed), object: nil)
    return frame.settle(needsTarget: true) ? frame : nil
  }

  private func isCooperative(_ deed: Int) -> Bool {
    let lemmas = vocabulary.codebook.verbs(line.lower(deed)).map(\.lemma)
    return lemmas.contains { lemma in
      vocabulary.codebook.rules(ofVerb: lemma).contains { Self.cooperative.contains($0.type) }
    }
  }
}
