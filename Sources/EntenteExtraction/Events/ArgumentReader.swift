import EntenteKnowledge
import EntenteModel

/// An entity that fills a place in a clause, with the words that name it there.
struct Argument: Hashable, Sendable {
  let entity: EntityID
  let words: Range<Int>
  /// Whether the entity is not the noun itself but its owner: "Russian missiles", "Trump's tariffs".
  let isIndirect: Bool

  /// The same, told less directly.
  var asIndirect: Argument { Argument(entity: entity, words: words, isIndirect: true) }
}

/// Reads who does what to whom from the tree of a line.
///
/// Relations are those of Universal Dependencies 2: https://universaldependencies.org/u/dep/.
struct ArgumentReader {
  let vocabulary: Vocabulary
  let line: Line
  let analysis: DocumentAnalysis

  private static let passive: Set<String> = ["aux:pass", "nsubj:pass", "csubj:pass"]
  /// The relations of grammatical subjects.
  static let subjects: Set<String> = ["nsubj", "nsubj:pass", "nsubj:outer"]
  private static let owners: Set<String> = ["nmod:poss", "compound", "amod", "nmod:unmarked"]
  /// Verbs whose object, not whose subject, does what the infinitive says: "urged Iran to halt".
  private static let objectControl: Set<String> = [
    "ask", "urge", "tell", "order", "force", "allow", "enable", "help", "encourage", "persuade", "press", "invite",
    "want", "expect", "require", "permit", "push", "lead", "get", "warn", "call", "pressure", "compel", "convince",
  ]

  /// Before a gerund these speak of what others do: "a fund for providing weapons", "warned them against travelling".
  private static let ofOthers: Set<String> = ["for", "of", "against", "from", "about", "on"]

  // MARK: - Clauses

  func isPassive(_ verb: Int) -> Bool {
    if line.dependents[verb].contains(where: { Self.passive.contains(line.words[$0].relation) }) { return true }
    return line.words[verb].tag == "VBN" && isReduced(verb)
  }

  /// A participle beside a noun, without a verb of its own to carry it: "weapons sent by Berlin".
  private func isReduced(_ verb: Int) -> Bool {
    line.words[verb].relation == "acl" && !line.dependents[verb].contains { line.words[$0].relation == "aux" }
  }

  /// The noun that is the grammatical subject of a verb, its own or one that it shares.
  func subject(of verb: Int, depth: Int = 0) -> Int? {
    guard depth < 6 else { return nil }
    if let own = line.dependent(of: verb, Self.subjects) {
      return isRelativePronoun(own) ? antecedent(of: verb) ?? nameBefore(own) ?? own : own
    }
    let word = line.words[verb]
    guard word.head != verb, line.words.indices.contains(word.head) else { return nil }
    switch word.relation {
    case "conj":
      // A passive cannot lend its subject to an active verb unseen, but English does so in print: "was met and left".
      return subject(of: word.head, depth: depth + 1)
    case "xcomp":
      let head = word.head
      if Self.objectControl.contains(line.words[head].lemma), let object = line.dependent(of: head, ["obj", "iobj"]) {
        return object
      }
      return subject(of: head, depth: depth + 1)
    case "advcl":
      return sharesSubject(verb) ? subject(of: word.head, depth: depth + 1) : nil
    case "acl", "acl:relcl":
      return word.head
    default:
      return nil
    }
  }

  /// Whether an adverbial clause without a subject of its own is about the subject of its main clause; what a thing
  /// is for need not be.
  private func sharesSubject(_ verb: Int) -> Bool {
    let word = line.words[verb]
    guard let mark = line.dependent(of: verb, ["mark", "case"]).map({ line.lower($0) }) else {
      return word.tag == "VBG" || word.tag == "VBN"
    }
    return mark == "to" || word.tag == "VBG" && !Self.ofOthers.contains(mark)
  }

  private func isRelativePronoun(_ place: Int) -> Bool {
    let word = line.words[place]
    return word.tag == "WDT" || word.tag == "WP"
      || ["who", "which", "that"].contains(word.lower) && word.relation != "det"
  }

  private func antecedent(of verb: Int) -> Int? {
    var current = verb
    for _ in 0..<4 {
      let word = line.words[current]
      if word.relation == "acl:relcl" || word.relation == "acl" { return word.head }
      guard word.relation == "conj", word.head != current else { return nil }
      current = word.head
    }
    return nil
  }

  /// "Noboa, who visited": the name right before a relative pronoun, where the tree does not lead to it.
  private func nameBefore(_ pronoun: Int) -> Int? {
    let end = line.lower(pronoun - 1) == "," ? pronoun - 1 : pronoun
    return analysis.mentions.mention(endingAt: end, line: line.index)?.draft.root(in: line)
  }

  /// The name right before a verb, but for adverbs and auxiliaries, that no preposition of its own governs: what the
  /// words say where the tree gives the verb a subject that is nobody.
  func nameBefore(verb: Int) -> Argument? {
    var end = verb
    while end > 0, line.words[end - 1].tag == "RB" || line.words[end - 1].relation.hasPrefix("aux") { end -= 1 }
    guard let mention = analysis.mentions.mention(endingAt: end, line: line.index) else { return nil }
    let start = personPhrase(at: mention.draft.words.lowerBound)?.words.lowerBound ?? mention.draft.words.lowerBound
    var before = start - 1
    while before > 0, line.words[before].tag == "DT" { before -= 1 }
    let opens =
      before < 0
      || ["after", "before", "as", "when", "that", "since", "because", "while", ",", "and"].contains(line.lower(before))
    return opens ? Argument(entity: mention.entity, words: mention.draft.words, isIndirect: true) : nil
  }

  /// The direct object of an active verb, or the noun that suffers a passive one.
  func object(of verb: Int) -> Int? {
    if isPassive(verb) { return subject(of: verb) }
    if let own = line.dependent(of: verb, ["obj"]) {
      return isRelativePronoun(own) ? antecedent(of: verb) ?? own : own
    }
    // "the deal that they signed": the noun is the object where the clause has a subject of its own and no object.
    if line.words[verb].relation == "acl:relcl", let own = line.dependent(of: verb, Self.subjects),
      !isRelativePronoun(own), line.dependents(of: verb, ["obl"]).allSatisfy({ line.preposition(of: $0) != nil })
    {
      return line.words[verb].head
    }
    // "signed and ratified the treaty": the object of the last verb is that of all.
    if let next = line.dependents(of: verb, ["conj"]).last, line.words[next].isVerb,
      line.dependent(of: next, Self.subjects) == nil, !isPassive(next)
    {
      return line.dependent(of: next, ["obj"])
    }
    return nil
  }

  /// Who acts: the subject of an active verb, the "by" of a passive one.
  ///
  /// A verb has one subject; where the tree gives it several, they are the parts of a list that it did not join.
  func agents(of verb: Int) -> [Int] {
    if isPassive(verb) { return obliques(of: verb).filter { preposition(of: $0) == "by" } }
    let own = line.dependents(of: verb, ["nsubj"]).filter { !isRelativePronoun($0) }
    return own.count > 1 ? own : subject(of: verb).map { [$0] } ?? []
  }

  /// The nouns that hang on a verb or noun by a preposition, in text order.
  func obliques(of place: Int) -> [Int] {
    line.dependents[place].filter {
      let relation = line.words[$0].relation
      return relation.hasPrefix("obl") || relation.hasPrefix("nmod") && relation != "nmod:poss"
        || relation == "appos" && preposition(of: $0) != nil
    }
  }

  /// The preposition of a noun: the one that the tree gives it, or the word before the name or the title that the
  /// noun belongs to.
  func preposition(of noun: Int) -> String? {
    if let own = line.preposition(of: noun) { return own }
    let phrase =
      personPhrase(at: noun)?.words
      ?? analysis.mentions.mention(at: noun, line: line.index)?.draft.words ?? noun..<noun + 1
    var place = phrase.lowerBound - 1
    while place > 0, line.words[place].tag == "DT" { place -= 1 }
    guard place >= 0, line.words[place].tag == "IN" || line.words[place].tag == "TO" else { return nil }
    return line.lower(place)
  }

  /// The nouns that `preposition` ties to a verb or to a noun.
  ///
  /// "Against" stands far from its verb and is rarely meant for the noun right before it: "filed a suit in court against".
  func nouns(after preposition: String, of place: Int) -> [Int] {
    let near = obliques(of: place).filter { self.preposition(of: $0) == preposition }
    guard near.isEmpty, preposition == "against", line.words[place].isVerb else { return near }
    return obliques(of: place).flatMap { obliques(of: $0) }.filter { self.preposition(of: $0) == preposition }
  }

  /// The two sides of "between A and B" behind a noun; they stand side by side, so that the words tell them where
  /// the tree does not.
  func sides(of noun: Int) -> [Argument] {
    var found = nouns(after: "between", of: noun).flatMap { entities(of: $0) }
    if found.isEmpty, line.lower(noun + 1) == "between", noun + 2 < line.words.count {
      found = entities(of: noun + 2)
    }
    guard let first = found.first, line.lower(first.words.upperBound) == "and" else { return found }
    if found.count >= 2 { return Array(found.prefix(2)) }
    var place = first.words.upperBound + 1
    while place < line.words.count, line.words[place].tag == "DT" { place += 1 }
    guard place < line.words.count else { return found }
    return found + entities(of: place).prefix(1)
  }

  // MARK: - Nouns

  /// The entities that a noun and those coordinated with it stand for, in text order.
  func entities(of noun: Int, allowingOwner: Bool = true) -> [Argument] {
    var found: [Argument] = []
    for head in [noun] + coordinated(with: noun) {
      if let argument = entity(of: head, allowingOwner: allowingOwner),
        !found.contains(where: { $0.entity == argument.entity })
      {
        found.append(argument)
      }
    }
    return found
  }

  /// The nouns joined to a noun by "and" or commas; a title and a name count as one noun, however the tree
  /// has divided them.
  private func coordinated(with noun: Int) -> [Int] {
    let phrase = personPhrase(at: noun)?.words ?? noun..<noun + 1
    return phrase.flatMap { line.dependents(of: $0, ["conj"]) }
      .filter { !phrase.contains($0) && !line.words[$0].isVerb }.sorted()
  }

  private func entity(of noun: Int, allowingOwner: Bool) -> Argument? {
    if let person = personPhrase(at: noun)?.person {
      return Argument(entity: person.entity, words: person.draft.words, isIndirect: false)
    }
    if let own = mention(headedBy: noun) {
      return Argument(entity: own.entity, words: own.draft.words, isIndirect: false)
    }
    if let named = line.dependents(of: noun, ["appos", "flat"]).compactMap({ mention(headedBy: $0) }).first {
      return Argument(entity: named.entity, words: named.draft.words, isIndirect: false)
    }
    if let person = pronoun(at: noun) { return Argument(entity: person, words: noun..<noun + 1, isIndirect: true) }
    guard allowingOwner else { return nil }
    for owner in line.dependents(of: noun, Self.owners) {
      if let found = analysis.mentions.mention(at: owner, line: line.index) {
        return Argument(entity: found.entity, words: found.draft.words, isIndirect: true)
      }
    }
    // "control of Greenland", "the contributions of NATO allies"; not "the mother of the president".
    guard !isPersonNoun(noun), let inner = nouns(after: "of", of: noun).first else { return nil }
    return mention(headedBy: inner).map { Argument(entity: $0.entity, words: $0.draft.words, isIndirect: true) }
  }

  /// Whether a noun says what people do or are: "soldiers", "minister".
  func isPersonNoun(_ noun: Int) -> Bool {
    let lower = line.lower(noun)
    return vocabulary.agentNouns.contains(Inflection.singular(of: lower))
      || vocabulary.offices.longestMatch([Inflection.singular(of: lower)]) != nil
  }

  /// The person in whose title a word stands, or whose country or body it names right before the title:
  /// "Kenyan President William Ruto".
  private func personPhrase(at place: Int) -> (person: ResolvedMention, words: Range<Int>)? {
    for mention in analysis.mentions.byLine[line.index] {
      guard let title = mention.draft.title else { continue }
      let owner = analysis.mentions.mention(endingAt: title.words.lowerBound, line: line.index)
      let start = owner?.draft.words.lowerBound ?? title.words.lowerBound
      let words = min(start, mention.draft.words.lowerBound)..<mention.draft.words.upperBound
      if words.contains(place) { return (mention, words) }
    }
    return nil
  }

  /// The mention that a noun heads; a word inside a longer name counts as its head, an owner's does not.
  private func mention(headedBy noun: Int) -> ResolvedMention? {
    guard let found = analysis.mentions.mention(at: noun, line: line.index) else { return nil }
    return Self.owners.contains(line.words[noun].relation) && found.draft.words.contains(line.words[noun].head)
      ? nil : found
  }

  /// "he" and "she" where only one person was named before, in this sentence or else in the one before, and was
  /// the subject there.
  ///
  /// Pronouns of a sentence are taken to speak of one person, so the first of them decides.
  private func pronoun(at place: Int) -> EntityID? {
    guard Self.pronouns.contains(line.lower(place)),
      let first = line.words.indices.first(where: { Self.pronouns.contains(line.lower($0)) })
    else { return nil }
    let before = analysis.mentions.byLine[line.index].filter { $0.draft.words.upperBound <= first }
    if before.contains(where: isPerson) { return onlyPerson(among: before, in: line) }
    guard let previous = analysis.lines[..<line.index].last(where: { $0.role == line.role }) else { return nil }
    return onlyPerson(among: analysis.mentions.byLine[previous.index], in: previous)
  }

  private static let pronouns: Set<String> = ["he", "she", "him", "her", "his"]

  private func onlyPerson(among mentions: [ResolvedMention], in line: Line) -> EntityID? {
    let persons = mentions.filter(isPerson)
    guard Set(persons.map(\.entity)).count == 1 else { return nil }
    let isSubject = persons.contains { mention in
      line.words[mention.draft.root(in: line)].relation.hasPrefix("nsubj")
    }
    return isSubject ? persons.first?.entity : nil
  }

  func isPerson(_ mention: ResolvedMention) -> Bool {
    analysis.mentions.entities[mention.entity]?.type == .person
  }
}
