import EntenteGraph
import EntenteTestSupport
import Foundation
import Testing

@Suite struct SnapshotFileTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var path: String { "\(scratch.path)/graph.snapshot" }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func snapshotComesBackAsItWas(seed: UInt64) throws {
    let snapshot = try RandomGraph.make(seed: seed).snapshot()
    try snapshot.write(to: path)
    let read = try Snapshot(contentsOf: path)
    #expect(read == snapshot, "seed \(seed)")
    #expect(read.nodes.map { read.properties(of: $0) } == snapshot.nodes.map { snapshot.properties(of: $0) })
    #expect(read.edges.map { read.properties(of: $0) } == snapshot.edges.map { snapshot.properties(of: $0) })
    #expect(try Topology(contentsOf: path) == snapshot.topology)
    #expect(read.incomingEdges(of: NodeID(rawValue: 0)) == snapshot.incomingEdges(of: NodeID(rawValue: 0)))
  }

  @Test func emptyGraphComesBack() throws {
    try TypedGraph().snapshot().write(to: path)
    #expect(try Snapshot(contentsOf: path) == TypedGraph().snapshot())
  }

  @Test func shapeAloneHasNoNames() throws {
    let shape = try Topology(nodeCount: 3, edges: [(source: 0, target: 1), (source: 1, target: 2)])
    try shape.write(to: path)
    #expect(try Topology(contentsOf: path) == shape)
    let error = #expect(throws: GraphError.self) { try Snapshot(contentsOf: path) }
    #expect(error?.message.contains("without names") == true)
  }

  @Test func everyCutAndManyChangesAreFoundOrHarmless() throws {
    try RandomGraph.make(seed: 3).snapshot().write(to: path)
    let bytes = try Array(Data(contentsOf: URL(filePath: path)))
    var random = SeededGenerator(seed: 1)
    for round in 0..<400 {
      var changed = bytes
      if round < 100 {
        changed = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
      } else {
        let place =
          round < 250
          ? Int.random(in: 0..<min(600, bytes.count), using: &random) : Int.random(in: 0..<bytes.count, using: &random)
        changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      try Data(changed).write(to: URL(filePath: path))
      do throws(GraphError) {
        let snapshot = try Snapshot(contentsOf: path)
        // What is read can be used.
        for node in snapshot.nodes {
          _ = (snapshot.key(of: node), snapshot.properties(of: node), snapshot.type(of: node))
        }
        for edge in snapshot.edges { _ = (snapshot.source(of: edge), snapshot.properties(of: edge)) }
        #expect(round >= 100, "a file that was cut short is no snapshot")
      } catch {
        #expect(error.message.contains(path))
      }
    }
  }

  @Test func aFileOfAnotherVersionSaysSo() throws {
    try TypedGraph().snapshot().write(to: path)
    var bytes = try Array(Data(contentsOf: URL(filePath: path)))
    bytes[7] = 9
    try Data(bytes).write(to: URL(filePath: path))
    let error = #expect(throws: GraphError.self) { try Snapshot(contentsOf: path) }
    #expect(
      error?.message == "\(path): is a snapshot file of version 9, and this program reads version 1; write it anew")
  }

  @Test func whatCannotBeReadOrWrittenIsNamed() throws {
    #expect(throws: GraphError.self) { try Snapshot(contentsOf: "\(scratch.path)/nothing") }
    #expect(throws: GraphError.self) { try TypedGraph().snapshot().write(to: "\(scratch.path)/no/folder") }
    let text = try scratch.file("text", "not a graph at all, though long enough")
    let error = #expect(throws: GraphError.self) { try Topology(contentsOf: text) }
    #expect(
      error?.message.hasSuffix("is no snapshot file; name one, or give edges as lines in a .tsv, .csv or .edges file")
        == true)
  }
}
