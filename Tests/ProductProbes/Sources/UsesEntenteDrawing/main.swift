import EntenteDrawing

print(DOTDocument() == DOTDocument(directed: true))
