import ArgumentParser
import Entente

/// `entente time`: the times that a text names.
struct TimeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "time",
    abstract: "Lists the dates, times, durations and recurrences that a text names, with their TIMEX3 values.",
    discussion: """
      One line each: start, end, type, value and the words, parted by tabs; places count the characters (Unicode scalars)
      of the mended text. What only the text's own day would settle, as in "on Tuesday", stays open without one.

      EXAMPLES
        entente time article.txt
        entente time --date 2026-02-13 article.txt
      """)

  @Argument(help: ArgumentHelp("A text (plain or HTML); '-' is standard input.", valueName: "file"))
  var file: String

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    try reading.check([file])
    let found = try Engine().temporalExpressions(ofFile: file, date: reading.date)
    try AnnotationLines.write(
      found.map { [String($0.span.start), String($0.span.end), $0.type.rawValue, $0.value, $0.text] })
  }
}
