/// The features of a parser state, after Zhang and Nivre (2011), with the preposition of a noun
/// beside the words it may belong to.
extension ParserState {
  private struct Node {
    var id: Int
    var word: UInt32
    var tag: UInt32
    var upos: UInt32
  }

  /// The nodes that every group of features asks for.
  private struct Window {
    var s0, s1, s2, b0, b1, b2, b3: Node
    var s0l1, s0r1, s1l1, s1r1, b0l1, b0l2: Node
  }

  /// Fills `keys` with the features of this state of `input`.
  func features(of input: ParserInput, into keys: inout [UInt64]) {
    let s0 = node(stacked(0), input)
    let s1 = node(stacked(1), input)
    let b0 = node(upcoming(0), input)
    let window = Window(
      s0: s0, s1: s1, s2: node(stacked(2), input), b0: b0, b1: node(upcoming(1), input),
      b2: node(upcoming(2), input), b3: node(upcoming(3), input), s0l1: node(leftmost[s0.id], input),
      s0r1: node(rightmost[s0.id], input), s1l1: node(leftmost[s1.id], input), s1r1: node(rightmost[s1.id], input),
      b0l1: node(leftmost[b0.id], input), b0l2: node(leftmost2[b0.id], input))
    keys.removeAll(keepingCapacity: true)
    keys.append(FeatureKey.make(0, 0))
    addSingles(window, input, into: &keys)
    addPairs(window, into: &keys)
    addTriples(window, into: &keys)
    addDistances(window, into: &keys)
    addStackDependents(window, input, into: &keys)
    addUnder(window, into: &keys)
    addNextDependents(window, into: &keys)
    addValencies(window, into: &keys)
  }

  @inline(__always)
  private func node(_ id: Int, _ input: ParserInput) -> Node {
    let place = id < 0 ? count + 1 : id
    return Node(id: place, word: input.words[place], tag: input.tags[place], upos: input.classes[place])
  }

  @inline(__always)
  private func label(_ node: Node) -> UInt32 { UInt32(labels[node.id]) }

  private func distance(_ from: Node, _ to: Node) -> UInt32 {
    guard from.id <= count, to.id <= count else { return 0 }
    let distance = to.id - from.id
    return UInt32(distance < 6 ? distance : distance < 11 ? 6 : 7)
  }

  private func addSingles(_ w: Window, _ input: ParserInput, into keys: inout [UInt64]) {
    addSingle(1, w.s0, into: &keys)
    addSingle(4, w.s1, into: &keys)
    addSingle(7, w.b0, into: &keys)
    addSingle(10, w.b1, into: &keys)
    keys.append(FeatureKey.make(13, w.s2.tag))
    keys.append(FeatureKey.make(14, w.s2.word, w.s2.tag))
    keys.append(FeatureKey.make(15, w.b2.tag))
    keys.append(FeatureKey.make(16, w.b2.word, w.b2.tag))
    keys.append(FeatureKey.make(17, w.b3.tag))
    let beforeNext = node(next - 1, input)
    keys.append(FeatureKey.make(18, beforeNext.tag, w.b0.tag))
    keys.append(FeatureKey.make(19, beforeNext.word, w.b0.tag))
  }

  private func addSingle(_ template: UInt32, _ node: Node, into keys: inout [UInt64]) {
    keys.append(FeatureKey.make(template, node.word))
    keys.append(FeatureKey.make(template + 1, node.tag))
    keys.append(FeatureKey.make(template + 2, node.word, node.tag))
  }

  private func addPairs(_ w: Window, into keys: inout [UInt64]) {
    keys.append(FeatureKey.make(20, w.s0.word, w.s0.tag, w.b0.word, w.b0.tag))
    keys.append(FeatureKey.make(21, w.s0.word, w.s0.tag, w.b0.word))
    keys.append(FeatureKey.make(22, w.s0.word, w.b0.word, w.b0.tag))
    keys.append(FeatureKey.make(23, w.s0.word, w.s0.tag, w.b0.tag))
    keys.append(FeatureKey.make(24, w.s0.tag, w.b0.word, w.b0.tag))
    keys.append(FeatureKey.make(25, w.s0.word, w.b0.word))
    keys.append(FeatureKey.make(26, w.s0.tag, w.b0.tag))
    keys.append(FeatureKey.make(27, w.b0.tag, w.b1.tag))
    keys.append(FeatureKey.make(28, w.b0.word, w.b1.tag))
    keys.append(FeatureKey.make(29, w.b0.tag, w.b1.word))
    keys.append(FeatureKey.make(30, w.s1.word, w.s0.word))
    keys.append(FeatureKey.make(31, w.s1.word, w.s0.tag))
    keys.append(FeatureKey.make(32, w.s1.tag, w.s0.word))
    keys.append(FeatureKey.make(33, w.s1.tag, w.s0.tag))
    keys.append(FeatureKey.make(34, w.s1.word, w.s1.tag, w.s0.word, w.s0.tag))
    keys.append(FeatureKey.make(35, w.s1.word, w.s1.tag, w.s0.tag))
    keys.append(FeatureKey.make(36, w.s1.tag, w.s0.word, w.s0.tag))
    keys.append(FeatureKey.make(37, w.s1.word, w.b0.word))
    keys.append(FeatureKey.make(38, w.s1.tag, w.b0.tag))
    keys.append(FeatureKey.make(39, w.s0.upos, w.b0.upos, w.s1.upos))
  }

  private func addTriples(_ w: Window, into keys: inout [UInt64]) {
    keys.append(FeatureKey.make(40, w.b0.tag, w.b1.tag, w.b2.tag))
    keys.append(FeatureKey.make(41, w.s0.tag, w.b0.tag, w.b1.tag))
    keys.append(FeatureKey.make(42, w.s1.tag, w.s0.tag, w.b0.tag))
    keys.append(FeatureKey.make(43, w.s2.tag, w.s1.tag, w.s0.tag))
    keys.append(FeatureKey.make(44, w.s0.word, w.b0.tag, w.b1.tag))
    keys.append(FeatureKey.make(45, w.s0.tag, w.b0.word, w.b1.tag))
    keys.append(FeatureKey.make(46, w.s1.tag, w.s0.word, w.b0.tag))
    keys.append(FeatureKey.make(47, w.s1.word, w.s0.tag, w.b0.tag))
    keys.append(FeatureKey.make(48, w.s1.tag, w.s0.tag, w.b0.word))
    keys.append(FeatureKey.make(49, w.s0.upos, w.b0.upos, w.b1.upos, w.b2.upos))
    keys.append(FeatureKey.make(50, w.s1.upos, w.s0.upos, w.b0.upos, w.b1.upos))
    keys.append(FeatureKey.make(51, w.s2.upos, w.s1.upos, w.s0.upos, w.b0.upos))
    keys.append(FeatureKey.make(52, w.s1.word, w.s0.word, w.b0.word))
  }

  private func addDistances(_ w: Window, into keys: inout [UInt64]) {
    let ahead = distance(w.s0, w.b0)
    let behind = distance(w.s1, w.s0)
    keys.append(FeatureKey.make(60, w.s0.word, ahead))
    keys.append(FeatureKey.make(61, w.s0.tag, ahead))
    keys.append(FeatureKey.make(62, w.b0.word, ahead))
    keys.append(FeatureKey.make(63, w.b0.tag, ahead))
    keys.append(FeatureKey.make(64, w.s0.tag, w.b0.tag, ahead))
    keys.append(FeatureKey.make(65, w.s0.word, w.b0.word, ahead))
    keys.append(FeatureKey.make(66, w.s1.tag, w.s0.tag, behind))
    keys.append(FeatureKey.make(67, w.s1.word, w.s0.tag, behind))
  }

  private func addStackDependents(_ w: Window, _ input: ParserInput, into keys: inout [UInt64]) {
    let (l1, r1) = (w.s0l1, w.s0r1)
    let l2 = node(leftmost2[w.s0.id], input)
    let r2 = node(rightmost2[w.s0.id], input)
    keys.append(FeatureKey.make(70, w.s0.tag, l1.tag, w.b0.tag))
    keys.append(FeatureKey.make(71, w.s0.tag, r1.tag, w.b0.tag))
    keys.append(FeatureKey.make(72, w.s0.tag, l1.tag, l2.tag))
    keys.append(FeatureKey.make(73, w.s0.tag, r1.tag, r2.tag))
    keys.append(FeatureKey.make(74, w.s1.tag, w.s0.tag, l1.tag))
    keys.append(FeatureKey.make(75, w.s1.tag, w.s0.tag, r1.tag))
    keys.append(FeatureKey.make(76, w.s0.tag, l1.word))
    keys.append(FeatureKey.make(77, w.s0.tag, r1.word))
    keys.append(FeatureKey.make(78, w.s0.tag, label(l1)))
    keys.append(FeatureKey.make(79, w.s0.tag, label(r1)))
    keys.append(FeatureKey.make(80, w.s0.tag, label(l1), w.b0.tag))
    keys.append(FeatureKey.make(81, w.s0.tag, label(r1), w.b0.tag))
    keys.append(FeatureKey.make(82, w.s0.word, label(l1)))
    keys.append(FeatureKey.make(83, w.s0.word, label(r1)))
    // A noun's leftmost dependent is its preposition: who takes the two is said by all three words.
    keys.append(FeatureKey.make(84, w.s1.word, l1.word))
    keys.append(FeatureKey.make(85, w.s1.tag, w.s0.tag, l1.word))
    keys.append(FeatureKey.make(86, w.s1.word, w.s0.word, l1.word))
    keys.append(FeatureKey.make(87, w.s1.word, w.s0.tag, l1.word))
    keys.append(FeatureKey.make(88, w.s1.tag, w.s0.word, l1.word))
    keys.append(FeatureKey.make(89, w.s1.upos, w.s0.upos, label(l1), label(r1)))
  }

  private func addUnder(_ w: Window, into keys: inout [UInt64]) {
    let (l1, r1) = (w.s1l1, w.s1r1)
    let own = w.s0l1
    keys.append(FeatureKey.make(90, w.s1.tag, r1.tag, w.s0.tag))
    keys.append(FeatureKey.make(91, w.s1.tag, l1.tag, w.s0.tag))
    keys.append(FeatureKey.make(92, w.s1.tag, label(r1), w.s0.tag))
    keys.append(FeatureKey.make(93, w.s1.tag, label(l1), w.s0.tag))
    keys.append(FeatureKey.make(94, w.s1.word, label(r1)))
    keys.append(FeatureKey.make(95, w.s1.word, label(l1)))
    keys.append(FeatureKey.make(96, w.s2.tag, w.s1.tag, w.s0.tag, own.word))
    keys.append(FeatureKey.make(97, w.s2.word, w.s0.tag, own.word))
    keys.append(FeatureKey.make(98, w.s2.word, w.s1.tag, w.s0.tag))
    keys.append(FeatureKey.make(99, w.s1.upos, label(r1), w.s0.upos, w.b0.upos))
  }

  private func addNextDependents(_ w: Window, into keys: inout [UInt64]) {
    let (l1, l2) = (w.b0l1, w.b0l2)
    keys.append(FeatureKey.make(100, w.s0.tag, w.b0.tag, l1.tag))
    keys.append(FeatureKey.make(101, w.b0.tag, l1.tag, l2.tag))
    keys.append(FeatureKey.make(102, w.b0.tag, l1.word))
    keys.append(FeatureKey.make(103, w.b0.tag, label(l1)))
    keys.append(FeatureKey.make(104, w.b0.word, label(l1)))
    keys.append(FeatureKey.make(105, w.s0.tag, w.b0.tag, label(l1)))
    keys.append(FeatureKey.make(106, w.s0.word, w.b0.tag, l1.word))
    keys.append(FeatureKey.make(107, w.b0.tag, label(l1), label(l2)))
  }

  private func addValencies(_ w: Window, into keys: inout [UInt64]) {
    keys.append(FeatureKey.make(110, w.s0.word, rightCount[w.s0.id]))
    keys.append(FeatureKey.make(111, w.s0.tag, rightCount[w.s0.id]))
    keys.append(FeatureKey.make(112, w.s0.word, leftCount[w.s0.id]))
    keys.append(FeatureKey.make(113, w.s0.tag, leftCount[w.s0.id]))
    keys.append(FeatureKey.make(114, w.b0.word, leftCount[w.b0.id]))
    keys.append(FeatureKey.make(115, w.b0.tag, leftCount[w.b0.id]))
    addLabels(116, w.s0, rightLabels[w.s0.id], into: &keys)
    addLabels(118, w.s0, leftLabels[w.s0.id], into: &keys)
    addLabels(120, w.s1, rightLabels[w.s1.id], into: &keys)
    addLabels(122, w.s1, leftLabels[w.s1.id], into: &keys)
    addLabels(124, w.b0, leftLabels[w.b0.id], into: &keys)
    let below = rightLabels[w.s1.id]
    keys.append(FeatureKey.make(126, w.s1.tag, w.s0.tag, UInt32(truncatingIfNeeded: below), UInt32(below >> 32)))
  }

  private func addLabels(_ template: UInt32, _ node: Node, _ labels: UInt64, into keys: inout [UInt64]) {
    let low = UInt32(truncatingIfNeeded: labels)
    let high = UInt32(labels >> 32)
    keys.append(FeatureKey.make(template, node.tag, low, high))
    keys.append(FeatureKey.make(template + 1, node.word, low, high))
  }
}
