/// The shortened words of English news text, by what may follow their full stop.
enum Abbreviations {
  /// How an abbreviation stands in its sentence.
  enum Kind: Sendable {
    /// Something always follows: a name after "Gen.", a case after "vs.".
    case leading
    /// A number follows inside the sentence: "Feb. 12", "No. 3".
    case beforeNumber
    /// It may end the sentence: "Inc.", "p.m.", "U.S.".
    case anywhere
  }

  /// The kind of a word that was written with a full stop behind it, or nil where it is none.
  ///
  /// - Parameter word: the word in lower case, without the last full stop.
  static func kind(_ word: String) -> Kind? { table[word] }

  /// The longest abbreviation of the table.
  static let longest = 6

  /// Words that open a sentence more often than they go on behind an abbreviation.
  static func opensSentence(_ word: String) -> Bool { openers.contains(word) }

  private static let table: [String: Kind] = {
    var table: [String: Kind] = [:]
    let leading = """
      mr mrs ms mx dr prof gen lt col maj capt cmdr cdr sgt cpl pvt adm rep reps sen sens gov govs pres sec amb hon \
      rev fr st sts mt ft msgr supt insp det atty gens drs messrs mme mlle m vs v cf viz al brig vice-adm e.g i.e \
      ph approx est hrsg dir dep asst assoc comdr
      """
    for word in leading.split(separator: " ") { table[String(word)] = .leading }
    let numbered =
      "jan feb mar apr jun jul aug sep sept oct nov dec no nos art fig figs vol pp p ch para paras c ca b d"
    for word in numbered.split(separator: " ") { table[String(word)] = .beforeNumber }
    let anywhere = """
      inc corp ltd co bros cos plc llc jr sr esq etc a.m p.m dept univ assn ave blvd rd natl intl \
      u.s u.k u.n e.u d.c ph.d m.d b.a m.a u.s.a u.a.e
      """
    for word in anywhere.split(separator: " ") { table[String(word)] = .anywhere }
    return table
  }()

  private static let openers: Set<String> = Set(
    """
    a an the this that these those he she it we they i you his her its their our my your there here in on at by \
    for from with without after before as when while if but and or so yet still however although though since \
    because until during under over some many most all no not both each every several what who why how where \
    which now then today meanwhile according also even only instead despite among such one last earlier later \
    asked once two please
    """.split(separator: " ").map(String.init))
}
