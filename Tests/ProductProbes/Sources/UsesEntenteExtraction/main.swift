import EntenteExtraction

let extractor = try Extractor()
print(type(of: extractor))
