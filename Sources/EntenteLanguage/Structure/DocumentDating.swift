import EntenteModel

/// The day a document speaks from, chosen among what names one.
struct DocumentDating {
  /// The day, or nil where nothing names one with its year.
  private(set) var date: CalendarDate?
  /// How it was come by.
  private(set) var basis: DocumentDateBasis = .none
  /// What a reader should know about the choice.
  private(set) var diagnostics: [Diagnostic] = []

  /// Chooses in the order option, metadata, date line, dateline; a day without a year is never completed.
  init(option: CalendarDate?, metadata: CalendarDate?, _ structure: ArticleStructure) {
    let line = structure.dateLine?.date()
    let dateline = structure.dateline?.date()
    let candidates: [(CalendarDate?, DocumentDateBasis)] = [
      (option, .option), (metadata, .metadata), (line, .dateLine), (dateline, .dateline),
    ]
    for (candidate, basis) in candidates {
      if let candidate {
        date = candidate
        self.basis = basis
        break
      }
    }
    if let metadata, let line, metadata != line {
      diagnostics.append(
        Diagnostic(
          code: "document-dates-differ",
          message: "the page's metadata give \(metadata) and its date line \(line) as the day of publication"))
    }
    if date == nil {
      diagnostics.append(
        Diagnostic(
          code: "no-document-date",
          message: "nothing in the text says with its year when it was published; relative dates stay open"))
    }
  }
}
