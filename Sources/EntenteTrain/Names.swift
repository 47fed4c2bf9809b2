import ArgumentParser
import EntenteKnowledge
import EntenteLanguage
import EntenteModel
import Foundation

/// Writes the features of corpora with names, for the training of the layer that finds them.
struct EncodeNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the features of sentences with names as lines of numbers, from which a finder of names is trained."
  )

  @Option(help: "The phrases that the finder will know, as `phrases` writes them.")
  var phrases: String?
  @Argument(help: "Corpora: on each line a word and its tag, parted by a tab; an empty line ends a sentence.")
  var corpora: [String]

  func run() throws {
    let known = try phrases.map { try TreebankFiles.phrases($0) } ?? []
    for path in corpora {
      let lines = try NameFeatures.lines(
        of: try String(contentsOfFile: path, encoding: .utf8), file: path, phrases: known)
      FileHandle.standardOutput.write(Data(lines.utf8))
    }
  }
}

/// Writes the names that the program's own tables hold.
struct Phrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the places, bodies, nationalities and titles that the program knows, a kind and a phrase a line.")

  func run() throws {
    var lines: Set<String> = []
    let gazetteer = try Gazetteer()
    for candidate in gazetteer.names.flatMap(\.candidates) where !candidate.isAmbiguousWord {
      let kind: NamedPhrase.Kind
      switch (candidate.form, gazetteer.entry(candidate.entry).type) {
      case (.demonym, _): kind = .nationality
      case (_, .country), (_, .place): kind = .place
      case (_, .organization): kind = .body
      default: continue
      }
      lines.insert("\(kind.rawValue)\t\(candidate.surface)")
    }
    for title in try OfficeLexicon().all {
      lines.insert("\(NamedPhrase.Kind.title.rawValue)\t\(title.words.joined(separator: " "))")
    }
    print(lines.sorted().joined(separator: "\n"))
  }
}
