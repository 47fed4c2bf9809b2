extension Topology {
  /// Writes the nodes and edges to a file that `init(contentsOf:)` maps.
  ///
  /// - Throws: `GraphError` with `invalidInput` where the file cannot be written; what stood there before is then as it was.
  /// - Complexity: O(*V* + *E*).
  public func write(to path: String) throws(GraphError) {
    var writer = SectionWriter()
    writer.append(outgoing.offsets)
    writer.append(outgoing.neighbors)
    try WrittenFile.replace(path, with: writer.bytes())
  }

  /// The nodes and edges of a snapshot's or a topology's file.
  ///
  /// The file is mapped, not copied: it must stay as it is while the graph is in use.
  ///
  /// - Throws: `GraphError` with `invalidInput` where the file cannot be read, is no such file or is damaged.
  /// - Complexity: O(*V* + *E*) for the checks; nothing is copied.
  public init(contentsOf path: String) throws(GraphError) {
    var reader = try SectionReader(try MappedFile.memory(path), path: path)
    self.init(outgoing: try reader.rows())
  }
}

extension Snapshot {
  /// Writes the snapshot to a file that `init(contentsOf:)` maps.
  ///
  /// - Throws: `GraphError` with `invalidInput` where the file cannot be written; what stood there before is then as it was.
  /// - Complexity: O(*n*) in what the snapshot holds.
  public func write(to path: String) throws(GraphError) {
    var writer = SectionWriter()
    writer.append(topology.outgoing.offsets)
    writer.append(topology.outgoing.neighbors)
    writer.append(TextPool((0..<symbols.count).map { symbols[Symbol(rawValue: UInt32($0))] }))
    writer.append(nodeKeys)
    writer.append(edgeKeys)
    writer.append(nodeTypes)
    writer.append(edgeTypes)
    writer.append(nodeProperties)
    writer.append(edgeProperties)
    try WrittenFile.replace(path, with: writer.bytes())
  }

  /// A snapshot from its file.
  ///
  /// The file is mapped, not copied: it must stay as it is while the snapshot is in use.
  ///
  /// - Throws: `GraphError` with `invalidInput` where the file cannot be read, is no snapshot's file or is damaged.
  /// - Complexity: O(*n*) in what the snapshot holds for the checks; nothing but the names of types and properties is copied.
  public init(contentsOf path: String) throws(GraphError) {
    var reader = try SectionReader(try MappedFile.memory(path), path: path)
    topology = Topology(outgoing: try reader.rows())
    guard reader.count > SnapshotFile.topologySections else {
      throw GraphError(
        .invalidInput, "\(path): holds nodes and edges without names; read it with Topology(contentsOf:)")
    }
    let names = try reader.texts()
    symbols = SymbolTable((0..<names.count).map { names[$0] })
    nodeKeys = try reader.texts()
    edgeKeys = try reader.texts()
    let (nodeCount, edgeCount) = (topology.nodeCount, topology.edgeCount)
    guard symbols.count == names.count, nodeKeys.count == nodeCount, edgeKeys.count == edgeCount else {
      throw reader.damage()
    }
    nodeTypes = try reader.places(count: nodeCount, below: names.count)
    edgeTypes = try reader.places(count: edgeCount, below: names.count)
    nodeProperties = try reader.properties(elementCount: nodeCount, nameCount: names.count)
    edgeProperties = try reader.properties(elementCount: edgeCount, nameCount: names.count)
  }
}
