import EntenteKnowledge
import EntenteModel

/// A place that a name may mean.
struct ToponymSense: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case country
    /// A state, province or landscape.
    case region
    /// A continent, sea or other expanse.
    case expanse
    case capital
    case city
    case county
    /// A single building, base or crossing.
    case site
  }

  let name: String
  let kind: Kind
  let location: GeoLocation
  /// ISO 3166-1 alpha-3 code.
  let country: String?
  /// The number of the state or province in the ``ToponymIndex``.
  let region: Int?
  let population: Int

  init(_ place: ToponymIndex.Place) {
    name = place.name
    kind = place.kind == .city ? .city : place.kind == .region ? .region : .county
    location = place.location
    country = place.country
    region = place.region
    population = place.population
  }

  /// The place that an entry of the gazetteer is, if it is one and lies somewhere.
  ///
  /// - Parameter twin: the same place in the index, which knows its region.
  init?(_ entry: Gazetteer.Entry, twin: ToponymIndex.Place?) {
    guard entry.type == .country || entry.type == .place, let location = entry.location else { return nil }
    switch entry.kind {
    case .country, .territory: kind = .country
    case .capital: kind = .capital
    case .city: kind = .city
    case .region: kind = .region
    case .site: kind = .site
    default: kind = .expanse
    }
    name = entry.name
    self.location = location
    country = entry.countryCode
    region = twin?.region
    population = max(entry.population, twin?.population ?? 0)
  }
}

extension Gazetteer.Entry {
  /// ISO 3166-1 alpha-3 code of the country that it is or lies in; a territory's is that of its state.
  var countryCode: String? { codes["country"] ?? codes["iso3166"] }
}
