import EntenteModel

/// The members of an event as they are read, in whatever order they stand.
struct EventParts {
  private var id: String?
  private var type: EventType?
  private var mode: String?
  private var context: [String]?
  private var score: Double?
  private var trigger: (text: String, span: TextSpan)?
  private var participants: [Participant]?
  private var date: TimeSpan?
  private var status: EventStatus?
  private var hedge: String?
  private var attributedTo: [String]?
  private var magnitudes: [Magnitude]?
  private var confidence: Double?
  private var rule = ""
  private var evidence: [Evidence]?
  private var sameAs: [String]?

  /// Reads the value of a member, if events have such.
  mutating func takes(_ name: String, _ json: inout JSONReader) throws(StoreError) -> Bool {
    switch name {
    case "id": id = try json.string()
    case "type": type = try json.word()
    case "mode": mode = try json.string()
    case "context": context = try json.strings()
    case "score": score = try json.double()
    case "trigger": trigger = try Self.trigger(&json)
    case "participants": participants = try json.array(Self.participant)
    case "date": date = json.takesNull() ? nil : try Self.date(&json)
    case "status": status = try json.word()
    case "hedge": hedge = try json.optionalString()
    case "attributed_to": attributedTo = try json.strings()
    case "magnitudes": magnitudes = try json.array(Self.magnitude)
    case "confidence": confidence = try json.confidence()
    case "rule": rule = try json.string()
    case "evidence": evidence = try json.evidence()
    case "same_as": sameAs = try json.strings()
    default: return false
    }
    return true
  }

  /// The event; the quad class follows from its type, its document is that of the first evidence.
  func event(_ json: JSONReader) throws(StoreError) -> Event {
    let evidence = try json.need(evidence, "evidence")
    guard let first = evidence.first else {
      throw json.error("the event that ends here has no evidence, and needs at least one piece")
    }
    let trigger = try json.need(trigger, "trigger")
    var event = Event(
      type: try json.need(type, "type"), mode: try json.need(mode, "mode"),
      context: try json.need(context, "context"), score: try json.need(score, "score"), document: first.document,
      triggerText: trigger.text, triggerSpan: trigger.span,
      participants: try json.need(participants, "participants"), date: date, status: try json.need(status, "status"),
      hedge: hedge, attributedTo: try json.need(attributedTo, "attributed_to").map { EntityID(rawValue: $0) },
      magnitudes: try json.need(magnitudes, "magnitudes"), confidence: try json.need(confidence, "confidence"),
      rule: rule, evidence: evidence, sameAs: try json.need(sameAs, "same_as").map { EventID(rawValue: $0) })
    event.id = EventID(rawValue: try json.need(id, "id"))
    return event
  }

  private static func trigger(_ json: inout JSONReader) throws(StoreError) -> (text: String, span: TextSpan) {
    var text: String?
    var span = SpanReader()
    try json.object { json, name throws(StoreError) in
      if name == "text" { text = try json.string() } else if try !span.takes(name, &json) { try json.skip() }
    }
    return (try json.need(text, "text"), try span.span(json))
  }

  private static func participant(_ json: inout JSONReader) throws(StoreError) -> Participant {
    var (role, entity): (String?, String?)
    var span = SpanReader()
    try json.object { json, name throws(StoreError) in
      switch name {
      case "role": role = try json.string()
      case "entity": entity = try json.string()
      default: if try !span.takes(name, &json) { try json.skip() }
      }
    }
    return Participant(
      role: ParticipantRole(rawValue: try json.need(role, "role")),
      entity: EntityID(rawValue: try json.need(entity, "entity")), span: try span.span(json))
  }

  private static func date(_ json: inout JSONReader) throws(StoreError) -> TimeSpan {
    var (start, end): (CalendarDate?, CalendarDate?)
    var (edtf, basis): (String?, TimeBasis?)
    try json.object { json, name throws(StoreError) in
      switch name {
      case "start": start = try json.date()
      case "end": end = try json.date()
      case "edtf": edtf = try json.string()
      case "basis": basis = try json.word()
      default: try json.skip()
      }
    }
    let first = try json.need(start, "start")
    let last = try json.need(end, "end")
    guard first <= last else { throw json.error("the dates \(first) and \(last) do not run forward") }
    return TimeSpan(start: first, end: last, edtf: try json.need(edtf, "edtf"), basis: try json.need(basis, "basis"))
  }

  private static func magnitude(_ json: inout JSONReader) throws(StoreError) -> Magnitude {
    var (kind, value, unit): (String?, Double?, String?)
    try json.object { json, name throws(StoreError) in
      switch name {
      case "kind": kind = try json.string()
      case "value": value = try json.double()
      case "unit": unit = try json.string()
      default: try json.skip()
      }
    }
    return Magnitude(
      kind: try json.need(kind, "kind"), value: try json.need(value, "value"), unit: try json.need(unit, "unit"))
  }
}
