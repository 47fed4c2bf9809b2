import EntenteKnowledge
import EntenteModel

/// Decides which entity each name of a document speaks of.
///
/// A name that could be two persons' is left out rather than guessed.
struct EntityResolver {
  let vocabulary: Vocabulary
  let surnames: SurnameFinder
  private let fullest: [String: String]
  private let scope: String

  /// - Parameters:
  ///   - drafts: all names of the document.
  ///   - scope: the document, beyond which people without a name are others.
  init(_ vocabulary: Vocabulary, drafts: [MentionDraft], scope: String = "") {
    self.vocabulary = vocabulary
    self.scope = scope
    surnames = SurnameFinder(drafts)
    var fullest: [String: String] = [:]
    for draft in drafts {
      guard case .person(let name) = draft.referent else { continue }
      let key = Self.personKey(name)
      if let known = fullest[key], (known.utf8.count, name) >= (name.utf8.count, known) { continue }
      fullest[key] = name
    }
    self.fullest = fullest
  }

  /// What is known of the entity that a draft speaks of; nothing where the document leaves it open.
  func card(_ draft: MentionDraft) -> EntityCard? {
    switch draft.referent {
    case .entry(let id):
      return EntityCard(vocabulary.gazetteer.entry(id))
    case .person(let name):
      return person(name, sector: sector(draft))
    case .surname(let surname):
      let keys = Set(surnames.candidates(surname).map(Self.personKey))
      if keys.count > 1 { return nil }
      guard let key = keys.first, let name = fullest[key] else {
        return EntityCard(
          type: .person, key: TextFolding.fold(surname), name: surname, codes: sector(draft))
      }
      return person(name, sector: sector(draft))
    case .named(let type, let name):
      return EntityCard(type: type, key: TextFolding.fold(name), name: name)
    case .group(let name):
      let key = Self.groupKey(name)
      return EntityCard(
        type: .group, key: draft.rule == ActingGroupFinder.rule ? "\(key) \(scope)" : key, name: name)
    }
  }

  private func person(_ name: String, sector: [String: String]) -> EntityCard {
    let key = Self.personKey(name)
    return EntityCard(type: .person, key: key, name: fullest[key] ?? name, aliases: [name], codes: sector)
  }

  private func sector(_ draft: MentionDraft) -> [String: String] {
    guard let title = draft.title, !title.isFormer, let sector = title.title.sector else { return [:] }
    return ["sector": sector]
  }

  /// A full name without initials, folded: "Donald J. Trump" and "Donald Trump" are one.
  static func personKey(_ name: String) -> String {
    let words = TextFolding.fold(name).split(separator: " ")
    let whole = words.filter { $0.unicodeScalars.count > 1 }
    return (whole.count >= 2 ? whole : words).joined(separator: " ")
  }

  /// A collective's name with its head in the singular, folded.
  static func groupKey(_ name: String) -> String {
    var words = TextFolding.fold(name).split(separator: " ").map(String.init)
    if let last = words.popLast() { words.append(Inflection.singular(of: last)) }
    return words.joined(separator: " ")
  }
}
