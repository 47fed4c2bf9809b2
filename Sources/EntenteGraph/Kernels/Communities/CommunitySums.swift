/// The weights between a node or group and the groups around it.
struct CommunitySums<Number: CommunityNumber> {
  /// The weight to each group; 0 where nothing was added.
  let sums: MutableElements<Number>
  /// The groups to which something was added, in the order of the first addition.
  let touched: MutableElements<UInt32>
  /// Whether a group was touched; empty where all weights are greater than 0 and so a sum of 0 tells.
  private let isTouched: MutableElements<Bool>

  init(nodeCount: Int, weightsMayVanish: Bool) {
    sums = MutableElements.allocate(count: nodeCount, repeating: 0)
    // One more, because the loop writes before it knows whether the group is new.
    touched = MutableElements.allocate(count: nodeCount + 1)
    isTouched = MutableElements.allocate(count: weightsMayVanish ? nodeCount : 0, repeating: false)
  }

  func deallocate() {
    sums.deallocate()
    touched.deallocate()
    isTouched.deallocate()
  }

  @inline(__always) subscript(group: UInt32) -> Number { sums[group] }

  /// Adds the weights of a node's places by the group of the neighbour; gives the number of groups touched since the
  /// last `clear`, of which there were `count` before.
  @inline(__always) func add(
    _ graph: CommunityGraph<Number>, _ node: Int, by groups: MutableElements<UInt32>, after count: Int = 0
  ) -> Int {
    if let weights = graph.weights {
      if isTouched.count > 0 { return addCarefully(graph.rows, node, groups, count) { weights[$0] } }
      return add(graph.rows, node, groups, count) { weights[$0] }
    }
    return add(graph.rows, node, groups, count) { _ in 1 }
  }

  /// The same for the neighbours inside a community.
  @inline(__always) func add(
    _ graph: CommunityGraph<Number>, _ node: Int, by groups: MutableElements<UInt32>,
    inside home: UInt32, of community: MutableElements<UInt32>
  ) -> Int {
    var count = 0
    var place = graph.rows.start(node)
    let end = graph.rows.end(node)
    while place < end {
      let neighbor = graph.rows.neighbors[place]
      if community[neighbor] == home, Int(neighbor) != node {
        let group = groups[neighbor]
        let sum = sums[group]
        touched[count] = group
        if isTouched.count > 0 {
          count &+= isTouched[group] ? 0 : 1
          isTouched[group] = true
        } else {
          count &+= sum == 0 ? 1 : 0
        }
        sums[group] = sum.plus(graph.weights.map { $0[place] } ?? 1)
      }
      place &+= 1
    }
    return count
  }

  /// Sets the sums of the first touched groups back to 0.
  @inline(__always) func clear(_ count: Int) {
    var place = 0
    while place < count {
      sums[touched[place]] = 0
      place &+= 1
    }
    if isTouched.count > 0 { for place in 0..<count { isTouched[touched[place]] = false } }
  }

  @inline(__always) private func add(
    _ rows: Rows, _ node: Int, _ groups: MutableElements<UInt32>, _ before: Int, _ weight: (Int) -> Number
  ) -> Int {
    var count = before
    var place = rows.start(node)
    let end = rows.end(node)
    while place < end {
      let group = groups[rows.neighbors[place]]
      let sum = sums[group]
      touched[count] = group
      count &+= sum == 0 ? 1 : 0
      sums[group] = sum.plus(weight(place))
      place &+= 1
    }
    return count
  }

  private func addCarefully(
    _ rows: Rows, _ node: Int, _ groups: MutableElements<UInt32>, _ before: Int, _ weight: (Int) -> Number
  ) -> Int {
    var count = before
    for place in rows.start(node)..<rows.end(node) {
      let group = groups[rows.neighbors[place]]
      touched[count] = group
      count &+= isTouched[group] ? 0 : 1
      isTouched[group] = true
      sums[group] = sums[group].plus(weight(place))
    }
    return count
  }
}
