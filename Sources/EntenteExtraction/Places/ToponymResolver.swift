import EntenteKnowledge
import EntenteModel

/// Decides which places the names of a document mean: one place a name, by what stands behind it, by the size of the
/// places, and by the countries, states and places that the document speaks of otherwise.
struct ToponymResolver {
  /// A name with all its mentions.
  private struct Name {
    var senses: [ToponymSense]
    var count = 0
    var containers: [ToponymSense] = []
    /// The places that names right before say to lie in it.
    var contents: [ToponymSense] = []
    var scores: [Double] = []
    var best = 0
  }

  /// Mentions of the document, in text order.
  private let mentions: [ToponymMention]
  private var names: [String: Name] = [:]
  private let keys: [String]

  init(_ mentions: [ToponymMention]) {
    self.mentions = mentions
    for (place, mention) in mentions.enumerated() {
      var name = names[mention.key] ?? Name(senses: mention.senses)
      name.count += 1
      name.containers += mention.containers
      names[mention.key] = name
      let next = mentions[(place + 1)...].first
      if let next, !mention.containers.isEmpty {
        names[next.key, default: Name(senses: next.senses)].contents += mention.senses
      }
    }
    keys = names.keys.sorted()
  }

  /// The senses of each mention, the likeliest first, with their scores.
  ///
  /// - Complexity: O(*s* *n*) for *s* senses of *n* names, a few times over.
  mutating func resolved() -> [[(sense: ToponymSense, score: Double)]] {
    for round in 0..<Self.rounds {
      let weights = round == 0 ? Surroundings() : surroundings()
      for key in keys { rate(key, weights) }
    }
    return mentions.map { mention in
      guard let name = names[mention.key] else { return [] }
      return zip(name.senses, name.scores).map { ($0, $1) }.sorted { $0.score > $1.score }
    }
  }

  private static let rounds = 4

  /// What the places chosen so far say of where the document is.
  private struct Surroundings {
    var countries: [String: Double] = [:]
    var regions: [Int: Double] = [:]
    var places: [(key: String, sense: ToponymSense, weight: Double)] = []
    var total = 0.0
  }

  private func surroundings() -> Surroundings {
    var found = Surroundings()
    for key in keys {
      guard let name = names[key] else { continue }
      let sense = name.senses[name.best]
      let weight = Double(name.count).squareRoot()
      found.total += weight
      if let country = sense.country { found.countries[country, default: 0] += weight }
      if let region = sense.region { found.regions[region, default: 0] += weight }
      if sense.kind != .country, sense.kind != .expanse { found.places.append((key, sense, weight)) }
    }
    return found
  }

  private mutating func rate(_ key: String, _ surroundings: Surroundings) {
    guard var name = names[key] else { return }
    let own = name.senses[name.best]
    let weight = Double(name.count).squareRoot()
    name.scores = name.senses.map { sense in
      var score = sense.magnitude + Self.standing(sense.kind)
      if name.containers.contains(where: { Self.contains($0, sense, among: name.senses) }) { score += 8 }
      if name.contents.contains(where: { Self.contains(sense, $0, among: []) }) { score += 2 }
      if surroundings.total > 0 {
        // A name does not speak for itself.
        let others = max(1, surroundings.total - weight)
        let country = sense.country.map { (surroundings.countries[$0] ?? 0) - (own.country == $0 ? weight : 0) } ?? 0
        let region = sense.region.map { (surroundings.regions[$0] ?? 0) - (own.region == $0 ? weight : 0) } ?? 0
        score += 3 * country / others + 3 * region / others
        let near = surroundings.places.reduce(0.0) { sum, other in
          other.key == key ? sum : sum + other.weight * Self.nearness(sense.location.distance(to: other.sense.location))
        }
        score += 6 * near / others
      }
      return score
    }
    name.best = name.scores.indices.max { name.scores[$0] < name.scores[$1] } ?? 0
    names[key] = name
  }

  private static func standing(_ kind: ToponymSense.Kind) -> Double {
    switch kind {
    case .country: 4
    case .region: 2.5
    case .expanse: 8
    case .capital: 4
    case .city: 0
    case .county: 0.5
    case .site: 4
    }
  }

  private static func nearness(_ kilometres: Double) -> Double { 1 / (1 + (kilometres / 100) * (kilometres / 100)) }

  /// Whether a place lies in another; in a list of countries none lies in the next.
  private static func contains(_ outer: ToponymSense, _ inner: ToponymSense, among senses: [ToponymSense]) -> Bool {
    guard inner.country == outer.country, outer != inner else { return false }
    if outer.kind == .country { return inner.kind != .country && !senses.contains { $0.kind == .country } }
    return outer.region != nil && inner.region == outer.region && inner.kind != outer.kind
  }
}
