import EntenteModel

/// Reads who says what a trigger says, where it is not the document itself.
struct AttributionReader {
  let vocabulary: Vocabulary
  let line: Line
  let arguments: ArgumentReader
  let mentions: [ResolvedMention]

  private static let clauses: Set<String> = ["ccomp", "parataxis", "xcomp", "csubj"]
  private static let mostSteps = 12

  /// The sources of a trigger, nearest first; "X said that Y had denied …" gives Y, then X.
  func sources(of trigger: Int) -> [EntityID] {
    var sources: [EntityID] = []
    var current = trigger
    for _ in 0..<Self.mostSteps {
      sources += interposed(in: current, trigger)
      let word = line.words[current]
      guard word.head != current, line.words.indices.contains(word.head) else { break }
      let head = word.head
      if Self.clauses.contains(word.relation), isSpeech(head), let speaker = arguments.subject(of: head) {
        sources += arguments.entities(of: speaker).map(\.entity)
      }
      current = head
    }
    if sources.isEmpty { sources += accordingTo(trigger) }
    if sources.isEmpty { sources += tagged(trigger) }
    var seen = Set<EntityID>()
    return sources.filter { seen.insert($0).inserted }
  }

  /// ", Rutte said," and "according to the institute" inside or behind a clause.
  private func interposed(in clause: Int, _ trigger: Int) -> [EntityID] {
    line.dependents[clause].flatMap { place -> [EntityID] in
      let word = line.words[place]
      if word.relation == "parataxis", isSpeech(place), place != trigger, !line.isGoverned(trigger, by: place),
        let speaker = line.dependent(of: place, ["nsubj"])
      {
        return arguments.entities(of: speaker).map(\.entity)
      }
      if word.relation.hasPrefix("obl") || word.relation.hasPrefix("nmod"),
        isAccording(place)
      {
        return arguments.entities(of: place).map(\.entity)
      }
      return []
    }
  }

  /// "…, according to a senior NATO official": the words are so plain that the tree is not needed, so long as no
  /// semicolon stands between.
  private func accordingTo(_ trigger: Int) -> [EntityID] {
    for place in line.words.indices.dropLast(2)
    where line.lower(place) == "according" && line.lower(place + 1) == "to" {
      let between = min(place, trigger)..<max(place, trigger)
      if between.contains(where: { line.words[$0].form == ";" }) { continue }
      let near = mentions.filter { (place + 2..<place + 7).contains($0.draft.words.lowerBound) }
      guard let source = near.first, (place + 2..<source.draft.words.lowerBound).allSatisfy({ isOpener($0) }) else {
        continue
      }
      return [source.entity]
    }
    return []
  }

  /// "…, Mr. Rutte pointed out Wednesday" and "…, says Nathalie Tocci": who speaks stands behind a comma or a quotation
  /// mark, right beside a verb of saying.
  private func tagged(_ trigger: Int) -> [EntityID] {
    for mention in mentions where mention.draft.words.lowerBound > trigger + 1 {
      let words = mention.draft.words
      let start = min(words.lowerBound, mention.draft.title?.words.lowerBound ?? words.lowerBound)
      let isAfter = isSpeechWord(words.upperBound) && isBreak(beforeOpeners: start)
      let isBefore = isSpeechWord(start - 1) && isBreak(beforeOpeners: start - 1)
      if isAfter || isBefore { return [mention.entity] }
    }
    return []
  }

  private func isSpeechWord(_ place: Int) -> Bool { line.words.indices.contains(place) && isSpeech(place) }

  private func isBreak(beforeOpeners start: Int) -> Bool {
    var place = start - 1
    while place > 0, isOpener(place) || line.words[place].tag == "NNP" { place -= 1 }
    return place > 0 && [",", "”", "\"", "’"].contains(line.words[place].form)
  }

  private func isOpener(_ place: Int) -> Bool {
    let tag = line.words[place].tag
    return tag == "DT" || tag.hasPrefix("JJ") || tag == "CD" || tag == "NN" || tag == "RB"
  }

  private func isAccording(_ place: Int) -> Bool {
    line.dependents(of: place, ["case"]).contains { line.lower($0) == "according" }
  }

  private func isSpeech(_ place: Int) -> Bool {
    line.words[place].isVerb && vocabulary.speechVerbs.contains(line.words[place].lemma) && !hasObject(place)
      && !mentions.contains { $0.draft.words.contains(place) }
  }

  /// With an object it is another sense: "recalled its ambassador". A day that the tree takes for one is none:
  /// "pointed out Wednesday".
  private func hasObject(_ verb: Int) -> Bool {
    guard let object = line.dependent(of: verb, ["obj"]) else { return false }
    return object > verb && line.words[object].isNoun && !vocabulary.calendarWords.contains(line.lower(object))
  }
}
