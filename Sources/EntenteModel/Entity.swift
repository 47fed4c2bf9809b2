/// The six kinds of things that a graph speaks of.
public enum EntityType: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// A named human being.
  case person = "Person"
  /// A body with a name: alliance, ministry, institute, party, company.
  case organization = "Organization"
  /// A state or a territory with an ISO 3166-1 code; actor and place at once.
  case country = "Country"
  /// Any other named spot of the earth.
  case place = "Place"
  /// A named mission, operation, fund, treaty, strategy or law.
  case program = "Program"
  /// Unnamed or plural collectives: "European allies", "NATO officials".
  case group = "Group"

  /// Orders by name.
  public static func < (left: EntityType, right: EntityType) -> Bool { left.rawValue < right.rawValue }
}

/// How a mention names its entity.
public enum MentionForm: String, Hashable, Sendable, Codable, CaseIterable {
  /// The full or a usual name.
  case name
  /// Part of a person's name, with or without a courtesy title: "Mr. Rutte".
  case surname
  /// Initials: "NATO", "PURL".
  case acronym
  /// An adjective or noun of belonging: "Turkish", "Danes".
  case demonym
  /// A common noun that stands for it here: "the alliance".
  case description
  /// An office that stands for its holder here: "the secretary-general".
  case office
}

/// A place of a document that speaks of an entity.
public struct Mention: Hashable, Sendable, Comparable {
  /// The document.
  public var document: DocumentID
  /// The index of the sentence in the document.
  public var sentence: Int
  /// Where it stands in the repaired text.
  public var span: TextSpan
  /// The words, verbatim.
  public var text: String
  /// How they name the entity.
  public var form: MentionForm

  /// A mention.
  public init(document: DocumentID, sentence: Int, span: TextSpan, text: String, form: MentionForm) {
    self.document = document
    self.sentence = sentence
    self.span = span
    self.text = text
    self.form = form
  }

  /// Orders by document, then by place.
  public static func < (left: Mention, right: Mention) -> Bool {
    (left.document, left.span, left.form.rawValue, left.sentence, left.text)
      < (right.document, right.span, right.form.rawValue, right.sentence, right.text)
  }
}

/// A point on the earth and how large a thing it stands for.
public struct GeoLocation: Hashable, Sendable, Codable {
  /// Degrees north, WGS 84.
  public var lat: Double
  /// Degrees east, WGS 84.
  public var lon: Double
  /// `country`, `region`, `city`, `water` or `site`.
  public var level: String

  /// A location.
  public init(lat: Double, lon: Double, level: String) {
    self.lat = lat
    self.lon = lon
    self.level = level
  }
}

/// Someone or something that facts are about.
public struct Entity: Hashable, Sendable {
  /// Stable identifier.
  public var id: EntityID
  /// Which kind of thing it is.
  public var type: EntityType
  /// The fullest form found or known.
  public var name: String
  /// Every other surface form seen, sorted, without `name`.
  public var aliases: [String]
  /// Codes by scheme: `iso3166`, `sector`, `wikidata`, `geonames`, …
  public var codes: [String: String]
  /// Where it is, if the gazetteer knows.
  public var location: GeoLocation?
  /// Where it is spoken of, in order.
  public var mentions: [Mention]

  /// An entity; `name` is taken out of `aliases`, the rest sorted and made unique.
  public init(
    id: EntityID, type: EntityType, name: String, aliases: some Sequence<String> = [String](),
    codes: [String: String] = [:], location: GeoLocation? = nil, mentions: [Mention] = []
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.aliases = Set(aliases).subtracting([name]).sorted()
    self.codes = codes
    self.location = location
    self.mentions = mentions
  }
}
