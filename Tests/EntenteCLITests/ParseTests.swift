import EntenteTestSupport
import Testing

/// What `parse` writes: CoNLL-U, and nothing lost.
@Suite struct ParseTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static func rows(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  @Test func aTextBecomesTreesWithNames() async throws {
    let file = try scratch.file("text.txt", "Ms. Meloni couldn't meet Lula in Rome on Tuesday.\n")
    let outcome = try await Tool.run("parse", file)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("# text = Ms. Meloni couldn't meet Lula in Rome on Tuesday.\n"))
    let rows = Self.rows(outcome.text)
    #expect(rows.allSatisfy { $0.count == 10 })
    #expect(rows.map { $0[0] } == ["1", "2", "3-4", "3", "4", "5", "6", "7", "8", "9", "10", "11"])
    let words = rows.filter { !$0[0].contains("-") }
    #expect(words.map { $0[2] }.contains("meet") && words.map { $0[2] }.contains("not"))
    #expect(words.filter { $0[7] == "root" }.map { $0[1] } == ["meet"])
    #expect(words.allSatisfy { Int($0[6]) != nil && $0[3] != "_" && $0[9].hasPrefix("NE=") })
    let named = words.filter { !$0[9].hasPrefix("NE=O") }.map { "\($0[1]) \($0[9])" }
    #expect(named == ["Meloni NE=B-PER", "Lula NE=B-PER", "Rome NE=B-LOC"])
  }

  @Test func givenWordsStay() async throws {
    let given =
      "# sent_id = x\n1\tAnna\t_\n2-3\tcannot\t_\n2\tcan\t_\n3\tnot\t_\n4\tsmile\t_\n5\tagain\tSpaceAfter=No\n6\t.\t_\n\n"
    let outcome = try await Tool.run("parse", "--pretokenized", "-", input: given)
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("# sent_id = x\n1\tAnna\tAnna\tPROPN\t"))
    #expect(Self.rows(outcome.text).map { $0[1] } == ["Anna", "cannot", "can", "not", "smile", "again", "."])
    let again = try await Tool.run("parse", "--pretokenized", "-", input: outcome.text)
    #expect(again.text == outcome.text)
  }

  @Test(arguments: Tool.samples) func everyLetterOfATextIsThere(sample: String) async throws {
    let path = "\(Repository.root)/\(sample)"
    let outcome = try await Tool.run("parse", path)
    let again = try await Tool.run("parse", path)
    #expect(outcome.status == 0 && again.output == outcome.output)
    let sentences = outcome.text.split(separator: "\n").filter { $0.hasPrefix("# text = ") }.map { $0.dropFirst(9) }
    let words = Self.rows(outcome.text).filter { !$0[0].contains("-") }.map { $0[1] }
    #expect(words.joined() == sentences.joined().filter { !$0.isWhitespace })
    #expect(words.count > 100)
  }

  @Test func whatCannotBeReadIsSaid() async throws {
    let file = try scratch.file("words.txt", "Anna meets Boris.\n")
    let outcome = try await Tool.run("parse", "--pretokenized", file)
    #expect(outcome.status == 1)
    #expect(outcome.complainsInOneLine && outcome.output.isEmpty)
    #expect(outcome.errors.contains("\(file):1: 'Anna meets Boris.' is no word in its turn"), "\(outcome.errors)")
    let missing = try await Tool.run("parse", scratch.path + "/nowhere.txt")
    #expect(missing.status == 1 && missing.errors.contains("no such file"))
  }
}
