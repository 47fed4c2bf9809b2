extension TimeRule {
  /// Days and periods by their names.
  static let dates: [TimeRule] = days.flatMap(withTimes) + periods + timesOfDay

  /// What names a day.
  private static let days: [TimeRule] = [
    TimeRule("{numericDate}", .calendar),
    TimeRule("{month} {day} ,? {year}", .calendar),
    TimeRule("{month} {day}", .calendar),
    TimeRule("{month} {day} -|–|to|and {lastDay} ,? {year}", .calendar),
    TimeRule("{month} {day} -|–|to|and {lastDay}", .calendar),
    TimeRule("{day} -|–|to|and {lastDay} {month} {year}", .calendar),
    TimeRule("{day} -|–|to|and {lastDay} {month}", .calendar),
    TimeRule("{month} the {ordinalDay}", .calendar),
    TimeRule("{weekday} ,? {month} {day} ,? {year}", .calendar),
    TimeRule("{weekday} ,? {month} {day}", .calendar),
    TimeRule("{shortWeekday} ,? {month} {day} ,? {year}", .calendar),
    TimeRule("{shortWeekday} ,? {month} {day}", .calendar),
    TimeRule("the? {day} of? {month} ,? {year}", .calendar),
    TimeRule("the? {day} of? {month}", .calendar),
    TimeRule("{weekday} ,? the? {day} of? {month} ,? {year}", .calendar),
    TimeRule("{weekday} ,? the? {day} of? {month}", .calendar),
    TimeRule("{weekday} the {ordinalDay}", .calendar),
    TimeRule("the {ordinalDay}", .calendar, .bareOrdinal),
    TimeRule("{holiday} ,? {year}", .calendar),
    TimeRule("{holiday}", .calendar),
    TimeRule("{past} {month} {day}", .lastNamed),
    TimeRule("{weekday}", .calendar),
    TimeRule("{shift} {weekday}", .shifted),
    TimeRule("{weekday} of? {shift} week", .shifted),
    TimeRule("the? day before yesterday", .dayOffset(-2)),
    TimeRule("the? day after tomorrow", .dayOffset(2)),
    TimeRule("yesterday", .dayOffset(-1)),
    TimeRule("today", .dayOffset(0)),
    TimeRule("tomorrow", .dayOffset(1)),
  ]

  /// What names a period longer than a day.
  private static let periods: [TimeRule] = [
    TimeRule("{month} ,? {year}", .calendar),
    TimeRule("{month} of {year}", .calendar),
    TimeRule("{month} {shortYear}", .calendar),
    TimeRule("{month}", .calendar, .bareMonth),
    TimeRule("{shift} {month}", .shifted),
    TimeRule("{month} of? {shift} year", .shifted),
    TimeRule("{shift} year '|’ s {month}", .shifted),
    TimeRule("{years}", .calendar),
    TimeRule("the? year {year}", .calendar),
    TimeRule("the? calendar year? {year}", .calendar),
    TimeRule("the? fiscal|financial year? {year}", .fiscalYear),
    TimeRule("{shift} fiscal|financial year", .fiscalYear),
    TimeRule("the? latest|recent? fiscal|financial year", .fiscalYear),
    TimeRule("{year}", .calendar, .bareYear),
    TimeRule("{shortYear}", .calendar, .bareYear),
    TimeRule("the? {decade}", .calendar),
    TimeRule("the? {century}", .calendar),
    TimeRule("{season} ,? of? {year}", .calendar),
    TimeRule("the? {season}", .calendar, .bareSeason),
    TimeRule("{shift} {season}", .shifted),
    TimeRule("the? {quarter} -? quarter ,? of? {year}", .calendar),
    TimeRule("the? {quarter} -? quarter of {shift} year", .shifted),
    TimeRule("{shift} year '|’ s {quarter} quarter", .shifted),
    TimeRule("the? {quarter} -? quarter", .calendar),
    TimeRule("{shortQuarter} ,? of? {year}", .calendar),
    TimeRule("{shortQuarter}", .calendar),
    TimeRule("the? {half} -? half of {year}", .calendar),
    TimeRule("the? {half} -? half of {shift} year", .shifted),
  ]

  private static let timesOfDay: [TimeRule] = [
    TimeRule("{clock}", .timeOfDay),
    TimeRule("{part}", .timeOfDay, .barePart),
    TimeRule("this {part}", .dayOffset(0)),
    TimeRule("tonight", .night(0)),
    TimeRule("last night", .night(-1)),
    TimeRule("overnight", .timeOfDay),
  ]

  /// A rule for a day, alone and with a time of day before or behind it.
  private static func withTimes(_ day: TimeRule) -> [TimeRule] {
    let text = day.pattern.text
    return [day]
      + ["\(text) ,? at? {clock}", "{clock} ,? on? \(text)", "\(text) {part}", "{part} on|of? \(text)"].map {
        TimeRule($0, day.reading, day.condition)
      }
  }
}
