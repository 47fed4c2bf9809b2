/// Cuts text into words and marks the way the English Web Treebank of Universal Dependencies does.
///
/// Clitics stand apart ("Trump" + "'s", "do" + "n't"), as do marks, the parts of hyphenated words
/// and the sign of a sum; abbreviations keep their full stop, numbers their inner marks, addresses
/// all of theirs.
struct Tokenizer {
  let scalars: [Unicode.Scalar]
  private(set) var tokens: [Range<Int>] = []

  /// The tokens of `scalars`, in order.
  ///
  /// - Complexity: O(*n*).
  static func tokens(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var tokenizer = Tokenizer(scalars: scalars)
    tokenizer.tokens.reserveCapacity(scalars.count / 5)
    var place = 0
    while place < scalars.count {
      if scalars[place].isSpacing {
        place += 1
        continue
      }
      var end = place + 1
      while end < scalars.count, !scalars[end].isSpacing { end += 1 }
      tokenizer.readChunk(place..<end)
      place = end
    }
    return tokenizer.tokens
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  // MARK: - Chunks

  /// Reads what stands between two spaces.
  private mutating func readChunk(_ chunk: Range<Int>) {
    var place = chunk.lowerBound
    while place < chunk.upperBound, scalars[place].isOpeningMark, !isShortenedYear(place, chunk.upperBound),
      !isDoubled(place, chunk.upperBound)
    {
      tokens.append(place..<place + 1)
      place += 1
    }
    if let address = AddressScanner.end(in: scalars, place..<chunk.upperBound) {
      tokens.append(place..<address)
      place = address
    }
    while place < chunk.upperBound {
      if place > chunk.lowerBound, opensAddress(scalars[place - 1]),
        let address = AddressScanner.end(in: scalars, place..<chunk.upperBound)
      {
        tokens.append(place..<address)
        place = address
        continue
      }
      let end =
        switch ScalarKind(scalars[place]) {
        case .letter, .digit: readWord(from: place, to: chunk.upperBound)
        case .other, .space: readMark(from: place, in: chunk)
        }
      place = end
    }
  }

  /// Whether addresses stand behind a mark without a space: "<anna@example.org>", "see:https://example.org".
  private func opensAddress(_ scalar: Unicode.Scalar) -> Bool { scalar == "<" || scalar == ":" || scalar == "=" }

  /// Whether "'90s" or "’90" begins at `place`.
  private func isShortenedYear(_ place: Int, _ limit: Int) -> Bool {
    guard scalars[place].isApostrophe, place + 2 < limit else { return false }
    guard isDigit(place + 1), isDigit(place + 2) else { return false }
    if place + 3 == limit { return true }
    return scalars[place + 3] == "s" && (place + 4 == limit || !isWord(place + 4)) || !isWord(place + 3)
  }

  // MARK: - Marks

  /// Whether two apostrophes stand for one quotation mark.
  private func isDoubled(_ place: Int, _ limit: Int) -> Bool {
    scalars[place].isApostrophe && place + 1 < limit && scalars[place + 1] == scalars[place]
  }

  private mutating func readMark(from place: Int, in chunk: Range<Int>) -> Int {
    let scalar = scalars[place]
    var end = place + 1
    if let emoticon = Emoticon.end(in: scalars, place..<chunk.upperBound) {
      end = emoticon
    } else if scalar.isApostrophe {
      if place > chunk.lowerBound, let clitic = cliticEnd(from: place, to: chunk.upperBound) {
        end = clitic
      } else if isDoubled(place, chunk.upperBound) {
        end += 1
      } else if isShortenedYear(place, chunk.upperBound) {
        end = place + 3
        if end < chunk.upperBound, scalars[end] == "s" { end += 1 }
      }
    } else {
      switch scalar {
      case ".", "-", "*", "=", "_", "~", "<", ">", "$", "+", "\u{2013}", "\u{2014}":
        while end < chunk.upperBound, scalars[end] == scalar { end += 1 }
      case "!", "?":
        while end < chunk.upperBound, scalars[end] == "!" || scalars[end] == "?" { end += 1 }
      case "#" where end < chunk.upperBound && isDigit(end): break
      case "@", "#":
        while end < chunk.upperBound, isWord(end) || scalars[end] == "_" { end += 1 }
      default: break
      }
    }
    tokens.append(place..<end)
    return end
  }

  /// The end of a clitic that stands behind something other than a letter: "U.S.’s", "(PURL)'s".
  private func cliticEnd(from place: Int, to limit: Int) -> Int? {
    var end = place + 1
    while end < limit, end < place + 4, ScalarKind(scalars[end]) == .letter { end += 1 }
    guard end > place + 1, Clitics.isSuffix(scalars[(place + 1)..<end]) else { return nil }
    return end == limit || !isWord(end) ? end : nil
  }

  // MARK: - Words

  private mutating func readWord(from start: Int, to limit: Int) -> Int {
    var end = start + 1
    while end < limit {
      if isWord(end) || (end + 1 < limit && joins(at: end, from: start, to: limit)) {
        end += 1
      } else {
        break
      }
    }
    if end < limit, scalars[end] == "$", end - start <= 3, scalars[start..<end].allSatisfy(\.isUppercase) {
      tokens.append(start..<end + 1)
      return end + 1
    }
    if end < limit, scalars[end] == ".", keepsFullStop(start..<end, limit) {
      tokens.append(start..<end + 1)
      return end + 1
    }
    appendParts(of: start..<end)
    return end
  }

  /// Whether the mark at `place` belongs to the word that began at `start`; a letter or digit is before it.
  private func joins(at place: Int, from start: Int, to limit: Int) -> Bool {
    let scalar = scalars[place]
    guard isWord(place + 1) else { return false }
    if scalar.isApostrophe { return isLetter(place - 1) && isLetter(place + 1) }
    switch scalar {
    case ".":
      if isDigit(place - 1) != isDigit(place + 1) { return false }
      // "ended.Then" lacks a space; "Ph.D." and "example.com" do not.
      return !(scalars[place + 1].isUppercase && scalars[place - 1].isLowercase && place - start > 2)
    case ",": return isDigit(place - 1) && isDigit(place + 1)
    case ":", "/": return isDigit(place - 1) && isDigit(place + 1)
    case "&": return scalars[place - 1].isUppercase && scalars[place + 1].isUppercase && place - start <= 3
    case "_": return true
    case "-", "\u{2010}", "\u{2011}": return joinsHyphen(at: place, from: start, to: limit)
    default: return false
    }
  }

  /// Hyphens stay in codes and spans of numbers ("F-16", "2025-26") and behind prefixes ("co-operate").
  private func joinsHyphen(at place: Int, from start: Int, to limit: Int) -> Bool {
    if isDigit(place + 1) {
      return isDigit(place - 1) || scalars[place - 1].isUppercase
    }
    guard place - start <= Clitics.longestPrefix, isLetter(place + 1) else { return false }
    return Clitics.isPrefix(scalars[start..<place])
  }

  private func keepsFullStop(_ word: Range<Int>, _ limit: Int) -> Bool {
    let next = word.upperBound + 1
    if next < limit, scalars[next] == "." { return false }
    if word.count == 1, scalars[word.lowerBound].isUppercase { return true }
    if hasInnerStop(word) { return true }
    guard word.count <= Abbreviations.longest else { return false }
    guard let kind = Abbreviations.kind(lowercased(word)) else { return false }
    switch kind {
    case .leading, .beforeNumber: return hasFollower(word, next)
    case .anywhere: return true
    }
  }

  /// Whether letters alternate with full stops: "U.S", "a.m", "Ph.D".
  private func hasInnerStop(_ word: Range<Int>) -> Bool {
    var run = 0
    var stops = 0
    for place in word {
      if scalars[place] == "." {
        stops += 1
        run = 0
      } else if isLetter(place), run < 2 {
        run += 1
      } else {
        return false
      }
    }
    return stops > 0
  }

  /// "No." needs a number and "Gen." a name behind it; otherwise the stop ends a sentence.
  private func hasFollower(_ word: Range<Int>, _ next: Int) -> Bool {
    var place = next
    while place < scalars.count, scalars[place].isSpacing { place += 1 }
    guard place < scalars.count else { return false }
    let lower = lowercased(word)
    if lower == "no" || lower == "nos" || lower == "art" || lower == "fig" || lower == "p" { return isDigit(place) }
    return place > next || scalars[place] == ","
  }

  /// Adds a word with its clitics apart.
  private mutating func appendParts(of word: Range<Int>) {
    if let split = Clitics.fusedSplit(scalars[word]) {
      tokens.append(word.lowerBound..<split)
      tokens.append(split..<word.upperBound)
      return
    }
    var cuts: [Int] = []
    var end = word.upperBound
    while let cut = Clitics.cut(scalars[word.lowerBound..<end]), cut > word.lowerBound {
      cuts.append(cut)
      end = cut
    }
    var start = word.lowerBound
    for cut in cuts.reversed() {
      tokens.append(start..<cut)
      start = cut
    }
    tokens.append(start..<word.upperBound)
  }

  // MARK: - Scalars

  private func isWord(_ place: Int) -> Bool {
    let kind = ScalarKind(scalars[place])
    return kind == .letter || kind == .digit
  }

  private func isLetter(_ place: Int) -> Bool { ScalarKind(scalars[place]) == .letter }

  private func isDigit(_ place: Int) -> Bool { ScalarKind(scalars[place]) == .digit }

  private func lowercased(_ word: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for place in word { view.append(scalars[place].asciiLowercased) }
    return String(view)
  }
}
