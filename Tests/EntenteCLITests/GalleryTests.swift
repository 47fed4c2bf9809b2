import EntenteTestSupport
import Foundation
import Testing

/// The facts, diagrams and timelines in `Graphs/` are what the tool makes of the samples.
@Suite struct GalleryTests {
  struct Story: CustomTestStringConvertible {
    let name: String
    let files: [String]
    var testDescription: String { name }
    /// The path of a picture or text of this story.
    func path(_ suffix: String) -> String { Repository.path("Graphs/\(name).\(suffix)") }
  }

  static let stories = [
    Story(name: "hormuz", files: ["Samples/hormuz.html"]),
    Story(
      name: "mercosur",
      files: ["1-foz-do-iguacu", "2-brussels", "3-asuncion"].map { "Samples/mercosur/\($0).txt" }),
    Story(name: "nato-arctic", files: ["Samples/nato-arctic.txt"]),
    Story(name: "sahel-ecowas", files: ["Samples/sahel-ecowas.txt"]),
    Story(name: "sahel-ecowas.garbled", files: ["Samples/sahel-ecowas.garbled.txt"]),
    Story(name: "taiwan-strait", files: ["Samples/taiwan-strait.txt"]),
  ]

  @Test(arguments: stories) func facts(of story: Story) async throws {
    let facts = FileManager.default.contents(atPath: try await Tool.facts(of: story.files))
    try GoldenFile.check(Array(try #require(facts)), at: story.path("json"))
  }

  @Test(arguments: stories) func timeline(of story: Story) async throws {
    let outcome = try await Tool.run("timeline", try await Tool.facts(of: story.files), "--format", "table")
    try #require(outcome.status == 0, "\(outcome.errors)")
    try GoldenFile.check(outcome.output, at: story.path("timeline.txt"))
  }

  /// Which of several arrangements is the best depends on the fonts of the machine; it stands behind `start`.
  @Test(arguments: stories) func diagram(of story: Story) async throws {
    let outcome = try await Tool.run("draw", try await Tool.facts(of: story.files), "--format", "dot")
    try #require(outcome.status == 0, "\(outcome.errors)")
    if GoldenFile.isUpdating { return try GoldenFile.check(outcome.output, at: story.path("dot")) }
    let golden = try String(contentsOfFile: story.path("dot"), encoding: .utf8)
    #expect(golden.hasPrefix("digraph"))
    #expect(Self.withoutStart(outcome.text) == Self.withoutStart(golden))
  }

  /// Where things lie depends on the fonts of the machine, so pictures are compared by their words.
  @Test(arguments: stories, [["svg"], ["timeline.svg", "--timeline"]])
  func picture(of story: Story, kind: [String]) async throws {
    let outcome = try await Tool.run(
      ["draw", try await Tool.facts(of: story.files), "--format", "svg"] + kind.dropFirst())
    try #require(outcome.status == 0, "\(outcome.errors)")
    let path = story.path(kind[0])
    if GoldenFile.isUpdating { return try GoldenFile.check(outcome.output, at: path) }
    let golden = try String(contentsOfFile: path, encoding: .utf8)
    #expect(Self.words(of: outcome.text) == Self.words(of: golden))
    #expect(!Self.words(of: golden).isEmpty)
  }

  @Test func garbledTextSaysTheSame() async throws {
    func names(_ file: String) async throws -> [String] {
      let outcome = try await Tool.run("extract", try await Tool.facts(of: file))
      let object = try #require(try Tool.json(outcome) as? [String: Any])
      let entities = try #require(object["entities"] as? [[String: Any]])
      return entities.compactMap { $0["name"] as? String }.sorted()
    }
    let clean = try await names("Samples/sahel-ecowas.txt")
    #expect(!clean.isEmpty)
    #expect(try await names("Samples/sahel-ecowas.garbled.txt") == clean)
  }

  private static func withoutStart(_ dot: String) -> String { dot.replacing(/start=\d+/, with: "start") }

  /// What stands between the tags of a picture, in the order of the alphabet: a layout may order things anew.
  private static func words(of picture: String) -> [String] {
    picture.matches(of: />([^<>]+)</).map { $0.1.trimmingCharacters(in: .whitespacesAndNewlines) }
      .filter { !$0.isEmpty }.sorted()
  }
}
