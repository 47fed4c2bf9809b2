import EntenteKnowledge
import EntenteModel
import Testing

@Suite struct GazetteerAdditionTests {
  private func gazetteer(_ contents: String, name: String = "mine.tsv") throws(KnowledgeError) -> Gazetteer {
    try Gazetteer(adding: [(name: name, contents: contents)])
  }

  private func failure(_ contents: String) -> KnowledgeError? {
    do throws(KnowledgeError) {
      _ = try gazetteer(contents)
      return nil
    } catch {
      return error
    }
  }

  @Test func putsTheUsersEntriesFirst() throws {
    let mine = try gazetteer(
      """
      # Our own bodies.
      key\tkind\tname\taliases\tdemonyms\tlat\tlon\tcountry\tseat\tparts\tsector\tpopulation\tdescriptions
      org:harbour-league\talliance\tHarbour League\tHL|Paris\tLeaguer\t\t\tDNK\tParis/FRA\torg:nato|DEU\tIGO\t\tleague
      place:quiet-bay\twater\tQuiet Bay\t\t\t10.5\t-20
      """)
    let builtIn = try Gazetteer()
    #expect(mine.count == builtIn.count + 2)
    let candidates = mine.candidates(forFolded: "paris")
    #expect(candidates.first.map { mine.entry($0.entry).key } == "org:harbour-league")
    #expect(candidates.count > 1)
    let league = try #require(mine.entry(forKey: "org:harbour-league"))
    #expect(league.parts.map { mine.entry($0).key } == ["org:nato", "iso:DEU"])
    #expect(league.seat.map { mine.entry($0).name } == "Paris")
    #expect(league.codes == ["country": "DNK", "sector": "IGO"])
    #expect(mine.candidates(forFolded: "hl").first?.form == .acronym)
    #expect(mine.candidates(forFolded: "leaguer").first?.form == .demonym)
    let bay = try #require(mine.entry(forKey: "place:quiet-bay"))
    #expect(bay.location == GeoLocation(lat: 10.5, lon: -20, level: "water"))
    let match = try #require(mine.longestMatch(["quiet", "bay", "of"]))
    #expect(match.wordCount == 2)
  }

  @Test func readsMarksAndRowsThatSpeakOfEachOther() throws {
    let mine = try Gazetteer(adding: [
      (name: "a.tsv", contents: "kind\tkey\tname\tparts\nforum\torg:talks\t^Talks\tplace:here\n"),
      (name: "b.tsv", contents: "key\tkind\tname\r\nplace:here\tregion\t?Here|There\r\n"),
    ])
    let talks = try #require(mine.entry(forKey: "org:talks"))
    #expect(talks.parts.map { mine.entry($0).key } == ["place:here"])
    #expect(mine.candidates(forFolded: "talks").first?.isExactCase == true)
    #expect(mine.candidates(forFolded: "here").first?.isAmbiguousWord == true)
  }

  @Test(arguments: [
    ("key\tkind\n", 1, nil), ("key\tkind\tname\tcolour\n", 1, 15), ("key\tkind\tname\tname\n", 1, 15),
    ("key\tkind\tname\norg:a\tforum\tA\textra\n", 2, 15), ("key\tkind\tname\nnokey\tforum\tA\n", 2, 1),
    ("key\tkind\tname\norg:a b\tforum\tA\n", 2, 1), ("key\tkind\tname\norg:a\tclub\tA\n", 2, 7),
    ("key\tkind\tname\n\n# c\norg:a\tforum\t\n", 4, 13), ("key\tkind\tname\norg:a\tforum\t--\n", 2, 13),
    ("key\tkind\tname\norg:nato\tforum\tA\n", 2, 1), ("key\tkind\tname\norg:a\tforum\tA\norg:a\tforum\tB\n", 3, 1),
    ("key\tkind\tname\tlat\tlon\nplace:a\twater\tA\t91\t0\n", 2, 17),
    ("key\tkind\tname\tlat\tlon\nplace:a\twater\tA\t9\t181\n", 2, 19),
    ("key\tkind\tname\tcountry\norg:a\tforum\tA\tXYZ\n", 2, 15),
    ("key\tkind\tname\tseat\norg:a\tforum\tA\tNowhere/FRA\n", 2, 15),
    ("key\tkind\tname\tparts\norg:a\tforum\tA\torg:b\n", 2, 15),
    ("key\tkind\tname\tpopulation\nplace:a\tregion\tA\tmany\n", 2, 18),
  ])
  func saysWhereATableIsWrong(contents: String, line: Int, column: Int?) throws {
    let error = try #require(failure(contents))
    #expect(error.code == .malformedTable)
    #expect(error.file == "mine.tsv")
    #expect(error.line == line)
    #expect(error.column == column)
  }

  @Test func saysItInOneSentence() throws {
    let error = try #require(failure("key\tkind\tname\norg:a\tclub\tA\n"))
    #expect(error.description.hasPrefix("mine.tsv:2:7: 'club' is no kind; kinds are country, territory, city"))
  }
}
