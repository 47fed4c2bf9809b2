import EntenteKnowledge
import EntenteModel

/// What names of places may mean, by the gazetteer and by the index of toponyms together.
struct ToponymLexicon: Sendable {
  let gazetteer: Gazetteer
  let index: ToponymIndex

  /// What a name may mean, or, if nothing, what it may mean when an abbreviation is written out or the other way round.
  func senses(_ key: String, written: String) -> [ToponymSense] {
    let senses = knownSenses(key, written: written)
    if !senses.isEmpty { return senses }
    for (start, other) in [("st ", "saint "), ("saint ", "st "), ("mt ", "mount "), ("ft ", "fort ")]
    where key.hasPrefix(start) {
      return knownSenses(other + key.dropFirst(start.count), written: "")
    }
    return []
  }

  /// What a name may mean, by the gazetteer and by the index.
  private func knownSenses(_ key: String, written: String) -> [ToponymSense] {
    let places = index.places(forFolded: key)
    var senses: [ToponymSense] = []
    for candidate in gazetteer.candidates(forFolded: key) where candidate.form != .demonym {
      if candidate.isExactCase, candidate.surface != written { continue }
      let entry = gazetteer.entry(candidate.entry)
      let twin = places.first { place in
        place.country == entry.countryCode
          && (place.kind == .region
            ? entry.kind == .region : entry.location.map { place.location.distance(to: $0) < 25 } ?? false)
      }
      if let sense = ToponymSense(entry, twin: twin) { senses.append(sense) }
    }
    for place in places {
      let sense = ToponymSense(place)
      let isKnown = senses.contains { known in
        known.country == sense.country
          && (known.region == sense.region && known.kind == sense.kind
            || known.location.distance(to: sense.location) < 25)
      }
      if !isKnown { senses.append(sense) }
    }
    return senses
  }
}
