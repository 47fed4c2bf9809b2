/// Names and sentences that are made to break a picture.
enum HostileText {
  static let all = [
    "\"]; evil [label=\"", "back\\slash\\N\\G\\E\\l", "</text><script>alert(1)</script>",
    "<IMG SRC=\"/etc/passwd\"/>", "]]><![CDATA[", "&copy; &amp; &nbsp; &#0;", "nul\u{0}byte",
    "ctrl\u{1}\u{1B}\u{7F}\u{9F}", "line\nbreak\r\nand\u{2028}more", "bidi\u{202E}desrever\u{2066}x\u{2069}",
    "\u{FEFF}\u{FFFE}\u{FFFF}\u{1FFFF}", "<<TABLE><TR>", "a > b < c & d", "--> -- ->", "{ rank=same }", "<b>",
    "\\", "\"", "%3", "   ", "", "\t", "العربية نص من اليمين إلى اليسار", "北大西洋条約機構の事務総長", "עברית",
    "Zürich–Łódź’s “quote”", "👩‍👩‍👧‍👦🏳️‍🌈", String(repeating: "x", count: 500),
    String(repeating: "wörd ", count: 300), String(repeating: "e\u{301}", count: 400), "strict digraph {",
    "#comment", "// comment", "/* comment */", "n0", "cluster_0", "javascript:alert(1)", "\" onload=\"alert(1)",
  ]
}
