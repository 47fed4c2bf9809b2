import ArgumentParser

/// How much of a list to show.
struct LimitOptions: ParsableArguments {
  // A number is taken as it stands, so that one below 0 is refused as such and not as an option.
  @Option(parsing: .unconditional, help: ArgumentHelp("List at most this many.", valueName: "number"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up") }
  }

  /// The beginning of a list.
  func first<Element>(of list: [Element]) -> [Element] { Array(list.prefix(limit ?? list.count)) }
}
