import EntenteKnowledge
import EntenteModel

/// Finds common nouns that stand for a body named before: "the alliance", "the bloc".
///
/// Where two bodies named before could be meant, the noun is left alone.
struct DescriptionFinder {
  let vocabulary: Vocabulary

  func mentions(_ lines: [Line], _ settled: DocumentMentions) -> [(draft: MentionDraft, card: EntityCard)] {
    var bearers: [String: Set<EntityID>] = [:]
    for card in settled.entities.values where card.type == .organization || card.type == .program {
      guard let entry = card.entry else { continue }
      for noun in vocabulary.gazetteer.entry(entry).descriptions { bearers[noun, default: []].insert(card.id) }
    }
    var found: [(draft: MentionDraft, card: EntityCard)] = []
    for line in lines where line.role.feedsGraph {
      let claimed = settled.claimedWords(line: line.index)
      for place in line.words.indices.dropFirst()
      where line.lower(place - 1) == "the" && !claimed.contains(place) {
        guard let ids = bearers[line.lower(place)], ids.count == 1, let id = ids.first,
          let card = settled.entities[id]
        else { continue }
        let draft = MentionDraft(
          line: line.index, words: place - 1..<place + 1, referent: .group(line.lower(place)), form: .description,
          rule: "mention:description")
        found.append((draft, card))
      }
    }
    return found
  }
}
