import EntenteKnowledge
import EntenteModel

/// Finds lasting ties that stand in the words between two neighbouring mentions: owners of collectives,
/// members, parts, seats and allies.
struct TieFinder {
  let vocabulary: Vocabulary
  let analysis: DocumentAnalysis

  /// The ties of all lines that feed the graph, in text order.
  func relations() -> [Relation] {
    analysis.lines.filter(\.role.feedsGraph).flatMap { line in
      owners(in: line) + neighbours(in: line) + parts(in: line)
    }
  }

  private func relation(
    _ type: RelationType, _ source: ResolvedMention, _ target: ResolvedMention, _ rule: String, _ confidence: Double,
    in line: Line
  ) -> Relation? {
    guard source.entity != target.entity else { return nil }
    let words =
      min(
        source.draft.words.lowerBound, target.draft.words.lowerBound)..<max(
        source.draft.words.upperBound, target.draft.words.upperBound)
    return Relation(
      type: type, source: source.entity, target: target.entity, confidence: confidence, rule: rule,
      evidence: [analysis.document.evidence(sentence: line.index, span: line.span(words))])
  }

  /// "NATO officials", "the Trump administration": a collective belongs to whom its name begins with.
  private func owners(in line: Line) -> [Relation] {
    let mentions = analysis.mentions.byLine[line.index]
    return mentions.compactMap { group in
      guard group.draft.rule == "group:owned" || group.draft.rule == "group:government",
        let owner = mentions.first(where: {
          $0.draft.words.lowerBound == group.draft.words.lowerBound && $0.draft.words.count < group.draft.words.count
        })
      else { return nil }
      return relation(.affiliatedWith, group, owner, "tie:owner", 0.9, in: line)
    }
  }

  /// Ties read from the few words between one mention and the next.
  private func neighbours(in line: Line) -> [Relation] {
    let mentions = analysis.mentions.byLine[line.index]
    var found: [Relation] = []
    for left in mentions {
      guard let right = mentions.first(where: { $0.draft.words.lowerBound >= left.draft.words.upperBound }) else {
        continue
      }
      let gap = left.draft.words.upperBound..<right.draft.words.lowerBound
      guard gap.count <= 6, let tie = tie(left, gap, right, in: line) else { continue }
      found.append(tie)
    }
    return found
  }

  private func tie(_ left: ResolvedMention, _ gap: Range<Int>, _ right: ResolvedMention, in line: Line) -> Relation? {
    guard let first = type(left), let second = type(right) else { return nil }
    let words = gap.map { line.lower($0) }
    let isBody = first == .organization || first == .country
    if first == .organization, second == .country || second == .organization, Self.memberNouns.contains(words) {
      return relation(.memberOf, right, left, "tie:member-apposition", 0.9, in: line)
    }
    if second == .organization, first == .country || first == .organization || first == .person,
      Self.isMembership(words)
    {
      return relation(.memberOf, left, right, "tie:member-of", 0.9, in: line)
    }
    if isBody, second == .country, words == ["ally"] || words == ["allies"] {
      return relation(.alliedWith, right, left, "tie:ally", 0.85, in: line)
    }
    if first == .organization, second == .place || second == .country, Self.isSeat(words) {
      return relation(.locatedIn, left, right, "tie:seat", 0.9, in: line)
    }
    if first == .place, second == .country, words == [","], isCity(left), isLand(right, of: left),
      // "In Lima, Peru's prime minister": the comma ends a phrase and is no address.
      !line.hasPossessiveMark(at: right.draft.words.upperBound)
    {
      return relation(.locatedIn, left, right, "tie:place-in-country", 0.95, in: line)
    }
    guard let mark = gap.first, line.words[mark].isPossessiveMark,
      gap.dropFirst().allSatisfy({ isModifier(line.words[$0]) }), isBody
    else { return nil }
    if second == .organization, first == .organization {
      return relation(.partOf, right, left, "tie:possessor", 0.85, in: line)
    }
    return second == .program ? relation(.affiliatedWith, right, left, "tie:possessor", 0.85, in: line) : nil
  }

  private func type(_ mention: ResolvedMention) -> EntityType? { analysis.mentions.entities[mention.entity]?.type }

  /// What stands between a body and its member: "NATO member Turkey".
  private static let memberNouns: Set<[String]> = [
    ["member"], ["members"], ["member", "state"], ["member", "states"], ["member", "country"],
  ]

  /// ", a member of", "is a member of the", "member state of".
  private static func isMembership(_ words: [String]) -> Bool {
    guard let place = words.firstIndex(of: "member"), words[place...].contains("of") else { return false }
    let before = words[..<place].filter {
      ![",", "a", "an", "is", "the", "founding", "full", "and", "long"].contains($0)
    }
    let after = words[(place + 1)...].filter { !["of", "the", "state", "states", "country"].contains($0) }
    return before.isEmpty && after.isEmpty
  }

  private static func isSeat(_ words: [String]) -> Bool {
    let bare = words.filter { !["'s", "the", ",", "its", "is", "are"].contains($0) }
    return bare == ["headquarters", "in"] || bare == ["based", "in"] || bare == ["headquartered", "in"]
  }

  private func isModifier(_ word: Word) -> Bool {
    !word.isMark && !word.isCapitalised && (word.tag.hasPrefix("JJ") || word.tag.isEmpty)
  }

  private func isCity(_ mention: ResolvedMention) -> Bool {
    analysis.mentions.entities[mention.entity]?.location?.level == "city"
  }

  /// Whether the gazetteer too has the place in that country, so that a mere list is not taken for an address.
  private func isLand(_ country: ResolvedMention, of place: ResolvedMention) -> Bool {
    let entities = analysis.mentions.entities
    return entities[place.entity]?.codes["country"] == entities[country.entity]?.codes["iso3166"]
  }

  /// "the choke point formed by Britain, Iceland and Greenland (known as the GIUK gap)": where a whole and its
  /// parts are named in one sentence, the gazetteer says that they are such.
  private func parts(in line: Line) -> [Relation] {
    let mentions = analysis.mentions.byLine[line.index]
    return mentions.flatMap { whole -> [Relation] in
      guard let id = analysis.mentions.entities[whole.entity]?.entry else { return [] }
      let parts = Set(vocabulary.gazetteer.entry(id).parts)
      guard !parts.isEmpty else { return [] }
      return mentions.compactMap { part in
        guard let entry = analysis.mentions.entities[part.entity]?.entry, parts.contains(entry) else { return nil }
        return relation(.partOf, part, whole, "tie:gazetteer-part", 0.9, in: line)
      }
    }
  }
}
