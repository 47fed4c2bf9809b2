/// When something leads along an edge: it leaves the source at one moment and is at the target at a later one.
///
/// Moments are whole numbers (ticks) of a unit that the caller chooses: days, seconds, milliseconds.
public struct Contact: Hashable, Sendable {
  /// When it leaves the source.
  public var start: Int64
  /// How long the way takes, at least 1.
  public var duration: Int64

  /// A contact; one that takes 1 tick, if nothing else is said.
  public init(start: Int64, duration: Int64 = 1) {
    self.start = start
    self.duration = duration
  }
}

/// A graph whose edges happen at times.
///
/// What goes along an edge leaves at the contact's start and may go on from the target as soon as it is there,
/// not before. An edge has one contact or none; several contacts of the same nodes are parallel edges. Its nodes and
/// edges are those of the graph that it was made of, so every other algorithm runs on it as well.
///
/// It holds 12 bytes a contact and 8 bytes a distinct moment beside the graph; each index, made when first asked for and then kept, adds
/// 16 bytes a contact.
public struct TemporalGraph: GraphStructure {
  /// The nodes and edges without times.
  public let topology: Topology
  /// The distinct moments at which a contact starts or ends, ascending. Contacts hold places of this.
  let clock: Column<Int64>
  /// The edges that have a contact, ascending.
  let contactEdges: Column<UInt32>
  /// The place in `clock` at which each contact starts.
  let departures: Column<UInt32>
  /// The place in `clock` at which each contact ends.
  let arrivals: Column<UInt32>
  /// The duration of all contacts, if it is the same.
  let commonDuration: Int64?
  private let derived = Derived()

  /// A graph with a contact for each edge that has one.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for a duration below 1, `tooLarge` where the ticks of all contacts
  ///   span more than 64 bits count; what `contact` throws.
  /// - Complexity: O(*E* + *s*) in the span *s* of ticks where it is not far greater than *E*, and O(*E* log *E*) else.
  public init(_ graph: some GraphStructure, _ contact: (EdgeID) throws -> Contact?) throws {
    var edges: [UInt32] = []
    var starts: [Int64] = []
    var ends: [Int64] = []
    for edge in graph.edges {
      guard let contact = try contact(edge) else { continue }
      guard contact.duration >= 1 else {
        throw GraphError(
          .invalidArgument,
          "edge \(edge) takes \(contact.duration) ticks, and a contact takes at least 1; use a finer unit")
      }
      let (end, overflows) = contact.start.addingReportingOverflow(contact.duration)
      guard !overflows else { throw Self.spanError }
      edges.append(edge.rawValue)
      starts.append(contact.start)
      ends.append(end)
    }
    try self.init(graph.topology, edges: Column(edges), starts: starts, ends: ends)
  }

  /// - Precondition: each end comes after its start.
  init(_ topology: Topology, edges: Column<UInt32>, starts: [Int64], ends: [Int64]) throws(GraphError) {
    if let first = starts.min(), let last = ends.max() {
      guard !last.subtractingReportingOverflow(first).overflow else { throw Self.spanError }
    }
    self.topology = topology
    contactEdges = edges
    (clock, departures, arrivals) = ClockBuilding.clock(starts: starts, ends: ends)
    var common = starts.isEmpty ? nil : ends[0] - starts[0]
    for contact in starts.indices where ends[contact] - starts[contact] != common { common = nil }
    commonDuration = common
  }

  private static var spanError: GraphError {
    GraphError(.tooLarge, "the contacts span more ticks than 64 bits count; use a coarser unit")
  }
}

// MARK: - Contacts

extension TemporalGraph {
  /// The number of edges that have a contact.
  public var contactCount: Int { contactEdges.count }

  /// The first start and the last end of all contacts; `nil` without contacts.
  public var span: ClosedRange<Int64>? {
    clock.isEmpty ? nil : clock[0]...clock[clock.count - 1]
  }

  /// When an edge leads from its source to its target; `nil` for an edge without a contact.
  ///
  /// - Complexity: O(1) where all edges have a contact, O(log *E*) else.
  public func contact(of edge: EdgeID) -> Contact? {
    let isComplete = contactCount == edgeCount
    guard let contact = isComplete ? edge.index : contactEdges.ascendingPlace(of: edge.rawValue) else { return nil }
    let start = clock[Int(departures[contact])]
    return Contact(start: start, duration: clock[Int(arrivals[contact])] - start)
  }

  /// The edges whose contact starts in a window, in the order of start and edge.
  ///
  /// - Complexity: O(log *E* + *k*) in their number, and O(*E*) at the first call.
  public func edges(startingIn window: Range<Int64>) -> [EdgeID] {
    contacts(startingIn: window).map { EdgeID(rawValue: contactEdges[Int(byStart[$0])]) }
  }

  /// The edges whose contact starts in a window.
  ///
  /// - Complexity: as `edges(startingIn:)`, and O(*E* / 64).
  public func mask(startingIn window: Range<Int64>) -> EdgeMask {
    EdgeMask(bound: edgeCount, edges(startingIn: window))
  }

  /// The number of contacts that start in a window.
  ///
  /// - Complexity: O(log *E*), and O(*E*) at the first call.
  public func contactCount(startingIn window: Range<Int64>) -> Int { contacts(startingIn: window).count }

  /// The place in the clock of the first moment that is not before another.
  func rank(notBefore moment: Int64) -> Int {
    clock.read { clock in
      var (low, high) = (0, clock.count)
      while low < high {
        let middle = (low &+ high) / 2
        if clock[middle] < moment { low = middle &+ 1 } else { high = middle }
      }
      return low
    }
  }

  /// The places in `byStart` of the contacts that start in a window.
  func contacts(startingIn window: Range<Int64>) -> Range<Int> {
    let starts = startOffsets
    return Int(starts[rank(notBefore: window.lowerBound)])..<Int(starts[rank(notBefore: window.upperBound)])
  }
}

// MARK: - Indices made when asked for

extension TemporalGraph {
  /// The contacts by ascending start, of equal ones the lower edge first.
  var byStart: Column<UInt32> { derived.byStart.value { ClockBuilding.sorted(departures, clock.count) }.order }

  /// Where the contacts of each moment's start begin in `byStart`, and at last their number.
  var startOffsets: Column<UInt32> { derived.byStart.value { ClockBuilding.sorted(departures, clock.count) }.offsets }

  /// The contacts by ascending end, of equal ones the lower edge first.
  var byEnd: Column<UInt32> { derived.byEnd.value { ClockBuilding.sorted(arrivals, clock.count) }.order }

  /// The contacts that lead on from each node, by ascending start.
  func rows(_ direction: Direction) -> ContactRows {
    derived.rows(direction).value { ContactRows(self, direction) }
  }

  /// The contacts in the order of start, or mirrored in descending order of end, as if time ran backwards.
  func ordered(_ direction: Direction, isMirrored: Bool) -> OrderedContacts {
    derived.ordered(direction, isMirrored: isMirrored).value {
      OrderedContacts(self, direction, isMirrored: isMirrored)
    }
  }

  /// Makes and keeps the indices that searches in a direction need, so that a later one starts at once.
  ///
  /// - Complexity: O(*V* + *E*).
  public func prepareTimes(_ direction: Direction = .outgoing) {
    _ = rows(direction)
    _ = ordered(direction, isMirrored: false)
    _ = ordered(direction, isMirrored: true)
  }

  private final class Derived: Sendable {
    let byStart = Lazily<ClockBuilding.Sorted>()
    let byEnd = Lazily<ClockBuilding.Sorted>()
    private let rows = (0..<3).map { _ in Lazily<ContactRows>() }
    private let ordered = (0..<6).map { _ in Lazily<OrderedContacts>() }

    private func place(_ direction: Direction) -> Int { direction == .outgoing ? 0 : direction == .incoming ? 1 : 2 }

    func rows(_ direction: Direction) -> Lazily<ContactRows> { rows[place(direction)] }

    func ordered(_ direction: Direction, isMirrored: Bool) -> Lazily<OrderedContacts> {
      ordered[place(direction) + (isMirrored ? 3 : 0)]
    }
  }
}
