extension GraphStructure {
  /// Calls `body` with each maximal clique: nodes of which each two have an edge, and to which no further node can be
  /// added.
  ///
  /// The graph is taken as undirected; self-loops do not count, and parallel edges count once. A node without
  /// neighbours is a clique of one. The nodes of a clique stand in ascending order; cliques come in the order of their
  /// first nodes in `degeneracyOrder()`, the same in every run. There can be 3^(*V*/3) of them: stop when there are enough.
  ///
  /// - Parameters:
  ///   - leastSize: smaller cliques are passed over, and ways that lead to them alone are not followed.
  ///   - body: says whether to go on.
  /// - Throws: `CancellationError`, or what `body` throws.
  /// - Complexity: O(*d* · *V* · 3^(*d*/3)) in the degeneracy *d*; O(*V* + *E* + *d*²) memory.
  ///
  /// Source: D. Eppstein, M. Löffler, D. Strash, "Listing All Maximal Cliques in Sparse Graphs in Near-Optimal Time",
  /// 2010, with the pivot of E. Tomita, A. Tanaka, H. Takahashi, 2006.
  public func forEachMaximalClique(
    atLeast leastSize: Int = 1, execution: Execution = Execution(), _ body: ([NodeID]) throws -> Bool
  ) throws {
    let kernel = CliqueKernel(simple: topology.simple)
    let search = CliqueSearch(kernel, leastSize: leastSize)
    defer {
      search.deallocate()
      kernel.deallocate()
    }
    var found = 0
    for place in 0..<kernel.count {
      if place & 0xFF == 0 {
        try execution.check()
        execution.report(place, of: kernel.count)
      }
      let goesOn = try search.search(from: place) { size in
        found += 1
        if found & 0xFFF == 0 { try execution.check() }
        return try body((0..<size).map { NodeID(rawValue: kernel.order[search.clique[$0]]) }.sorted())
      }
      if !goesOn { return }
    }
  }

  /// The maximal cliques, as `forEachMaximalClique(atLeast:execution:_:)` gives them, the first `limit` of them.
  ///
  /// - Throws: `CancellationError`.
  public func maximalCliques(
    atLeast leastSize: Int = 1, limit: Int = .max, execution: Execution = Execution()
  ) throws -> [[NodeID]] {
    var cliques: [[NodeID]] = []
    if limit <= 0 { return cliques }
    try forEachMaximalClique(atLeast: leastSize, execution: execution) { clique in
      cliques.append(clique)
      return cliques.count < limit
    }
    return cliques
  }

  /// The number of maximal cliques.
  ///
  /// Conventions, source and complexity as in `forEachMaximalClique(atLeast:execution:_:)`.
  ///
  /// - Throws: `CancellationError`.
  public func maximalCliqueCount(atLeast leastSize: Int = 1, execution: Execution = Execution()) throws -> Int {
    let kernel = CliqueKernel(simple: topology.simple)
    defer { kernel.deallocate() }
    let placesPerPart = 256
    let parts = Execution.parts(of: kernel.count, size: placesPerPart)
    let counts = MutableElements<Int>.allocate(count: parts, repeating: 0)
    let searches = (0..<max(1, min(execution.threads, parts))).map { _ in CliqueSearch(kernel, leastSize: leastSize) }
    defer {
      counts.deallocate()
      for search in searches { search.deallocate() }
    }
    try execution.forEachChunk(parts, reporting: true) { part, worker in
      var count = 0
      for place in part * placesPerPart..<min(kernel.count, (part + 1) * placesPerPart) {
        _ = try searches[worker].search(from: place) { _ in
          count &+= 1
          if count & 0xFFFF == 0 { try execution.check() }
          return true
        }
      }
      counts[part] = count
    }
    return counts.array().reduce(0, +)
  }
}
