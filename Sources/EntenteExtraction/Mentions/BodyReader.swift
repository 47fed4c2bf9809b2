import EntenteModel

/// Finds names of bodies and programmes by the noun at their head: "Ukraine Defense Contact Group",
/// "School of Advanced International Studies", "Operation Atalanta".
struct BodyReader {
  let vocabulary: Vocabulary

  struct Match {
    var words: Range<Int>
    var type: EntityType
  }

  private static let connectors: Set<String> = ["of", "for", "on", "against"]
  private static let inner: Set<String> = ["the", "and", "&"]
  private static let longest = 9

  /// The name that begins at `start`, if its head says that it is one.
  func match(at start: Int, in line: Line) -> Match? {
    let run = capitalRun(from: start, in: line)
    guard !run.isEmpty, !["the", "a", "an"].contains(line.lower(start)) else { return nil }
    let heads = run.filter { type(ofHead: line.words[$0]) != nil }
    guard let head = heads.last, let type = type(ofHead: line.words[head]) else {
      return leadingProgram(run, in: line)
    }
    if let tail = tail(after: head, in: line) { return Match(words: start..<tail, type: type) }
    // A head alone is no name, and neither is one with an ordinary word that only opens the sentence.
    let proper = (start..<head).filter { !line.words[$0].isMark }
    guard !proper.isEmpty else { return nil }
    if start == 0, proper.count == 1, vocabulary.commonCapitalised.contains(line.words[0].lower) { return nil }
    return Match(words: start..<(head + 1), type: type)
  }

  /// "Operation Sea Guardian", "Exercise Steadfast Defender": the head comes first.
  private func leadingProgram(_ run: Range<Int>, in line: Line) -> Match? {
    guard run.count >= 2, ["operation", "exercise", "task"].contains(line.words[run.lowerBound].lower) else {
      return nil
    }
    return Match(words: run, type: .program)
  }

  private func type(ofHead word: Word) -> EntityType? {
    guard word.isCapitalised else { return nil }
    if word.lower == "operation" || word.lower == "exercise" { return nil }
    if vocabulary.organizationHeads.contains(word.lower) { return .organization }
    if vocabulary.programHeads.contains(word.lower) { return .program }
    return nil
  }

  /// Capitalised words from `start`, with hyphens and ampersands between them.
  private func capitalRun(from start: Int, in line: Line) -> Range<Int> {
    var end = start
    while end < line.words.count, end - start < Self.longest {
      let word = line.words[end]
      let next = end + 1 < line.words.count ? line.words[end + 1] : nil
      if word.isCapitalised, !word.isMark, !vocabulary.calendarWords.contains(word.lower) {
        end += 1
      } else if end > start, word.isHyphen || word.form == "&", next?.isCapitalised == true {
        end += 1
      } else if end > start, word.lower == "and", next?.isCapitalised == true, isListInName(end, in: line) {
        end += 1
      } else {
        break
      }
    }
    return start..<end
  }

  /// "and" inside a name joins two words before a head: "Foreign and Commonwealth Office".
  private func isListInName(_ place: Int, in line: Line) -> Bool {
    guard place + 2 < line.words.count else { return false }
    return type(ofHead: line.words[place + 2]) == .organization && type(ofHead: line.words[place - 1]) == nil
  }

  /// Whether a name with a head of its own begins there: "… of Canada and Canadian Alliance".
  private func opensName(_ place: Int, in line: Line) -> Bool {
    let run = capitalRun(from: place, in: line)
    return run.count >= 2 && type(ofHead: line.words[run.upperBound - 1]) != nil
  }

  /// The end of "of Advanced International Studies" or "for the World Economy" after a head.
  private func tail(after head: Int, in line: Line) -> Int? {
    guard Self.connectors.contains(line.lower(head + 1)) else { return nil }
    var place = head + 2
    var end: Int?
    while place < line.words.count, place - head < Self.longest {
      let word = line.words[place]
      if word.isCapitalised, !word.isMark, !vocabulary.calendarWords.contains(word.lower) {
        end = place + 1
      } else if !Self.inner.contains(word.lower) && !word.isHyphen && word.lower != "of" {
        break
      } else if word.lower == "and", end == nil || opensName(place + 1, in: line) {
        break
      }
      place += 1
    }
    // "Command of the People's Liberation Army": an owner's name goes on behind its mark and is read by itself.
    if let end, line.hasPossessiveMark(at: end) { return nil }
    return end
  }
}
