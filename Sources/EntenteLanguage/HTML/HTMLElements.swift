/// What the elements of a page do with the text in them.
enum HTMLElements {
  /// Whether a reader never sees what an element holds, or sees it as a control and not as text.
  static func isHidden(_ name: String, _ attributes: [String: String]) -> Bool {
    if hidden.contains(name) { return true }
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
    guard let style = attributes["style"] else { return false }
    let plain = style.lowercased().filter { $0 != " " }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }

  /// Whether an element sets its text off from what is before and behind it.
  static func isBlock(_ node: HTMLTree.Node) -> Bool {
    if !inline.contains(node.name) { return true }
    guard node.name != "a", node.attributes["class"] != nil || node.attributes["itemprop"] != nil else { return false }
    // "Words of a caption <span class=credit>Name/Agency</span>".
    let words = HTMLZone.words(of: node)
    return !words.isDisjoint(with: HTMLZone.creditWords)
  }

  private static let hidden: Set<String> = [
    "head", "title", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "applet",
    "canvas", "audio", "video", "map", "select", "datalist", "button", "textarea", "input", "dialog", "noframes",
    "progress", "meter",
  ]

  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "picture", "source",
  ]
}
