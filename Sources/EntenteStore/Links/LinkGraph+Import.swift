public import EntenteGraph
import EntenteModel

extension LinkGraph {
  /// Whether a file holds a graph rather than text or facts, by the ending of its name: `.tsv`, `.csv`, `.edges` for
  /// edges in lines, `.snapshot` for what `Snapshot.write(to:)` wrote.
  public static func isGraphFile(_ path: String) -> Bool {
    [".tsv", ".csv", ".edges", ".snapshot"].contains { path.hasSuffix($0) }
  }

  /// The graph of a file.
  ///
  /// A snapshot is mapped. Lines are edges: source and target, parted by tabs, or by commas where a line has no tab; then
  /// a weight if it is a number, a type if it is not. If the first line holds the words `source` and `target`, it names
  /// the columns: `source`, `target`, `type`, `weight`, `date` and others, which become properties. `#` begins a comment.
  ///
  /// - Throws: `StoreError` where the file cannot be read or a line is no edge; `GraphError` for a damaged snapshot.
  /// - Complexity: O(*n* log *n*) in the lines; O(*n*) where nodes are numbers and nothing but a weight follows.
  public init(contentsOf path: String, execution: Execution = Execution()) throws {
    if path.hasSuffix(".snapshot") {
      self.init(try Snapshot(contentsOf: path))
      return
    }
    let bytes = try InputFile.bytes(path)
    if Self.isNumeric(bytes) {
      self.init(try EdgeList(contentsOf: path, execution: execution))
      return
    }
    self.init(try EdgeTable(bytes, file: path).graph().snapshot())
  }

  /// Whether the first lines that are edges hold numbers alone, and the largest is not far above the number of bytes.
  private static func isNumeric(_ bytes: [UInt8]) -> Bool {
    var seen = 0
    for line in bytes.prefix(1 << 16).split(separator: 0x0A).prefix(200) where line.first != 0x23 {
      let fields = line.split { $0 == 0x09 || $0 == 0x2C || $0 == 0x20 || $0 == 0x0D }
      guard (2...3).contains(fields.count),
        fields.prefix(2).allSatisfy({ $0.count <= 9 && $0.allSatisfy { (0x30...0x39).contains($0) } }),
        fields.prefix(2).allSatisfy({ (Int(String(decoding: $0, as: UTF8.self)) ?? .max) <= 16 * bytes.count + 64 })
      else { return false }
      seen += 1
    }
    return seen > 0
  }
}

/// Lines of named nodes.
private struct EdgeTable {
  private let file: String
  private let lines: [(number: Int, fields: [String])]
  private let columns: [String]?

  init(_ bytes: [UInt8], file: String) throws(StoreError) {
    self.file = file
    var lines: [(number: Int, fields: [String])] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let content = line.last == 0x0D ? line.dropLast() : line
      if content.isEmpty || content.first == 0x23 { continue }
      let separator: UInt8 = content.contains(0x09) ? 0x09 : 0x2C
      let fields = content.split(separator: separator, omittingEmptySubsequences: false).map { Self.text($0) }
      lines.append((number, fields))
    }
    if let first = lines.first?.fields, first.contains("source"), first.contains("target") {
      columns = first
      lines.removeFirst()
    } else {
      columns = nil
    }
    self.lines = lines
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
  }

  func graph() throws(StoreError) -> TypedGraph {
    var graph = TypedGraph()
    do {
      for line in lines {
        let edge = try self.edge(line.fields, line.number)
        let ends = try [edge.source, edge.target].map { key in
          try graph.node(forKey: key) ?? graph.addNode(key, type: "Node")
        }
        try graph.addEdge(from: ends[0], to: ends[1], type: edge.type, properties: edge.properties)
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(.malformed, "\(error)", file: file)
    }
    return graph
  }

  private func edge(
    _ fields: [String], _ line: Int
  ) throws(StoreError) -> (source: String, target: String, type: String, properties: [String: PropertyValue]) {
    var named: [String: String] = [:]
    if let columns {
      for (name, field) in zip(columns, fields) { named[name] = field }
    } else {
      named["source"] = fields.first
      named["target"] = fields.dropFirst().first
      if let third = fields.dropFirst(2).first { named[Double(third) == nil ? "type" : "weight"] = third }
    }
    guard let source = named["source"], let target = named["target"], !source.isEmpty, !target.isEmpty else {
      throw StoreError(
        .malformed, "a line is source and target, and then perhaps a weight or a type", file: file, line: line)
    }
    var properties: [String: PropertyValue] = [:]
    for (name, text) in named where name != "source" && name != "target" && name != "type" && !text.isEmpty {
      if let number = Double(text), name == "weight" {
        guard number.isFinite else {
          throw StoreError(.malformed, "the weight \(text) is no finite number", file: file, line: line)
        }
        properties[name] = .double(number)
      } else if name == "weight" {
        throw StoreError(.malformed, "the weight '\(text)' is no number", file: file, line: line)
      } else {
        properties[name] = .string(text)
      }
    }
    return (source, target, named["type"].flatMap { $0.isEmpty ? nil : $0 } ?? "LINK", properties)
  }
}
