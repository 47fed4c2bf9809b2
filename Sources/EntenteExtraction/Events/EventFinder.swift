import EntenteKnowledge
import EntenteModel

/// Finds the events of a document: verbs and nouns of the codebook with who acts and who is acted upon.
///
/// A word of the codebook makes an event only where the places that its rule asks for are filled by entities.
struct EventFinder {
  let vocabulary: Vocabulary
  let analysis: DocumentAnalysis
  private let temporal: TemporalTagger

  init(_ vocabulary: Vocabulary, _ analysis: DocumentAnalysis) {
    self.vocabulary = vocabulary
    self.analysis = analysis
    temporal = TemporalTagger()
  }

  /// The events of all lines that feed the graph.
  ///
  /// - Complexity: O(*w*) triggers, each with a walk up and down its tree.
  func events() -> [Event] {
    analysis.lines.filter(\.role.feedsGraph).flatMap(events(in:))
  }

  private func events(in line: Line) -> [Event] {
    let arguments = ArgumentReader(vocabulary: vocabulary, line: line, analysis: analysis)
    let verbs = VerbFrames(vocabulary: vocabulary, line: line, arguments: arguments)
    let nouns = NounFrames(vocabulary: vocabulary, line: line, arguments: arguments, analysis: analysis)
    var frames: [EventFrame] = []
    var used = Set<Int>()
    for place in line.words.indices where line.words[place].isVerb {
      guard let frame = verbs.frame(at: place) else { continue }
      used.formUnion(frame.trigger)
      frames.append(frame)
    }
    let commitments = CommitmentFrames(vocabulary: vocabulary, line: line, arguments: arguments)
    for place in line.words.indices where !used.contains(place) {
      guard let frame = commitments.frame(at: place) else { continue }
      used.formUnion(frame.trigger)
      frames.append(frame)
    }
    for place in line.words.indices where line.words[place].isNoun && !used.contains(place) {
      if let frame = nouns.frame(at: place) { frames.append(frame) }
    }
    guard !frames.isEmpty else { return [] }
    let sentence = analysis.document.record.sentences[line.index]
    let times = temporal.expressions(in: sentence, documentDate: analysis.document.record.date)
    let circumstances = CircumstanceReader(line: line, analysis: analysis, arguments: arguments, times: times)
    return frames.compactMap { event($0, in: line, arguments, circumstances) }
      .sorted { $0.triggerSpan < $1.triggerSpan }
  }

  private func event(
    _ frame: EventFrame, in line: Line, _ arguments: ArgumentReader, _ circumstances: CircumstanceReader
  ) -> Event? {
    let reading = StatusReader(vocabulary: vocabulary, line: line).reading(of: frame.head)
    let sources = AttributionReader(
      vocabulary: vocabulary, line: line, arguments: arguments, mentions: analysis.mentions.byLine[line.index]
    ).sources(of: frame.head)
    let taken = Set((frame.actors + frame.targets).map(\.entity))
    let places = circumstances.places(of: frame.head).filter { !taken.contains($0.entity) }
    let participants =
      participants(frame.actors, .actor, line) + participants(frame.targets, .target, line)
      + participants(places, .place, line)
    let span = line.span(frame.trigger)
    return Event(
      type: frame.rule.type, mode: frame.rule.mode, document: analysis.document.record.id,
      triggerText: analysis.document.text[span], triggerSpan: span, participants: participants,
      date: circumstances.date(of: frame.head, frame.trigger, targets: frame.targets.count), status: reading.status,
      hedge: reading.hedge, attributedTo: sources,
      magnitudes: circumstances.magnitudes(of: frame.head, frame.object), confidence: confidence(of: frame),
      rule: frame.rule.name, evidence: [analysis.document.evidence(sentence: line.index)])
  }

  private func participants(_ arguments: [Argument], _ role: ParticipantRole, _ line: Line) -> [Participant] {
    arguments.map { Participant(role: role, entity: $0.entity, span: line.span($0.words)) }
  }

  /// A prior by how the places are filled; a stated figure, not a calibrated one.
  private func confidence(of frame: EventFrame) -> Double {
    var confidence = frame.isVerb ? 0.85 : 0.75
    if frame.actors.isEmpty || frame.targets.isEmpty { confidence -= 0.1 }
    if (frame.actors + frame.targets).contains(where: \.isIndirect) { confidence -= 0.15 }
    return confidence
  }
}

/// A word of the codebook with the entities that fill its rule's places.
struct EventFrame {
  let rule: CodebookRule
  /// The words that speak of the event.
  let trigger: Range<Int>
  /// The word of the tree that stands for it.
  let head: Int
  let isVerb: Bool
  var actors: [Argument]
  var targets: [Argument]
  /// The direct object, for what is counted there.
  let object: Int?

  /// Takes care that nobody is on both sides, and that two who meet or agree stand one on each.
  ///
  /// - Returns: false where nobody is left who matters.
  mutating func settle(needsTarget: Bool) -> Bool {
    let acting = Set(actors.map(\.entity))
    targets.removeAll { acting.contains($0.entity) }
    let isMutual = rule.type == .consult || rule.type == .agree || rule.type == .cooperate
    if isMutual, targets.isEmpty, actors.count >= 2 {
      targets = Array(actors.dropFirst())
      actors = [actors[0]]
    }
    if actors.isEmpty && targets.isEmpty { return false }
    return !(needsTarget && targets.isEmpty)
  }
}
