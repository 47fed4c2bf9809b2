import ArgumentParser
import Entente

/// `entente parse`: a text as trees of words.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Writes a text as sentences and words in CoNLL-U: parts of speech, lemmas, trees and names.",
    discussion: """
      By the conventions of Universal Dependencies 2. The last field of each word says which named entity it is part of,
      as in NE=B-PER for the first word of a person's name, NE=I-PER for the others and NE=O outside all names.

      EXAMPLES
        entente parse article.txt
        entente parse --pretokenized treebank.conllu --output parsed.conllu
      """)

  @Argument(help: ArgumentHelp("A text (plain or HTML); '-' is standard input.", valueName: "file"))
  var file: String

  @Flag(help: "The file is CoNLL-U whose sentences and words stay; all but the words is annotated anew.")
  var pretokenized = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to a file, whole or not at all, instead of standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    let target: OutputTarget = output.map { .file($0) } ?? .standardOutput
    try target.write(
      pretokenized ? try Engine().conllu(ofPretokenizedFile: file) : try Engine().conllu(ofFile: file))
  }
}
