/// How a part of a graph gets rows of its own.
enum SubgraphBuilding {
  /// All nodes with the chosen edges: a row begins at the number of chosen edges before its old beginning.
  static func subgraph(_ topology: Topology, edges mask: EdgeMask) -> Subgraph {
    let ranks = BitRanks(mask.words)
    let kept = Column<UInt32>(count: ranks.count) { kept in
      var slot = 0
      forEachBit(mask.words) { edge in
        kept[slot] = UInt32(truncatingIfNeeded: edge)
        slot &+= 1
      }
    }
    let rows = topology.outgoing.read { rows in
      mask.words.read { words in
        ranks.before.read { before in
          let offsets = Column<UInt32>(count: rows.offsets.count) { offsets in
            for place in 0..<offsets.count { offsets[place] = BitRanks.rank(words, before, Int(rows.offsets[place])) }
          }
          let neighbors = kept.read { kept in
            Column<UInt32>(count: kept.count) { neighbors in
              for place in 0..<kept.count { neighbors[place] = rows.neighbors[kept[place]] }
            }
          }
          return CSR(offsets: offsets, neighbors: neighbors)
        }
      }
    }
    return Subgraph(topology: Topology(outgoing: rows), originalNodes: nil, originalEdges: kept)
  }

  /// The chosen nodes, numbered by how many chosen ones come before, with the edges between them.
  static func induced(_ topology: Topology, nodes mask: NodeMask) -> Subgraph {
    let ranks = BitRanks(mask.words)
    var neighbors: [UInt32] = []
    var edges: [UInt32] = []
    let originals = MutableElements<UInt32>.allocate(count: ranks.count)
    let offsets = MutableElements<UInt32>.allocate(count: ranks.count + 1, repeating: 0)
    topology.outgoing.read { rows in
      mask.words.read { words in
        ranks.before.read { before in
          var slot = 0
          forEachBit(mask.words) { node in
            originals[slot] = UInt32(truncatingIfNeeded: node)
            var place = rows.start(node)
            let end = rows.end(node)
            while place < end {
              let neighbor = Int(rows.neighbors[place])
              if words[neighbor >> 6] & (1 << UInt64(neighbor & 63)) != 0 {
                neighbors.append(BitRanks.rank(words, before, neighbor))
                edges.append(UInt32(truncatingIfNeeded: place))
              }
              place &+= 1
            }
            slot &+= 1
            offsets[slot] = UInt32(truncatingIfNeeded: neighbors.count)
          }
        }
      }
    }
    let rows = CSR(offsets: Column(adopting: offsets), neighbors: Column(neighbors))
    return Subgraph(
      topology: Topology(outgoing: rows), originalNodes: Column(adopting: originals), originalEdges: Column(edges))
  }

  @inline(__always) private static func forEachBit(_ words: [UInt64], _ body: (Int) -> Void) {
    words.read { words in
      for place in 0..<words.count {
        var rest = words[place]
        while rest != 0 {
          body(place << 6 | rest.trailingZeroBitCount)
          rest &= rest &- 1
        }
      }
    }
  }
}

/// How many bits of a mask are set before a place, in constant time.
struct BitRanks {
  /// The number of set bits before each word.
  let before: [UInt32]
  /// The number of all set bits.
  let count: Int

  init(_ words: [UInt64]) {
    var before: [UInt32] = []
    before.reserveCapacity(words.count + 1)
    var count = 0
    for word in words {
      before.append(UInt32(truncatingIfNeeded: count))
      count += word.nonzeroBitCount
    }
    before.append(UInt32(truncatingIfNeeded: count))
    self.before = before
    self.count = count
  }

  /// The number of set bits before a place, which may be one behind the last.
  @inline(__always) static func rank(_ words: Elements<UInt64>, _ before: Elements<UInt32>, _ place: Int) -> UInt32 {
    let word = place >> 6
    let bits = place & 63
    if bits == 0 { return before[word] }
    return before[word] &+ UInt32(truncatingIfNeeded: (words[word] & ((1 << UInt64(bits)) &- 1)).nonzeroBitCount)
  }
}
