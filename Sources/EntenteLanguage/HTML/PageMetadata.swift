import EntenteModel

/// What a page says about itself in its head.
struct PageMetadata {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var date: CalendarDate?

  /// Reads meta elements, linked data (JSON-LD), the title and the first time element, in this order of trust.
  init(_ tree: HTMLTree, _ layout: HTMLLayout) {
    var metas: [String: String] = [:]
    for node in tree.nodes where node.name == "meta" {
      let keys = [node.attributes["property"], node.attributes["name"], node.attributes["itemprop"]]
      guard let content = node.attributes["content"] else { continue }
      for case let key? in keys where metas[key.lowercased()] == nil { metas[key.lowercased()] = content }
    }
    var linked = LinkedData()
    var written: String?
    for (node, text) in tree.hiddenTexts {
      let name = tree.nodes[node].name
      if name == "title" {
        written = written ?? text
      } else if tree.nodes[node].attributes["type"]?.lowercased() == "application/ld+json" {
        linked.read(text)
      }
    }
    title = Self.first(["og:title", "twitter:title", "parsely-title", "headline"], metas) ?? linked.headline
    title = title ?? written.flatMap { Self.withoutSite(Self.clean($0), site: metas["og:site_name"]) }
    author = Self.author(Self.first(["author", "article:author", "parsely-author", "dc.creator", "byl"], metas))
    author = author ?? Self.author(linked.author)
    date = Self.dateKeys.lazy.compactMap { metas[$0].flatMap(Self.day) }.first
    date = date ?? linked.published.flatMap(Self.day) ?? layout.markedTime.flatMap(Self.day)
  }

  private static let dateKeys = [
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "pubdate", "publishdate",
    "publish-date", "publication_date", "article.published", "date", "article_date_original",
    "cxenseparse:recs:publishtime",
  ]

  private static func first(_ keys: [String], _ metas: [String: String]) -> String? {
    for key in keys {
      if let value = metas[key].flatMap(clean) { return value }
    }
    return nil
  }

  /// One line without white space around it, or nil where nothing is left.
  private static func clean(_ text: String) -> String? {
    let line = text.unicodeScalars.split(whereSeparator: \.isSpacing).map(String.init).joined(separator: " ")
    return line.isEmpty ? nil : line
  }

  /// A name; addresses of profiles are none.
  private static func author(_ text: String?) -> String? {
    guard var name = text.flatMap(clean), !name.contains("://") else { return nil }
    if name.hasPrefix("By ") || name.hasPrefix("by ") { name = String(name.dropFirst(3)) }
    return name.isEmpty ? nil : name
  }

  /// The day a time begins with: "2026-02-13T10:15:00-05:00", "20260213", "February 13, 2026", "Fri, 13 Feb 2026 …".
  private static func day(_ text: String) -> CalendarDate? {
    let scalars = Array(text.unicodeScalars.drop(while: \.isSpacing))
    let head = String(String.UnicodeScalarView(scalars.prefix(10)))
    if let date = CalendarDate(iso8601: head) { return date }
    if scalars.count >= 8, let number = Int(String(String.UnicodeScalarView(scalars.prefix(8)))), number > 18_000_000 {
      return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    guard scalars.count <= 80 else { return nil }
    let words = Passage.words(scalars, 0..<scalars.count)
    return words.indices.lazy.compactMap { WrittenDate(words, at: $0)?.date() }.first
  }

  /// "Headline | Site" and "Headline - Site" without the site.
  private static func withoutSite(_ title: String?, site: String?) -> String? {
    guard let title else { return nil }
    for separator in [" | ", " \u{2013} ", " \u{2014} ", " - ", " :: ", " \u{AB} "] {
      let parts = title.components(cutAt: separator)
      guard parts.count > 1, let last = parts.last else { continue }
      let head = parts.dropLast().joined(separator: separator)
      if separator == " | " || last == site || last.split(separator: " ").count <= 4 { return head }
    }
    return title
  }
}

extension String {
  /// The parts between the occurrences of a separator.
  fileprivate func components(cutAt separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
