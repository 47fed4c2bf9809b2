/// The weights of the edges inside groups, out of them and into them.
struct GroupWeights {
  /// The weight of edges inside each group.
  private(set) var inside: [Double]
  /// The weight of edges that start in each group, and of those that end there.
  private(set) var out: [Double]
  private(set) var into: [Double]
  private(set) var total = 0.0

  init(_ topology: Topology, _ partition: Partition, _ weights: EdgeWeights?) {
    let sums = (0..<3).map { _ in MutableElements<Double>.allocate(count: partition.count, repeating: 0) }
    defer { for sum in sums { sum.deallocate() } }
    let (inside, out, into) = (sums[0], sums[1], sums[2])
    partition.read { groups in
      topology.outgoing.read { rows in
        if let weights {
          weights.values.read { weights in Self.add(rows, groups, inside, out, into) { weights[$0] } }
        } else {
          Self.add(rows, groups, inside, out, into) { _ in 1 }
        }
      }
    }
    (self.inside, self.out, self.into) = (inside.array(), out.array(), into.array())
    total = self.out.reduce(0, +)
  }

  @inline(__always) private static func add(
    _ rows: Rows, _ groups: Elements<UInt32>, _ inside: MutableElements<Double>, _ out: MutableElements<Double>,
    _ into: MutableElements<Double>, _ weight: (Int) -> Double
  ) {
    for node in 0..<rows.nodeCount {
      let group = groups[node]
      for place in rows.start(node)..<rows.end(node) {
        let other = groups[rows.neighbors[place]]
        let weight = weight(place)
        out[group] += weight
        into[other] += weight
        if group == other { inside[group] += weight }
      }
    }
  }
}
