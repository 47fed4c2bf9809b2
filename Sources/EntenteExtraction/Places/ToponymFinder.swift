import EntenteKnowledge
import EntenteModel

/// Finds the names of places in a line: those of the gazetteer, those that the language model marks, and the states and
/// countries behind a town's name.
struct ToponymFinder {
  private let vocabulary: Vocabulary
  private let lexicon: ToponymLexicon
  private let names: NameFinder

  init(_ vocabulary: Vocabulary, _ index: ToponymIndex) {
    self.vocabulary = vocabulary
    lexicon = ToponymLexicon(gazetteer: vocabulary.gazetteer, index: index)
    names = NameFinder(vocabulary)
  }

  /// The mentions of lines, line by line in text order; no two overlap.
  ///
  /// A name that one sentence shows to be a place's is one in all of them.
  ///
  /// - Complexity: O(*w*) look-ups in the words.
  func mentions(in lines: [Line]) -> [ToponymMention] {
    var found = lines.map { shownMentions(in: $0) }
    let keys = Set(found.joined().lazy.filter { !$0.isDemonym }.map(\.key))
    for (place, line) in lines.enumerated() {
      var claims = claims(in: line, found[place])
      for start in line.words.indices where claims.isFree(start) {
        guard let mention = unshown(at: start, in: line, keys, claims) else { continue }
        claims.take(mention)
        claims.take(container(behind: mention.words, in: line))
      }
      found[place] = claims.mentions.sorted { $0.words.lowerBound < $1.words.lowerBound }
      for (number, mention) in found[place].enumerated() {
        found[place][number].containers = containers(of: mention, before: found[place][(number + 1)...].first, in: line)
      }
    }
    return found.flatMap(\.self)
  }

  /// Mentions found in a line so far, and the words that they and persons hold.
  private struct Claims {
    var mentions: [ToponymMention] = []
    var words: Set<Int> = []

    mutating func take(_ mention: ToponymMention?) {
      guard let mention, words.isDisjoint(with: mention.words) else { return }
      words.formUnion(mention.words)
      mentions.append(mention)
    }

    func isFree(_ word: Int) -> Bool { !words.contains(word) }
  }

  private func claims(in line: Line, _ mentions: [ToponymMention]) -> Claims {
    var claims = Claims(mentions: mentions, words: Set(mentions.flatMap(\.words)))
    for place in line.words.indices where line.words[place].entity.hasSuffix("-PER") { claims.words.insert(place) }
    return claims
  }

  /// The mentions that the gazetteer, the model or the words around show to be such.
  private func shownMentions(in line: Line) -> [ToponymMention] {
    var claims = Claims()
    for draft in names.names(in: line) {
      switch draft.referent {
      case .entry(let id):
        let entry = vocabulary.gazetteer.entry(id)
        if entry.type == .country || entry.type == .place {
          claims.take(
            draft.form == .demonym ? demonym(draft.words, of: entry, in: line) : mention(draft.words, in: line))
        }
      case .named(.place, _): claims.take(mention(draft.words, in: line))
      case .person: claims.words.formUnion(draft.words)
      default: break
      }
    }
    for place in line.words.indices {
      for words in line.entity(at: place, type: "LOC").map({ Self.parts(of: $0, in: line) }) ?? [] {
        claims.take(mention(words, in: line))
      }
      if let words = line.entity(at: place, type: "ORG") { claims.take(self.place(within: words, in: line)) }
    }
    for mention in claims.mentions { claims.take(container(behind: mention.words, in: line)) }
    return claims.mentions
  }

  /// A name that nothing in the line shows to be a place's: another line does, or it is too well known for another.
  private func unshown(at start: Int, in line: Line, _ keys: Set<String>, _ claims: Claims) -> ToponymMention? {
    guard line.words[start].isCapitalised, !line.isTitleCase else { return nil }
    for end in stride(from: min(line.words.count, start + 4), to: start, by: -1) {
      guard (start..<end).allSatisfy({ claims.isFree($0) }), !line.words[end - 1].isMark else { continue }
      guard let mention = named(start..<end, in: line) else { continue }
      let isShown = keys.contains(mention.key) && !Self.opening.contains(line.lower(start - 1))
      if isShown || isPlaced(mention, in: line) || isWellKnown(mention, in: line) { return mention }
    }
    return nil
  }

  /// Words with which other names begin: "St. Paris" is not Paris.
  private static let opening: Set<String> = [
    "st.", "st", "saint", "san", "santa", "new", "el", "los", "las", "fort", "ft.", "port", "mount", "mt.", "lake",
    "camp",
  ]

  /// Whether the words behind say that the place lies somewhere, or that somebody is at home there.
  private func isPlaced(_ mention: ToponymMention, in line: Line) -> Bool {
    let end = mention.words.upperBound
    if line.lower(end) == "-", line.lower(end + 1) == "based" { return true }
    guard line.lower(end) == ",", let outer = container(behind: mention.words, in: line) else { return false }
    return outer.senses.contains { outer in
      mention.senses.contains { $0.country == outer.country && (outer.kind == .country || $0.region == outer.region) }
    }
  }

  private func isWellKnown(_ mention: ToponymMention, in line: Line) -> Bool {
    let words = mention.words
    if words.count > 1, ["county", "parish"].contains(line.lower(words.upperBound - 1)) {
      return mention.senses.contains { $0.kind == .county }
    }
    let first = line.words[words.lowerBound]
    guard line.words[words.upperBound - 1].isCapitalised, !first.isAllCapitals || words.count > 1,
      !vocabulary.commonCapitalised.contains(first.lower), !vocabulary.calendarWords.contains(first.lower),
      !vocabulary.givenNames.contains(first.folded), !vocabulary.organizationHeads.contains(first.lower)
    else { return false }
    for beside in [words.lowerBound - 1, words.upperBound] where line.words.indices.contains(beside) {
      let word = line.words[beside]
      if word.isCapitalised, !word.isMark, beside > 0, !vocabulary.organizationHeads.contains(word.lower),
        !vocabulary.commonCapitalised.contains(word.lower)
      {
        return false
      }
    }
    let candidates = vocabulary.gazetteer.candidates(forFolded: mention.key)
    if candidates.contains(where: { $0.isAmbiguousWord || $0.isPersonalName }) { return false }
    return mention.senses.contains { $0.population >= Self.namesake }
  }

  // MARK: - Words of a name

  private func demonym(_ words: Range<Int>, of entry: Gazetteer.Entry, in line: Line) -> ToponymMention? {
    ToponymSense(entry, twin: nil).map {
      ToponymMention(line: line.index, words: words, senses: [$0], key: $0.name, isDemonym: true)
    }
  }

  /// Words that some place is called, exactly.
  private func named(_ words: Range<Int>, in line: Line) -> ToponymMention? {
    let written = line.text(words)
    let key = TextFolding.fold(written)
    let senses = lexicon.senses(key, written: written)
    return senses.isEmpty ? nil : ToponymMention(line: line.index, words: words, senses: senses, key: key)
  }

  private func mention(_ words: Range<Int>, in line: Line) -> ToponymMention? {
    for start in [words.lowerBound, words.lowerBound + 1] where start < words.upperBound {
      // "North Kyiv", "downtown Lexington": the rest alone may be known.
      if start > words.lowerBound, !Self.parting.contains(line.lower(words.lowerBound)) { break }
      if let mention = named(start..<words.upperBound, in: line) { return mention }
    }
    return nil
  }

  private static let parting: Set<String> = [
    "the", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "downtown",
    "greater", "upper", "lower", "inner", "old", "northeast", "northwest", "southeast", "southwest", "northeastern",
    "northwestern", "southeastern", "southwestern", "mainland", "rural", "metropolitan", "nearby",
  ]

  // MARK: - Names within names

  /// The stretches of a marked name between its commas.
  private static func parts(of words: Range<Int>, in line: Line) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = words.lowerBound
    for place in words where line.words[place].form == "," {
      if start < place { parts.append(start..<place) }
      start = place + 1
    }
    if start < words.upperBound { parts.append(start..<words.upperBound) }
    return parts
  }

  /// The well-known place after which a body is named: "Rapides Parish Fire District", "University of Kentucky".
  private func place(within words: Range<Int>, in line: Line) -> ToponymMention? {
    let starts = words.filter { $0 == words.lowerBound || ["of", "in", "at"].contains(line.lower($0 - 1)) }
    for start in starts {
      for end in stride(from: min(words.upperBound, start + 3), to: start, by: -1) where line.words[start].isCapitalised
      {
        guard let mention = mention(start..<end, in: line), mention.words == start..<end else { continue }
        let isKnown = mention.senses.contains { sense in
          switch sense.kind {
          case .country, .region, .county, .capital: true
          case .city: sense.population >= Self.namesake
          case .expanse, .site: false
          }
        }
        if isKnown, end < words.upperBound || start > words.lowerBound { return mention }
      }
    }
    return nil
  }

  /// Bodies are named after people and words too; a city of so many inhabitants is likelier.
  private static let namesake = 50_000

  // MARK: - Where it lies

  /// A state or country behind a town, which no one else may have seen: "Lexington, Ky.".
  private func container(behind words: Range<Int>, in line: Line) -> ToponymMention? {
    let start = line.lower(words.upperBound) == "," ? words.upperBound + 1 : words.upperBound
    for end in stride(from: min(line.words.count, start + 4), to: start, by: -1) where line.words[start].isCapitalised {
      guard var mention = named(start..<end, in: line) else { continue }
      mention.senses.removeAll { $0.kind != .region && $0.kind != .country }
      // Without a comma only an abbreviation is meant so.
      if !mention.senses.isEmpty, start > words.upperBound || line.text(start..<end).hasSuffix(".") { return mention }
    }
    return nil
  }

  private func containers(of mention: ToponymMention, before next: ToponymMention?, in line: Line) -> [ToponymSense] {
    guard let next, !next.isDemonym else { return [] }
    let gap = mention.words.upperBound..<next.words.lowerBound
    let isBehind =
      gap.isEmpty || gap.count == 1 && ([",", "("].contains(line.words[gap.lowerBound].form))
      || gap.count == 1 && line.lower(gap.lowerBound) == "in"
    return isBehind ? next.senses.filter { $0.kind == .region || $0.kind == .country || $0.kind == .county } : []
  }
}
