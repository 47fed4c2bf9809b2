public import EntenteModel

/// A picture of what happened when, and of what is to happen, by actor.
///
/// A day is a mark, a stretch of days a bar; a date of which only the month or the year is known is a bar that
/// fades at its ends. What is planned is hollow and dashed, what is only possible dotted, what did not happen
/// crossed out. Labels never overlap. Equal facts give equal bytes.
public struct TimelineDrawing: Sendable {
  /// What a timeline shows and how.
  public struct Options: Hashable, Sendable {
    /// The title; `nil` for the headline of a single document, or a count of several.
    public var title: String?
    /// The line under the title; `nil` for where the facts come from.
    public var subtitle: String?
    /// The most actors that have a lane of their own; the others share one.
    public var maximumLanes = 8
    /// Whether events without a date are listed below.
    public var includesUndated = true
    /// The width in points.
    public var width = 1_200.0

    /// The options that suit an article.
    public init() {}
  }

  /// The facts.
  public let facts: FactSet
  /// What is shown and how.
  public let options: Options

  /// A timeline of the events of `facts`.
  public init(_ facts: FactSet, options: Options = Options()) {
    self.facts = facts
    self.options = options
  }

  /// The timeline as an SVG document: well-formed, without scripts, with the evidence as tooltips.
  ///
  /// - Complexity: O(*n*²) in the events of a lane.
  public func svg() -> String {
    let scene = TimelineScene(facts, options: options)
    return TimelineWriter(scene, width: min(max(600, options.width), 6_000)).svg()
  }
}
