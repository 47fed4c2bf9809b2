import EntenteModel

/// How facts are put into few words.
enum FactWords {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The short English name of a month, 1 to 12.
  static func month(_ number: Int) -> String { months.indices.contains(number - 1) ? months[number - 1] : "?" }

  /// A time at the precision it has: "11 Feb 2026", "Feb 2026", "2029", "Jun–Aug 2025", "28 Feb – 2 Mar 2026".
  static func date(_ span: TimeSpan) -> String {
    let (start, end) = (span.start, span.end)
    if start == end { return day(start) }
    let endsMonth = end.day == CalendarDate.length(ofMonth: end.month, year: end.year)
    if start.day == 1, endsMonth {
      if start.month == 1, end.month == 12 {
        return start.year == end.year ? String(start.year) : "\(start.year)–\(end.year)"
      }
      if start.year != end.year {
        return "\(month(start.month)) \(start.year) – \(month(end.month)) \(end.year)"
      }
      let first = start.month == end.month ? "" : month(start.month) + "–"
      return first + "\(month(end.month)) \(end.year)"
    }
    if start.year != end.year { return "\(day(start)) – \(day(end))" }
    if start.month != end.month { return "\(start.day) \(month(start.month)) – \(day(end))" }
    return "\(start.day)–\(day(end))"
  }

  /// "11 Feb 2026".
  static func day(_ date: CalendarDate) -> String { "\(date.day) \(month(date.month)) \(date.year)" }

  /// What is done, in the text's own words where they are few, else in the words of the type.
  static func deed(_ event: Event) -> String {
    let words = squeezed(event.triggerText)
    return words.isEmpty || words.count > 24 ? deed(event.type) : words
  }

  /// What is done, between who does it and to whom.
  static func deed(_ type: EventType) -> String {
    switch type {
    case .agree: "agrees with"
    case .consult: "consults"
    case .support: "supports"
    case .concede: "concedes to"
    case .cooperate: "cooperates with"
    case .aid: "aids"
    case .retreat: "backs down before"
    case .request: "asks"
    case .accuse: "accuses"
    case .reject: "rejects"
    case .threaten: "threatens"
    case .protest: "protests against"
    case .sanction: "sanctions"
    case .mobilize: "mobilizes against"
    case .coerce: "coerces"
    case .assault: "attacks"
    }
  }

  /// A tie in words: `LOCATED_IN` gives "located in".
  static func tie(_ type: RelationType) -> String {
    squeezed(type.rawValue.lowercased().replacing("_", with: " "))
  }

  /// What stands beside the words of what did not simply happen.
  static func status(_ status: EventStatus) -> String? {
    switch status {
    case .actual: nil
    case .planned: "planned"
    case .possible: "possible"
    case .negated: "did not happen"
    }
  }

  /// A counted thing: "EUR 11.5 bn", "1,200 troops".
  static func magnitude(_ magnitude: Magnitude) -> String {
    let number = number(magnitude.value)
    if magnitude.kind == "money" { return squeezed("\(magnitude.unit) \(number)") }
    let unit = magnitude.unit.isEmpty ? magnitude.kind : magnitude.unit
    return squeezed(unit == "people" ? "\(number) \(magnitude.kind)" : "\(number) \(unit)")
  }

  private static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "?" }
    for (unit, name) in [(1e12, "tn"), (1e9, "bn"), (1e6, "m")] where abs(value) >= unit {
      return DOTText.number((value / unit * 10).rounded() / 10) + " " + name
    }
    guard value == value.rounded() else { return DOTText.number((value * 10).rounded() / 10) }
    var digits = Array(String(Int(abs(value))))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (value < 0 ? "-" : "") + String(digits)
  }

  /// The name by which a text goes on speaking of someone: the last word of a person's name.
  static func shortName(_ entity: Entity) -> String {
    let name = squeezed(entity.name)
    guard entity.type == .person, let last = name.split(separator: " ").last else { return cut(name, to: 24) }
    return cut(String(last), to: 24)
  }

  /// `text` with each run of spaces, breaks and controls as one space and none at its ends.
  static func squeezed(_ text: String) -> String {
    DOTText.cleaned(text).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The first `limit` characters, with an ellipsis where some are left out.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.count > limit else { return text }
    var kept = text.prefix(max(1, limit - 1))
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// `text` in lines of about `width` columns, at most `limit` of them; a word longer than a line is broken.
  ///
  /// Characters of East Asian scripts count as two columns and may end a line.
  static func wrapped(_ text: String, width: Int, limit: Int = 4) -> [String] {
    var lines: [String] = []
    var line = ""
    func columns(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + (isWide($1) ? 2 : 1) } }
    for word in squeezed(text).split(separator: " ") {
      if !line.isEmpty, columns(line) + 1 + columns(word) > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? "" : " "
      guard columns(word) > width + 6 else {
        line += word
        continue
      }
      for character in word {
        if columns(line) >= width {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    guard lines.count > limit else { return lines }
    return lines.prefix(limit - 1) + [cut(lines[limit - 1] + " " + lines[limit], to: width)]
  }

  /// Items set apart by dots in lines of about `width` columns; a line breaks between items where it can.
  static func listed(_ items: [String], width: Int, limit: Int = 3) -> [String] {
    var lines: [String] = []
    for item in items {
      if let last = lines.last, last.count + 3 + item.count <= width {
        lines[lines.count - 1] = last + " · " + item
      } else {
        lines += wrapped(item, width: width, limit: 2)
      }
    }
    guard lines.count > limit else { return lines }
    return lines.prefix(limit - 1) + [cut(lines[limit - 1] + " …", to: width)]
  }

  /// How wide a line of type runs, in points, about.
  static func width(_ line: String, size: Double) -> Double {
    line.reduce(0) { $0 + advance($1) } * size
  }

  /// The width of a character of a Helvetica-like typeface, in parts of its size.
  private static func advance(_ character: Character) -> Double {
    if isWide(character) { return 1 }
    switch character {
    case "i", "j", "l", "'", "|", "I", ".", ",", ":", ";", "!", "f", "t", " ", "/", "·": return 0.29
    case "r", "-", "(", ")", "*": return 0.34
    case "m", "M", "W", "w", "@", "—", "…", "✕": return 0.9
    case _ where character.isUppercase: return 0.7
    default: return 0.556
    }
  }

  private static func isWide(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0x1F300...0x1F9FF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
