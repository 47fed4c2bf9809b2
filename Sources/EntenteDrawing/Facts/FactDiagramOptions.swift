public import EntenteModel

extension FactDiagram {
  /// How a diagram arranges its parts.
  public enum Layout: String, Hashable, Sendable, CaseIterable {
    /// Who has much to do with each other lies close together.
    case network
    /// From left to right along the direction of lines.
    case hierarchy
  }

  /// What a diagram shows and how.
  public struct Options: Hashable, Sendable {
    /// The title; `nil` for the headline of a single document, or a count of several.
    public var title: String?
    /// The line under the title; `nil` for where the facts come from.
    public var subtitle: String?
    /// The most nodes that are drawn; those with the fewest ties are left out and counted.
    public var maximumNodes = 60
    /// Where the diagram starts from; empty for everything.
    public var focus: [EntityID] = []
    /// How many steps from a focus are drawn.
    public var hops = 2
    /// How the parts are arranged.
    public var layout = Layout.network
    /// Whether events without a date are drawn.
    public var includesUndated = true
    /// How many arrangements of a network are tried; with 1, the DOT text depends on the facts alone, with
    /// more, also on the fonts and the Graphviz of the machine.
    public var trials = 16

    /// The options that suit an article.
    public init() {}
  }
}
