import EntenteModel
import EntenteStore
import Testing

@Suite struct TableTests {
  private func csv(_ cells: [Table.Cell]) -> String {
    let table = Table(columns: cells.indices.map { "c\($0)" }, rows: [cells])
    return String(decoding: table.csv(), as: UTF8.self)
  }

  @Test(
    arguments: [
      (.text("plain"), "plain"), (.text("a,b"), "\"a,b\""), (.text("say \"no\""), "\"say \"\"no\"\"\""),
      (.text("two\nlines"), "\"two\nlines\""), (.text("=1+1"), "'=1+1"), (.text("@x"), "'@x"), (.text("-5"), "'-5"),
      (.text("+1,2"), "\"'+1,2\""), (.text("\t=1"), "'\t=1"), (.text("\r\nx"), "\"'\r\nx\""), (.text(""), ""),
      (.integer(-5), "-5"), (.number(-2.5), "-2.5"), (.number(3), "3"), (.list(["a", "b"]), "a; b"),
      (.list(["=x"]), "'=x"), (.none, ""),
    ] as [(Table.Cell, String)])
  func cellIsWrittenSafely(cell: Table.Cell, field: String) {
    #expect(csv([cell, .text("z")]) == "c0,c1\r\n\(field),z\r\n")
  }

  @Test func jsonLinesKeepTheKindOfEachCell() {
    let table = Table(
      columns: ["t", "i", "n", "l", "z"], rows: [[.text("a\"b"), .integer(1), .number(0.5), .list(["x", "y"]), .none]])
    #expect(
      String(decoding: table.jsonLines(), as: UTF8.self) == #"{"t":"a\"b","i":1,"n":0.5,"l":["x","y"],"z":null}"# + "\n"
    )
  }

  @Test func factsOfEachKindHaveTheirRows() throws {
    let events = FactTable.events.table(Sample.facts)
    #expect(events.rows.count == Sample.facts.events.count)
    let row = try #require(events.rows.first { $0.contains(.text(Sample.tanks.id.rawValue)) })
    let cells = Dictionary(uniqueKeysWithValues: zip(events.columns, row))
    #expect(cells["actors"] == .list(["Germany"]) && cells["attributed_to"] == .list(["Boris Pistorius"]))
    #expect(cells["edtf"] == .text("2029") && cells["status"] == .text("planned") && cells["hedge"] == Table.Cell.none)
    #expect(cells["document"] == .text("first.txt") && cells["evidence"] == .text(Sample.tanks.evidence[0].text))
    #expect(FactTable.entities.table(Sample.facts).rows.count == Sample.facts.entities.count)
    let relation = try #require(FactTable.relations.table(Sample.facts).rows.first)
    #expect(relation.contains(.list(["title=secretary-general"])))
  }

  @Test(arguments: FactTable.allCases) func noFactsAreAHeaderAlone(table: FactTable) {
    let rows = table.table(FactSet())
    #expect(rows.rows.isEmpty && rows.csv().count { $0 == 0x0A } == 1 && rows.jsonLines().isEmpty)
  }
}
