import EntenteLanguage
import EntenteModel
import EntenteTestSupport
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

  @Test(arguments: [
    "Copyright law was changed on Monday in both states.", "Images by satellite firms show tanks near the border.",
    "By Friday, the army had left the town.", "Related parties were heard by the court on Monday.",
    "Meta changed its privacy policy after a ruling in Dublin.", "Watch officials said the storm would pass.",
    "Advertisement spending fell by three percent.", "NATO — the alliance — did not answer.",
    "In 2025, the price of gas/oil rose.", "“No.”", "The text has three parts:", "Why now?",
  ])
  func sentencesAmongSentencesAreBody(sentence: String) throws {
    let text = "Four ministers agreed on Tuesday on a fleet.\n\n\(sentence)\n\nIt sails in spring, the text says."
    let document = try DocumentReader().read(text: text, source: "-")
    #expect(document.record.sentences.allSatisfy { $0.role == .body })
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func eachWordIsInOneSentence(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "By", "Ana Example", "Feb. 3, 2026", "KYIV, Feb. 3 (AP) —", "The fleet sailed.", "Photo:", "Jo Doe/Reuters", "©",
      "Why We Wrote This", "Read more:", "Here’s what", "?", "“", "”", ".", "•", "-", "(", ")", "[", "AP Photo/Jo Doe",
      "\n", "\n\n", "\r\n", "|", "Home", "attends", "Updated", "2026", "words of no sense", ":", "/", "and",
    ]
    let text = (0..<40).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined(separator: " ")
    let document = try DocumentReader().read(text: "A " + text, source: "-")
    var place = 0
    for sentence in document.record.sentences {
      #expect(isBlank(document.text[TextSpan(start: place, end: sentence.span.start)]), "seed \(seed)")
      place = sentence.span.end
    }
    #expect(isBlank(document.text[TextSpan(start: place, end: document.text.scalarCount)]), "seed \(seed)")
  }

  private func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { $0.value <= 0x20 } }

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
