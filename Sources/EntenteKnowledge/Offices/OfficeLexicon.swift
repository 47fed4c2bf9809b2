/// What a title says of the person who bears it.
package enum OfficeKind: String, Sendable {
  /// Only that a person follows: "Mr.".
  case courtesy
  /// A post in a country, body or unit.
  case office
  /// A military or police rank.
  case rank
  /// An occupation.
  case role
}

/// A title, office or occupation.
package struct OfficeTitle: Hashable, Sendable {
  /// Its words, folded.
  package let words: [String]
  /// What it says of its bearer.
  package let kind: OfficeKind
  /// PLOVER sector of its bearer, if it tells one.
  package let sector: String?
  /// Gazetteer key of the body that the title alone names, if any.
  package let body: String?
}

/// Offices and titles, found by their words.
package struct OfficeLexicon: Sendable {
  private let titles: [String: OfficeTitle]
  private let longest: Int

  /// The titles that come with the program.
  ///
  /// - Throws: `malformedTable` where the embedded file is damaged.
  package init() throws(KnowledgeError) {
    try self.init(EmbeddedText.offices, file: "offices.tsv")
  }

  init(_ text: String, file: String) throws(KnowledgeError) {
    let table = try TableReader(text, file: file, columns: ["title", "kind", "sector", "body"])
    var titles: [String: OfficeTitle] = [:]
    var longest = 0
    for row in table.rows {
      guard let kind = OfficeKind(rawValue: String(row.fields[1])) else {
        throw KnowledgeError(
          .malformedTable, "'\(row.fields[1])' is no kind; wanted is courtesy, office, rank or role",
          file: file, line: row.line, column: 2)
      }
      let words = row.fields[0].split(separator: " ").map(String.init)
      titles[words.joined(separator: " ")] = OfficeTitle(
        words: words, kind: kind, sector: row.fields[2] == "-" ? nil : String(row.fields[2]),
        body: row.fields[3] == "-" ? nil : String(row.fields[3]))
      longest = max(longest, words.count)
    }
    self.titles = titles
    self.longest = longest
  }

  /// All titles, in the order of their words.
  package var all: [OfficeTitle] { titles.sorted { $0.key < $1.key }.map(\.value) }

  /// The longest title that `words` begins with.
  ///
  /// - Complexity: O(*k*) look-ups, *k* the words of the longest title.
  package func longestMatch(_ words: ArraySlice<String>) -> OfficeTitle? {
    for count in stride(from: min(longest, words.count), to: 0, by: -1) {
      let key = words[words.startIndex..<(words.startIndex + count)].joined(separator: " ")
      if let title = titles[key] { return title }
    }
    return nil
  }
}
