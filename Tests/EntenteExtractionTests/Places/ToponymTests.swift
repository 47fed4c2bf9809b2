import EntenteLanguage
import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteExtraction

@Suite struct ToponymTests {
  private static let tools = Result { (try LanguagePipeline(), try ToponymReader()) }

  private func toponyms(_ text: String) throws -> [Toponym] {
    let (pipeline, reader) = try Self.tools.get()
    return reader.toponyms(in: try DocumentReader(annotator: pipeline).read(text: text, source: "text"))
  }

  /// Each as "words = name, country".
  private func lines(_ text: String) throws -> [String] {
    try toponyms(text).map { "\($0.text) = \($0.name), \($0.country ?? "none")" }
  }

  @Test func whatStandsBehindANameDecides() throws {
    let found = try toponyms("The fire broke out in Paris, Texas, on Monday. Firemen from all over Paris came to help.")
    #expect(found.map(\.text) == ["Paris", "Texas", "Paris"])
    #expect(found.allSatisfy { $0.country == "USA" })
    #expect(found.filter { $0.text == "Paris" }.allSatisfy { abs($0.location.lat - 33.66) < 0.1 })
    #expect(found[0].alternatives.contains { $0.country == "FRA" && $0.deficit > 0 })
  }

  @Test func withoutAHintTheLargestIsMeant() throws {
    let found = try toponyms("The talks will be held in Paris on Monday.")
    #expect(found.map { "\($0.text) \($0.country ?? "")" } == ["Paris FRA"])
  }

  @Test func theOtherPlacesOfATextDecide() throws {
    let near =
      "He drove from Lexington to Louisville and on to Frankfort. Frankfort is the seat of the government of Kentucky."
    #expect(try toponyms(near).allSatisfy { $0.country == "USA" && abs($0.location.lon + 85) < 2 })
    let far = "Georgia and Armenia signed the accord in Tbilisi. Georgia will open its border."
    #expect(try toponyms(far).map { $0.country ?? "" } == ["GEO", "ARM", "GEO", "GEO"])
  }

  @Test func demonymsNameTheirLandAndListsDoNotNest() throws {
    #expect(
      try lines("Turkish and Greek officials met in Ankara.") == [
        "Turkish = Turkey, TUR", "Greek = Greece, GRC", "Ankara = Ankara, TUR",
      ])
    let list = try lines("Envoys of Mexico, China, Japan and Brazil came.")
    #expect(list == ["Mexico = Mexico, MEX", "China = China, CHN", "Japan = Japan, JPN", "Brazil = Brazil, BRA"])
  }

  @Test func namesWithinNamesOfBodiesCountWhereTheyAreKnown() throws {
    #expect(try lines("The University of Kentucky sued the firm.").contains("Kentucky = Kentucky, USA"))
    #expect(
      try lines("Sheriff Tom Reyes of Laurel County, Ky., resigned.").first == "Laurel County = Laurel County, USA")
  }

  @Test func placesOfWordsAreThoseOfTheText() throws {
    let text = "Kyiv said on Tuesday that Odesa, Ukraine, had been hit.\n\nIn Zürich the talks went on."
    for toponym in try toponyms(text) {
      let scalars = Array(text.unicodeScalars)[toponym.span.start..<toponym.span.end]
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      #expect(String(view) == toponym.text)
    }
  }

  @Test func whatIsNoPlaceIsNone() throws {
    #expect(try toponyms("She told Reading Smith that the mobile was nice. Paris Hilton agreed.").isEmpty)
    #expect(try toponyms("It rained.").isEmpty)
  }
}
