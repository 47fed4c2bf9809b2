extension DOTDocument {
  /// The document as DOT text, ending with a newline.
  ///
  /// - Throws: `DrawingError` with the code `limitExceeded` where there are too many parts or a label is too
  ///   long, or `valueOutOfRange` where a number is not one that Graphviz bears.
  /// - Complexity: O(*n*) in the length of the text.
  public func text() throws(DrawingError) -> String {
    try checkCounts()
    var output = isDirected ? "digraph G {\n" : "graph G {\n"
    try Self.append("graph", effectiveGraphAttributes, to: &output, titled: true)
    try Self.append("node", nodeDefaults, to: &output)
    try Self.append("edge", edgeDefaults, to: &output)
    try appendClusters(of: nil, indent: "  ", to: &output)
    for index in nodes.indices where nodes[index].cluster == nil {
      try Self.append("n\(index)", nodes[index].attributes, to: &output, id: "n\(index)")
    }
    for rank in ranks where !rank.isEmpty {
      output += "  { rank=same; " + rank.map { $0.name + "; " }.joined() + "}\n"
    }
    for (index, edge) in edges.enumerated() {
      let ends = "\(edge.tail.name) \(isDirected ? "->" : "--") \(edge.head.name)"
      try Self.append(ends, edge.attributes, to: &output, id: "e\(index)")
    }
    return output + "}\n"
  }

  /// Ranks without `newrank` break on clusters, so they never come without it.
  private var effectiveGraphAttributes: [DOTAttribute] {
    ranks.isEmpty ? attributes : attributes + [.newRank]
  }

  private func checkCounts() throws(DrawingError) {
    for (count, limit, what) in [
      (nodes.count, Limit.nodes, "nodes"), (edges.count, Limit.edges, "edges"),
      (clusters.count, Limit.clusters, "clusters"),
    ] where count > limit {
      throw DrawingError(
        .limitExceeded, "the picture has \(count) \(what), at most \(limit) can be drawn; draw a part of the graph")
    }
  }

  private func appendClusters(
    of parent: ClusterID?, indent: String, to output: inout String
  ) throws(DrawingError) {
    for index in clusters.indices where clusters[index].parent == parent {
      output += "\(indent)subgraph cluster_\(index) {\n"
      let inner = indent + "  "
      try Self.append("graph", clusters[index].attributes, to: &output, indent: inner)
      let id = ClusterID(index: index)
      for node in nodes.indices where nodes[node].cluster == id {
        try Self.append("n\(node)", nodes[node].attributes, to: &output, indent: inner, id: "n\(node)")
      }
      try appendClusters(of: id, indent: inner, to: &output)
      output += indent + "}\n"
    }
  }

  private static func append(
    _ subject: String, _ attributes: [DOTAttribute], to output: inout String, indent: String = "  ",
    id: String? = nil, titled: Bool = false
  ) throws(DrawingError) {
    for attribute in attributes { try check(attribute, titled: titled) }
    var values: [String: String] = [:]
    for attribute in attributes {
      for pair in attribute.pairs { values[pair.name] = pair.value }
    }
    // The identifier reaches the SVG, where it leads back to the part.
    values["id"] = id
    guard !values.isEmpty else { return }
    let list = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    output += "\(indent)\(subject) [\(list.joined(separator: ", "))];\n"
  }

  private static func check(_ attribute: DOTAttribute, titled: Bool) throws(DrawingError) {
    if let number = attribute.boundedNumber, !number.range.contains(number.value) {
      throw DrawingError(
        .valueOutOfRange,
        "\(number.name) is \(number.value), it must lie between \(DOTText.number(number.range.lowerBound)) and "
          + DOTText.number(number.range.upperBound))
    }
    guard let shown = attribute.shownText else { return }
    let length = shown.text.unicodeScalars.count
    let lengthLimit =
      titled ? Limit.titleScalars : shown.name == "tooltip" ? Limit.tooltipScalars : Limit.labelScalars
    if length > lengthLimit {
      throw DrawingError(
        .limitExceeded, "a \(shown.name) has \(length) characters, at most \(lengthLimit) can be drawn; shorten it")
    }
    let lines = shown.text.utf8.count { $0 == 0x0A } + 1
    if lines > Limit.labelLines {
      throw DrawingError(
        .limitExceeded, "a \(shown.name) has \(lines) lines, at most \(Limit.labelLines) can be drawn; shorten it")
    }
  }
}
