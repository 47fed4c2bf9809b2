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
  func whatAnArticleNamesExists(article: String) throws {
    let text = try Self.text("\(Self.catalog)/\(article)")
    for span in text.matches(of: /`([A-Za-z\/]+(?:\([A-Za-z_:]*\))?)/).map({ String($0.1) }) {
      let parts = span.split(separator: "/").map { String($0) }
      guard let last = parts.last else { continue }
      if last.hasSuffix(")") {
        #expect(Self.names.functions.contains(last), "\(article) names \(last), which the module does not have")
      }
      if let type = parts.first, type.first?.isUppercase == true, text.contains("``\(span)") {
        #expect(Self.names.types.contains(type), "\(article) names \(type), which the module does not have")
      }
    }
    for name in text.matches(of: /<doc:([A-Za-z]+)>/).map({ String($0.1) }) {
      #expect(Self.articles.contains("\(name).md"), "\(article) leads to \(name), which is not an article")
    }
  }

  @Test func namesAreReadFromDeclarations() {
    #expect(
      Self.names.functions.isSuperset(of: ["degree(of:_:)", "pageRank(_:weights:restart:execution:)", "bridges()"]))
    #expect(Self.names.functions.contains("distances(from:weights:direction:execution:)"))
    #expect(!Self.names.functions.contains("degree(of:)"))
    #expect(Self.names.types.isSuperset(of: ["GraphStructure", "EntenteGraph", "EdgeMask", "Snapshot", "NodeMap"]))
  }

  @Test func commandsThatAQuestionNamesExist() throws {
    let table = try Self.text("\(Self.catalog)/PoliticalQuestions.md").split(separator: "\n").filter {
      $0.hasPrefix("|")
    }
    let measures = try Self.text(Repository.path("Sources/EntenteStore/Links/LinkMeasure.swift"))
    let commands = table.flatMap { row in
      row.split(separator: "|").last.map { $0.matches(of: /`([^`]+)`/).map { String($0.1) } } ?? []
    }
    #expect(commands.count > 20)
    for command in commands {
      let words = command.split(separator: " ")
      let file = "Sources/EntenteCLI/Commands/\(words.first?.capitalized ?? "")Command.swift"
      #expect(FileManager.default.fileExists(atPath: Repository.path(file)), "there is no command '\(command)'")
      if words.contains("--by"), let measure = words.last {
        #expect(measures.contains("case \(measure)\n"), "there is no measure '\(measure)'")
      }
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

  /// The lines of each block of code that is marked as Swift; fences may stand further in.
  private static func swiftBlocks(of text: String) -> [[Substring]] {
    var blocks: [[Substring]] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let fence = line.trimmingCharacters(in: .whitespaces)
      if isInside, fence.hasPrefix("```") {
        isInside = false
      } else if isInside {
        blocks[blocks.count - 1].append(line)
      } else if fence.hasPrefix("```swift") {
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

  /// The functions, with the labels of their parameters, and the types that the sources declare as public.
  private static let names: (functions: Set<String>, types: Set<String>) = {
    // A folder that is a link has no contents by itself.
    let folder = URL(fileURLWithPath: Repository.path("Sources/EntenteGraph")).resolvingSymlinksInPath().path
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    var functions: Set<String> = []
    var types: Set<String> = ["EntenteGraph"]
    for file in files where file.hasSuffix(".swift") {
      let declarations = ((try? text("\(folder)/\(file)")) ?? "").components(separatedBy: "public ").dropFirst()
      for declaration in declarations {
        let start = declaration.prefix(2000)
        if let function = start.prefixMatch(of: /(?:mutating |static )?(?:func ([A-Za-z]+)(?:<[^(]*>)?|(init))\(/) {
          let labels = labels(of: start[function.range.upperBound...])
          functions.insert("\(function.1 ?? "init")(\(labels.map { "\($0):" }.joined()))")
        } else if let type = start.prefixMatch(of: /(?:final )?(?:struct|enum|protocol|class|typealias) ([A-Za-z]+)/) {
          types.insert(String(type.1))
        }
      }
    }
    return (functions, types)
  }()

  /// The labels in a list of parameters that begins after its parenthesis.
  private static func labels(of list: Substring) -> [String] {
    var parameters = [""]
    var depth = 0
    for character in list {
      if character == ")" && depth == 0 { break }
      if "([<".contains(character) { depth += 1 }
      if ")]".contains(character) || (character == ">" && parameters.last?.last != "-") { depth -= 1 }
      if character == "," && depth == 0 {
        parameters.append("")
      } else {
        parameters[parameters.count - 1].append(character)
      }
    }
    return parameters.compactMap { $0.split(whereSeparator: { $0.isWhitespace || $0 == ":" }).first.map { String($0) } }
  }
}
