import EntenteModel

/// Who is concerned by what stands in a target's place without being anybody.
extension ArgumentReader {
  /// Prepositions by which a noun says whom it concerns.
  private static let concerning: [String] = [
    "of", "by", "from", "against", "with", "to", "on", "for", "into", "toward",
  ]

  /// The entities that a noun concerns though it is none: "the appeal lodged by Kosovo", "sanctions against Iran".
  func entities(within noun: Int) -> [Argument] {
    let own = entities(of: noun)
    if !own.isEmpty { return own }
    let behind = entities(afterFirstOf: Self.concerning, of: noun)
    if !behind.isEmpty { return behind }
    for clause in line.dependents(of: noun, ["acl"]) {
      let nouns = obliques(of: clause) + line.dependents(of: clause, ["obj", "iobj"])
      let found = nouns.flatMap { entities(of: $0) }
      if !found.isEmpty { return found.map(\.asIndirect) }
    }
    return []
  }

  /// Who does what a noun says: its owner, or the "by" and "from" behind it.
  func doers(of noun: Int) -> [Argument] {
    for place in [noun] + line.dependents(of: noun, ["acl"]) {
      let found = entities(afterFirstOf: ["by", "from"], of: place)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The places in or near which a noun says that it lies: "villages in Syria", "a base outside Kabul".
  func surroundings(of noun: Int) -> [Argument] {
    entities(afterFirstOf: ["in", "near", "outside", "around", "across", "along", "of"], of: noun)
  }

  /// The entities behind the first of some prepositions that ties any to a word.
  private func entities(afterFirstOf prepositions: [String], of place: Int) -> [Argument] {
    for preposition in prepositions {
      let found = nouns(after: preposition, of: place).flatMap { entities(of: $0) }
      if !found.isEmpty { return found.map(\.asIndirect) }
    }
    return []
  }

  /// The entities that the infinitive or the clause behind a verb is about: its object, or what its prepositions name.
  ///
  /// - Parameter countingSubjects: whether the subject of a clause is meant before all, as of what is demanded. Else a
  ///   clause about others than the speaker tells nothing.
  func entities(inClausesOf verb: Int, countingSubjects: Bool) -> [Argument] {
    for clause in line.dependents(of: verb, ["xcomp", "ccomp"]) where line.words[clause].isVerb {
      if let subject = line.dependent(of: clause, Self.subjects) {
        let named = entities(of: subject)
        if countingSubjects, !named.isEmpty { return named.map(\.asIndirect) }
        if countingSubjects || !named.isEmpty || line.words[subject].isNoun { continue }
      }
      let found = concerned(by: clause)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The entities that the verb of an inner clause acts on: its objects, what its prepositions name, or what its object
  /// concerns.
  func concerned(by verb: Int) -> [Argument] {
    let objects = line.dependents(of: verb, ["iobj", "obj"])
    for nouns in [objects, obliques(of: verb)] {
      let found = nouns.flatMap { entities(of: $0) }
      if !found.isEmpty { return found.map(\.asIndirect) }
    }
    let within = objects.first.map { entities(within: $0) } ?? []
    if !within.isEmpty { return within }
    // "allow aid to reach Aleppo": the deed within the deed.
    return line.dependents(of: verb, ["xcomp", "ccomp"]).first.map { concerned(by: $0) } ?? []
  }
}
