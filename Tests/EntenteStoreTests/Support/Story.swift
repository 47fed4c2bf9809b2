import EntenteModel

/// A text whose facts are told by the words that speak of them.
struct Story {
  let text: String
  let indexed: IndexedText
  private(set) var record: DocumentRecord

  /// Each line of `text` is a sentence.
  init(_ text: String, source: String, date: CalendarDate? = nil) {
    self.text = text
    indexed = IndexedText(text)
    var sentences: [Sentence] = []
    var start = 0
    for (paragraph, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let end = start + line.unicodeScalars.count
      if end > start {
        sentences.append(Sentence(span: TextSpan(start: start, end: end), role: .body, paragraph: paragraph))
      }
      start = end + 1
    }
    record = DocumentRecord(
      id: DocumentID(hashing: "Document", text), source: source, title: source, date: date,
      dateBasis: date == nil ? .none : .option, sha256: ContentHash([text]).digits, encoding: "utf-8",
      sentences: sentences)
  }

  /// The place of words; of several such places, the one counted by `occurrence` from 0.
  func span(_ words: String, _ occurrence: Int = 0) -> TextSpan {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    var left = occurrence
    for start in 0...(scalars.count - wanted.count) where scalars[start..<(start + wanted.count)].elementsEqual(wanted)
    {
      if left == 0 { return TextSpan(start: start, end: start + wanted.count) }
      left -= 1
    }
    preconditionFailure("the story does not hold “\(words)” \(occurrence + 1) times")
  }

  func sentence(of span: TextSpan) -> Int {
    record.sentences.firstIndex { $0.span.contains(span) } ?? 0
  }

  func mention(_ words: String, _ occurrence: Int = 0, form: MentionForm = .name) -> Mention {
    let span = span(words, occurrence)
    return Mention(document: record.id, sentence: sentence(of: span), span: span, text: words, form: form)
  }

  /// The whole sentence in which words stand.
  func evidence(_ words: String) -> Evidence {
    let sentence = sentence(of: span(words))
    let span = record.sentences[sentence].span
    return Evidence(document: record.id, sentence: sentence, span: span, text: indexed[span])
  }

  func event(
    _ type: EventType, _ trigger: String, _ participants: [(ParticipantRole, Entity, String)], date: TimeSpan? = nil,
    status: EventStatus = .actual, says: [Entity] = [], confidence: Double = 0.8
  ) -> Event {
    Event(
      type: type, document: record.id, triggerText: trigger, triggerSpan: span(trigger),
      participants: participants.map { Participant(role: $0.0, entity: $0.1.id, span: span($0.2)) }, date: date,
      status: status, attributedTo: says.map(\.id), confidence: confidence, rule: "test.\(type.rawValue)",
      evidence: [evidence(trigger)])
  }
}

func makeEntity(
  _ type: EntityType, _ name: String, aliases: [String] = [], codes: [String: String] = [:],
  location: GeoLocation? = nil, mentions: [Mention] = []
) -> Entity {
  Entity(
    id: EntityID(hashing: type.rawValue, TextFolding.fold(name)), type: type, name: name, aliases: aliases,
    codes: codes,
    location: location, mentions: mentions)
}
