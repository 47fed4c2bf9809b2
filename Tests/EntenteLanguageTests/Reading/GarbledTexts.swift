/// Texts to garble, and texts that must stay as they are.
enum GarbledTexts {
  private static let words = [
    "ministers", "agreed", "on", "the", "fleet", "in", "Tallinn", "after", "talks", "with", "Zelenskyy", "about",
    "grain", "and", "gas", "while", "Ankara", "waited", "for", "an", "answer", "from", "Brussels",
  ]
  private static let foreign = [
    "Élysée", "Erdoğan", "Müller", "Łódź", "São", "Škoda", "Côte", "Gdańsk", "naïve", "Orbán", "Žižek", "Ångström",
  ]
  private static let cyrillic = ["Київ", "Россия", "Белград", "София", "Харків"]

  /// A few paragraphs with typographic marks, accents and Cyrillic words.
  ///
  /// - Parameter isLossless: keeps to what a reading as GB18030 cannot lose a byte of: no mark or
  ///   accented letter right before a space.
  static func paragraphs(using random: inout some RandomNumberGenerator, isLossless: Bool) -> String {
    (0..<3).map { _ in
      (0..<4).map { _ in sentence(using: &random, isLossless) }.joined(separator: " ")
    }.joined(separator: "\n\n")
  }

  private static func sentence(using random: inout some RandomNumberGenerator, _ isLossless: Bool) -> String {
    var parts = ["The"]
    for _ in 0..<8 {
      let word = words[Int.random(in: 0..<words.count, using: &random)]
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1: parts.append(word + "’s")
      case 2: parts.append("“" + word + (isLossless ? "" : "”"))
      case 3 where !isLossless: parts.append("— " + word)
      case 4 where !isLossless: parts.append(cyrillic[Int.random(in: 0..<cyrillic.count, using: &random)])
      case 5 where !isLossless: parts.append(foreign[Int.random(in: 0..<foreign.count, using: &random)])
      default: parts.append(word)
      }
    }
    return parts.joined(separator: " ") + "."
  }

  /// Texts in order, in many languages.
  static let clean = [
    "“We know,” he said — it’s “over”… The café’s naïve façade cost €5.",
    "L’été dernier, « le président » s’est rendu à Nîmes ; où étaient donc les élèves ?",
    "Der „große“ Übergang über die Straße: Maß für Maß, Äpfel, Öl und Übermut.",
    "Zażółć gęślą jaźń — „tak” powiedział premier w Łodzi.",
    "İstanbul’da görüşen bakanlar, Çanakkale Boğazı’nın güvenliğini konuştu.",
    "北约秘书长在布鲁塞尔表示,盟国将增加国防开支。“我们已经同意了。”他说。",
    "北約秘書長在布魯塞爾表示,盟國將增加國防開支。「我們已經同意了。」",
    "海角大神\n\nThe ministers met in Brussels.",
    "日本の首相は「防衛費を増やす」と述べた。東京、二月十二日。",
    "Президент заявил: «Мы готовы». Київ відповів — «так».",
    "Ο πρωθυπουργός είπε «όχι» στην Αθήνα.",
    "Thủ tướng Việt Nam đã gặp các bộ trưởng ở Hà Nội.",
    "El niño español comió jalapeños; ¿qué pasó? ¡Nada!",
    "Häftlinge, sjúkrahús, København, Århus, fjörður, Þingvellir.",
    "Temperatures of −5 °C to 10 °C, ±2 %, ½ of £3 bn, © 2026 ® ™ § 12.",
    "Ñandú, Ça va, Ýmir, São Tomé e Príncipe, Curaçao, Åland.",
  ]
}
