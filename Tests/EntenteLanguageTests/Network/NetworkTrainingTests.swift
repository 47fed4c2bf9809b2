import EntenteLanguage
import EntenteModel
import EntenteTestSupport
import Foundation
import Testing

/// The Python that the trainers run with, as `Scripts/train` chooses it.
private enum TrainersPython {
  static let name = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"

  /// Whether it is there and finds what the trainers import.
  static let isComplete: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name, "-c", "import numpy, torch; torch.tensor(numpy.zeros(1))"]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}

/// The way from a treebank over the trainer in Python to a model that parses, on sentences of our own.
@Suite(
  .enabled(
    if: TrainersPython.isComplete, "Python 3 with numpy and PyTorch is needed; PYTHON names another than python3"))
struct NetworkTrainingTests {
  private func run(_ program: Program, _ arguments: [String]) async throws -> Program.Outcome {
    let outcome = try await program.run(arguments, environment: ["OMP_NUM_THREADS": "1"])
    try #require(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome
  }

  @Test(.tags(.slow)) func aTreebankBecomesAModelThatParses() async throws {
    let scratch = try Scratch()
    let tool = try Program(product: "entente-train")
    let treebank = Repository.path("Tests/Treebank/diplomacy.conllu")
    let features = try scratch.file("features", try await run(tool, ["encode", treebank]).text)
    let (network, model) = ("\(scratch.path)/network", "\(scratch.path)/model")
    let trainer = Repository.path("Scripts/training/train-network.py")
    let report = try await run(
      Program(executable: "/usr/bin/env"),
      [TrainersPython.name, trainer, "--train", features, "--dev", features, "--hidden", "8", "--epochs", "2"]
        + ["--batch", "100", "--output", network])
    #expect(report.text.contains("epoch 2"))
    _ = try await run(tool, ["pack", network, "--train", treebank, "--output", model])

    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: model)))
    let pipeline = try LanguagePipeline(model: bytes)
    let sentences = pipeline.annotate("The foreign minister of Kenya arrived in Addis Ababa on Tuesday.")
    let tokens = sentences.flatMap(\.tokens)
    #expect(tokens.count == 12)
    #expect(tokens.allSatisfy { $0.upos != nil && $0.lemma != nil && $0.head != nil && $0.deprel != nil })
    #expect(sentences.allSatisfy { sentence in sentence.tokens.enumerated().contains { $0.element.head == $0.offset } })
  }
}
