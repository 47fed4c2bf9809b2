import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteLanguage

/// The layer that finds names, here of random weights.
@Suite struct NameFinderTests {
  private let model: [UInt8]

  init() throws { model = try Self.made.get() }

  /// A model with it; made once.
  private static let made = Result {
    try PipelineTrainer().model(
      of: RandomNetwork.parser(), ToyTreebank.sentences, finder: (RandomNetwork.finder(), phrases))
  }

  private static let phrases = [
    NamedPhrase(kind: .place, words: ["Rome"]), NamedPhrase(kind: .given, words: ["Anna"]),
    NamedPhrase(kind: .title, words: ["foreign", "minister"]),
  ]

  @Test(arguments: [1, 2, 7, 255, 600]) func namesAreChains(count: Int) throws {
    let pipeline = try LanguagePipeline(model: model)
    var generator = SeededGenerator(seed: UInt64(count))
    let words = (0..<count).map { _ in
      ["Anna", "meets", "Rome", "foreign", "minister", "."].randomElement(using: &generator) ?? ""
    }
    var tokens = Token.list(words.joined(separator: " "))
    pipeline.annotate(tokens: &tokens)
    var before = "O"
    for token in tokens {
      let tag = try #require(token.entity)
      let parts = tag.split(separator: "-")
      #expect(tag == "O" || parts.count == 2 && ["PER", "ORG", "LOC"].contains(parts[1]))
      if tag.hasPrefix("I") { #expect(before.dropFirst() == tag.dropFirst(), "\(before) before \(tag)") }
      before = tag
    }
    if count > 200 { #expect(tokens.contains { $0.entity != "O" } && tokens.contains { $0.entity == "O" }) }
    var again = Token.list(words.joined(separator: " "))
    pipeline.annotate(tokens: &again)
    #expect(again == tokens)
  }

  @Test func namesDoNotChangeTheTrees() throws {
    let bare = try LanguagePipeline(
      model: try PipelineTrainer().model(of: RandomNetwork.parser(), ToyTreebank.sentences))
    let pipeline = try LanguagePipeline(model: model)
    var (plain, named) = (Token.list("Anna meets Rome ."), Token.list("Anna meets Rome ."))
    bare.annotate(tokens: &plain)
    pipeline.annotate(tokens: &named)
    #expect(plain.allSatisfy { $0.entity == nil })
    for place in named.indices { named[place].entity = nil }
    #expect(plain == named)
  }

  @Test func phrasesChangeWhatIsFound() throws {
    let marked = Self.marks("the foreign minister Anna of Rome", Self.phrases)
    #expect(marked == [0, 2 << 10, 3 << 10, 1 << 6, 0, 1])
  }

  @Test func theFirstAndLongestPhraseCounts() {
    let phrases = [
      NamedPhrase(kind: .body, words: ["United", "Nations"]),
      NamedPhrase(kind: .body, words: ["United", "Nations", "Security", "Council"]),
      NamedPhrase(kind: .body, words: ["Nations", "League"]), NamedPhrase(kind: .body, words: ["Council"]),
      NamedPhrase(kind: .place, words: ["United"]),
    ]
    let (one, first, other): (UInt16, UInt16, UInt16) = (1 << 2, 2 << 2, 3 << 2)
    #expect(Self.marks("United Nations Security Council", phrases) == [first | 1, other, other, other])
    #expect(Self.marks("united nations league", phrases) == [first | 1, other, 0])
    #expect(Self.marks("United Nations Security Chief", phrases) == [first | 1, other, 0, 0])
    #expect(Self.marks("Nations Council Nations League", phrases) == [0, one, first, other])
  }

  private static func marks(_ text: String, _ phrases: [NamedPhrase]) -> [UInt16] {
    let words = text.split(separator: " ").map(String.init)
    let section = ModelBytes(NamedPhrase.section(of: phrases))
    var lexical = LexicalSentence()
    lexical.read(count: words.count, word: { words[$0] }, isSpaced: { _ in true })
    section.withBytes { bytes in
      guard let table = try? PhraseTable(in: bytes, section: 0..<bytes.byteCount) else { return }
      lexical.mark(by: table, bytes)
    }
    return lexical.words.map(\.phrases)
  }

  @Test func sectionsThatEndTooEarlyAreRefused() throws {
    let parser = ModelBytes(try NetworkWriter.section(RandomNetwork.parser()))
    let network = try parser.withBytes { span throws(ModelError) in try Network(in: span, section: 0..<span.byteCount) }
    let section = try NetworkWriter.nameSection(RandomNetwork.finder())
    for length in stride(from: 0, to: section.count, by: 5) {
      let bytes = ModelBytes(Array(section.prefix(length)))
      #expect(throws: ModelError.self, "length \(length)") {
        try bytes.withBytes { span throws(ModelError) in _ = try NameFinder(in: span, section: 0..<length, on: network)
        }
      }
    }
    let phrases = NamedPhrase.section(of: Self.phrases)
    for length in 0..<phrases.count - 4 {
      let bytes = ModelBytes(Array(phrases.prefix(length)))
      #expect(throws: ModelError.self, "length \(length)") {
        try bytes.withBytes { span throws(ModelError) in _ = try PhraseTable(in: span, section: 0..<length) }
      }
    }
  }

  @Test(arguments: [6, 12]) func aFinderOfAnotherNetworkIsRefused(width: Int) {
    #expect(throws: ModelError.self) {
      let model = try PipelineTrainer().model(
        of: RandomNetwork.parser(), ToyTreebank.sentences, finder: (RandomNetwork.finder(width: width), []))
      _ = try LanguagePipeline(model: model)
    }
  }

  @Test(arguments: 0..<200) func changedBytesAreRefusedOrStillRead(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = model
    for _ in 0..<Int.random(in: 1...20, using: &generator) {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
    }
    guard let pipeline = try? LanguagePipeline(model: bytes) else { return }
    var tokens = Token.list("Anna meets the foreign minister .")
    pipeline.annotate(tokens: &tokens)
    #expect(tokens.count == 6)
  }

  @Test func aListOfPhrasesIsRead() throws {
    let list = "# remark\nplace\tNew Arda\n\ntitle\tprime minister's aide\n"
    #expect(
      try NamedPhrase.list(list, file: "list") == [
        NamedPhrase(kind: .place, words: ["New", "Arda"]),
        NamedPhrase(kind: .title, words: ["prime", "minister", "'s", "aide"]),
      ])
    let failure = #expect(throws: TreebankReader.Failure.self) { try NamedPhrase.list("town\tArda", file: "list") }
    #expect(
      failure?.description
        == "list:1: not a kind (place, body, nationality, given, surname, title) and a phrase, parted by a tab")
  }

  @Test func featuresOfACorpusAreLines() throws {
    let lines = try NameFeatures.lines(
      of: "Anna\tB-PER\nsmiles\tO\n\nRome\tB-LOC\n", file: "corpus", phrases: Self.phrases)
    let rows = lines.split(separator: "\n", omittingEmptySubsequences: false).map { $0.split(separator: "\t") }
    #expect(rows.map(\.count) == [15, 15, 0, 15, 0, 0])
    #expect(rows.map { $0.last ?? "" } == ["B-PER", "O", "", "B-LOC", "", ""])
    #expect(rows[0][8...13] == ["0", "0", "0", "1", "0", "0"])
    #expect(rows[3][8...13] == ["1", "0", "0", "0", "0", "0"])
    let failure = #expect(throws: TreebankReader.Failure.self) {
      try NameFeatures.lines(of: "Anna\tB-PER\nsmiles\n", file: "corpus", phrases: [])
    }
    #expect(failure?.description == "corpus:2: not a word and a tag, parted by a tab")
  }
}
