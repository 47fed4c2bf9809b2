package import EntenteModel

/// Who has led which country since when, to tell whose president "President Trump" is.
///
/// Only the holders of one edition of the source are known, so it answers for days from the beginning of a
/// tenure on and says nothing of former offices.
///
/// Source: The World Factbook, chiefs of state and heads of government.
package struct OfficeHolders: Sendable {
  private struct Tenure {
    let country: String
    let title: String
    let names: [String]
    let since: CalendarDate
  }

  private let tenures: [String: [Tenure]]

  /// The table that comes with the program.
  ///
  /// - Throws: `malformedTable` where the embedded file is damaged.
  package init() throws(KnowledgeError) {
    try self.init(EmbeddedText.officeHolders, file: "office-holders.tsv")
  }

  init(_ text: String, file: String) throws(KnowledgeError) {
    let table = try TableReader(text, file: file, columns: ["country", "title", "name", "since"])
    var tenures: [String: [Tenure]] = [:]
    for row in table.rows {
      guard let since = CalendarDate(iso8601: String(row.fields[3])) else {
        throw KnowledgeError(
          .malformedTable, "'\(row.fields[3])' is no day of the form YYYY-MM-DD", file: file, line: row.line,
          column: 4)
      }
      let names = TextFolding.fold(String(row.fields[2])).split(separator: " ").map(String.init)
      let tenure = Tenure(
        country: "iso:\(row.fields[0])", title: String(row.fields[1]), names: names, since: since)
      tenures[tenure.title, default: []].append(tenure)
    }
    self.tenures = tenures
  }

  /// The gazetteer key of the one country where a person of that name held the office on a day.
  ///
  /// - Parameters:
  ///   - name: the name as a text gives it; each of its words has to be one of the holder's.
  ///   - title: the title's folded words.
  ///   - day: when; without a day there is no answer.
  ///   - isFormer: whether the office is said to be over, of which the table knows nothing.
  /// - Returns: nothing where no holder fits, or those of two countries do.
  package func country(of name: String, title: [String], on day: CalendarDate?, isFormer: Bool) -> String? {
    guard let day, !isFormer else { return nil }
    let words = TextFolding.fold(name).split(separator: " ").map(String.init)
    guard let surname = words.last else { return nil }
    let fitting = (tenures[title.joined(separator: " ")] ?? []).filter { tenure in
      tenure.since <= day && tenure.names.contains(surname) && words.allSatisfy { tenure.names.contains($0) }
    }
    let countries = Set(fitting.map(\.country))
    return countries.count == 1 ? countries.first : nil
  }
}
