import EntenteTestSupport
import Foundation
import Testing

/// That the articles of the documentation show tested code and name what is there.
@Suite struct GuideTextTests {
  private static let catalog = Repository.path("Sources/EntenteGraph/EntenteGraph.docc")

  private static let articles: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: catalog)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test func catalogHasItsArticles() {
    #expect(
      Self.articles == [
        "Centrality.md", "Communities.md", "EntenteGraph.md", "Paths.md", "PoliticalQuestions.md", "Running.md",
        "Storage.md", "Structure.md", "Time.md",
      ])
  }

  @Test(arguments: articles)
  func swiftCodeOfAnArticleIsTested(article: String) throws {
    let tested = try ["GuideTests.swift", "Support/SampleConference.swift"].map { file in
      Self.withoutSpace(try Self.text(Repository.path("Tests/EntenteGraphTests/\(file)")).split(separator: "\n"))
    }
    for block in Self.swiftBlocks(of: try Self.text("\(Self.catalog)/\(article)")) {
      let lines = Self.withoutSpace(block)
      #expect(!lines.isEmpty, "\(article) has an empty block of code")
      #expect(
        tested.contains { $0.contains(lines) },
        "\(article) shows code that no test runs; the block begins '\(block.first ?? "")'")
    }
  }

  @Test(arguments: articles.filter { !["EntenteGraph.md", "PoliticalQuestions.md"].contains($0) })
  func articleOfAFamilyHasExamples(article: String) throws {
    #expect(Self.swiftBlocks(of: try Self.text("\(Self.catalog)/\(article)")).count >= 3)
  }

  @Test(arguments: articles)
  func functionsThatAnArticleNamesExist(article: String) throws {
    let named = try Self.text("\(Self.catalog)/\(article)").matches(of: /`([a-z][A-Za-z]*)\([^`]*`/).map {
      String($0.1)
    }
    for name in Set(named).sorted() {
      #expect(Self.functions.contains(name), "\(article) names \(name)(…), which EntenteGraph does not declare")
    }
  }

  @Test func blockThatNobodyTestsIsFound() {
    let text = "```swift\nlet one = 1\n\n  let two=2\n```\n```console\n$ ls\n```\n"
    let blocks = Self.swiftBlocks(of: text).map { Self.withoutSpace($0) }
    #expect(blocks == [["letone=1", "lettwo=2"]])
    #expect(Self.withoutSpace(["let one = 1", "let two = 2", ""]).contains(blocks[0]))
    #expect(!Self.withoutSpace(["let one = 1", "print(one)", "let two = 2"]).contains(blocks[0]))
  }

  // MARK: - Reading

  private static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// The lines of each block of code that is marked as Swift.
  private static func swiftBlocks(of text: String) -> [[Substring]] {
    var blocks: [[Substring]] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if isInside, line.hasPrefix("```") {
        isInside = false
      } else if isInside {
        blocks[blocks.count - 1].append(line)
      } else if line == "```swift" {
        isInside = true
        blocks.append([])
      }
    }
    return blocks
  }

  /// Lines without white space; lines of nothing else are left out.
  private static func withoutSpace(_ lines: [Substring]) -> [String] {
    lines.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
  }

  /// The names of the functions that the sources declare as public.
  private static let functions: Set<String> = {
    // A folder that is a link has no contents by itself.
    let folder = URL(fileURLWithPath: Repository.path("Sources/EntenteGraph")).resolvingSymlinksInPath().path
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    var names: Set<String> = ["init"]
    for file in files where file.hasSuffix(".swift") {
      for line in ((try? text("\(folder)/\(file)")) ?? "").split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.contains("public"), let place = words.firstIndex(of: "func"), place + 1 < words.count else {
          continue
        }
        names.insert(String(words[place + 1].prefix { $0.isLetter || $0.isNumber }))
      }
    }
    return names
  }()
}
