/// Where a written word holds more than one token, and where a hyphen does not divide one.
enum Clitics {
  /// Longest first part that keeps its hyphen.
  static let longestPrefix = 7

  /// Whether the letters behind an apostrophe make a token with it: "'s", "’re", "'ll".
  static func isSuffix(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    switch letters.count {
    case 1:
      switch letters[letters.startIndex].asciiLowercased {
      case "s", "d", "m": return true
      default: return false
      }
    case 2:
      let first = letters[letters.startIndex].asciiLowercased
      let second = letters[letters.startIndex + 1].asciiLowercased
      return (first == "r" && second == "e") || (first == "v" && second == "e") || (first == "l" && second == "l")
    default: return false
    }
  }

  /// Where the last clitic of a word begins, if it has one: before the apostrophe, or before the n of "n't".
  static func cut(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
    // A clitic has at most two letters behind its apostrophe.
    for back in 2...3 where word.count > back {
      let apostrophe = word.endIndex - back
      guard word[apostrophe].isApostrophe else { continue }
      if isSuffix(word[(apostrophe + 1)...]) { return apostrophe }
      let isNegation =
        back == 2 && word[apostrophe + 1].asciiLowercased == "t" && word[apostrophe - 1].asciiLowercased == "n"
      return isNegation ? apostrophe - 1 : nil
    }
    return nil
  }

  /// Where a word that is two by convention divides: "can|not".
  static func fusedSplit(_ word: ArraySlice<Unicode.Scalar>) -> Int? {
    guard (2...8).contains(word.count), let length = fused[lowercased(word)] else { return nil }
    return word.startIndex + length
  }

  /// Whether a part keeps the hyphen behind it, as the treebank's guidelines have it for prefixes.
  static func isPrefix(_ part: ArraySlice<Unicode.Scalar>) -> Bool { prefixes.contains(lowercased(part)) }

  /// The length of the first part; without their apostrophes only words that are nothing else.
  private static let fused: [String: Int] = [
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "lemme": 3, "gimme": 3, "outta": 3, "dont": 2, "cant": 2,
    "wont": 2,
    "aint": 2, "isnt": 2, "arent": 3, "wasnt": 3, "werent": 4, "didnt": 3, "doesnt": 4, "hasnt": 3, "havent": 4,
    "hadnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "im": 1, "ive": 1, "youre": 3, "youve": 3, "youll": 3,
    "theyre": 4, "theyve": 4, "theyll": 4, "thats": 4, "whats": 4, "theres": 5, "heres": 4,
  ]

  private static let prefixes: Set<String> = [
    "anti", "bi", "co", "counter", "de", "e", "eco", "ex", "extra", "inter", "intra", "macro", "mega", "micro", "mid",
    "mini", "mis", "multi", "neo", "non", "over", "pan", "para", "post", "pre", "pro", "pseudo", "quasi", "re", "semi",
    "sub", "super", "trans", "tri", "ultra", "un", "under", "uni", "vice",
  ]

  private static func lowercased(_ word: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in word { view.append(scalar.asciiLowercased) }
    return String(view)
  }
}
