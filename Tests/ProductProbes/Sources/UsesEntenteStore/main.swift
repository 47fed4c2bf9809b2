import EntenteStore

print(try FactFile.merged([]).offsets)
