public import EntenteModel

/// What sort of thing a gazetteer entry is, finer than its entity type.
///
/// The order of the cases is part of the file format: `KINDS` in Scripts/gazetteer/lists.py has the same.
public enum GazetteerKind: String, Hashable, Sendable, CaseIterable {
  /// A state.
  case country
  /// A land with an ISO 3166-1 code that belongs to a state or to none.
  case territory
  /// A town or city.
  case city
  /// The capital of a country or territory.
  case capital
  /// A part of a country or a stretch of several.
  case region
  /// A sea, gulf, river or lake.
  case water
  /// A strait, canal or gap that traffic or armies have to pass.
  case chokepoint
  /// A continent.
  case continent
  /// A single building, base, plant or crossing.
  case site
  /// States bound to defend each other or to act together in arms.
  case alliance
  /// An organization that states founded by treaty, and its main organs.
  case igo
  /// A body within an organization of states: agency, fund, court, office.
  case agency
  /// States or persons who meet regularly without founding a body.
  case forum
  /// An organ of a state: government seat, ministry, parliament, court, armed force, service.
  case stateOrgan
  /// Armed people who are no organ of a recognized state.
  case armedGroup
  /// A political party.
  case party
  /// An institute that studies, monitors or advises.
  case thinkTank
  /// A news agency, newspaper, broadcaster or photo agency.
  case media
  /// A business.
  case company
  /// A body of private people with a public purpose.
  case ngo
  /// A named mission or operation.
  case mission
  /// A treaty or agreement.
  case treaty
  /// A strategy, doctrine or plan.
  case strategy
  /// A fund, scheme or programme.
  case initiative
  /// A law.
  case law

  /// The type of the entity that an entry of this kind becomes.
  public var entityType: EntityType {
    switch self {
    case .country, .territory: .country
    case .city, .capital, .region, .water, .chokepoint, .continent, .site: .place
    case .mission, .treaty, .strategy, .initiative, .law: .program
    case .alliance, .igo, .agency, .forum, .stateOrgan, .armedGroup, .party, .thinkTank, .media, .company,
      .ngo:
      .organization
    }
  }

  /// How large a thing a location of this kind stands for, in the words of ``GeoLocation``.
  var level: String {
    switch self {
    case .country, .territory: "country"
    case .city, .capital: "city"
    case .region, .continent: "region"
    case .water, .chokepoint: "water"
    default: "site"
    }
  }

  /// How soon an entry is thought of when its name is read; 0 comes first.
  func rank(population: Int) -> Int {
    switch self {
    case .country: 0
    case .alliance, .igo: 1
    case .agency, .stateOrgan, .armedGroup, .continent: 2
    case .capital: population >= 100_000 ? 4 : 6
    case .city: population >= 1_000_000 ? 4 : population >= 100_000 ? 6 : 7
    case .thinkTank, .media, .party, .ngo, .site: 4
    case .region, .company: 5
    case .territory, .water, .chokepoint, .forum, .mission, .treaty, .strategy, .initiative, .law: 3
    }
  }
}
