import EntenteTestSupport
import Foundation
import Testing

@Suite struct BenchCommandTests {
  private let scratch: Scratch
  private let bench: Program

  init() throws {
    scratch = try Scratch()
    bench = try Program(product: "entente-bench", folder: scratch.path)
  }

  private func time(_ algorithm: String, _ file: String, _ options: String...) async throws -> [String: Any] {
    let outcome = try await bench.run(["graph", file, "--algorithm", algorithm] + options)
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.text.count { $0 == "\n" } == 1)
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
  }

  @Test func aStarRanksItsMiddleFirst() async throws {
    let star = try scratch.file("star.tsv", "# a star\n0\t1\n0\t2\n0\t3\n0\t4\n")
    let line = try await time("pagerank", star, "--repeat", "2")
    #expect(line["graph"] as? String == "star")
    #expect(line["nodes"] as? Int == 5)
    #expect(line["edges"] as? Int == 4)
    #expect((line["seconds"] as? [Double])?.count == 2)
    let answer = try #require(line["answer"] as? [String: Any])
    #expect(abs(try #require(answer["sum"] as? Double) - 1) < 1e-9)
    #expect((answer["top5"] as? [[Double]])?.first?.first == 0)
  }

  @Test func directionMatters() async throws {
    let chain = try scratch.file("chain.tsv", "0\t1\n0\t2\n1\t0\n2\t3\n3\t1\n")
    let both = try await time("degree", chain)
    let out = try await time("degree", chain, "--directed")
    #expect((both["answer"] as? [String: Any])?["sum"] as? Double == 10)
    #expect((out["answer"] as? [String: Any])?["sum"] as? Double == 5)
    // From the busiest node to the next.
    let path = try await time("shortest_path", chain, "--directed")
    #expect((path["answer"] as? [String: Any])?["length"] as? Int == 1)
  }

  @Test func loadingCountsTheEdges() async throws {
    let file = try scratch.file("pair.tsv", "7\t7\n7\t8\n")
    let line = try await time("load_tsv", file)
    #expect((line["answer"] as? [String: Any])?["edges"] as? Int == 2)
    #expect(line["nodes"] as? Int == 9)
  }

  @Test func anUnknownAlgorithmIsWrongUsage() async throws {
    let outcome = try await bench.run(["graph", "x.tsv", "--algorithm", "luck"])
    #expect(outcome.status == 64)
    for name in ["load_tsv", "degree", "pagerank", "shortest_path"] { #expect(outcome.errors.contains(name)) }
  }

  @Test func aBadLineIsNamed() async throws {
    let file = try scratch.file("bad.tsv", "0\t1\nzero\tone\n")
    let outcome = try await bench.run(["graph", file, "--algorithm", "degree"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("bad.tsv:2:"))
  }

  @Test(arguments: [["graph", "far.tsv", "--algorithm", "degree"], ["temporal", "far.tsv"]])
  func aNumberOutOfProportionIsNamed(command: [String]) async throws {
    _ = try scratch.file("far.tsv", "0\t1\t2\t5\n4000000000\t1\t2\t5\n")
    let outcome = try await bench.run(command)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("far.tsv:2: node 4000000000 is out of all proportion"))
    #expect(outcome.errors.count { $0 == "\n" } == 1)
  }

  @Test func aForestTakesWeightsBelowZero() async throws {
    let file = try scratch.file("signed.tsv", "0\t1\t-2\n1\t2\t-1\n2\t0\t3\n")
    let line = try await time("mst", file, "--weighted")
    #expect((line["answer"] as? [String: Any])?["weight"] as? Double == -3)
  }

  @Test func aFolderThatIsMissingIsNamed() async throws {
    let outcome = try await bench.run(["rmat", "3", "2", "1", "--output", "nowhere/graph"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "Error: nowhere/graph.dir.tsv: cannot be written; check that its folder is there, may be "
        + "written to and has room\n")
  }

  @Test func aSeedMakesOneGraph() async throws {
    #expect(try await bench.run(["rmat", "6", "4", "1", "--output", "a"]).status == 0)
    #expect(try await bench.run(["rmat", "6", "4", "1", "--output", "b"]).status == 0)
    #expect(try await bench.run(["rmat", "6", "4", "2", "--output", "c"]).status == 0)
    let files = try ["a.und.tsv", "b.und.tsv", "c.und.tsv", "a.dir.tsv"].map { name in
      try String(contentsOfFile: "\(scratch.path)/\(name)", encoding: .utf8)
    }
    #expect(files[0] == files[1])
    #expect(files[0] != files[2])
    let pairs = files[0].split(separator: "\n").map { $0.split(separator: "\t").compactMap { Int($0) } }
    #expect(!pairs.isEmpty)
    #expect(pairs.allSatisfy { $0.count == 2 && $0[0] < $0[1] && $0[1] < 64 })
    #expect(Set(pairs).count == pairs.count)
  }
}
