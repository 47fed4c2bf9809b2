/// Articles in the layouts of different houses, written for these tests.
enum ArticleStructureCases {
  struct Article: Sendable, CustomStringConvertible {
    var name: String
    /// Lines of `role | text`; a line that begins with `+` goes on with the one before it.
    var lines: String
    /// What stands between two lines.
    var gap = "\n\n"

    var expected: [String] {
      lines.split(separator: "\n").map { $0.hasPrefix("+ ") ? String($0.dropFirst(2)) : String($0) }
    }

    var text: String {
      var text = ""
      for line in lines.split(separator: "\n") {
        let parts = line.split(separator: " | ", maxSplits: 1)
        if !text.isEmpty { text += line.hasPrefix("+ ") ? " " : gap }
        text += parts[1]
      }
      return text
    }

    var description: String { name }
  }

  static let all = [wire, magazine, broadcaster, dense, questions, footer, listing, captionsFirst, hrw]

  static let wire = Article(
    name: "wire report with agency dateline",
    lines: """
      title | Coastal states pledge joint patrols after cable cuts
      byline | By Ana Example and Piet Muster
      dateline | TALLINN, Feb 3 (Reuters) -
      + body | Four coastal states pledged on Tuesday to patrol the gulf together after two cables were cut.
      body | "We have waited long enough," Defence Minister Jaan Tamm told reporters.
      body | The patrols start in March.
      byline | (Reporting by Ana Example in Tallinn and Piet Muster in Riga; Editing by Jo Doe)
      """)

  static let magazine = Article(
    name: "magazine with box, subheads and links between paragraphs",
    lines: """
      boilerplate | The Harbour Monitor
      title | As old friends drift apart, coastal states look to each other
      caption | Defence Minister Jaan Tamm speaks to sailors at the naval base in Paldiski, Estonia, Feb. 3, 2026.
      credit | Jo Doe/Harbour Pictures
      dateline | February 4, 2026
      body | On the quay of this small port, a rusting anchor recalls the day when the fleet came home for good.
      body | Now the coastal states want a fleet again, and they want it without waiting for anyone's consent.
      teaser | Why We Wrote This
      teaser | When guarantees weaken, neighbours who seldom agreed begin to build their own defence.
      body | “We cannot choose our neighbours,” Mr. Tamm said here on Tuesday, “but we can choose our friends.”
      teaser | Who won the chess final in Reykjavik, and what it means for Magnus Carlsen
      body | “And friends,” he added, “share the bill.”
      teaser | Why did the Senate reject the budget? Here’s what the senators said.
      body | The bill is large. Each fleet will cost two billion a year, a report by the coastal states says.
      subhead | A fleet without an anchor
      body | For sailors the question is another one: who gives the orders when an anchor drags over a cable?
      body | Nobody knows.
      teaser | Sudan’s farmers return to Gezira
      """)

  static let broadcaster = Article(
    name: "broadcaster with inline credits and sharing lines",
    lines: """
      boilerplate | Home | World | Politics | Sport
      title | Envoys leave Geneva without a deal on grain
      byline | By Mira Beispiel in Geneva
      dateline | Published On 12 Jan 2026
      boilerplate | Share
      caption | A ship waits for grain in the port of Odesa, Ukraine, on January 11, 2026
      + credit | [Ivan Muster/Anadolu]
      body | Envoys of three states left Geneva on Monday without a deal on the transport of grain.
      boilerplate | Advertisement
      body | Talks go on in March, the Swiss hosts said.
      teaser | Read more: Floods reach the capital of Mozambique
      body | The price of wheat rose by four percent.
      boilerplate | Sign up for our newsletter
      boilerplate | © 2026 Harbour Broadcasting. All rights reserved.
      """)

  static let dense = Article(
    name: "no empty lines at all",
    lines: """
      title | Parliament in Ljubljana backs recognition
      dateline | 5 June 2026
      body | The parliament of Slovenia voted on Friday to recognise the new state.
      body | Fifty-two deputies voted for the motion and nobody against it.
      subhead | What the opposition says
      body | The opposition left the hall before the vote.
      body | Its leader called the motion a distraction.
      """, gap: "\n")

  static let questions = Article(
    name: "explainer with questions as headings",
    lines: """
      title | What the pact on fishing changes
      body | Two states signed a pact on fishing in the bay this week, after twenty years of quarrels over cod.
      subhead | What is in it
      body | The pact divides the bay along a line that both navies have accepted.
      body | Is that all? No: it also ends the quarrel over the islands.
      body | Who pays?
      body | Both states share the costs of the patrols, says the text of the pact.
      """)

  static let footer = Article(
    name: "dateline with place alone, and a footer",
    lines: """
      title | Ministers meet over the dam
      dateline | KHARTOUM, Sudan (AP) —
      + body | Ministers of three states met on Sunday over the filling of the dam.
      body | “Water is life,” said Egypt’s minister. NATO — the alliance — had no part in it.
      body | The next round is planned for May.
      byline | Associated Press writer Jo Doe in Cairo contributed to this report.
      boilerplate | Copyright 2026 Harbour Press. It may not be published, broadcast or rewritten.
      """)

  static let listing = Article(
    name: "summary list in a box and a list in the story",
    lines: """
      title | Five states sign the charter of Accra
      teaser | Key points
      teaser | • Five states sign a charter
      teaser | • Two stay away
      body | Five West African states signed a charter in Accra on Thursday that lets their police forces cross borders.
      body | The charter has three parts:
      body | • joint patrols on the coast
      body | • a common register of vessels
      body | Two states stayed away from the signing, and nobody said why.
      """)

  static let captionsFirst = Article(
    name: "file photo and labelled credit",
    lines: """
      title | Seoul offers talks on the border
      caption | FILE PHOTO: Soldiers stand guard at the border village of Panmunjom, South Korea, May 3, 2025.
      credit | Photo: Jo Doe/Pool via Getty Images
      body | South Korea offered talks on the border on Monday, two days after shots were fired there.
      body | Pyongyang did not answer.
      """)

  static let hrw = Article(
    name: "dateline of a place in brackets",
    lines: """
      title | Court orders release of editors
      dateline | (Tunis) –
      + body | A court in Tunis ordered on Wednesday the release of two editors who had been held for a year.
      body | The government should obey the order, a lawyer of the two said.
      """)
}
