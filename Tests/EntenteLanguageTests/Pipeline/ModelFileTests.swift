import EntenteLanguage
import EntenteTestSupport
import Testing

/// What becomes of model files that are not as they were written.
@Suite struct ModelFileTests {
  let model: [UInt8]

  init() throws { model = try ToyTreebank.trained.get() }

  private func error(_ bytes: [UInt8]) -> ModelError? {
    #expect(throws: ModelError.self) { _ = try LanguagePipeline(model: bytes) }
  }

  @Test func wrongBeginningIsNoModel() {
    var bytes = model
    bytes[0] = 0
    #expect(error(bytes)?.code == .notAModel)
    #expect(error([])?.code == .notAModel)
    #expect(error(Array("ENTENTE".utf8))?.code == .notAModel)
    #expect(error([])?.message == "the bytes are no language model; give a file that entente-train wrote")
  }

  @Test func otherVersionIsNamed() {
    var bytes = model
    bytes[8] = 9
    #expect(
      error(bytes)?.message
        == "the language model has version 9, this program reads version 1; build the model again")
    #expect(error(bytes)?.code == .otherVersion)
  }

  @Test func missingOrSurplusBytesAreCounted() {
    #expect(error(Array(model.dropLast()))?.code == .truncated)
    #expect(error(model + [0])?.code == .truncated)
    #expect(
      error(model + [0])?.message
        == "the language model has \(model.count + 1) bytes where it should have \(model.count); "
        + "take another copy of the file")
  }

  @Test(arguments: 0..<40) func changedByteIsFound(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = model
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
    #expect(error(bytes) != nil, "seed \(seed), byte \(place)")
  }

  @Test func everyLengthIsRefused() {
    for count in stride(from: 0, to: model.count, by: max(1, model.count / 100)) {
      #expect(error(Array(model.prefix(count))) != nil)
    }
  }
}
