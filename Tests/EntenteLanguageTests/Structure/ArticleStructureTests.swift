import EntenteLanguage
import EntenteModel
import Testing

/// Articles are written as lines of `role | text`; the reader must give each line its role back.
@Suite struct ArticleStructureTests {
  @Test(arguments: ArticleStructureCases.all)
  func eachLineHasItsRole(article: ArticleStructureCases.Article) throws {
    let document = try DocumentReader().read(text: article.text, source: article.name)
    let found = merged(document)
    #expect(found.count == article.expected.count)
    for (line, expected) in zip(found, article.expected) { #expect(line == expected) }
  }

  @Test(arguments: ArticleStructureCases.all)
  func sentencesRunForwardAndLieInTheText(article: ArticleStructureCases.Article) throws {
    let document = try DocumentReader().read(text: article.text, source: article.name)
    var place = 0
    var paragraph = 0
    for sentence in document.record.sentences {
      #expect(sentence.span.start >= place && sentence.paragraph >= paragraph)
      #expect(document.text.contains(sentence.span))
      place = sentence.span.end
      paragraph = sentence.paragraph
    }
  }

  @Test func titleAndAuthorAreTold() throws {
    let article = """
      Harbour News

      Ministers agree on a fleet for the northern strait

      By Ana Example and Piet Muster, Staff writers

      Feb. 3, 2026

      The ministers of four coastal states agreed on Tuesday to send a common fleet to the strait.

      It will sail in spring, they said.
      """
    let record = try DocumentReader().read(text: article, source: "a.txt").record
    #expect(record.title == "Ministers agree on a fleet for the northern strait")
    #expect(record.author == "Ana Example and Piet Muster")
    #expect(record.date == CalendarDate(year: 2026, month: 2, day: 3))
    #expect(record.dateBasis == .dateLine)
  }

  @Test(arguments: [
    "The fleet sailed on Tuesday.", "The fleet sailed", "Will the fleet sail? Nobody knows.",
    "The fleet sailed.\nIt came back.", "“We will sail.”\n\n“So will we.”",
  ])
  func plainTextIsBody(text: String) throws {
    let document = try DocumentReader().read(text: text, source: "-")
    #expect(document.record.sentences.allSatisfy { $0.role == .body })
    #expect(document.record.title.isEmpty)
  }

  @Test func brokenLinesMakeOneParagraph() throws {
    let text = """
      The ministers of four coastal states agreed on Tuesday to send a common
      fleet to the strait. It will sail in spring, they said, and it will stay
      until the autumn.

      Nobody spoke of the costs, which a report had put at two billion a year
      before the talks began.
      """
    let document = try DocumentReader().read(text: text, source: "-")
    #expect(document.record.sentences.map(\.paragraph) == [0, 0, 1])
  }

  /// Lines of "role | text" as the document has them: the sentences of a paragraph with one role are one line.
  private func merged(_ document: Document) -> [String] {
    var lines: [(paragraph: Int, role: SentenceRole, span: TextSpan)] = []
    for sentence in document.record.sentences {
      if let last = lines.last, last.paragraph == sentence.paragraph, last.role == sentence.role {
        lines[lines.count - 1].span = TextSpan(start: last.span.start, end: sentence.span.end)
      } else {
        lines.append((sentence.paragraph, sentence.role, sentence.span))
      }
    }
    return lines.map { "\($0.role.rawValue) | \(document.text[$0.span])" }
  }
}
