/// The weights of an averaged perceptron in training, kept only where they were ever changed.
///
/// Features lie in an open hash table; each has a short row of classes and weights. The sum over time
/// that averaging needs is brought up to date when a weight changes (Daumé 2006).
struct Perceptron {
  private struct Weight {
    var label: Int32
    var value: Int32
  }

  private struct History {
    var sum: Int64
    var changed: Int32
  }

  private struct Row {
    var start: Int32
    var count: Int32
    var capacity: Int32
  }

  let classCount: Int
  /// The number of decisions seen.
  private(set) var time: Int32 = 0
  private var slots: [Int32]
  private var keys: [UInt64] = []
  private var rows: [Row] = []
  private var weights: [Weight] = []
  private var histories: [History] = []

  init(classCount: Int) {
    self.classCount = classCount
    slots = [Int32](repeating: -1, count: 1 << 16)
  }

  /// Counts one more decision.
  mutating func tick() { time += 1 }

  /// Adds up the weights of features by class.
  func score(_ features: [UInt64], into scores: inout [Int32]) {
    for place in 0..<classCount { scores[place] = 0 }
    for key in features {
      let found = slots[slot(of: key)]
      if found < 0 { continue }
      let row = rows[Int(found)]
      let start = Int(row.start)
      for place in start..<start + Int(row.count) {
        let weight = weights[place]
        scores[Int(weight.label)] &+= weight.value
      }
    }
  }

  /// Rewards one class and punishes another on all features.
  mutating func update(_ features: [UInt64], right: Int, wrong: Int) {
    for key in features {
      let row = row(for: key)
      change(row, label: Int32(right), by: 1)
      change(row, label: Int32(wrong), by: -1)
    }
  }

  /// Every feature with its averaged weights, by key.
  func averaged() -> [(key: UInt64, weights: [(label: Int, value: Double)])] {
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    let span = Double(max(time, 1))
    return order.map { place in
      let row = rows[place]
      let range = Int(row.start)..<Int(row.start + row.count)
      let averaged = range.map { place in
        let pending = Int64(weights[place].value) * Int64(time - histories[place].changed)
        return (label: Int(weights[place].label), value: Double(histories[place].sum + pending) / span)
      }
      return (keys[place], averaged.sorted { $0.label < $1.label })
    }
  }

  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func row(for key: UInt64) -> Int {
    let found = slot(of: key)
    if slots[found] >= 0 { return Int(slots[found]) }
    slots[found] = Int32(keys.count)
    keys.append(key)
    rows.append(Row(start: Int32(weights.count), count: 0, capacity: 2))
    reserve(2)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for place in keys.indices { slots[slot(of: keys[place])] = Int32(place) }
  }

  private mutating func reserve(_ count: Int) {
    for _ in 0..<count {
      weights.append(Weight(label: 0, value: 0))
      histories.append(History(sum: 0, changed: 0))
    }
  }

  private mutating func change(_ row: Int, label: Int32, by amount: Int32) {
    let place = place(of: label, in: row)
    histories[place].sum += Int64(weights[place].value) * Int64(time - histories[place].changed)
    histories[place].changed = time
    weights[place].value += amount
  }

  private mutating func place(of label: Int32, in row: Int) -> Int {
    let found = rows[row]
    let start = Int(found.start)
    let end = start + Int(found.count)
    for place in start..<end where weights[place].label == label { return place }
    if found.count == found.capacity {
      let moved = weights.count
      reserve(Int(found.capacity) * 2)
      for place in start..<end {
        weights[moved + place - start] = weights[place]
        histories[moved + place - start] = histories[place]
      }
      rows[row] = Row(start: Int32(moved), count: found.count, capacity: found.capacity * 2)
    }
    rows[row].count += 1
    let place = Int(rows[row].start) + Int(found.count)
    weights[place] = Weight(label: label, value: 0)
    histories[place] = History(sum: 0, changed: time)
    return place
  }
}
