import EntenteGraph
import EntenteTestSupport
import Synchronization
import Testing

/// What the articles of the documentation say, on the graph that they say it of.
///
/// The articles show the statements of these tests, line by line; `GuideTextTests` sees to it.
@Suite struct GuideTests {
  let graph: TypedGraph
  let conference: Snapshot

  init() throws {
    graph = try SampleConference.make()
    conference = graph.snapshot()
  }

  // MARK: - Storage

  @Test func storageIsReadByKeyAndByNumber() throws {
    let lind = try conference.named("Lind")
    #expect(conference.nodeCount == 12 && conference.edgeCount == 22)
    #expect(conference.type(of: lind) == "Minister")
    #expect(conference.names(conference.outgoingEdges(of: lind)) == ["Lind REPRESENTS Corland", "Lind MEETS Orm"])
    #expect(conference.names(conference.incomingEdges(of: lind)) == ["Kass MEETS Lind", "Velt MEETS Lind"])

    let talk = try #require(conference.outgoingEdges(of: lind).last)
    #expect(conference[talk, "reports"] == 3)
    #expect(conference[talk, "tone"]?.stringValue == "friendly")
  }

  @Test func graphsMergeByKey() throws {
    var morning = TypedGraph()
    try morning.addNode("Lind", type: "Minister", properties: ["sources": ["wire"]])
    var evening = TypedGraph()
    try evening.addNode("Lind", type: "Minister", properties: ["sources": ["radio"]])

    let both = morning.merged(with: evening)
    let lind = try #require(both.node(forKey: "Lind"))
    #expect(both[lind, "sources"] == ["radio", "wire"])
    #expect(both == evening.merged(with: morning))
  }

  @Test func masksChooseEdges() throws {
    let friendly = conference.edges(where: "tone", equals: "friendly")
    let hostile = conference.edges(where: "tone", equals: "hostile")
    let meetings = conference.edges(ofTypes: ["MEETS"])
    let firstDays = conference.edges(during: 1...5)
    #expect(friendly.count == 12 && meetings.count == 5)
    #expect(
      conference.names((meetings & firstDays).elements) == ["Kass MEETS Lind", "Lind MEETS Orm", "Velt MEETS Kass"])
    #expect(conference.names((firstDays & hostile).elements) == ["Kass CRITICIZES Orm", "Velt CRITICIZES Orm"])

    let goodwill = conference.subgraph(edges: friendly)
    #expect(goodwill.edgeCount == 12)
    let circle = conference.egoNetwork(of: try conference.named("Esmar"))
    #expect(conference.names(circle.nodes.map { circle.original($0) }) == ["Dunmoor", "Esmar", "Grain Pact"])
    #expect(circle.edgeCount == 3)
  }

  @Test func graphsAreMergedContractedAndProjected() throws {
    let reports = try EdgeWeights(conference) { conference[$0, "reports"]?.doubleValue ?? 0 }
    let ties = try conference.simplified(weights: reports, isUndirected: true)
    #expect(ties.edgeCount == 21)
    let repeated = try #require(ties.edges.first { ties.count(of: $0) > 1 })
    #expect(conference.names(ties.originals(of: repeated)) == ["Velt MEETS Kass", "Velt MEETS Kass #2"])
    #expect(ties.weights?[repeated] == 3)

    let delegations = try conference.subgraph(edges: conference.edges(ofTypes: ["REPRESENTS"])).weakComponents()
    #expect(delegations.count == 8)
    let between = try conference.contracted(by: delegations.byNode, isUndirected: true, keepsLoops: false)
    #expect(between.nodeCount == 8 && between.edgeCount == 14)

    let seats = conference.subgraph(edges: conference.edges(ofTypes: ["MEMBER_OF"]))
    let partners = try seats.projected(onto: conference.nodes(ofTypes: ["State"]))
    let pairs = partners.edges.map { edge in
      conference.names([partners.source(of: edge), partners.target(of: edge)].map { partners.original($0) })
    }
    #expect(pairs.count == 6 && pairs.contains(["Corland", "Esmar"]))
  }

  @Test func snapshotsAreFilesAndDiffer() throws {
    let folder = try Scratch()
    let path = "\(folder.path)/conference.snapshot"

    try conference.write(to: path)
    #expect(try Snapshot(contentsOf: path) == conference)
    #expect(try Topology(contentsOf: path) == conference.topology)

    let list = try EdgeList("0\t1\t2.5\n1\t2\t1\n")
    #expect(list.topology.nodeCount == 3 && list.weights?.greatest == 2.5)

    var next = graph
    try next.link("Esmar", "MEETS", "Lind", reports: 1, tone: "friendly", day: 11)
    let later = next.snapshot()
    let difference = later.difference(from: conference)
    #expect(later.names(difference.addedEdges) == ["Esmar MEETS Lind"] && difference.removedEdges.isEmpty)
  }

  // MARK: - Centrality

  @Test func whoMatters() throws {
    let ties = try conference.simplified(isUndirected: true)
    let degrees = ties.degrees()
    #expect(degrees.values.max() == 4 && degrees.count { $0 == 4 } == 9)

    let reports = try EdgeWeights(conference) { conference[$0, "reports"]?.doubleValue ?? 0 }
    let strengths = conference.strengths(reports)
    #expect(conference.names(strengths.ranked(limit: 3)) == ["Aldmark", "Dunmoor", "Brovia"])
    #expect(strengths[try conference.named("Aldmark")] == 17)

    let ranks = try conference.pageRank(PageRankOptions(direction: .both), weights: reports)
    #expect(conference.names(ranks.ranked(limit: 3)) == ["Aldmark", "Dunmoor", "Brovia"])

    let fromEsmar = NodeMap(conference.nodes.map { conference.key(of: $0) == "Esmar" ? 1.0 : 0.0 })
    let nearEsmar = try ties.pageRank(PageRankOptions(direction: .both), restart: fromEsmar)
    #expect(conference.names(nearEsmar.ranked(limit: 3)) == ["Esmar", "Dunmoor", "Grain Pact"])
  }

  @Test func whoBrokers() throws {
    let ties = try conference.simplified(isUndirected: true)
    let brokerage = try ties.betweenness(direction: .both)
    #expect(conference.names(brokerage.ranked(limit: 1)) == ["Lake Council"])
    #expect(brokerage[try conference.named("Lake Council")] == 10.5)

    let talks = conference.subgraph(edges: conference.edges(where: "tone", equals: "friendly"))
    let talkBrokers = try talks.simplified(isUndirected: true).betweenness(direction: .both)
    #expect(conference.names(talkBrokers.ranked(limit: 2)) == ["Lind", "Orm"])
    #expect(talkBrokers[try conference.named("Lind")] == 16.5)

    let load = try ties.edgeBetweenness(direction: .both)
    let busiest = try #require(ties.edges.max { load[$0.index] < load[$1.index] })
    #expect(conference.names(ties.originals(of: busiest)) == ["Border Commission REPORTS_TO Lake Council"])

    let dependence = try ties.constraint()
    #expect(conference.names(dependence.ranked().suffix(2)) == ["Aldmark", "Corland"])
    let circle = try ties.coveringGroup(size: 2, direction: .both)
    #expect(conference.names(circle) == ["Aldmark", "Lind"])
  }

  @Test func whoIsNear() throws {
    let ties = try conference.simplified(isUndirected: true)
    let closeness = try ties.harmonicCloseness(direction: .both)
    #expect(conference.names(closeness.ranked(limit: 2)) == ["Aldmark", "Corland"])
    let nearest = try ties.topHarmonicCloseness(limit: 1, direction: .both)
    #expect(nearest.map(\.score) == [7.5])
    let withinTwo = try ties.reachCounts(within: 2, direction: .both)
    #expect(withinTwo[try conference.named("Border Commission")] == 4)
  }

  @Test func whoHasStanding() throws {
    let ties = try conference.simplified(isUndirected: true)
    let standing = try ties.eigenvectorCentrality(direction: .both)
    #expect(conference.names(standing.ranked(limit: 4)) == ["Kass", "Velt", "Lind", "Orm"])
    let katz = try ties.katzCentrality(attenuation: 0.1, direction: .both)
    #expect(conference.names(katz.ranked(limit: 4)) == ["Kass", "Velt", "Lind", "Orm"])
    let (hubs, authorities) = try conference.hubsAndAuthorities()
    #expect(conference.names(hubs.ranked(limit: 1)) == ["Velt"])
    #expect(conference.names(authorities.ranked(limit: 1)) == ["Kass"])
  }

  // MARK: - Paths

  @Test func howTwoAreLinked() throws {
    let esmar = try conference.named("Esmar")
    let border = try conference.named("Border Commission")
    let way = try #require(conference.shortestPath(from: esmar, to: border, direction: .both))
    #expect(conference.names(way.nodes) == ["Esmar", "Dunmoor", "Aldmark", "Lake Council", "Border Commission"])

    let hostile = conference.edges(where: "tone", equals: "hostile")
    let calm = try #require(
      conference.shortestPath(from: esmar, to: border, direction: .both, where: { !hostile[$0] }))
    #expect(conference.names(calm.nodes) == ["Esmar", "Grain Pact", "Corland", "Lake Council", "Border Commission"])

    let ways = try conference.allShortestPaths(from: esmar, to: border, direction: .both)
    #expect(ways.count == 2 && ways.weight == 4)

    let steps = try conference.steps(from: [esmar], direction: .both)
    #expect(steps[border] == 4 && steps.greatest == 4)
    #expect(try conference.steps(from: [esmar])[border] == nil)
  }

  @Test func howWellTwoAreLinked() throws {
    let ties = try conference.simplified(isUndirected: true)
    let (velt, orm) = (try conference.named("Velt"), try conference.named("Orm"))
    let ways = try ties.shortestPaths(from: velt, to: orm, limit: 3, direction: .both)
    #expect(
      ways.map { conference.names($0.nodes) } == [["Velt", "Orm"], ["Velt", "Kass", "Orm"], ["Velt", "Lind", "Orm"]])
    #expect(try ties.simplePaths(from: velt, to: orm, maximumLength: 3, direction: .both).count() == 6)

    let reports = try EdgeWeights(conference) { conference[$0, "reports"]?.doubleValue ?? 0 }
    let strongest = try #require(try conference.widestPath(from: velt, to: orm, weights: reports, direction: .both))
    #expect(conference.names(strongest.nodes) == ["Velt", "Aldmark", "Dunmoor", "Orm"])
    #expect(strongest.weight == 3)

    let costs = try EdgeWeights(conference) { 1 / (conference[$0, "reports"]?.doubleValue ?? 1) }
    let dunmoor = try conference.named("Dunmoor")
    let solid = try #require(try conference.shortestPath(from: velt, to: dunmoor, weights: costs, direction: .both))
    #expect(conference.names(solid.nodes) == ["Velt", "Aldmark", "Dunmoor"] && abs(solid.weight - 0.45) < 1e-12)
  }

  @Test func storyThatLinksSeveral() throws {
    let cast = try ["Border Commission", "Esmar", "Lind", "Orm", "Velt"].map { try conference.named($0) }
    let story = try #require(try conference.steinerTree(joining: cast))
    #expect(conference.names(story.nodes.filter { !cast.contains($0) }) == ["Aldmark", "Dunmoor", "Lake Council"])
    #expect(story.weight == 7 && story.isOptimal)

    let reports = try EdgeWeights(conference) { conference[$0, "reports"]?.doubleValue ?? 0 }
    let backbone = try conference.spanningForest(weights: reports, heaviest: true)
    #expect(backbone.edges.count == 11 && backbone.weight == 38)
  }

  @Test func waysOfACertainKind() throws {
    let seats = try PathExpression("REPRESENTS/MEMBER_OF")
    let kass = try conference.named("Kass")
    let seat = try #require(
      try conference.shortestWalk(from: kass, to: conference.named("Lake Council"), matching: seats))
    #expect(conference.names(seat.edges) == ["Kass REPRESENTS Brovia", "Brovia MEMBER_OF Lake Council"])

    let colleagues = try PathExpression("REPRESENTS/MEMBER_OF/^MEMBER_OF/^REPRESENTS/[Minister]")
    let met = try conference.steps(from: [kass], matching: colleagues)
    #expect(conference.names(conference.nodes.filter { met[$0] != nil }) == ["Kass", "Lind", "Velt"])
  }

  @Test func whatHoldsTwoApart() throws {
    let ties = try conference.simplified(isUndirected: true)
    let each = try EdgeWeights(ties) { _ in 1 }
    let (esmar, velt) = (try conference.named("Esmar"), try conference.named("Velt"))
    let cut = try ties.minimumCut(from: esmar, to: velt, capacities: each, direction: .both)
    #expect(cut.weight == 2 && conference.names(cut.side) == ["Esmar"])

    let weakest = try #require(try ties.globalMinimumCut())
    #expect(weakest.weight == 1 && conference.names(weakest.side) == ["Border Commission"])
    #expect(try ties.diameter() == 4)
  }

  // MARK: - Structure

  @Test func whatHangsTogether() throws {
    #expect(try conference.weakComponents().count == 1)
    let goodwill = conference.subgraph(edges: conference.edges(where: "tone", equals: "friendly"))
    let parts = try goodwill.weakComponents()
    #expect(parts.count == 4 && parts.sizes.max() == 9)

    #expect(conference.names(conference.articulationPoints()) == ["Lake Council"])
    #expect(conference.names(conference.bridges()) == ["Border Commission REPORTS_TO Lake Council"])
    #expect(conference.names(goodwill.articulationPoints()) == ["Dunmoor", "Lind", "Orm"])
    let thin = goodwill.bridges().map { goodwill.original($0) }
    #expect(
      conference.names(thin) == ["Dunmoor ALLIED_WITH Esmar", "Lind MEETS Orm", "Orm REPRESENTS Dunmoor"])

    let bloc = conference.inducedSubgraph(nodes: try ["Dunmoor", "Esmar", "Orm"].map { try conference.named($0) })
    #expect(conference.names(bloc.articulationPoints().map { bloc.original($0) }) == ["Dunmoor"])
  }

  @Test func whoIsInTheCore() throws {
    let ties = try conference.simplified(isUndirected: true)
    let cores = ties.coreNumbers()
    #expect(cores.values.max() == 3)
    let core = ties.nodes.filter { cores[$0] == 3 }
    #expect(
      conference.names(core) == ["Aldmark", "Brovia", "Corland", "Kass", "Lake Council", "Lind", "Orm", "Velt"])

    let reports = try EdgeWeights(conference) { conference[$0, "reports"]?.doubleValue ?? 0 }
    let strengths = try conference.coreStrengths(reports)
    #expect(conference.names(strengths.ranked(limit: 2)) == ["Aldmark", "Brovia"])
  }

  @Test func whatIsClosed() throws {
    let ties = try conference.simplified(isUndirected: true)
    #expect(try ties.triangleCount() == 7)
    #expect(abs(try ties.transitivity() - 0.362) < 0.001)
    let cliques = try ties.maximalCliques(atLeast: 4)
    #expect(cliques.map { conference.names($0) } == [["Kass", "Lind", "Orm", "Velt"]])

    let closed = try ties.localClustering()
    #expect(closed[try conference.named("Lake Council")] == 1.0 / 3)

    #expect(try ties.motifCounts().cliques4 == 1)
    #expect(try conference.triadCensus()[.transitive] == 7)
  }

  @Test func whatLeadsRoundAndWhatComesFirst() throws {
    #expect(conference.cycle() == nil)
    let order = try #require(conference.topologicalOrder())
    #expect(order.count == 12)
    #expect(!conference.bipartition().isBipartite)
    let seats = conference.subgraph(edges: conference.edges(ofTypes: ["MEMBER_OF"]))
    #expect(seats.bipartition().isBipartite)
  }

  @Test func whoMayMeetNext() throws {
    let esmar = try conference.named("Esmar")
    let next = conference.predictedLinks(from: esmar, by: .resourceAllocation)
    #expect(conference.names(next.map(\.node)) == ["Corland", "Aldmark", "Orm"])
    #expect(next.first?.score == 1.0 / 3)
  }

  // MARK: - Communities

  @Test func whichBlocs() throws {
    let reports = try EdgeWeights(conference) { conference[$0, "reports"]?.doubleValue ?? 0 }
    let blocs = try conference.leidenCommunities(weights: reports)
    #expect(
      blocs.groupsBySize.map { conference.names(blocs.members(of: $0)) } == [
        ["Corland", "Kass", "Lind", "Orm", "Velt"],
        ["Aldmark", "Border Commission", "Brovia", "Lake Council"],
        ["Dunmoor", "Esmar", "Grain Pact"],
      ])
    #expect(abs(try conference.modularity(of: blocs, weights: reports) - 0.277) < 0.001)

    let finer = try conference.leidenCommunities(CommunityOptions(resolution: 2), weights: reports)
    #expect(finer.count == 5)
    #expect(try blocs.comparison(with: finer).normalizedMutualInformation > 0.6)

    let byWalk = try conference.infomapCommunities(weights: reports)
    let byLabel = try conference.labelPropagationCommunities(weights: reports)
    #expect(byWalk.count == 1 && byLabel.count == 3)
  }

  @Test func isTheAllianceSystemBalanced() throws {
    let signs = EdgeSigns(conference) { edge in
      switch conference[edge, "tone"] {
      case "friendly": .positive
      case "hostile": .negative
      default: nil
      }
    }
    #expect(signs.positiveCount == 12 && signs.negativeCount == 3)

    let balance = conference.structuralBalance(signs)
    #expect(!balance.isBalanced)
    #expect(
      conference.names(balance.contradiction) == [
        "Velt MEETS Lind", "Velt REPRESENTS Aldmark", "Dunmoor THREATENS Aldmark", "Orm REPRESENTS Dunmoor",
        "Lind MEETS Orm",
      ])

    let triangles = try conference.signedTriangles(signs)
    #expect(triangles.count == 4 && triangles.oneNegative == 2)
    #expect(triangles.balancedShare == 0.5)

    let tension = try conference.frustration(signs)
    #expect(tension.count == 1 && tension.isExact)
    #expect(conference.names(tension.edges) == ["Lind MEETS Orm"])
    let side = tension.sides[try conference.named("Dunmoor")]
    let camp = conference.nodes(ofTypes: ["State", "Minister"]).elements.filter { tension.sides[$0] == side }
    #expect(conference.names(camp) == ["Dunmoor", "Esmar", "Orm"])

    let blocs = try conference.signedCommunities(signs)
    let members = blocs.groupsBySize.prefix(3).map { conference.names(blocs.members(of: $0)) }
    #expect(members == [["Aldmark", "Brovia", "Kass", "Velt"], ["Dunmoor", "Esmar", "Orm"], ["Corland", "Lind"]])
    #expect(!blocs.joins(try conference.named("Lind"), try conference.named("Orm")))
  }

  // MARK: - Time

  /// The meetings of the conference; who talks hears.
  func meetings() throws -> TemporalGraph {
    let meetings = try TemporalGraph(conference) { edge in
      guard conference.type(of: edge) == "MEETS", let day = conference[edge, "start"]?.integerValue else { return nil }
      return Contact(start: Int64(day))
    }
    #expect(meetings.contactCount == 5 && meetings.span == 1...11)
    return meetings
  }

  @Test func howWordCouldHavePassed() throws {
    let meetings = try meetings()
    let (velt, orm) = (try conference.named("Velt"), try conference.named("Orm"))
    let news = meetings.earliestArrivals(from: velt, direction: .both)
    #expect(news[orm] == 5)
    let way = try #require(news.path(orm))
    #expect(conference.names(way.path.edges) == ["Velt MEETS Kass", "Kass MEETS Lind", "Lind MEETS Orm"])
    #expect(way.departure == 1 && way.arrival == 5)

    #expect(!meetings.reachable(from: velt, in: 2...12, direction: .both)[orm])
    #expect(meetings.latestDepartures(to: orm, direction: .both)[velt] == 1)
    let reply = meetings.earliestArrivals(from: orm, direction: .both)
    let kass = try conference.named("Kass")
    #expect(reply[velt] == 7 && reply[kass] == 11)
    #expect(meetings.fewestSteps(from: orm, direction: .both)[velt] == 2)
    #expect(meetings.fastestPaths(from: orm, direction: .both)[velt] == 3)
  }

  @Test func whoCouldHaveHeard() throws {
    let meetings = try meetings()
    let heard = try meetings.reachCounts(in: 4...12, direction: .both)
    #expect(heard[try conference.named("Lind")] == 3)
    #expect(heard[try conference.named("Kass")] == 1)
    let carriers = try meetings.temporalBetweenness(direction: .both)
    #expect(conference.names(carriers.ranked(limit: 2)) == ["Lind", "Kass"])
    let closeness = try meetings.temporalCloseness(direction: .both)
    #expect(conference.names(closeness.ranked(limit: 1)) == ["Kass"])
  }

  @Test func whenSomethingChanged() throws {
    let meetings = try meetings()
    #expect(conference.names(meetings.edges(startingIn: 4..<8)) == ["Lind MEETS Orm", "Velt MEETS Lind"])
    #expect(try meetings.rollingContactCounts(window: 5, step: 5) == [3, 2])
    let (kass, velt) = (try conference.named("Kass"), try conference.named("Velt"))
    #expect(meetings.starts(between: kass, and: velt).moments == [1, 10])

    let rumours = EventTimes([1, 11, 21, 31, 32, 33, 34, 35, 36, 37, 38, 48, 58, 68])
    let bursts = try rumours.bursts()
    #expect(bursts.map(\.span) == [31...38])
    #expect(bursts.map(\.count) == [8])
    let threats = CountSeries(start: 1, step: 1, values: [0, 1, 0, 0, 1, 0, 6, 7, 5, 8])
    #expect(try threats.changePoints().map { threats.moment(of: $0) } == [7])
  }

  // MARK: - Running

  @Test func resultsDoNotDependOnThreads() throws {
    let alone = try conference.betweenness(direction: .both)
    let together = try conference.betweenness(direction: .both, execution: Execution(threads: 4))
    #expect(alone == together)
    let first = try conference.leidenCommunities(CommunityOptions(seed: 7))
    #expect(try conference.leidenCommunities(CommunityOptions(seed: 7)) == first)
  }

  @Test func runsTellHowFarTheyAre() throws {
    let furthest = Mutex(0.0)
    let watched = Execution(threads: Execution.processorCount) { done in
      furthest.withLock { $0 = max($0, done) }
    }
    _ = try conference.maximalCliqueCount(execution: watched)
    #expect(furthest.withLock { $0 } == 1)
  }

  @Test func runsStopWithTheirTask() async throws {
    let run = Task { [conference] in
      while !Task.isCancelled { await Task.yield() }
      return try conference.betweenness(direction: .both)
    }
    run.cancel()
    await #expect(throws: CancellationError.self) { try await run.value }
  }

  @Test func errorsSayWhatToDo() throws {
    let error = #expect(throws: GraphError.self) {
      try conference.pageRank(PageRankOptions(maximumRounds: 1, direction: .both))
    }
    #expect(error?.code == .noConvergence)
    #expect(error?.message == "PageRank still moved after 1 rounds; allow more rounds or a larger tolerance than 1e-10")
  }
}
