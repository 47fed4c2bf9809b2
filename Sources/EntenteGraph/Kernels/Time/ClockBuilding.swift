/// Moments as places in an ascending list, so that kernels compare and count small numbers.
enum ClockBuilding {
  /// Contacts in the order of a moment.
  struct Sorted: Sendable {
    /// Where the contacts of each moment begin, and at last their number.
    let offsets: Column<UInt32>
    let order: Column<UInt32>
  }

  /// The distinct moments, and where each start and end stands among them.
  static func clock(
    starts: [Int64], ends: [Int64]
  ) -> (clock: Column<Int64>, departures: Column<UInt32>, arrivals: Column<UInt32>) {
    guard let first = starts.min(), let last = ends.max() else { return (Column([]), Column([]), Column([])) }
    return last - first <= 8 * starts.count + (1 << 16)
      ? dense(starts, ends, first: first, count: Int(last - first) + 1) : sparse(starts, ends)
  }

  private static func dense(
    _ starts: [Int64], _ ends: [Int64], first: Int64, count: Int
  ) -> (Column<Int64>, Column<UInt32>, Column<UInt32>) {
    let ranks = MutableElements<UInt32>.allocate(count: count, repeating: 0)
    defer { ranks.deallocate() }
    return starts.read { starts in
      ends.read { ends in
        for contact in 0..<starts.count {
          ranks[Int(starts[contact] &- first)] = 1
          ranks[Int(ends[contact] &- first)] = 1
        }
        var clock: [Int64] = []
        for tick in 0..<count where ranks[tick] != 0 {
          ranks[tick] = UInt32(truncatingIfNeeded: clock.count)
          clock.append(first &+ Int64(tick))
        }
        func column(_ moments: Elements<Int64>) -> Column<UInt32> {
          Column(count: moments.count) { column in
            for contact in 0..<moments.count { column[contact] = ranks[Int(moments[contact] &- first)] }
          }
        }
        return (Column(clock), column(starts), column(ends))
      }
    }
  }

  private static func sparse(
    _ starts: [Int64], _ ends: [Int64]
  ) -> (Column<Int64>, Column<UInt32>, Column<UInt32>) {
    var clock = starts + ends
    clock.sort()
    var count = 0
    for place in clock.indices where place == 0 || clock[place] != clock[count - 1] {
      clock[count] = clock[place]
      count += 1
    }
    clock.removeLast(clock.count - count)
    func column(_ moments: [Int64]) -> Column<UInt32> {
      Column(count: moments.count) { column in
        for (contact, moment) in moments.enumerated() {
          var (low, high) = (0, count)
          while low < high {
            let middle = (low + high) / 2
            if clock[middle] < moment { low = middle + 1 } else { high = middle }
          }
          column[contact] = UInt32(truncatingIfNeeded: low)
        }
      }
    }
    return (Column(clock), column(starts), column(ends))
  }

  /// The places of `ranks` in ascending order of rank, equal ones in the order in which they stand.
  static func sorted(_ ranks: Column<UInt32>, _ bound: Int) -> Sorted {
    let next = MutableElements<UInt32>.allocate(count: bound + 1, repeating: 0)
    defer { next.deallocate() }
    return ranks.read { ranks in
      for contact in 0..<ranks.count { next[Int(ranks[contact]) &+ 1] &+= 1 }
      for rank in 0..<bound { next[rank &+ 1] &+= next[rank] }
      let offsets = Column(next.array())
      let order = Column<UInt32>(count: ranks.count) { order in
        for contact in 0..<ranks.count {
          let rank = ranks[contact]
          order[next[rank]] = UInt32(truncatingIfNeeded: contact)
          next[rank] &+= 1
        }
      }
      return Sorted(offsets: offsets, order: order)
    }
  }
}
