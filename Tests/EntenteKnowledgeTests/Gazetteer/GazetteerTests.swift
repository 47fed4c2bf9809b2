import EntenteKnowledge
import EntenteModel
import Testing

@Suite struct GazetteerTests {
  let gazetteer: Gazetteer

  init() throws { gazetteer = try Gazetteer() }

  func keys(_ name: String) -> [String] {
    gazetteer.candidates(forFolded: TextFolding.fold(name)).map { gazetteer.entry($0.entry).key }
  }

  func first(_ name: String) throws -> Gazetteer.Entry {
    let candidate = try #require(gazetteer.candidates(forFolded: TextFolding.fold(name)).first, "\(name)")
    return gazetteer.entry(candidate.entry)
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

  // MARK: - Countries

  @Test func knowsEveryCountryAndTerritoryByName() throws {
    #expect(CountryNames.all.count == 250)
    for (code, name) in CountryNames.all {
      let entry = try first(name)
      #expect(entry.key == "iso:\(code)", "\(name)")
      #expect(entry.codes["iso3166"] == code)
      #expect(entry.codes["iso3166-2"]?.count == 2, "\(name)")
      #expect(entry.location?.level == "country", "\(name)")
      #expect(entry.type == .country)
    }
  }

  @Test(arguments: [
    ("DNK", "Copenhagen"), ("TUR", "Ankara"), ("BRA", "Brasília"), ("AUS", "Canberra"), ("ZAF", "Pretoria"),
    ("NLD", "Amsterdam"), ("KAZ", "Astana"), ("MMR", "Naypyidaw"), ("TZA", "Dodoma"), ("GRL", "Nuuk"),
    ("CIV", "Yamoussoukro"), ("BOL", "Sucre"), ("LKA", "Colombo"), ("CHE", "Bern"), ("NGA", "Abuja"),
    ("PAK", "Islamabad"), ("VNM", "Hanoi"), ("CAN", "Ottawa"), ("USA", "Washington"), ("UKR", "Kyiv"),
    ("ISL", "Reykjavík"), ("MNG", "Ulaanbaatar"), ("SSD", "Juba"), ("FJI", "Suva"), ("XKX", "Pristina"),
  ])
  func tiesCountryAndCapital(code: String, capital: String) throws {
    let country = try #require(gazetteer.entry(forKey: "iso:\(code)"))
    let seat = gazetteer.entry(try #require(country.seat))
    #expect(TextFolding.fold(seat.name) == TextFolding.fold(capital))
    #expect(seat.kind == .capital)
    #expect(seat.capitalOf == country.id)
    #expect(keys(capital).contains(seat.key))
  }

  @Test(arguments: [
    ("Danish", "DNK"), ("Danes", "DNK"), ("Dutch", "NLD"), ("Turkish", "TUR"), ("Britons", "GBR"),
    ("Swiss", "CHE"), ("Greenlandic", "GRL"), ("Filipino", "PHL"), ("Philippine", "PHL"), ("Kosovar", "XKX"),
    ("Ivorian", "CIV"), ("Burkinabe", "BFA"), ("Nigerien", "NER"), ("Nigerian", "NGA"), ("Malagasy", "MDG"),
    ("Emirati", "ARE"), ("Kazakh", "KAZ"), ("Thai", "THA"), ("Congolese", "COD"), ("Peruvian", "PER"),
    ("Iraqis", "IRQ"), ("South Korean", "KOR"), ("North Koreans", "PRK"), ("Finnish", "FIN"), ("Polish", "POL"),
    ("New Zealanders", "NZL"), ("Salvadoran", "SLV"), ("Bosnian", "BIH"), ("Lebanese", "LBN"), ("Omani", "OMN"),
  ])
  func readsDemonyms(word: String, code: String) throws {
    let candidate = try #require(gazetteer.candidates(forFolded: TextFolding.fold(word)).first)
    #expect(gazetteer.entry(candidate.entry).key == "iso:\(code)")
    #expect(candidate.form == .demonym)
  }

  // MARK: - Bodies, organs, programmes

  @Test(arguments: [
    ("EU", "org:eu"), ("European Union", "org:eu"), ("UN", "org:un"), ("IAEA", "org:iaea"), ("ASEAN", "org:asean"),
    ("African Union", "org:au"), ("ECOWAS", "org:ecowas"), ("G7", "org:g7"), ("WHO", "org:who"),
    ("Chatham House", "org:chatham-house"), ("Kiel Institute", "org:kiel-institute"), ("SIPRI", "org:sipri"),
    ("Kremlin", "org:kremlin"), ("White House", "org:us-white-house"), ("Pentagon", "org:us-defense-department"),
    ("Bundestag", "org:deu-bundestag"), ("IRGC", "org:irn-irgc"), ("Hezbollah", "org:hezbollah"), ("M23", "org:m23"),
    ("al-Shabaab", "org:al-shabab"), ("AfD", "org:deu-afd"), ("Reuters", "org:reuters"), ("ICRC", "org:icrc"),
    ("Munich Security Conference", "org:msc"), ("Ukraine Defense Contact Group", "org:ukraine-defense-contact-group"),
    ("PURL", "program:purl"), ("Prioritised Ukraine Requirements List", "program:purl"),
    ("Arctic Sentry", "program:arctic-sentry"), ("National Defense Strategy", "program:nds"),
    ("New START", "program:new-start"), ("JCPOA", "program:jcpoa"), ("Belt and Road Initiative", "program:bri"),
    ("Russian Foreign Ministry", "org:rus-foreign-ministry"),
    ("Danish Ministry of Defence", "org:dnk-defence-ministry"),
    ("Foreign Office", "org:gbr-foreign-ministry"), ("British Foreign Ministry", "org:gbr-foreign-ministry"),
  ])
  func findsBodiesAndProgrammes(name: String, key: String) {
    #expect(keys(name).first == key)
  }

  @Test func saysWhereABodySitsAndWhatItConsistsOf() throws {
    let nato = try #require(gazetteer.entry(forKey: "org:nato"))
    #expect(gazetteer.entry(try #require(nato.seat)).name == "Brussels")
    #expect(nato.codes["sector"] == "IGO")
    #expect(nato.descriptions.contains("alliance"))
    let g7 = try #require(gazetteer.entry(forKey: "org:g7"))
    #expect(g7.parts.map { gazetteer.entry($0).codes["iso3166"] } == ["CAN", "FRA", "DEU", "ITA", "JPN", "GBR", "USA"])
    let ministry = try #require(gazetteer.entry(forKey: "org:nor-foreign-ministry"))
    #expect(ministry.name == "Norwegian Foreign Ministry")
    #expect(ministry.codes["country"] == "NOR")
  }

  // MARK: - Places

  @Test(arguments: [
    ("GIUK gap", ["Greenland", "Iceland", "United Kingdom"]), ("Suwalki Gap", ["Poland", "Lithuania"]),
    ("Strait of Hormuz", ["Iran", "Oman"]), ("Bab el-Mandeb", ["Djibouti", "Eritrea", "Yemen"]),
    ("Taiwan Strait", ["China", "Taiwan"]), ("Danish Straits", ["Øresund", "Great Belt", "Little Belt"]),
    ("Turkish Straits", ["Bosphorus", "Dardanelles"]), ("Øresund", ["Denmark", "Sweden"]),
  ])
  func knowsTheLandsThatFormAChokepoint(name: String, parts: [String]) throws {
    let entry = try first(name)
    #expect(entry.kind == .chokepoint)
    #expect(entry.location?.level == "water")
    #expect(entry.parts.map { gazetteer.entry($0).name } == parts)
  }

  @Test(arguments: [
    ("Arctic", 78.0, 0.0, "region"), ("South China Sea", 13, 114, "water"), ("Crimea", 45, 34, "region"),
    ("Suez Canal", 30, 32, "water"), ("Gaza Strip", 31, 34, "region"), ("Donbas", 48, 38, "region"),
    ("Kashmir", 34, 75, "region"), ("Alaska", 64, -152, "region"), ("Diego Garcia", -7, 72, "site"),
    ("Zaporizhzhia nuclear power plant", 47, 34, "site"), ("Europe", 50, 15, "region"),
    ("Falklands", -51, -59, "country"), ("Spratly Islands", 9, 113, "region"), ("Kyiv", 50, 30, "city"),
  ])
  func placesThemRight(name: String, lat: Double, lon: Double, level: String) throws {
    let location = try #require(try first(name).location)
    #expect(abs(location.lat - lat) <= 1.5 && abs(location.lon - lon) <= 1.5, "\(location)")
    #expect(location.level == level)
  }

  // MARK: - Longest match

  @Test(arguments: [
    (["gulf", "of", "oman", "on"], 3, "place:gulf-of-oman"), (["united", "kingdom"], 2, "iso:GBR"),
    (["new", "york", "city", "council"], 3, "geonames:5128581"), (["niger"], 1, "iso:NER"),
    (["guinea", "", "bissau"], 3, "iso:GNB"),
  ])
  func takesTheLongestName(words: [String], count: Int, key: String) throws {
    let match = try #require(gazetteer.longestMatch(words[...]))
    #expect(match.wordCount == count)
    #expect(match.candidates.first.map { gazetteer.entry($0.entry).key } == key)
  }

  @Test func findsNothingWhereNothingIs() {
    #expect(gazetteer.longestMatch([]) == nil)
    #expect(gazetteer.longestMatch([""]) == nil)
    #expect(gazetteer.longestMatch(["qqqq"]) == nil)
    #expect(gazetteer.longestMatch(["united", "by"]) == nil)
    #expect(gazetteer.candidates(forFolded: "").isEmpty)
    #expect(gazetteer.entry(forKey: "org:no-such-body") == nil)
    #expect(gazetteer.entry(forKey: "geonames:0") == nil)
    #expect(gazetteer.entry(forKey: "geonames:x") == nil)
  }
}
