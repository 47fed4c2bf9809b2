import EntenteModel
import EntenteTestSupport
import Testing

@testable import EntenteLanguage

/// Models whose tagger and parser is a network, here of random weights.
@Suite struct NetworkModelTests {
  private let model: [UInt8]

  init() throws { model = try Self.made.get() }

  /// A model of it; made once.
  private static let made = Result { try PipelineTrainer().model(of: RandomNetwork.parser(), ToyTreebank.sentences) }

  @Test(arguments: [1, 2, 7, 255, 256, 257, 600]) func everySentenceBecomesATree(count: Int) throws {
    let pipeline = try LanguagePipeline(model: model)
    var generator = SeededGenerator(seed: UInt64(count))
    let words = (0..<count).map { _ in ["Anna", "meets", "Rome", ".", "1914"].randomElement(using: &generator) ?? "" }
    var tokens = Token.list(words.joined(separator: " "))
    pipeline.annotate(tokens: &tokens)
    let heads = [0] + tokens.enumerated().map { $0.element.head == $0.offset ? 0 : ($0.element.head ?? -2) + 1 }
    #expect(SpanningTreeTests.isTree(heads))
    #expect(tokens.allSatisfy { ["PROPN", "VERB", "X"].contains($0.upos) && $0.lemma != nil })
    #expect(tokens.allSatisfy { ["nsubj", "root", "parataxis"].contains($0.deprel) })
    var again = Token.list(words.joined(separator: " "))
    pipeline.annotate(tokens: &again)
    #expect(again == tokens)
  }

  @Test func sectionsThatEndTooEarlyAreRefused() throws {
    let section = try NetworkWriter.section(RandomNetwork.parser())
    for length in stride(from: 0, to: section.count, by: 7) {
      let bytes = ModelBytes(Array(section.prefix(length)))
      #expect(throws: ModelError.self, "length \(length)") {
        try bytes.withBytes { span throws(ModelError) in _ = try Network(in: span, section: 0..<length) }
      }
    }
  }

  @Test(arguments: 0..<300) func changedBytesAreRefusedOrStillRead(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var section = try NetworkWriter.section(RandomNetwork.parser())
    for _ in 0..<Int.random(in: 1...20, using: &generator) {
      let place = Int.random(in: 0..<(Bool.random(using: &generator) ? 64 : section.count), using: &generator)
      section[place] = UInt8.random(in: .min ... .max, using: &generator)
    }
    let bytes = ModelBytes(section)
    var lexical = LexicalSentence()
    lexical.read(count: 3, word: { ["Anna", "meets", "Boris"][$0] }, isSpaced: { _ in true })
    let network = try? bytes.withBytes { span throws(ModelError) in try Network(in: span, section: 0..<section.count) }
    guard let network else { return }
    var reading = NetworkReading()
    bytes.withBytes { reading.read(lexical, network, $0, continuation: 0) }
    #expect(reading.heads.count == 3 && SpanningTreeTests.isTree([0] + reading.heads), "seed \(seed)")
  }

  @Test(arguments: [Float.nan, .infinity, 1e38]) func weightsOutOfRangeAreRefused(weight: Float) throws {
    var file = RandomNetwork.parser()
    file.tensors["head"]?.values[0] = weight
    #expect(throws: ModelError.self) {
      let bytes = ModelBytes(try NetworkWriter.section(file))
      try bytes.withBytes { span throws(ModelError) in _ = try Network(in: span, section: 0..<span.byteCount) }
    }
  }

  @Test func aMissingTensorIsNamed() {
    var file = RandomNetwork.parser()
    file.tensors["arcs"] = nil
    #expect(throws: ModelError(.damaged, "the network has no tensor 'arcs'; train the network again")) {
      try NetworkWriter.section(file)
    }
  }

  @Test func aFileOfWeightsIsRead() throws {
    let header = "entente-network\t1\ntag\tNOUN\tNN\nrelation\tobj\ntable\t6\nvocabulary\t1\ntensor\tarcs\t1\t2\n\n"
    let numbers: [UInt32] = [77, Float(1.5).bitPattern, Float(-2).bitPattern]
    let bytes = Array(header.utf8) + numbers.flatMap { number in (0..<4).map { UInt8(number >> ($0 * 8) & 0xFF) } }
    let file = try NetworkFile(bytes)
    #expect(file.tags == [JointTag(upos: "NOUN", xpos: "NN")])
    #expect(file.relations == ["obj"])
    #expect(file.features == [6])
    #expect(file.vocabulary == [77])
    #expect(file.tensors["arcs"]?.values == [1.5, -2])
    #expect(throws: ModelError.self) { try NetworkFile(Array(bytes.dropLast())) }
    #expect(throws: ModelError.self) { try NetworkFile(Array("network\n\n".utf8)) }
  }
}
