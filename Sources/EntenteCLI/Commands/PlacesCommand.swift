import ArgumentParser
import Entente

/// `entente places`: the places that a text names.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Lists the places that a text names, demonyms included, with where they are.",
    discussion: """
      One line each: start, end, the words, the usual name of the place, degrees north and east, and the country's ISO \
      3166-1 alpha-3 code, parted by tabs; start and end count the characters (Unicode scalars) of the mended text. Of \
      several places of a name the text decides: what stands behind it, and where the other places are.

      EXAMPLES
        entente places article.txt
        cat article.txt | entente places -
      """)

  @Argument(help: ArgumentHelp("A text (plain or HTML); '-' is standard input.", valueName: "file"))
  var file: String

  func run() throws {
    try ReadingOptions().check([file])
    let found = try Engine().toponyms(ofFile: file)
    try AnnotationLines.write(
      found.map { place in
        [
          String(place.span.start), String(place.span.end), place.text, place.name, String(place.location.lat),
          String(place.location.lon), place.country ?? "",
        ]
      })
  }
}
