/// A graph to be drawn, written as DOT text.
///
/// Nodes, edges and clusters are named by the document itself (`n0`, `cluster_0`), so no text from outside
/// ever stands where Graphviz reads syntax. What is written is a function of the document alone: attributes
/// are sorted by name, everything else stands in the order in which it was added.
public struct DOTDocument: Hashable, Sendable {
  /// A node of the document.
  public struct NodeID: Hashable, Sendable, Comparable {
    let index: Int
    /// Orders by the order of adding.
    public static func < (left: NodeID, right: NodeID) -> Bool { left.index < right.index }
    /// The name in the DOT text.
    public var name: String { "n\(index)" }
  }

  /// A cluster of the document.
  public struct ClusterID: Hashable, Sendable {
    let index: Int
  }

  struct Node: Hashable, Sendable {
    var attributes: [DOTAttribute]
    var cluster: ClusterID?
  }

  struct Edge: Hashable, Sendable {
    var tail: NodeID
    var head: NodeID
    var attributes: [DOTAttribute]
  }

  struct Cluster: Hashable, Sendable {
    var attributes: [DOTAttribute]
    var parent: ClusterID?
  }

  /// What may stand in one picture; more is neither legible nor safe to lay out.
  enum Limit {
    static let nodes = 5_000
    static let edges = 20_000
    static let clusters = 1_000
    static let labelScalars = 2_000
    static let labelLines = 60
    static let titleScalars = 8_000
    static let tooltipScalars = 4_000
  }

  /// Whether edges have a direction.
  public let isDirected: Bool
  /// Attributes of the whole.
  public var attributes: [DOTAttribute]
  /// What holds for every node that does not say otherwise.
  public var nodeDefaults: [DOTAttribute]
  /// What holds for every edge that does not say otherwise.
  public var edgeDefaults: [DOTAttribute]
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  private(set) var clusters: [Cluster] = []
  private(set) var ranks: [[NodeID]] = []

  /// A document without nodes.
  public init(
    directed: Bool = true, attributes: [DOTAttribute] = [], nodeDefaults: [DOTAttribute] = [],
    edgeDefaults: [DOTAttribute] = []
  ) {
    isDirected = directed
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
  }

  /// Adds a node, inside a cluster where one is given.
  @discardableResult
  public mutating func addNode(_ attributes: [DOTAttribute] = [], in cluster: ClusterID? = nil) -> NodeID {
    precondition(cluster.map { clusters.indices.contains($0.index) } ?? true, "the cluster is of this document")
    nodes.append(Node(attributes: attributes, cluster: cluster))
    return NodeID(index: nodes.count - 1)
  }

  /// Adds an edge between two nodes of this document.
  public mutating func addEdge(from tail: NodeID, to head: NodeID, _ attributes: [DOTAttribute] = []) {
    precondition(
      nodes.indices.contains(tail.index) && nodes.indices.contains(head.index), "the nodes are of this document")
    edges.append(Edge(tail: tail, head: head, attributes: attributes))
  }

  /// Adds a cluster: a frame around nodes, inside another where one is given.
  @discardableResult
  public mutating func addCluster(_ attributes: [DOTAttribute] = [], in parent: ClusterID? = nil) -> ClusterID {
    precondition(parent.map { clusters.indices.contains($0.index) } ?? true, "the cluster is of this document")
    clusters.append(Cluster(attributes: attributes, parent: parent))
    return ClusterID(index: clusters.count - 1)
  }

  /// Asks the hierarchical engine to put nodes on one rank.
  ///
  /// Ranks together with clusters bring some releases of Graphviz down, so they are laid out in a child
  /// process where one is available.
  public mutating func alignRank(of nodes: [NodeID]) {
    precondition(nodes.allSatisfy { self.nodes.indices.contains($0.index) }, "the nodes are of this document")
    ranks.append(nodes)
  }

  /// Whether the document has something that Graphviz is known to stumble over.
  var isRisky: Bool { !ranks.isEmpty || edges.count > 300 || nodes.count > 1_000 }
}
