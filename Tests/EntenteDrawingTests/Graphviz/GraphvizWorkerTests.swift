import Testing

@testable import EntenteDrawing

@Suite struct GraphvizWorkerTests {
  /// The probe is built into the folder that the test program lies in.
  static var probe: String {
    let program = CommandLine.arguments[0]
    let folders = ([program] + CommandLine.arguments).map { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
    return (folders.first { $0.contains("debug") || $0.contains("release") } ?? ".") + "/GraphvizWorkerProbe"
  }

  private func draw(_ dot: String, seconds: Int = 60) throws(DrawingError) -> [[UInt8]] {
    try GraphvizWorker.draw(dot, engine: .dot, formats: [.svg, .png], executable: Self.probe, seconds: seconds)
  }

  @Test func drawsEachFormat() throws {
    let pictures = try draw("digraph { a -> b }")
    #expect(String(decoding: pictures[0], as: UTF8.self).contains("<svg"))
    #expect(pictures[1].prefix(4) == [0x89, 0x50, 0x4E, 0x47])
  }

  @Test func drawsTheSameAsThisProcess() throws {
    let dot = "digraph G { a -> b -> c; subgraph cluster_0 { c; d } }"
    let here = try GraphvizRenderer.draw(dot, engine: .dot, formats: [.svg])
    let there = try GraphvizWorker.draw(dot, engine: .dot, formats: [.svg], executable: Self.probe)
    #expect(here == there)
  }

  /// Releases of Graphviz before 14 abort on a named group of one rank that lies partly in a cluster.
  @Test func anAbortThereIsAnErrorHere() {
    let dot = "digraph { subgraph cluster_a { a; b } subgraph x { rank=same; b; c } a -> b; b -> c }"
    do {
      _ = try draw(dot)
    } catch {
      #expect(error.code == .workerFailed)
      #expect(error.message.hasPrefix("Graphviz crashed with signal"))
    }
  }

  /// Two weights whose sum leaves the range of an int: a segmentation fault, also in the newest release.
  @Test func aCrashThereIsAnErrorHere() {
    do {
      _ = try draw("digraph { a -> b [weight=2147483647]; a -> b [weight=2147483647] }")
      Issue.record("a graph that overflows Graphviz was drawn")
    } catch {
      #expect(error.code == .workerFailed)
      #expect(error.message.hasPrefix("Graphviz crashed with signal"))
    }
  }

  @Test func anErrorThereKeepsItsWords() {
    do {
      _ = try draw("digraph { a -> }")
      Issue.record("an incomplete graph was drawn")
    } catch {
      #expect(error.code == .invalidDOT)
      #expect(error.message.contains("syntax error"))
    }
  }

  @Test func endlessWorkIsStopped() {
    var dot = "digraph { splines=curved;"
    for first in 0..<700 { dot += "n\(first * 7 % 60) -> n\(first * 13 % 190);" }
    do {
      _ = try draw(dot + "}", seconds: 1)
      Issue.record("the graph was drawn within a second; take a harder one")
    } catch {
      #expect(
        error
          == DrawingError(
            .workerFailed, "Graphviz did not end within 1 seconds; draw a smaller or simpler graph"))
    }
  }

  @Test func aMissingProgramIsAnError() {
    #expect(throws: DrawingError.self) {
      try GraphvizWorker.draw("graph {}", engine: .dot, formats: [.svg], executable: "/nowhere/at-all")
    }
  }

  @Test func framesComeBackWhole() {
    let pictures: [[UInt8]] = [[1, 2, 3], [], [UInt8](repeating: 7, count: 70_000)]
    #expect(GraphvizWorker.unframed(GraphvizWorker.framed(pictures)) == pictures)
    #expect(GraphvizWorker.unframed([3, 0, 0, 0, 0, 0, 0, 0, 1, 2]) == nil)
    #expect(GraphvizWorker.unframed([3, 0]) == nil)
  }
}
