import EntenteModel

/// Leaves out of a scene what would make it unreadable: far away, of little weight, or said by a label.
struct FactScenePruner {
  private var scene: FactScene
  private let options: FactDiagram.Options
  /// Bodies that the label of their one office holder names.
  private(set) var folded: Set<EntityID> = []

  init(_ scene: FactScene, options: FactDiagram.Options) {
    self.scene = scene
    self.options = options
  }

  mutating func pruned() -> FactScene {
    if !options.focus.isEmpty { keep(nearFocus()) }
    foldLeafBodies()
    foldLeafMembers()
    keep(heaviest())
    return scene
  }

  /// The nodes at most `hops` steps from a focus; a note lies on the way between those it joins.
  private func nearFocus() -> Set<Int> {
    var neighbours: [Int: [Int]] = [:]
    for link in scene.links {
      neighbours[link.tail, default: []].append(link.head)
      neighbours[link.head, default: []].append(link.tail)
    }
    var reached = Set(
      scene.nodes.indices.filter { index in
        scene.nodes[index].entity.map { options.focus.contains($0.id) } ?? false
      })
    var frontier = reached
    for _ in 0..<max(0, options.hops) {
      var next: Set<Int> = []
      for node in frontier {
        for neighbour in neighbours[node] ?? [] {
          next.insert(neighbour)
          if scene.nodes[neighbour].isNote { next.formUnion(neighbours[neighbour] ?? []) }
        }
      }
      frontier = next.subtracting(reached)
      reached.formUnion(next)
    }
    // An entity brings its own deeds along.
    let ownNotes = scene.nodes.indices.filter { index in
      scene.nodes[index].isNote && (neighbours[index] ?? []).allSatisfy(reached.contains)
    }
    return reached.union(ownNotes)
  }

  /// Takes out a body whose only tie is an office that its holder's label can name in full.
  private mutating func foldLeafBodies() {
    var degree = [Int](repeating: 0, count: scene.nodes.count)
    for link in scene.links {
      degree[link.tail] += 1
      degree[link.head] += 1
    }
    var gone: Set<Int> = []
    for link in scene.links where link.line == .office && link.words.isEmpty && degree[link.head] == 1 {
      guard let body = scene.nodes[link.head].entity, !options.focus.contains(body.id),
        case .entity(let holder, let office?) = scene.nodes[link.tail].content
      else { continue }
      let names = ([body.name] + body.aliases).map { TextFolding.fold($0) }.filter { !$0.isEmpty }
      let title = " \(TextFolding.fold(office)) "
      let isNamed = names.contains { title.contains(" \($0) ") }
      let full = isNamed ? office : "\(office), \(FactWords.squeezed(body.name))"
      scene.nodes[link.tail].content = .entity(holder, office: full)
      scene.nodes[link.tail].evidence += link.evidence
      folded.insert(body.id)
      gone.insert(link.head)
    }
    keep(Set(scene.nodes.indices).subtracting(gone))
  }

  /// Puts members of one type that have no other tie than to one body into one list.
  private mutating func foldLeafMembers() {
    var degree = [Int](repeating: 0, count: scene.nodes.count)
    for link in scene.links {
      degree[link.tail] += 1
      degree[link.head] += 1
    }
    struct Kin: Hashable {
      var body: Int
      var line: LinkClass
      var type: EntityType
    }
    var kin: [Kin: [Int]] = [:]
    for (index, link) in scene.links.enumerated() where link.line == .membership || link.line == .part {
      guard degree[link.tail] == 1, case .entity(let member, nil) = scene.nodes[link.tail].content,
        !options.focus.contains(member.id)
      else { continue }
      kin[Kin(body: link.head, line: link.line, type: member.type), default: []].append(index)
    }
    var gone: Set<Int> = []
    for links in kin.values.filter({ $0.count > 2 }).sorted(by: { ($0.first ?? 0) < ($1.first ?? 0) }) {
      let members = links.map { scene.links[$0].tail }
      let entities = members.flatMap { scene.nodes[$0].entities }
      let first = members[0]
      scene.nodes[first].content = .list(entities.sorted { ($0.name, $0.id) < ($1.name, $1.id) })
      scene.nodes[first].weight = members.count
      scene.links[links[0]].count = links.reduce(0) { $0 + scene.links[$1].count }
      scene.links[links[0]].evidence = links.flatMap { scene.links[$0].evidence }
      gone.formUnion(members.dropFirst())
    }
    keep(Set(scene.nodes.indices).subtracting(gone))
  }

  /// The nodes that there is room for: those with the most ties, and of equal ones the most mentioned.
  private func heaviest() -> Set<Int> {
    let limit = max(1, options.maximumNodes)
    guard scene.nodes.count > limit else { return Set(scene.nodes.indices) }
    func rank(_ index: Int) -> (Int, Int, Int, String) {
      let entity = scene.nodes[index].entity
      let isFocus = entity.map { options.focus.contains($0.id) } ?? false
      return (isFocus ? 0 : 1, -scene.nodes[index].weight, -(entity?.mentions.count ?? 0), entity?.id.rawValue ?? "~")
    }
    let order = scene.nodes.indices.sorted { left, right in
      let (first, second) = (rank(left), rank(right))
      return first != second ? first < second : left < right
    }
    return Set(order.prefix(limit))
  }

  /// Keeps these nodes and the lines between them; a note that loses all but one of those it joins goes too.
  private mutating func keep(_ wanted: Set<Int>) {
    var wanted = wanted
    for index in wanted.sorted() where scene.nodes[index].isNote {
      let ends = scene.links.filter { $0.tail == index || $0.head == index }
        .map { $0.tail == index ? $0.head : $0.tail }
      let left = ends.count(where: wanted.contains)
      if left == 0 || (left == 1 && ends.count > 1) { wanted.remove(index) }
    }
    var places: [Int: Int] = [:]
    var nodes: [FactScene.Node] = []
    for index in scene.nodes.indices where wanted.contains(index) {
      places[index] = nodes.count
      nodes.append(scene.nodes[index])
    }
    scene.links = scene.links.compactMap { link in
      guard let tail = places[link.tail], let head = places[link.head] else { return nil }
      var moved = link
      moved.tail = tail
      moved.head = head
      return moved
    }
    scene.nodes = nodes
    dropTieless()
  }

  /// Entities that lost every line say nothing any more, unless a label of theirs does or they are the focus.
  private mutating func dropTieless() {
    let tied = Set(scene.links.flatMap { [$0.tail, $0.head] })
    let kept = scene.nodes.indices.filter { index in
      guard case .entity(let entity, let office) = scene.nodes[index].content else { return true }
      return tied.contains(index) || office != nil || options.focus.contains(entity.id)
    }
    guard kept.count < scene.nodes.count else { return }
    keep(Set(kept))
  }
}
