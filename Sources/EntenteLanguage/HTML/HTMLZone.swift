/// The part of a page that an element sets off, told by its name and by what its author called it.
enum HTMLZone: Sendable {
  case plain
  /// Navigation, cookies, sharing, advertisements, comments, forms.
  case furniture
  /// Links to other stories, and boxes.
  case teaser
  case caption, credit, byline, date
  /// A summary between headline and story.
  case deck

  /// The zone an element opens by itself.
  init(_ node: HTMLTree.Node) {
    switch node.name {
    case "nav", "aside", "footer", "form", "menu": self = .furniture
    case "figcaption": self = .caption
    default: self = Self.named(Self.words(of: node), node)
    }
  }

  private static func named(_ words: Set<String>, _ node: HTMLTree.Node) -> HTMLZone {
    if node.name == "time" { return .date }
    switch node.attributes["role"] {
    case "navigation", "complementary", "contentinfo", "search", "dialog", "menu", "alert": return .furniture
    default: break
    }
    if words.isEmpty { return .plain }
    if !words.isDisjoint(with: creditWords) { return .credit }
    if !words.isDisjoint(with: furnitureWords) { return .furniture }
    if !words.isDisjoint(with: teaserWords) { return .teaser }
    if words.contains("caption") { return .caption }
    if words.contains("byline") || words.contains("author") || words.contains("authors") { return .byline }
    if !words.isDisjoint(with: dateWords) { return .date }
    return words.isDisjoint(with: deckWords) ? .plain : .deck
  }

  /// The words of an element's class, id and property: "relatedLinks-top" gives related, links, top.
  static func words(of node: HTMLTree.Node) -> Set<String> {
    var words: Set<String> = []
    for key in ["class", "id", "itemprop", "data-testid"] {
      guard let value = node.attributes[key] else { continue }
      var word = ""
      var wasLowercase = false
      for scalar in value.unicodeScalars {
        let isWord = ScalarKind(scalar) == .letter
        if !isWord || (wasLowercase && scalar.isUppercase) {
          if !word.isEmpty { words.insert(word) }
          word = ""
        }
        if isWord { word.unicodeScalars.append(scalar.asciiLowercased) }
        wasLowercase = scalar.isLowercase
      }
      if !word.isEmpty { words.insert(word) }
    }
    return words
  }

  static let creditWords: Set<String> = ["credit", "credits", "copyright", "photographer", "attribution"]

  private static let furnitureWords: Set<String> = [
    "nav", "navigation", "navbar", "menu", "breadcrumb", "breadcrumbs", "cookie", "cookies", "consent", "gdpr",
    "newsletter", "signup", "subscribe", "subscription", "paywall", "share", "sharing", "social", "advert",
    "advertisement", "ad", "ads", "adslot", "sponsor", "sponsored", "comments", "comment", "disqus", "sidebar",
    "footer", "masthead", "modal", "popup", "toolbar", "skip", "tags", "pagination", "pager", "login", "toast",
    "banner", "donate", "search", "sitemap", "legal", "disclaimer",
  ]

  private static let teaserWords: Set<String> = [
    "related", "recommended", "recommendations", "recommend", "promo", "promos", "teaser", "teasers", "outbrain",
    "taboola", "trending", "popular", "readmore", "recirc", "recirculation", "upnext", "pullquote", "more",
  ]

  private static let dateWords: Set<String> = [
    "date", "dateline", "timestamp", "published", "pubdate", "datetime", "time",
  ]

  private static let deckWords: Set<String> = [
    "deck", "dek", "standfirst", "subtitle", "subheadline", "subheading", "summary", "strapline",
  ]
}
