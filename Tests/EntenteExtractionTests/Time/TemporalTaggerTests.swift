import EntenteExtraction
import EntenteModel
import Testing

/// Sentences speak from Friday, 13 February 2026, unless they say otherwise.
@Suite struct TemporalTaggerTests {
  @Test(arguments: [
    ("The pact was signed on Feb. 12, 2026, in Oslo.", "Feb. 12, 2026 = 2026-02-12"),
    ("They met on 12 February 2026.", "12 February 2026 = 2026-02-12"),
    ("The decree of the 3rd of March, 2024, stands.", "the 3rd of March, 2024 = 2024-03-03"),
    ("On February 12 the ships sailed.", "February 12 = 2026-02-12"),
    ("Dated 2026-02-11, the note is short.", "2026-02-11 = 2026-02-11"),
    ("Filed 25/12/2025 by post.", "25/12/2025 = 2025-12-25"),
    ("Filed 12/25/2025 by post.", "12/25/2025 = 2025-12-25"),
    ("They spoke on Monday, Feb. 9.", "Monday, Feb. 9 = 2026-02-09"),
    ("The vote was held on the 12th, aides said.", "the 12th = 2026-02-12"),
    ("The leaders met on June 24-25, 2025.", "June 24-25, 2025 = 2025-06-24/2025-06-25"),
    ("He was shot last Oct. 23 at home.", "last Oct. 23 = 2025-10-23"),
    ("The truce began on Christmas Eve.", "Christmas Eve = 2025-12-24"),
    ("Shops closed on Easter Monday 2025.", "Easter Monday 2025 = 2025-04-21"),
    ("The markets were shut on Thanksgiving.", "Thanksgiving = 2025-11-27"),
  ])
  func daysAreFound(text: String, expected: String) {
    #expect(TimeSamples.values(text) == [expected])
  }

  @Test(arguments: [
    ("The allies met in July 2025.", "July 2025 = 2025-07"),
    ("The allies agreed in July to pay.", "July = 2025-07"),
    ("The mission will begin in July.", "July = 2026-07"),
    ("The mission will begin in January.", "January = 2027-01"),
    ("He resigned last November.", "last November = 2025-11"),
    ("She came to office in early 2024.", "early 2024 = 2024"),
    ("Prices fell in the 1990s.", "the 1990s = 199"),
    ("Prices fell in the mid-1980s.", "the mid-1980s = 198"),
    ("It was a rule of the 19th century.", "the 19th century = 18"),
    ("Output grew in the third quarter of 2025.", "the third quarter of 2025 = 2025-Q3"),
    ("Output grew in Q3 2025.", "Q3 2025 = 2025-Q3"),
    ("Output grew in the second half of 2025.", "the second half of 2025 = 2025-H2"),
    ("The camp opened in summer 2025.", "summer 2025 = 2025-SU"),
    ("The camp opened last summer.", "last summer = 2025-SU"),
    ("The ports froze this winter.", "this winter = 2025-WI"),
    ("The fund (2021-2024) is spent.", "2021-2024 = 2021/2024"),
    ("In fiscal 2025 the agency spent less.", "fiscal 2025 = 2025"),
    ("The 2024 election was close.", "2024 = 2024"),
    ("The king died in nineteen ninety-six.", "nineteen ninety-six = 1996"),
  ])
  func monthsYearsAndSeasonsAreFound(text: String, expected: String) {
    #expect(TimeSamples.values(text) == [expected])
  }

  @Test(arguments: [
    ("The minister arrived on Wednesday.", "Wednesday = 2026-02-11"),
    ("The minister will arrive on Wednesday.", "Wednesday = 2026-02-18"),
    ("He spoke at Friday's conference.", "Friday = 2026-02-13"),
    ("He is speaking at Friday's conference.", "Friday = 2026-02-13"),
    ("They meet next Tuesday.", "next Tuesday = 2026-02-17"),
    ("They met last Monday.", "last Monday = 2026-02-09"),
    ("They met last Friday.", "last Friday = 2026-02-06"),
    ("The strike came on Wednesday night.", "Wednesday night = 2026-02-11TNI"),
    ("She could land as early as Tuesday.", "Tuesday = 2026-02-17"),
    ("The curfew began at midnight Sunday.", "midnight Sunday = 2026-02-08T24:00"),
    ("He voted today.", "today = 2026-02-13"),
    ("He voted yesterday.", "yesterday = 2026-02-12"),
    ("He votes tomorrow morning.", "tomorrow morning = 2026-02-14TMO"),
    ("She leaves tonight.", "tonight = 2026-02-13TNI"),
    ("Shells fell last night.", "last night = 2026-02-12TNI"),
    ("They met earlier this week.", "earlier this week = 2026-W07"),
    ("They met late last month.", "late last month = 2026-01"),
    ("They meet next year.", "next year = 2027"),
    ("They met over the weekend.", "the weekend = 2026-W06-WE"),
    ("Work must end by the end of the year.", "the end of the year = 2026"),
  ])
  func wordsRelativeToTheDocumentAreResolved(text: String, expected: String) {
    #expect(TimeSamples.values(text) == [expected])
  }

  @Test(arguments: [
    ("They split three years ago.", "three years ago = 2023"),
    ("They split three months ago.", "three months ago = 2025-11"),
    ("They split two weeks ago.", "two weeks ago = 2026-W05"),
    ("They split 10 days ago.", "10 days ago = 2026-02-03"),
    ("They split four years ago this month.", "four years ago this month = 2022-02"),
    ("They will meet in two weeks.", "two weeks = 2026-W09"),
    ("In 2021 he fled; two years later he died.", "2021 = 2021; two years later = 2023"),
    ("Two days later he died.", "Two days later = XXXX-XX-XX"),
    ("In 2021 he fled, and the following year he died.", "2021 = 2021; the following year = 2022"),
    ("Costs rose in the past two months.", "the past two months = P2M"),
    ("Costs rose in recent years.", "recent years = PXY"),
    ("They held out for three days.", "three days = P3D"),
    ("Both sides kept a 30-day truce.", "30-day = P30D"),
    ("She ruled for two and a half years.", "two and a half years = P2Y6M"),
    ("The talks took several hours.", "several hours = PTXH"),
    ("The feud is decades-long.", "decades-long = PXDE"),
    ("Envoys meet every year.", "every year = P1Y"),
    ("Envoys meet on Mondays.", "Mondays = XXXX-WXX-1"),
    ("Envoys meet twice a week.", "twice a week = P1W"),
    ("It costs $2 million a year.", "a year = P1Y"),
    ("Envoys now meet weekly.", "now = PRESENT_REF; weekly = P1W"),
    ("He recently spoke of the future.", "recently = PAST_REF; the future = FUTURE_REF"),
    ("It struck at 10:30 a.m. GMT on Thursday.", "10:30 a.m. GMT on Thursday = 2026-02-12T10:30"),
    ("On Thursday, at 5 p.m., it struck.", "Thursday, at 5 p.m. = 2026-02-12T17:00"),
    ("It struck at 10 p.m.", "10 p.m. = XXXX-XX-XXT22:00"),
  ])
  func distancesLengthsSetsAndTimesAreRead(text: String, expected: String) {
    #expect(TimeSamples.values(text).joined(separator: "; ") == expected)
  }

  @Test(arguments: [
    "The army sent 2,000 troops.", "The army sent 2000 troops.", "Power failed in 1,500 homes.",
    "Power failed in 1500 homes.", "It is 2% of GDP.", "He lives at No. 10 and reads page 2024.",
    "He may march to the sun.", "They may come, and they march on.", "The 45-year-old guard fell ill.",
    "Flight 2025 was late.", "Jan Egeland and April Jones spoke.", "He came second and sat in a chair.",
    "The fall of the city was swift.", "It cost $1999 and weighed 2024kg.", "Resolution 1973 was vetoed.",
    "She gave the 12th speech.", "On 30 February and 2026-02-30 nothing fell.",
  ])
  func numbersNamesAndVerbsAreNoDates(text: String) {
    #expect(TimeSamples.values(text).isEmpty)
  }
}
