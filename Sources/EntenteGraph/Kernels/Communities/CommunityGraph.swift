/// What edge weights are while communities are sought: whole numbers where the graph allows, which add up faster.
protocol CommunityNumber: BitwiseCopyable, Sendable, Comparable, SignedNumeric {
  /// The number as objectives take it.
  var real: Double { get }
  /// Whether it is below 0.
  var isNegative: Bool { get }
  /// The sum, which the search knows to fit.
  func plus(_ other: Self) -> Self
  /// The difference.
  func minus(_ other: Self) -> Self
}

extension Int32: CommunityNumber {
  @inline(__always) var real: Double { Double(self) }
  @inline(__always) var isNegative: Bool { self < 0 }
  @inline(__always) func plus(_ other: Int32) -> Int32 { self &+ other }
  @inline(__always) func minus(_ other: Int32) -> Int32 { self &- other }
}

extension Double: CommunityNumber {
  @inline(__always) var real: Double { self }
  @inline(__always) var isNegative: Bool { self < 0 }
  @inline(__always) func plus(_ other: Double) -> Double { self + other }
  @inline(__always) func minus(_ other: Double) -> Double { self - other }
}

/// The bilinear form by which an objective charges two sets of nodes for being in one community.
///
/// Each node has one or two masses *x* and *y*, which add up; the sets *A* and *B* pay *a·x_A·x_B + b·y_A·y_B*, or
/// crossed *a·x_A·y_B + b·y_A·x_B*. All objectives here are of this kind: modularity (*x* the strength), the constant
/// Potts model (*x* the number of nodes), directed modularity (crossed strengths out and in), and signed
/// modularity (strengths by positive and by negative edges, *b* < 0).
struct CommunityPrice: Sendable {
  var first: Double
  var second = 0.0
  var isCrossed = false

  /// Whether there is a second mass.
  var isDouble: Bool { second != 0 }

  /// What one unit of the first and of the second mass of others costs a node or set.
  @inline(__always) func rates(_ x: Double, _ y: Double) -> (Double, Double) {
    isCrossed ? (first * y, second * x) : (first * x, second * y)
  }
}

/// A graph as the search for communities sees it: at first the graph itself, then one whose nodes are communities.
struct CommunityGraph<Number: CommunityNumber>: Sendable {
  let rows: Rows
  /// The weight at each place; without it, each is 1.
  let weights: Elements<Number>?
  /// The weight of each node's places that lead to itself; empty where there are none.
  let loops: Elements<Number>
  /// The masses of each node; the second are empty where the price has no use for them.
  let first: Elements<Double>
  let second: Elements<Double>

  var nodeCount: Int { rows.nodeCount }

  @inline(__always) func loop(_ node: Int) -> Number { loops.count > 0 ? loops[node] : 0 }

  @inline(__always) func secondMass(_ node: Int) -> Double { second.count > 0 ? second[node] : 0 }
}

/// The memory of a graph whose nodes are communities; it has no self-loops, since no objective asks for them.
struct CondensedGraph<Number: CommunityNumber> {
  let offsets: MutableElements<UInt32>
  let neighbors: MutableElements<UInt32>
  let weights: MutableElements<Number>
  let first: MutableElements<Double>
  let second: MutableElements<Double>
  private let loops: MutableElements<Number>

  init(nodeCount: Int, placeBound: Int, isDouble: Bool) {
    offsets = MutableElements.allocate(count: nodeCount + 1)
    neighbors = MutableElements.allocate(count: placeBound)
    weights = MutableElements.allocate(count: placeBound)
    first = MutableElements.allocate(count: nodeCount)
    second = MutableElements.allocate(count: isDouble ? nodeCount : 0)
    loops = MutableElements.allocate(count: 0)
  }

  func deallocate() {
    offsets.deallocate()
    neighbors.deallocate()
    weights.deallocate()
    first.deallocate()
    second.deallocate()
    loops.deallocate()
  }

  var graph: CommunityGraph<Number> {
    CommunityGraph(
      rows: Rows(offsets: offsets.elements, neighbors: neighbors.elements), weights: weights.elements,
      loops: loops.elements, first: first.elements, second: second.elements)
  }
}
