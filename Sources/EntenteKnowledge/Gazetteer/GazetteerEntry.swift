public import EntenteModel

extension Gazetteer {
  /// Names an entry within one gazetteer; ``Entry/key`` is what lasts from one version to the next.
  public struct EntryID: Hashable, Sendable, Comparable {
    /// The place of the entry in the gazetteer.
    public let rawValue: UInt32

    /// Orders by place.
    public static func < (left: EntryID, right: EntryID) -> Bool { left.rawValue < right.rawValue }
  }

  /// Something that has a name the world over, and what is known of it.
  public struct Entry: Hashable, Sendable {
    /// Its place in this gazetteer.
    public let id: EntryID
    /// Its stable name: `iso:GRL`, `org:nato`, `geonames:2673730`, `place:giuk-gap`, `program:purl`.
    public let key: String
    /// What sort of thing it is.
    public let kind: GazetteerKind
    /// Its usual English name.
    public let name: String
    /// Codes by scheme: `iso3166` (alpha-3), `iso3166-2` (alpha-2), `geonames`, `sector` (PLOVER), and
    /// `country`, the ISO 3166-1 alpha-3 code of the country it belongs to.
    public let codes: [String: String]
    /// Where it is; for a country or region a point well within.
    public let location: GeoLocation?
    /// The country that it belongs to.
    public let country: EntryID?
    /// The country whose capital it is.
    public let capitalOf: EntryID?
    /// The place from which it acts; a country's capital.
    public let seat: EntryID?
    /// What it consists of: the lands that form a gap, for one.
    public let parts: [EntryID]
    /// Inhabitants, 0 where unknown or meaningless.
    public let population: Int
    /// Common nouns that may stand for it: "alliance", "bloc", "kingdom".
    public let descriptions: [String]

    /// The type of the entity it becomes.
    public var type: EntityType { kind.entityType }
  }

  /// An entry that words may mean.
  public struct Candidate: Hashable, Sendable {
    /// The entry.
    public let entry: EntryID
    /// How the words name it: by a name, an acronym or a demonym.
    public let form: MentionForm
    /// Whether the words in the text must equal ``surface`` letter by letter: "US", "WHO", "Polish".
    public let isExactCase: Bool
    /// Whether the words are also ordinary English or a personal name, so that they mean the entry
    /// only where something else speaks for it: "Split", "Reading", "Georgia".
    public let isAmbiguousWord: Bool
    /// Whether they are also a given name or a surname.
    public let isPersonalName: Bool
    /// The form as the gazetteer writes it.
    public let surface: String
  }
}
