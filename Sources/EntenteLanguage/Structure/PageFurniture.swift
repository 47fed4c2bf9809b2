/// Lines that belong to the page and not to the article: cookies, subscriptions, sharing, navigation, rights.
enum PageFurniture {
  /// What such a line is.
  enum Kind: Sendable {
    /// Navigation, cookies, rights, invitations.
    case boilerplate
    /// A link to another story, with its headline.
    case link
    /// The name of a box that sums the story up; what is in it follows.
    case boxLabel
  }

  /// The kind of a passage, or nil where it may belong to the article.
  static func kind(of passage: Passage) -> Kind? {
    guard !passage.words.isEmpty, passage.wordCount <= 60 else { return nil }
    let folded = passage.folded
    if passage.wordCount == 0 { return .boilerplate }
    if boxLabels.equal(folded) { return .boxLabel }
    if alone.equal(folded) || isClock(passage) { return .boilerplate }
    if passage.wordCount <= 30 && links.beginAndGoOn(folded) { return isLink(passage) ? .link : nil }
    if notices.begin(folded) { return .boilerplate }
    if !passage.isQuoted, holdsNotice(passage, folded) { return .boilerplate }
    if isClaim(passage) { return .boilerplate }
    return isMenu(passage) ? .boilerplate : nil
  }

  /// Words of law anywhere, and words of the trade where the reader is spoken to: a report about a
  /// privacy policy is no notice of one.
  private static func holdsNotice(_ passage: Passage, _ folded: [String]) -> Bool {
    if inside.occur(in: folded) { return true }
    guard passage.wordCount <= 35, addressed.occur(in: folded) else { return false }
    return passage.words.contains { ["you", "your", "our", "we", "us"].contains($0.folded) }
  }

  /// "© 2026 …", "Copyright 2026 …", but not "Copyright law …".
  private static func isClaim(_ passage: Passage) -> Bool {
    if passage.words[0].folded == "\u{A9}" { return true }
    guard passage.folded[0] == "copyright", passage.words.count > 1 else { return false }
    let next = passage.words[1]
    return !next.isWord || next.folded.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// "Read more: …", but not "Related parties were …".
  private static func isLink(_ passage: Passage) -> Bool {
    passage.words.prefix(5).contains { [":", "|", ">", "\u{BB}", "\u{2014}", "\u{2192}"].contains($0.folded) }
      || !passage.endsLikeSentence
  }

  /// Short items between bars: "Home | World | Politics".
  private static func isMenu(_ passage: Passage) -> Bool {
    let bars = passage.words.count { ["|", "\u{B7}", "\u{2022}", ">", "\u{BB}", "\u{203A}"].contains($0.folded) }
    guard bars >= 2, !passage.endsLikeSentence else { return false }
    return passage.wordCount <= bars * 4 + 4
  }

  /// "5 min read", "12 comments", "3 hours ago".
  private static func isClock(_ passage: Passage) -> Bool {
    guard (2...5).contains(passage.wordCount), !passage.endsLikeSentence else { return false }
    guard let first = passage.words.first, first.folded.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    let last = passage.words.last?.folded ?? ""
    return ["read", "ago", "comments", "comment", "shares", "views", "min", "minutes", "likes"].contains(last)
  }

  private static let boxLabels = Phrases([
    "why we wrote this", "why this matters", "why it matters", "key takeaways", "key points", "at a glance",
    "the gist", "quick read", "summary", "in short", "in this article", "what you need to know", "article summary",
    "story highlights", "highlights", "the bottom line",
  ])

  private static let alone = Phrases([
    "advertisement", "advertising", "ad", "sponsored", "sponsored content", "promoted", "share", "share this",
    "share this article", "share this story", "save", "print", "email", "listen", "watch", "menu", "search", "home",
    "log in", "login", "sign in", "sign up", "subscribe", "subscribe now", "donate", "comments", "read more",
    "read next", "related", "related articles", "related stories", "related topics", "more stories", "more from",
    "most read", "most popular", "trending", "recommended", "you may also like", "topics", "tags", "close", "next",
    "previous", "skip to content", "skip to main content", "skip to navigation", "back to top", "load more",
    "show more", "see more", "continue reading", "story continues below", "article continues below", "facebook",
    "twitter", "x", "whatsapp", "telegram", "linkedin", "copy link", "link copied", "follow", "follow us", "live",
    "loading", "accept", "accept all", "accept cookies", "reject all", "manage preferences", "getting started",
    "story continues after advertisement", "article continues after this advertisement", "click to expand",
  ])

  private static let links = Phrases([
    "read more", "read also", "also read", "read next", "related", "related story", "see also", "more on",
    "watch", "listen", "further reading", "don't miss", "explore more", "recommended",
  ])

  private static let notices = Phrases([
    "sign up", "subscribe", "click here", "tap here", "download our", "follow us", "share this", "share on",
    "join our", "join us on", "get our", "get the latest", "get unlimited", "support our", "become a member",
    "become a subscriber", "already a subscriber", "already have an account", "we use cookies", "this site uses",
    "this website uses", "by continuing to", "by clicking", "by signing up", "enter your email", "log in",
    "skip to", "jump to", "continue reading", "story continues", "article continues",
    "this article was originally", "this article was amended", "this story has been", "this article has been",
    "this article appeared", "this story was originally", "listen to this", "all rights reserved",
    "view image in", "explore more on", "view comments", "leave a comment", "post a comment", "photos you should see",
    "you have reached your",
    "try unlimited", "start your", "have a news tip", "send tips", "stay up to date",
  ])

  private static let inside = Phrases([
    "all rights reserved", "may not be published broadcast", "accept all cookies", "unsubscribe at any time",
    "may not be reproduced",
  ])

  private static let addressed = Phrases([
    "privacy policy", "terms of service", "terms of use", "cookie policy", "newsletter", "your inbox",
    "cookie settings", "our journalism", "subscribe", "subscription", "use cookies",
  ])
}

extension Passage {
  /// Whether it is speech from end to end.
  var isQuoted: Bool { opensWithQuote && last.isClosingMark }
}
