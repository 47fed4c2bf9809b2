import EntenteModel

/// Reads when and where an event was and what is counted in it.
struct CircumstanceReader {
  let line: Line
  let analysis: DocumentAnalysis
  let arguments: ArgumentReader
  let times: [TemporalExpression]

  private static let placePrepositions: Set<String> = [
    "in", "at", "near", "outside", "off", "over", "across", "around", "along", "inside", "throughout",
  ]
  private static let scales: [String: Double] = [
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
  ]
  private static let clauseNouns = ArgumentReader.subjects.union(["obj", "iobj"])
  private static let carriedNouns = ArgumentReader.subjects.union(["obj", "obl"])
  private static let joinedVerbs: Set<String> = ["conj", "xcomp"]
  private static let killed: Set<String> = ["kill", "assassinate", "murder"]

  // MARK: - When

  /// The date that the words tie to a trigger; the one of the clause around it, where its own has none.
  ///
  /// A date that belongs to a verb of saying is that of the saying and is not taken. Where several dates are told of
  /// several targets ("from Mali in 2022 and from Niger in 2023") the event lies between the first and the last.
  func date(of trigger: Int, _ words: Range<Int>, targets: Int) -> TimeSpan? {
    let dated = times.filter { isPoint($0) }
    let own = nearest(dated, to: trigger, words)
    if own.count > 1, targets > 1, let basis = own.first?.basis, let first = own.map(\.start).min(),
      let last = own.map(\.end).max()
    {
      return TimeSpan(from: first, through: last, basis: basis)
    }
    if let span = own.first { return span }
    guard let carrier = carrier(of: trigger), let span = nearest(dated, to: carrier, words).first else { return nil }
    return TimeSpan(start: span.start, end: span.end, edtf: span.edtf, basis: .inherited)
  }

  /// The intervals of the times that hang on a word, the nearest first.
  private func nearest(_ times: [TemporalExpression], to trigger: Int, _ words: Range<Int>) -> [TimeSpan] {
    times.compactMap { time in distance(from: time, to: trigger, words).map { (steps: $0, time: time) } }
      .sorted { ($0.steps, $0.time.span) < ($1.steps, $1.time.span) }
      .compactMap(\.time.timeSpan)
  }

  /// Whether a time says when something is, not since or until when; before a noun it does whatever governs the noun:
  /// "after a July meeting".
  private func isPoint(_ time: TemporalExpression) -> Bool {
    guard time.timeSpan != nil else { return false }
    switch time.relation {
    case .before, .after, .until, .since:
      return root(of: time).map { line.words[$0].head > $0 && line.words[line.words[$0].head].isNoun } ?? false
    case .at, .by, .during:
      return true
    }
  }

  private func root(of time: TemporalExpression) -> Int? {
    time.tokens.first { !time.tokens.contains(line.words[$0].head) || line.words[$0].head == $0 }
  }

  /// The steps from a time up to a trigger with no other verb on the way, and no subject or object that is not part of
  /// the trigger: "praised last week's summit" says when the summit was.
  private func distance(from time: TemporalExpression, to trigger: Int, _ words: Range<Int>) -> Int? {
    guard let root = root(of: time) else { return nil }
    if isBeside(time, trigger) { return 1 }
    var current = root
    for steps in 0...line.words.count {
      if current == trigger { return steps }
      if steps > 0, line.words[current].isVerb { return nil }
      let isArgument = Self.clauseNouns.contains(line.words[current].relation)
      if current != root, isArgument, !words.contains(current) { return nil }
      let head = line.words[current].head
      if head == current || !line.words.indices.contains(head) { return nil }
      current = head
    }
    return nil
  }

  /// "Colombia on Tuesday recalled its ambassador": a time right before a verb, but for adverbs, is the verb's.
  private func isBeside(_ time: TemporalExpression, _ verb: Int) -> Bool {
    guard line.words[verb].isVerb, time.tokens.upperBound <= verb else { return false }
    return (time.tokens.upperBound..<verb).allSatisfy { line.words[$0].tag == "RB" || line.words[$0].relation == "aux" }
  }

  /// The verb that carries a noun ("held talks on Monday") or shares its clause with the trigger ("met and agreed").
  private func carrier(of trigger: Int) -> Int? {
    let word = line.words[trigger]
    guard word.head != trigger, line.words.indices.contains(word.head), line.words[word.head].isVerb else { return nil }
    return (word.isVerb ? Self.joinedVerbs : Self.carriedNouns).contains(word.relation) ? word.head : nil
  }

  // MARK: - Where

  /// The places in which a trigger is said to happen.
  func places(of trigger: Int) -> [Argument] {
    // "received Putin in Alaska": the tree may hang the place on the guest.
    let guest = line.words[trigger].isVerb ? arguments.object(of: trigger) : nil
    let nouns = arguments.obliques(of: trigger) + (guest.map { isPerson($0) ? arguments.obliques(of: $0) : [] } ?? [])
    return nouns.flatMap { noun -> [Argument] in
      guard let preposition = arguments.preposition(of: noun), Self.placePrepositions.contains(preposition) else {
        return []
      }
      return arguments.entities(of: noun, allowingOwner: false).filter { isPlace($0.entity) }
    }
  }

  private func isPerson(_ noun: Int) -> Bool {
    analysis.mentions.mention(at: noun, line: line.index).map(arguments.isPerson) ?? false
  }

  private func isPlace(_ entity: EntityID) -> Bool {
    let type = analysis.mentions.entities[entity]?.type
    return type == .place || type == .country
  }

  // MARK: - How much

  /// Money, the dead and other counted things in the object of a trigger.
  func magnitudes(of trigger: Int, _ object: Int?) -> [Magnitude] {
    guard let object else { return [] }
    let nouns = [object] + line.dependents(of: object, ["conj"])
    return nouns.compactMap { noun in
      if line.words[noun].form == "$", let value = number(near: noun) {
        return Magnitude(kind: "money", value: value, unit: "USD")
      }
      guard let count = line.dependent(of: noun, ["nummod"]), let value = number(at: count) else { return nil }
      if line.words[count].form == "$" || line.lower(count - 1) == "$" {
        return Magnitude(kind: "money", value: value, unit: "USD")
      }
      let kind = Self.killed.contains(line.words[trigger].lemma) ? "killed" : line.words[noun].lemma
      return Magnitude(kind: kind, value: value, unit: line.words[noun].lemma)
    }
  }

  private func number(near dollar: Int) -> Double? {
    guard dollar + 1 < line.words.count else { return nil }
    return number(at: dollar + 1)
  }

  /// A written number with the scale behind it: "55,000", "181 billion".
  private func number(at place: Int) -> Double? {
    let digits = line.words[place].form.filter { $0 != "," }
    guard let value = Double(digits) else { return nil }
    return value * (Self.scales[line.lower(place + 1)] ?? 1)
  }
}
