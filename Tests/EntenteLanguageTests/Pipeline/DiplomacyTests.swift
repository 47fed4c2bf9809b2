import EntenteLanguage
import EntenteModel
import EntenteTestSupport
import Foundation
import Testing

/// The model that is part of the program, on sentences whose trees and names were checked by hand.
@Suite struct DiplomacyTests {
  private static let file = "Tests/Treebank/diplomacy.conllu"
  private let sentences: [TreebankSentence]
  /// The named entity of each word, sentence by sentence.
  private let entities: [[String]]

  init() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Repository.path(Self.file)))
    sentences = try TreebankReader.sentences(in: [UInt8](data), file: Self.file)
    entities = String(decoding: data, as: UTF8.self).components(separatedBy: "\n\n").map { block in
      block.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: "\t")
        guard fields.count == 10, Int(fields[0]) != nil else { return nil }
        return fields[9].split(separator: "|").first { $0.hasPrefix("NE=") }.map { String($0.dropFirst(3)) } ?? "O"
      }
    }.filter { !$0.isEmpty }
  }

  @Test func treesAreThoseOfTheTreebank() throws {
    #expect(sentences.count == 60)
    let scores = PipelineScores(of: try LanguagePipeline(), on: sentences)
    #expect(scores.words > 1100)
    #expect(Double(scores.upos) > 0.975 * Double(scores.words), "\(scores)")
    #expect(Double(scores.lemmas) > 0.98 * Double(scores.words), "\(scores)")
    #expect(Double(scores.labelled) > 0.90 * Double(scores.words), "\(scores)")
  }

  @Test func namesAreThoseOfTheTreebank() throws {
    let pipeline = try LanguagePipeline()
    var (right, said, there) = (0, 0, 0)
    for (sentence, gold) in zip(sentences, entities) {
      var tokens = sentence.tokens
      pipeline.annotate(tokens: &tokens)
      let (found, given) = (Self.names(tokens.map { $0.entity ?? "O" }), Self.names(gold))
      right += found.intersection(given).count
      said += found.count
      there += given.count
    }
    #expect(there > 100)
    #expect(2 * Double(right) > 0.88 * Double(said + there), "\(right) right, \(said) found, \(there) in the treebank")
  }

  /// Names as "first, end, type".
  private static func names(_ tags: [String]) -> Set<String> {
    var found: Set<String> = []
    for (start, tag) in tags.enumerated() where tag.hasPrefix("B-") {
      let end = tags[(start + 1)...].firstIndex { $0 != "I-\(tag.dropFirst(2))" } ?? tags.count
      found.insert("\(start) \(end) \(tag.dropFirst(2))")
    }
    return found
  }
}
