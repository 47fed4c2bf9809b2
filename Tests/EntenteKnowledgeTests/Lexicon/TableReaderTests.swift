import Testing

@testable import EntenteKnowledge

@Suite struct TableReaderTests {
  @Test func readsRowsAndSkipsComments() throws {
    let table = try TableReader("# c\na\tb\n1\t2\n\n# d\n3\t\n", file: "t", columns: ["a", "b"])
    #expect(table.rows.map(\.fields) == [["1", "2"], ["3", ""]])
    #expect(table.rows.map(\.line) == [3, 6])
  }

  @Test func anEmptyTableHasNoRows() throws {
    #expect(try TableReader("", file: "t", columns: ["a"]).rows.isEmpty)
  }

  @Test(arguments: [
    ("b\ta\n", "t:1: the first row must name the columns a, b"),
    ("a\tb\n1\n", "t:2: the row has 1 fields, wanted are 2: a, b"),
  ])
  func saysWhatIsWrong(text: String, message: String) {
    #expect {
      try TableReader(text, file: "t", columns: ["a", "b"])
    } throws: { ($0 as? KnowledgeError)?.description == message }
  }
}
