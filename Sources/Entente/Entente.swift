@_exported public import EntenteDrawing
@_exported public import EntenteExtraction
@_exported public import EntenteGraph
@_exported public import EntenteKnowledge
@_exported public import EntenteLanguage
@_exported public import EntenteModel
@_exported public import EntenteQuery
@_exported public import EntenteStore
