import EntenteKnowledge
import EntenteModel

/// Finds the proper names of a line, from left to right, each word in one name at most.
struct NameFinder {
  let vocabulary: Vocabulary
  private let gazetteer: GazetteerReader
  private let bodies: BodyReader
  private let titles: TitleReader
  private let persons: PersonReader

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    gazetteer = GazetteerReader(vocabulary: vocabulary)
    bodies = BodyReader(vocabulary: vocabulary)
    titles = TitleReader(vocabulary: vocabulary)
    persons = PersonReader(vocabulary: vocabulary, titles: titles)
  }

  /// The names of a line in text order.
  ///
  /// - Complexity: O(*w*) in the words, each with a few look-ups.
  func names(in line: Line) -> [MentionDraft] {
    var drafts: [MentionDraft] = []
    var place = 0
    while place < line.words.count {
      guard line.words[place].isCapitalised || line.words[place].isNumber, !line.words[place].isMark else {
        place += 1
        continue
      }
      if let step = name(at: place, in: line) {
        drafts.append(contentsOf: step.drafts)
        place = max(step.end, place + 1)
      } else {
        place += 1
      }
    }
    return drafts
  }

  private struct Step {
    var drafts: [MentionDraft]
    var end: Int
  }

  private func name(at place: Int, in line: Line) -> Step? {
    let match = gazetteer.match(at: place, in: line)
    if let match, line.wordCount(match.words) >= 2, !opensLongerBody(match, in: line) {
      return Step(drafts: [draft(match, in: line)], end: match.words.upperBound)
    }
    if !line.isTitleCase, let step = titled(at: place, in: line) { return step }
    if !line.isTitleCase, let body = bodies.match(at: place, in: line), line.wordCount(body.words) >= 2,
      match.map({ isWithin($0.words, body.words) }) ?? true
    {
      let name = line.text(body.words)
      let draft = MentionDraft(
        line: line.index, words: body.words, referent: .named(body.type, name), form: .name, rule: "name:head-noun")
      return Step(drafts: [draft], end: body.words.upperBound)
    }
    if !line.isTitleCase, let person = person(at: place, match, in: line) {
      return Step(drafts: [person], end: person.words.upperBound)
    }
    let marked = marked(at: place, in: line)
    // "Sahel Gold" is a firm, whatever lies in the Sahel; "China's ministry" is China's.
    if let match,
      match.words.count >= marked?.words.count ?? 0 || line.hasPossessiveMark(at: match.words.upperBound)
    {
      return Step(drafts: [draft(match, in: line)], end: match.words.upperBound)
    }
    return marked.map { Step(drafts: [$0], end: $0.words.upperBound) }
  }

  /// A body or place that only the language model knows for one.
  private func marked(at place: Int, in line: Line) -> MentionDraft? {
    guard !line.isTitleCase else { return nil }
    if let words = line.entity(at: place, type: "PER"), persons.isBody(before: place, in: line) {
      return named(.organization, words, in: line)
    }
    for (type, tag) in [(EntityType.organization, "ORG"), (.place, "LOC")] {
      guard let words = line.entity(at: place, type: tag), bears(out: type, words, in: line) else { continue }
      return named(type, words, in: line)
    }
    return nil
  }

  private func named(_ type: EntityType, _ words: Range<Int>, in line: Line) -> MentionDraft {
    MentionDraft(
      line: line.index, words: words, referent: .named(type, line.text(words)), form: .name, rule: "name:model")
  }

  private static let placing: Set<String> = [
    "in", "at", "near", "from", "around", "outside", "across", "into", "inside", "toward", "towards", "through", "to",
  ]
  private static let reaching: Set<String> = [
    "visit", "reach", "leave", "enter", "seize", "capture", "occupy", "retake", "bomb", "shell", "liberate", "besiege",
  ]

  /// Whether the sentence does not gainsay the model: of one word it often knows that it is a name, but not of what.
  private func bears(out type: EntityType, _ words: Range<Int>, in line: Line) -> Bool {
    guard line.wordCount(words) == 1 else { return true }
    let word = line.words[words.lowerBound]
    // "Commission" says what a body is, not which; initials are read where the document explains them.
    if vocabulary.organizationHeads.contains(word.lower) || word.isAllCapitals { return false }
    if ["compound", "amod", "flat"].contains(word.relation) { return false }
    let isPlaced = line.preposition(of: words.lowerBound).map { Self.placing.contains($0) } ?? false
    let isReached = word.relation == "obj" && Self.reaching.contains(line.words[word.head].lemma)
    return (type == .place) == (isPlaced || isReached)
  }

  /// A title, then a name: "Secretary-General Mark Rutte", "Mr. Trump", "Prime Minister of Canada Mark Carney".
  private func titled(at place: Int, in line: Line) -> Step? {
    guard let use = titles.title(at: place, in: line) else { return nil }
    var drafts: [MentionDraft] = []
    var start = use.words.upperBound
    if line.lower(start) == "of" {
      let bodyStart = line.lower(start + 1) == "the" ? start + 2 : start + 1
      guard bodyStart < line.words.count else { return nil }
      if let step = name(at: bodyStart, in: line), let first = step.drafts.first, !first.referent.isPerson {
        drafts.append(contentsOf: step.drafts)
        start = step.end
      } else {
        return nil
      }
    }
    let run = persons.nameRun(from: start, in: line, isTitled: true)
    guard !run.isEmpty, isPersonal(run, after: use, in: line) else {
      return drafts.isEmpty ? nil : Step(drafts: drafts, end: start)
    }
    drafts.append(person(run, title: use, in: line))
    return Step(drafts: drafts, end: run.upperBound)
  }

  /// Whether the run after a title can be its bearer's name and not that of a body or a land.
  private func isPersonal(_ run: Range<Int>, after use: TitleUse, in line: Line) -> Bool {
    if use.title.kind == .courtesy { return true }
    guard let match = gazetteer.match(at: run.lowerBound, in: line) else { return true }
    return line.wordCount(run) > line.wordCount(match.words) && match.candidate.form != .demonym
      && vocabulary.givenNames.contains(line.folded[run.lowerBound])
  }

  private func person(at place: Int, _ match: GazetteerReader.Match?, in line: Line) -> MentionDraft? {
    if place == 0 || line.words[place - 1].isMark,
      vocabulary.commonCapitalised.contains(line.words[place].lower)
    {
      return nil
    }
    let run = persons.nameRun(from: place, in: line)
    guard !run.isEmpty else { return nil }
    let title = titles.title(endingAt: place, in: line)
    if let match, match.words.upperBound >= run.upperBound { return nil }
    if let match, !vocabulary.givenNames.contains(line.folded[place]), match.candidate.form != .name { return nil }
    if let title, !line.words[title.words.lowerBound].isCapitalised, line.wordCount(run) >= 2 {
      return person(run, title: title, in: line)
    }
    return persons.isName(run, in: line) ? person(run, title: nil, in: line) : nil
  }

  private func person(_ run: Range<Int>, title: TitleUse?, in line: Line) -> MentionDraft {
    let name = line.text(run)
    // What opens with a particle is a surname, however many words it has.
    let isFull = line.wordCount(run) >= 2 && line.words[run.lowerBound].isCapitalised
    var words = run
    if let title, title.title.kind == .courtesy { words = title.words.lowerBound..<run.upperBound }
    return MentionDraft(
      line: line.index, words: words, referent: isFull ? .person(name) : .surname(name),
      form: isFull ? .name : .surname, title: title, rule: title == nil ? "name:person" : "name:titled-person")
  }

  private func draft(_ match: GazetteerReader.Match, in line: Line) -> MentionDraft {
    MentionDraft(
      line: line.index, words: match.words, referent: .entry(match.entry.id), form: match.candidate.form,
      rule: "name:gazetteer")
  }

  /// "European Union Agency for …": the gazetteer's name is but the beginning of a body's name.
  private func opensLongerBody(_ match: GazetteerReader.Match, in line: Line) -> Bool {
    guard let body = bodies.match(at: match.words.lowerBound, in: line) else { return false }
    return body.words.upperBound > match.words.upperBound
  }

  private func isWithin(_ inner: Range<Int>, _ outer: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }
}
