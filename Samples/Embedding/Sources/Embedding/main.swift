import Entente

// MARK: A graph by hand

var graph = TypedGraph()
let places = try ["Brussels", "Keflavík", "London", "Nuuk"].map { try graph.addNode($0, type: "City") }
try graph.addEdge(from: places[0], to: places[2], type: "FLIGHT")
try graph.addEdge(from: places[2], to: places[1], type: "FLIGHT")
try graph.addEdge(from: places[1], to: places[3], type: "FLIGHT")

let flights = graph.snapshot()
if let start = flights.node(forKey: "Brussels"), let end = flights.node(forKey: "Nuuk"),
  let way = flights.shortestPath(from: start, to: end)
{
  print("By hand:", way.nodes.map { flights.key(of: $0) }.joined(separator: " → "))
}
let ranks = try flights.pageRank(PageRankOptions(direction: .both))
let busiest = flights.nodes.max { ranks[$0] < ranks[$1] }
print("Busiest:", busiest.map { flights.key(of: $0) } ?? "none")

// MARK: A graph from text

let text = """
  Ministers agree to share the harbour

  NUUK, March 4, 2026 — Danish Prime Minister Mette Frederiksen met NATO Secretary-General Mark Rutte in Nuuk on
  Wednesday. Denmark will send two ships to Greenland in June, Ms. Frederiksen said.
  """
let facts = try Engine().facts(ofText: text, source: "harbour.txt")
let story = FactGraph(facts)

let from = try story.entity(named: "frederiksen")
let to = try story.entity(named: "NATO")
if let path = story.path(from: from.id, to: to.id) {
  for hop in path.hops {
    print("From text: \(hop.from.name) — \(hop.to.name):", hop.ties.flatMap(\.evidence).map(\.text).first ?? "")
  }
}
for ranked in try story.ranking(by: .pageRank).prefix(3) {
  print("Rank \(ranked.place): \(ranked.entity.name)")
}

try AtomicFile.write(FactDiagram(facts).picture(.svg), to: "harbour.svg")
print("Picture: harbour.svg")
