/// Collects the elements of an SVG document; every text that goes in is escaped.
struct SVGCanvas {
  private(set) var body = ""

  /// An element without content, or with text.
  mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String>, text: String? = nil) {
    body += Self.tag(name, attributes)
    body += text.map { ">\(XMLText.escaped($0))</\(name)>\n" } ?? "/>\n"
  }

  /// A group that a reader can point at: its name for a screen reader, its tooltip.
  mutating func group(named name: String, tooltip: String, _ content: (inout SVGCanvas) -> Void) {
    body += Self.tag("g", ["role": "img", "aria-label": name, "tabindex": "0"]) + ">\n"
    add("title", [:], text: tooltip)
    content(&self)
    body += "</g>\n"
  }

  /// Text at a place.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, color: DOTColor = .ink, anchor: String = "start",
    weight: String = "normal", style: String = "normal", decoration: String = "none"
  ) {
    guard !text.isEmpty else { return }
    add(
      "text",
      [
        "x": DOTText.number(x), "y": DOTText.number(y), "font-size": DOTText.number(size), "fill": "\(color)",
        "text-anchor": anchor, "font-weight": weight, "font-style": style, "text-decoration": decoration,
        // A pale rim keeps lines that pass behind the letters from them.
        "stroke": "#FAFBFC", "stroke-opacity": "0.85", "stroke-width": "3", "stroke-linejoin": "round",
        "paint-order": "stroke",
      ], text: text)
  }

  /// A fill that fades at both ends.
  mutating func fade(id: String, color: DOTColor) {
    body += Self.tag("linearGradient", ["id": id]) + ">\n"
    for (offset, opacity) in [("0", "0.05"), ("0.3", "0.6"), ("0.7", "0.6"), ("1", "0.05")] {
      add("stop", ["offset": offset, "stop-color": "\(color)", "stop-opacity": opacity])
    }
    body += "</linearGradient>\n"
  }

  /// The whole document.
  func document(width: Double, height: Double, title: String, description: String) -> String {
    let (width, height) = (DOTText.number(width), DOTText.number(height))
    let root = Self.tag(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": width, "height": height, "viewBox": "0 0 \(width) \(height)",
        "font-family": DOTFont.sansSerif.rawValue, "role": "img",
        "aria-labelledby": "picture-title picture-description",
      ])
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      \(root)>
      <title id="picture-title">\(XMLText.escaped(title))</title>
      <desc id="picture-description">\(XMLText.escaped(description))</desc>
      <rect x="0" y="0" width="\(width)" height="\(height)" fill="#FFFFFF"/>
      \(body)</svg>

      """
  }

  private static func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) -> String {
    "<\(name)" + attributes.map { " \($0.key)=\"\(XMLText.escaped($0.value))\"" }.joined()
  }
}
