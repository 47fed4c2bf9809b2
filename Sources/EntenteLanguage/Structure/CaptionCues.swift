/// What tells the words under a picture from the story.
struct CaptionCues {
  /// "File photo:", "(L-R)", "Pictured: …".
  let isLabelled: Bool
  /// It ends with a day and its year.
  let endsWithDate: Bool
  /// It says in the present tense what a picture shows, or that it is one.
  let describesPicture: Bool

  init(_ passage: Passage) {
    let words = passage.words
    let folded = passage.folded
    isLabelled = Self.labels.begin(folded) && passage.wordCount > 3
    endsWithDate = Self.endsWithDate(words)
    describesPicture =
      words.contains { Self.verbs.contains($0.folded) } || Self.phrases.occur(in: folded)
  }

  private static func endsWithDate(_ words: [Passage.Word]) -> Bool {
    var end = words.count
    while end > 0, !words[end - 1].isWord { end -= 1 }
    for length in 1...5 where end >= length {
      if let date = WrittenDate(words, at: end - length), date.length == length, date.year != nil { return true }
    }
    return false
  }

  private static let labels = Phrases([
    "file photo", "file in this", "file picture", "pictured", "caption", "photo shows", "image shows", "l r",
    "from left", "l to r", "left to right", "clockwise from", "a file photo", "in this file photo",
    "in this photo", "in this image",
  ])

  private static let phrases = Phrases([
    "file photo", "is seen", "are seen", "is pictured", "are pictured", "pictured here", "in this photo",
    "in this image", "seen here", "seen from", "photo shows", "image shows",
  ])

  private static let verbs: Set<String> = Set(
    """
    attends attend speaks speak walks walk arrives arrive shakes shake poses pose looks look stands stand holds hold \
    gestures gesture waits wait sits sit listens listen waves wave rides ride patrols patrol delivers deliver \
    addresses greets greet carries carry inspects inspect visits visit reacts react hugs hug embraces embrace \
    smiles smile chants chant protest protests marches rallies gathers gather queue lines flies fly fires \
    takes gives watches watch talks talk passes cheers cheer kisses leaves boards departs enters welcomes welcome \
    applauds applaud prays pray mourn mourns cries rests runs run works uses use points displays display drives drive
    """.split(separator: " ").map(String.init))
}
