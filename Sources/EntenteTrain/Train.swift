import ArgumentParser
import EntenteLanguage
import EntenteModel
import Foundation

/// Makes the language model, and measures one.
@main
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-train",
    abstract: "Write what a network learns English from, make a model of it, and measure models.",
    subcommands: [Measure.self, Encode.self, EncodeNames.self, Phrases.self, Pack.self, Divider.self])
}

/// Files of the command's arguments.
enum TreebankFiles {
  static func read(_ paths: [String]) throws -> [TreebankSentence] {
    var sentences: [TreebankSentence] = []
    for path in paths {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      sentences += try TreebankReader.sentences(in: bytes, file: path)
    }
    return sentences
  }

  static func forms(_ path: String) throws -> [TreebankSentence.Word] {
    try FormTable.words(in: try String(contentsOfFile: path, encoding: .utf8), file: path)
  }

  static func phrases(_ path: String) throws -> [NamedPhrase] {
    try NamedPhrase.list(try String(contentsOfFile: path, encoding: .utf8), file: path)
  }
}

/// Measures a model.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measure a model on treebanks.")

  @Option(help: "The model; the program's own if none is given.")
  var model: String?
  @Argument(help: "Treebanks, CoNLL-U.")
  var treebanks: [String]

  func run() throws {
    let pipeline =
      if let model {
        try LanguagePipeline(model: [UInt8](try Data(contentsOf: URL(fileURLWithPath: model))))
      } else {
        try LanguagePipeline()
      }
    for path in treebanks {
      let sentences = try TreebankFiles.read([path])
      var scores: PipelineScores?
      let time = ContinuousClock().measure { scores = PipelineScores(of: pipeline, on: sentences) }
      guard let scores else { continue }
      let speed = Double(scores.words) / (time / .seconds(1))
      print("\(path): \(scores), \(Int(speed)) words a second")
    }
  }
}

/// Writes the features of treebanks, for the training of a network.
struct Encode: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the features of treebanks as lines of numbers, from which a network is trained.")

  @Option(help: "Add copies of some sentences as headlines; the same number always adds the same.")
  var augment: UInt64?
  @Argument(help: "Treebanks, CoNLL-U.")
  var treebanks: [String]

  func run() throws {
    let lines = NetworkFeatures.lines(of: try TreebankFiles.read(treebanks), augmentedBy: augment)
    FileHandle.standardOutput.write(Data(lines.utf8))
  }
}

/// Makes a model of a trained network.
struct Pack: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a model of a network's weights, and train its lemmatizer and its divider into sentences.")

  @Argument(help: "The network's weights.")
  var network: String
  @Option(name: .long, parsing: .upToNextOption, help: "Treebanks to train the lemmatizer and the divider on, CoNLL-U.")
  var train: [String]
  @Option(help: "A list of inflected forms for the lemmatizer.")
  var forms: String?
  @Option(help: "The weights of the layer that finds names.")
  var names: String?
  @Option(help: "The phrases that the layer was trained with.")
  var phrases: String?
  @Option(help: "Where the model goes.")
  var output: String

  func run() throws {
    let file = try NetworkFile([UInt8](try Data(contentsOf: URL(fileURLWithPath: network))))
    let finder = try names.map { path in
      let layer = try NetworkFile([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
      return (layer: layer, phrases: try phrases.map { try TreebankFiles.phrases($0) } ?? [])
    }
    let bytes = try PipelineTrainer().model(
      of: file, try TreebankFiles.read(train), forms: try forms.map { try TreebankFiles.forms($0) } ?? [],
      finder: finder)
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    print("\(output): \(bytes.count) bytes")
  }
}

/// Trains the divider into sentences of a model anew.
struct Divider: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train a model's divider into sentences anew; its other parts stay as they are.")

  @Argument(help: "The model.")
  var model: String
  @Option(name: .long, parsing: .upToNextOption, help: "Treebanks with their paragraphs to train on, CoNLL-U.")
  var train: [String]
  @Option(help: "Where the new model goes.")
  var output: String

  func run() throws {
    let bytes = try PipelineTrainer().model(
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: model))), dividingAsIn: try TreebankFiles.read(train))
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    print("\(output): \(bytes.count) bytes")
  }
}
