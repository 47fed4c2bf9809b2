/// The kind of file a picture becomes.
public enum PictureFormat: String, Hashable, Sendable, CaseIterable {
  /// Scalable Vector Graphics 1.1, well-formed XML, with titles for screen readers and tooltips.
  case svg
  /// Portable Network Graphics, 96 dots an inch.
  case png
  /// Portable Document Format.
  case pdf
}

/// A layout engine of Graphviz.
///
/// Source of the names: graphviz.org, "Layout Engines".
public enum GraphvizEngine: String, Hashable, Sendable, CaseIterable {
  /// Hierarchical.
  case dot
  /// Spring model by stress majorization, for up to some hundred nodes.
  case neato
  /// Force-directed. Its pictures of clusters differ from run to run.
  case fdp
  /// Force-directed over several scales, for thousands of nodes.
  case sfdp
  /// Circular.
  case circo
  /// Radial.
  case twopi
  /// Clusters in rows.
  case osage
  /// Areas of a square.
  case patchwork
}
