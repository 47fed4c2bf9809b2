/// Finds UTF-8 that was read as Windows-1252, Latin-1 or MacRoman.
///
/// Every stretch of characters whose bytes make a UTF-8 sequence is a candidate. One that no
/// writer could have meant as it stands is certain; one that could be the end of a word in capitals
/// before a quote, a sum under a root sign and the like is only likely, and is mended where the
/// text holds certain ones and at least as many of these as of untouched accented letters.
struct SingleByteMojibake {
  enum Strength { case certain, likely }

  struct Candidate {
    var start: Int
    var length: Int
    var scalar: Unicode.Scalar
    var script: TargetScript
    var strength = Strength.likely
    /// A piece whose last byte the wrong reading lost.
    var lostByte = false
    /// Whether a C1 control stands in it, as Latin-1 gives and Windows-1252 mostly does not.
    var holdsControl = false
    var end: Int { start + length }
  }

  let codec: SingleByteCodec
  let isMacintosh: Bool
  let scalars: [Unicode.Scalar]
  private var candidates: [Candidate] = []
  /// Accented letters that belong to no candidate and speak for a text in order.
  private var untouchedLetters = 0

  /// - Parameter corroborated: whether an earlier pass found the text to be garbled like this.
  static func mends(in scalars: [Unicode.Scalar], macintosh: Bool, corroborated: Bool = false) -> Mends {
    var search = SingleByteMojibake(
      codec: macintosh ? .macintosh : .windows1252, isMacintosh: macintosh, scalars: scalars)
    search.collect()
    return search.candidates.isEmpty ? Mends() : search.judged(corroborated: corroborated)
  }

  private init(codec: SingleByteCodec, isMacintosh: Bool, scalars: [Unicode.Scalar]) {
    self.codec = codec
    self.isMacintosh = isMacintosh
    self.scalars = scalars
  }

  /// The scalar at an index, or a space beyond either end.
  func scalar(_ index: Int) -> Unicode.Scalar {
    scalars.indices.contains(index) ? scalars[index] : " "
  }

  // MARK: - Candidates

  private mutating func collect() {
    let questionMarks = isMacintosh ? QuestionMarks.genuine : questionMarksAfterLostQuotes()
    var place = 0
    while place < scalars.count {
      let first = scalars[place]
      if first.isASCII {
        place += 1
        continue
      }
      let candidate = sequence(at: place) ?? (isMacintosh ? nil : shortened(at: place, questionMarks))
      if let candidate {
        candidates.append(candidate)
        place = candidate.end
      } else {
        if (0xC0...0x24F).contains(first.value) && first.value != 0xD7 && first.value != 0xF7 {
          untouchedLetters += 1
        }
        place += 1
      }
    }
  }

  /// The whole UTF-8 sequence that begins at a scalar.
  private func sequence(at place: Int) -> Candidate? {
    let lead = codec.byte(of: scalars[place])
    let length = UTF8Sequence.length(lead: lead)
    guard length > 1, place + length <= scalars.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    var holdsControl = false
    for offset in 1..<length {
      let scalar = scalars[place + offset]
      let byte = codec.byte(of: scalar)
      guard offset == 1 ? UTF8Sequence.isSecond(byte, after: lead) : UTF8Sequence.isContinuation(byte) else {
        return nil
      }
      holdsControl = holdsControl || (0x80...0x9F).contains(scalar.value)
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let script = TargetScript(value), let scalar = Unicode.Scalar(value) else { return nil }
    return Candidate(start: place, length: length, scalar: scalar, script: script, holdsControl: holdsControl)
  }

  // MARK: - Judgement

  private mutating func judged(corroborated: Bool) -> Mends {
    rateRuns()
    var certain = 0
    var certainScripts: Set<TargetScript> = []
    for candidate in candidates where candidate.strength == .certain {
      certain += 1
      certainScripts.insert(candidate.script)
    }
    let likelyCount = (certain > 0 || corroborated) && certain >= untouchedLetters
    var mends = Mends()
    var previousEnd = -1
    for candidate in candidates {
      if candidate.strength == .likely {
        guard likelyCount, candidate.script.standsAlone || certainScripts.contains(candidate.script) else { continue }
      }
      // A control is half of a character that was misread twice, so the other half stands before it.
      if candidate.script == .control && previousEnd != candidate.start { continue }
      previousEnd = candidate.end
      let encoding: MojibakeKind.Encoding =
        isMacintosh ? .macintosh : candidate.holdsControl ? .latin1 : .windows1252
      mends.append(
        candidate.start..<candidate.end, CollectionOfOne(candidate.scalar),
        MojibakeKind(encoding: encoding, lostByte: candidate.lostByte))
    }
    return mends
  }

  /// Rates every candidate by itself and by its neighbours: what could be an accident once is none
  /// twice in a row.
  private mutating func rateRuns() {
    var first = 0
    while first < candidates.count {
      var end = first + 1
      while end < candidates.count, candidates[end].start == candidates[end - 1].end { end += 1 }
      var counts: [TargetScript: Int] = [:]
      if end - first > 1 {
        for candidate in candidates[first..<end] { counts[candidate.script, default: 0] += 1 }
      }
      for index in first..<end where !candidates[index].lostByte || end - first > 1 {
        let script = candidates[index].script
        let inRun: Bool
        if script.standsAlone || script == .control {
          inRun = end - first > 1
        } else {
          inRun = counts[script, default: 1] >= (isMacintosh ? 3 : 2)
        }
        if inRun || isCertainAlone(candidates[index]) { candidates[index].strength = .certain }
      }
      first = end
    }
  }

  private func isCertainAlone(_ candidate: Candidate) -> Bool {
    guard candidate.script.standsAlone else { return false }
    return isMacintosh ? isCertainMacintosh(candidate) : isCertainWindows1252(candidate)
  }
}
