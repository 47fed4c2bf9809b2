/// Finds UTF-8 that was read as GBK or GB18030.
///
/// Every run of characters with a place in GB18030 that holds a Chinese one is read back into
/// bytes. If these are UTF-8 from end to end and say something plausible, the run earns points by
/// what no Chinese writer would put: rare characters, characters glued between Latin letters. Runs
/// of three points are mended wherever they stand; weaker ones where the text has such points and
/// at most half as many Chinese runs that are in order.
struct GB18030Mojibake {
  private struct Candidate {
    var range: Range<Int>
    var reading: GB18030Run.Reading
    var scripts: Set<TargetScript>
    var points: Int
  }

  private let scalars: [Unicode.Scalar]
  private var candidates: [Candidate] = []
  private var runsInOrder = 0

  static func mends(in scalars: [Unicode.Scalar]) -> Mends {
    var search = GB18030Mojibake(scalars: scalars)
    search.collect()
    return search.candidates.isEmpty ? Mends() : search.judged()
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private func scalar(_ index: Int) -> Unicode.Scalar {
    scalars.indices.contains(index) ? scalars[index] : "\n"
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  // MARK: - Candidates

  private mutating func collect() {
    var place = 0
    while place < scalars.count {
      if scalars[place].isASCII {
        place += 1
        continue
      }
      let start = place
      var holdsChinese = false
      while place < scalars.count {
        let scalar = scalars[place]
        if scalar.isASCII { break }
        let isChinese = Self.isChinese(scalar)
        guard isChinese || scalar == "\u{FFFD}" || GB18030Table.code(of: scalar) != 0 else { break }
        holdsChinese = holdsChinese || isChinese
        place += 1
      }
      if holdsChinese {
        consider(start..<place)
      } else {
        place = max(place, start + 1)
      }
    }
  }

  private mutating func consider(_ run: Range<Int>) {
    // Signs at the end stand for a byte that was lost there, unless a byte is missing inside too.
    var end = run.upperBound
    while end > run.lowerBound, scalars[end - 1] == "\u{FFFD}" { end -= 1 }
    var found: (range: Range<Int>, reading: GB18030Run.Reading, scripts: Set<TargetScript>)?
    while found == nil, end <= run.upperBound {
      let range = run.lowerBound..<end
      if let reading = GB18030Run(scalars, range).reading(), let scripts = scripts(of: reading) {
        found = (range, reading, scripts)
      }
      end += 1
    }
    guard let (range, reading, scripts) = found else {
      runsInOrder += 1
      return
    }
    let points = points(of: reading, scripts, range)
    candidates.append(Candidate(range: range, reading: reading, scripts: scripts, points: points))
  }

  /// The scripts of what a reading gave, or nil where one character of it is implausible.
  private func scripts(of reading: GB18030Run.Reading) -> Set<TargetScript>? {
    var scripts: Set<TargetScript> = []
    for scalar in reading.mends.output where !scalar.isASCII {
      guard scalar != "\u{FFFD}", let script = TargetScript(scalar.value), script != .control else { return nil }
      scripts.insert(script)
    }
    guard let lead = reading.unfinished.first else { return scripts }
    switch lead {
    case 0xE2, 0xC2: scripts.insert(.symbol)
    case 0xC3...0xC5, 0xE1: scripts.insert(.latin)
    case 0xCE, 0xCF: scripts.insert(.greek)
    case 0xD0...0xD2: scripts.insert(.cyrillic)
    case 0xE3...0xED, 0xEF: scripts.insert(.eastAsian)
    case 0xF0: scripts.insert(.emoji)
    default: return nil
    }
    return scripts
  }

  private func points(of reading: GB18030Run.Reading, _ scripts: Set<TargetScript>, _ range: Range<Int>) -> Int {
    let isUnfinishedMark =
      reading.unfinished.count == 2 && reading.unfinished[0] == 0xE2
      && (reading.unfinished[1] == 0x80 || reading.unfinished[1] == 0x82 || reading.unfinished[1] == 0x84)
    if isUnfinishedMark || reading.mends.output.contains(where: Self.isGeneralPunctuation) { return 3 }
    if scripts.allSatisfy(\.standsAlone) {
      if scripts == [.emoji] && range.count == 2 && reading.rare == 2 { return 3 }
      guard scripts.contains(.latin) else { return 0 }
      var points = reading.rare > 0 ? 1 : 0
      if SingleByteMojibake.isLetter(scalar(range.lowerBound - 1)), scalar(range.lowerBound - 1).isASCII { points += 1 }
      if reading.holdsASCII { points += 1 }
      if SingleByteMojibake.isLetter(scalar(range.upperBound)), scalar(range.upperBound).isASCII { points += 1 }
      return min(points, 2)
    }
    guard range.count >= 4, reading.rare > 0 else { return reading.rare > 0 ? 1 : 0 }
    if scripts.contains(.eastAsian) { return reading.rare * 5 >= range.count * 2 ? 3 : 1 }
    return Set(reading.mends.output).count >= 3 ? 3 : 1
  }

  /// Quotes, dashes, dots, the euro and the trade mark: three bytes that begin with the rare 鈥, 鈧 or 鈩.
  private static func isGeneralPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    (0x2010...0x203A).contains(scalar.value) || scalar == "€" || scalar == "™"
  }

  // MARK: - Judgement

  private func judged() -> Mends {
    let sum = candidates.reduce(0) { $0 + $1.points }
    let acceptsWeak = sum >= 3 && sum >= 2 * runsInOrder
    var certainScripts: Set<TargetScript> = []
    for candidate in candidates where candidate.points >= 3 { certainScripts.formUnion(candidate.scripts) }
    let accepted = candidates.filter { candidate in
      if candidate.points >= 3 { return true }
      guard acceptsWeak else { return false }
      return candidate.scripts.allSatisfy { $0.standsAlone || certainScripts.contains($0) }
        && (candidate.points > 0 || candidate.scripts != [.eastAsian])
    }
    let questionMarks = LostByteSigns(
      scalars: scalars,
      ends: accepted.compactMap { candidate in
        candidate.reading.unfinished.isEmpty ? nil : candidate.range.upperBound
      })
    var mends = Mends()
    for candidate in accepted { Self.add(candidate, to: &mends, questionMarks) }
    return mends
  }

  private static func add(_ candidate: Candidate, to mends: inout Mends, _ signs: LostByteSigns) {
    let reading = candidate.reading
    for piece in reading.mends.pieces {
      mends.append(piece.input, reading.mends.output[piece.output], piece.kind)
    }
    guard !reading.unfinished.isEmpty else { return }
    let finished = reading.mends.pieces.last?.output.upperBound ?? 0
    var output = Array(reading.mends.output[finished...])
    if reading.unfinished == [0xE2, 0x80] { mends.lostMarks.append(mends.output.count + output.count) }
    output.append(completed(reading.unfinished))
    let end = signs.end(after: candidate.range.upperBound)
    if end.swallowedSpace { output.append(" ") }
    mends.append(
      reading.unfinishedStart..<end.index, output, MojibakeKind(encoding: .gb18030, lostByte: true))
  }

  /// The one usual character that begins with these bytes, or the sign for an unknown one.
  private static func completed(_ bytes: [UInt8]) -> Unicode.Scalar {
    switch bytes {
    case [0xE2, 0x82]: "€"
    case [0xE2, 0x84]: "™"
    default: "\u{FFFD}"
    }
  }
}
