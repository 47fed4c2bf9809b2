import EntenteKnowledge
import EntenteModel
import Testing

@Suite struct GazetteerTests {
  let gazetteer: Gazetteer

  init() throws { gazetteer = try Gazetteer() }

  func keys(_ name: String) -> [String] {
    gazetteer.candidates(forFolded: TextFolding.fold(name)).map { gazetteer.entry($0.entry).key }
  }

  @Test(arguments: [
    ("NATO", "org:nato"), ("North Atlantic Treaty Organisation", "org:nato"), ("Türkiye", "iso:TUR"),
    ("turkiye", "iso:TUR"), ("Côte d’Ivoire", "iso:CIV"), ("GREENLANDERS", "iso:GRL"),
    ("U.S.", "iso:USA"), ("Holland", "iso:NLD"), ("Kiev", "geonames:703448"), ("Kyiv", "geonames:703448"),
    ("Odessa", "geonames:698740"), ("Washington, D.C.", "geonames:4140963"), ("São Paulo", "geonames:3448439"),
  ])
  func findsByNameAliasAccentAndCase(name: String, key: String) {
    #expect(keys(name).first == key)
  }
}
