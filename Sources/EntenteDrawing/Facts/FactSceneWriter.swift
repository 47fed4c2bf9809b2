import EntenteModel

/// Gives a scene its looks: nodes, lines, labels and legend as a DOT document, and the words of its parts.
struct FactSceneWriter {
  let scene: FactScene
  let facts: FactSet
  let options: FactDiagram.Options
  /// The nodes that a reader should see first.
  private let main: Set<Int>

  static let smallType = 8.5
  static let labelType = 9.0

  init(_ scene: FactScene, facts: FactSet, options: FactDiagram.Options) {
    self.scene = scene
    self.facts = facts
    self.options = options
    var weights = [Int](repeating: 0, count: scene.nodes.count)
    for link in scene.links {
      weights[link.tail] += link.count
      weights[link.head] += link.count
    }
    let order = scene.nodes.indices.filter { scene.nodes[$0].entity != nil && weights[$0] >= 3 }
      .sorted { (weights[$1], $0) < (weights[$0], $1) }
    main = Set(order.prefix(min(8, max(2, scene.nodes.count / 5))))
  }

  func document(engine: GraphvizEngine) -> DOTDocument {
    var document = DOTDocument(
      attributes: graphAttributes(engine),
      nodeDefaults: [
        .font(.sansSerif), .fontColor(.ink), .fontSize(11), .height(0.3), .width(0.3), .style([.filled]),
      ],
      edgeDefaults: [.font(.sansSerif), .fontSize(Self.labelType), .arrowSize(0.8)])
    var ids: [DOTDocument.NodeID] = []
    for index in scene.nodes.indices { ids.append(document.addNode(nodeAttributes(index))) }
    for link in scene.links { document.addEdge(from: ids[link.tail], to: ids[link.head], linkAttributes(link)) }
    return document
  }

  private func graphAttributes(_ engine: GraphvizEngine) -> [DOTAttribute] {
    let common: [DOTAttribute] = [
      .engine(engine), .edgesFirst, .pad(0.25), .backgroundColor(.white), .font(.sansSerif), .fontSize(10),
      .fontColor(.ink), .label(.table(DiagramHeading(scene, facts: facts, options: options).table)),
      .labelOnTopLeft, .splines(scene.links.count > 220 ? .lines : .curves),
    ]
    if engine == .dot {
      return common + [.rankDirection(.leftToRight), .nodeSeparation(0.25), .rankSeparation(0.6), .boundedEffort]
    }
    return common + [.packed(16), .overlap(.prism), .keepsLengths, .separation(10, 8), .edgeSeparation(4)]
  }

  // MARK: - Nodes

  private func nodeAttributes(_ index: Int) -> [DOTAttribute] {
    let tooltip = DOTAttribute.tooltip(SceneWords(scene, facts).tooltip(ofNode: index))
    switch scene.nodes[index].content {
    case .entity(let entity, let office):
      let look = EntityLook(entity.type)
      var attributes: [DOTAttribute] = [
        .shape(look.shape), .color(look.line), .fillColor(look.fill), .margin(look.margin.0, look.margin.1),
        .penWidth(main.contains(index) ? 1.8 : 1.2), .classes([DOTClass(entity.type.rawValue)]), tooltip,
        .label(.lines(entityLines(entity, office: office, isMain: main.contains(index)))),
      ]
      if look.isRounded { attributes.append(.style([.filled, .rounded])) }
      if look.outlines > 1 { attributes.append(.outlines(look.outlines)) }
      return attributes
    case .list(let entities):
      let look = EntityLook(entities[0].type)
      return [
        .shape(.box), .color(look.line), .fillColor(look.fill), .margin(0.08, 0.05), .penWidth(0.8),
        .style([.filled, .rounded]), .fontSize(9.5), .classes([DOTClass(entities[0].type.rawValue)]), tooltip,
        .label(.lines(listLines(entities))),
      ]
    case .note(let deeds, let more):
      let style = deeds.count == 1 ? Self.style(of: deeds[0].status) : .solid
      return [
        .shape(.note), .color(EntityLook.noteLine), .fillColor(EntityLook.noteFill), .margin(0.06, 0.04),
        .penWidth(1), .style([.filled, style]), .fontSize(9.5), .classes([DOTClass("event")]), tooltip,
        .label(.lines(noteLines(deeds, more: more))),
      ]
    }
  }

  private func entityLines(_ entity: Entity, office: String?, isMain: Bool) -> [DOTLine] {
    let width = entity.type == .person ? 18 : 16
    var lines = FactWords.wrapped(FactWords.cut(entity.name, to: 64), width: width).map { line in
      DOTLine(DOTRun(line, size: isMain ? 13.5 : nil, bold: isMain))
    }
    if let office {
      lines += FactWords.wrapped(FactWords.cut(office, to: 72), width: 24, limit: 3).map { line in
        DOTLine(DOTRun(line, size: Self.smallType, color: .fadedInk))
      }
    }
    return lines
  }

  private func noteLines(_ deeds: [FactScene.Deed], more: Int) -> [DOTLine] {
    var lines: [DOTLine] = []
    for deed in deeds {
      let words = deed.words + (deed.count > 1 ? " ×\(deed.count)" : "")
      lines += FactWords.wrapped(words, width: 20, limit: 2).map { line in
        DOTLine(DOTRun(line, color: deed.line.color, bold: true, struck: deed.status == .negated))
      }
      lines += detailLines(deed.details, width: 24)
    }
    if more > 0 { lines.append(DOTLine(DOTRun("and \(more) more", size: Self.smallType, color: .fadedInk))) }
    return lines
  }

  private func listLines(_ entities: [Entity]) -> [DOTLine] {
    var lines = entities.prefix(8).map { DOTLine(DOTRun(FactWords.cut(FactWords.squeezed($0.name), to: 30))) }
    if entities.count > 8 {
      lines.append(DOTLine(DOTRun("and \(entities.count - 8) more", size: Self.smallType, color: .fadedInk)))
    }
    return lines
  }

  private func detailLines(_ details: [String], width: Int) -> [DOTLine] {
    guard !details.isEmpty else { return [] }
    return FactWords.listed(details, width: width).map { line in
      DOTLine(DOTRun(line, size: Self.smallType, color: .fadedInk))
    }
  }

  // MARK: - Lines

  static func style(of status: EventStatus) -> DOTStyle {
    switch status {
    case .actual, .negated: .solid
    case .planned: .dashed
    case .possible: .dotted
    }
  }

  private func linkAttributes(_ link: FactScene.Link) -> [DOTAttribute] {
    var width = link.line.penWidth
    if link.count > 1, !link.line.needsNoWords { width += min(1.2, 0.3 * Double(link.count)) }
    // What did not happen weighs little, however grave it would have been.
    if link.status == .negated { width = 0.8 }
    var attributes: [DOTAttribute] = [
      .color(link.line.color), .penWidth(width),
      .arrowHead(link.line.arrow), .style([Self.style(of: link.status)]),
      .classes([DOTClass(link.line.legend), DOTClass(link.status.rawValue)]),
      .tooltip(SceneWords(scene, facts).tooltip(of: link)), .length(length(of: link)),
    ]
    if link.isMutual { attributes += [.direction(.both), .arrowTail(link.line.arrow)] }
    if let label = label(of: link) { attributes.append(.label(label)) }
    return attributes
  }

  /// The more lines there are for each node, the more room each needs.
  private var spread: Double {
    let density = Double(scene.links.count) / Double(max(1, scene.nodes.count))
    return min(1.6, max(0.95, 0.55 + 0.5 * density))
  }

  /// From centre to centre: half of either node, and room for the label between them.
  private func length(of link: FactScene.Link) -> Double {
    let ends = (halfWidth(link.tail) + halfWidth(link.head)) * 0.8 / 72
    guard let lines = labelLines(of: link) else { return (ends + link.line.length) * spread }
    let widest = lines.map { FactWords.width($0.plainText, size: Self.labelType) }.max() ?? 0
    return (ends + widest * 0.8 / 72 + 0.5) * spread
  }

  private func halfWidth(_ index: Int) -> Double {
    let lines: [DOTLine]
    switch scene.nodes[index].content {
    case .entity(let entity, let office): lines = entityLines(entity, office: office, isMain: main.contains(index))
    case .note(let deeds, let more): lines = noteLines(deeds, more: more)
    case .list(let entities): lines = listLines(entities)
    }
    return (lines.flatMap(\.runs).map { FactWords.width($0.text, size: $0.size ?? 11) }.max() ?? 0) / 2 + 8
  }

  private func label(of link: FactScene.Link) -> DOTLabel? {
    labelLines(of: link).map { lines in
      .table(
        DOTTable(rows: [[DOTCell(.lines(lines), alignment: .center)]], padding: 1, background: .white))
    }
  }

  private func labelLines(of link: FactScene.Link) -> [DOTLine]? {
    var words = link.words.prefix(2).joined(separator: ", ")
    if link.words.count > 2 { words += " …" }
    if link.count > 1, !words.isEmpty { words += " ×\(link.count)" }
    guard !words.isEmpty || !link.details.isEmpty else { return nil }
    var lines =
      words.isEmpty
      ? []
      : FactWords.wrapped(words, width: 22, limit: 2).map { line in
        DOTLine(DOTRun(line, color: link.line.labelColor, struck: link.status == .negated))
      }
    if link.status == .negated { lines.insert(DOTLine(DOTRun("✕", size: 12, bold: true)), at: 0) }
    lines += detailLines(link.details, width: 22).map { line in
      DOTLine(line.runs.map { DOTRun($0.text, size: 8, color: $0.color) })
    }
    return lines
  }

  // MARK: - Words

  func annotations() -> SVGAnnotations {
    let words = SceneWords(scene, facts)
    let heading = DiagramHeading(scene, facts: facts, options: options)
    var annotations = SVGAnnotations(title: heading.title, description: heading.description)
    for index in scene.nodes.indices {
      annotations.parts["n\(index)"] = .init(name: words.name(ofNode: index), tooltip: words.tooltip(ofNode: index))
    }
    for (index, link) in scene.links.enumerated() {
      annotations.parts["e\(index)"] = .init(name: words.name(of: link), tooltip: words.tooltip(of: link))
    }
    return annotations
  }
}
