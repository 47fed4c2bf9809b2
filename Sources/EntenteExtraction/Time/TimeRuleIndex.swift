/// The rules by the words and slots that they can begin with, so that most words cost one look-up.
struct TimeRuleIndex: Sendable {
  static let shared = TimeRuleIndex(TimeRule.all)

  let rules: [TimeRule]
  private let byWord: [String: [Int]]
  private let bySlot: [TimeSlot: [Int]]

  init(_ rules: [TimeRule]) {
    self.rules = rules
    var byWord: [String: [Int]] = [:]
    var bySlot: [TimeSlot: [Int]] = [:]
    for (number, rule) in rules.enumerated() {
      for element in rule.pattern.openings {
        switch element {
        case .words(let words): for word in words { byWord[word, default: []].append(number) }
        case .slot(let slot): bySlot[slot, default: []].append(number)
        }
      }
    }
    self.byWord = byWord
    self.bySlot = bySlot
  }

  /// The numbers of the rules that may match at `place`; each once, in no order.
  func candidates(_ atoms: [TimeAtom], at place: Int) -> Set<Int> {
    let atom = atoms[place]
    var found = Set(byWord[atom.folded] ?? [])
    guard Self.mayOpenSlot(atom) else { return found }
    var ignored = TimeFields()
    for slot in TimeSlot.allCases {
      if let numbers = bySlot[slot], slot.match(atoms, at: place, &ignored) != nil { found.formUnion(numbers) }
    }
    return found
  }

  private static func mayOpenSlot(_ atom: TimeAtom) -> Bool {
    switch atom.kind {
    case .number: true
    case .mark: "'’‘".contains(atom.text)
    case .word: slotWords.contains(atom.folded)
    }
  }

  /// Every word that a slot can begin with.
  private static let slotWords: Set<String> = {
    var words: Set<String> = [
      "a", "an", "half", "couple", "dozen", "dozens", "hundreds", "thousands", "q", "latter",
    ]
    words.formUnion(CalendarWords.months.keys)
    words.formUnion(CalendarWords.shortMonths.keys)
    words.formUnion(CalendarWords.weekdays.keys)
    words.formUnion(CalendarWords.pluralWeekdays.keys)
    words.formUnion(CalendarWords.shortWeekdays.keys)
    words.formUnion(Holiday.words.keys.compactMap { $0.split(separator: " ").first.map(String.init) })
    words.formUnion(NumberWords.units.keys)
    words.formUnion(NumberWords.tens.keys)
    words.formUnion(NumberWords.ordinals.keys)
    words.formUnion(NumberWords.decades.keys)
    words.formUnion(NumberWords.vague)
    words.formUnion(TimeUnit.words.keys)
    words.formUnion(Season.words.keys)
    words.formUnion(DayPart.words.keys)
    words.formUnion(AtomWords.shifts.keys)
    return words
  }()
}
