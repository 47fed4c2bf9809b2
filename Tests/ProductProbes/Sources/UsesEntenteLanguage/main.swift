import EntenteLanguage

print(DocumentReader.defaultByteLimit)
