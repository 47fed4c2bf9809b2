import Testing

@testable import EntenteDrawing

@Suite struct LayoutGeometryTests {
  @Test func readsWhereThingsLie() throws {
    let geometry = try GraphvizRenderer.geometry(
      of: "digraph { a [shape=box, width=2, fixedsize=true]; a -> b [label=\"x\"]; b -> a }", engine: .dot)
    #expect(geometry.nodes.count == 2)
    #expect(geometry.nodes[0].width == 144)
    #expect(geometry.edges.map(\.tail) == [0, 1])
    #expect(geometry.labels.count == 1)
    #expect(geometry.edges.allSatisfy { $0.points.count >= 4 })
  }

  @Test func crossingsAndOverlapsCost() {
    func geometry(crossing: Bool) -> LayoutGeometry {
      var geometry = LayoutGeometry()
      geometry.nodes = [(0, 0), (200, 0), (0, 150), (200, 150)].map { .init(x: $0.0, y: $0.1, width: 20, height: 20) }
      let ends = crossing ? [(0, 3), (1, 2)] : [(0, 1), (2, 3)]
      geometry.edges = ends.map { ends in
        let (tail, head) = (geometry.nodes[ends.0], geometry.nodes[ends.1])
        return .init(tail: ends.0, head: ends.1, points: [.init(x: tail.x, y: tail.y), .init(x: head.x, y: head.y)])
      }
      return geometry
    }
    #expect(geometry(crossing: true).cost() == geometry(crossing: false).cost() + 1)
  }

  @Test func theBestStartIsNoWorseThanTheFirst() throws {
    var document = DOTDocument(attributes: [.overlap(.prism), .keepsLengths, .splines(.curves)])
    let nodes = (0..<14).map { document.addNode([.label(.text("node \($0)"))]) }
    for index in 0..<22 {
      document.addEdge(from: nodes[index * 5 % 14], to: nodes[(index * 3 + 1) % 14], [.length(1.5)])
    }
    let best = try LayoutSearch.bestStart(of: document, engine: .neato, trials: 8, finals: 8)
    func cost(_ seed: Int) throws -> Double {
      var variant = document
      variant.attributes.append(.start(seed))
      return LabelPlacement(try GraphvizRenderer.geometry(of: variant.text(), engine: .neato)).placed().cost()
    }
    let costs = try (1...8).map(cost)
    #expect(try cost(best) == costs.min())
    #expect(try LayoutSearch.bestStart(of: document, engine: .neato, trials: 1) == 1)
  }
}
