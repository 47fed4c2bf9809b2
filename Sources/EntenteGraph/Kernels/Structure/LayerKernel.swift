/// Takes the nodes without incoming edges away, round by round.
///
/// Source: A. B. Kahn, "Topological sorting of large networks", 1962.
enum LayerKernel {
  /// The round in which each node goes, and how many rounds there are; `nil` where a cycle keeps nodes back.
  static func layers(_ rows: Rows) -> (layers: [UInt32], count: Int)? {
    let count = rows.nodeCount
    let waiting = MutableElements<UInt32>.allocate(count: count, repeating: 0)
    let layers = MutableElements<UInt32>.allocate(count: count)
    let queue = MutableElements<UInt32>.allocate(count: count)
    defer {
      waiting.deallocate()
      layers.deallocate()
      queue.deallocate()
    }
    for place in 0..<rows.placeCount { waiting[rows.neighbors[place]] &+= 1 }
    var (head, tail, layer) = (0, 0, 0)
    for node in 0..<count where waiting[node] == 0 {
      queue[tail] = UInt32(truncatingIfNeeded: node)
      tail &+= 1
    }
    while head < tail {
      let layerEnd = tail
      while head < layerEnd {
        let node = Int(queue[head])
        head &+= 1
        layers[node] = UInt32(truncatingIfNeeded: layer)
        for place in rows.start(node)..<rows.end(node) {
          let neighbor = rows.neighbors[place]
          waiting[neighbor] &-= 1
          if waiting[neighbor] == 0 {
            queue[tail] = neighbor
            tail &+= 1
          }
        }
      }
      layer &+= 1
    }
    return tail == count ? (layers.array(), layer) : nil
  }
}
