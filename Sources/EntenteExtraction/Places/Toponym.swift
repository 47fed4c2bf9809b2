public import EntenteModel

/// Words of a text that name a place, and which place that is.
public struct Toponym: Hashable, Sendable {
  /// Where the words stand in the repaired text.
  public var span: TextSpan
  /// The words as written.
  public var text: String
  /// The usual name of the place; of a demonym the land.
  public var name: String
  /// Where the place is.
  public var location: GeoLocation
  /// ISO 3166-1 alpha-3 code of its country; `nil` for seas, continents and what else lies in none or several.
  public var country: String?
  /// Other places that the name may mean, the likelier first.
  public var alternatives: [Alternative]

  /// A place that was thought of and not chosen.
  public struct Alternative: Hashable, Sendable {
    /// Its usual name.
    public var name: String
    /// Where it is.
    public var location: GeoLocation
    /// ISO 3166-1 alpha-3 code of its country.
    public var country: String?
    /// How far its score lies below that of the place chosen; a point is a tenfold of inhabitants.
    public var deficit: Double
  }
}
